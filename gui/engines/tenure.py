"""The years of an office: ``('13~'18)``, ``(2019~현재)``, ``'21.3~'23.2``."""

import re
from datetime import date

from gui.language.dates import short_year
from gui.language.render import MONTHS
from gui.language.width import fold

_YEAR = r"(?:'\d{2}|(?:19|20)\d{2})\s?(?:년)?"
_DAY = r"(?:\s?\d{1,2}(?!\d)일?\.?)?"
_MONTH = rf"(?:\s?[./]\s?\d{{1,2}}(?!\d)월?\.?{_DAY}|\s?\d{{1,2}}월{_DAY})?"
_POINT = rf"{_YEAR}{_MONTH}\.?"
_NOW = r"현재|현|現在|現|present|now"
_SPAN = rf"(?P<start>{_POINT})\s?(?P<to>[~-])\s?(?P<end>{_POINT}|'?\d{{2}}(?!\d)|{_NOW})?"
_SINGLE = rf"(?P<only>{_POINT})"
_UNTIL = rf"~\s?(?P<until>{_POINT})"
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:{_SPAN}|{_UNTIL}|{_SINGLE})\s*[)\]]\s*$")
_ONE = re.compile(rf"(?:{_SPAN}|{_SINGLE})")
_LISTED = re.compile(r"\s*[(\[]\s*(?P<years>[^()\[\]]+[,·][^()\[\]]+)\s*[)\]]\s*$")
"""Several years or spans in one pair of brackets."""

_AT_END = re.compile(rf"[\s,]+{_SPAN}\s*$")
_AT_START = re.compile(rf"^\s*[(\[]?\s*(?:{_SPAN}|{_SINGLE})\s*[)\]]?[\s:,]+")
_NAME_OF_EVENT = re.compile(
    r"^\s*(?:19|20)\d{2}\s[^,]*(?:올림픽|아시안게임|월드컵|대회|엑스포|박람회|정상회의|축제|비엔날레|패럴림픽)"
)
"""A year that belongs to the name of what follows: 2018 평창동계올림픽."""

_NAMES_SOMETHING = re.compile(r"\s*[^\d\s.~-]*[^\W\d_]")
"""What is left must begin with a word: the rest of a day (``2026. 6. 26.``) is none."""

_PARTS = re.compile(r"'?(?P<year>\d{2,4})\s?년?\s?[./]?\s?(?P<month>\d{1,2})?")


def take_tenure(text: str, year: int) -> tuple[str, str]:
    """The text without the years at its end or start, and these in English: ``2013–2018``, ``2019–present``.

    The rest is the text as it was, and the years are empty, where there are none or no month has such a number.
    """
    folded = fold(text)
    patterns = (_IN_BRACKETS, _AT_END) if _NAME_OF_EVENT.match(folded) else (_IN_BRACKETS, _AT_END, _AT_START)
    for pattern in patterns:
        match = pattern.search(folded)
        rest = text[: match.start()] + text[match.end() :] if match else ""
        if match and _NAMES_SOMETHING.match(rest):
            years = _english(match.groupdict(), year)
            if years:
                return rest, years
    listed = _LISTED.search(folded)
    parts = [_ONE.fullmatch(part.strip()) for part in re.split("[,·]", listed["years"])] if listed else []
    points = [_english(part.groupdict(), year) for part in parts if part]
    if listed and all(points) and len(points) == len(parts):
        return text[: listed.start()], ", ".join(points)
    return text, ""


def _english(parts: dict[str, str | None], year: int) -> str:
    only, until = parts.get("only"), parts.get("until")
    if only:
        return _point(only, year)
    if until:
        last = _point(until, year)
        return f"until {last}" if last else ""
    start, end = _point(parts["start"] or "", year), parts.get("end") or ""
    if not end or re.fullmatch(_NOW, end):
        return f"{start}–present" if start else ""
    finish = _point(end, year)
    return f"{start}–{finish}" if start and finish else ""


def _point(text: str, year: int) -> str:
    """A year, or a month and a year; empty where the month is no month."""
    match = _PARTS.match(text)
    if match is None:
        return ""
    digits, month = match["year"], int(match["month"] or 0)
    full = int(digits) if len(digits) == 4 else _century(int(digits), year)
    if month > len(MONTHS):
        return ""
    return f"{MONTHS[month - 1]} {full}" if month else str(full)


def _century(digits: int, year: int) -> int:
    return short_year(digits, date(year, 1, 1))
