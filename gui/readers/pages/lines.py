"""Lines of text from the glyphs of a PDF page, in the order in which they are read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import TypeAlias

from gui.document.richtext import RichText
from gui.readers.pages.page import Box, Glyph
from gui.readers.pages.tables import Grid
from gui.readers.pages.words import rich_text, spaces_after

_ASCENT, _DESCENT = 0.8, 0.2
"""Shares of the letter size above and below the baseline."""

_SAME_BASELINE = 0.12
_PARTED = 1.6
"""Letter sizes: glyphs farther apart than this may stand in different columns."""

_SAME_ROW = 0.5
_GOOD_PART = 4
_DRAWN_TWICE = 0.12
"""Letter sizes: the same letter twice within this is one bold letter."""

_NARROWEST_GUTTER = 8.0
_FEWEST_FULL = 3
_FULL = 0.6
_MIDDLE = (0.3, 0.7)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on the page.

    ``text`` has no spaces at its ends; ``open_end`` is true where the text layer has a space after it. ``size`` is that
    of most letters. ``left`` and ``right`` are the edges of the column that it stands in; ``page`` counts from 1.
    ``first_letter`` and ``first_word`` are the widths of what would have had to fit into the line above.
    """

    text: RichText
    box: Box
    size: float
    open_end: bool
    first_letter: float
    first_word: float
    page: int = 0
    left: float = 0.0
    right: float = 0.0


Item: TypeAlias = "Line | Frame | Picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page."""

    box: Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A table or a box on page ``page``: what stands in each of its cells, column by column."""

    grid: Grid
    cells: tuple[tuple[Item, ...], ...]
    page: int

    @property
    def box(self) -> Box:
        """Where it is on the page."""
        return self.grid.box


@dataclass(slots=True)
class Fragment:
    """Glyphs that stand close together on one baseline, or anything else that takes a place: then ``payload``."""

    box: Box
    glyphs: list[Glyph] = field(default_factory=list)
    payload: Frame | Picture | None = None


def order(
    glyphs: Iterable[Glyph], blanks: Sequence[tuple[float, float]], others: Iterable[Frame | Picture] = ()
) -> list[list[Item]]:
    """Lines, frames and pictures as they are read, one list for each column of text."""
    fragments = [*_fragments(glyphs), *(Fragment(other.box, payload=other) for other in others)]
    return [
        [item for row in _with_labels(_rows(column)) for item in _items(row, blanks)] for column in _columns(fragments)
    ]


def _box(glyphs: Sequence[Glyph]) -> Box:
    return Box(
        min(glyph.x0 for glyph in glyphs),
        min(glyph.y - glyph.size * _DESCENT for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.y + glyph.size * _ASCENT for glyph in glyphs),
    )


def _fragments(glyphs: Iterable[Glyph]) -> Iterator[Fragment]:
    baseline: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.x0)):
        if baseline and baseline[0].y - glyph.y > max(glyph.size, baseline[0].size) * _SAME_BASELINE:
            yield from _parted(baseline)
            baseline = []
        baseline.append(glyph)
    if baseline:
        yield from _parted(baseline)


def _parted(baseline: list[Glyph]) -> Iterator[Fragment]:
    row: list[Glyph] = []
    for glyph in _once(sorted(baseline, key=lambda glyph: glyph.x0)):
        if row and glyph.x0 - row[-1].x1 > max(glyph.size, row[-1].size) * _PARTED:
            yield Fragment(_box(row), row)
            row = []
        row.append(glyph)
    yield Fragment(_box(row), row)


def _once(row: list[Glyph]) -> Iterator[Glyph]:
    """Letters that are drawn twice, a little apart, are bold letters."""
    last: Glyph | None = None
    for glyph in row:
        if last and last.text == glyph.text and glyph.x0 - last.x0 < glyph.size * _DRAWN_TWICE:
            last = replace(last, bold=True, space_after=last.space_after or glyph.space_after)
            continue
        if last:
            yield last
        last = glyph
    if last:
        yield last


def _columns(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The fragments of each column; a stretch of lines beside one another is two columns, left before right."""
    if not fragments:
        return []
    left, right = min(part.box.x0 for part in fragments), max(part.box.x1 for part in fragments)
    columns: list[list[Fragment]] = [[]]
    rows, place = _rows(fragments), 0
    while place < len(rows):
        stretch = _two_columns(rows, place, left, right)
        if stretch is None:
            columns[-1] += rows[place]
            place += 1
            continue
        end, gutter = stretch
        parts = [part for row in rows[place:end] for part in row]
        columns += [
            [part for part in parts if part.box.x1 <= gutter],
            [part for part in parts if part.box.x0 >= gutter],
        ]
        columns.append([])
        place = end
    return [column for column in columns if column]


def _two_columns(rows: list[list[Fragment]], start: int, left: float, right: float) -> tuple[int, float] | None:
    """Where a stretch of two columns ends that begins with row ``start``, and a place in the gutter between them."""
    low, high = (left + (right - left) * share for share in _MIDDLE)
    free, end = [(low, high)], start
    gutter = None
    while end < len(rows):
        free = _still_free(free, rows[end])
        if not free:
            break
        end += 1
        gutter = max(free, key=lambda gap: gap[1] - gap[0])
    if gutter is None:
        return None
    middle = (gutter[0] + gutter[1]) / 2
    lefts = sum(_filled([p for p in row if p.box.x1 <= middle], gutter[0] - left) for row in rows[start:end])
    rights = sum(_filled([p for p in row if p.box.x0 >= middle], right - gutter[1]) for row in rows[start:end])
    return (end, middle) if min(lefts, rights) >= _FEWEST_FULL else None


def _still_free(free: list[tuple[float, float]], row: list[Fragment]) -> list[tuple[float, float]]:
    for part in row:
        free = [
            gap
            for low, high in free
            for gap in ((low, min(high, part.box.x0)), (max(low, part.box.x1), high))
            if gap[1] - gap[0] >= _NARROWEST_GUTTER
        ]
    return sorted(set(free))


def _filled(parts: list[Fragment], width: float) -> bool:
    text = [part for part in parts if part.glyphs]
    return bool(text) and max(p.box.x1 for p in text) - min(p.box.x0 for p in text) >= width * _FULL


def _rows(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    """Fragments beside one another, from the top down, each row from the left; the tallest of a row is its measure."""
    rows: list[list[Fragment]] = []
    measure: Fragment | None = None
    for part in sorted(fragments, key=lambda part: -(part.box.y0 + part.box.y1)):
        if measure is not None and _beside(part, measure):
            rows[-1].append(part)
            measure = max(measure, part, key=_height)
        else:
            rows.append([part])
            measure = part
    return [sorted(row, key=lambda part: part.box.x0) for row in rows]


def _height(part: Fragment) -> float:
    return part.box.y1 - part.box.y0


def _beside(one: Fragment, other: Fragment) -> bool:
    shared = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    return shared >= _SAME_ROW * min(_height(one), _height(other))


def _with_labels(rows: list[list[Fragment]]) -> list[list[Fragment]]:
    """A label that stands beside the middle of two lines, a little lower than the first, is read with that one."""
    result = list(rows)
    for place in range(len(result) - 2, 0, -1):
        above, label, below = result[place - 1 : place + 2]
        close = above[0].box.y0 < label[0].box.y1 and label[0].box.y0 < below[0].box.y1
        text = all(part.glyphs for part in (*above, *label, *below))
        if close and text and label[-1].box.x1 < min(above[0].box.x0, below[0].box.x0):
            result[place - 1 : place + 1] = [[*label, *above]]
    return result


def _items(row: list[Fragment], blanks: Sequence[tuple[float, float]]) -> Iterator[Item]:
    """The line that a row is; several lines may stand beside a frame or picture."""
    if all(part.glyphs for part in row):
        yield _line(row, blanks)
        return
    for is_text, parts in groupby(row, key=lambda part: bool(part.glyphs)):
        if is_text:
            yield from (_line(lines, blanks) for lines in _rows(parts))
        else:
            yield from (part.payload for part in parts if part.payload)


def _line(parts: list[Fragment], blanks: Sequence[tuple[float, float]]) -> Line:
    glyphs = [glyph for part in parts for glyph in part.glyphs]
    if all(left.box.x1 <= right.box.x0 + 1 for left, right in pairwise(parts)) or _raised(parts):
        glyphs.sort(key=lambda glyph: glyph.x0)
    box = _box(glyphs)
    near = sorted(x for x, y in blanks if box.y0 - 1 <= y <= box.y1)
    spaces = spaces_after(glyphs, near)
    text = rich_text(glyphs, spaces)
    last, size = glyphs[-1], _main_size(glyphs)
    drawn_after = any(last.x1 - 1 <= x <= last.x1 + size for x in near)
    word = next((index for index, count in enumerate(spaces) if count), len(glyphs) - 1)
    first = glyphs[0]
    return Line(text, box, size, last.space_after or drawn_after, first.x1 - first.x0, glyphs[word].x1 - first.x0)


def _raised(parts: list[Fragment]) -> bool:
    """Whether the fragments are one line with raised letters, not lines above one another."""
    middles = [(part.box.y0 + part.box.y1) / 2 for part in parts]
    return max(middles) - min(middles) < max(part.box.y1 - part.box.y0 for part in parts) * _SAME_ROW


def _main_size(glyphs: Sequence[Glyph]) -> float:
    """The largest size that a good part of the letters has: what stands in brackets is often set smaller."""
    counts = Counter(round(glyph.size, 1) for glyph in glyphs)
    return max(size for size, count in counts.items() if count * _GOOD_PART >= len(glyphs))
