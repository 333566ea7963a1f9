"""Joins the parts of a table that runs on over a page break."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from gui.document.errors import Message, note
from gui.readers.pdf_lines import Frame, Item, Line
from gui.readers.pdf_tables import Grid, GridCell

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
    kept = [
        (_lower(cell, height - header), items)
        for cell, items in zip(second.grid.cells, second.cells, strict=True)
        if cell.row >= header
    ]
    grid = Grid(first.grid.box, (*first.grid.cells, *(cell for cell, _ in kept)), first.grid.columns)
    return Frame(grid, (*first.cells, *(items for _, items in kept)), first.page)


def _lower(cell: GridCell, rows: int) -> GridCell:
    return replace(cell, row=cell.row + rows)


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
