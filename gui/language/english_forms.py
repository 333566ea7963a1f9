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
_BANDS = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
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


def _ordinal(match: re.Match[str], _: date | None) -> Built:
    value = number_of(match[0])
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, value, optional=value <= 3 and match[0].isalpha())


_PERIOD = r"(month|quarter|year|day|week)"
_EARLIER = r"(?: (?:earlier|before|ago|prior)\b| period\b)"
_NUMBERED = alternatives(WORDS["labels"])
_NOT_CODES = r"(?:US|USD|KRW|EUR|JPY|CNY|RMB|GBP|CAD|AUD|HKD|SGD|FY|No|mid|pre|post|non|some|to|and|or|in|over|than|about|top|sub|plus)"

_NUMBER = "# " + " ".join(WORDS["ones"])
_PARTS = "hal third quarter fourth fifth sixth seventh eighth ninth tenth"

_EARLY: tuple[tuple[str, str, Builder], ...] = (
    ("http www @ +", r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\+[0-9]{1,3}[- ][0-9-]+", nothing),
    ("#", r"(?<![0-9-])0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}(?![0-9-])", nothing),
    ("#", r"(?m)^\s*(?:\([0-9]{1,2}\)\s|[0-9]{1,2}[.)]\s)", nothing),
    ("quarter #", r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarters?\b|\bQ([1-4])\b|\b([1-4])Q\b", single(number_of, Kind.QUARTER)),
    ("half #", r"\b(first|second|1st|2nd)[ -]half\b|\bH([12])\b|\b([12])H\b", single(number_of, Kind.HALF_YEAR)),
    ("month quarter year week day yoy mom qoq y/y m/m q/q", rf"\b{_PERIOD}[ -](?:on|over|to)[ -]\1\b|\b([ymq])(?:/|o)\2\b", _compared),
    ("earlier before ago prior period", rf"\b(?:a|an|one|the|the same) (?:previous |preceding |prior |same )?{_PERIOD}{_EARLIER}", _compared),
    ("month quarter year week day", rf"\b(?:from|over|than|compared (?:with|to)|versus|against) (?:(?:that|those) of )?(?:the )?(?:previous|preceding|prior|last|a) {_PERIOD}\b", _compared),
    ("same", rf"\bthe same (?:period|month|quarter|time|day) (?:of |in )?(?:the )?(?:last|previous|preceding|a|prior) {_PERIOD}(?:{_EARLIER})?", _compared),
)  # fmt: skip
_LATE: tuple[tuple[str, str, Builder], ...] = (
    ("#", rf"(?<![A-Za-z0-9$€£¥₩.-])(?!{_NOT_CODES}-?[0-9])[A-Za-z]{{1,12}}-?[0-9]+(?:[.-][0-9]+)*[A-Za-z]*(?![A-Za-z])", nothing),
    ("#", r"(?<![0-9.,$€£¥₩])[0-9][GDKP](?![A-Za-z0-9])", nothing),
    ("0s ties teens", r"(?<![0-9])'?([2-9]0)s(?: (?:to|and|or) ([2-9]0)s)?\b|\b(twenties|thirties|forties|fifties|sixties|seventies|teens)\b", _band),
    ("0s 0's", r"\b((?:1[5-9]|20)[0-9]0)'?s\b", single(number_of, Kind.DECADE)),
    ("magnitude richter", r"\bmagnitude[- ](?:of )?([0-9]+(?:\.[0-9]+)?)\b(?!%)|\b([0-9]+(?:\.[0-9]+)?)[- ]magnitude\b"
     r"|\b([0-9]+(?:\.[0-9]+)?) on the Richter", single(number_of, Kind.MAGNITUDE)),
    ("age year", rf"\b(?:aged?|ages|age of|aged? of) ({CARDINAL})\b|\b({CARDINAL})[ -]years?(?:[ -]old\b| of age\b)", single(number_of, Kind.AGE, "age")),
    (_NUMBER, rf"\b({CARDINAL})[ -](?:in|out of|of every|in every)[ -](?:every )?({CARDINAL})\b(?![,.]?[0-9]|%| percent| (?:hundred|thousand|million|billion|trillion|years|months|days|weeks|hours|minutes|countries|cities))"
     , _out_of),
    ("quarter", r"\bquarter(?= (?:of a )?percentage point)", lambda match, _: (
        Quantity(match.start(), match.end() + len(" percentage point"), Kind.POINT, Decimal("0.25"), unit="point"),)),
    (_PARTS, rf"\b({CARDINAL}|an?)[ -]((?:{alternatives([word for word in _DENOMINATORS if word not in ('half', 'halve')])})s?|half|halves)\b"
     r"(?! (?:percentage|place|time|century|day|year|month|round|meeting|party|an? )|-(?:day|year|century))", _fraction),
    ("/", r"(?<![0-9./])([0-9])/([0-9])(?![0-9/])", pair(number_of, Kind.RATIO)),
    ("/", r"(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])", nothing),
    (": to", rf"(?<![0-9.,:$-])\b([0-9]+(?:\.[0-9]+)?):([0-9]+(?:\.[0-9]+)?)\b(?!:)|\b({CARDINAL}) to ({CARDINAL})(?=[.,;)]|\s(?:ratio|vote|score|in favor)|$)",
     lambda match, ref: pair(number_of, Kind.VERSUS if _falls(match) else Kind.COUNT)(match, ref)),
    ("fold", rf"\b(?:({CARDINAL})-?(?: ?- ?| to | or ))?({CARDINAL})[- ]?fold\b", _fold),
    (" ".join(WORDS["multiples"]), rf"\b(?:{alternatives(WORDS['multiples'])})\b", _multiple),
    (" ".join(WORDS["labels"]) + " #", rf"\b(?:{_NUMBERED}) ?({CARDINAL})\b(?![,.]?[0-9]|%| percent)|#([0-9]+)\b", single(number_of, Kind.LABEL)),
    ("once", r"\bonce\b", constant(Kind.COUNT, 1, "occasion", optional=True)),
    ("# " + " ".join(WORDS["ordinals"]) , rf"(?<![0-9A-Za-z]){ORDINAL}", _ordinal),
    ("half", r"\bhalf\b(?! an? | (?:century|decade|year|month|day|hour|dozen|million|billion))", constant(Kind.RATIO, 1, high=2, optional=True)),
    ("fortnight", r"\bfortnights?\b", constant(Kind.DURATION, 14, "day")),
)  # fmt: skip


def _falls(match: re.Match[str]) -> bool:
    """7 to 3 is a proportion, 3 to 7 as well a range."""
    first, second = (number_of(group) for group in match.groups() if group)
    return first > second or ":" in match[0]


_FORMS = (
    *(form(*source, re.IGNORECASE) for source in _EARLY),
    *DATE_FORMS,
    *(form(*source, re.IGNORECASE) for source in _LATE),
)


def take_forms(text: str, reference: date | None) -> tuple[str, list[Quantity]]:
    """The special forms in folded ``text``, and the text with them hidden, offset for offset."""
    found: list[Quantity] = []
    return take(text, _FORMS, reference, found), found
