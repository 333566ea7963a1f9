"""Paints a cell of a table: Korean small above, English below, its state and what is to be confirmed."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.bridge import theme
from gui.document.richtext import RichText
from gui.document.segment import State
from gui.i18n import tr
from gui.models.table_model import TableModel
from gui.widgets import segment_style as style
from gui.widgets.laid_out import LaidOutTexts, draw
from gui.widgets.state_mark import paint_state

_PADDING = 7
_GAP = 2
_MARKS = 34
"""Room at the right for the question mark and the mark of the state."""

_ICON = 12

_WIDE = 130
"""Pixels that a cell needs to say in words that it has no English; a narrower one shows a dash."""

_KOREAN, _ENGLISH = 0.84, 0.95
"""Sizes relative to body text."""

_LINE = 1.5

Index = QModelIndex | QPersistentModelIndex
Face = tuple[QFont, float]
"""A font and the distance of its lines in pixels."""


def no_english(width: int) -> str:
    """What stands in place of the English that a cell has not yet, in a text so many pixels wide."""
    return tr("Not translated yet") if width >= _WIDE else "—"


class CellDelegate(QStyledItemDelegate):
    """Two languages in each cell. The texts of the current cell are editors that lie over it."""

    def __init__(self, model: TableModel, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._texts = LaidOutTexts()
        self.current = QPersistentModelIndex()
        self.active = False
        self.zoom = 100

    def forget(self) -> None:
        """Drop what was laid out: fonts or colours changed."""
        self._texts.forget()

    def face(self, index: Index, *, korean: bool) -> Face:
        """How one side of a cell is set."""
        size = _KOREAN if korean else _ENGLISH
        bold = not korean and index.row() < self._model.header_rows
        return style.font(size, bold=bold, zoom=self.zoom), round(style.em(self.zoom) * size * _LINE)

    def _document(self, index: Index, width: int, *, korean: bool) -> QTextDocument:
        text = self._model.korean(index).rstrip("\n") if korean else self._model.english(index)
        if not korean and not text.strip():
            text = no_english(width) + text if self._model.korean(index).strip() else text
        return self._texts.document(RichText(text), *self.face(index, korean=korean), width)

    def boxes(self, index: Index, cell: QRect) -> tuple[QRect, QRect]:
        """Where the Korean and the English of a cell lie: the editors are put exactly there."""
        box = cell.adjusted(_PADDING, _PADDING, -_PADDING - _MARKS, -_PADDING)
        width = max(40, box.width())
        korean = ceil(self._document(index, width, korean=True).size().height())
        english = box.top() + korean + _GAP
        return QRect(box.left(), box.top(), width, korean), QRect(
            box.left(), english, width, box.bottom() + 1 - english
        )

    def height(self, index: Index, column_width: int) -> int:
        """The height that a cell needs for both languages."""
        width = max(40, column_width - 2 * _PADDING - _MARKS)
        sides = (self._document(index, width, korean=korean).size().height() for korean in (True, False))
        return self.framed(sum(map(ceil, sides)))

    def framed(self, texts: int) -> int:
        """The height of a cell whose texts are so high together."""
        return texts + 2 * _PADDING + _GAP + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for both languages at the width of the column."""
        width: int = option.rect.width()
        return QSize(width, self.height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, Korean, English, marks."""
        cell: QRect = option.rect
        painter.save()
        self._paint_ground(painter, cell, index)
        self._paint_marks(painter, cell, index)
        self._paint_texts(painter, cell, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, index: Index) -> None:
        current = self.active and self.current == index
        if current:
            painter.fillRect(cell, theme.tint())
        elif index.row() < self._model.header_rows:
            painter.fillRect(cell, theme.hover())
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.hairline())
        if current:
            painter.fillRect(QRect(cell.left(), cell.top(), 3, cell.height() - 1), theme.accent())

    def _paint_marks(self, painter: QPainter, cell: QRect, index: Index) -> None:
        states = [segment.state for segment in self._model.segments(index)]
        if not states:
            return
        top, right = cell.top() + _PADDING + 2, cell.right() - _PADDING
        least = min(states, key=list(State).index)
        paint_state(painter, QRectF(right - _ICON, top, _ICON, _ICON), least, self._view.devicePixelRatioF())
        if self._model.unconfirmed(index):
            painter.setPen(theme.warning())
            painter.setFont(style.font(1.0, bold=True, zoom=100))
            box = QRectF(right - _ICON - 18, top - 4, 16, _ICON + 8)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_texts(self, painter: QPainter, cell: QRect, index: Index) -> None:
        korean, english = self.boxes(index, cell)
        is_current = self.current == index
        if not (is_current and self._model.is_added(index)):
            self._draw(painter, korean, index, theme.faint(), korean=True)
        if not is_current:
            colour = theme.text() if self._model.english(index).strip() else theme.faint()
            self._draw(painter, english, index, colour, korean=False)

    def _draw(self, painter: QPainter, box: QRect, index: Index, colour: QColor, *, korean: bool) -> None:
        painter.save()
        painter.translate(QPointF(box.topLeft()))
        draw(painter, self._document(index, box.width(), korean=korean), colour, [])
        painter.restore()

    def createEditor(self, _parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """No editor of the view's own: the table keeps its texts over the current cell."""
        return None  # type: ignore[return-value]  # Qt takes a null pointer as "no editor"
