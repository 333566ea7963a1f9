"""Parts the columns of contact tables that only white space keeps apart.

Ministries draw no lines between rank, name and number of the person to ask, though they are cells of their own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from gui.readers.pages.page import Glyph
from gui.readers.pages.tables import Grid, GridCell

_CONTACT = re.compile(r"0\d{1,2}[-.)]\d{3,4}[-.]\d{4}|[\w.]+@[\w.]+")
_GUTTER = 4.0
"""Points of white space through all rows that part two columns."""

_FEWEST_ROWS = 2
_MOST_PARTS = 4


def with_open_columns(grid: Grid, glyphs: Iterable[Glyph]) -> Grid:
    """The grid with its columns of names and numbers parted where white space runs through all their rows."""
    letters = list(glyphs)
    if not _CONTACT.search(_text(letters)):
        return grid
    places = sorted({(cell.column, cell.column_span) for cell in grid.cells}, reverse=True)
    for column, span in places:
        cells = [cell for cell in grid.cells if (cell.column, cell.column_span) == (column, span)]
        inside = [[glyph for glyph in letters if cell.box.holds(*glyph.middle)] for cell in cells]
        filled = [part for part in inside if part]
        if len(filled) < _FEWEST_ROWS or not any(_CONTACT.search(_text(part)) for part in filled):
            continue
        gutters = [at for at in _gutters([glyph for part in filled for glyph in part]) if _parts_rows(filled, at)]
        if span == 1 and 0 < len(gutters) < _MOST_PARTS:
            grid = _parted(grid, column, gutters)
    return grid


def _text(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in sorted(glyphs, key=lambda glyph: (-round(glyph.y), glyph.x0)))


def _gutters(glyphs: Sequence[Glyph]) -> list[float]:
    """The middles of the white stripes that no letter enters."""
    gutters: list[float] = []
    reached = min(glyph.x0 for glyph in glyphs)
    for glyph in sorted(glyphs, key=lambda glyph: glyph.x0):
        if glyph.x0 - reached >= _GUTTER:
            gutters.append((reached + glyph.x0) / 2)
        reached = max(reached, glyph.x1)
    return gutters


def _parts_rows(rows: Iterable[Sequence[Glyph]], at: float) -> bool:
    """Whether so many rows have letters on either side of a place."""
    both = (any(g.x0 > at for g in row) and any(g.x0 < at for g in row) for row in rows)
    return sum(both) >= _FEWEST_ROWS


def _parted(grid: Grid, column: int, gutters: list[float]) -> Grid:
    cells: list[GridCell] = []
    for cell in grid.cells:
        if cell.column == column and cell.column_span == 1:
            cells += _parts(cell, gutters)
        elif cell.column > column:
            cells.append(replace(cell, column=cell.column + len(gutters)))
        elif cell.column + cell.column_span > column:
            cells.append(replace(cell, column_span=cell.column_span + len(gutters)))
        else:
            cells.append(cell)
    columns = (*grid.columns[: column + 1], *gutters, *grid.columns[column + 1 :])
    return Grid(grid.box, tuple(cells), columns)


def _parts(cell: GridCell, gutters: list[float]) -> list[GridCell]:
    edges = [cell.box.x0, *gutters, cell.box.x1]
    return [
        replace(cell, box=cell.box._replace(x0=left, x1=right), column=cell.column + number)
        for number, (left, right) in enumerate(pairwise(edges))
    ]
