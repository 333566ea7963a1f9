"""Tables of documents with real pages (HWPX, HWP, Word): merged cells, nested tables, and tables that are only a frame.

A reader gives the cells as the file places them; what comes out is a true grid in the sense of
:meth:`gui.document.release.Table.positions`, whatever holes and overlaps the file has.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby

from gui.document.errors import Message, note
from gui.document.release import Cell, CellItem
from gui.document.richtext import RichText, join
from gui.readers.raw import Raw, RawLine, RawTable, Role

LARGEST_GRID = 1_000_000
"""Merges that cover more places than this are a trick, not a table; they are taken apart."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A table cell where the file puts it: row and grid column from 0, spans from 1, and what stands in it."""

    raws: tuple[Raw, ...]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def filled(self) -> bool:
        """Whether anything can be read in it."""
        return any(isinstance(raw, RawLine | RawTable) for raw in self.raws)

    @property
    def holds_table(self) -> bool:
        """Whether a table is nested in it."""
        return any(isinstance(raw, RawTable) for raw in self.raws)


@dataclass(slots=True)
class Grids:
    """The tables and boxes of one file: numbers the boxes and collects what the user should be told."""

    warnings: list[Message] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def grid(self, cells: Iterable[RawCell]) -> list[Raw]:
        """What a table is in the stream: a table, or the content of a table that only draws a frame.

        A table of one cell is a box. A table that holds tables and has no two filled cells side by side is a stack of
        boxes, so that its inner tables stay tables. Any other nested table becomes lines of its cell, one for each row
        with tabs between the cells, and a warning. Pictures, foot-notes and what is set aside follow the table;
        a table without text is nothing but them.
        """
        placed = sorted(cells, key=lambda cell: (cell.row, cell.column))
        nested = any(cell.holds_table for cell in placed)
        if len(placed) == 1 or (nested and _is_stack(placed)):
            return [raw for cell in placed for raw in self.box(cell.raws)]
        if nested:
            self.warnings.append(note("A table within a table was turned into lines of its cell. Check the table."))
        rest = [raw for cell in placed for raw in cell.raws if not _in_cell(raw)]
        if not any(cell.filled for cell in placed):
            return rest
        return [RawTable(_rows(placed), size=_largest_letters(placed)), *rest]

    def box(self, raws: Iterable[Raw]) -> list[Raw]:
        """The content of a frame or text box; lines that stand in a box within it keep the number of that one."""
        number = next(self._numbers)
        return [replace(raw, box=number) if isinstance(raw, RawLine) and not raw.box else raw for raw in raws]


def _is_stack(cells: list[RawCell]) -> bool:
    rows = groupby((cell for cell in cells if cell.filled), key=lambda cell: cell.row)
    return all(sum(1 for _ in row) == 1 for _, row in rows)


def _in_cell(raw: Raw) -> bool:
    return isinstance(raw, RawTable) or (isinstance(raw, RawLine) and raw.role is not Role.FOOTNOTE)


def _items(cell: RawCell) -> Iterator[CellItem]:
    for raw in cell.raws:
        if isinstance(raw, RawTable):
            yield from (CellItem(line) for row in raw.rows if (line := _flat(row)).text.strip())
        elif isinstance(raw, RawLine) and _in_cell(raw):
            yield CellItem(raw.text.strip())


def _flat(row: tuple[Cell, ...]) -> RichText:
    return join((join((item.text for item in cell.items), " ") for cell in row), "\t")


def _largest_letters(cells: list[RawCell]) -> float:
    raws = (raw for cell in cells for raw in cell.raws)
    return max((raw.size for raw in raws if isinstance(raw, RawLine | RawTable)), default=0.0)


def _rows(cells: list[RawCell]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a true grid: every place belongs to exactly one cell, holes are empty cells."""
    anchors = _anchors(cells)
    height, width = 1 + max(row for row, _ in anchors), 1 + max(column for _, column in anchors)
    if height * width > LARGEST_GRID:
        rows = groupby(anchors.items(), key=lambda anchor: anchor[0][0])
        return tuple(tuple(Cell(tuple(_items(cell))) for _, cell in row) for _, row in rows)
    taken = set(anchors)
    spanned: dict[tuple[int, int], Cell] = {}
    for place, cell in anchors.items():
        right, down = _free_span(place, cell, taken, (height, width))
        taken.update((place[0] + y, place[1] + x) for y in range(down) for x in range(right))
        spanned[place] = Cell(tuple(_items(cell)), right, down)
    return tuple(
        tuple(
            spanned.get((row, column), Cell())
            for column in range(width)
            if (row, column) in spanned or (row, column) not in taken
        )
        for row in range(height)
    )


def _anchors(cells: list[RawCell]) -> dict[tuple[int, int], RawCell]:
    """Each cell by the place where it begins; a cell whose place is taken moves to the right.

    Only rows and columns in which some cell begins are counted, so no place is merged away over the whole table.
    """
    places: dict[tuple[int, int], RawCell] = {}
    next_free: dict[int, int] = {}
    for cell in cells:
        column = max(cell.column, next_free.get(cell.row, 0))
        places[cell.row, column] = cell
        next_free[cell.row] = column + 1
    rows = sorted({row for row, _ in places})
    columns = sorted({column for _, column in places})
    return {
        (bisect_left(rows, row), bisect_left(columns, column)): replace(
            cell,
            row_span=_begun(rows, row, cell.row_span),
            column_span=_begun(columns, column, cell.column_span),
        )
        for (row, column), cell in places.items()
    }


def _begun(starts: list[int], first: int, span: int) -> int:
    return bisect_left(starts, first + max(1, span)) - bisect_left(starts, first)


def _free_span(
    place: tuple[int, int], cell: RawCell, taken: set[tuple[int, int]], size: tuple[int, int]
) -> tuple[int, int]:
    """How many columns and rows a cell can cover without covering a place of another."""
    row, column = place
    right = 1
    while right < cell.column_span and column + right < size[1] and (row, column + right) not in taken:
        right += 1
    down = 1
    while down < cell.row_span and row + down < size[0] and not _touches(taken, row + down, column, right):
        down += 1
    return right, down


def _touches(taken: set[tuple[int, int]], row: int, column: int, width: int) -> bool:
    return any((row, column + x) in taken for x in range(width))
