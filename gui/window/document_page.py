"""One open release on screen: notice, the two texts, the bar to find."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.bridge.session import Session
from gui.document.release import BlockKind
from gui.document.segment import Unit
from gui.i18n import tr
from gui.models.segment_model import SOURCE, TARGET
from gui.widgets.attendee_panel import AttendeePanel
from gui.widgets.find_bar import FindBar
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.segment_view import SegmentView


class DocumentPage(QWidget):
    """Holds the desk, and the attendee panel that the window docks; knows which of them shows a segment."""

    current_changed = Signal(str)
    """Another segment is current (its key), in the text or in a table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.notice = NoticeBar(self)
        self.view = SegmentView(session, self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self.attendees = AttendeePanel(session, self._attendee_units())
        self._current = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)
        self.view.current_changed.connect(self._on_current)
        self.view.left.connect(self.step)
        self.attendees.current_changed.connect(self._on_current)
        session.place_visited.connect(self._on_place_visited)

    def _attendee_units(self) -> list[Unit]:
        units = self.session.project.snapshot().units
        return [unit for unit in units if unit.block.kind is BlockKind.ATTENDEE_TABLE]

    def start(self) -> None:
        """Make the first segment current."""
        if self.view.segments.rowCount():
            self.go_to(self.view.segments.row(0).key)

    @property
    def current(self) -> str:
        """The key of the current segment, empty if there is none."""
        return self._current

    def _on_current(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.current_changed.emit(key)

    def _on_place_visited(self, key: str) -> None:
        if key and key != self._current:
            self.go_to(key)

    def go_to(self, key: str, caret: int | None = None, *, in_source: bool = False) -> None:
        """Make a segment current wherever it is shown, the caret at an offset of its text."""
        if not self.view.go_to(key, caret=caret, column=SOURCE if in_source else TARGET):
            self.attendees.go_to(key)
        self._on_current(key)

    def current_keys(self) -> list[str]:
        """What an action on the current place is about: one segment of the text, or all lines of a table cell."""
        table = self.attendees.current
        if table is not None and self._current in (keys := table.current_keys()):
            return keys
        return [self._current] if self._current else []

    def step(self, direction: int) -> None:
        """Go to the previous (-1) or next (+1) segment, from the text into the tables and back."""
        order = [segment.key for segment in self.session.segments() if segment.source.text.strip() or segment.target]
        if self._current in order:
            place = order.index(self._current) + direction
            if 0 <= place < len(order):
                self.go_to(order[place])

    def split(self) -> None:
        """Split the current segment at the carets of its two sides.

        Raises:
            ProjectError: the Korean would have an empty half.
        """
        self.session.split(self._current, self.view.source_text.caret, self.view.editor.caret)

    def next_open(self) -> bool:
        """Go to the next segment that nobody has confirmed, from the current one on and round; ``False`` if none is."""
        keys = [
            segment.key for segment in self.session.segments() if segment.state.is_open and segment.source.text.strip()
        ]
        order = list(self.session.project.keys())
        here = order.index(self._current) if self._current in order else -1
        places = {key: number for number, key in enumerate(order)}
        later = [key for key in keys if places[key] > here]
        if not keys or keys == [self._current]:
            return False
        self.go_to((later or keys)[0])
        return True

    def confirm(self) -> str:
        """Confirm the current segment and go on; gives back what to tell the user, empty if all went well."""
        if not self._current:
            return ""
        if not self.session.confirm(self.current_keys()):
            return tr("There is no English to confirm yet. Type it, or press Ctrl+D for a draft.")
        return "" if self.next_open() else tr("Everything is confirmed.")

    def insert(self, text: str) -> None:
        """Put ready-made English at the caret of the current segment."""
        if self.view.current_key == self._current:
            self.view.editor.insertPlainText(text)
            self.view.editor.setFocus()
        else:
            self.attendees.insert(text)
