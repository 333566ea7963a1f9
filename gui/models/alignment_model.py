"""Two texts side by side as pairs that a person corrects, with a way back."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.i18n import tr
from gui.workspace.aligning import Alignment, Bead

CHOSEN, KOREAN, ENGLISH, SURE = range(4)

DOUBTFUL = 0.9
"""Pairs that are less sure are worth a look."""

_CHOSEN_FROM = 0.5
"""Pairs at least so sure are chosen to begin with."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class _State:
    """An alignment and the numbers of the pairs that go into the memory."""

    alignment: Alignment
    chosen: frozenset[int]


class AlignmentModel(QAbstractTableModel):
    """A row a bead. Each correction is a step that can be undone."""

    changed = Signal()
    """Other pairs, or others of them chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: list[_State] = []
        self._at = -1

    def show(self, alignment: Alignment) -> None:
        """Begin with an alignment, the sure pairs chosen."""
        sure = (n for n, bead in enumerate(alignment.beads) if bead.is_pair and bead.confidence >= _CHOSEN_FROM)
        self.beginResetModel()
        self._states, self._at = [_State(alignment, frozenset(sure))], 0
        self.endResetModel()
        self.changed.emit()

    @property
    def alignment(self) -> Alignment | None:
        """The alignment as it stands, ``None`` before there is one."""
        return self._states[self._at].alignment if self._states else None

    @property
    def chosen(self) -> frozenset[int]:
        """The rows of the pairs that go into the memory."""
        return self._states[self._at].chosen if self._states else frozenset()

    def bead(self, row: int) -> Bead:
        """The bead of a row."""
        return self._states[self._at].alignment.beads[row]

    def doubtful(self, row: int, step: int) -> int | None:
        """The next row (or the one before, for ``-1``) worth a look, round the end; ``None`` if there is none."""
        count = self.rowCount()
        rows = [(row + step * away) % count for away in range(1, count + 1)] if count else []
        return next((one for one in rows if self.bead(one).confidence < DOUBTFUL), None)

    # -- corrections

    def join(self, row: int) -> None:
        """Make a row and the next one a pair.

        Raises:
            ProjectError: there is no next one.
        """
        self._correct(self._now().joined(row))

    def cut(self, row: int) -> None:
        """Cut the last segment of either side off; of one segment and one, each stands alone then.

        Raises:
            ProjectError: there is nothing to cut.
        """
        bead = self.bead(row)
        ends = [span[1] - (span[1] - span[0] > 1) for span in (bead.korean, bead.english)]
        if ends == [bead.korean[1], bead.english[1]]:
            ends[1] = bead.english[0]
        self._correct(self._now().cut(row, *ends))

    def move(self, row: int, column: int, *, down: bool) -> None:
        """Give the last segment of a side to the row below, or the first to the row above.

        Raises:
            ProjectError: there is none.
        """
        self._correct(self._now().moved(row, korean=column == KOREAN, down=down))

    def _now(self) -> Alignment:
        return self._states[self._at].alignment

    def _correct(self, alignment: Alignment) -> None:
        """Choices stay with the pairs that stay; what a person has put together is chosen."""
        before = {(bead.korean, bead.english): n in self.chosen for n, bead in enumerate(self._now().beads)}
        chosen = frozenset(
            n
            for n, bead in enumerate(alignment.beads)
            if bead.is_pair and before.get((bead.korean, bead.english), True)
        )
        self._push(_State(alignment, chosen))

    def _push(self, state: _State) -> None:
        self._states[self._at + 1 :] = [state]
        self.travel(1)

    def can_travel(self, step: int) -> bool:
        """Whether there is a correction to undo (-1) or redo (1)."""
        return 0 <= self._at + step < len(self._states)

    def travel(self, step: int) -> None:
        """Undo (-1) or redo (1) a correction; nothing happens where there is none."""
        if self.can_travel(step):
            self.beginResetModel()
            self._at += step
            self.endResetModel()
            self.changed.emit()

    # -- what the table shows

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many beads there are."""
        return 0 if parent.isValid() or not self._states else len(self._now().beads)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """The columns."""
        return 0 if parent.isValid() else SURE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """What the columns hold."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return ("", tr("Korean"), tr("English"), tr("Sure"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Pairs can be chosen."""
        flags = super().flags(index)
        choosable = index.column() == CHOSEN and self.bead(index.row()).is_pair
        return flags | Qt.ItemFlag.ItemIsUserCheckable if choosable else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The segments of either side, a line each, and how sure the pair is."""
        bead, column = self.bead(index.row()), index.column()
        if column == CHOSEN:
            return self._choice(index.row(), role) if bead.is_pair else None
        if role != _Role.DisplayRole:
            return None
        if column == SURE:
            percent = tr("{percent} %", percent=round(100 * bead.confidence))
            return percent if bead.confidence >= DOUBTFUL else f"? {percent}"
        alignment = self._now()
        texts = alignment.korean[slice(*bead.korean)] if column == KOREAN else alignment.english[slice(*bead.english)]
        return "\n".join(f"• {text}" for text in texts) if len(texts) > 1 else "".join(texts) or "—"

    def _choice(self, row: int, role: int) -> object:
        chosen = row in self.chosen
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return tr("goes into the memory") if chosen else tr("left out")
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Choose a pair, or leave it out, as a step that can be undone."""
        if index.column() != CHOSEN or role != _Role.CheckStateRole or not self.bead(index.row()).is_pair:
            return False
        row = frozenset({index.row()})
        chosen = self.chosen | row if Qt.CheckState(value) is Qt.CheckState.Checked else self.chosen - row
        self._states[self._at + 1 :] = [_State(self._now(), chosen)]
        self._at += 1
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True
