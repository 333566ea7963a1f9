"""Writes dates, times and numbers in English as AP and Korea.net do: exact, never rounded.

``April 28, 2023``, ``2:30 p.m.``, ``KRW 272.6 billion``, ``$20 million``, ``four``, ``15,000 households``.
"""

from datetime import date, time
from decimal import Decimal
from typing import Literal

from gui.language.amounts import Day, Hedge, Kind, Quantity
from gui.language.units import UNITS

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = (
    ("quadrillion", Decimal(10) ** 15),
    ("trillion", Decimal(10) ** 12),
    ("billion", Decimal(10) ** 9),
    ("million", Decimal(10) ** 6),
)
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")

WonStyle = Literal["code", "word"]
"""``KRW 272.6 billion`` or ``272.6 billion won``: both are right, one of them in a release."""

_PLACES = 3
"""A scaled figure has at most this many decimals; what needs more is written out in digits."""


def english_date(value: date, *, weekday: bool = False, year: bool = True) -> str:
    """``April 28, 2023``, with the weekday in front if wanted: ``Friday, April 28, 2023``."""
    text = f"{MONTHS[value.month - 1]} {value.day}"
    if year:
        text += f", {value.year}"
    return f"{WEEKDAY_NAMES[value.weekday()]}, {text}" if weekday else text


def english_time(value: time) -> str:
    """``2 p.m.``, ``2:30 p.m.``, ``noon``, ``midnight``."""
    if not value.minute and value.hour in (0, 12):
        return "noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes} {'a.m.' if value.hour < 12 else 'p.m.'}"


def plain(value: Decimal) -> str:
    """All digits of ``value``, grouped by threes: ``32,661``, ``0.25``, ``-3.5``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal) -> str:
    """``272.6 billion``, ``1.005 trillion``, ``1,000 trillion``, ``350,000``; all digits where no scale is exact."""
    for name, scale in SCALES:
        if abs(value) < scale or (name == "quadrillion" and abs(value) < 10 * scale):
            continue
        quotient = value / scale
        if quotient * scale == value and round(quotient, _PLACES) == quotient:
            return f"{plain(quotient)} {name}"
        break
    return plain(value)


def cardinal(value: Decimal) -> str:
    """A count in AP style: one to nine in words, else as :func:`scaled`."""
    if value in range(1, 10):
        return ONES[int(value)]
    return scaled(value)


def ordinal(number: int) -> str:
    """``first`` to ``ninth``, then ``10th``, ``78th``, ``21st``."""
    return ORDINALS[number] if 1 <= number <= 9 else ordinal_figure(number)


def ordinal_figure(number: int) -> str:
    """``1st``, ``22nd``, ``113th``: with the figure however small, as classes and terms are counted."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{suffix}"


def money(value: Decimal, currency: str, *, high: Decimal | None = None, won: WonStyle = "code") -> str:
    """``KRW 272.6 billion``, ``$20 million``, ``€5 billion``; with ``high`` a range of both.

    Args:
        value: Amount in the currency.
        currency: ISO 4217 code.
        high: Upper end of a range.
        won: Which of the two usual forms won is written in.
    """
    if currency == "KRW" and won == "word":
        return " to ".join(scaled(end) for end in (value, high) if end is not None) + " won"
    unit = UNITS[currency]
    sign = unit.symbols[0]
    sign = currency if currency == "KRW" or not sign else sign
    space = " " if sign.isalpha() else ""
    return " to ".join(_signed(end, sign, space) for end in (value, high) if end is not None)


def _signed(value: Decimal, sign: str, space: str) -> str:
    return f"{'-' if value < 0 else ''}{sign}{space}{scaled(abs(value))}"


_HEDGED = {
    Hedge.ABOUT: "about {}",
    Hedge.ODD: "more than {}",
    Hedge.AT_LEAST: "at least {}",
    Hedge.MORE_THAN: "more than {}",
    Hedge.AT_MOST: "up to {}",
    Hedge.LESS_THAN: "less than {}",
    Hedge.NEARLY: "nearly {}",
}


def hedged(text: str, hedges: frozenset[Hedge]) -> str:
    """``text`` with its hedge: ``about KRW 1.2 trillion``, ``at least $15 million``; a bound goes before 약."""
    bounds = [hedge for hedge in _HEDGED if hedge in hedges and hedge is not Hedge.ABOUT]
    if bounds:
        return _HEDGED[bounds[0]].format(text)
    return _HEDGED[Hedge.ABOUT].format(text) if hedges else text


def english_quantity(quantity: Quantity, *, won: WonStyle = "code", hedge: bool = True) -> str:
    """A parsed number in English with its unit and, if wanted, its hedge; empty where no form is sure (수십, 20대)."""
    if quantity.vague or quantity.other is not None or quantity.unit == "dae":
        return ""
    text = _bare(quantity, won)
    return hedged(text, quantity.hedges) if hedge and text else text


def _bare(quantity: Quantity, won: WonStyle) -> str:
    low, high, kind = quantity.low, quantity.high, quantity.kind
    if kind is Kind.MONEY:
        return money(low, quantity.unit, high=high, won=won) if UNITS[quantity.unit].symbols else ""
    if kind is Kind.DATE:
        return english_day(quantity.day) if quantity.day else ""
    if kind is Kind.LABEL:
        return f"{_ARTICLES.get(quantity.unit, 'No.')} {plain(low)}"
    if kind is Kind.COMPARED:
        return f"from a {quantity.unit} earlier"
    if kind is Kind.TIME:
        return english_time(time(int(low) // 60 % 24, int(low) % 60))
    if kind in _RATIOS and high is not None:
        return _ratio(kind, low, high)
    if kind in _FORMS:
        return _FORMS[kind].format(number=_span(low, high), ordinal=ordinal(int(low)))
    return _with_noun(quantity)


_ARTICLES = {"조": "Article", "항": "Paragraph", "호": "Subparagraph", "장": "Chapter", "절": "Section", "편": "Part"}
_RATIOS = frozenset({Kind.RATIO, Kind.VERSUS})
_FORMS = {
    Kind.PERCENT: "{number}%",
    Kind.ORDINAL: "{ordinal}",
    Kind.QUARTER: "{ordinal} quarter",
    Kind.HALF_YEAR: "{ordinal} half",
    Kind.AGE: "aged {number}",
    Kind.AGE_BAND: "{number}s",
    Kind.DECADE: "{number}s",
    Kind.MAGNITUDE: "magnitude {number}",
}


def _span(low: Decimal, high: Decimal | None) -> str:
    bare = plain(low).replace(",", "") if low == low.to_integral() and 1000 <= low < 3000 else plain(low)
    return bare if high is None else f"{bare} to {plain(high)}"


def english_day(day: Day) -> str:
    """As much of a date as is known: ``Friday, April 28``, ``late April 2023``, ``2013``."""
    year = str(day.year) if day.year and day.year_given else ""
    month = MONTHS[day.month - 1] if day.month else ""
    if month and day.day:
        text = f"{month} {day.day}" + (f", {year}" if year else "")
    else:
        text = " ".join(part for part in (month, year) if part)
    if day.weekday is not None and day.day:
        text = f"{WEEKDAY_NAMES[day.weekday]}, {text}"
    return f"{day.part if day.part != 'mid' else 'mid-'}{' ' if day.part != 'mid' else ''}{text}" if day.part else text


def _ratio(kind: Kind, low: Decimal, high: Decimal) -> str:
    if kind is Kind.VERSUS:
        return f"{plain(low)} to {plain(high)}"
    if low == 1 and high == 2:
        return "half"
    if high in range(3, 10) and low in range(1, 10) and low < high:
        return f"{ONES[int(low)]}-{ORDINALS[int(high)]}" + ("s" if low > 1 else "")
    return f"{plain(low)} out of {plain(high)}"


def _with_noun(quantity: Quantity) -> str:
    unit = UNITS.get(quantity.unit)
    low, high = quantity.low, quantity.high
    if quantity.kind is Kind.MULTIPLE:
        return (
            ("double" if low == 2 else f"{_count(low, quantity.kind)} times")
            if high is None
            else f"{_span(low, high)} times"
        )
    number = _count(low, quantity.kind)
    if high is not None:
        number += f" {'or' if high - low == 1 and high < 10 else 'to'} {_count(high, quantity.kind)}"
    if unit is None or not unit.english or unit.name in _NOUNLESS:
        return number
    singular, many = unit.english[0]
    if quantity.kind is Kind.POINT:
        return f"{number} {singular if abs(high or low) <= 1 else many}"
    return f"{number} {singular if (high or low) == 1 else many}"


_NOUNLESS = frozenset({"item"})
"""Counters that take the noun they count: 4건 is four of whatever they are."""


def _count(value: Decimal, kind: Kind) -> str:
    return plain(value) if kind in (Kind.POINT, Kind.MEASURE) and value < 10**6 else cardinal(value)
