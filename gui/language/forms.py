"""Forms: patterns for numbers that are more than a numeral with a unit, tried in order.

A form takes its text out of sight of those after it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gui.language.amounts import Kind, Quantity

HIDDEN = "\x00"
"""Stands for a character that a form has taken."""

Built = Iterable[Quantity]
Builder = Callable[[re.Match[str], date | None], Built]


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and what it means. It is tried only where one of what it ``needs`` stands in the lower-case text."""

    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    build: Builder


ANY_DIGIT = "#"
"""Among the needs of a form: any digit."""


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


def take(text: str, forms: Sequence[Form], reference: date | None, found: list[Quantity]) -> str:
    """Adds what ``forms`` find in ``text`` to ``found``; returns the text with it hidden, offset for offset."""
    lowered = text.lower() + (ANY_DIGIT if _DIGIT.search(text) else "")
    for candidate in forms:
        if not any(map(lowered.__contains__, candidate.needs)):
            continue
        matches = [match for match in candidate.pattern.finditer(text) if HIDDEN not in match[0] and match[0].strip()]
        for match in matches:
            found += candidate.build(match, reference)
        if matches:
            text = hide(text, (match.span() for match in matches))
    return text


_DIGIT = re.compile("[0-9]")


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
