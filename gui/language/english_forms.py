"""Numbers in English that are more than a numeral with a unit: quarters, fractions, multiples, ordinals, labels."""

import re
from datetime import date
from decimal import Decimal

from gui.language.amounts import Kind, Quantity
from gui.language.english_dates import DATE_FORMS
from gui.language.english_numerals import WORDS, alternatives
from gui.language.english_ordinals import CARDINAL, ORDINAL, number_of
from gui.language.forms import Builder, Built, constant, form, nothing, pair, single, take

_DENOMINATORS: dict[str, int] = WORDS["denominators"]
_BANDS = {
    "teens": 10,
    "teenager": 10,
    "teenagers": 10,
    "teenage": 10,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
}
_ABBREVIATED = {"y": "year", "m": "month", "q": "quarter"}


def _compared(match: re.Match[str], _: date | None) -> Built:
    unit = next(group for group in match.groups() if group).lower()
    unit = _ABBREVIATED.get(unit, unit)
    yield Quantity(match.start(), match.end(), Kind.COMPARED, Decimal(1), unit=unit, optional=True)


def _out_of(match: re.Match[str], _: date | None) -> Built:
    parts = tuple(
        Quantity(match.start(group), match.end(group), Kind.COUNT, number_of(match[group])) for group in (1, 2)
    )
    yield Quantity(match.start(), match.end(), Kind.RATIO, parts[0].low, parts[1].low, parts=parts)


def _fraction(match: re.Match[str], _: date | None) -> Built:
    word = match[2].lower().replace("halves", "half")
    denominator = _DENOMINATORS.get(word) or _DENOMINATORS[word.rstrip("s")]
    top = Decimal(1) if match[1].lower() in ("a", "an") else number_of(match[1])
    yield Quantity(match.start(), match.end(), Kind.RATIO, top, Decimal(denominator))


def _multiple(match: re.Match[str], _: date | None) -> Built:
    value = Decimal(WORDS["multiples"][match[0].lower()])
    yield Quantity(match.start(), match.end(), Kind.MULTIPLE, value, unit="times", optional=value == 2)


def _fold(match: re.Match[str], _: date | None) -> Built:
    low, high = (match[1] or match[2], match[2] if match[1] else None)
    top = number_of(high) if high else None
    yield Quantity(match.start(), match.end(), Kind.MULTIPLE, number_of(low), top, "times")


def _band(match: re.Match[str], _: date | None) -> Built:
    for group in match.groups():
        if group:
            low = Decimal(_BANDS.get(group.lower()) or group)
            yield Quantity(match.start(), match.end(), Kind.AGE_BAND, low, unit="age")


def _part_of_point(match: re.Match[str], _: date | None) -> Built:
    part = Decimal("0.5") if match[1].lower() == "half" else Decimal("0.25")
    yield Quantity(match.start(), match.end(), Kind.POINT, part, unit="point")


def _to(match: re.Match[str], _: date | None) -> Built:
    """7 to 3 is a proportion, 3 to 7 may as well be a range."""
    first, second = number_of(match[1]), number_of(match[2])
    kind = Kind.VERSUS if first > second else Kind.COUNT
    yield Quantity(match.start(), match.end(), kind, first, second)


def _ordinal(match: re.Match[str], _: date | None) -> Built:
    value = number_of(match[0])
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, value, optional=value <= 3 and match[0].isalpha())


_PERIOD = r"(month|quarter|year|day|week)"
_PERIODS = "month quarter year week day"
_EARLIER = r"(?: (?:earlier|before|ago|prior)\b| period\b)"
_BEFORE = r"(?:previous|preceding|prior|last|a)"
_AGAINST = r"(?:from|over|than|compared (?:with|to)|versus|against)"
_NUMBERED = alternatives(WORDS["labels"])
_NO_CODE = (
    rf"(?!(?:{_NUMBERED}|US|USD|KRW|EUR|JPY|CNY|RMB|GBP|CAD|AUD|HKD|SGD|FY|No|mid|pre|post|non|some|to|and|or|in|over|than|about|top"
    r"|sub|plus)-?[0-9])"
)
_DECIMAL = r"([0-9]+(?:\.[0-9]+)?)"
_NUMBER = "# " + " ".join(WORDS["ones"])
_PARTS = "hal third quarter fourth fifth sixth seventh eighth ninth tenth hundredth"
_PART = rf"(?:{alternatives([word for word in _DENOMINATORS if word not in ('half', 'halve')])})s?|half|halves"
_NO_PART = (
    r"(?!(?: of an?)? percentage| (?:place|time|century|day|year|month|round|meeting|party|an? )|-(?:point|day|year))"
)
_NO_RATIO = (
    r"(?![,.]?[0-9]|%| (?:percent|hundred|thousand|million|billion|trillion|years|months|days|weeks|hours|minutes"
    r"|countries|cities)\b)"
)
_BANDS_WRITTEN = r"twenties|thirties|forties|fifties|sixties|seventies|teens|teenagers?|teenage"

_EARLY: tuple[tuple[str, str, Builder], ...] = (
    ("http www @ + &", r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\+[0-9]{1,3}[- ][0-9-]+|&#?\w+;", nothing),
    ("#", r"(?<![0-9-])0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}(?![0-9-])", nothing),
    ("#", r"(?m)^\s*(?:\([0-9]{1,2}\)\s|[0-9]{1,2}[.)]\s)", nothing),
    (
        "quarter #",
        r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarters?\b|\bQ([1-4])\b|\b([1-4])Q\b",
        single(number_of, Kind.QUARTER),
    ),
    ("half #", r"\b(first|second|1st|2nd)[ -]half\b|\bH([12])\b|\b([12])H\b", single(number_of, Kind.HALF_YEAR)),
    (f"{_PERIODS} yoy mom qoq /", rf"\b{_PERIOD}[ -](?:on|over|to)[ -]\1\b|\b([ymq])(?:/|o)\2\b", _compared),
    (
        "earlier before ago prior period",
        rf"\b(?:a|an|one|the|the same) (?:previous |preceding |prior |same )?{_PERIOD}{_EARLIER}",
        _compared,
    ),
    (_PERIODS, rf"\b{_AGAINST} (?:(?:that|those) of )?(?:the )?{_BEFORE} {_PERIOD}\b", _compared),
    (
        "same",
        rf"\bthe same (?:period|month|quarter|time|day) (?:of |in )?(?:the )?{_BEFORE} {_PERIOD}(?:{_EARLIER})?",
        _compared,
    ),
)
_LATE: tuple[tuple[str, str, Builder], ...] = (
    (
        "#",
        rf"(?<![A-Za-z0-9$€£¥₩.-]){_NO_CODE}[A-Za-z]{{1,12}}-?[0-9]+(?:[.-][0-9]+)*[A-Za-z]*(?![A-Za-z])",
        nothing,
    ),
    ("#", r"(?<![0-9.,$€£¥₩])[0-9][GDKP](?![A-Za-z0-9])", nothing),
    ("0s 0's ties teen", rf"(?<![0-9])'?([1-9]0)'?s(?: (?:to|and|or) ([2-9]0)'?s)?\b|\b({_BANDS_WRITTEN})\b", _band),
    ("0s 0's", r"\b((?:1[5-9]|20)[0-9]0)'?s\b", single(number_of, Kind.DECADE)),
    (
        "magnitude richter",
        rf"\bmagnitude[- ](?:of )?{_DECIMAL}\b(?!%)|\b{_DECIMAL}[- ]magnitude\b|\b{_DECIMAL} on the Richter",
        single(number_of, Kind.MAGNITUDE),
    ),
    (
        "age year",
        rf"\b(?:aged?|ages|age of|aged? of) ({CARDINAL})\b|\b({CARDINAL})[ -]years?(?:[ -]old\b| of age\b)",
        single(number_of, Kind.AGE, "age"),
    ),
    (
        _NUMBER,
        rf"\b({CARDINAL})(?: (?:points?|people|firms|companies)(?= out of))?[ -]"
        r"(?:in|out of|of every|in every|per|for every)[ -]"
        rf"(?:every )?({CARDINAL})\b{_NO_RATIO}",
        _out_of,
    ),
    ("point", r"\b(half|quarter)(?: (?:of )?an?)?[ -](?:percentage )?point\b", _part_of_point),
    (_PARTS, rf"(?<!and )\b({CARDINAL}|an?)[ -]({_PART})\b{_NO_PART}", _fraction),
    ("/", r"(?<![0-9./])([0-9]{1,2})/(10{1,3}|[2-9])(?![0-9/])", pair(number_of, Kind.RATIO)),
    ("/", r"(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])", nothing),
    (":", rf"(?<![0-9.,:$-])\b{_DECIMAL}:{_DECIMAL}\b(?!:)", pair(number_of, Kind.VERSUS)),
    (
        " to ",
        rf"(?<![0-9.,:$-])\b({CARDINAL}) to ({CARDINAL})(?![,.]?[0-9])(?=[.,;)]|\s(?:ratio|vote|score|in favor)|$)",
        _to,
    ),
    ("50-50", r"(?<![0-9-])(50)-(50)(?![0-9-])", pair(number_of, Kind.VERSUS)),
    ("zero", r"(?<!below )(?<!above )\bzero\b", constant(Kind.COUNT, 0, optional=True)),
    ("once or twice", r"\bonce or twice\b", constant(Kind.COUNT, 1, "occasion", high=2)),
    ("fold", rf"\b(?:({CARDINAL})-?(?: ?- ?| to | or ))?({CARDINAL})[- ]?fold\b", _fold),
    (" ".join(WORDS["multiples"]), rf"\b(?:{alternatives(WORDS['multiples'])})\b", _multiple),
    (
        " ".join(WORDS["labels"]) + " #",
        rf"\b(?:{_NUMBERED})[ -]?({CARDINAL})\b(?![,.]?[0-9]|%| percent)|#([0-9]+)\b",
        single(number_of, Kind.LABEL),
    ),
    ("top leading leader", r"\b(?:top|leading|leader)\b(?! [0-9])", constant(Kind.ORDINAL, 1, optional=True)),
    ("once", r"\bonce\b", constant(Kind.COUNT, 1, "occasion", optional=True)),
    ("# " + " ".join(WORDS["ordinals"]), rf"(?<![0-9A-Za-z]){ORDINAL}", _ordinal),
    (
        "hal",
        r"\bhalv(?:ed|es|ing)\b|(?<!and a )\bhalf\b"
        r"(?! an? | (?:century|decade|year|month|day|hour|dozen|million|billion))",
        constant(Kind.RATIO, 1, high=2, optional=True),
    ),
    ("fortnight", r"\bfortnights?\b", constant(Kind.DURATION, 14, "day")),
)


_FORMS = (
    *(form(*source, re.IGNORECASE) for source in _EARLY),
    *DATE_FORMS,
    *(form(*source, re.IGNORECASE) for source in _LATE),
)


def take_forms(text: str, reference: date | None) -> tuple[str, list[Quantity]]:
    """The special forms in folded ``text``, and the text with them hidden, offset for offset."""
    found: list[Quantity] = []
    return take(text, _FORMS, reference, found), found
