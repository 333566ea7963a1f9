"""Where the keyboard goes from one text of a table to the next."""

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
    if model.is_added(model.index(here.row, here.column)) and here.korean == (direction > 0):
        return here._replace(korean=not here.korean)
    columns = model.columnCount()
    place = here.row * columns + here.column + direction
    while 0 <= place < model.rowCount() * columns:
        index = model.index(*divmod(place, columns))
        if not model.is_covered(index):
            return Stop(index.row(), index.column(), model.is_added(index) and direction > 0)
        place += direction
    return None


def beside(model: TableModel, here: Stop, down: int, across: int) -> Stop | None:
    """The text one step away: the other language of an added cell lies between two rows; ``None`` at the borders."""
    if across:
        return along(model, here, across)
    if model.is_added(model.index(here.row, here.column)) and here.korean == (down > 0):
        return here._replace(korean=not here.korean)
    row = here.row + down
    while 0 <= row < model.rowCount():
        if not model.is_covered(model.index(row, here.column)):
            return Stop(row, here.column, down > 0)
        row += down
    return None
