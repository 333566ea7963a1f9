"""Corrects a pair of a translation memory."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QWidget

from gui.i18n import tr


class EditUnit(QDialog):
    """Both texts of a pair; ``texts`` are what the user made of them."""

    def __init__(self, parent: QWidget, source: str, target: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Edit the pair"))
        self.resize(560, 280)
        self._source, self._target = QPlainTextEdit(source), QPlainTextEdit(target)
        form = QFormLayout(self)
        for label, field in ((tr("&Korean"), self._source), (tr("&English"), self._target)):
            field.setTabChangesFocus(True)
            field.textChanged.connect(self._on_changed)
            form.addRow(label, field)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form.addRow(self._buttons)

    @property
    def texts(self) -> tuple[str, str]:
        """Korean and English."""
        return self._source.toPlainText().strip(), self._target.toPlainText().strip()

    def _on_changed(self) -> None:
        """A pair without one of its texts would never be found again."""
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(all(self.texts))
