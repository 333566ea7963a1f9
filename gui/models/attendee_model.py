"""An attendee table as an item model: a cell holds the Korean and the English of its lines."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.bridge.session import Session
from gui.document.attendees import AttendeeGrid, set_cell
from gui.document.edit import SegmentsEdit
from gui.document.segment import Segment, Unit
from gui.i18n import tr
from gui.models import wording

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class AttendeeModel(QAbstractTableModel):
    """One table of the release, header rows included, since they are translated too."""

    def __init__(self, session: Session, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.unit = unit.key
        self._grid = AttendeeGrid.of(unit)
        self._keys = _cells_by_key(self._grid)
        session.segment_changed.connect(self._on_segment_changed)
        session.unit_changed.connect(self._on_unit_changed)

    @property
    def header_rows(self) -> int:
        """How many rows at the top are the header."""
        return self._grid.header_rows

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Header rows and people."""
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """The columns of the table as it stands in the release."""
        return 0 if parent.isValid() else len(self._grid.roles)

    def segments(self, index: _Index) -> tuple[Segment, ...]:
        """The segments of a cell as they are now, one a line."""
        cell = self._grid.rows[index.row()][index.column()]
        return tuple(self._session.project.segment(segment.key) for segment in cell)

    def index_of(self, key: str) -> QModelIndex:
        """The cell that holds a segment; invalid if it is not in this table."""
        place = self._keys.get(key)
        return self.index(*place) if place else QModelIndex()

    def korean(self, index: _Index) -> str:
        """The Korean of a cell, a line an item, bullets included."""
        return "\n".join(segment.lead + segment.source.text for segment in self.segments(index))

    def english(self, index: _Index) -> str:
        """The English of a cell, a line an item."""
        return "\n".join(segment.target for segment in self.segments(index))

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
            return f"{self.korean(index)} — {self.english(index) or tr('Not translated yet')}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(dict.fromkeys(wording.state_and_origin(segment) for segment in self.segments(index)))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Replace the English of a cell, one line an item; a line more becomes an item more."""
        if role != Qt.ItemDataRole.EditRole or not self._session.editable:
            return False
        unit = self._session.project.unit(self.unit)
        edits = set_cell(unit, index.row(), index.column(), tuple(str(value).split("\n")))
        if not edits:
            return False
        segments = self.segments(index)
        self._session.push(tr("Typing"), edits, segments[0].key if segments else "")
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

    def flags(self, _index: _Index) -> Qt.ItemFlag:
        """Every cell can be edited, unless the project is open for reading only."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._session.editable else flags

    def change_rows(self, label: str, edit: SegmentsEdit) -> None:
        """Add, remove or move a row, as one undo step."""
        self._session.push(label, [edit], edit.new[0].key if edit.new else "")

    def _on_segment_changed(self, key: str) -> None:
        index = self.index_of(key)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _on_unit_changed(self, key: str) -> None:
        if key == self.unit:
            self.beginResetModel()
            self._grid = AttendeeGrid.of(self._session.project.unit(key))
            self._keys = _cells_by_key(self._grid)
            self.endResetModel()


def _cells_by_key(grid: AttendeeGrid) -> dict[str, tuple[int, int]]:
    return {
        segment.key: (row, column)
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        for segment in cell
    }
