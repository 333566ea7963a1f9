"""Splitting and merging segments, as edits.

Every piece that comes out has a key that no segment ever had, so a draft still under way for the old one finds nothing
to land on.
"""

import os

from gui.document.edit import SegmentsEdit
from gui.document.errors import ProjectError
from gui.document.richtext import join
from gui.document.segment import HUMAN, Origin, Segment, State, Translation, Unit


def fresh_key(unit: str) -> str:
    """A key for a new segment of a unit. Drawn by lot: a counter would start over after an undo."""
    return f"{unit}.{os.urandom(6).hex()}"


def split_segment(unit: Unit, key: str, source_at: int, target_at: int) -> SegmentsEdit:
    """Cut a segment in two.

    Args:
        unit: the unit that holds it.
        key: the segment.
        source_at: where to cut the Korean, in characters; some text has to stand on both sides.
        target_at: where to cut the English; one side may stay empty.

    Raises:
        KeyError: the segment is not in the unit.
        ProjectError: the Korean cannot be cut there, or stands in a table, where a line is a segment.
    """
    place = unit.index(key)
    _refuse_cells(unit)
    segment = unit.segments[place]
    head, tail = (
        segment.source.slice(0, source_at).strip(),
        segment.source.slice(source_at, len(segment.source)).strip(),
    )
    if not head.text or not tail.text:
        raise ProjectError("Put the cursor between two sentences of the Korean to split there.")
    texts = segment.target[:target_at].strip(), segment.target[target_at:].strip()
    pieces = tuple(
        Segment(fresh_key(unit.key), source, _piece(segment.translation, text))
        for source, text in zip((head, tail), texts, strict=True)
    )
    return SegmentsEdit(unit.key, unit.segments, (*unit.segments[:place], *pieces, *unit.segments[place + 1 :]))


def merge_with_next(unit: Unit, key: str) -> SegmentsEdit:
    """Make one segment of this one and the next, the Korean as it stands in the release.

    Raises:
        KeyError: the segment is not in the unit.
        ProjectError: it is the last one of its paragraph, or stands in a table.
    """
    place = unit.index(key)
    _refuse_cells(unit)
    if place + 1 == len(unit.segments):
        raise ProjectError("This is the last segment of its paragraph: there is none to merge it with.")
    first, second = unit.segments[place : place + 2]
    source = join((first.source, second.source), _gap_after(unit, place))
    merged = Segment(fresh_key(unit.key), source, _merged(first.translation, second.translation))
    return SegmentsEdit(unit.key, unit.segments, (*unit.segments[:place], merged, *unit.segments[place + 2 :]))


def _refuse_cells(unit: Unit) -> None:
    if unit.block.kind.is_table:
        raise ProjectError("Lines of a table are split and merged in the table itself.")


def _gap_after(unit: Unit, place: int) -> str:
    """What the release has between a segment and the next: a space as a rule, nothing after a split inside a word."""
    content, start, gap = unit.block.content.text, 0, ""
    for segment in unit.segments[: place + 2]:
        found = content.find(segment.source.text, start)
        if found < 0:
            return " "
        gap, start = content[start:found], found + len(segment.source)
    return gap


def _piece(whole: Translation, text: str) -> Translation:
    """Half of a translation: to be confirmed again if it was confirmed."""
    if not text:
        return Translation()
    state = State.DRAFT if whole.state.is_open else State.TRANSLATED
    return Translation(text, state, whole.origin, tuple(mark for mark in whole.marks if mark in text))


def _merged(first: Translation, second: Translation) -> Translation:
    text = " ".join(part.text for part in (first, second) if part.text)
    if not text:
        return Translation()
    is_open = first.state.is_open or second.state.is_open
    return Translation(
        text, State.DRAFT if is_open else State.TRANSLATED, _origin(first, second), first.marks + second.marks
    )


def _origin(first: Translation, second: Translation) -> Origin | None:
    """The common origin; a person's hand in either makes it human, so that no draft replaces it."""
    origins = [part.origin for part in (first, second) if part.text]
    return origins[0] if all(origin == origins[0] for origin in origins) else HUMAN
