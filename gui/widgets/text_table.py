"""A table that does not look like one: no grid, no headers, no selection, smooth scrolling."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from gui.widgets.plain_text import PlainText

_CARET_ROOM = 6
"""Pixels kept free above and below the line that the caret is in."""


class TextTable(QTableView):
    """Base of the two places where text is edited where it stands; each keeps its own text widgets over its cells."""

    def set_up_look(self) -> None:
        """Take away what makes a grid; the widths of the columns follow that of the view."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def follow_caret(self, text: PlainText) -> None:
        """Keep the caret of a text over a cell in sight while it is typed into: a cell may be higher than the view."""
        wait = QTimer(text, singleShot=True, interval=0)  # the row is as high as its text only after this event
        wait.timeout.connect(partial(self._show_caret, text))
        text.cursorPositionChanged.connect(wait.start)
        text.entered.connect(wait.start)

    def _show_caret(self, text: PlainText) -> None:
        if not text.hasFocus():
            return
        self.updateGeometries()
        caret = text.cursorRect().translated(text.pos()).adjusted(0, -_CARET_ROOM, 0, _CARET_ROOM)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(0, caret.bottom() - self.viewport().height()) + min(0, caret.top()))
