"""The list of translation memories, in order of trust."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.i18n import say, tr
from gui.workspace.memories import MemorySpec, MemoryStatus

NAME, UNITS, WRITABLE, PENALTY, STATUS = range(5)

MOST_PENALTY = 30
"""More percent off would leave no match that helps."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class MemoryModel(QAbstractTableModel):
    """Whether a memory may be written, and its penalty, can be changed in place."""

    edited = Signal(object)
    """The user wants these :class:`MemorySpec` in place of those that hold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._statuses: tuple[MemoryStatus, ...] = ()

    def show(self, statuses: Sequence[MemoryStatus]) -> None:
        """Show these."""
        self.beginResetModel()
        self._statuses = tuple(statuses)
        self.endResetModel()

    @property
    def specs(self) -> tuple[MemorySpec, ...]:
        """The memories as they are shown."""
        return tuple(status.spec for status in self._statuses)

    def status(self, row: int) -> MemoryStatus:
        """The memory of a row."""
        return self._statuses[row]

    def _learner(self) -> MemoryStatus | None:
        """The memory that keeps what is confirmed."""
        return next((status for status in self._statuses if status.ready and status.spec.writable), None)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._statuses)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """The columns."""
        return 0 if parent.isValid() else STATUS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """What the columns hold."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Name"), tr("Pairs"), tr("Writable"), tr("Penalty"), tr("State"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Two columns can be changed."""
        flags = super().flags(index)
        if index.column() == WRITABLE:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PENALTY else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The texts, the check mark, and the number to edit."""
        status, column = self._statuses[index.row()], index.column()
        spec = status.spec
        if column == WRITABLE and role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if spec.writable else Qt.CheckState.Unchecked
        if column == PENALTY and role == _Role.EditRole:
            return spec.penalty
        if role == _Role.ToolTipRole:
            return _explained(status, column)
        if role == _Role.AccessibleTextRole and column == WRITABLE:
            return tr("writable") if spec.writable else tr("read-only")
        if role != _Role.DisplayRole or column == WRITABLE:
            return None
        return {
            NAME: spec.name,
            UNITS: f"{status.units:,}",
            PENALTY: tr("{percent} %", percent=spec.penalty),
            STATUS: _state(status, learns=status is self._learner()),
        }[column]

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Ask for the change; it is shown once it holds."""
        spec = self._statuses[index.row()].spec
        if index.column() == WRITABLE and role == _Role.CheckStateRole:
            changed = replace(spec, writable=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif index.column() == PENALTY and role == _Role.EditRole and isinstance(value, int):
            changed = replace(spec, penalty=min(max(value, 0), MOST_PENALTY))
        else:
            return False
        if changed != spec:
            specs = self.specs
            self.edited.emit((*specs[: index.row()], changed, *specs[index.row() + 1 :]))
        return changed != spec


def _state(status: MemoryStatus, *, learns: bool) -> str:
    if status.remark is not None:
        return say(status.remark)
    if not status.ready:
        return tr("not open")
    if learns:
        return tr("ready, keeps what you confirm")
    return tr("ready") if status.spec.writable else tr("ready, read-only")


def _explained(status: MemoryStatus, column: int) -> str:
    return {
        WRITABLE: tr("What you confirm goes into the first writable memory."),
        PENALTY: tr("Percent taken off the value of its matches: more for memories that you trust less."),
        STATUS: say(status.remark) if status.remark is not None else "",
    }.get(column, status.spec.path.name)
