"""Puts what belongs to a place in a segment's text (a foot-note reference, a comment) on the runs that show it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gui.exporters.content import UNMARKED, Run


@dataclass(frozen=True, slots=True)
class Place:
    """``text[start:end]`` of a segment, and what goes there: the number of a foot-note or of a comment."""

    start: int
    end: int
    note: int = 0
    remark: int | None = None


def cut(runs: Sequence[Run], places: Mapping[str, Sequence[Place]]) -> tuple[Run, ...]:
    """The same text in runs that end where a place begins or ends. Deleted text does not count."""
    at: defaultdict[str, int] = defaultdict(int)
    result: list[Run] = []
    for run in runs:
        wanted = places.get(run.key, ())
        if not wanted or run.is_deleted:
            result.append(run)
            continue
        start = at[run.key]
        at[run.key] = start + len(run.text)
        result += _pieces(run, start, wanted)
    return tuple(result)


def _pieces(run: Run, start: int, places: Sequence[Place]) -> Iterator[Run]:
    end = start + len(run.text)
    inside = {edge for place in places for edge in (place.start, place.end) if start < edge < end}
    for left, right in pairwise(sorted({start, end} | inside)):
        covering = [place for place in places if place.start <= left and right <= place.end and left < right]
        yield _marked(replace(run, text=run.text[left - start : right - start]), covering)
        yield from (_marked(Run("", run.key), [place]) for place in places if place.start == place.end == right)
    if start == end:
        yield _marked(run, places)


def _marked(run: Run, places: Sequence[Place]) -> Run:
    if not places:
        return run
    before = run.marking or UNMARKED
    note = next((place.note for place in places if place.note), before.note)
    remarks = (*before.remarks, *(place.remark for place in places if place.remark is not None))
    return replace(run, marking=replace(before, note=note, remarks=remarks))
