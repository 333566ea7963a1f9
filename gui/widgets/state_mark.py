"""The mark of a state: open ring, half, full, check. By shape first, by colour too."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from gui.bridge import theme
from gui.document.segment import State

_ICONS = {
    State.INITIAL: "state-untranslated",
    State.DRAFT: "state-draft",
    State.TRANSLATED: "state-translated",
    State.REVIEWED: "state-reviewed",
    State.FINAL: "state-approved",
}

_pixmaps: dict[tuple[State, int, str], QPixmap] = {}


def paint_state(painter: QPainter, box: QRectF, state: State, ratio: float) -> None:
    """Draw the mark of a state into a square; ``ratio`` is that of device pixels to pixels.

    It is not asked of ``painter.device()``: PySide lets that object die with the painter, and it is the viewport.
    """
    size = round(box.width() * ratio)
    colour = theme.faint() if state.is_open else theme.good()
    key = (state, size, colour.name())
    if key not in _pixmaps:
        _pixmaps[key] = theme.pixmap(_ICONS[state], size, colour)
    painter.drawPixmap(box, _pixmaps[key], QRectF())
