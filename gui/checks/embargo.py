"""The embargo: its condition must stand in the English and say the same."""

import re
from collections.abc import Iterator
from datetime import datetime

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit
from gui.language.amounts import Kind, Quantity
from gui.language.english_numbers import english_quantities
from gui.language.render import english_date, english_time

_IMMEDIATE = re.compile(r"\bimmediate(?:ly)?\b|\bat once\b|\bno embargo\b|\bnot (?:under )?embargo", re.IGNORECASE)
_HELD = re.compile(
    r"\bembargo|\b(?:hold|after|until|once|following|from|only|upon|as of)\b|\bnot (?:to|for|be)\b", re.IGNORECASE
)
_CONDITIONS: tuple[tuple[re.Pattern[str], re.Pattern[str], Message], ...] = (
    (
        re.compile(r"종료|마친|끝난|폐막|폐회"),
        re.compile(r"\b(?:end(?:s|ed)?|conclu\w+|clos\w+|finish\w*|over|complet\w+|adjourn\w*|after)\b", re.IGNORECASE),
        note("The embargo lasts to the end of the event: the English does not say so."),
    ),
    (
        re.compile(r"개최|개막|개회|시작"),
        re.compile(r"\b(?:beg[iu]n\w*|start\w*|open\w*|held|takes? place|commence\w*|after|convene)\b", re.IGNORECASE),
        note("The embargo lasts to the beginning of the event: the English does not say so."),
    ),
    (
        re.compile(r"별도\s?(?:공지|안내|통보)|추후\s?(?:공지|안내)"),
        re.compile(r"\b(?:notic\w+|notif\w+|announc\w+|advis\w+|inform\w*|confirm\w*)\b", re.IGNORECASE),
        note("The Korean announces a separate notice: the English does not."),
    ),
    (
        re.compile(r"조간"),
        re.compile(r"\bmorning\b", re.IGNORECASE),
        note("조간 are the morning papers: the English does not say so."),
    ),
    (
        re.compile(r"석간"),
        re.compile(r"\b(?:evening|afternoon)\b", re.IGNORECASE),
        note("석간 are the evening papers: the English does not say so."),
    ),
)  # fmt: skip


class EmbargoCheck:
    """The embargo line is in the English, holds what the Korean holds, and names the same day and hour."""

    id = "embargo"
    label = note("The embargo and its condition")
    severity = Severity.ERROR

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """The findings in the embargo line; none while nothing is translated."""
        if not any(segment.target.strip() for segment in snapshot.segments()):
            return
        lines = [unit for unit in snapshot.units if unit.block.kind is BlockKind.EMBARGO and unit.segments]
        for unit in lines:
            yield from self._line(snapshot, unit)
        embargo = snapshot.release.embargo
        whole = " ".join(_english(unit) for unit in lines)
        if embargo is not None and embargo.lifts_at is not None and whole.strip():
            yield from self._instant(lines[0].segments[0], whole, embargo.lifts_at)

    def _line(self, snapshot: Snapshot, unit: Unit) -> Iterator[Issue]:
        english, first = _english(unit), unit.segments[0]
        if not english:
            yield self._issue(first, note("The embargo has no English: it would be lost."))
            return
        if snapshot.release.embargo is None:  # 즉시 보도: there is none to keep
            return
        free = _IMMEDIATE.search(english)
        if free and not re.search(r"즉시", unit.block.text.text):
            yield self._issue(first, note("The English allows at once what the Korean holds back."), free.span())
        elif not _HELD.search(english) and not _times(english):
            yield self._issue(first, note("The English does not say that there is an embargo."))
        yield from self._conditions(first, unit.block.content.text, english)

    def _conditions(self, segment: Segment, korean: str, english: str) -> Iterator[Issue]:
        for stated, kept, message in _CONDITIONS:
            match = stated.search(korean)
            if match and not kept.search(english):
                yield self._issue(segment, message)

    def _instant(self, segment: Segment, english: str, lifts_at: datetime) -> Iterator[Issue]:
        """An embargo may stand in several lines (on line, in print), so they are looked at together."""
        days = [quantity for quantity in english_quantities(english, lifts_at.date()) if quantity.kind is Kind.DATE]
        if not any(_is_day(quantity, lifts_at) for quantity in days):
            day = english_date(lifts_at.date())
            yield self._issue(segment, note("The embargo lifts on {day}: the English does not say so.", day=day))
        times = _times(english)
        if lifts_at.hour * 60 + lifts_at.minute not in times and (times or lifts_at.time().hour):
            hour = english_time(lifts_at.time())
            yield self._issue(segment, note("The embargo lifts at {hour}: the English does not say so.", hour=hour))

    def _issue(self, segment: Segment, message: Message, span: tuple[int, int] | None = None) -> Issue:
        return Issue(self.id, self.severity, segment.key, message, (0, len(segment.source)), span)


def _english(unit: Unit) -> str:
    return " ".join(segment.target for segment in unit.segments).strip()


def _times(english: str) -> list[int]:
    """The times of day in minutes."""
    return [int(quantity.low) for quantity in english_quantities(english) if quantity.kind is Kind.TIME]


def _is_day(quantity: Quantity, lifts_at: datetime) -> bool:
    day = quantity.day
    return day is not None and (day.month, day.day) == (lifts_at.month, lifts_at.day)
