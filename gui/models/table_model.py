"""A table of the release as an item model: a cell holds the Korean and the English of its lines."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.bridge.session import Session
from gui.document.edit import SegmentsEdit, TargetEdit
from gui.document.segment import Segment, Unit
from gui.document.tables import Spot, TableGrid, set_cell, set_source, spans
from gui.i18n import tr
from gui.models import wording

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Row = tuple[tuple[Segment, ...], ...]


class TableModel(QAbstractTableModel):
    """One table of the release, header rows included, since they are translated too.

    It keeps the segments that it shows: while rows are being replaced, the project has others already.
    """

    spans_changed = Signal()
    """Cells are merged in another way, since rows came, went or moved."""

    def __init__(self, session: Session, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.unit = unit.key
        self._columns = 0
        self.header_rows = 0
        self._rows: list[_Row] = []
        self.spans: dict[Spot, tuple[int, int]] = {}
        self._take(unit)
        session.segment_changed.connect(self._on_segment_changed)
        session.unit_changed.connect(self._on_unit_changed)

    def _take(self, unit: Unit) -> None:
        grid = TableGrid.of(unit)
        self._columns, self.header_rows, self._rows = len(grid.roles), grid.header_rows, list(grid.rows)
        self._number()
        self._measure_spans(unit)

    def _measure_spans(self, unit: Unit) -> None:
        self.spans = {spot: (cell.row_span, cell.column_span) for spot, cell in spans(unit).items()}
        self._covered = {
            (row + down, column + right): (row, column)
            for (row, column), (rows, columns) in self.spans.items()
            for down in range(rows)
            for right in range(columns)
            if down or right
        }

    def _number(self) -> None:
        cells = ((row, column, cell) for row, cells in enumerate(self._rows) for column, cell in enumerate(cells))
        self._places = {segment.key: (row, column) for row, column, cell in cells for segment in cell}

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Header rows and people."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """The columns of the table as it stands in the release."""
        return 0 if parent.isValid() else self._columns

    def segments(self, index: _Index) -> tuple[Segment, ...]:
        """The segments of a cell, one a line."""
        return self._rows[index.row()][index.column()]

    def is_covered(self, index: _Index) -> bool:
        """Whether a merged cell lies over this place."""
        return (index.row(), index.column()) in self._covered

    def origin(self, index: _Index) -> QModelIndex:
        """The cell that is seen at a place: the place itself, unless a merged cell lies over it."""
        return self.index(*self._covered.get((index.row(), index.column()), (index.row(), index.column())))

    def index_of(self, key: str) -> QModelIndex:
        """The cell that holds a segment; invalid if it is not in this table."""
        place = self._places.get(key)
        return self.index(*place) if place else QModelIndex()

    def korean(self, index: _Index) -> str:
        """The Korean of a cell, a line an item, bullets included."""
        return "\n".join(segment.lead + segment.source.text for segment in self.segments(index))

    def english(self, index: _Index) -> str:
        """The English of a cell, a line an item."""
        return "\n".join(segment.target for segment in self.segments(index))

    def is_added(self, index: _Index) -> bool:
        """Whether a person added the cell, so that its Korean can be typed too."""
        segments = self.segments(index)
        return bool(segments) and all(segment.added for segment in segments)

    def unconfirmed(self, index: _Index) -> bool:
        """Whether a name or a word in the cell is still to be confirmed."""
        return any(segment.translation.open_marks for segment in self.segments(index))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The English, and both languages for tooltips and screen readers."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.english(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.korean(index)} — {self.english(index).strip() or tr('Not translated yet')}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(dict.fromkeys(wording.state_and_origin(segment) for segment in self.segments(index)))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Replace the English of a cell, one line an item; a line more becomes an item more."""
        return role == Qt.ItemDataRole.EditRole and self.type_english(index, str(value), -1)

    def type_english(self, index: _Index, text: str, caret: int) -> bool:
        """A person typed the English of a cell; typing on in one line is one undo step, as on the desk.

        Args:
            index: the cell; nothing happens where its row is gone.
            text: its English, one line an item.
            caret: where the caret is in ``text``, in characters.
        """
        if not (self._session.editable and index.isValid()) or text == self.english(index):
            return False
        unit = self._session.project.unit(self.unit)
        edits = set_cell(unit, index.row(), index.column(), tuple(text.split("\n")))
        if len(edits) == 1 and isinstance(edits[0], TargetEdit):
            self._session.type_target(edits[0].key, edits[0].new.text, caret)
        else:
            segments = self.segments(index)
            self._session.push(tr("Typing"), edits, segments[0].key if segments else "")
        return bool(edits)

    def type_korean(self, index: _Index, text: str, run: object) -> bool:
        """A person typed the Korean of a cell that was added by hand.

        Args:
            index: the cell; nothing happens where its row is gone.
            text: its Korean, one line an item.
            run: what is typed in the same one is one undo step.
        """
        if not (self._session.editable and index.isValid() and self.is_added(index)) or text == self.korean(index):
            return False
        edit = set_source(self._session.project.unit(self.unit), index.row(), index.column(), tuple(text.split("\n")))
        self._session.push_part(tr("Typing"), [edit], run, self.segments(index)[0].key)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Row numbers, and for columns the Korean of the header."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self.korean(self.index(0, section)) if self.header_rows else section + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be edited, unless the project is open for reading only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._session.editable else flags

    def change_rows(self, label: str, edit: SegmentsEdit, row: int) -> None:
        """Add, remove or move rows, as one undo step that belongs to ``row``."""
        place = next((item.key for item in edit.new if item.cell is not None and item.cell.row == row), "")
        self._session.push(label, [edit], place)

    def _on_segment_changed(self, key: str) -> None:
        place = self._places.get(key)
        if place is not None:
            row, column = place
            cells = list(self._rows[row])
            cells[column] = tuple(self._session.project.segment(segment.key) for segment in cells[column])
            self._rows[row] = tuple(cells)
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def _on_unit_changed(self, key: str) -> None:
        """Tell views the least that changed: a reset would throw the one who types out of the cell."""
        if key != self.unit:
            return
        unit = self._session.project.unit(key)
        self._measure_spans(unit)
        self.spans_changed.emit()
        old, new = self._rows, list(TableGrid.of(unit).rows)
        if len(old) == len(new):
            self._rows = new
            self._number()
            self._tell_changed(old, new)
            return
        first = _common(old, new)
        last = _common(old[first:][::-1], new[first:][::-1])
        self._replace_rows(first, len(old) - last, new[first : len(new) - last])
        self._rows = new
        self._number()

    def _tell_changed(self, old: list[_Row], new: list[_Row]) -> None:
        for row, (before, after) in enumerate(zip(old, new, strict=True)):
            for column, cell in enumerate(after):
                if cell != before[column]:
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _replace_rows(self, first: int, stop: int, added: list[_Row]) -> None:
        if stop > first:
            self.beginRemoveRows(_ROOT, first, stop - 1)
            del self._rows[first:stop]
            self._number()
            self.endRemoveRows()
        if added:
            self.beginInsertRows(_ROOT, first, first + len(added) - 1)
            self._rows[first:first] = added
            self._number()
            self.endInsertRows()


def _common(old: list[_Row], new: list[_Row]) -> int:
    """How many rows at the front are the same, wherever they stand in the table."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if [item.key for cell in one for item in cell] != [item.key for cell in other for item in cell]:
            break
        count += 1
    return count
