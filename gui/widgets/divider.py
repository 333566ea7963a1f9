"""The gutter between the columns as a handle: drag it to share the width."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView


class Divider(QObject):
    """Makes a column of a table its divider. The table hands it its mouse events."""

    moved = Signal(int)
    """The middle of the column is wanted at this x of the viewport."""

    def __init__(self, view: QTableView, column: int) -> None:
        super().__init__(view)
        self._view = view
        self._column = column
        self._grip: int | None = None

    def press(self, x: int) -> None:
        """The left button went down; over the column a drag may begin."""
        self._grip = x - self._middle() if self._is_over(x) else None

    def move(self, x: int) -> bool:
        """The mouse moved; ``True`` if it drags the divider."""
        if self._grip is None:
            self._show_pointer(Qt.CursorShape.SplitHCursor if self._is_over(x) else Qt.CursorShape.ArrowCursor)
            return False
        self.moved.emit(x - self._grip)
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
