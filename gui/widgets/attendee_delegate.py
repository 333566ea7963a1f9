"""Paints a cell of the attendee table: Korean small above, English below, a question mark where unconfirmed."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.bridge import theme
from gui.i18n import tr
from gui.models.attendee_model import AttendeeModel
from gui.widgets import segment_style as style

_PADDING = 6

_COMMIT = 250
"""Milliseconds after the last key press before the typing reaches the project (and its journal)."""

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

_Index = QModelIndex | QPersistentModelIndex


class CellEditor(QPlainTextEdit):
    """Edits the English of a cell, a line an item. What is typed is taken over while one types."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("English of the cell"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typed = QTimer(self, singleShot=True, interval=_COMMIT)
        self.textChanged.connect(self.typed.start)


class AttendeeDelegate(QStyledItemDelegate):
    """Two languages in each cell."""

    def __init__(self, model: AttendeeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.zoom = 100

    def _fonts(self, row: int) -> tuple[QFont, QFont]:
        bold = row < self._model.header_rows
        return style.font(0.82, bold=False, zoom=self.zoom), style.font(0.95, bold=bold, zoom=self.zoom)

    def _heights(self, index: _Index, width: int) -> tuple[int, int]:
        small, normal = self._fonts(index.row())
        english = self._model.english(index).strip("\n") or tr("Not translated yet")
        return _height(small, self._model.korean(index), width), _height(normal, english, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for both languages at the width of the column."""
        width = option.rect.width()
        return QSize(width, sum(self._heights(index, width - 2 * _PADDING)) + 2 * _PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, Korean, English, question mark."""
        cell: QRect = option.rect
        painter.save()
        view = self.parent()
        current = isinstance(view, QWidget) and self._is_current(view, index)
        if current:
            painter.fillRect(cell, theme.tint())
        elif index.row() < self._model.header_rows:
            painter.fillRect(cell, theme.hover())
        self._paint_texts(painter, cell.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING), index)
        painter.setPen(theme.hairline())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if current:
            painter.fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), theme.accent())
        painter.restore()

    def _is_current(self, view: QWidget, index: _Index) -> bool:
        return bool(getattr(view, "currentIndex", QModelIndex)() == index)

    def _paint_texts(self, painter: QPainter, box: QRect, index: _Index) -> None:
        small, normal = self._fonts(index.row())
        korean, _ = self._heights(index, box.width())
        painter.setFont(small)
        painter.setPen(theme.faint())
        painter.drawText(box, _WRAP, self._model.korean(index))
        english = self._model.english(index).strip("\n")
        painter.setFont(normal)
        painter.setPen(theme.text() if english else theme.faint())
        below = box.adjusted(0, korean, 0, 0)
        empty = "" if not self._model.korean(index).strip() else tr("Not translated yet")
        painter.drawText(below, _WRAP, english or empty)
        if self._model.unconfirmed(index):
            painter.setPen(theme.warning())
            painter.setFont(style.font(1.0, bold=True, zoom=self.zoom))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, "?")

    # -- editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """An editor over the English half of the cell."""
        editor = CellEditor(parent)
        editor.setFont(self._fonts(index.row())[1])
        editor.typed.timeout.connect(lambda: self.commitData.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the English; a change made elsewhere replaces what stands there."""
        english = self._model.english(index)
        if isinstance(editor, CellEditor) and editor.toPlainText() != english and not editor.typed.isActive():
            editor.setPlainText(english)
            editor.typed.stop()
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take over what was typed."""
        if isinstance(editor, CellEditor):
            editor.typed.stop()
            text = editor.toPlainText()
            if text != self._model.english(index):
                model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Below the Korean, so that it stays in view."""
        box: QRect = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -1)
        korean, _ = self._heights(index, box.width())
        editor.setGeometry(box.adjusted(0, min(korean, box.height() - 24), 0, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter makes a new line in the cell; Ctrl+Enter is left to the window, which confirms."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_plain_enter(event):
            return False
        return super().eventFilter(editor, event)


def _is_plain_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()


def _height(font: QFont, text: str, width: int) -> int:
    box = QFontMetrics(font).boundingRect(QRect(0, 0, max(20, width), 100_000), int(_WRAP), text or " ")
    return box.height()
