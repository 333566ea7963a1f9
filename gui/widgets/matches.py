"""The list of what can be inserted into a segment, a number key each: matches first, then facts."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.bridge import theme
from gui.i18n import tr
from gui.models.offers import Offer
from gui.widgets.marked_text import height_of, laid_out, underlined

KEYS = 9
"""How many can be inserted by key: Ctrl+1 … Ctrl+9."""

_OFFER = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1

_PADDING, _KEY_WIDTH = 6, 52

_Index = QModelIndex | QPersistentModelIndex
_Part = tuple[QTextLayout, QColor]


class _OfferDelegate(QStyledItemDelegate):
    """Where it comes from, Korean standing back, English below it as what one takes, the key at the right edge."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _parts(self, index: _Index, width: int) -> list[_Part]:
        offer: Offer = index.data(_OFFER)
        room, font = width - 2 * _PADDING - _KEY_WIDTH, self._view.font()
        parts: list[_Part] = []
        if offer.heading:
            strong = QFont(font)
            strong.setBold(True)
            parts.append((laid_out(offer.heading, strong, room), theme.text()))
        korean = laid_out(offer.korean, font, room, offer.differences, underlined(theme.warning()))
        english = laid_out(offer.english, font, room, offer.replaced, underlined(theme.good()))
        return [*parts, (korean, theme.faint()), (english, theme.text())]

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for all parts."""
        width = self._view.viewport().width()
        return QSize(width, sum(height_of(layout) for layout, _ in self._parts(index, width)) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, parts, key, and a hairline below a match."""
        cell: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.tint())
        top = QPointF(cell.left() + _PADDING, cell.top() + _PADDING)
        for layout, colour in self._parts(index, cell.width()):
            painter.setPen(colour)
            layout.draw(painter, top)
            top += QPointF(0, height_of(layout))
        painter.setPen(theme.faint())
        key = cell.adjusted(0, _PADDING, -_PADDING, 0)
        painter.drawText(key, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), index.data(_KEY))
        if index.data(_OFFER).match is not None:
            painter.setPen(theme.hairline())
            painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.restore()


class OfferList(QListWidget):
    """Double-click, Enter or a number takes an offer."""

    chosen = Signal(object)
    """The :class:`Offer` that the user takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Ready-made English for this segment"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_OfferDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(_OFFER)))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these in place of what is offered."""
        self.clear()
        for number, offer in enumerate(offers, start=1):
            key = tr("Ctrl+{number}", number=number) if number <= KEYS else ""
            item = QListWidgetItem(f"{offer.spoken}    {key}".rstrip())
            item.setData(_OFFER, offer)
            item.setData(_KEY, key)
            item.setToolTip(tr("Double-click or press {key} to insert", key=key) if key else "")
            self.addItem(item)

    def choose(self, number: int) -> None:
        """Take the one with this number, from 1; nothing happens if there is none."""
        item = self.item(number - 1)
        if item is not None:
            self.chosen.emit(item.data(_OFFER))
