"""Whether a Korean and an English number mean the same: value, unit and kind."""

from collections.abc import Callable
from decimal import Decimal

from gui.checks.number_days import compare_days, differ_in_part
from gui.checks.number_figures import Agreement, compare_figures
from gui.language.amounts import Kind, Quantity


def compare(korean: Quantity, english: Quantity) -> Agreement | None:
    """How far two numbers agree; ``None`` where they have nothing to do with each other."""
    if korean.kind is english.kind:
        return _SAME_KIND.get(korean.kind, compare_figures)(korean, english)
    for kinds, rule in _ACROSS:
        if (korean.kind, english.kind) in kinds:
            return rule(korean, english)
    return _bare_agreement(korean, english)


def _bare_agreement(korean: Quantity, english: Quantity) -> Agreement | None:
    if _bare(korean) or _bare(english):
        return Agreement.SAME if _bare_value(korean) == _bare_value(english) else None
    return None


def _bare(quantity: Quantity) -> bool:
    """A figure whose unit we do not know may belong to any kind."""
    return quantity.kind is Kind.COUNT and not quantity.unit and not quantity.optional


_NEVER_BARE = frozenset(
    {Kind.TIME, Kind.COMPARED, Kind.RATIO, Kind.AGE_BAND, Kind.QUARTER, Kind.HALF_YEAR, Kind.DECADE, Kind.NIGHT}
)


def _bare_value(quantity: Quantity) -> tuple[Decimal, Decimal | None]:
    if quantity.kind is Kind.DATE:
        day = quantity.day
        only_year = day is not None and day.month is None and day.day is None
        return (Decimal(day.year if day and day.year and only_year else -1), None)
    if quantity.kind in _NEVER_BARE:
        return Decimal(-1), None
    return quantity.low, quantity.high


def _with_unit(korean: Quantity, english: Quantity) -> Agreement | None:
    """Money, percentages and measures: the base unit has to be the same."""
    if korean.base_unit == english.base_unit:
        agreement = compare_figures(korean, english)
        if agreement is Agreement.OTHER_VALUE and _converted(korean, english):
            return Agreement.ROUNDED
        same_figure = korean.unit != english.unit and korean.low == english.low
        return Agreement.OTHER_UNIT if agreement is Agreement.OTHER_VALUE and same_figure else agreement
    return Agreement.OTHER_UNIT if (korean.low, korean.high) == (english.low, english.high) else None


def _converted(korean: Quantity, english: Quantity) -> bool:
    """120 km and 75 miles: translators round what they convert between metric and other measures."""
    if {korean.unit in _NOT_METRIC, english.unit in _NOT_METRIC} != {True, False} or not korean.low:
        return False
    return abs(english.base_low - korean.base_low) <= _CONVERSION * abs(korean.base_low)


_NOT_METRIC = frozenset({"mile", "foot", "inch", "yard", "mile2", "foot2", "acre", "pyeong", "lb", "barrel"})
_CONVERSION = Decimal("0.1")


def _durations(korean: Quantity, english: Quantity) -> Agreement | None:
    if korean.noun == "보름" and (english.unit, english.low) in _HALF_MONTHS:
        return Agreement.SAME
    return _with_unit(korean, english)


_HALF_MONTHS = (("week", Decimal(2)), ("day", Decimal(14)), ("month", Decimal("0.5")))
_ANY_NOUN = frozenset({"", "item", "step", "occasion"})
_NOT_MAJOR = frozenset({"vehicle"})


def _counts(korean: Quantity, english: Quantity) -> Agreement | None:
    agreement = compare_figures(korean, english)
    if english.optional and agreement is not Agreement.SAME:
        return None
    if units_clash(korean.unit, english.unit):
        return Agreement.OTHER_UNIT if agreement is Agreement.SAME else None
    return agreement


def units_clash(korean: str, english: str) -> bool:
    """Whether a counter and an English noun cannot mean the same thing; nouns that we do not know never clash."""
    if korean == "major":
        return english in _NOT_MAJOR
    if (korean, english) == ("person", "place"):
        return False
    return not (korean in _ANY_NOUN or english in _ANY_NOUN or korean in ("dae", english))


def _ratios(korean: Quantity, english: Quantity) -> Agreement:
    one, other = (Decimal(1) if side.high is None else side.high for side in (korean, english))
    return Agreement.SAME if korean.low * other == english.low * one else Agreement.OTHER_VALUE


def _labels(korean: Quantity, english: Quantity) -> Agreement | None:
    """Article 2 is no Paragraph 2."""
    if english.unit and korean.unit in _LEGAL and english.unit != korean.unit:
        return None
    return compare_figures(korean, english)


_LEGAL = frozenset({"조", "항", "호", "장"})


def _anniversaries(korean: Quantity, english: Quantity) -> Agreement | None:
    """70주년: 70 years of the alliance."""
    if korean.unit != "주년" or english.base_unit != "month" or english.vague:
        return None
    return Agreement.SAME if english.base_low == korean.low * 12 else None


def _day_by_ordinal(korean: Quantity, english: Quantity) -> Agreement | None:
    """23일: the 23rd."""
    day = korean.day.day if korean.day else None
    return Agreement.SAME if day is not None and english.low == day and not english.optional else None


def _compared(korean: Quantity, english: Quantity) -> Agreement:
    return Agreement.SAME if korean.unit == english.unit else Agreement.OTHER_VALUE


def _centuries(korean: Quantity, english: Quantity) -> Agreement:
    return Agreement.OTHER_VALUE if differ_in_part(korean, english) else compare_figures(korean, english)


def _decades(korean: Quantity, english: Quantity) -> Agreement:
    if differ_in_part(korean, english):
        return Agreement.OTHER_VALUE
    same = korean.low == english.low or (korean.low % 100 == english.low % 100 and min(korean.low, english.low) < 100)
    return Agreement.SAME if same else Agreement.OTHER_VALUE


def _percent_and_point(korean: Quantity, english: Quantity) -> Agreement | None:
    return Agreement.OTHER_UNIT if korean.base_low == english.base_low else None


def _as_fraction(quantity: Quantity) -> tuple[Decimal, Decimal]:
    if quantity.kind is Kind.RATIO:
        return quantity.low, quantity.high or Decimal(1)
    return quantity.low, Decimal(100) if quantity.kind is Kind.PERCENT else Decimal(1)


def _fractions(korean: Quantity, english: Quantity) -> Agreement | None:
    (low, one), (top, other) = _as_fraction(korean), _as_fraction(english)
    return Agreement.SAME if low * other == top * one else None


def _multiple_and_percent(korean: Quantity, english: Quantity) -> Agreement | None:
    multiple, percent = (korean, english) if korean.kind is Kind.MULTIPLE else (english, korean)
    grown = multiple.low * 100 - (100 if percent.direction > 0 else 0)
    return Agreement.SAME if percent.low == grown else None


def _same_number(korean: Quantity, english: Quantity) -> Agreement | None:
    return Agreement.SAME if (korean.low, korean.high) == (english.low, english.high) else None


def _occasions(korean: Quantity, english: Quantity) -> Agreement | None:
    return (
        compare_figures(korean, english)
        if korean.unit in _ANY_NOUN | {"times"} and english.unit in _ANY_NOUN | {"times"}
        else None
    )


_NUMBERED = frozenset(
    {"회", "번", "단계", "장", "권", "호", "편", "부", "쪽", "페이지", "층", "매", "명", "점", "세대", "종"}
)
"""Counters that number things as well as count them: 3회 is three times or the third."""


def _numbered(korean: Quantity, english: Quantity) -> Agreement | None:
    if korean.low != english.low:
        return None
    countable = korean.noun in _NUMBERED or not korean.unit
    return Agreement.SAME if countable else None


def _ordinal_as_count(korean: Quantity, english: Quantity) -> Agreement | None:
    if korean.low != english.low or english.high is not None or english.optional:
        return None
    return Agreement.OTHER_UNIT


def _unit_missing(korean: Quantity, english: Quantity) -> Agreement | None:
    if english.unit:
        return None
    if korean.kind is Kind.PERCENT and korean.low == english.low * 100:
        return Agreement.SAME
    return Agreement.OTHER_UNIT if (korean.low, korean.high) == (english.low, english.high) else None


def _consecutive(korean: Quantity, english: Quantity) -> Agreement | None:
    """3년 연속: the third straight year; 5년째: the fifth year."""
    counted = english.noun == "year" and korean.noun in ("년째", "년차")
    counted = counted or (english.noun == korean.unit == "day")
    return _same_number(korean, english) if counted or english.noun in _IN_A_ROW else None


_IN_A_ROW = frozenset({"straight", "consecutive", "successive"})


def _scores(korean: Quantity, english: Quantity) -> Agreement | None:
    """80점 is 80 points; else a count of things is no measure."""
    points = korean.noun == "점" and english.unit == "index"
    return _same_number(korean, english) if points or not korean.unit else None


def _aged(korean: Quantity, english: Quantity) -> Agreement | None:
    if Kind.COUNT in (korean.kind, english.kind):
        return _same_number(korean, english) if not english.unit or not korean.unit else None
    same = {korean.unit, english.unit} <= {"age", "year"} and (korean.low, korean.high) == (english.low, english.high)
    return Agreement.SAME if same else None


def _year_of_two_digits(korean: Quantity, english: Quantity) -> Agreement | None:
    """97년 외환위기: a year without its century."""
    year = english.day.year if english.day else None
    same = korean.unit == "year" and year == 1900 + korean.low and 60 <= korean.low <= 99
    return Agreement.SAME if same else None


def _ages_or_machines(korean: Quantity, english: Quantity) -> Agreement | None:
    return _same_number(korean, english) if korean.unit == "dae" else None


def _band_and_age(korean: Quantity, english: Quantity) -> Agreement | None:
    """60대 이상: aged 60 or older."""
    return _same_number(korean, english) if korean.hedges and english.hedges else None


def _percent_band(korean: Quantity, english: Quantity) -> Agreement | None:
    """30%대: in the 30s."""
    return _same_number(korean, english) if korean.bounded else None


def _dotted_day(korean: Quantity, english: Quantity) -> Agreement | None:
    """(5.20): a day without weekday looks like a decimal and is one only if the English says so."""
    month, dot, day = str(korean.low).partition(".")
    theirs = english.day
    same = dot and theirs and (str(theirs.month), str(theirs.day)) == (month, day.lstrip("0"))
    return Agreement.SAME if same and not korean.unit else _bare_agreement(korean, english)


def _year_before(korean: Quantity, english: Quantity) -> Agreement | None:
    duration = korean if korean.kind is Kind.DURATION else english
    base = english if duration is korean else korean
    return Agreement.SAME if duration.low == 1 and duration.unit == base.unit else None


Rule = Callable[[Quantity, Quantity], Agreement | None]
_SAME_KIND: dict[Kind, Rule] = {
    Kind.MONEY: _with_unit,
    Kind.PERCENT: _with_unit,
    Kind.POINT: _with_unit,
    Kind.MEASURE: _with_unit,
    Kind.DURATION: _durations,
    Kind.COUNT: _counts,
    Kind.RATIO: _ratios,
    Kind.VERSUS: _ratios,
    Kind.COMPARED: _compared,
    Kind.DECADE: _decades,
    Kind.DATE: compare_days,
    Kind.LABEL: _labels,
    Kind.ORDINAL: _centuries,
}


def _both_ways(*pairs: tuple[Kind, Kind]) -> frozenset[tuple[Kind, Kind]]:
    return frozenset(pairs) | {(second, first) for first, second in pairs}


_ACROSS: tuple[tuple[frozenset[tuple[Kind, Kind]], Rule], ...] = (
    (_both_ways((Kind.PERCENT, Kind.POINT)), _percent_and_point),
    (_both_ways((Kind.PERCENT, Kind.RATIO), (Kind.RATIO, Kind.MULTIPLE), (Kind.RATIO, Kind.VERSUS)), _fractions),
    (_both_ways((Kind.MULTIPLE, Kind.PERCENT)), _multiple_and_percent),
    (_both_ways((Kind.MULTIPLE, Kind.COUNT)), _occasions),
    (_both_ways((Kind.ORDINAL, Kind.LABEL)), _same_number),
    (frozenset({(Kind.COUNT, Kind.AGE_BAND)}), _ages_or_machines),
    (frozenset({(Kind.AGE_BAND, Kind.AGE)}), _band_and_age),
    (frozenset({(Kind.POINT, Kind.MEASURE)}), _same_number),
    (frozenset({(Kind.PERCENT, Kind.AGE_BAND)}), _percent_band),
    (frozenset({(Kind.COUNT, Kind.ORDINAL), (Kind.COUNT, Kind.LABEL)}), _numbered),
    (frozenset({(Kind.ORDINAL, Kind.COUNT), (Kind.LABEL, Kind.COUNT)}), _ordinal_as_count),
    (_both_ways((Kind.VERSUS, Kind.COUNT)), _same_number),
    (frozenset((kind, Kind.COUNT) for kind in (Kind.MONEY, Kind.PERCENT, Kind.POINT, Kind.MEASURE)), _unit_missing),
    (_both_ways((Kind.AGE, Kind.COUNT), (Kind.AGE, Kind.DURATION)), _aged),
    (frozenset({(Kind.DURATION, Kind.ORDINAL)}), _consecutive),
    (frozenset({(Kind.ORDINAL, Kind.DURATION)}), _anniversaries),
    (frozenset({(Kind.DATE, Kind.ORDINAL)}), _day_by_ordinal),
    (frozenset({(Kind.COUNT, Kind.MEASURE)}), _scores),
    (_both_ways((Kind.DECADE, Kind.AGE_BAND)), _decades),
    (frozenset({(Kind.COUNT, Kind.DATE)}), _dotted_day),
    (frozenset({(Kind.DURATION, Kind.DATE)}), _year_of_two_digits),
    (_both_ways((Kind.DURATION, Kind.COMPARED)), _year_before),
)
