"""One correction in full: Korean, both wordings beside each other, and what colleagues said."""

from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from gui.i18n import tr
from gui.language.word_diff import Kind
from gui.models import correction_wording as wording
from gui.models.correction_model import CorrectionModel, Entry
from gui.widgets.diff_text import DiffText
from gui.workspace.corrections.model import Change


class CorrectionDetail(QWidget):
    """Shows the current row of a list of corrections."""

    def __init__(self, model: CorrectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.korean = _reading(tr("Korean"))
        self.old = DiffText(tr("English now"), Kind.DELETED)
        self.new = DiffText(tr("Corrected"), Kind.INSERTED)
        self.comments = _reading(tr("Comments"))
        self.said = QLabel(wordWrap=True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        fields = (self.korean, self.old, self.new, self.comments)
        for column, (field, share) in enumerate(zip(fields, (4, 5, 5, 3), strict=True)):
            layout.addWidget(QLabel(field.accessibleName()), 0, column)
            layout.addWidget(field, 1, column)
            layout.setColumnStretch(column, share)
        layout.addWidget(self.said, 2, 0, 1, len(fields))

    def show_entry(self, entry: Entry | None) -> None:
        """Show a row, or nothing."""
        self.korean.setPlainText(entry.source if entry else "")
        change = entry.change if entry else None
        now, new = (change.current, change.corrected) if change else ("", "")
        self.old.show_difference(now, new)
        self.new.show_difference(now, new)
        threads = [wording.thread(remark) for remark in self._model.remarks_of(entry.segment)] if entry else []
        self.comments.setPlainText("\n\n".join(threads))
        self.said.setText(_about(change) if change else "")


def _about(change: Change) -> str:
    """Why to look twice, who tracked changes, and how it went out if the desk has changed it since."""
    parts = [*map(wording.doubt, change.doubts), wording.hands(change.hands)]
    if change.exported != change.current:
        parts.append(tr("It went out as: {text}", text=change.exported))
    return "  ".join(part for part in parts if part)


def _reading(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
    field.setAccessibleName(name)
    return field
