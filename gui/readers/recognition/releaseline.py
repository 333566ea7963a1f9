"""The release line: when a release may be reported (엠바고, 보도시점) and when it is handed out (배포)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind, Embargo
from gui.document.richtext import RichText
from gui.language.dates import WEEKDAYS, KoreanDate, korean_dates, korean_times

KST = timezone(timedelta(hours=9), "KST")

_MORNING_PAPERS = time(6)
"""조간: the papers are out by six. Web editions may be earlier, but then the release states their hour."""

_EVENING_PAPERS = time(12)
"""석간: printed around noon."""

_LONGEST = 300
"""A release line has fewer characters than this; anything longer is running text."""

_EMBARGO_LABEL = (
    r"(?:엠\s*+바\s*+고|보\s*+도\s*+(?:시\s*+점|일\s*+시|시\s*+기|시\s*+각|일\s*+자|일(?!\s*+본)|가\s*+능\s*+(?:시\s*+점|일\s*+시)|요\s*+청\s*+(?:일\s*+시|일|시\s*+점)?)"
    r"|게\s*+재\s*+일\s*+시?|보\s?도(?=\s*+[:：]|\s+(?:'?\d{2,4}\s?[.년]|배\s?포|즉\s?시)))"
)
_DISTRIBUTION_LABEL = (
    r"(?:(?:(?:보\s*+도\s*+)?자\s*+료\s*+)?배\s*+포\s*+(?:일\s*+시|시\s*+점|일\s*+자|시\s*+각|일)?"
    r"|(?:자\s*+료\s*+)?제\s*+공\s*+(?:일\s*+시|시\s*+점|일\s*+자|일))"
)
_OPEN = r"\s*+(?:※|[\[<〈(【])?\s*+"
_EMBARGO_LEAD = re.compile(rf"{_OPEN}{_EMBARGO_LABEL}\s*+[\]>〉)】]?\s*+[:：]?\s*+")
_DISTRIBUTION_LEAD = re.compile(rf"{_OPEN}{_DISTRIBUTION_LABEL}\s*+[\]>〉)】]?\s*+(?:[:：]\s*+|(?=\s*+'?\d))")
_LABEL_ALONE = re.compile(rf"{_OPEN}(?:{_EMBARGO_LABEL}|{_DISTRIBUTION_LABEL}|보\s?도)\s*+[\]>〉)】]?\s*+[:：]?\s*+")
_OPEN_BRACKET = re.compile(r"\s*+[(<〈][^()<>〈〉]{1,4}")
_SPLIT = re.compile(
    rf"(?<=[\s/|)])[\[(<]?(?:{_DISTRIBUTION_LABEL}\s*+(?:[:：]|(?=\s*+'?\d))|{_EMBARGO_LABEL}\s*+[:：])"
)
_AT_ONCE = re.compile(r"즉시|배포\s*+(?:시|와\s*+동시)|(?:해당\s*+)?없음")
_LATER = re.compile(r"조간|석간|이후|부터")
_FROM_DISTRIBUTION = re.compile(r"배포\s*+(?:즉시|시점|시)?\s*+(?:이후|부터)")
_REQUEST = re.compile(
    r"(?:조간|석간|이후|부터|즉시).{0,40}(?:보도|취급|게재).{0,20}(?:바랍니다|가능|요망|주십시오|주세요)|(?:배포\s*+)?즉시\s*+보도"
)
_MEDIUM_LINE = re.compile(
    r"\s*+[(<〈]\s*+(?:온\s*+라\s*+인|인\s*+터\s*+넷|방\s*+송|지\s*+면|신\s*+문|\d{1,2}\s*+[./]\s*+\d{1,2}\s*+\.?[^)>]{0,12}[조석]간)"
)
_CONDITION = re.compile(r"종료|통과|체결|발표|공지|통보|의결|도착|서명|협의|별도")
_BEGINNING = re.compile(r"시작|개최")
"""What a release waits for, but happens at an hour that it may state."""

_TRAILING = re.compile(r"[\s/|,]*$")
_LONGEST_TRAILING = 20
"""Characters at the end of a line that are looked at for strokes."""

_DATE_ALONE = note("It is a date alone, before the headline.")
_IN_WORDS = note("Its words say when the release may be reported.")


def is_release_line(text: str) -> bool:
    """Whether a line states the embargo or the distribution, by its label or by its words."""
    if len(text) > _LONGEST:
        return False
    if _EMBARGO_LEAD.match(text):
        label = _lead_length(_EMBARGO_LEAD, text)
        return any(colon in text[:label] for colon in ":：") or _states_a_time(text[label:])
    distribution = _DISTRIBUTION_LEAD.match(text)
    if distribution:
        return _states_a_time(text[distribution.end() :])
    return bool(_MEDIUM_LINE.match(text) or (len(text) <= _LONGEST / 3 and _REQUEST.search(text)))


def is_release_label(text: str) -> bool:
    """Whether a cell holds the label of a release line and nothing else, or the label with what it labels."""
    if len(text) > _LONGEST:
        return False
    labelled = _EMBARGO_LEAD.match(text) or _DISTRIBUTION_LEAD.match(text)
    return bool(_LABEL_ALONE.fullmatch(text)) or bool(labelled and is_release_line(text))


def completes_release_line(before: str, following: str) -> bool:
    """Whether a copy out of a PDF has torn a release line here: a label from its time, a bracket from its end."""
    torn = len(before) <= _LONGEST and (_LABEL_ALONE.fullmatch(before) or _OPEN_BRACKET.fullmatch(before))
    return bool(torn) and is_release_line(f"{before.rstrip()} {following.lstrip()}")


def is_date_alone(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    dates = korean_dates(text) if len(text) <= _LONGEST / 10 else ()
    return (
        len(dates) == 1
        and dates[0].value is not None
        and not (text[: dates[0].start] + text[dates[0].end :]).strip(" .")
    )


def release_blocks(text: RichText) -> list[Block]:
    """The embargo and distribution blocks of a release line, split before each label; nothing is lost."""
    label = _lead_length(_DISTRIBUTION_LEAD, text.text)
    places = [match.start() for match in _SPLIT.finditer(text.text) if match.start() >= label]
    cuts = [place for place in places if re.search(r"\w", text.text[:place])]
    parts = [text.slice(start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [_block(part.strip()) for part in parts if part.text.strip()]


def distribution_block(text: RichText) -> Block:
    """A block of kind distribution: its label is the lead."""
    label = _DISTRIBUTION_LEAD.match(text.text)
    evidence = (
        note("It begins with {label}, the label of the day of distribution.", label=_bare(label)) if label else None
    )
    return Block(BlockKind.DISTRIBUTION, text, lead=label[0] if label else "", evidence=evidence or _DATE_ALONE)


def embargo_block(text: RichText) -> Block:
    """A block of kind embargo: its label is the lead, a stroke at its end the tail."""
    lead = text.text[: _lead_length(_EMBARGO_LEAD, text.text)]
    trailing = _TRAILING.search(text.text, max(len(lead), len(text) - _LONGEST_TRAILING))
    label = _EMBARGO_LEAD.match(text.text)
    evidence = note("It begins with {label}, the label of the embargo.", label=_bare(label)) if label else _IN_WORDS
    return Block(BlockKind.EMBARGO, text, lead=lead, tail=trailing[0] if trailing else "", evidence=evidence)


def _block(text: RichText) -> Block:
    distribution = bool(_DISTRIBUTION_LEAD.match(text.text)) or is_date_alone(text.text)
    return distribution_block(text) if distribution else embargo_block(text)


def _bare(label: re.Match[str]) -> str:
    return label[0].strip(" :：\t\u3000")


def _lead_length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match and match.end() < len(text) else 0


def _states_a_time(text: str) -> bool:
    return bool(re.search(r"\d|즉시|이후|조간|석간|통보|공지|통과|종료|부터", text))


def read_embargo(blocks: Sequence[Block], distributed: date | None) -> Embargo | None:
    """The embargo that the blocks of kind embargo state, ``None`` if the release may be reported at once."""
    texts = [block.content.text for block in blocks if block.kind is BlockKind.EMBARGO]
    text = " ".join(texts)
    if not texts or _is_at_once(text):
        return None
    return Embargo(text, _lifts_at(text, distributed))


def embargo_warnings(embargo: Embargo | None) -> list[Message]:
    """A warning where an embargo hangs on no event, but its time could not be read."""
    if embargo is None or embargo.lifts_at or _hangs_on_event(embargo.text) or not re.search(r"\d", embargo.text):
        return []
    return [note("The time at which the embargo lifts could not be read. Look at the release line.")]


def _is_at_once(text: str) -> bool:
    """Whether the text allows reporting at once; "at once after the meeting" does not."""
    later = _LATER.search(_FROM_DISTRIBUTION.sub("", text))
    return bool(_AT_ONCE.search(text)) and not _hangs_on_event(text) and not later


def _hangs_on_event(text: str) -> bool:
    return bool(_CONDITION.search(text) or _BEGINNING.search(text))


def _lifts_at(text: str, distributed: date | None) -> datetime | None:
    """The first instant the text states; ``None`` where it hangs on an event, so that the user has to lift it.

    A stated hour is surer than the custom of morning and evening papers.
    """
    if _CONDITION.search(text) or (_BEGINNING.search(text) and not korean_times(text)):
        return None
    first = distributed or next((day.value for day in korean_dates(text) if day.value), None)
    days = [_nearest(day, first) for day in korean_dates(text, first)]
    ends = [*(day.start for day in days[1:]), len(text)]
    parts = [(day, text[day.end : end]) for day, end in zip(days, ends, strict=False)]
    timed = [(day, after) for day, after in parts if day.value and korean_times(after)]
    instants = [_instant(day, after) for day, after in timed or parts]
    return min((instant for instant in instants if instant), default=None)


def _nearest(day: KoreanDate, reference: date | None) -> KoreanDate:
    """A day without a year, in the year that brings it nearest: no papers wait from one year to the next."""
    if day.year is not None or day.value is None or reference is None or (day.value.month, day.value.day) == (2, 29):
        return day
    years = (day.value.replace(year=year) for year in (reference.year - 1, reference.year, reference.year + 1))
    return replace(day, value=min(years, key=lambda value: abs(value - reference)))


def _instant(day: KoreanDate, after: str) -> datetime | None:
    if day.value is None:
        return None
    times = korean_times(after)
    if times:
        midnight_after = times[0].value == time(0) and re.match(r"24|자정", after[times[0].start :])
        return datetime.combine(day.value, times[0].value, KST) + timedelta(days=1 if midnight_after else 0)
    papers = _MORNING_PAPERS if "조간" in after else _EVENING_PAPERS if "석간" in after else time(0)
    return datetime.combine(day.value, papers, KST)


def read_distributed(blocks: Sequence[Block]) -> date | None:
    """The day of distribution: of the distribution block, else of an embargo line that says "at once"."""
    for block in blocks:
        if block.kind is BlockKind.DISTRIBUTION or _is_at_once(block.content.text):
            days = [day.value for day in korean_dates(block.content.text) if day.value]
            if days:
                return days[0]
    return None


def weekday_warnings(blocks: Sequence[Block], distributed: date | None) -> list[Message]:
    """A warning for each date of the release line whose weekday is not that of the calendar."""
    warnings = []
    for block in blocks:
        for day in korean_dates(block.text.text, distributed):
            if day.value and day.weekday is not None and day.weekday != day.value.weekday():
                warnings.append(
                    note(
                        "The release writes {date} as ({written}), but the calendar says ({calendar}): check the date.",
                        date=day.value.isoformat(),
                        written=WEEKDAYS[day.weekday],
                        calendar=WEEKDAYS[day.value.weekday()],
                    )
                )
    return warnings
