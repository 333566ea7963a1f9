"""Days and times of day in Korean text, in all the forms of press releases.

``2023년 4월 28일(금)``, ``2020. 3. 15.``, ``'25. 5. 20.(화)``, ``5.21.(수)``, ``8.15(화)``, ``28일(금)``,
``오늘(28일, 금, 현지시간)``; ``오후 2시 30분``, ``14시``, ``12:00``. What a release leaves out (the year, the month)
comes from the date of the release.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from gui.language.width import fold

WEEKDAYS = "월화수목금토일"
"""The first syllables of the Korean weekdays, Monday first, as :meth:`datetime.date.weekday` counts."""

DEFAULT_YEAR = 2026
"""Stands in for the year of the release where nobody knows it, so that ``'25`` still has a century."""


@dataclass(frozen=True, slots=True)
class KoreanDate:
    """A day in Korean text.

    ``start`` and ``end`` are offsets of the whole form, its weekday and bracket included. ``value`` is ``None`` where
    no calendar has the day or where a part is missing and no reference date was given. ``weekday`` counts from
    0 = Monday. ``year``, ``month`` and ``day`` are as written, a short year (``'25``) in full.
    """

    start: int
    end: int
    value: date | None
    weekday: int | None
    year: int | None
    month: int | None
    day: int

    @property
    def weekday_agrees(self) -> bool:
        """Whether the written weekday is that of the calendar; true where either is unknown."""
        return self.value is None or self.weekday is None or self.value.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class KoreanTime:
    """A time of day in Korean text; ``value`` has no zone. 24시 is midnight, 00:00."""

    start: int
    end: int
    value: time


def short_year(digits: int, reference: date | None = None) -> int:
    """The full year of ``'NN``: up to thirty years after the release is 20NN, else 19NN."""
    pivot = ((reference.year if reference else DEFAULT_YEAR) + 30) % 100
    return (2000 if digits <= pivot else 1900) + digits


_WEEKDAY = rf"(?P<weekday>[{WEEKDAYS}])(?:요일)?"
_BRACKET = rf"\s{{0,2}}[(\[]\s{{0,2}}{_WEEKDAY}(?:\s{{0,2}}[,·/]\s{{0,2}}[^()\[\]\n]{{1,30}})?\s{{0,2}}[)\]]"
_SPOKEN_WEEKDAY = rf"\s{{0,2}}(?P<spoken>[{WEEKDAYS}])요일"
_YEAR = r"(?:(?<![0-9])(?P<year>(?:1[5-9]|2[01])[0-9]{2})|'(?P<short>[0-9]{2}))"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])"
_TODAY = r"(?:(?:오늘|어제|내일|전날|이날|금일)\s{0,1}\(\s{0,2})?"

_HANGUL = re.compile(
    rf"{_TODAY}(?:{_YEAR}\s{{0,2}}년\s{{0,2}})?(?<![0-9]){_MONTH}\s{{0,2}}월\s{{0,2}}{_DAY}\s{{0,2}}(?:일(?!\s?간|째)|(?=[~-]\s?[0-9]{{1,2}}\s?일))"
)
_SIGNED = re.compile(
    rf"{_YEAR}\s{{0,2}}(?P<sign>[./-])\s{{0,2}}{_MONTH}\s{{0,2}}(?P=sign)\s{{0,2}}{_DAY}(?![0-9])(?:\s?\.(?![0-9]))?"
)
_SHORT_SIGNED = re.compile(
    rf"(?<![0-9.,'])(?P<short>[0-9]{{2}})\.\s?{_MONTH}\.\s?{_DAY}(?![0-9])(?:\s?\.(?![0-9])|(?=\s?\([{WEEKDAYS}]))"
)
_MONTH_DOT_DAY = re.compile(
    rf"{_TODAY}(?<![0-9.,'~/:$€£¥-]){_MONTH}\s{{0,1}}[./]\s{{0,1}}{_DAY}(?![0-9])(?P<dot>\s?\.(?![0-9]))?"
)
_DAY_ALONE = re.compile(
    rf"{_TODAY}(?<![0-9.,'월제박주-])(?<![박주]\s){_DAY}\s{{0,1}}(?P<unit>일|\.)(?![0-9가-힣]{{0,1}}(?:간|째|차|당))(?!\s간\s)(?!\s?(?:동안|만에|이상|이내|이하|"
    r"미만|초과|전(?:에|의|부터|까지)?(?![가-힣])|후(?:에|의|부터)?(?![가-힣])|앞두|앞둔|뒤|정도|가량|여|안팎|내외|짜리|치))"
)
_RANGE_START = re.compile(rf"(?<![0-9.,'월제/:-]){_DAY}(?=\s?[~-]\s?(?:3[01]|[12][0-9]|0?[1-9])\s?일(?![간씩째]))")
_RANGE_END = re.compile(
    rf"(?:(?<=[.)]~)|(?<=[.)]\s~)|(?<=[.)]~\s)|(?<=[.)]\s~\s)){_MONTH}\.\s?{_DAY}(?![0-9%])(?:\s?\.(?![0-9]))?"
)
_BARE_DAY_WEEKDAY = re.compile(rf"(?<![0-9.,'월제/:-]){_DAY}(?=\s?\([{WEEKDAYS}](?:요일)?[,)])")
_TAIL = re.compile(
    rf"{_BRACKET}|{_SPOKEN_WEEKDAY}|\s{{0,2}}[,.]?\s{{0,2}}(?P<inner>[{WEEKDAYS}])(?:요일)?(?=\s{{0,2}}[,)])"
)
_SIGNS = {
    _HANGUL: "월",
    _SIGNED: "./-",
    _SHORT_SIGNED: ".",
    _MONTH_DOT_DAY: "./",
    _DAY_ALONE: "일.",
    _BARE_DAY_WEEKDAY: "(",
    _RANGE_START: "일",
    _RANGE_END: "~",
}
"""The forms of a day, the longer before those that they begin with, and signs of which each has one."""

_ANY_DIGIT = re.compile("[0-9]")
_BOUNDED = re.compile(r"(?:최소|최소한|적어도|최대|최장|약|대략|단|불과|꼬박|만)\s$")
"""Before 3일: so many days, and not the third."""

_LOOK_BACK = re.compile(
    r"(지난해|작년|내년|올해|금년|지난\s?달|다음\s?달|내달|이달|이번\s?달|지난|오는|매월|매달|매년)\s{0,2}$"
)

_REMEMBERED = 16384
"""Texts whose days are kept."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A day as written, before it is placed in the calendar; ``cue`` is the word before it (지난, 오는 …)."""

    start: int
    end: int
    weekday: int | None
    year: int | None
    month: int | None
    day: int
    cue: str


def korean_dates(text: str, reference: date | None = None) -> tuple[KoreanDate, ...]:
    """The days in ``text``, in order.

    Args:
        text: Any text; spans are offsets into it.
        reference: The date of the release. A missing year is that which brings the day nearest to it, a missing month
            is its month; 지난, 오는, 지난해, 내년 and a weekday before or after the day are heeded, and in a range the
            second day takes the month of the first.
    """
    return _dates(fold(text), reference)


@lru_cache(maxsize=_REMEMBERED)
def _dates(text: str, reference: date | None) -> tuple[KoreanDate, ...]:
    """The days in folded ``text``, which several checks and the reader of numbers ask for."""
    found: list[KoreanDate] = []
    written: list[_Written] = []
    for item in _written(text, reference):
        before = found[-1] if written and item.start - written[-1].end <= _RANGE_GAP else None
        found.append(_placed(item, reference, before))
        written.append(item)
    return tuple(found)


_RANGE_GAP = 6
"""How many characters may stand between the two days of a range (``부터``, `` ~ ``, ``, ``)."""


def _written(text: str, reference: date | None) -> Iterator[_Written]:
    taken = 0
    for match in _candidates(text):
        if match.start() < taken:
            continue
        cue = _LOOK_BACK.search(text, max(0, match.start() - 8), match.start())
        if cue and cue[1].startswith("매"):
            continue
        weekday, end = _weekday(text, match)
        if match.re is _MONTH_DOT_DAY and not _is_dotted_day(text, match, weekday):
            continue
        if match.re is _DAY_ALONE and _BOUNDED.search(text, max(0, match.start() - 5), match.start()):
            continue
        if match.re is _DAY_ALONE and match["unit"] == "." and weekday is None:
            continue
        taken = end
        parts = match.groupdict()
        yield _Written(
            match.start(), end, weekday, _year(parts, reference), _number(parts.get("month")), int(match["day"]),
            cue[1].replace(" ", "") if cue else "",
        )  # fmt: skip


def _candidates(text: str) -> list[re.Match[str]]:
    """All that may be a day, in order; where two start together, the longer form first."""
    if not _ANY_DIGIT.search(text):
        return []
    patterns = (pattern for pattern, signs in _SIGNS.items() if any(map(text.__contains__, signs)))
    return sorted((m for p in patterns for m in p.finditer(text)), key=lambda m: (m.start(), -m.end()))


def _weekday(text: str, match: re.Match[str]) -> tuple[int | None, int]:
    """The weekday after a day, and where the form ends; a bracket opened before the day (오늘(28일 …)) is closed."""
    tail = _TAIL.match(text, match.end())
    inside = "(" in match[0]
    if tail and tail["inner"] and not inside and not _opened(text, match.start()):
        tail = None
    end = tail.end() if tail else match.end()
    letter = (tail["weekday"] or tail["spoken"] or tail["inner"]) if tail else None
    if inside:
        closing = text.find(")", end, end + 40)
        end = closing + 1 if closing >= 0 else end
    return (WEEKDAYS.index(letter) if letter else None), end


def _opened(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip().endswith("(")


def _is_dotted_day(text: str, match: re.Match[str], weekday: int | None) -> bool:
    """``8.15(화)`` and ``5.21.`` are days; ``3.5`` is a decimal and ``1.2.`` at the start of a line a section."""
    if weekday is not None or "(" in match[0]:
        return weekday is not None
    before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
    goes_on = text[match.end() : match.end() + 40].strip()
    return bool(match["dot"]) and "." in match[0] and bool(before.strip()) and bool(goes_on)


def _year(parts: dict[str, str | None], reference: date | None) -> int | None:
    short = parts.get("short")
    return short_year(int(short), reference) if short else _number(parts.get("year"))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _placed(item: _Written, reference: date | None, before: KoreanDate | None) -> KoreanDate:
    if item.year and item.month:
        value = _day(item.year, item.month, item.day)
    elif before and before.value and not item.cue and (item.month is None or before.year):
        value = _after(before.value, item.month, item.day)
    elif reference is None:
        value = None
    elif item.month:
        value = _nearest_year(item, item.month, reference)
    else:
        value = _nearest_month(item, reference)
    return KoreanDate(item.start, item.end, value, item.weekday, item.year, item.month, item.day)


def _day(year: int, month: int, day: int) -> date | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after(first: date, month: int | None, day: int) -> date | None:
    """The second day of a range or list that starts with ``first``."""
    if month is None:
        return _day(first.year, first.month if day >= first.day else first.month + 1, day)
    return _day(first.year if (month, day) >= (first.month, first.day) else first.year + 1, month, day)


_YEAR_CUES = {"지난해": -1, "작년": -1, "내년": 1, "올해": 0, "금년": 0}
_MONTH_CUES = {"지난달": -1, "다음달": 1, "내달": 1, "이달": 0, "이번달": 0}


def _nearest_year(item: _Written, month: int, reference: date) -> date | None:
    if item.cue in _YEAR_CUES:
        return _day(reference.year + _YEAR_CUES[item.cue], month, item.day)
    choices = [value for year in (-1, 0, 1) if (value := _day(reference.year + year, month, item.day))]
    return _choose(choices, item.cue, reference)


def _nearest_month(item: _Written, reference: date) -> date | None:
    if item.cue in _MONTH_CUES:
        return _day(reference.year, reference.month + _MONTH_CUES[item.cue], item.day)
    choices = [value for month in (-1, 0, 1) if (value := _day(reference.year, reference.month + month, item.day))]
    same = [value for value in choices if value.month == reference.month]
    if item.cue or not same:
        return _choose(choices, item.cue, reference)
    near = [value for value in choices if abs(value - reference) <= timedelta(days=14)]
    return next((value for value in same + near if value.weekday() == item.weekday), same[0])


def _choose(choices: list[date], cue: str, reference: date) -> date | None:
    if cue == "지난":
        choices = [value for value in choices if value <= reference] or choices
    elif cue == "오는":
        choices = [value for value in choices if value >= reference] or choices
    return min(choices, key=lambda value: abs(value - reference), default=None)


_CLOCK = re.compile(
    r"(?P<half>오전|오후|낮|밤|새벽|저녁|아침)?\s{0,2}(?<![0-9:.,])"
    r"(?:(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?시(?!간|도[ ,·]|군)"
    r"(?:\s{0,2}(?:(?P<minute>[0-5]?[0-9])\s?분|(?P<thirty>반)(?![가-힣])))?"
    r"|(?P<clock_hour>2[0-4]|1[0-9]|0?[0-9]):(?P<clock_minute>[0-5][0-9])(?![0-9:]))"
    r"|(?P<word>정오|자정)"
)
_CLOCK_SIGNS = ("시", ":", "정오", "자정")
_AFTERNOON = frozenset({"오후", "저녁", "밤", "낮"})
_WORDS = {"정오": time(12), "자정": time(0)}


def korean_times(text: str) -> tuple[KoreanTime, ...]:
    """The times of day in ``text``, in order."""
    found: list[KoreanTime] = []
    folded = fold(text)
    if not any(sign in folded for sign in _CLOCK_SIGNS):
        return ()
    for match in _CLOCK.finditer(folded):
        value = _WORDS.get(match["word"] or "") or _time(match)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        found.append(KoreanTime(start, match.end(), value))
    return tuple(found)


def _time(match: re.Match[str]) -> time:
    hour = int(match["hour"] or match["clock_hour"] or 0) % 24
    minute = 30 if match["thirty"] else int(match["minute"] or match["clock_minute"] or 0)
    half = match["half"]
    if half in _AFTERNOON and (hour >= 6 or half == "오후" or (half == "낮" and hour < 6)) and hour < 12:
        hour += 12
    elif half in ("오전", "밤", "새벽") and hour == 12:
        hour = 0
    return time(hour, minute)
