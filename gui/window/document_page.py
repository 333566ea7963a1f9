"""One open release on screen: notice, texts, find bar; and its tables, which the window docks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.bridge.session import Session
from gui.document.release import BlockKind
from gui.document.segment import Unit
from gui.document.tables import TableGrid
from gui.i18n import tr
from gui.models.segment_model import SOURCE, TARGET
from gui.widgets.segment_view import SegmentView


class DocumentPage(QWidget):
    """Knows which of its parts shows a segment. Only the texts are there at first; see :meth:`furnish`."""

    current_changed = Signal(str)
    """Another segment is current (its key), in the text or in a table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.view = SegmentView(session, self)
        self._current = ""
        units = session.project.snapshot().units
        self._table_keys = tuple(unit.key for unit in units if unit.block.kind.is_table)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view, 1)
        self.view.current_changed.connect(self._on_current)
        self.view.left.connect(self.step)
        rows = (self.view.segments.row(number) for number in range(self.view.segments.rowCount()))
        first = next((row for row in rows if not row.is_table), None)
        if first is not None:
            self.view.go_to(first.key)

    def furnish(self) -> None:
        """Add what the first paint can do without, so that the window opens as fast as an empty one."""
        from gui.widgets.find_bar import FindBar
        from gui.widgets.notice_bar import NoticeBar
        from gui.widgets.tables_panel import TablesPanel

        self.notice = NoticeBar(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self.tables = TablesPanel(self.session, self.table_units())
        self._layout.insertWidget(0, self.notice)
        self._layout.addWidget(self.find_bar)
        self.tables.current_changed.connect(self._on_current)
        self.view.table_wanted.connect(self._on_table_wanted)
        self.session.place_visited.connect(self._on_place_visited)

    def table_units(self) -> list[Unit]:
        """The tables of the release, those of attendees first."""
        tables = [self.session.project.unit(key) for key in self._table_keys]
        return sorted(tables, key=lambda unit: unit.block.kind is not BlockKind.ATTENDEE_TABLE)

    def people(self) -> int:
        """How many rows the attendee tables have below their headers."""
        units = (unit for unit in self.table_units() if unit.block.kind is BlockKind.ATTENDEE_TABLE)
        return sum(len(TableGrid.of(unit).body) for unit in units)

    @property
    def current(self) -> str:
        """The key of the current segment, empty if there is none (any more)."""
        return self._current if self.session.project.has(self._current) else ""

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - like Qt's own setters
        """Let the English be changed, or not."""
        self.view.set_editable(editable)
        self.tables.set_editable(editable)

    def commit_typing(self) -> None:
        """Take over what is being typed, a syllable under composition included."""
        self.view.commit_typing()
        self.tables.commit_typing()

    def _on_current(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.current_changed.emit(key)

    def _on_table_wanted(self, unit: str) -> None:
        """Go into a table: to its first cell that nobody has confirmed."""
        cells = [cell for cell in self.session.project.unit(unit).segments if cell.source.text.strip()]
        waiting = [cell for cell in cells if cell.state.is_open]
        if cells:
            self.go_to((waiting or cells)[0].key)

    def _on_place_visited(self, key: str) -> None:
        if key and key != self._current:
            self.go_to(key)

    def go_to(self, key: str, caret: int | None = None, *, in_source: bool = False) -> None:
        """Make a segment current wherever it is shown, the caret at an offset of its text."""
        column = SOURCE if in_source else TARGET
        if self.view.go_to(key, caret=caret, column=column) or self.tables.go_to(key):
            self._on_current(key)

    def selected_english(self) -> tuple[str, int]:
        """The words selected in the English of the current segment and where they begin; none if nothing is."""
        if self.view.current_key != self.current:
            return "", 0
        cursor = self.view.editor.textCursor()
        whole = self.view.editor.toPlainText()
        start = len(whole.encode("utf-16-le")[: 2 * cursor.selectionStart()].decode("utf-16-le"))
        return cursor.selectedText(), start

    def current_keys(self) -> list[str]:
        """What an action on the current place is about: one segment of the text, or all lines of a table cell."""
        table = self.tables.current
        if table is not None and self.current in (keys := table.current_keys()):
            return keys
        return [self.current] if self.current else []

    def step(self, direction: int) -> None:
        """Go to the previous (-1) or next (+1) segment, from the text into the tables and back."""
        order = [segment.key for segment in self.session.segments() if segment.source.text.strip() or segment.target]
        if self.current in order:
            place = order.index(self.current) + direction
            if 0 <= place < len(order):
                self.go_to(order[place])

    def split(self) -> None:
        """Split the current segment at the carets of its two sides.

        Raises:
            ProjectError: the Korean would have an empty half.
        """
        self.session.split(self.current, self.view.source_text.caret, self.view.editor.caret)

    def next_open(self) -> bool:
        """Go to the next segment that nobody has confirmed, round the end; ``False`` if there is no other."""
        segments = self.session.segments()
        places = {segment.key: number for number, segment in enumerate(segments)}
        here = places.get(self._current, -1)
        waiting = [segment.key for segment in segments if segment.state.is_open and segment.source.text.strip()]
        others = [key for key in waiting if key != self._current]
        if others:
            self.go_to(next((key for key in others if places[key] > here), others[0]))
        return bool(others)

    def confirm(self) -> str:
        """Confirm the current segment and go on; gives back what to tell the user, empty if all went well."""
        if not self.current:
            return ""
        if not self.session.confirm(self.current_keys()):
            return tr("There is no English to confirm yet. Type it, or press Ctrl+D for a draft.")
        return "" if self.next_open() else tr("Everything is confirmed.")

    def insert(self, text: str) -> None:
        """Put ready-made English at the caret of the current segment."""
        if self.view.current_key == self.current:
            self.view.editor.insertPlainText(text)
            self.view.editor.setFocus()
        else:
            self.tables.insert(text)
