"""Joins the parts of a table that runs on over a page break."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from gui.document.errors import Message, note
from gui.readers.pages.lines import Frame, Item, Line
from gui.readers.pages.tables import Grid, GridCell

_SAME_PLACE = 4.0
"""Points: columns of the two parts differ by less."""


def continued(items: Iterable[Item], warnings: list[Message]) -> list[Item]:
    """The items with tables of the same columns made one where nothing but a page break stands between them.

    Each joined table adds a warning.
    """
    result: list[Item] = []
    for item in items:
        last = result[-1] if result else None
        if isinstance(item, Frame) and isinstance(last, Frame) and _goes_on(last, item):
            result[-1] = _joined(last, item)
            warnings.append(
                note("The tables at the end of page {page} and after it were taken for one.", page=item.page - 1)
            )
        else:
            result.append(item)
    return result


def _goes_on(first: Frame, second: Frame) -> bool:
    columns, others = first.grid.columns, second.grid.columns
    same = len(columns) == len(others) and all(
        abs(one - other) < _SAME_PLACE for one, other in zip(columns, others, strict=True)
    )
    return same and len(columns) > 2 and second.page == first.page + _pages(first)


def _pages(frame: Frame) -> int:
    """How many pages a frame takes up already: rows of later pages stand above those before them."""
    tops = [cell.box.y1 for cell in frame.grid.cells if cell.column == 0]
    return 1 + sum(below > above for above, below in pairwise(tops))


def _joined(first: Frame, second: Frame) -> Frame:
    height = max(cell.row + cell.row_span for cell in first.grid.cells)
    header = _repeated_rows(first, second)
    torn = _is_torn_row(second, header)
    cells = list(zip(first.grid.cells, first.cells, strict=True))
    for cell, items in zip(second.grid.cells, second.cells, strict=True):
        if torn and cell.row == header:
            cells = [_with_more(above, cell, height - 1, items) for above in cells]
        elif cell.row >= header:
            cells.append((replace(cell, row=cell.row + height - header - torn), items))
    grid = Grid(first.grid.box, tuple(cell for cell, _ in cells), first.grid.columns)
    return Frame(grid, tuple(items for _, items in cells), first.page)


def _is_torn_row(frame: Frame, row: int) -> bool:
    """Whether a row goes on with the row above the page break: it has text, but none in its first cell."""
    cells = [(cell, items) for cell, items in zip(frame.grid.cells, frame.cells, strict=True) if cell.row == row]
    if not cells or any(cell.row_span > 1 for cell, _ in cells):
        return False
    return not cells[0][1] and any(items for _, items in cells)


_Filled = tuple[GridCell, tuple[Item, ...]]


def _with_more(above: _Filled, cell: GridCell, last_row: int, items: tuple[Item, ...]) -> _Filled:
    """The cell above the page break with what its other half holds."""
    first, has = above
    reaches = first.column == cell.column and first.row <= last_row < first.row + first.row_span
    return (first, has + items) if reaches else above


def _repeated_rows(first: Frame, second: Frame) -> int:
    """How many rows at the top of the second part only repeat the header of the first."""
    above, below = _rows(first), _rows(second)
    if not above or not below or above[0] != below[0] or not any(above[0]):
        return 0
    return max(cell.row_span for cell in second.grid.cells if cell.row == 0)


def _rows(frame: Frame) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell, items in zip(frame.grid.cells, frame.cells, strict=True):
        rows.setdefault(cell.row, []).append(" ".join(item.text.text for item in items if isinstance(item, Line)))
    return [rows[row] for row in sorted(rows)]
