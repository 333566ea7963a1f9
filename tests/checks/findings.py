"""What the tests of the checks share: projects made of pairs, and findings in a short form."""

from collections.abc import Iterator, Sequence
from datetime import date

from gui.checks.base import ReleaseCheck, SegmentCheck
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Translation, Unit

DAY = date(2023, 4, 28)

Found = tuple[str, str, str, str | None]
"""Severity, the Korean and the English that the finding points at, and the suggestion."""


def release(*pairs: tuple[str, str], on: date | None = DAY, kind: BlockKind = BlockKind.PARAGRAPH) -> Snapshot:
    """A project with a paragraph for each pair of Korean and English, its segments named s1, s2 …"""
    units = []
    for number, (korean, english) in enumerate(pairs, 1):
        segment = Segment(f"s{number}", RichText(korean), Translation(english))
        units.append(Unit(f"u{number}", Block(kind, segment.source), (segment,)))
    return of_units(units, on)


def of_units(units: Sequence[Unit], on: date | None = DAY) -> Snapshot:
    blocks = tuple(unit.block for unit in units)
    return Snapshot(Release("text", "sample.txt", blocks, distributed=on), tuple(units))


def issues(check: SegmentCheck | ReleaseCheck, snapshot: Snapshot) -> list[Issue]:
    return list(_run(check, snapshot))


def _run(check: SegmentCheck | ReleaseCheck, snapshot: Snapshot) -> Iterator[Issue]:
    if hasattr(check, "check_release"):
        yield from check.check_release(snapshot)
        return
    for unit in snapshot.units:
        for segment in unit.segments:
            yield from check.check_segment(snapshot, unit, segment)


def found(check: SegmentCheck | ReleaseCheck, *pairs: tuple[str, str], on: date | None = DAY) -> list[Found]:
    """The findings in a release of these pairs."""
    return short(check, release(*pairs, on=on))


def short(check: SegmentCheck | ReleaseCheck, snapshot: Snapshot) -> list[Found]:
    segments = {segment.key: segment for segment in snapshot.segments()}
    return [_short(issue, segments.get(issue.segment or "")) for issue in issues(check, snapshot)]


def _short(issue: Issue, segment: Segment | None) -> Found:
    source = segment.source.text[slice(*issue.source_span)] if segment and issue.source_span else ""
    target = segment.target[slice(*issue.target_span)] if segment and issue.target_span else ""
    return issue.severity.value, source, target, issue.suggestion


def marked(check: SegmentCheck | ReleaseCheck, *korean: str) -> list[str]:
    """What of the Korean is reported while there is no English."""
    return [source for _, source, _, _ in found(check, *((text, "") for text in korean))]
