"""What holds in every project that the program writes, checked in files that may have been made or mended elsewhere.

A file can decode and still be wrong: two units of one key would hide each other, a merge over a million columns would
keep every table busy for hours. Such a file is refused as a whole, before anything is built on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from gui.document.release import Block, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Unit

_LARGEST_GRID = 1_000_000
"""Places that the cells of a table may cover; readers take merges apart that cover more."""


def is_sound(release: Release, units: Sequence[Unit]) -> bool:
    """Whether release and units belong together as they do in a project of ours."""
    segments = [segment for unit in units for segment in unit.segments]
    texts = chain(_texts(release.blocks), (segment.source for segment in segments))
    return (
        _all_different(unit.key for unit in units)
        and _all_different(segment.key for segment in segments)
        and all(map(_marks_fit, texts))
        and all(map(_is_sound_block, release.blocks))
        and all(map(_cells_fit, units))
        and not (release.embargo and release.embargo.lifts_at and release.embargo.lifts_at.tzinfo is None)
    )


def _all_different(keys: Iterable[str]) -> bool:
    listed = list(keys)
    return len(set(listed)) == len(listed)


def _texts(blocks: Iterable[Block]) -> Iterator[RichText]:
    for block in blocks:
        yield block.text
        for row in block.table.rows if block.table else ():
            yield from (item.text for cell in row for item in cell.items)


def _marks_fit(text: RichText) -> bool:
    return all(0 <= mark.start < mark.end <= len(text) for mark in text.marks)


def _is_sound_block(block: Block) -> bool:
    table = block.table
    if table is None or not block.kind.is_table:
        return table is None and not block.kind.is_table
    spans = [(cell.column_span, cell.row_span) for row in table.rows for cell in row]
    if min(map(min, spans), default=1) < 1 or sum(columns * rows for columns, rows in spans) > _LARGEST_GRID:
        return False
    return 0 <= table.header_rows <= len(table.rows) and len(table.roles) in (0, table.width)


def _cells_fit(unit: Unit) -> bool:
    """A cell stands in a column of its table, and no further down than rows can have been added."""
    table = unit.block.table
    if table is None:
        return all(segment.cell is None for segment in unit.segments)
    width, height = table.width, len(table.rows) + len(unit.segments)
    return all(_stands_within(segment, width, height) for segment in unit.segments)


def _stands_within(segment: Segment, width: int, height: int) -> bool:
    place = segment.cell
    return place is not None and 0 <= place.column < width and 0 <= place.row < height and place.item >= 0
