"""English for the periods that head rows and columns of statistics.

``'24년``, ``'25.1/4분기``, ``'24.1Q``, ``1분기``, ``'25.1월``, ``1~7월``, ``2024년말``, ``7월p``, ``3년차``.
"""

import re
from datetime import date

from gui.engines.rendering import Rendering
from gui.language.dates import short_year
from gui.language.render import MONTHS

_YEAR = r"(?:'(?P<short>\d{2})|(?P<full>(?:19|20)\d{2}))\s?(?:년|\.)?"
_PART = (
    r"(?:(?P<half>상반기|하반기|[12]H)|(?P<quarter>[1-4])\s?(?:/\s?4)?\s?분기|(?P<q4>[1-4])\s?(?:/\s?4|Q)"
    r"|(?P<month>\d{1,2})\s?(?:[~-]\s?(?P<last>\d{1,2})\s?)?월)"
)
_POINT = r"\s?(?P<point>중|말|초)?"
_SUM = r"\s?(?P<sum>누계|누적|합계|평균)?"
_STATUS = r"\s?(?P<status>\(?(?:p|e|f|r|잠정|추정|전망|확정)\)?)?"
_PERIOD = re.compile(rf"(?:{_YEAR})?\s?(?:{_PART})?{_POINT}{_SUM}{_STATUS}", re.IGNORECASE)
_YEARS = re.compile(r"'?(?P<first>\d{2}|(?:19|20)\d{2})\s?년?\s?[~-]\s?'?(?P<last>\d{2}|(?:19|20)\d{2})\s?년?")
_NUMBERED = re.compile(r"(?:제\s?)?(?P<number>\d{1,2}|n)\s?(?P<counter>년차|단계|순위|차년도|차시|주차|회차|일차)")
_COUNTERS = {
    "년차": "Year {}", "차년도": "Year {}", "단계": "Phase {}", "순위": "Priority {}", "차시": "Session {}",
    "주차": "Week {}", "회차": "Round {}", "일차": "Day {}",
}  # fmt: skip
_HALVES = {"상반기": "First Half", "하반기": "Second Half", "1H": "First Half", "2H": "Second Half"}
_POINTS = {"말": "End of {}", "초": "Early {}"}
_SUMS = {"누계": "cumulative", "누적": "cumulative", "합계": "total", "평균": "average"}
_STATUSES = {"잠정": "p", "추정": "e", "전망": "f", "확정": ""}


def period(text: str, on: date | None) -> Rendering | None:
    """English for a text that is nothing but a period; brackets around it stay.

    Args:
        text: The text, with width folded.
        on: The date of the release, which decides the century of ``'98``.
    """
    if text.startswith("(") and text.endswith(")"):
        inner = period(text[1:-1].strip(), on)
        return Rendering(f"({inner.text})") if inner else None
    english = _numbered(text) or _years(text, on) or _period(text, on)
    return Rendering(english) if english else None


def _numbered(text: str) -> str:
    match = _NUMBERED.fullmatch(text)
    return _COUNTERS[match["counter"]].format(match["number"]) if match else ""


def _years(text: str, on: date | None) -> str:
    match = _YEARS.fullmatch(text)
    if match is None or not re.search(r"['년]|\d{4}", text):
        return ""
    return f"{_full_year(match['first'], on)}–{_full_year(match['last'], on)}"


def _full_year(digits: str, on: date | None) -> int:
    return int(digits) if len(digits) == 4 else short_year(int(digits), on)


def _period(text: str, on: date | None) -> str:
    match = _PERIOD.fullmatch(text)
    if match is None or text.isdigit():
        return ""
    year = str(_full_year(match["short"] or match["full"], on)) if match["short"] or match["full"] else ""
    part = _part(match)
    if part is None or not (year or part):
        return ""
    whole = f"{part} of {year}" if match["half"] and year else " ".join(filter(None, [part, year]))
    whole = _POINTS.get(match["point"] or "", "{}").format(whole)
    status = (match["status"] or "").strip("()")
    status = _STATUSES.get(status, status)
    written = " ".join(filter(None, [whole, _SUMS.get(match["sum"] or "", "")]))
    return f"{written} ({status})" if status and not written[-1].isdigit() else written + status


def _part(match: re.Match[str]) -> str | None:
    """The half, quarter or months; ``None`` where there is no such month."""
    if match["half"]:
        return _HALVES[match["half"].upper()]
    if match["quarter"] or match["q4"]:
        return f"Q{match['quarter'] or match['q4']}"
    months = [int(month) for month in (match["month"], match["last"]) if month]
    if any(not 1 <= month <= len(MONTHS) for month in months):
        return None
    return "–".join(MONTHS[month - 1] for month in months)
