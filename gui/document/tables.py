"""A table as rows and columns, and the edits of its rows and cells.

Rows are counted from 0 with the header, columns are grid columns, as in :class:`~gui.document.segment.CellPosition`.
The segments of the unit are the table as it stands; ``block.table`` stays as it was read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from gui.document.edit import Edit, SegmentsEdit, TargetEdit
from gui.document.errors import ProjectError
from gui.document.release import Cell, ColumnRole, Table
from gui.document.richtext import EMPTY, RichText
from gui.document.segment import CellPosition, Segment, Unit
from gui.document.segments import fresh_key

Lines: TypeAlias = tuple[str, ...]
Spot: TypeAlias = tuple[int, int]
"""Row and grid column of a cell."""

_Texts: TypeAlias = tuple[tuple[int, str], ...]
"""The Korean of a row: the column and the text of each item."""


@dataclass(frozen=True, slots=True)
class TableGrid:
    """The table of a unit: for each row and column the segments of the cell, one for each line.

    ``roles`` has an entry for each column.
    """

    roles: tuple[ColumnRole, ...]
    header_rows: int
    rows: tuple[tuple[tuple[Segment, ...], ...], ...]

    @classmethod
    def of(cls, unit: Unit) -> "TableGrid":
        """The table of a unit as it stands now.

        Raises:
            ProjectError: the unit holds no table.
        """
        table = unit.block.table
        if table is None:
            raise ProjectError("This is no table.")
        cells: dict[tuple[int, int], list[Segment]] = {}
        for place, segment in _placed(unit.segments):
            cells.setdefault((place.row, place.column), []).append(segment)
        height, width = max((row + 1 for row, _ in cells), default=table.header_rows), table.width
        rows = tuple(tuple(tuple(cells.get((row, column), ())) for column in range(width)) for row in range(height))
        roles = table.roles or (ColumnRole.OTHER,) * width
        return cls(roles, table.header_rows, rows)

    @property
    def header(self) -> tuple[tuple[tuple[Segment, ...], ...], ...]:
        """The header rows."""
        return self.rows[: self.header_rows]

    @property
    def body(self) -> tuple[tuple[tuple[Segment, ...], ...], ...]:
        """The rows below the header."""
        return self.rows[self.header_rows :]


def spans(unit: Unit) -> dict[Spot, Cell]:
    """The merged cells of a table as it stands now, by their top left.

    A merge that would lie over the text of a row added or moved since, or over another merge, is left out.
    """
    table = unit.block.table or Table(())
    usable: dict[Spot, Cell] = {}
    taken = {(place.row, place.column) for place, _ in _placed(unit.segments)}
    now = _rows_now(unit)
    for row, column, cell in table.positions():
        spot = now.get(row, -1), column
        area = _area(*spot, cell)
        if row in now and len(area) > 1 and taken.isdisjoint(area - {spot}):
            usable[spot] = cell
            taken |= area
    return usable


def _area(row: int, column: int, cell: Cell) -> set[Spot]:
    """The places that a cell covers."""
    return {(row + down, column + right) for down in range(cell.row_span) for right in range(cell.column_span)}


def _rows_now(unit: Unit) -> dict[int, int]:
    """Where each row of the release stands by now, told by its Korean, which nobody can change.

    Rows that are gone are left out; an empty one counts as unmoved.
    """
    table = unit.block.table or Table(())
    found: dict[_Texts, list[int]] = {}
    as_read = ((place, segment.source) for place, segment in _placed(unit.segments) if not segment.added)
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
    """A split item counts as one; spaces do not count."""
    ordered = sorted(placed, key=lambda pair: _order(pair[0]))
    items = (
        (place, "".join("".join(text.text.split()) for _, text in pieces))
        for place, pieces in groupby(ordered, key=lambda pair: pair[0])
    )
    for row, texts in groupby(items, key=lambda pair: pair[0].row):
        yield row, tuple((place.column, text) for place, text in texts)


def _order(place: CellPosition) -> tuple[int, int, int]:
    return place.row, place.column, place.item


def insert_row(unit: Unit, at: int) -> SegmentsEdit:
    """An empty row that becomes row ``at``; its Korean can be filled in.

    Raises:
        ProjectError: there is no such place, or merged cells forbid it.
    """
    grid = _movable(unit)
    _check_row(grid, at, len(grid.rows))
    added = tuple(_added(unit, CellPosition(at, column, 0)) for column in range(len(grid.roles)))
    return _moved(unit, lambda row: row + (row >= at), added)


def remove_row(unit: Unit, at: int) -> SegmentsEdit:
    """Take row ``at`` away, Korean and English.

    Raises:
        ProjectError: there is no such row, or merged cells forbid it.
    """
    grid = _movable(unit)
    _check_row(grid, at, len(grid.rows) - 1)
    return _moved(unit, lambda row: None if row == at else row - (row > at))


def move_row(unit: Unit, at: int, to: int) -> SegmentsEdit:
    """Make row ``at`` row ``to``; those between move up or down.

    Raises:
        ProjectError: there is no such row, or merged cells forbid it.
    """
    grid = _movable(unit)
    _check_row(grid, at, len(grid.rows) - 1)
    _check_row(grid, to, len(grid.rows) - 1)
    order = [row for row in range(len(grid.rows)) if row != at]
    order.insert(to, at)
    return _moved(unit, order.index)


def set_cell(unit: Unit, row: int, column: int, lines: Lines) -> tuple[Edit, ...]:
    """Type the English of a cell, one entry a line.

    Lines beyond those of the Korean become items without Korean; where there are fewer, the English of the last ones is
    emptied and their Korean stays.

    Raises:
        ProjectError: the unit holds no table with such a cell.
    """
    cell = _cell(unit, row, column)
    more = _more(unit, cell, row, column, len(lines))
    dropped = {item.key for item in cell[max(1, len(lines)) :] if item.added and not item.source.text}
    written = {
        item.key: _typed(item, line)
        for item, line in zip((*cell, *more), (*lines, *[""] * (len(cell) - len(lines))), strict=True)
        if item.key not in dropped
    }
    if more or dropped:
        others = (item for item in unit.segments if item not in cell)
        return (SegmentsEdit(unit.key, unit.segments, _ordered([*others, *written.values()])),)
    changed = ((item, written[item.key]) for item in cell)
    return tuple(TargetEdit(old.key, old.translation, new.translation) for old, new in changed if new != old)


def _typed(item: Segment, line: str) -> Segment:
    return item if item.target == line else replace(item, translation=item.translation.typed(line))


def set_source(unit: Unit, row: int, column: int, lines: Lines) -> SegmentsEdit:
    """Type the Korean of a cell that a person added, one entry a line.

    Raises:
        ProjectError: the cell comes from the release, or there is none.
    """
    cell = _cell(unit, row, column)
    if not all(item.added for item in cell):
        raise ProjectError("The Korean of the release itself cannot be changed.")
    items = (*cell, *_more(unit, cell, row, column, len(lines)))
    filled = [replace(item, source=RichText(line)) for item, line in zip(items, lines, strict=False)]
    left = [replace(item, source=EMPTY) for item in items[len(lines) :]]
    kept = [item for number, item in enumerate(left, len(filled)) if item.target or number == 0]
    others = [item for item in unit.segments if item not in cell]
    return SegmentsEdit(unit.key, unit.segments, _ordered([*others, *filled, *kept]))


def _placed(segments: Iterable[Segment]) -> Iterator[tuple[CellPosition, Segment]]:
    return ((segment.cell, segment) for segment in segments if segment.cell is not None)


def _ordered(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    places = sorted(_placed(segments), key=lambda pair: _order(pair[0]))
    return tuple(segment for _, segment in places)


def _moved(unit: Unit, new_row: Callable[[int], int | None], added: Iterable[Segment] = ()) -> SegmentsEdit:
    """Every segment on its new row; those that get none are gone."""
    moved = [
        replace(segment, cell=replace(place, row=row))
        for place, segment in _placed(unit.segments)
        if (row := new_row(place.row)) is not None
    ]
    return SegmentsEdit(unit.key, unit.segments, _ordered([*moved, *added]))


def _movable(unit: Unit) -> TableGrid:
    grid = TableGrid.of(unit)
    table = unit.block.table
    if table is not None and any(cell.row_span > 1 for row, _, cell in table.positions() if row >= table.header_rows):
        raise ProjectError("Rows of this table are merged with each other, so none can be added, removed or moved.")
    return grid


def _check_row(grid: TableGrid, row: int, last: int) -> None:
    if not grid.header_rows <= row <= last:
        raise ProjectError("There is no such row below the header.")


def _cell(unit: Unit, row: int, column: int) -> tuple[Segment, ...]:
    grid = TableGrid.of(unit)
    if not (0 <= row < len(grid.rows) and 0 <= column < len(grid.roles)):
        raise ProjectError("There is no such cell in the table.")
    return grid.rows[row][column]


def _more(unit: Unit, cell: tuple[Segment, ...], row: int, column: int, count: int) -> tuple[Segment, ...]:
    """Empty items that bring a cell up to ``count``."""
    last = max((place.item for place, _ in _placed(cell)), default=-1)
    lead = cell[0].lead if cell and not cell[0].lead.startswith("*") else ""
    return tuple(
        _added(unit, CellPosition(row, column, last + number), lead) for number in range(1, count - len(cell) + 1)
    )


def _added(unit: Unit, place: CellPosition, lead: str = "") -> Segment:
    return Segment(fresh_key(unit.key), EMPTY, cell=place, lead=lead, added=True)
