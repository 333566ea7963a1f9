"""Every number in an English text, with what it counts and how it is bounded: the counterpart of the Korean reader."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gui.language.amounts import Hedge, Kind, Quantity, kind_of
from gui.language.english_context import in_context
from gui.language.english_forms import take_forms
from gui.language.english_numerals import Numeral, numerals
from gui.language.forms import hide
from gui.language.units import UNITS
from gui.language.width import fold

_SYMBOLS = {symbol: unit.name for unit in UNITS.values() if unit.kind == "money" for symbol in unit.symbols}
_NOUNS = {form: unit.name for unit in UNITS.values() for forms in unit.english for form in forms}
_NOUN_UNITS = {form.lower().replace("-", " "): unit for form, unit in _NOUNS.items()}
_SIGNS = {symbol: unit.name for unit in UNITS.values() if unit.kind != "money" for symbol in unit.symbols}
_ISO = {unit.name: unit.name for unit in UNITS.values() if unit.kind == "money"}


def _any(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NOUN = _any(_NOUNS).replace(r"\ ", "[ -]")
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z])(?P<sign>{_any(_SYMBOLS)})\s?-?\s?$")
_UNIT = re.compile(
    rf"(?: (?:consecutive|straight|successive)(?= (?:year|month|week|day|quarter)))?"
    rf"(?: ?\((?:U\.S\.|US)\) (?P<bracketed>dollars?)\b|[ -]?(?:U\.S\. )?(?P<noun>(?i:{_NOUN}))(?![A-Za-z])"
    rf"|[ -]?(?P<sign>{_any(_SIGNS)})(?![A-Za-z0-9])| (?P<iso>{_any(_ISO)})\b)"
)
_CONNECTOR = re.compile(r"(?P<word> to | or | and |,? or | through )|\s?(?P<sign>[-~])\s?|(?P<hyphens>-? (?:to|or) )")
_PERIODS = ("year", "month", "week", "day", "hour", "minute", "decade", "century")
_INDEFINITE = re.compile(
    r"\b(?=[aep])(?:an?(?: single)?|per|each|every)[ -](?P<unit>year|month|week|day|hour|decade|century)\b"
    r"(?P<half> and a half\b)?",
    re.IGNORECASE,
)
_PERIOD_OF = {
    "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "annual": "year",
    "hourly": "hour",
}  # fmt: skip
_ADVERB = re.compile(rf"\b(?:{_any(_PERIOD_OF)})\b", re.IGNORECASE)
_ODD = re.compile(r"-(?:odd|some|plus)(?= )|\+(?= ?[a-z])", re.IGNORECASE)
_BELOW_ZERO = re.compile(r" below zero\b", re.IGNORECASE)
_MANY_YEARS = {"decades": 10, "centuries": 100}
_MANY = re.compile(rf"\b(?:{_any(_MANY_YEARS)})\b", re.IGNORECASE)
_HALF_A = re.compile(r"\bhalf(?: an? |-|-an?-)(?P<unit>year|month|century|decade|day|hour|minute)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and (?:a|one) half(?= )|-and-a-half| and a half\b", re.IGNORECASE)
_COMPOUND = re.compile(r",? (?:and )?|-")
_MINUS = re.compile(r"(?:(?<![0-9A-Za-z%)])-|\b(?<!or )minus )[$€£¥₩]?$", re.IGNORECASE)
_VAGUE_OF = re.compile(" of (?=dollars|won|euros|yen|yuan|people)")
_LOOK_BACK = 10

_REMEMBERED = 16384
"""Texts whose numbers are kept, so that only what was edited is read again."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A numeral with its currency sign and unit, before ranges and compounds are joined."""

    numeral: Numeral
    start: int
    end: int
    unit: str
    currency_first: bool
    low: Decimal
    odd: bool = False

    @property
    def kind(self) -> Kind:
        return kind_of(self.unit)


@lru_cache(maxsize=_REMEMBERED)
def english_quantities(text: str, reference: date | None = None) -> tuple[Quantity, ...]:
    """The numbers in ``text``, in order; spans are offsets into it. ``reference`` is the date of the release."""
    folded = fold(text)
    rest, found = take_forms(folded, reference)
    items = list(_items(rest))
    found += _joined(rest, items)
    found += _unspelt(hide(rest, ((item.start, item.end) for item in items)))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(in_context(folded, found))


def _items(text: str) -> Iterator[_Item]:
    """The numerals with their units; the 2 of 100 m2 is none."""
    end = 0
    for numeral in numerals(text):
        if numeral.start >= end:
            item = _with_unit(text, numeral)
            end = item.end
            yield item


def _with_unit(text: str, numeral: Numeral) -> _Item:
    before = _CURRENCY_BEFORE.search(text, max(0, numeral.start - _LOOK_BACK), numeral.start)
    half = _AND_A_HALF.match(text, numeral.end)
    low = numeral.low + (Decimal("0.5") * numeral.scale if half else 0)
    end = half.end() if half else numeral.end
    minus = _MINUS.search(text, max(0, numeral.start - _LOOK_BACK), numeral.start)
    low = -low if minus else low
    if before:
        return _Item(numeral, before.start(), end, _SYMBOLS[before["sign"]], currency_first=True, low=low)
    of = _VAGUE_OF.match(text, end) if numeral.vague else None
    odd = _ODD.match(text, end)
    match = _UNIT.match(text, of.end() - 1 if of else odd.end() if odd else end)
    start = minus.start() if minus else numeral.start
    if match is None or _describes(text, match, low):
        return _Item(numeral, start, end, "", currency_first=False, low=low)
    below = _BELOW_ZERO.match(text, match.end())
    end, low = (below.end(), -low) if below else (match.end(), low)
    half_after = _AND_A_HALF.match(text, end)
    if half_after and not half and UNITS[_unit_of(match)].kind == "duration":
        end, low = half_after.end(), low + Decimal("0.5")
    return _Item(numeral, start, end, _unit_of(match), currency_first=False, low=low, odd=bool(odd))


def _describes(text: str, match: re.Match[str], low: Decimal) -> bool:
    """400 company workers: the noun tells what kind of workers."""
    counted = match["noun"] in _SINGULAR_COUNTS and low != 1
    return bool(counted and match[0].startswith(" ") and _PLURAL_NEXT.match(text, match.end()))


_SINGULAR_COUNTS = {
    singular for unit in UNITS.values() if unit.kind == "count" for singular, many in unit.english if singular != many
}
_PLURAL_NEXT = re.compile(r" (?!was|has|is|as|its|this|across|versus)[a-z]{2,}s\b")


def _unit_of(match: re.Match[str]) -> str:
    if match["bracketed"]:
        return "USD"
    if match["noun"]:
        return _NOUN_UNITS[match["noun"].lower().replace("-", " ")]
    return _SIGNS.get(match["sign"] or "") or _ISO[match["iso"]]


def _joined(text: str, items: list[_Item]) -> Iterator[Quantity]:
    position = 0
    while position < len(items):
        pair = items[position : position + 2]
        joined = _pair(text, *pair) if len(pair) == 2 else None
        yield joined or _quantity(items[position])
        position += 2 if joined else 1


def _pair(text: str, first: _Item, last: _Item) -> Quantity | None:
    if not 0 < last.start - first.end <= 6 and text[first.end : last.start] != "":
        return None
    between = text[first.end : last.start]
    return _range(text, between, first, last) or _compound(between, first, last)


def _quantity(item: _Item) -> Quantity:
    numeral = item.numeral
    one = numeral.words and item.low == 1 and not item.currency_first and item.kind is not Kind.MONEY
    few = numeral.vague and numeral.low == 2
    return Quantity(
        item.start,
        item.end,
        item.kind,
        item.low,
        numeral.high,
        item.unit,
        vague=numeral.vague,
        optional=one or few,
        fault=numeral.fault,
        figure_end=numeral.end,
        hedges=frozenset({Hedge.ODD}) if item.odd else frozenset(),
    )


def _range(text: str, between: str, first: _Item, last: _Item) -> Quantity | None:
    """300-400 billion won, $2 million to $3 million, one or two, between X and Y."""
    connector = _CONNECTOR.fullmatch(between)
    if connector is None or first.numeral.high is not None or last.numeral.high is not None:
        return None
    word = (connector["word"] or connector["hyphens"] or "").strip(" ,-")
    low, high = first.low, last.low
    if first.numeral.scale == 1 < last.numeral.scale and low * last.numeral.scale < high:
        low *= last.numeral.scale
    if low >= high or (first.unit != last.unit and (last.unit or not first.currency_first) and first.unit):
        return None
    if word == "and" and not re.search(
        r"\bbetween\s(?:\S+\s)?$", text[max(0, first.start - 20) : first.start], re.IGNORECASE
    ):
        return None
    if word == "or" and high > 2 * low + 1:
        return None
    unit = last.unit or first.unit
    whole = replace(_quantity(replace(last, unit=unit)), start=first.start, low=low, high=high, optional=False)
    parts = (_quantity(replace(first, unit=unit, low=low)), _quantity(replace(last, unit=unit)))
    return replace(whole, parts=parts)


def _compound(between: str, first: _Item, last: _Item) -> Quantity | None:
    """One hour and 30 minutes, a year and six months: one duration in the smaller unit."""
    if first.kind is not Kind.DURATION or last.kind is not Kind.DURATION or not _COMPOUND.fullmatch(between):
        return None
    large, small = UNITS[first.unit], UNITS[last.unit]
    if large.base != small.base or large.factor <= small.factor:
        return None
    return replace(_quantity(last), start=first.start, low=first.low * large.factor / small.factor + last.low)


def _unspelt(text: str) -> Iterator[Quantity]:
    """A year, a month; half a century; decades: where no numeral is left in sight."""
    lowered = text.lower()
    periods = any(map(lowered.__contains__, _PERIODS))
    halves = list(_HALF_A.finditer(text)) if periods and "half" in lowered else []
    for match in _MANY.finditer(text) if any(map(lowered.__contains__, _MANY_YEARS)) else ():
        low = Decimal(_MANY_YEARS[match[0].lower()])
        yield Quantity(match.start(), match.end(), Kind.DURATION, low, low * 10 - 1, "year", vague=True, optional=True)
    for match in _INDEFINITE.finditer(hide(text, (half.span() for half in halves))) if periods else ():
        low = Decimal("1.5") if match["half"] else Decimal(1)
        unit = match["unit"].lower()
        yield Quantity(match.start(), match.end(), Kind.DURATION, low, unit=unit, optional=low == 1)
    for match in _ADVERB.finditer(text) if any(map(lowered.__contains__, _PERIOD_OF)) else ():
        unit = _PERIOD_OF[match[0].lower()]
        yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal(1), unit=unit, optional=True)
    for match in halves:
        yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal("0.5"), unit=match["unit"].lower())
