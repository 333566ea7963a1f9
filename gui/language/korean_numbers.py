"""Every number in a Korean text, with what it counts and how it is bounded.

The grammar is that of Korean press releases: mixed numerals, native and Hangul numerals, ranges where the last unit
covers both ends, vague numbers, hedges before and after, currencies and counters. Values are exact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gui.language.amounts import Hedge, Kind, Quantity, kind_of
from gui.language.korean_context import in_context
from gui.language.korean_forms import take_forms
from gui.language.korean_numerals import WORDS, Numeral, alternatives, numerals
from gui.language.units import UNITS
from gui.language.width import fold

_UNIT_OF = {word: unit.name for unit in UNITS.values() for word in unit.korean}


def _guarded(word: str) -> str:
    """A unit's word, unless a longer word begins there: 대 but not 대학."""
    guard = WORDS["not_before"].get(word)
    return re.escape(word) + (f"(?![{guard}])" if guard else "")


_WORDS = "|".join(_guarded(word) for word in sorted(_UNIT_OF, key=len, reverse=True))
_UNIT = re.compile(rf"\s?(?P<odd>여|몇)?\s?(?P<unit>{_WORDS})")
_SINO_UNITS = frozenset(WORDS["sino_units"].split())
_NATIVE_UNITS = frozenset(WORDS["native_units"].split())
_NOT_AFTER_WORDS = frozenset(WORDS["not_after_words"])
"""Counters of one syllable that only follow digits: after a word of one syllable they would mostly be chance."""

_PERSONS = re.compile(r"\s?분(?![기의야석])")
_NOUN_AFTER = re.compile(r"\s(?=[가-힣]{2})")
_CONNECTOR = re.compile(r"\s?(?:~|-|에서|내지|부터|,)\s?|\s?(?:또는|혹은)\s")
_ODD_AFTER = re.compile(r"여(?=\s|간|만|의|에|$|[,.)])")
"""3시간여, 5년여 만에."""

_OUT_OF = re.compile(r"\s?(?:중에서|중에|중|가운데|당)\s?")
_MINUS = re.compile(r"(?:△\s?|(?<![0-9가-힣A-Za-z%)~])-|영하\s?|마이너스\s?)$")
_HALF = re.compile(r"\s?반(?=$|[\s,.)의을만동가이])")
_MACHINES = re.compile(rf"(?:{alternatives(WORDS['machines'])})\s?\(?$")
"""Before 20대: a noun that is counted in 대."""

_OF_MACHINES = re.compile(rf"\s?\(?(?:{alternatives(WORDS['machines'])})")

_ODD = frozenset({Hedge.ODD})
_NO_HEDGE: frozenset[Hedge] = frozenset()

_REMEMBERED = 16384
"""Texts whose numbers are kept, so that only what was edited is read again."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A numeral with the unit after it, before ranges and compounds are joined."""

    numeral: Numeral
    start: int
    end: int
    unit: str
    odd: bool
    word: str = ""

    @property
    def kind(self) -> Kind:
        return kind_of(self.unit)


@lru_cache(maxsize=_REMEMBERED)
def korean_quantities(text: str, reference: date | None = None) -> tuple[Quantity, ...]:
    """The numbers in ``text``, in order.

    Args:
        text: Any text; spans are offsets into it.
        reference: The date of the release, for years and months that are left out.
    """
    folded = fold(text)
    rest, found = take_forms(folded, reference)
    items = [item for numeral in numerals(rest) if (item := _with_unit(rest, numeral))]
    found += _joined(rest, items)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(in_context(folded, found))


def _with_unit(text: str, numeral: Numeral) -> _Item | None:
    """The numeral with its unit; ``None`` where it is part of an ordinary word."""
    start, end = numeral.start, numeral.end
    if numeral.style == "days":
        return _Item(numeral, start, end, "day", numeral.odd, text[start:end])
    if numeral.style == "native" and (persons := _PERSONS.match(text, end)):
        return _Item(numeral, start, persons.end(), "person", numeral.odd)
    match = _UNIT.match(text, end)
    word = match["unit"] if match else ""
    if not _plausible(text, numeral, word):
        return None
    if match is None:
        return _Item(numeral, start, end, "", numeral.odd or text.startswith("여", end))
    odd = numeral.odd or bool(match["odd"]) or bool(_ODD_AFTER.match(text, match.end()))
    counter = "" if numeral.style == "native" else word
    return _Item(numeral, start, match.end(), _unit_after(text, numeral, word), odd, counter)


def _unit_after(text: str, numeral: Numeral, word: str) -> str:
    """The unit of a counter; 20대 with nothing countable before it may be an age, a rank or a number of machines."""
    machines = _MACHINES.search(text, max(0, numeral.start - 8), numeral.start) or _OF_MACHINES.match(
        text, numeral.end + 1
    )
    if word == "대" and numeral.low % 10 == 0 and numeral.low < 100 and not machines:
        return "dae"
    return _UNIT_OF[word]


def _plausible(text: str, numeral: Numeral, word: str) -> bool:
    unit = _UNIT_OF.get(word, "")
    if numeral.style == "arabic":
        return True
    if numeral.style == "native":
        counted = unit in _NATIVE_UNITS and word not in _NOT_AFTER_WORDS and not _is_word(text, numeral, word)
        return counted or (2 <= numeral.low <= 9 and bool(_NOUN_AFTER.match(text, numeral.end)))
    if numeral.style == "vague":
        tank = len(text[numeral.start : numeral.end]) == 2 and numeral.low >= _TRILLION
        return bool(unit) or (numeral.low >= 100 and not tank)
    written = text[numeral.start : numeral.end]
    money = unit in UNITS and UNITS[unit].kind == "money"
    scaled = any(scale in written for scale in "십백천만억") or (money and len(written) > 1)
    if not word:
        return len(written) > 1 and written[-1] in "만억" and bool(_NOUN_AFTER.match(text, numeral.end))
    return scaled and unit in _SINO_UNITS and word not in _NOT_AFTER_WORDS


_TRILLION = 10**12
"""수조 without a unit is a tank, 수경 a kind of farming."""


def _is_word(text: str, numeral: Numeral, word: str) -> bool:
    """열대, 세종 and 한편 are words; 열 대, 세 종 and 한 편 are numbers."""
    return word in _MAKING_WORDS and text.startswith(word, numeral.end)


_MAKING_WORDS = frozenset("대종권척편점석량인기")


def _joined(text: str, items: list[_Item]) -> Iterator[Quantity]:
    """One quantity for each item, range, compound duration and ratio."""
    position = 0
    while position < len(items):
        pair = items[position : position + 2]
        joined = _pair(text, *pair) if len(pair) == 2 else None
        yield joined or _quantity(text, items[position])
        position += 2 if joined else 1


def _pair(text: str, first: _Item, last: _Item) -> Quantity | None:
    if last.start - first.end > 6:
        return None
    between = text[first.end : last.start]
    return (
        _range(text, between, first, last)
        or _compound(text, between, first, last)
        or _out_of(text, between, first, last)
    )


def _quantity(text: str, item: _Item) -> Quantity:
    numeral = item.numeral
    start, low = _signed(text, item)
    end, low = _and_a_half(text, item, low)
    return Quantity(
        start,
        end,
        item.kind,
        low,
        numeral.high,
        item.unit,
        vague=numeral.style == "vague",
        optional=_optional(text, item),
        other=numeral.other if item.kind is Kind.MONEY else None,
        hedges=_ODD if item.odd else _NO_HEDGE,
        noun=item.word,
        bounded=item.kind in _RANGED and text.startswith("대", item.end),
    )


def _signed(text: str, item: _Item) -> tuple[int, Decimal]:
    """△3.5%, -3.5%, 영하 10도."""
    match = _MINUS.search(text, max(0, item.start - 5), item.start)
    return (match.start(), -item.numeral.low) if match else (item.start, item.numeral.low)


def _optional(text: str, item: _Item) -> bool:
    """한 명, 한 번, 두 정상, 1차례: English may do without the figure."""
    numeral = item.numeral
    if numeral.style == "native" and (not item.unit or (numeral.high is None and numeral.low == 1)):
        return item.kind is not Kind.DURATION
    return _unit_of_table(text, item) or (item.kind is Kind.COUNT and numeral.low == 1 and numeral.high is None)


def _unit_of_table(text: str, item: _Item) -> bool:
    """(단위: 억 달러, %): no amount, and the English table may have other units."""
    bare = text[item.start : item.numeral.end].strip() in ("억", "조", "만", "천", "백만", "십억")
    return bare and text[: item.start].rstrip().endswith(("(", ":", ","))


def _and_a_half(text: str, item: _Item, low: Decimal) -> tuple[int, Decimal]:
    """1년 반, 한 시간 반."""
    match = _HALF.match(text, item.end) if item.kind is Kind.DURATION else None
    return (match.end(), low + Decimal("0.5")) if match else (item.end, low)


def _range(text: str, between: str, first: _Item, last: _Item) -> Quantity | None:
    """3,000~4,000억 원, 2명에서 3명, 2, 3년: one quantity with two ends."""
    if not _CONNECTOR.fullmatch(between) or first.numeral.high is not None or last.numeral.high is not None:
        return None
    low, high = first.numeral.low, last.numeral.low
    if first.numeral.big == 1 and last.numeral.big > 1 and not first.unit and low * last.numeral.big <= high:
        low *= last.numeral.big
    if low >= high or (first.unit and first.unit != last.unit):
        return None
    connector = between.strip()
    if connector == "," and (first.unit or high - low != 1 or high > 9):
        return None
    if connector == "-" and not last.unit:
        return None
    whole = _quantity(text, last)
    parts = (replace(_quantity(text, replace(first, unit=last.unit)), low=low), whole)
    return replace(whole, start=first.start, low=low, high=high, parts=parts)


def _compound(text: str, between: str, first: _Item, last: _Item) -> Quantity | None:
    """1시간 30분, 1년 6개월: one duration in the smaller unit."""
    if between.strip() or first.kind is not Kind.DURATION or last.kind is not Kind.DURATION or first.numeral.high:
        return None
    if (first.unit, last.unit) not in _COMPOUNDS:
        return None
    large, small = UNITS[first.unit], UNITS[last.unit]
    low = first.numeral.low * large.factor / small.factor + last.numeral.low
    return replace(_quantity(text, last), start=first.start, low=low)


_RANGED = frozenset({Kind.MONEY, Kind.PERCENT})
"""1조원대, 20%대: a figure of that order, which English bounds in many ways."""

_COMPOUNDS = frozenset({("year", "month"), ("hour", "minute"), ("minute", "second")})


def _out_of(text: str, between: str, first: _Item, last: _Item) -> Quantity | None:
    """3명 중 1명: one in three."""
    if not _OUT_OF.fullmatch(between) or not first.unit or first.unit != last.unit:
        return None
    if last.numeral.low > first.numeral.low:
        return None
    parts = (_quantity(text, first), _quantity(text, last))
    return Quantity(first.start, last.end, Kind.RATIO, last.numeral.low, first.numeral.low, parts=parts)
