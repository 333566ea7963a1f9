"""This segment: figures, dates, names and terms ready-made for insertion, a number key each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import theme
from gui.document.release import Block
from gui.i18n import say, tr
from gui.models import wording
from gui.workspace.facts import Fact

KEYS = 9
"""How many can be inserted by key: Ctrl+1 … Ctrl+9."""

_ENGLISH = Qt.ItemDataRole.UserRole
_KOREAN = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_PADDING, _KEY_WIDTH = 6, 52

_Index = QModelIndex | QPersistentModelIndex


class _FactDelegate(QStyledItemDelegate):
    """Korean stands back, English below it is what one takes, the key at the right edge."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _text(self, width: int) -> QRect:
        return QRect(_PADDING, _PADDING // 2, max(60, width - 2 * _PADDING - _KEY_WIDTH), 10_000)

    def _heights(self, index: _Index, width: int) -> tuple[int, int]:
        measure, box = self._view.fontMetrics(), self._text(width)
        korean, english = (measure.boundingRect(box, _WRAP, index.data(role)) for role in (_KOREAN, _ENGLISH))
        return korean.height(), english.height()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for both languages."""
        width = self._view.viewport().width()
        return QSize(width, sum(self._heights(index, width)) + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, Korean, English, key."""
        cell: QRect = option.rect
        korean, _ = self._heights(index, cell.width())
        box = self._text(cell.width()).translated(cell.topLeft())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.tint())
        painter.setPen(theme.faint())
        painter.drawText(box, _WRAP, index.data(_KOREAN))
        key = cell.adjusted(0, _PADDING // 2, -_PADDING, 0)
        painter.drawText(key, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), index.data(_KEY))
        painter.setPen(theme.text())
        painter.drawText(box.translated(0, korean), _WRAP, index.data(_ENGLISH))
        painter.restore()


class FactsPanel(QWidget):
    """Follows the caret."""

    inserted = Signal(str)
    """The user wants this English at the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Ready-made English for this segment"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setItemDelegate(_FactDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemActivated.connect(lambda item: self.inserted.emit(item.data(_ENGLISH)))
        self._empty = QLabel(tr("No figures, dates or terms in this segment."), wordWrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        self._kind = QLabel(wordWrap=True)
        self._kind.setAccessibleName(tr("What this block is, and why"))
        layout.addWidget(self._kind)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._list, 1)
        self.show_facts(())

    def show_block(self, block: Block) -> None:
        """Say what the current segment belongs to, and why it was taken for that."""
        name = wording.kind(block.kind, block.level)
        self._kind.setText(f"{name} — {say(block.evidence)}" if block.evidence is not None else name)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Offer these; what is said twice stands once, where it comes first."""
        self._list.clear()
        different = {(fact.korean, fact.english): fact for fact in facts}
        for number, fact in enumerate(different.values(), start=1):
            key = tr("Ctrl+{number}", number=number) if number <= KEYS else ""
            item = QListWidgetItem(f"{fact.korean}  →  {fact.english}    {key}".rstrip())
            for role, words in ((_KOREAN, fact.korean), (_ENGLISH, fact.english), (_KEY, key)):
                item.setData(role, words)
            item.setToolTip(tr("Double-click or press {key} to insert", key=key) if key else "")
            self._list.addItem(item)
        self._list.setVisible(bool(facts))
        self._empty.setVisible(not facts)

    def insert(self, number: int) -> None:
        """Insert the one with this number, from 1; nothing happens if there is none."""
        item = self._list.item(number - 1)
        if item is not None:
            self.inserted.emit(item.data(_ENGLISH))
