"""All keys at a glance; each can be changed."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.i18n import tr

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An action by its stable name, its words, and its key now."""

    name: str
    text: str
    keys: QKeySequence


class KeyTable(Protocol):
    """Whoever owns the actions."""

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """All actions, in the order of the menus."""
        ...

    def change_keys(self, name: str, keys: str | None) -> None:
        """Give an action another key; ``None`` goes back to the usual one."""
        ...


class Shortcuts(QDialog):
    """A list of actions with their keys and a field to type another key."""

    def __init__(self, parent: QWidget, table: KeyTable) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(560, 560)
        self._actions = table
        self._filter = QLineEdit(placeholderText=tr("Filter"), clearButtonEnabled=True)
        self._filter.setAccessibleName(tr("Filter"))
        self._table = self._make_table()
        self._keys = QKeySequenceEdit()
        self._keys.setAccessibleName(tr("New key"))
        self._said = QLabel(wordWrap=True)
        self._lay_out()
        self._filter.textChanged.connect(self._on_filter)
        self._fill()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setAccessibleName(tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([tr("Action"), tr("Key")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return table

    def _lay_out(self) -> None:
        change, usual = QPushButton(tr("Change")), QPushButton(tr("Usual key"))
        change.clicked.connect(lambda: self._change(self._keys.keySequence().toString()))
        usual.clicked.connect(lambda: self._change(None))
        row = QHBoxLayout()
        for widget in (QLabel(tr("New key")), self._keys, change, usual):
            row.addWidget(widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._table)
        layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        shortcuts = self._actions.shortcuts()
        self._table.setRowCount(len(shortcuts))
        for row, shortcut in enumerate(shortcuts):
            name = QTableWidgetItem(shortcut.text)
            name.setData(_NAME, shortcut.name)
            keys = shortcut.keys.toString(QKeySequence.SequenceFormat.NativeText)
            self._table.setItem(row, 0, name)
            self._table.setItem(row, 1, QTableWidgetItem(keys))

    def _on_filter(self, words: str) -> None:
        for row in range(self._table.rowCount()):
            cells = [self._table.item(row, column) for column in (0, 1)]
            text = " ".join(cell.text() for cell in cells if cell is not None)
            self._table.setRowHidden(row, words.casefold() not in text.casefold())

    def _change(self, keys: str | None) -> None:
        item = self._table.item(self._table.currentRow(), 0)
        if item is None:
            self._said.setText(tr("Choose an action first."))
            return
        name = item.data(_NAME)
        before = self._keys_of(name)
        self._actions.change_keys(name, keys)
        now = self._keys_of(name)
        taken = next(
            (other.text for other in self._actions.shortcuts() if other.name != name and other.keys == now), ""
        )
        if taken and not now.isEmpty():
            self._actions.change_keys(name, before.toString())
            self._said.setText(tr("{keys} already belongs to “{action}”.", keys=now.toString(), action=taken))
            return
        self._said.clear()
        self._keys.clear()
        self._fill()

    def _keys_of(self, name: str) -> QKeySequence:
        return next(shortcut.keys for shortcut in self._actions.shortcuts() if shortcut.name == name)
