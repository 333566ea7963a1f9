"""An attendee table as rows and columns, and the edits of its rows and cells.

Rows are counted from 0 with the header, columns are grid columns, as in :class:`~gui.document.segment.CellPosition`.
The segments of the unit are the table as it stands; ``block.table`` stays as it was read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from gui.document.edit import Edit, SegmentsEdit, TargetEdit
from gui.document.errors import ProjectError
from gui.document.release import ColumnRole
from gui.document.richtext import EMPTY, RichText
from gui.document.segment import CellPosition, Segment, Unit
from gui.document.segments import fresh_key

Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttendeeGrid:
    """The table of a unit: for each row and column the segments of the cell, one for each line.

    ``roles`` has an entry for each column.
    """

    roles: tuple[ColumnRole, ...]
    header_rows: int
    rows: tuple[tuple[tuple[Segment, ...], ...], ...]

    @classmethod
    def of(cls, unit: Unit) -> "AttendeeGrid":
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
    places = sorted(_placed(segments), key=lambda pair: (pair[0].row, pair[0].column, pair[0].item))
    return tuple(segment for _, segment in places)


def _moved(unit: Unit, new_row: Callable[[int], int | None], added: Iterable[Segment] = ()) -> SegmentsEdit:
    """Every segment on its new row; those that get none are gone."""
    moved = [
        replace(segment, cell=replace(place, row=row))
        for place, segment in _placed(unit.segments)
        if (row := new_row(place.row)) is not None
    ]
    return SegmentsEdit(unit.key, unit.segments, _ordered([*moved, *added]))


def _movable(unit: Unit) -> AttendeeGrid:
    grid = AttendeeGrid.of(unit)
    table = unit.block.table
    if table is not None and any(cell.row_span > 1 for row, _, cell in table.positions() if row >= table.header_rows):
        raise ProjectError("Rows of this table are merged with each other, so none can be added, removed or moved.")
    return grid


def _check_row(grid: AttendeeGrid, row: int, last: int) -> None:
    if not grid.header_rows <= row <= last:
        raise ProjectError("There is no such row below the header.")


def _cell(unit: Unit, row: int, column: int) -> tuple[Segment, ...]:
    grid = AttendeeGrid.of(unit)
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
