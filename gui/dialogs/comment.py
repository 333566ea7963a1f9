"""Writing a comment or an answer."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class CommentDialog(QDialog):
    """Takes a few lines; ``about`` is what they are about."""

    def __init__(self, parent: QWidget, title: str, about: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 240)
        self._words = QPlainTextEdit()
        self._words.setAccessibleName(title)
        self._words.setTabChangesFocus(True)
        self._words.textChanged.connect(self._on_typed)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        if about:
            layout.addWidget(QLabel(about, wordWrap=True))
        layout.addWidget(self._words)
        layout.addWidget(self._buttons)
        self._on_typed()

    @property
    def words(self) -> str:
        """What was written."""
        return self._words.toPlainText().strip()

    def _on_typed(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.words))
