"""What a Korean text and its English share letter for letter or by meaning: figures, days, Latin words and terms."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gui.language.amounts import Kind, Quantity
from gui.language.english_numbers import english_quantities
from gui.language.korean_numbers import korean_quantities
from gui.language.termbase import Termbase

Anchor = tuple[str, object]

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_MOST, _LEAST = 5.0, 0.3
_SHORTEST_TERM = 4
"""English terms of fewer letters stand in too many other words."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of either side, a set a segment, and what each is worth: the rarer, the more."""

    korean: tuple[frozenset[Anchor], ...]
    english: tuple[frozenset[Anchor], ...]
    weights: dict[Anchor, float]

    def weight(self, anchors: Iterable[Anchor]) -> float:
        """What some anchors are worth together."""
        return sum(self.weights[anchor] for anchor in anchors)


def anchors(korean: Sequence[str], english: Sequence[str]) -> Anchors:
    """The anchors of two texts, each a sequence of segments."""
    mine = [frozenset(_korean(text)) for text in korean]
    terms = {anchor for found in mine for anchor in found if anchor[0] == "term"}
    theirs = [frozenset(_english(text, terms)) for text in english]
    counts = Counter(anchor for found in mine for anchor in found)
    others = Counter(anchor for found in theirs for anchor in found)
    size = max(len(korean), len(english), 2)
    weights = {
        anchor: min(max(math.log(size / max(counts[anchor], others[anchor])), _LEAST), _MOST)
        for anchor in (counts | others)
    }
    return Anchors(tuple(mine), tuple(theirs), weights)


def _korean(text: str) -> Iterator[Anchor]:
    yield from _figures(korean_quantities(text))
    yield from _latin(text)
    for found in Termbase.load().find(text):
        yield "term", found.term.english.casefold()


def _english(text: str, terms: set[Anchor]) -> Iterator[Anchor]:
    yield from _figures(english_quantities(text))
    yield from _latin(text)
    folded = text.casefold()
    for anchor in terms:
        if len(str(anchor[1])) >= _SHORTEST_TERM and str(anchor[1]) in folded:
            yield anchor


def _figures(quantities: Sequence[Quantity]) -> Iterator[Anchor]:
    """Values without their kinds, since a translator may count otherwise; days in their parts."""
    for quantity in quantities:
        if quantity.kind is Kind.DATE and quantity.day:
            day = quantity.day
            parts = (("month", day.month), ("day", day.day), ("year", day.year if day.year_given else None))
            yield from ((name, part) for name, part in parts if part is not None)
        elif not quantity.optional:
            yield "figure", quantity.base_low
            if quantity.base_high is not None:
                yield "figure", quantity.base_high


def _latin(text: str) -> Iterator[Anchor]:
    return (("latin", word[0].casefold()) for word in _LATIN.finditer(text))
