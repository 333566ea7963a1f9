"""Forms: patterns for numbers that are more than a numeral with a unit, tried in order.

A form takes its text out of sight of those after it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gui.language.amounts import Kind, Quantity

HIDDEN = "\x00"
"""Stands for a character that a form has taken."""

_KEY = 2
"""Letters by which needs are kept, so that few are looked for in a word."""

_REMEMBERED = 32768
"""Words of which it is known what forms they may belong to."""

Built = Iterable[Quantity]
Builder = Callable[[re.Match[str], date | None], Built]


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and what it means. It is tried only where one of what it ``needs`` stands in the lower-case text."""

    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    build: Builder

    def may_be_in(self, lowered: str) -> bool:
        """Whether the form has to be looked for in a text of which this is :func:`_lowered`."""
        return any(map(lowered.__contains__, self.needs))


class Forms:
    """Forms in the order in which they are tried.

    Most texts hold few of them, and words come again and again: which forms a word may belong to is remembered. After
    a form has taken its text it is asked anew: a date that is taken leaves no month for the other forms of a date.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(forms)
        self._needs: dict[str, dict[str, int]] = {}
        for place, candidate in enumerate(self._forms):
            for need in candidate.needs:
                places = self._needs.setdefault(need[:_KEY], {})
                places[need] = places.get(need, 0) | 1 << place
        self._places_of = lru_cache(_REMEMBERED)(self._look_for)

    def take(self, text: str, reference: date | None, found: list[Quantity]) -> str:
        """Adds what the forms find in ``text`` to ``found``; returns the text with it hidden, offset for offset."""
        lowered, hidden = _lowered(text), False
        for place in self._tried(lowered):
            candidate = self._forms[place]
            if hidden and not candidate.may_be_in(lowered):
                continue
            matches = [
                match for match in candidate.pattern.finditer(text) if HIDDEN not in match[0] and match[0].strip()
            ]
            if matches:
                for match in matches:
                    found += candidate.build(match, reference)
                text = hide(text, (match.span() for match in matches))
                lowered, hidden = _lowered(text), True
        return text

    def _tried(self, lowered: str) -> Iterator[int]:
        """The places of the forms that may be in a text, in order."""
        places = 0
        for word in lowered.split():
            places |= self._places_of(word)
        while places:
            lowest = places & -places
            yield lowest.bit_length() - 1
            places ^= lowest

    def _look_for(self, word: str) -> int:
        """The forms that need something that stands in ``word``: one bit for each place."""
        places = 0
        pieces = {word[start : start + length] for start in range(len(word)) for length in range(1, _KEY + 1)}
        for piece in pieces & self._needs.keys():
            for need, bits in self._needs[piece].items():
                places |= bits if need in word else 0
        return places


ANY_DIGIT = "#"
"""Among the needs of a form: any digit."""

_DIGIT = re.compile("[0-9]")


def _lowered(text: str) -> str:
    """What the needs of a form are looked for in."""
    return f"{text.lower()} {ANY_DIGIT}" if _DIGIT.search(text) else text.lower()


def beside(before: str, after: Iterable[str]) -> str:
    """Needs of a form: any character of ``before`` with any of ``after`` right behind it."""
    return " ".join(character + text for text in after for character in before)


YEARS_BEGIN = "15 16 17 18 19 20 21"
"""Needs of a form with a year of four digits."""


def form(needs: str, pattern: str, build: Builder, flags: re.RegexFlag = re.NOFLAG) -> Form:
    """A form; ``needs`` are words with spaces between, in lower case."""
    return Form(tuple(needs.split()), re.compile(pattern, flags), build)


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``spans``, which are in order and apart, taken out of sight."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], HIDDEN * (end - start)]
        position = end
    return "".join(parts) + text[position:]


def nothing(_: re.Match[str], __: date | None) -> Built:
    """A form that is no number: a telephone number, the name of a product."""
    return ()


def constant(kind: Kind, low: int, unit: str = "", *, high: int | None = None, optional: bool = False) -> Builder:
    """A form that always means the same: 절반, noon."""
    top = None if high is None else Decimal(high)

    def build(match: re.Match[str], _: date | None) -> Built:
        yield Quantity(match.start(), match.end(), kind, Decimal(low), top, unit, optional=optional)

    return build


def single(value: Callable[[str], Decimal], kind: Kind, unit: str = "") -> Builder:
    """A form with one number: its first group that matched, read by ``value``."""

    def build(match: re.Match[str], _: date | None) -> Built:
        written = next(group for group in match.groups() if group)
        yield Quantity(match.start(), match.end(), kind, value(written), unit=unit)

    return build


def pair(value: Callable[[str], Decimal], kind: Kind) -> Builder:
    """A form with two numbers, in the order of :attr:`Quantity.low` and :attr:`Quantity.high`."""

    def build(match: re.Match[str], _: date | None) -> Built:
        first, second = (group for group in match.groups() if group)
        yield Quantity(match.start(), match.end(), kind, value(first), value(second))

    return build
