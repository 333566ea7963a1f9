"""The gutter between the columns as a handle: drag it to share the width."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView


class Divider(QObject):
    """Makes a column of a table its divider. A click without a drag stays a click on the table."""

    moved = Signal(int)
    """The middle of the column is wanted at this x of the viewport."""

    def __init__(self, view: QTableView, column: int) -> None:
        super().__init__(view)
        self._view = view
        self._column = column
        self._grip: int | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the moves of a drag; everything else goes on to the table."""
        if not isinstance(event, QMouseEvent):
            return False
        x = event.position().toPoint().x()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._grip = x - self._middle() if self._is_over(x) else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._grip = None
        elif event.type() == QEvent.Type.MouseMove:
            return self._on_moved(x)
        return False

    def _on_moved(self, x: int) -> bool:
        if self._grip is not None:
            self.moved.emit(x - self._grip)
            return True
        shape = Qt.CursorShape.SplitHCursor if self._is_over(x) else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)
        return False

    def _middle(self) -> int:
        return self._view.columnViewportPosition(self._column) + self._view.columnWidth(self._column) // 2

    def _is_over(self, x: int) -> bool:
        return abs(x - self._middle()) <= self._view.columnWidth(self._column) // 2
