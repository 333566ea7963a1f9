"""The names of persons in a release as a table: the English can be edited, and bears a ``?`` until confirmed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.bridge import theme
from gui.i18n import say, tr
from gui.language.romanise import has_hangul
from gui.workspace.naming import NameEntry

KOREAN, ENGLISH, PLACES, GROUNDS = range(4)
"""The columns."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class NameModel(QAbstractTableModel):
    """One row a person. What is typed is kept for its row, and nothing more, until somebody confirms it."""

    refused = Signal(str)
    """Why what was typed cannot be a spelling."""

    def __init__(self, parent: QObject | None = None, *, editable: bool = True) -> None:
        super().__init__(parent)
        self._entries: tuple[NameEntry, ...] = ()
        self._typed: dict[str, str] = {}
        self._editable = editable

    def show_names(self, entries: Sequence[NameEntry]) -> None:
        """Show these; the rows stay what they are where only their spellings differ."""
        entries = tuple(entries)
        same_people = [entry.hangul for entry in entries] == [entry.hangul for entry in self._entries]
        if entries == self._entries:
            return
        if not same_people:
            self.beginResetModel()
        self._entries = entries
        if same_people:
            self.dataChanged.emit(self.index(0, KOREAN), self.index(len(entries) - 1, GROUNDS))
        else:
            self.endResetModel()

    def set_editable(self, *, editable: bool) -> None:
        """Whether spellings can be typed."""
        self._editable = editable

    def entry(self, row: int) -> NameEntry:
        """The person of a row."""
        return self._entries[row]

    def english(self, row: int) -> str:
        """The spelling of a row as typed, else as proposed or confirmed."""
        entry = self._entries[row]
        return self._typed.get(entry.hangul, entry.english)

    def is_confirmed(self, row: int) -> bool:
        """Whether this spelling was confirmed, and nothing else typed since."""
        return self._entries[row].confirmed and self._entries[row].hangul not in self._typed

    def forget_typed(self, row: int) -> None:
        """The spelling of a row was confirmed: nothing typed is left to keep."""
        self._typed.pop(self._entries[row].hangul, None)
        self._announce(row)

    def _announce(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, KOREAN), self.index(row, GROUNDS))

    # -- what Qt asks

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row a person."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """See the columns above."""
        return 0 if parent.isValid() else GROUNDS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:
        """What the columns are called."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Korean"), tr("English"), tr("Places"), tr("Grounds"))[section]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Words for the eye and for screen readers; what is not confirmed has the colour of warnings."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _Role.EditRole and column == ENGLISH:
            return self.english(row)
        if role == _Role.ForegroundRole and column == ENGLISH:
            return theme.good() if self.is_confirmed(row) else theme.warning()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(row, column)
        if role == _Role.AccessibleTextRole:
            return self._spoken(row) if column == ENGLISH else self._text(row, column)
        return None

    def _text(self, row: int, column: int) -> str:
        entry = self._entries[row]
        if column == KOREAN:
            return entry.hangul
        if column == ENGLISH:
            return self.english(row) if self.is_confirmed(row) else tr("{name} ?", name=self.english(row))
        if column == PLACES:
            return str(len(entry.occurrences))
        return tr("typed here") if entry.hangul in self._typed else say(entry.grounds)

    def _spoken(self, row: int) -> str:
        if self.is_confirmed(row):
            return tr("{name}, confirmed", name=self.english(row))
        return tr("{name}, not confirmed", name=self.english(row))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The English can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == ENGLISH and self._editable else flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Keep what was typed for a name; one needs Latin letters and no Hangul."""
        if role != _Role.EditRole or not index.isValid() or index.column() != ENGLISH:
            return False
        english, entry = " ".join(str(value).split()), self._entries[index.row()]
        if has_hangul(english) or not any(letter.isalpha() for letter in english):
            self.refused.emit(tr("Write the name of {name} in Latin letters.", name=entry.hangul))
            return False
        if english == entry.english:
            self._typed.pop(entry.hangul, None)
        else:
            self._typed[entry.hangul] = english
        self._announce(index.row())
        return True
