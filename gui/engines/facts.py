"""What a sentence holds that can be inserted ready-made: terms, days, times, figures and names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gui.language.dates import korean_dates, korean_times
from gui.language.korean_numbers import korean_quantities
from gui.language.name_proposals import propose_name
from gui.language.particles import occurrences
from gui.language.person_names import titled_persons
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


_NOBODY: Mapping[str, str] = {}


def facts(segment_source: str, on: date | None, confirmed: Mapping[str, str] = _NOBODY) -> tuple[Fact, ...]:
    """The facts in a sentence in order, none over another: terms before days and times, these before figures and names.

    Args:
        segment_source: The Korean sentence.
        on: The date of the release, which completes days and chooses between old and new names of a body.
        confirmed: Spellings of persons that somebody confirmed, by the Hangul.
    """
    found: list[Fact] = []
    for source in (_days(segment_source, on), _terms(segment_source, on), _times(segment_source),
                   _numbers(segment_source, on), _names(segment_source, confirmed)):  # fmt: skip
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


def _names(text: str, confirmed: Mapping[str, str]) -> Iterator[Fact]:
    """Korean names before a title, wherever else they stand in the sentence too, and all that are confirmed."""
    for name in dict.fromkeys((*titled_persons(text), *(name for name in confirmed if name in text))):
        proposal = propose_name(name, confirmed=confirmed, sources=(text,))
        for start, end in occurrences(text, name) if proposal else ():
            if proposal:
                yield Fact(start, end, text[start:end], proposal.text, FactKind.NAME, sure=proposal.confirmed)
