"""The termbase as a table: the user's terms, which can be edited, above the project's own, which are locked."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from gui.bridge import theme
from gui.i18n import say, tr
from gui.language.termbase import Term
from gui.workspace.term_rows import COLUMNS, TermError, with_field

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_MANY = 50
"""Rows from which on it is quicker to show the whole table anew than to take them out one by one."""


def headings() -> dict[str, str]:
    """What each column is called, by its name."""
    return {
        "ko": tr("Korean"),
        "en": tr("English"),
        "accepted": tr("Also right"),
        "forbidden": tr("Wrong"),
        "domain": tr("Subject"),
        "valid_from": tr("From"),
        "valid_to": tr("To"),
        "certainty": tr("Certainty"),
        "source": tr("Source"),
        "note": tr("Note"),
    }


class TermModel(QAbstractTableModel):
    """A list of terms that is edited here; nothing of it is in force until somebody keeps it."""

    refused = Signal(str)
    """Why a cell cannot hold what was typed."""

    changed = Signal()
    """The user's terms are others now."""

    def __init__(self, mine: Iterable[Term], built_in: Iterable[Term], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = list(headings().values())
        self._built_in = tuple(built_in)
        self._terms: list[Term] = [*mine, *self._built_in]
        self._words = [_words(term) for term in self._terms]

    def mine(self) -> tuple[Term, ...]:
        """The user's terms as they stand in the table."""
        return tuple(term for term in self._terms if term.by_user)

    def term(self, row: int) -> Term:
        """The term of a row."""
        return self._terms[row]

    def matches(self, row: int, words: Sequence[str]) -> bool:
        """Whether all words, in lower case, stand somewhere in a row."""
        return all(word in self._words[row] for word in words)

    # -- what Qt asks

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row a term."""
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """One column a field."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:
        """What the columns are called."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._headings[section]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """A field; the project's own rows are faint and say why they cannot be edited."""
        if not index.isValid():
            return None
        term = self._terms[index.row()]
        if role in (_Role.DisplayRole, _Role.EditRole):
            return COLUMNS[index.column()].get(term)
        if role == _Role.ForegroundRole and not term.by_user:
            return theme.faint()
        if role == _Role.ToolTipRole:
            locked = tr("Built in. To change it, add a term of your own with the same Korean.")
            return COLUMNS[index.column()].get(term) if term.by_user else locked
        if role == _Role.AccessibleTextRole:
            text = COLUMNS[index.column()].get(term)
            return text if term.by_user else tr("{text}, built in", text=text)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The user's rows can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._terms[index.row()].by_user else flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Change a field; what it cannot hold is refused with a sentence."""
        row = index.row()
        if role != _Role.EditRole or not index.isValid() or not self._terms[row].by_user:
            return False
        try:
            term = with_field(self._terms[row], COLUMNS[index.column()].name, str(value))
        except TermError as error:
            self.refused.emit(say(error.message))
            return False
        if term != self._terms[row]:
            self._terms[row], self._words[row] = term, _words(term)
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
            self.changed.emit()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a field, the user's terms always above the others."""
        get, downwards = COLUMNS[column].get, order == Qt.SortOrder.DescendingOrder
        terms = sorted(self._terms, key=lambda term: get(term).casefold(), reverse=downwards)
        self._replace(sorted(terms, key=lambda term: not term.by_user))

    # -- changing the list

    def add(self, term: Term) -> int:
        """Put a term of the user on top; gives back its row."""
        self.beginInsertRows(_ROOT, 0, 0)
        self._terms.insert(0, term)
        self._words.insert(0, _words(term))
        self.endInsertRows()
        self.changed.emit()
        return 0

    def remove(self, rows: Iterable[int]) -> None:
        """Remove the rows among these that are the user's."""
        mine = sorted((row for row in rows if self._terms[row].by_user), reverse=True)
        if len(mine) > _MANY:
            gone = set(mine)
            self._replace([term for row, term in enumerate(self._terms) if row not in gone])
        else:
            for row in mine:
                self.beginRemoveRows(_ROOT, row, row)
                del self._terms[row], self._words[row]
                self.endRemoveRows()
        self.changed.emit()

    def replace_mine(self, mine: Iterable[Term]) -> None:
        """Put other terms of the user in place of all that are there."""
        self._replace([*mine, *self._built_in])
        self.changed.emit()

    def _replace(self, terms: list[Term]) -> None:
        self.beginResetModel()
        self._terms = terms
        self._words = [_words(term) for term in terms]
        self.endResetModel()


def _words(term: Term) -> str:
    return "\n".join(column.get(term) for column in COLUMNS).casefold()


class TermFilter(QSortFilterProxyModel):
    """The rows that hold what is searched for."""

    def __init__(self, terms: TermModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        self._wanted: tuple[str, ...] = ()
        self._only_mine = False
        self.setDynamicSortFilter(False)  # a row that is being edited does not leave under the hands of its user
        self.setSourceModel(terms)

    def search(self, text: str, *, only_mine: bool) -> None:
        """Show the rows with all these words, of the user alone if wanted."""
        self._wanted, self._only_mine = tuple(text.casefold().split()), only_mine
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: _Index) -> bool:
        """Whether a row is shown."""
        if self._only_mine and not self._terms.term(row).by_user:
            return False
        return not self._wanted or self._terms.matches(row, self._wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the model, which knows its terms: asking it cell by cell takes seconds with many."""
        if column >= 0:
            self._terms.sort(column, order)

    def shown(self) -> tuple[Term, ...]:
        """The terms that are shown, in order."""
        return tuple(self._terms.term(self.mapToSource(self.index(row, 0)).row()) for row in range(self.rowCount()))
