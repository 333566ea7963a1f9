"""Words like today, which mean another day to whoever reads the English."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.dates import korean_dates
from gui.language.render import english_date

_KOREAN = re.compile(r"(?<![가-힣])(?:오늘|금일|어제|전날|내일|익일)(?!날의)")
_ENGLISH = re.compile(r"\b(?:today|yesterday|tomorrow)\b(?!['’]s)", re.IGNORECASE)
_LOCAL = re.compile(r"(?<![가-힣])오늘\s?\([^()]*현지\s?시[간각][^()]*\)")
_DAYS_LATER = {"today": 0, "yesterday": -1, "tomorrow": 1}


class TodayCheck:
    """오늘 becomes a date in English; with 현지시간 it is not even the same day in Korea."""

    id = "today"
    label = note("Today, yesterday and tomorrow instead of a date")
    severity = Severity.INFO

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each such word in the English; before there is any, one for a local 오늘 in the Korean."""
        source, target = segment.source.text, segment.target
        if not target.strip():
            yield from self._local(segment)
        elif "day" in target or "morrow" in target:
            for match in _ENGLISH.finditer(target) if _KOREAN.search(source) else ():
                day = _day(source, match[0].lower(), snapshot.release.distributed)
                suggestion = f"on {english_date(day, year=False)}" if day else None
                message = note("“{word}” is another day for whoever reads it later: give the date.", word=match[0])
                yield Issue(self.id, self.severity, segment.key, message, None, match.span(), suggestion)

    def _local(self, segment: Segment) -> Iterator[Issue]:
        for match in _LOCAL.finditer(segment.source.text):
            message = note("오늘 is a day in local time, in Korea perhaps the next: give the date in English.")
            yield Issue(self.id, self.severity, segment.key, message, match.span())


def _day(source: str, word: str, distributed: date | None) -> date | None:
    """The day that the Korean gives in brackets, else counted from the day of the release."""
    for day in korean_dates(source, distributed):
        if day.value and _KOREAN.search(source[max(0, day.start - 4) : day.end]):
            return day.value
    return distributed + timedelta(days=_DAYS_LATER[word]) if distributed else None
