"""What a sentence holds that can be inserted ready-made: terms, days, times, figures and names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gui.language.dates import korean_dates, korean_times
from gui.language.korean_numbers import korean_quantities
from gui.language.names import propose, split_name
from gui.language.particles import occurrences
from gui.language.render import english_date, english_quantity, english_time
from gui.language.romanise import has_hangul
from gui.language.termbase import Termbase


class FactKind(StrEnum):
    """What a fact is."""

    TERM = "term"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of a Korean sentence and its English; ``sure`` is false where somebody should look at it."""

    start: int
    end: int
    korean: str
    english: str
    kind: FactKind
    sure: bool = True

    def overlaps(self, other: "Fact") -> bool:
        """Whether both cover some character."""
        return self.start < other.end and other.start < self.end


def facts(segment_source: str, on: date | None) -> tuple[Fact, ...]:
    """The facts in a sentence in order, none over another: terms before days and times, these before figures and names.

    Args:
        segment_source: The Korean sentence.
        on: The date of the release, which completes days and chooses between old and new names of a body.
    """
    found: list[Fact] = []
    for source in (_days(segment_source, on), _terms(segment_source, on), _times(segment_source),
                   _numbers(segment_source, on), _names(segment_source)):  # fmt: skip
        found += [fact for fact in source if not any(map(fact.overlaps, found))]
    return tuple(sorted(found, key=lambda fact: fact.start))


def _terms(text: str, on: date | None) -> Iterator[Fact]:
    for hit in Termbase.load().find(text, on):
        yield Fact(hit.start, hit.end, text[hit.start : hit.end], hit.term.english, FactKind.TERM, hit.term.sure(on))


def _days(text: str, on: date | None) -> Iterator[Fact]:
    for day in korean_dates(text, on):
        if day.value:
            english = english_date(day.value, year=day.year is not None)
            yield Fact(day.start, day.end, text[day.start : day.end], english, FactKind.DATE, day.weekday_agrees)


def _times(text: str) -> Iterator[Fact]:
    for clock in korean_times(text):
        yield Fact(clock.start, clock.end, text[clock.start : clock.end], english_time(clock.value), FactKind.TIME)


def _numbers(text: str, on: date | None) -> Iterator[Fact]:
    for quantity in korean_quantities(text, on):
        korean = text[quantity.start : quantity.end]
        english = english_quantity(quantity)
        if english and not quantity.optional and english != korean and not has_hangul(english):
            yield Fact(quantity.start, quantity.end, korean, english, FactKind.NUMBER)


_TITLES = (
    "장관 차관 대표 회장 사장 원장 교수 총장 의원 대사 국장 과장 실장 위원장 청장 처장 이사장 소장 센터장 "
    "본부장 대변인 비서관 수석 의장 시장 지사 총리 부총리 대통령 박사 씨 여사"
)
_TITLED = re.compile(
    rf"(?<![가-힣])([가-힣]{{2,4}})(?=\s(?:[가-힣]{{1,8}}\s)?(?:{'|'.join(_TITLES.split())})(?![가-힣]{{2}}))"
)


def _names(text: str) -> Iterator[Fact]:
    """Korean names before a title, wherever else they stand in the sentence too."""
    for name in dict.fromkeys(match[1] for match in _TITLED.finditer(text)):
        parts, english = split_name(name), propose(name)
        if parts and english and len(parts[1]) == _USUAL_GIVEN and Termbase.load().lookup(name) is None:
            for start, end in occurrences(text, name):
                yield Fact(start, end, text[start:end], english, FactKind.NAME, sure=False)


_USUAL_GIVEN = 2
"""Names of two syllables look like too many nouns."""
