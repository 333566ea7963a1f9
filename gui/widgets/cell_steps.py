"""Where the keyboard goes from one text of an attendee table to the next."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from gui.models.table_model import TableModel

ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""The steps of the arrow keys: down, across."""


class Stop(NamedTuple):
    """A text that can be edited: the English of a cell, or the Korean of one that was added by hand."""

    row: int
    column: int
    korean: bool


def along(model: TableModel, here: Stop, direction: int) -> Stop | None:
    """The next (+1) or previous (-1) text in reading order, Korean before English; ``None`` at the ends."""
    stops = [
        Stop(row, column, korean)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for korean in (True, False)
        if not korean or model.is_added(model.index(row, column))
    ]
    place = stops.index(here) + direction
    return stops[place] if 0 <= place < len(stops) else None


def beside(model: TableModel, here: Stop, down: int, across: int) -> Stop | None:
    """The text one step away: the other language of an added cell lies between two rows; ``None`` at the borders."""
    if across:
        return along(model, here, across)
    if model.is_added(model.index(here.row, here.column)) and here.korean == (down > 0):
        return here._replace(korean=not here.korean)
    return Stop(here.row + down, here.column, down > 0) if 0 <= here.row + down < model.rowCount() else None
