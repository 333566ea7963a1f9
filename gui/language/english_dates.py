"""Dates, years and times of day in English: ``April 28``, ``Friday, Apr. 28, 2023``, ``2013-18``, ``2:30 p.m.``."""

import re
from datetime import date
from decimal import Decimal

from gui.language.amounts import Day, Kind, Quantity
from gui.language.dates import short_year
from gui.language.english_numerals import alternatives
from gui.language.english_ordinals import CARDINAL, ORDINAL_WORD, number_of
from gui.language.forms import YEARS_BEGIN, Built, constant, form
from gui.language.render import MONTHS, WEEKDAY_NAMES

_MONTH_NUMBER = {name[:length]: n for n, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {"Sept": 9}
_MONTH = rf"(?P<month>{alternatives(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?)"
_WEEKDAY_AFTER = r"(?: ?\( ?(?P<weekday_after>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\b\.?\)?)?"
_NO_MORE_DIGITS = r"(?![0-9:%]|[.,][0-9]| ?[ap]\.?m\b)"
_DIGIT_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DAY = rf"(?P<day>{_DIGIT_DAY}(?:st|nd|rd|th)?{_NO_MORE_DIGITS}|(?i:{ORDINAL_WORD})\b)"
_FULL_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}"
_YEAR = rf"(?P<year>{_FULL_YEAR})(?![0-9])"
_YEAR_AFTER = rf"(?:(?<=\)),? (?P<year_after>{_FULL_YEAR})(?![0-9]))?"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of)"
_PART_OF = {
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
    "early": "early",
    "mid": "mid",
    "late": "late",
}
_COUNTED = (
    "people|million|billion|trillion|thousand|won|dollars|yen|euros|yuan|years|days|hours|months|households|companies|"
    "firms|tons|km|kilometers|meters|units|employees|workers|students|troops|soldiers|points|jobs|[MGk]W"
)


def _date(match: re.Match[str], _: date | None) -> Built:
    parts = {name: value for name, value in match.groupdict().items() if value}
    day = int(number_of(parts["day"])) if "day" in parts else None
    written = parts.get("year") or parts.get("year_after")
    year = int(written) if written else None
    month = _month_number(parts["month"]) if "month" in parts else None
    weekday = _weekday_number(parts.get("weekday") or parts.get("weekday_after"))
    zone = _zone(match.string[match.start() : match.end() + 24])
    value = Day(year, month, day, weekday, _part(parts.get("part")), year is not None, zone)
    start = min(match.start(name) for name in parts)
    yield Quantity(start, match.end(), Kind.DATE, Decimal(day or 0), day=value)
    for name in ("last", "later"):
        if name in parts:
            last = Day(year, month, int(parts[name]), year_given=year is not None)
            yield Quantity(match.start(name), match.end(name), Kind.DATE, Decimal(parts[name]), day=last)


def _months(match: re.Match[str], _: date | None) -> Built:
    for name in ("month", "last_month"):
        day = Day(month=_month_number(match[name]), year_given=False)
        yield Quantity(match.start(name), match.end(name), Kind.DATE, Decimal(0), day=day)


_MONTHS_OF_A_YEAR = 12


def _first_months(match: re.Match[str], _: date | None) -> Built:
    """The first four months: January to April, or so many months."""
    count = number_of(match["count"])
    if not 2 <= count <= _MONTHS_OF_A_YEAR:
        return
    for month in (1, int(count)):
        day = Day(month=month, year_given=False)
        yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(0), day=day, optional=True)
    yield Quantity(match.start(), match.end(), Kind.DURATION, count, unit="month", optional=True)


def _month_number(written: str) -> int:
    return int(written) if written.isdigit() else _MONTH_NUMBER[written.rstrip(".")]


def _weekday_number(written: str | None) -> int | None:
    names = [name[:3] for name in WEEKDAY_NAMES]
    return names.index(written[:3]) if written else None


def _part(written: str | None) -> str:
    return _PART_OF[written.lower().removeprefix("the ").split()[0]] if written else ""


def _zone(after: str) -> str:
    if "local time" in after:
        return "local"
    return "korea" if re.search(r"Korean? (?:[Ss]tandard )?[Tt]ime|\bKST\b", after) else ""


def _weekday_alone(match: re.Match[str], _: date | None) -> Built:
    day = Day(weekday=_weekday_number(match["weekday"]))
    yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(0), day=day, optional=True)


def _years(match: re.Match[str], _: date | None) -> Built:
    first, last = int(match["first"]), int(match["last"])
    last += first // 100 * 100 if last < 100 else 0
    for group, year in (("first", first), ("last", last)):
        yield Quantity(match.start(group), match.end(group), Kind.DATE, Decimal(year), day=Day(year))


def _year(match: re.Match[str], reference: date | None) -> Built:
    written = match["year"].lstrip("'")
    year = int(written) if len(written) == 4 else short_year(int(written), reference)
    part = _PART_BEFORE.search(match.string, max(0, match.start() - _LONGEST_PART), match.start())
    day = Day(year, part=_part(part["part"] if part else None))
    start = part.start() if part else match.start()
    yield Quantity(start, match.end(), Kind.DATE, Decimal(year), day=day)


def _times(match: re.Match[str], _: date | None) -> Built:
    """2-3:30 p.m.: the first hour takes the half of the day from the second, unless that is before it."""
    last = _minutes(int(match["last_hour"]), int(match["last_minute"] or 0), match["half"])
    first = _minutes(int(match["hour"]), int(match["minute"] or 0), match["half"])
    first = first if first < last else (first - 720) % 1440
    yield Quantity(match.start("hour"), max(match.end("hour"), match.end("minute")), Kind.TIME, Decimal(first))
    yield Quantity(match.start("last_hour"), match.end(), Kind.TIME, Decimal(last))


def _minutes(hour: int, minute: int, half: str) -> int:
    """Minutes since midnight."""
    return (hour % 12 + (12 if half.lower().startswith("p") else 0)) * 60 + minute


def _hour_in_words(match: re.Match[str], _: date | None) -> Built:
    """10 o'clock in the morning, half past nine in the morning, 7 in the evening, 11 at night."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    hour = int(number_of(parts["hour"]))
    if hour > 12:
        return
    minutes = _minutes(hour, 30 if "past" in parts else int(parts.get("minute", 0)), _HALF_OF[parts.get("of", "")])
    if parts.get("of") == "at night" and hour in _SMALL_HOURS:
        minutes -= 720
    other = None if "of" in parts else Decimal(minutes + 720)
    yield Quantity(match.start(), match.end(), Kind.TIME, Decimal(minutes), other=other)


_HALF_OF = {"": "a", "in the morning": "a", "in the afternoon": "p", "in the evening": "p", "at night": "p"}
_SMALL_HOURS = frozenset({12, 1, 2, 3})


def _time(match: re.Match[str], _: date | None) -> Built:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = match.groupdict().get("half") or ""
    minutes = _minutes(hour, minute, half) if half and hour <= 12 else hour % 24 * 60 + minute
    zone = _zone(match.string[match.end() : match.end() + 24])
    day = Day(zone=zone) if zone else None
    yield Quantity(match.start(), match.end(), Kind.TIME, Decimal(minutes), day=day)


_LAST_DAY = rf"(?: ?(?:-|to|and|through) ?(?P<last>{_DIGIT_DAY}{_NO_MORE_DIGITS}))?"
_MONTH_ALONE = (
    r"\b(?:in|within|since|by|until|last|next|this|from|of|between|and|to|through|before|after|during|for) "
    r"(?:the month of )?"
)
_MONTHS_NEEDED = "jan feb mar apr may jun jul aug sep oct nov dec"
_CENTURY_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_ISO = rf"(?<![0-9]){_CENTURY_YEAR}-(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12][0-9]|0[1-9])(?![0-9])"
_SLASHED = rf"(?<![0-9/])(?P<month>1[0-2]|0?[1-9])/(?P<day>{_DIGIT_DAY})/{_CENTURY_YEAR}(?![0-9])"
_LATER_DAY = rf"(?:(?<=\)) ?(?:-|to) ?(?P<later>{_DIGIT_DAY}{_NO_MORE_DIGITS})(?: ?\([A-Z][a-z]+\.?\))?)?"
_MONTH_FIRST = (
    rf"\b(?=[ADFJMNOSTW])(?:\b{_WEEKDAY},? ?(?:on )?\(?)?\b{_MONTH} {_DAY}{_LAST_DAY}(?:,? {_YEAR})?"
    rf"{_WEEKDAY_AFTER}{_LATER_DAY}{_YEAR_AFTER}"
)
_DAY_FIRST = (
    rf"(?=[0-9FMSTW])(?:\b{_WEEKDAY},? (?:the )?)?(?<![0-9.,])(?P<day>{_DIGIT_DAY}(?:st|nd|rd|th)?) (?:of )?{_MONTH}"
    rf"(?! [0-9]{{1,2}}\b)(?:,? {_YEAR})?"
)
_YEAR_TO_YEAR = (
    rf"(?<![0-9.,$])(?P<first>{_FULL_YEAR})(?: ?- ?| to | and (?={_FULL_YEAR}))"
    rf"(?P<last>{_FULL_YEAR}|(?<=-)[0-9]{{2}}|(?<=- )[0-9]{{2}})"
    rf"(?![0-9%]|,[0-9]|[ -](?:{_COUNTED}))"
)
_HALF_CLOCK = r"(?<![0-9:.,$])(?P<hour>2[0-3]|1[0-9]|0?[0-9])(?::(?P<minute>[0-5][0-9]))? ?(?P<half>[apAP]\.?[mM]\b\.?)"
_CLOCK_RANGE = (
    r"(?<![0-9:.,$])(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5][0-9]))?(?: ?- ?| to | and | until | through )"
    r"(?P<last_hour>1[0-2]|0?[1-9])(?::(?P<last_minute>[0-5][0-9]))? ?(?P<half>[apAP]\.?[mM]\b\.?)"
)
_OF_DAY = r"(?P<of>in the (?:morning|afternoon|evening)|at night)"
_OCLOCK = rf"\b(?P<hour>{CARDINAL}) o'clock(?: {_OF_DAY})?\b"
_IN_WORDS = (
    rf"(?:(?<=at )|(?<=by )|(?<=until )|(?<=from )|(?<=before )|(?<=after )|(?<=to )|^|(?=[0-9]+:))"
    rf"(?P<past>half past )?(?P<hour>{CARDINAL})(?::(?P<minute>[0-5][0-9]))?(?: o'clock)? {_OF_DAY}\b"
)
_ONE_YEAR = (
    rf"(?=[12]){_YEAR}(?<![0-9.,$€£¥₩]....)(?:(?<!-....)|(?<=[Mm]id-....)|(?<=[Ll]ate-....)|(?<=arly-....))"
    rf"(?![%]|[,.][0-9]|[ -](?:{_COUNTED})|s\b|'s\b(?= w))"
)
_PART_BEFORE = re.compile(rf"\b{_PART}[ -](?:the )?$")
_LONGEST_PART = 20
_SOURCES = (
    ("-", _ISO, _date),
    ("/", _SLASHED, _date),
    (
        _MONTHS_NEEDED,
        rf"\b(?=[ADFJMNOS]){_MONTH}(?: ?- ?| to | through | and )(?P<last_month>{alternatives(MONTHS)})(?! ?[0-9])",
        _months,
    ),
    (_MONTHS_NEEDED, _MONTH_FIRST, _date),
    ("months", rf"\b[Ff]irst (?P<count>{CARDINAL}) months\b", _first_months),
    (_MONTHS_NEEDED, _DAY_FIRST, _date),
    (_MONTHS_NEEDED, rf"\b(?=[A-Zbelmst])(?:{_PART}[ -])?{_MONTH},? (?:of )?{_YEAR}", _date),
    (_MONTHS_NEEDED, rf"\b{_PART}[ -]{_MONTH}(?![a-z])", _date),
    (_MONTHS_NEEDED, rf"{_MONTH_ALONE}{_MONTH}(?![a-z])", _date),
    ("march may", r"\b(?P<month>March|May)(?= (?:next|last|this) year)", _date),
    (_MONTHS_NEEDED, rf"\b(?!May\b|March\b){_MONTH}(?![a-z])", _date),
    ("day", rf"\b(?=[FMSTW]){_WEEKDAY}(?![a-z])", _weekday_alone),
    (YEARS_BEGIN, _YEAR_TO_YEAR, _years),
    ("am pm a.m p.m", _CLOCK_RANGE, _times),
    ("am pm a.m p.m", _HALF_CLOCK, _time),
    ("morning afternoon evening night", _IN_WORDS, _hour_in_words),
    ("o'clock", _OCLOCK, _hour_in_words),
    (":", r"(?<![0-9:.,])(?P<hour>2[0-3]|1[0-9]|0[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])", _time),
    ("noon midday", r"(?:\b12 )?\b[Nn]oon\b|\b[Mm]idday\b", constant(Kind.TIME, 720)),
    ("midnight", r"(?:\b12 )?\b[Mm]idnight\b", constant(Kind.TIME, 0)),
    (YEARS_BEGIN, _ONE_YEAR, _year),
    ("'", r"(?P<year>'[0-9]{2})(?![0-9']|s)", _year),
)
DATE_FORMS = tuple(form(*source) for source in _SOURCES)
