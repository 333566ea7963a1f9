"""The text of a release as rows: Korean, state, English."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from gui.bridge.session import Session
from gui.document.release import BlockKind
from gui.document.richtext import RichText
from gui.document.segment import Segment, State, Translation, Unit
from gui.document.tables import TableGrid
from gui.i18n import tr
from gui.models import wording

SOURCE, STATE, TARGET = range(3)
"""The columns."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row needs to know beside its segment: where it stands in its block."""

    key: str
    unit: str
    kind: BlockKind
    level: int
    lead: str
    first: bool

    @property
    def is_table(self) -> bool:
        """Whether the row stands for a whole table, whose cells are shown and edited elsewhere."""
        return self.kind.is_table


class SegmentModel(QAbstractTableModel):
    """Every segment of the running text, in order, and one row for each table: what it is and how far it is.

    The row of a table has the key of its unit and a segment of its own making. The model keeps the segments that its
    rows show: while rows are being replaced, the project has others already.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        units = session.project.snapshot().units
        self._rows = [row for unit in units for row in _rows(unit)]
        self._segments = {segment.key: segment for unit in units for segment in unit.segments}
        self._tables = wording.tables(units)
        self._summaries: dict[str, Segment] = {}
        self._row_of: dict[str, int] = {}
        self._changed: list[int] = []
        self._tell = QTimer(self, singleShot=True, interval=0)
        self._tell.timeout.connect(self._tell_changed)
        self._number()
        session.segment_changed.connect(self._on_segment_changed)
        session.unit_changed.connect(self._on_unit_changed)
        session.block_changed.connect(self._on_block_changed)

    def _number(self) -> None:
        self._row_of = {row.key: number for number, row in enumerate(self._rows)}

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row a segment."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Korean, state, English."""
        return 0 if parent.isValid() else 3

    def row(self, number: int) -> Row:
        """What stands in a row."""
        return self._rows[number]

    def segment(self, number: int) -> Segment:
        """The segment of a row; for a table one that says what it is and how far it is."""
        row = self._rows[number]
        return self._table_segment(row.unit) if row.is_table else self._segments[row.key]

    def _table_segment(self, key: str) -> Segment:
        """Kept until the table changes: views ask for it again and again."""
        if key not in self._summaries:
            self._summaries[key] = self._summary(key)
        return self._summaries[key]

    def _summary(self, key: str) -> Segment:
        unit = self._session.project.unit(key)
        grid = TableGrid.of(unit)
        cells = [segment for segment in unit.segments if segment.source.text.strip()]
        done = sum(bool(segment.target.strip()) for segment in cells)
        state = min((segment.state for segment in cells), key=list(State).index, default=State.INITIAL)
        size = tr("{rows} rows, {columns} columns", rows=len(grid.rows), columns=len(grid.roles))
        far = tr("{done} of {cells} cells in English", done=done, cells=len(cells))
        return Segment(key, RichText(f"▦ {self._tables.get(key, '')} · {size}"), Translation(f"▦ {far}", state))

    def row_of(self, key: str) -> int | None:
        """The row of a segment of the running text, or of a table by the key of its unit; else ``None``."""
        return self._row_of.get(key)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, and what a screen reader or a tooltip says."""
        if not index.isValid():
            return None
        segment = self.segment(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(segment, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(segment, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATE:
            return wording.state_and_origin(segment)
        return None

    def _text(self, segment: Segment, column: int) -> str:
        if column == SOURCE:
            return segment.source.text
        return segment.target if column == TARGET else wording.state(segment.state)

    def _spoken(self, segment: Segment, column: int) -> str:
        if column == STATE:
            return wording.state_and_origin(segment)
        return self._text(segment, column) or tr("Not translated yet")

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Replace the English of a row, as one undo step."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self._session.replace_target(tr("Typing"), self._rows[index.row()].key, str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The names of the columns and the numbers of the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (tr("Korean"), tr("State"), tr("English"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The English can be edited, unless the project is open for reading only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        in_text = index.column() == TARGET and not self._rows[index.row()].is_table
        editable = in_text and self._session.editable
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def _on_segment_changed(self, key: str) -> None:
        if key in self._row_of:
            self._segments[key] = self._session.project.segment(key)
            self._mark_changed(key)
        else:
            self._mark_changed(self._session.project.unit_key_of(key))

    def _mark_changed(self, key: str) -> None:
        """Views are told soon of a change in this row."""
        self._summaries.pop(key, None)
        if not self._changed:
            self._tell.start()
        self._changed.append(self._row_of[key])

    def _tell_changed(self) -> None:
        """Tell views once of what changed in one go (a draft, its undo): each telling costs more than the change."""
        if self._changed:
            first, last = min(self._changed), max(self._changed)
            self._changed = []
            self.dataChanged.emit(self.index(first, STATE), self.index(last, TARGET))

    def _on_block_changed(self, key: str) -> None:
        if key in self._tables:
            self._tables = wording.tables(self._session.project.snapshot().units)
            self._summaries.clear()
        self._on_unit_changed(key)

    def _on_unit_changed(self, key: str) -> None:
        self._tell_changed()
        if key in self._tables:
            self._mark_changed(key)
            return
        old = [number for number, row in enumerate(self._rows) if row.unit == key]
        unit = self._session.project.unit(key)
        new = list(_rows(unit))
        if old:
            self.beginRemoveRows(_ROOT, old[0], old[-1])
            del self._rows[old[0] : old[-1] + 1]
            self._number()
            self.endRemoveRows()
        self._segments.update((segment.key, segment) for segment in unit.segments)
        if old and new:
            self.beginInsertRows(_ROOT, old[0], old[0] + len(new) - 1)
            self._rows[old[0] : old[0]] = new
            self._number()
            self.endInsertRows()


def _rows(unit: Unit) -> list[Row]:
    block = unit.block
    if block.kind.is_table:
        return [Row(unit.key, unit.key, block.kind, 0, "", first=True)]
    rows = []
    for number, segment in enumerate(unit.segments):
        lead = segment.lead or (block.lead if number == 0 else "")
        rows.append(Row(segment.key, unit.key, block.kind, block.level, lead.strip(), number == 0))
    return rows
