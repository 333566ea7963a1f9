"""Dates of a release that contradict one another; only what cannot be right is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment
from gui.language.amounts import Kind
from gui.language.dates import KoreanDate, korean_dates
from gui.language.korean_numbers import korean_quantities

_RELATIVE = {"오늘": 0, "금일": 0, "어제": -1, "내일": 1}
_TOLERANCE = timedelta(days=1)
"""A release goes out the evening before, and the day may be another in local time."""

_NAMED = re.compile(r"[‘“'\"「『《](?P<name>[^‘’“”'\"「」『』《》\n]{4,60})[’”'\"」』》]")
_HELD = re.compile(r"개최|열린|열렸|열고|열어|연다|열립|열릴|진행")
_CLAUSE = 40
"""How far a date may stand before the name of what is held on it."""

_UNTIL = re.compile(r"\s?(?:부터|에서|~|∼|-)\s?(?:다음\s?달|내달)?\s?")
_LASTING = re.compile(r"\s?까지\s?,?\s?(?:총\s?)?$")


@dataclass(frozen=True, slots=True)
class _Held:
    """An event by its name, and the day that a segment gives it."""

    name: str
    day: date
    segment: Segment
    span: tuple[int, int]


class DateAgreementCheck:
    """오늘(18일) in a release of the 28th, one event on two days, three days that are called 나흘."""

    id = "dates-agree"
    label = note("Dates of the source against one another")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each date that another one contradicts."""
        distributed = snapshot.release.distributed
        events: dict[str, _Held] = {}
        for segment in snapshot.segments():
            text = segment.source.text
            days = korean_dates(text, distributed)
            if not days:
                continue
            if distributed:
                yield from self._against_distribution(segment, days, distributed)
            yield from self._lengths(segment, days, distributed)
            yield from self._events(_held(segment, days), events)

    def _against_distribution(
        self, segment: Segment, days: tuple[KoreanDate, ...], distributed: date
    ) -> Iterator[Issue]:
        for day in days:
            written = segment.source.text[day.start : day.end]
            offset = _RELATIVE.get(written[:2])
            if offset is None or day.value is None:
                continue
            if abs(day.value - distributed - timedelta(days=offset)) > _TOLERANCE:
                message = note("{written}: the release is of {date}.", written=written, date=distributed)
                yield Issue(self.id, self.severity, segment.key, message, (day.start, day.end))

    def _lengths(self, segment: Segment, days: tuple[KoreanDate, ...], distributed: date | None) -> Iterator[Issue]:
        """5월 3일부터 5일까지 나흘간: from the third to the fifth are three days."""
        text = segment.source.text
        for first, last in pairwise(days):
            if not (first.value and last.value and _UNTIL.fullmatch(text[first.end : last.start])):
                continue
            counted = (last.value - first.value).days + 1
            for length in korean_quantities(text, distributed):
                follows = length.start >= last.end and _LASTING.fullmatch(text[last.end : length.start])
                in_days = length.kind is Kind.DURATION and length.unit == "day" and length.high is None
                if follows and in_days and length.low not in (counted, counted - 1):
                    span = first.start, length.end
                    message = note("{written}: these are {counted} days.", written=text[slice(*span)], counted=counted)
                    yield Issue(self.id, self.severity, segment.key, message, span)

    def _events(self, found: Iterator[_Held], events: dict[str, _Held]) -> Iterator[Issue]:
        for held in found:
            before = events.setdefault(held.name, held)
            if before.day != held.day:
                message = note(
                    "{name} is on {date} here and on {other} above.", name=held.name, date=held.day, other=before.day
                )
                yield Issue(self.id, self.severity, held.segment.key, message, held.span)


def _held(segment: Segment, days: tuple[KoreanDate, ...]) -> Iterator[_Held]:
    """What is held on the one day that the segment names."""
    text = segment.source.text
    if len(days) != 1 or not days[0].value or not _HELD.search(text):
        return
    (day,) = days
    for match in _NAMED.finditer(text):
        held = _HELD.search(text, match.end(), match.end() + _CLAUSE)
        if day.value and held and 0 <= match.start() - day.end <= _CLAUSE:
            yield _Held(match["name"].strip(), day.value, segment, (day.start, day.end))
