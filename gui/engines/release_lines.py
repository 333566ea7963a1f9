"""The lines that tell when a release may be reported and when it was handed out.

Values as ministries write them: ``행사 종료 이후 보도 가능(… 별도 공지)``, ``배포 즉시``, ``2025. 5. 20.(화) 12:00``,
``5.21.(수) 조간``, and the pair ``(온라인) … (지면) …``.
"""

import re
from datetime import date

from gui.engines.phrase import Unreadable
from gui.engines.phrases import read_phrase
from gui.engines.rendering import Rendering
from gui.engines.tokens import tokenise
from gui.engines.vocabulary import vocabulary
from gui.language.dates import KoreanDate, korean_dates, korean_times
from gui.language.render import english_date, english_time
from gui.language.termbase import Termbase

_LABEL = re.compile(r"^[※*\s<\[(]*(?:엠바고|보도\s?시점|보도\s?일시|배포\s?일시|배포)\s*[:>\])]*\s*")
_AT_ONCE = re.compile(r"(?:배포\s?(?:즉시|시(?:점|부터)?)|즉시|배포\s?후\s?즉시)(?:\s?보도(?:\s?가능)?)?")
_NOTICE = re.compile(r"\(\s*(?P<who>[^()]*?)\s*(?:별도\s?(?:공지|통보|안내|고지)(?:\s?(?:시까지|예정|후|시))?)\s*\)")
_REPORT = r"(?:\s*보도(?:\s?(?:가능|요망|허용|해\s?주시기\s?바랍니다|하여\s?주시기\s?바랍니다|바랍니다))?)?"
_CONDITION = re.compile(
    rf"(?P<event>행사|회의|본회의|국무회의|차관회의|간담회|기자회견|브리핑|회담|정상회담|면담|기념식|개막식|개회식|서명식|협약식|체결식"
    rf"|발표|모두발언|오찬|만찬|방문)\s*(?P<phase>종료|시작|개최|개시|통과|의결|체결)?\s*(?:이후|직후|후|시까지|시|까지|부터){_REPORT}"
)
_EVENTS = {
    "행사": "the event", "회의": "the meeting", "본회의": "the plenary session", "국무회의": "the Cabinet meeting",
    "차관회의": "the vice-ministerial meeting", "간담회": "the meeting", "기자회견": "the press conference",
    "브리핑": "the briefing", "회담": "the talks", "정상회담": "the summit", "면담": "the meeting",
    "기념식": "the ceremony", "개막식": "the opening ceremony", "개회식": "the opening ceremony",
    "서명식": "the signing ceremony", "협약식": "the signing ceremony", "체결식": "the signing ceremony",
    "발표": "the announcement", "모두발언": "the opening remarks", "오찬": "the luncheon", "만찬": "the dinner",
    "방문": "the visit",
}  # fmt: skip
_PLURAL = frozenset({"the talks", "the opening remarks"})
_PHASES = {"종료": "ends", "시작": "begins", "개시": "begins", "개최": "takes place", "체결": "is over"}
_PASSED = {"통과": "passage by", "의결": "approval by"}
_EDITION = re.compile(r"\s*(조간|석간)(?:\s?(?:용|부터|이후))?")
_EDITIONS = {"조간": "morning", "석간": "evening"}
_PAPERS = re.compile(r"(?P<first>[^<]+?)\s*<\s*(?P<papers>[^<>]+?)\s*>")
"""``2025. 5. 20.(화) 12:00 < 5.21.(수) 조간 >``: one moment for all, another for the papers."""

_CHANNEL = re.compile(r"[(<\[]\s*(온라인|인터넷|방송|통신|방송\s?[·,]\s?(?:통신|인터넷|온라인)|지\s*면|신문)\s*[)>\]]")
_CHANNELS = {
    "온라인": "Online",
    "인터넷": "Online",
    "방송": "Broadcast",
    "통신": "News agencies",
    "지면": "Print",
    "신문": "Print",
}
_FILLERS = re.compile(rf"이후|부터|까지|엠바고|현지\s?시[간각]|한국\s?시[간각]|[<>()\[\],.]|{_REPORT[:-1]}")


def embargo(text: str, on: date | None) -> Rendering | None:
    """English for an embargo line: ``EMBARGO: Not for release until the event ends (…)``."""
    text = _LABEL.sub("", text).strip()
    notice = _NOTICE.search(text)
    marks: tuple[str, ...] = ()
    told = ""
    if notice:
        by = _announcer(notice["who"], on)
        if by is None:
            return None
        told, marks = f" ({by.text})", by.marks
        text = (text[: notice.start()] + " " + text[notice.end() :]).strip()
    when = _when(text.strip(" ."), on)
    if when is None:
        return None
    if when.text == _IMMEDIATE:
        return Rendering(_IMMEDIATE + told, marks)
    return Rendering(f"EMBARGO: {when.text}{told}", (*when.marks, *marks))


_IMMEDIATE = "For immediate release"


def _when(text: str, on: date | None) -> Rendering | None:
    if _AT_ONCE.fullmatch(text):
        return Rendering(_IMMEDIATE)
    condition = _CONDITION.fullmatch(text)
    if condition:
        return Rendering(f"Not for release until {_until(condition['event'], condition['phase'])}")
    if _CHANNEL.search(text):
        return _channels(text, on)
    papers = _PAPERS.fullmatch(text)
    if papers:
        return _joined([_moment(papers["first"], on), _moment(papers["papers"], on)])
    return _moment(text, on)


def _joined(parts: list[Rendering | None]) -> Rendering | None:
    found = [part for part in parts if part]
    if len(found) < len(parts):
        return None
    return Rendering("; ".join(part.text for part in found), tuple(mark for part in found for mark in part.marks))


def _until(event: str, phase: str | None) -> str:
    english = _EVENTS[event]
    if phase in _PASSED:
        return f"{_PASSED[phase]} {english}"
    verb = _PHASES.get(phase or "", "is over" if event != "발표" else "is made")
    if english in _PLURAL:
        verb = {"ends": "end", "begins": "begin", "takes place": "take place"}.get(verb, "are over")
    return f"{english} {verb}"


def _announcer(who: str, on: date | None) -> Rendering | None:
    """Who gives the notice: known offices by their name, others put together and marked."""
    if not who:
        return Rendering("separate notice to follow")
    term = Termbase.load().lookup(who, on)
    if term:
        office, sure = term.english, term.sure(on)
    else:
        made = _office(who)
        if made is None:
            return None
        office, sure = made, who.endswith("대변인실")
    article = "" if office.startswith("the ") else "the "
    return Rendering(f"to be announced separately by {article}{office}", () if sure else (office,))


def _office(who: str) -> str | None:
    for ending, english in (
        ("수석비서관실", "Office of the Senior Secretary to the President for {}"),
        ("비서관실", "Office of the Secretary to the President for {}"),
        ("수석실", "Office of the Senior Secretary to the President for {}"),
    ):
        if who.endswith(ending):
            subject = _subject(who.removesuffix(ending))
            return english.format(subject) if subject else None
    if who.endswith("대변인실"):
        body = Termbase.load().lookup(who.removesuffix("대변인실")) if who != "대변인실" else None
        return f"Spokesperson's Office of the {body.english}" if body else "Spokesperson's Office"
    try:
        phrase = read_phrase(tokenise(who, vocabulary()))
    except Unreadable:
        return None
    return ", ".join(phrase.place_of_work) or None


def _subject(text: str) -> str:
    try:
        return read_phrase(tokenise(text, vocabulary())).subject
    except Unreadable:
        return ""


def _channels(text: str, on: date | None) -> Rendering | None:
    """``(온라인) … (지면) …``: each channel with its own moment."""
    marks = list(_CHANNEL.finditer(text))
    if text[: marks[0].start()].strip():
        return None
    parts: list[Rendering | None] = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        moment = _moment(text[mark.end() : end].strip(" ,/"), on)
        name = _CHANNELS[re.split(r"[·,]", re.sub(r"\s", "", mark[1]))[0]]
        parts.append(Rendering(f"{name}: {moment.text[0].lower()}{moment.text[1:]}", moment.marks) if moment else None)
    return _joined(parts)


def _moment(text: str, on: date | None) -> Rendering | None:
    """A day with a time, or with the edition of that day's papers."""
    days = korean_dates(text, on)
    if len(days) != 1 or days[0].value is None:
        return None
    day = _written_day(days[0])
    rest = text[: days[0].start] + " " + text[days[0].end :]
    edition = _EDITION.search(rest)
    if edition:
        if _FILLERS.sub("", rest.replace(edition[0], "", 1)).strip():
            return None
        return Rendering(f"For release in the {_EDITIONS[edition[1]]} editions of {day.text}", day.marks)
    times = korean_times(rest)
    zone = "local time" if re.search(r"현지\s?시", text) else "KST"
    for found in reversed(times):
        rest = rest[: found.start] + rest[found.end :]
    if len(times) > 1 or _FILLERS.sub("", rest).strip():
        return None
    clock = f"{english_time(times[0].value)} ({zone}), " if times else ""
    return Rendering(f"Not for release until {clock}{day.text}", day.marks)


def distribution(text: str, on: date | None) -> Rendering | None:
    """English for the line that tells when the release was handed out: ``Distribution: Friday, April 28, 2023``."""
    text = _LABEL.sub("", text).strip()
    days = korean_dates(text, on)
    if len(days) != 1 or days[0].value is None:
        return Rendering(_IMMEDIATE) if _AT_ONCE.fullmatch(text) else None
    day, rest = _written_day(days[0]), text[: days[0].start] + " " + text[days[0].end :]
    times = korean_times(rest)
    for found in reversed(times):
        rest = rest[: found.start] + rest[found.end :]
    if len(times) > 1 or re.sub(r"배포|총\s?\d+\s?(?:쪽|매|페이지)|[(),.]", "", rest).strip():
        return None
    clock = f"{english_time(times[0].value)}, " if times else ""
    return Rendering(f"Distribution: {clock}{day.text}", day.marks)


def _written_day(day: KoreanDate) -> Rendering:
    """The day in full; marked, and without weekday, where the written weekday is not that of the calendar."""
    if day.value is None:
        raise ValueError("the day is not in the calendar")
    written = english_date(day.value, weekday=day.weekday is not None and day.weekday_agrees)
    return Rendering(written, () if day.weekday_agrees else (written,))
