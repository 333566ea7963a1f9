"""Whether two days, months, years or parts of them are the same."""

from datetime import date

from gui.checks.number_figures import Agreement
from gui.language.amounts import Day, Quantity


def compare_days(korean: Quantity, english: Quantity) -> Agreement | None:
    """How far two dates agree, as far as each is written."""
    one, other = korean.day or Day(), english.day or Day()
    if _weekday_alone(one) and _weekday_alone(other) and one.weekday != other.weekday:
        return Agreement.OTHER_VALUE
    if other.weekday is not None and not (other.month or other.day or other.year):
        return Agreement.SAME if other.weekday == weekday_of(one, other.weekday) else None
    if bool(one.day) != bool(other.day) and not (one.month and one.month == other.month):
        return None
    if bool(one.month or one.day) != bool(other.month or other.day):
        return _year_alone(one, other)
    return Agreement.SAME if _same_day(one, other) else Agreement.OTHER_VALUE


def weekday_of(day: Day, unknown: int | None = None) -> int | None:
    """The weekday by the calendar, as written where the date is not whole, else ``unknown``; 0 = Monday."""
    if day.year and day.month and day.day:
        return date(day.year, day.month, day.day).weekday()
    return unknown if day.weekday is None else day.weekday


def _weekday_alone(day: Day) -> bool:
    return day.weekday is not None and not (day.month or day.day or day.year)


def _year_alone(one: Day, other: Day) -> Agreement | None:
    return Agreement.SAME if one.year == other.year and one.year_given and other.year_given else None


def _same_day(one: Day, other: Day) -> bool:
    if one.part and other.part and one.part != other.part:
        return False
    if (one.part and other.day) or (one.day is None) != (other.day is None):
        return False
    return all(
        mine is None or theirs is None or mine == theirs
        for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    )


def differ_in_part(korean: Quantity, english: Quantity) -> bool:
    """The early 2030s, the late 19th century."""
    return bool(korean.day and english.day and korean.day.part != english.day.part)
