"""Finds the tables and boxes that the ruled lines of a PDF page draw.

Lines that touch belong to one frame. Its outline is closed even where no line is drawn, since Korean tables leave their
sides open and the title of a box interrupts its upper line; inside, two places of the grid are one cell unless a line
parts them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from gui.readers.pages.page import Box

_DASH_GAP = 3.5
"""Points: dashes and dots of a line stand no farther apart."""

_SNAP = 2.5
"""Points: lines closer than this are the two strokes of a double line, or drawn carelessly."""

_TOUCH = 3.0
_THIN = 6.0
"""Points: no text fits between two lines of a grid that are closer than this."""

_SHORTEST = 6.0
"""Points: what is shorter than this after dashes are joined is no line of a table."""

_NARROWEST, _LOWEST = 15.0, 7.0
"""Points: a frame smaller than this holds no text."""

_PARTED = 0.6
"""A line parts two places of the grid if it runs along so much of the border between them."""

_MOST_PLACES = 20_000
_MOST_RULES = 3_000
"""A frame with more is a drawing."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: where it is on the page, and in the grid, rows counted from the top."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table or box on the page, cells row by row. ``columns`` are the places of its upright lines."""

    box: Box
    cells: tuple[GridCell, ...]
    columns: tuple[float, ...]


@dataclass(slots=True)
class _Rule:
    """A straight line: at ``at`` across, from ``start`` to ``end`` along."""

    at: float
    start: float
    end: float


def find_grids(rules: Iterable[Box]) -> list[Grid]:
    """The frames that the ruled lines of a page form, larger ones before those inside them."""
    flat = list(rules)
    level = _lines(
        _Rule((box.y0 + box.y1) / 2, box.x0, box.x1) for box in flat if _along(box.x0, box.x1, box.y0, box.y1)
    )
    upright = _lines(
        _Rule((box.x0 + box.x1) / 2, box.y0, box.y1) for box in flat if _along(box.y0, box.y1, box.x0, box.x1)
    )
    if len(level) + len(upright) > _MOST_RULES:
        return []
    grids = [grid for frame in _frames(level, upright) if (grid := _grid(*frame)) is not None]
    return sorted(grids, key=lambda grid: -(grid.box.x1 - grid.box.x0) * (grid.box.y1 - grid.box.y0))


def _along(start: float, end: float, low: float, high: float) -> bool:
    """Whether a flat box runs in this direction; a dot runs in both."""
    return end - start >= high - low - 0.5


def _lines(pieces: Iterable[_Rule]) -> list[_Rule]:
    """Whole lines from dashes, dots and double strokes."""
    exact = _joined(pieces, lambda rule: round(rule.at * 2))
    exact = sorted((rule for rule in exact if rule.end - rule.start >= _SHORTEST), key=lambda rule: rule.at)
    bands: dict[int, float] = {}
    first = float("-inf")
    for rule in exact:
        if rule.at - first > _SNAP:
            first = rule.at
        bands[id(rule)] = first
    return _joined(exact, lambda rule: bands[id(rule)])


def _joined(pieces: Iterable[_Rule], band: Callable[[_Rule], float]) -> list[_Rule]:
    lines: list[_Rule] = []
    for _, group in groupby(sorted(pieces, key=lambda rule: (band(rule), rule.start)), key=band):
        last: _Rule | None = None
        for rule in group:
            if last is not None and rule.start <= last.end + _DASH_GAP:
                last.end = max(last.end, rule.end)
            else:
                last = _Rule(rule.at, rule.start, rule.end)
                lines.append(last)
    return lines


def _frames(level: list[_Rule], upright: list[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """The lines of each frame: those that touch one another, over any number of steps."""
    left_level, left_upright = list(level), list(upright)
    while left_upright:
        frame_level: list[_Rule] = []
        frame_upright = [left_upright.pop()]
        fresh: list[_Rule] = list(frame_upright)
        while fresh:
            met, left_level = _touching(left_level, fresh)
            frame_level += met
            fresh, left_upright = _touching(left_upright, met)
            frame_upright += fresh
        if frame_level:
            yield frame_level, frame_upright


def _touching(rules: list[_Rule], across: list[_Rule]) -> tuple[list[_Rule], list[_Rule]]:
    """The rules that touch some rule of the other direction, and those that touch none."""
    touching: list[_Rule] = []
    others: list[_Rule] = []
    for rule in rules:
        (touching if any(_touch(rule, other) for other in across) else others).append(rule)
    return touching, others


def _touch(one: _Rule, across: _Rule) -> bool:
    return (
        one.start - _TOUCH <= across.at <= one.end + _TOUCH and across.start - _TOUCH <= one.at <= across.end + _TOUCH
    )


def _grid(level: list[_Rule], upright: list[_Rule]) -> Grid | None:
    ends_x = [end for rule in level for end in (rule.start, rule.end)]
    ends_y = [end for rule in upright for end in (rule.start, rule.end)]
    columns = _places([rule.at for rule in upright] + [min(ends_x), max(ends_x)])
    rows = _places([rule.at for rule in level] + [min(ends_y), max(ends_y)])
    box = Box(columns[0], rows[0], columns[-1], rows[-1])
    small = box.x1 - box.x0 < _NARROWEST or box.y1 - box.y0 < _LOWEST
    if small or len(columns) * len(rows) > _MOST_PLACES:
        return None
    rows.reverse()
    return Grid(box, tuple(_cells(rows, columns, level, upright)), tuple(columns))


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _THIN:
            places.append(value)
    return places


def _cells(rows: list[float], columns: list[float], level: list[_Rule], upright: list[_Rule]) -> Iterator[GridCell]:
    """The cells of a grid; ``rows`` falls, as the page is read downwards."""
    taken: set[tuple[int, int]] = set()
    last_row, last_column = len(rows) - 2, len(columns) - 2
    for row in range(last_row + 1):
        for column in range(last_column + 1):
            if (row, column) in taken:
                continue
            right = column
            while right < last_column and not _parts(upright, columns[right + 1], rows[row + 1], rows[row]):
                if (row, right + 1) in taken:
                    break
                right += 1
            down = row
            while down < last_row and not _parts(level, rows[down + 1], columns[column], columns[right + 1]):
                if _crossed(upright, columns[column + 1 : right + 1], rows[down + 2], rows[down + 1]):
                    break
                down += 1
            taken.update((y, x) for y in range(row, down + 1) for x in range(column, right + 1))
            box = Box(columns[column], rows[down + 1], columns[right + 1], rows[row])
            yield GridCell(box, row, column, down - row + 1, right - column + 1)


def _parts(lines: list[_Rule], at: float, start: float, end: float) -> bool:
    """Whether a line runs at ``at`` along most of the way from ``start`` to ``end``."""
    covered = sum(
        max(0.0, min(line.end, end) - max(line.start, start)) for line in lines if -_SNAP <= line.at - at <= _THIN
    )
    return covered >= (end - start) * _PARTED


def _crossed(upright: list[_Rule], inner: list[float], low: float, high: float) -> bool:
    return any(_parts(upright, at, low, high) for at in inner)
