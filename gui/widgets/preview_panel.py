"""The finished release as pages, one below the other; a click goes to the segment."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.bridge import theme
from gui.bridge.pages import HEIGHT, WIDTH, Pages
from gui.i18n import tr

_GAP = 14
"""Pixels between pages and around them."""


class PreviewPanel(QAbstractScrollArea):
    """Pages as wide as the panel. White in any scheme: that is what paper is."""

    activated = Signal(str)
    """A segment was clicked (its key)."""

    became_visible = Signal()
    """The panel was brought up, so that pages are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Preview of the English release"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)

    def sizeHint(self) -> QSize:
        """Room to read a page."""
        return QSize(420, 560)

    def show_pages(self, pages: Pages) -> None:
        """Show these in place of those before; what was in view stays there."""
        self._pages = pages
        self._measure()
        self.viewport().update()

    def reveal(self, key: str) -> None:
        """Scroll to a segment, unless it is in view."""
        place = self._pages.place_of(key) if self._pages is not None else None
        if place is None:
            return
        page, down = divmod(place, HEIGHT)
        at = round(_GAP + page * (self._step()) + down * self._scale())
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if not top <= at <= top + height - 40:
            self.verticalScrollBar().setValue(at - height // 3)

    def _scale(self) -> float:
        return max(0.1, (self.viewport().width() - 2 * _GAP) / WIDTH)

    def _step(self) -> float:
        return HEIGHT * self._scale() + _GAP

    def _measure(self) -> None:
        count = self._pages.count if self._pages is not None else 0
        whole = round(count * self._step()) + _GAP
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(40)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pages."""
        super().showEvent(event)
        self.became_visible.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages are as wide as there is room."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.hover())
        if self._pages is None:
            painter.setPen(theme.faint())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("The pages are being laid out…"))
            return
        top, step, scale = self.verticalScrollBar().value(), self._step(), self._scale()
        first = max(0, int((top - _GAP) // step))
        last = min(self._pages.count - 1, int((top + self.viewport().height()) // step))
        for page in range(first, last + 1):
            painter.save()
            painter.translate(_GAP, _GAP + page * step - top)
            painter.scale(scale, scale)
            painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor("white"))
            self._pages.paint(painter, page)
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the segment that was clicked."""
        if self._pages is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        page, down = divmod(at.y() + self.verticalScrollBar().value() - _GAP, self._step())
        key = self._pages.segment_at(int(page), QPointF((at.x() - _GAP) / self._scale(), down / self._scale()))
        if key:
            self.activated.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page through by key."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)
