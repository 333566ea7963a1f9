"""Corrections that came back as rows to decide on: what stands there, what came back, accepted or refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.i18n import tr
from gui.models import correction_wording as wording
from gui.workspace.corrections.model import Change, Corrections, Remark

DECISION, NUMBER, KOREAN, OLD, NEW = range(5)
"""The columns."""

DIFFERS = Qt.ItemDataRole.UserRole
"""The role by which a row says that it holds two wordings of one text."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Decision(Enum):
    """What a person says to a row."""

    OPEN = 0
    ACCEPTED = 1
    REFUSED = 2


@dataclass(slots=True)
class Entry:
    """A row: a change or a remark, and what was decided."""

    item: Change | Remark
    source: str
    decision: Decision = Decision.OPEN

    @property
    def change(self) -> Change | None:
        """The change, ``None`` for a remark."""
        return self.item if isinstance(self.item, Change) else None

    @property
    def remark(self) -> Remark | None:
        """The remark, ``None`` for a change."""
        return self.item if isinstance(self.item, Remark) else None

    @property
    def segment(self) -> str:
        """The key of its segment."""
        return self.item.key if isinstance(self.item, Change) else self.item.comment.segment

    @property
    def doubtful(self) -> bool:
        """Whether it is accepted by itself only."""
        return isinstance(self.item, Change) and bool(self.item.doubts)


class CorrectionModel(QAbstractTableModel):
    """All changes and remarks of one document: first those in doubt, then the others in the order of the release."""

    decided = Signal()
    """A row was accepted or refused."""

    def __init__(self, corrections: Corrections, sources: dict[str, str], parent: QObject | None = None) -> None:
        """``sources`` is the Korean of the segments by key."""
        super().__init__(parent)
        self._corrections = corrections
        items: list[Change | Remark] = [*corrections.changes, *corrections.remarks]
        self.entries = [Entry(item, "") for item in items]
        for entry in self.entries:
            entry.source = sources.get(entry.segment, "")
        self.entries.sort(key=lambda entry: (not entry.doubtful, entry.item.number, entry.remark is not None))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row a change or remark."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Decision, number, Korean, English now, English that came back."""
        return 0 if parent.isValid() else 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, and what a screen reader says."""
        if not index.isValid():
            return None
        entry, column = self.entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(entry.item) if column == NEW else self._text(entry, column)
        if role == DIFFERS:
            return entry.change is not None
        if role == Qt.ItemDataRole.ToolTipRole and entry.doubtful:
            return "\n".join(map(wording.doubt, entry.item.doubts)) if isinstance(entry.item, Change) else None
        return None

    def _text(self, entry: Entry, column: int) -> str:
        if column == DECISION:
            return _mark(entry.decision)
        if column == NUMBER:
            return f"{entry.item.number} ⚠" if entry.doubtful else str(entry.item.number)
        if column == KOREAN:
            return entry.source
        if isinstance(entry.item, Remark):
            return wording.remark(entry.item) if column == NEW else entry.item.comment.quote
        return entry.item.current if column == OLD else entry.item.corrected

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The names of the columns and the numbers of the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (tr("Decision"), tr("No."), tr("Korean"), tr("English now"), tr("Corrected"))[section]

    def decide(self, rows: Iterable[int], decision: Decision) -> None:
        """Accept or refuse rows. Of two changes of one segment only one can be accepted: the other is refused."""
        for row in rows:
            entry = self.entries[row]
            entry.decision = decision
            if decision is Decision.ACCEPTED and entry.change is not None:
                self._refuse_others(entry)
        if self.entries:
            self.dataChanged.emit(self.index(0, DECISION), self.index(len(self.entries) - 1, NEW))
        self.decided.emit()

    def _refuse_others(self, chosen: Entry) -> None:
        for entry in self.entries:
            if entry is not chosen and entry.change is not None and entry.segment == chosen.segment:
                entry.decision = Decision.REFUSED

    def decide_all(self, decision: Decision) -> None:
        """Accept all that is in no doubt, or refuse everything."""
        wanted = (
            row for row, entry in enumerate(self.entries) if decision is not Decision.ACCEPTED or not entry.doubtful
        )
        self.decide(wanted, decision)

    def count(self, decision: Decision) -> int:
        """How many rows were decided so."""
        return sum(entry.decision is decision for entry in self.entries)

    def accepted_changes(self) -> list[Change]:
        """The changes to take over."""
        return [entry.change for entry in self._accepted() if entry.change is not None]

    def accepted_remarks(self) -> list[Remark]:
        """The remarks to take over."""
        return [entry.remark for entry in self._accepted() if entry.remark is not None]

    def _accepted(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.decision is Decision.ACCEPTED]

    def remarks_of(self, segment: str) -> list[Remark]:
        """What was remarked on a segment."""
        return [remark for remark in self._corrections.remarks if remark.comment.segment == segment]


def _mark(decision: Decision) -> str:
    return {
        Decision.OPEN: tr("? open"),
        Decision.ACCEPTED: tr("✓ accepted"),
        Decision.REFUSED: tr("✕ refused"),
    }[decision]
