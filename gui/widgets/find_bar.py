"""Find and replace over Korean and English, with the number of matches."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from gui.bridge import theme
from gui.document.segment import Segment
from gui.i18n import tr


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the segment's key, whether it is in the English, and where."""

    key: str
    in_target: bool
    start: int
    end: int


def find_all(segments: Iterable[Segment], words: str, *, match_case: bool) -> list[Found]:
    """Every place where ``words`` stand, in reading order, Korean before English. No pattern language."""
    if not words:
        return []
    pattern = re.compile(re.escape(words), 0 if match_case else re.IGNORECASE)
    return [
        Found(segment.key, in_target, match.start(), match.end())
        for segment in segments
        for in_target, text in ((False, segment.source.text), (True, segment.target))
        for match in pattern.finditer(text)
    ]


class FindBar(QFrame):
    """The bar under the texts. It asks; the window finds, goes and replaces."""

    changed = Signal()
    """The words or an option changed."""

    stepped = Signal(int)
    """Go to the next (+1) or previous (-1) match."""

    replaced = Signal()
    """Replace the current match."""

    replaced_all = Signal()
    """Replace all matches in the English."""

    closed = Signal()
    """The bar was closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Find and replace"))
        self._words = self._line(tr("Find in Korean and English"))
        self._new = self._line(tr("Replace in the English with"))
        self._case = QCheckBox(tr("Match case"))
        self._count = QLabel()
        self._count.setMinimumWidth(110)
        self._lay_out()
        self._words.textChanged.connect(self.changed)
        self._case.toggled.connect(self.changed)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.setAcceptDrops(False)  # files are for the window
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.addWidget(self._words, 0, 0)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(self._row(self._step_button(-1), self._step_button(1), self._count, self._case), 0, 1)
        one, every = QPushButton(tr("Replace")), QPushButton(tr("Replace all"))
        one.clicked.connect(self.replaced)
        every.clicked.connect(self.replaced_all)
        grid.addLayout(self._row(one, every), 1, 1)
        grid.addWidget(self._close_button(), 0, 2)
        grid.setColumnStretch(0, 1)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _step_button(self, direction: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon("next" if direction > 0 else "previous"))
        button.setToolTip(tr("Next match") if direction > 0 else tr("Previous match"))
        button.setAccessibleName(button.toolTip())
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.stepped.emit(direction))
        return button

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon("close"))
        button.setToolTip(tr("Close"))
        button.setAccessibleName(tr("Close"))
        button.setAutoRaise(True)
        button.clicked.connect(self.closed)
        return button

    @property
    def words(self) -> str:
        """What to look for."""
        return self._words.text()

    @property
    def new(self) -> str:
        """What to put in its place."""
        return self._new.text()

    @property
    def match_case(self) -> bool:
        """Whether capitals count."""
        return self._case.isChecked()

    def open(self, words: str, *, replace: bool) -> None:
        """Show the bar, starting with the selected words."""
        if words:
            self._words.setText(words)
        self.show()
        line = self._new if replace and self.words else self._words
        line.setFocus()
        line.selectAll()

    def show_count(self, current: int, total: int) -> None:
        """Tell how many matches there are and which is current (from 1, 0 for none)."""
        if not self.words:
            self._count.clear()
        elif not total:
            self._count.setText(tr("Nothing found"))
        else:
            self._count.setText(tr("{current} of {total}", current=current, total=total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
