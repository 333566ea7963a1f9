"""Paints segments so that they read as text in a document, not as cells of a table."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.bridge import theme
from gui.document.richtext import RichText
from gui.i18n import tr
from gui.models import wording
from gui.models.segment_model import SOURCE, STATE, TARGET, Row, SegmentModel
from gui.widgets import segment_style as style
from gui.widgets.laid_out import LaidOutTexts, Selection, draw
from gui.widgets.segment_editor import Format
from gui.widgets.state_mark import paint_state

_MARGIN = 22
"""Pixels at the outer sides of both columns."""

_WIDEST = 37
"""Widest line in body sizes: about 36 Hangul or 76 Latin characters, beyond which the eye loses the next line."""

_ICON = 14

_LABEL_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARK_PLACE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Formats = Callable[[str, int], list[Format]]
"""The marks to draw over a segment (its key) in a column."""


class SegmentDelegate(QStyledItemDelegate):
    """Lays out and paints the three columns of the desk."""

    def __init__(self, model: SegmentModel, formats: Formats, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._texts = LaidOutTexts()
        self._model = model
        self._formats = formats
        self.zoom = 100
        self.current = -1
        self.hovered = -1
        self.edited = frozenset[int]()

    def forget(self) -> None:
        """Drop what was laid out: fonts or colours changed."""
        self._texts.forget()

    def text_rect(self, row: int, cell: QRect) -> QRect:
        """Where the text of a cell lies: the editor is put exactly there."""
        entry = self._model.row(row)
        left = cell.left() + _MARGIN + round(style.indent(entry, self.zoom))
        top = cell.top() + round(style.space_above(entry, self.zoom))
        height = cell.height() - (top - cell.top()) - round(style.space_below(self.zoom))
        return QRect(left, top, self.text_width(entry, cell.width()), height)

    def text_width(self, row: Row, column_width: int) -> int:
        """The width of the lines of a row in a column."""
        room = column_width - 2 * _MARGIN
        widest = round(_WIDEST * style.em(self.zoom))
        return max(60, min(room, widest) - round(style.indent(row, self.zoom)))

    def row_height(self, row: int, source_width: int, target_width: int) -> int:
        """The height that a row needs for both its texts."""
        entry = self._model.row(row)
        lines = max(
            self._document(row, SOURCE, self.text_width(entry, source_width)).size().height(),
            self._document(row, TARGET, self.text_width(entry, target_width)).size().height(),
        )
        return self.framed(entry, lines)

    def framed(self, row: Row, lines: float) -> int:
        """The height of a row whose text is ``lines`` pixels high."""
        return ceil(lines) + round(style.space_above(row, self.zoom)) + round(style.space_below(self.zoom))

    def estimated_height(self, row: int, source_width: int, target_width: int) -> int:
        """The same, guessed from the numbers of characters; good enough for a scroll bar."""
        entry, segment = self._model.row(row), self._model.segment(row)
        em = style.em(self.zoom) * style.style_of(entry).size
        source = len(segment.source.text) * em * 0.9 / self.text_width(entry, source_width)
        target = len(segment.target) * em * 0.52 / self.text_width(entry, target_width)
        return self.framed(entry, (int(max(source, target)) + 1) * style.line_height(entry, self.zoom))

    def _document(self, row: int, column: int, width: int) -> QTextDocument:
        entry, segment = self._model.row(row), self._model.segment(row)
        rich = segment.source if column == SOURCE else RichText(segment.target or tr("Not translated yet"))
        return self._texts.document(rich, style.row_font(entry, self.zoom), style.line_height(entry, self.zoom), width)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell: ground, accent bar, bullet, text; or the state mark in the gutter."""
        cell: QRect = option.rect
        row, column = index.row(), index.column()
        painter.save()
        self._paint_ground(painter, cell, row, column)
        if column == STATE:
            self._paint_state(painter, cell, row)
        else:
            self._paint_text(painter, cell, row, column)
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, row: int, column: int) -> None:
        space = round(style.space_above(self._model.row(row), self.zoom) * (0.6 if self._model.row(row).first else 0))
        ground = cell.adjusted(0, space, 0, 0)
        if row == self.current:
            painter.fillRect(ground, theme.tint())
            if column != STATE:
                painter.fillRect(QRect(ground.left(), ground.top(), 3, ground.height()), theme.accent())
        elif row == self.hovered or (self._model.row(row).is_table and column != STATE):
            painter.fillRect(ground, theme.hover())
        if column == STATE:
            painter.fillRect(QRect(cell.center().x(), cell.top(), 1, cell.height()), theme.hairline())

    def _paint_state(self, painter: QPainter, cell: QRect, row: int) -> None:
        entry, segment = self._model.row(row), self._model.segment(row)
        line = style.line_height(entry, self.zoom)
        top = cell.top() + style.space_above(entry, self.zoom) + (line - _ICON) / 2
        box = QRectF(cell.center().x() - _ICON / 2, top, _ICON, _ICON)
        painter.fillRect(box.adjusted(-2, -3, 2, 3), theme.tint() if row == self.current else theme.base())
        paint_state(painter, box, segment.state, self._view.devicePixelRatioF())
        letter = wording.origin_letter(segment.translation.origin) if segment.state.is_open else ""
        if letter:
            painter.setFont(style.font(0.62, bold=False, zoom=100))
            painter.setPen(theme.faint())
            beside = QRectF(box.right() + 1, box.top(), cell.right() - box.right(), _ICON)
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, letter)

    def _paint_text(self, painter: QPainter, cell: QRect, row: int, column: int) -> None:
        entry = self._model.row(row)
        box = self.text_rect(row, cell)
        self._paint_mark(painter, entry, box, column)
        if row == self.current and column in self.edited:
            return
        document = self._document(row, column, box.width())
        empty = column == TARGET and not self._model.segment(row).target
        formats = [] if empty else self._formats(entry.key, column)
        painter.translate(QPointF(box.topLeft()))
        selections = [_selection(document, mark) for mark in formats]
        draw(painter, document, theme.faint() if empty else theme.text(), selections)

    def _paint_mark(self, painter: QPainter, entry: Row, box: QRect, column: int) -> None:
        if not entry.lead:
            return
        painter.setPen(theme.faint())
        if style.has_label(entry):
            height = round(style.LABEL_HEIGHT * style.em(self.zoom))
            painter.setFont(style.font(0.82, bold=False, zoom=self.zoom))
            label = entry.lead if column == SOURCE else ""
            painter.drawText(QRect(box.left(), box.top() - height, box.width(), height), _LABEL_PLACE, label)
            return
        hang = round(style.HANG * style.em(self.zoom))
        painter.setFont(style.row_font(entry, self.zoom))
        line = QRect(box.left() - hang, box.top(), hang - 5, round(style.line_height(entry, self.zoom)))
        painter.drawText(line, _MARK_PLACE, entry.lead)

    def createEditor(
        self, _parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """No editor of the view's own: the desk keeps one over the current segment."""
        return None  # type: ignore[return-value]  # Qt takes a null pointer as "no editor"


def issue_format(colour: QColor) -> QTextCharFormat:
    """A wavy underline for a finding."""
    result = QTextCharFormat()
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    result.setUnderlineColor(colour)
    return result


def comment_format() -> QTextCharFormat:
    """The ground of words that a comment is on, dotted under."""
    result = QTextCharFormat()
    result.setBackground(QBrush(theme.blend(theme.accent(), theme.base(), 0.16)))
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    result.setUnderlineColor(theme.accent())
    return result


def found_format(*, current: bool) -> QTextCharFormat:
    """The ground of a match of the search; the current one is stronger."""
    result = QTextCharFormat()
    ground = theme.found()
    result.setBackground(QBrush(ground if not current else theme.blend(theme.warning(), ground, 0.4)))
    return result


def _selection(document: QTextDocument, mark: Format) -> Selection:
    """A mark as the layout draws it, over the text, which keeps its lay-out."""
    start, end, shape = mark
    result = Selection()
    cursor = QTextCursor(document)
    text = document.toPlainText()
    cursor.setPosition(style.units(text[:start]))
    cursor.setPosition(style.units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    result.cursor, result.format = cursor, shape
    return result
