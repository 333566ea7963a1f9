"""Tables of a release as grids for the document."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Protocol, TypeAlias

from gui.document.release import BlockKind, Cell, ColumnRole, Table
from gui.document.segment import CellPosition, Segment, Unit
from gui.document.tables import spans
from gui.exporters.content import Grid, GridCell, Paragraph
from gui.exporters.widths import column_widths, role_widths


class CellWriter(Protocol):
    """Makes the paragraph of one item of a cell."""

    def __call__(self, segments: list[Segment], role: ColumnRole | None, *, heading: bool) -> Paragraph:
        """From the item's segments, the role of its column, and whether it stands in a header row."""
        ...


_ROLE_WEIGHTS = {
    ColumnRole.NUMBER: 7.0,
    ColumnRole.NAME: 21.0,
    ColumnRole.ORGANISATION: 25.0,
    ColumnRole.POSITION: 30.0,
    ColumnRole.BACKGROUND: 49.0,
    ColumnRole.DEPARTMENT: 25.0,
    ColumnRole.PHONE: 20.0,
    ColumnRole.OTHER: 22.0,
}
"""How the columns of an attendee table share the page: a long name on one line, background widest."""

_FIGURE = re.compile(r"[△▲▽▼+\-−–(]?\s*[\d,]+(\.\d+)?\s*%?p?\)?")


Places: TypeAlias = dict[CellPosition, list[Segment]]
"""The segments of each item of each cell."""


def is_figure(text: str) -> bool:
    """Whether a cell holds nothing but a figure, so that it is set flush right."""
    return _FIGURE.fullmatch(text.strip()) is not None


def grid(unit: Unit, write: CellWriter) -> Grid:
    """The table of a unit as it stands now: rows that a person removed are gone, rows added are there."""
    table = unit.block.table or Table(())
    items = _items(unit)
    rows = _rows(table, unit.block.kind, items)
    width = max([table.width, 1, *(place.column + 1 for place in items)])
    header_rows = sum(row < table.header_rows for row in rows)
    cells = _Cells(unit, items, rows, width, write)
    built = tuple(tuple(cells.row(number)) for number in range(len(rows)))
    by_role = unit.block.kind is BlockKind.ATTENDEE_TABLE and len(table.roles) == width
    weights = (
        role_widths(built, [_ROLE_WEIGHTS[role] for role in table.roles]) if by_role else column_widths(built, width)
    )
    return Grid(built, weights, header_rows)


def _items(unit: Unit) -> Places:
    """Segments by place, in reading order; a split item has several."""
    placed = [(segment.cell or CellPosition(0, 0, 0), segment) for segment in unit.segments]
    placed.sort(key=lambda pair: (pair[0].row, pair[0].column, pair[0].item))
    return {place: [segment for _, segment in group] for place, group in groupby(placed, key=lambda pair: pair[0])}


def _rows(table: Table, kind: BlockKind, items: Places) -> list[int]:
    """The rows to write. An empty row of an attendee table is nobody; in any other table it is part of its form."""
    used = {place.row for place in items}
    if kind is not BlockKind.ATTENDEE_TABLE:
        last = max((row for row, _, cell in table.positions() if cell.whole.strip()), default=-1)
        empty_at_the_end = len(table.rows) - 1 - last
        used.update(range(max(used, default=-1) + 1 + empty_at_the_end))
    return sorted(used) or [0]


class _Cells:
    """Fills the grid row by row, merged cells included."""

    def __init__(
        self,
        unit: Unit,
        items: Places,
        rows: list[int],
        width: int,
        write: CellWriter,
    ) -> None:
        self._table = unit.block.table or Table(())
        self._rows, self._width, self._write = rows, width, write
        self._items: dict[tuple[int, int], list[list[Segment]]] = {}
        for place, segments in items.items():
            self._items.setdefault((place.row, place.column), []).append(segments)
        self._spans = spans(unit)
        self._covered = {
            (row + down, column): (row, column)
            for (row, column), cell in self._spans.items()
            for down in range(1, cell.row_span)
        }

    def row(self, number: int) -> Iterator[GridCell]:
        """The cells of the row with this place in ``rows``."""
        row, column = self._rows[number], 0
        while column < self._width:
            origin = self._covered.get((row, column), (row, column))
            merged = self._spans.get(origin, Cell())
            # A merged cell whose first row is gone starts at the first row that is left of it.
            continues = origin[0] < row and origin[0] in self._rows
            paragraphs = (Paragraph("TableText"),) if continues else self._paragraphs(row, column)
            yield GridCell(paragraphs, merged.column_span, merged.row_span, continues)
            column += merged.column_span

    def _paragraphs(self, row: int, column: int) -> tuple[Paragraph, ...]:
        roles = self._table.roles
        role = roles[column] if column < len(roles) else None
        heading = row < self._table.header_rows
        items = self._items.get((row, column), ())
        return tuple(self._write(segments, role, heading=heading) for segments in items) or (Paragraph("TableText"),)
