"""The gutter between Korean and English as a handle: drag it to share the width."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView

_GUTTER = 36
"""Width in pixels of the column with the state marks."""


class Divider(QObject):
    """Makes the middle one of three columns the divider of the others. The table hands it its mouse events."""

    moved = Signal()
    """The share of the columns is another one by hand."""

    def __init__(self, view: QTableView, column: int) -> None:
        super().__init__(view)
        self._view = view
        self._column = column
        self._grip: int | None = None
        self._share = 0.46

    @property
    def share(self) -> float:
        """The share of the width that the first column has."""
        return self._share

    def set_share(self, share: float) -> None:
        """Give the first column a share of the width; neither becomes narrower than a fifth."""
        self._share = min(0.8, max(0.2, share))

    def widths(self) -> tuple[int, int, int]:
        """The widths of the three columns in pixels."""
        first = round(self._room() * self._share)
        return first, _GUTTER, self._room() - first

    def _room(self) -> int:
        return self._view.viewport().width() - _GUTTER

    def press(self, x: int) -> None:
        """The left button went down; over the column a drag may begin."""
        self._grip = x - self._middle() if self._is_over(x) else None

    def move(self, x: int) -> bool:
        """The mouse moved; ``True`` if it drags the divider."""
        if self._grip is None:
            self._show_pointer(Qt.CursorShape.SplitHCursor if self._is_over(x) else Qt.CursorShape.ArrowCursor)
            return False
        self.set_share((x - self._grip - _GUTTER / 2) / max(1, self._room()))
        self.moved.emit()
        return True

    def release(self) -> None:
        """The button went up."""
        self._grip = None

    def _show_pointer(self, shape: Qt.CursorShape) -> None:
        viewport = self._view.viewport()
        if viewport.cursor().shape() is not shape:
            viewport.setCursor(shape)

    def _middle(self) -> int:
        return self._view.columnViewportPosition(self._column) + self._view.columnWidth(self._column) // 2

    def _is_over(self, x: int) -> bool:
        return abs(x - self._middle()) <= self._view.columnWidth(self._column) // 2
