"""Wrapped text with marked places, for lists and tables that show texts beside one another."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.bridge import theme
from gui.models.hit_model import SPANS

Span = tuple[int, int]
"""Start and end in characters."""

_PADDING = 6
_LEAST_WIDTH = 60


def underlined(colour: QColor) -> QTextCharFormat:
    """Marked by colour and, for those who see no colours, by a line."""
    made = QTextCharFormat()
    made.setForeground(colour)
    made.setFontUnderline(True)
    made.setUnderlineColor(colour)
    return made


def highlighted() -> QTextCharFormat:
    """What was looked for: on a ground of its own, underlined."""
    made = QTextCharFormat()
    made.setBackground(theme.found())
    made.setFontUnderline(True)
    return made


def laid_out(
    text: str, font: QFont, width: int, spans: Iterable[Span] = (), marked: QTextCharFormat | None = None
) -> QTextLayout:
    """A text in lines of a width in pixels, some of its characters marked."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption())
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marked is not None:
        layout.setFormats([_range(text, span, marked) for span in spans])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, _LEAST_WIDTH))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _range(text: str, span: Span, marked: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = _units(text[: span[0]])
    made.length = _units(text[span[0] : span[1]])
    made.format = marked
    return made


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def height_of(layout: QTextLayout) -> int:
    """Its height in pixels."""
    return round(layout.boundingRect().height())


class MarkedDelegate(QStyledItemDelegate):
    """Draws cells of a table in as many lines as they need, with the places of :data:`SPANS` marked."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def _layout(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QTextLayout:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = self._table.columnWidth(index.column()) - 2 * _PADDING
        font: QFont = option.font
        return laid_out(text, font, width, index.data(SPANS) or (), highlighted())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for all lines."""
        height = height_of(self._layout(option, index)) + 2 * _PADDING
        return QSize(self._table.columnWidth(index.column()), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground and text; the current row is tinted as in the texts."""
        cell: QRect = option.rect
        painter.save()
        painter.setClipRect(cell)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.tint())
        painter.setPen(theme.text())
        self._layout(option, index).draw(painter, QPointF(cell.left() + _PADDING, cell.top() + _PADDING))
        painter.setPen(theme.hairline())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.restore()


class CheckDelegate(QStyledItemDelegate):
    """Draws check boxes that can be seen on a dark ground too, where those of some styles cannot."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A frame, and a check mark in it; nothing where there is nothing to choose."""
        cell: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.tint())
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            box = self._box(option, index)
            painter.setPen(theme.faint())
            painter.drawRect(box)
            if Qt.CheckState(state) is Qt.CheckState.Checked:
                painter.drawPixmap(box, theme.pixmap("confirm", 4 * box.width(), theme.text()))
        painter.setPen(theme.hairline())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.restore()

    def _box(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the style takes clicks on the box."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        style = QApplication.style()
        place: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, full)
        return place.adjusted(0, 0, -1, -1)
