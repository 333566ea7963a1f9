"""This segment: figures, dates, names and terms ready-made for insertion, a number key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.i18n import tr
from gui.workspace.facts import Fact

KEYS = 9
"""How many can be inserted by key: Ctrl+1 … Ctrl+9."""

_ENGLISH = Qt.ItemDataRole.UserRole


class FactsPanel(QWidget):
    """Follows the caret."""

    inserted = Signal(str)
    """The user wants this English at the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Ready-made English for this segment"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(lambda item: self.inserted.emit(item.data(_ENGLISH)))
        self._empty = QLabel(tr("No figures, dates or terms in this segment."), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        self.show_facts(())

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Offer these; equal ones once."""
        self._list.clear()
        for number, fact in enumerate(dict.fromkeys(facts), start=1):
            key = tr("Ctrl+{number}", number=number) if number <= KEYS else ""
            item = QListWidgetItem(f"{fact.korean}  →  {fact.english}    {key}".rstrip())
            item.setData(_ENGLISH, fact.english)
            item.setToolTip(tr("Double-click or press {key} to insert", key=key) if key else "")
            self._list.addItem(item)
        self._list.setVisible(bool(facts))
        self._empty.setVisible(not facts)

    def insert(self, number: int) -> None:
        """Insert the one with this number, from 1; nothing happens if there is none."""
        item = self._list.item(number - 1)
        if item is not None:
            self.inserted.emit(item.data(_ENGLISH))
