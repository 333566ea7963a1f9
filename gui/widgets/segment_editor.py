"""The one place of the desk where text is edited: it lies exactly over the English of the current segment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gui.widgets.plain_text import PlainText
from gui.widgets.segment_style import units

Format = tuple[int, int, QTextCharFormat]
"""A start, an end and how the text between them looks."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SegmentText(PlainText):
    """Text of one segment, one paragraph; read-only for the Korean side."""

    def set_formats(self, formats: list[Format]) -> None:
        """Mark parts of the text (issues, matches of the search)."""
        text = self.toPlainText()
        selections = []
        for start, end, shape in formats:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = shape
            selections.append(selection)
        self.setExtraSelections(selections)

    def step_of(self, event: QKeyEvent) -> int:
        """Enter goes to the next segment: a segment has no paragraphs."""
        return 1 if event.key() in _ENTER else super().step_of(event)

    def pasted(self, text: str) -> str:
        """It goes on one line."""
        lines = text.splitlines()
        return " ".join(filter(None, map(str.strip, lines))) if len(lines) > 1 else "".join(lines)
