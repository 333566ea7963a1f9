"""What a concordance search found, a row each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.i18n import tr

if TYPE_CHECKING:
    from gui.workspace.memories import Hit  # opened after the first paint

KOREAN, ENGLISH, MEMORY, CHANGED = range(4)

SPANS = Qt.ItemDataRole.UserRole + 20
"""The role of the places of a text that are to be marked: start and end in characters."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class HitModel(QAbstractTableModel):
    """Korean, English, memory and day of the last change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: "Sequence[Hit]") -> None:
        """Show these."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> "Hit":
        """The hit of a row."""
        return self._hits[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """The columns."""
        return 0 if parent.isValid() else CHANGED + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns hold."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Korean"), tr("English"), tr("Memory"), tr("Changed"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts, and where what was looked for stands in them."""
        hit, column = self._hits[index.row()], index.column()
        if role == SPANS:
            return {KOREAN: hit.source_spans, ENGLISH: hit.target_spans}.get(column, ())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        unit = hit.unit
        day = unit.changed or unit.created
        return (unit.source, unit.target, hit.memory, f"{day.astimezone():%Y-%m-%d}" if day else "")[column]
