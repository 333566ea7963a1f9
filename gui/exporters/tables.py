"""Tables of a release as grids for the document."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Protocol, TypeAlias

from gui.document.release import BlockKind, Cell, ColumnRole, Table
from gui.document.richtext import RichText
from gui.document.segment import CellPosition, Segment, Unit
from gui.exporters.content import Grid, GridCell, Paragraph
from gui.exporters.widths import column_widths


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

_Texts: TypeAlias = tuple[tuple[int, str], ...]
"""The Korean of a row: the column and the text of each item."""


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
    cells = _Cells(table, items, rows, width, write)
    built = tuple(tuple(cells.row(number)) for number in range(len(rows)))
    by_role = unit.block.kind is BlockKind.ATTENDEE_TABLE and len(table.roles) == width
    weights = tuple(_ROLE_WEIGHTS[role] for role in table.roles) if by_role else column_widths(built, width)
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


def _rows_now(table: Table, items: Places) -> dict[int, int]:
    """Where each row of the release stands by now, told by its Korean, which nobody can change.

    Rows that are gone are left out; an empty one counts as unmoved.
    """
    found: dict[_Texts, list[int]] = {}
    as_read = ((place, held[0].source) for place, held in items.items() if not held[0].added)
    for row, texts in _texts_by_row(as_read):
        found.setdefault(texts, []).append(row)
    read = dict(_texts_by_row(_items_as_read(table)))
    now = {row: row for row in range(len(table.rows)) if row not in read}
    for row, texts in read.items():
        if found.get(texts):
            now[row] = found[texts].pop(0)
    return now


def _items_as_read(table: Table) -> Iterator[tuple[CellPosition, RichText]]:
    for row, column, cell in table.positions():
        for number, item in enumerate(cell.items):
            if item.text.text.strip():
                yield CellPosition(row, column, number), item.text


def _texts_by_row(placed: Iterable[tuple[CellPosition, RichText]]) -> Iterator[tuple[int, _Texts]]:
    for row, cells in groupby(placed, key=lambda pair: pair[0].row):
        yield row, tuple((place.column, text.text.strip()) for place, text in cells)


class _Cells:
    """Fills the grid row by row, merged cells included."""

    def __init__(
        self,
        table: Table,
        items: Places,
        rows: list[int],
        width: int,
        write: CellWriter,
    ) -> None:
        self._table, self._rows, self._width, self._write = table, rows, width, write
        self._items: dict[tuple[int, int], list[list[Segment]]] = {}
        for place, segments in items.items():
            self._items.setdefault((place.row, place.column), []).append(segments)
        self._spans = self._usable_spans(items)
        self._covered = {
            (row + down, column): (row, column)
            for (row, column), cell in self._spans.items()
            for down in range(1, cell.row_span)
        }

    def _usable_spans(self, items: Places) -> dict[tuple[int, int], Cell]:
        """The merged cells that fit: none over the text of a row added or moved since, no two over each other."""
        usable: dict[tuple[int, int], Cell] = {}
        taken = set(self._items)
        now = _rows_now(self._table, items)
        for row, column, cell in self._table.positions():
            place = now.get(row, -1), column
            area = _area(*place, cell)
            if row in now and len(area) > 1 and taken.isdisjoint(area - {place}):
                usable[place] = cell
                taken |= area
        return usable

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


def _area(row: int, column: int, cell: Cell) -> set[tuple[int, int]]:
    """The places that a cell covers."""
    return {(row + down, column + right) for down in range(cell.row_span) for right in range(cell.column_span)}
