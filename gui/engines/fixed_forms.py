"""English for what has a fixed form: release lines, dates, headings, annexes, units, labels, phone numbers, end marks.

Each rule covers a text whole or not at all: a text of which a part would stay Korean is no fixed form. Labels and
units are data (``resources/language/forms.tsv``).
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from gui import assets
from gui.document.release import BlockKind
from gui.engines.entries import Kind
from gui.engines.periods import period
from gui.engines.release_lines import distribution, embargo
from gui.engines.rendering import Rendering
from gui.engines.vocabulary import vocabulary
from gui.language.dates import korean_dates, korean_times
from gui.language.render import english_date, english_time
from gui.language.romanise import has_hangul
from gui.language.telephone import domestic_numbers, international
from gui.language.termbase import Termbase
from gui.language.width import fold

END_MARK = "# # #"
"""How English releases close; the Korean says 끝."""

_ANNEXES = {"참고": "Reference", "붙임": "Attachment", "별첨": "Appendix", "첨부": "Attachment", "별지": "Annex"}
_ANNEX = re.compile(
    rf"[〔\[(<【]?\s*({'|'.join(_ANNEXES)})\s*(\d{{1,2}}(?:-\d{{1,2}})?)?\s*[〕\])>】]?\s*(?:[.:]\s*)?(.*)", re.S
)
_UNIT = re.compile(r"\(\s*단위\s*[:;]?\s*([^()]+(?:\([^()]*\)[^()]*)*)\)")
_NUMERIC = re.compile(r"[\d\s.,%+\-~△▲▽▼/()p'*:xX×=<>]*")
_MINUS = re.compile(r"[△▲]\s?(?=\d)")
"""Korean tables write a fall as △3.2; readers abroad take the triangle for a change or a rise, so it becomes -3.2."""

_BRACKETED = re.compile(r"(?P<before>[^()\[\]]*?)\s*[(\[]\s*(?P<inner>[^()\[\]]+?)\s*[)\]]")
_PHONE_LABEL = re.compile(r"[(☎\s]*(?:전화|연락처|T|Tel\.?)?\s*[:)]?\s*")
_COUNTED = re.compile(r"(.+?)\s*(?:각\s*)?(\d{1,3})\s*(부|매|장|점|건|개)")
_COPIES = {"부": ("copy", "copies")}
_LAST = re.compile(r"[.\s]*끝\s*\.?\s*$")
_TRENDS = {"동향": "Trends in", "추이": "Trends in", "현황": "Status of", "전망": "Outlook for", "변화": "Changes in"}
_TREND = re.compile(rf"(?P<of>.+?)\s*(?P<trend>{'|'.join(_TRENDS)})")
_TAIL = re.compile(r"(.+?)\s*(참석자(?:\s*명단)?|개요|일정|프로그램|사진|관련\s*사진|포스터)")


def fixed_form(kind: BlockKind, text: str, on: date | None) -> Rendering | None:
    """English for the content of a block with a fixed form, ``None`` where it has none.

    Args:
        kind: What the block is in the release.
        text: Its content, without the marks at both ends.
        on: The date of the release, which completes dates and chooses between old and new names.
    """
    rules = _RULES.get(kind, ())
    folded = fold(text).strip()
    return next((found for rule in rules if (found := rule(folded, on))), None)


def label(text: str, on: date | None) -> Rendering | None:
    """English for a label of a table, a heading or a line that is nothing but a term."""
    known = _forms("label").get(_key(text))
    if known:
        return Rendering(known)
    term = Termbase.load().lookup(text, on)
    if term is None or term.domain in ("person", "title"):
        return None
    english = term.english[0].upper() + term.english[1:]
    return Rendering(english, () if term.sure(on) else (english,))


def table_cell(text: str, on: date | None) -> Rendering | None:
    """English for a cell that is a label, a figure, a day, a phone number or has no Hangul at all."""
    folded = fold(text).strip()
    if _NUMERIC.fullmatch(folded) and _MINUS.search(folded):
        return Rendering(_MINUS.sub("-", text))
    for rule in (label, period, _day, _phone, unit_line, _known_body, _bracketed, _combined):
        found = rule(folded, on)
        if found:
            return found
    if not has_hangul(folded):
        return Rendering(text)
    return None


def _known_body(text: str, _on: date | None) -> Rendering | None:
    """An organisation by itself, as tables of companies and agencies list them."""
    entries = vocabulary().get(_key(text)) if has_hangul(text) else ()
    known = next((entry for entry in entries if entry.kind is Kind.ORGANISATION), None)
    return Rendering(known.english, () if known.sure else (known.english,)) if known else None


def _bracketed(text: str, on: date | None) -> Rendering | None:
    """``증감률(%)``, ``합계(억원)``, ``(1~7월)``, ``[코드명]``: a heading and what stands in brackets, both known."""
    match = _BRACKETED.fullmatch(text)
    if match is None:
        return None
    inner = _units(match["inner"]) or (part.text if (part := _part_of_heading(match["inner"], on)) else "")
    before = _part_of_heading(match["before"], on) if match["before"] else Rendering("")
    if not inner or before is None:
        return None
    return Rendering(f"{before.text} ({inner})".strip(), before.marks)


def _combined(text: str, on: date | None) -> Rendering | None:
    """``국가/지역``, ``금액·비중``, ``'23년 실적``: known headings joined by a sign, or after a period."""
    parts = [part.strip() for part in re.split(r"\s*[/·]\s*", text)]
    if len(parts) > 1:
        found = [_part_of_heading(part, on) for part in parts]
        known = [part for part in found if part]
        if len(known) < len(parts):
            return None
        return Rendering(" / ".join(part.text for part in known), tuple(m for part in known for m in part.marks))
    first, _, rest = text.partition(" ")
    when, what = period(first, on), _label_alone(rest)
    return Rendering(f"{what} ({when.text})") if when and what and when.text.strip("()") == when.text else None


def _part_of_heading(text: str, on: date | None) -> Rendering | None:
    """A part of a heading: a label, a period or a sign; ``None`` for anything else in Hangul."""
    text = text.strip()
    return label(text, on) or period(text, on) or (None if has_hangul(text) or not text else Rendering(text))


def _label_alone(text: str) -> str:
    return _forms("label").get(_key(text), "")


def _key(text: str) -> str:
    return "".join(fold(text).split())


@cache
def _forms(kind: str) -> dict[str, str]:
    return {_key(row["ko"]): row["en"] for row in assets.rows("language", "forms.tsv") if row["kind"] == kind}


def _end_mark(text: str, _on: date | None) -> Rendering | None:
    return Rendering(END_MARK) if re.fullmatch(r"[<‹\[(〈\s]*끝[>›\])〉\s.]*", text) else None


def _annex(text: str, on: date | None) -> Rendering | None:
    match = _ANNEX.fullmatch(text)
    if match is None:
        return None
    name = " ".join(filter(None, [_ANNEXES[match[1]], match[2]]))
    if not match[3].strip():
        return Rendering(name)
    title = _title(match[3].strip(), on)
    return Rendering(f"{name}: {title.text}", title.marks) if title else None


def _title(text: str, on: date | None) -> Rendering | None:
    """A label, or the name of an event that the termbase knows and what is told of it."""
    known = label(text, on) or _trend(text, on)
    match = None if known else _TAIL.fullmatch(text)
    if match is None:
        return known
    event, told = label(match[1].strip("「」'\"‘’“” "), on), _forms("label").get(_key(match[2]))
    return Rendering(f"{event.text} {told}", event.marks) if event and told else None


def _trend(text: str, on: date | None) -> Rendering | None:
    """``국가별 동향``, ``수출 추이``: what statistics tell of something known."""
    match = _TREND.fullmatch(text)
    known = label(match["of"], on) if match else None
    if match is None or known is None:
        return None
    if known.text.startswith("By "):
        english = f"{_TRENDS[match['trend']].split()[0]} by {known.text.removeprefix('By ')}"
    else:
        english = f"{_TRENDS[match['trend']]} {known.text}"
    return Rendering(english, known.marks)


def _caption(text: str, on: date | None) -> Rendering | None:
    """``국가별 동향(억 달러, %)``: a title and its units without the word 단위."""
    match = _BRACKETED.fullmatch(text)
    units = _units(match["inner"]) if match else ""
    title = _title(match["before"], on) if match and units and match["before"] else None
    return Rendering(f"{title.text} (Unit: {units})", title.marks) if title else None


def unit_line(text: str, on: date | None) -> Rendering | None:
    """``(단위 : 억원)``, alone or after a title that is known: ``(Unit: KRW 100 million)``."""
    match = _UNIT.search(text)
    if match is None or match.end() != len(text):
        return None
    units = _units(match[1])
    title = text[: match.start()].strip()
    before = _title(title, on) if title else Rendering("")
    if not units or before is None:
        return None
    return Rendering(f"{before.text} (Unit: {units})".strip(), before.marks)


def _units(text: str) -> str:
    known = _forms("unit").get(_key(text))
    if known:
        return known
    units = [_forms("unit").get(_key(part)) for part in re.split(r"\s*[,·/]\s*", text)]
    return ", ".join(unit for unit in units if unit) if all(units) else ""


def _attachment(text: str, on: date | None) -> Rendering | None:
    """``붙임  1. 행사 개요 1부.  2. 관련 사진 2매.  끝.`` as a list."""
    match = re.match(r"\s*(붙임|첨부|별첨|참고)\s*[:.]?\s*(?=\D|\d\.)", text)
    if match is None:
        return None
    listed = _LAST.sub("", text[match.end() :])
    parts = [part.strip(" .") for part in re.split(r"(?:^|\s)\d{1,2}\.\s*", listed)]
    items = [_attached(part, on) for part in parts if part]
    found = [item for item in items if item]
    if not found or len(found) != len(items):
        return None
    numbered = len(found) > 1
    lines = [f"{number}. {item.text}" if numbered else item.text for number, item in enumerate(found, 1)]
    name = _ANNEXES[match[1]] + ("s" if numbered else "")
    return Rendering(f"{name}: {'; '.join(lines)}", tuple(mark for item in found for mark in item.marks))


def _attached(text: str, on: date | None) -> Rendering | None:
    separate = re.search(r"\s*\(\s*별첨\s*\)\s*$", text)
    match = _COUNTED.fullmatch(text[: separate.start()] if separate else text)
    title = _title(match[1] if match else text, on)
    if title is None:
        return None
    count = ""
    if match:
        one, many = _COPIES.get(match[3], ("", ""))
        count = " ".join(filter(None, [match[2], one if match[2] == "1" else many]))
    notes = ", ".join(filter(None, [count, "attached separately" if separate else ""]))
    return Rendering(title.text + (f" ({notes})" if notes else ""), title.marks)


def _day(text: str, on: date | None) -> Rendering | None:
    """A day, with a time of day if there is one, and nothing else."""
    days, times = korean_dates(text, on), korean_times(text)
    if len(days) != 1 or days[0].value is None or len(times) > 1:
        return None
    rest = text[: days[0].start] + text[days[0].end :]
    if times:
        clock = text[times[0].start : times[0].end]
        rest = rest.replace(clock, "", 1)
    if rest.strip(" ,.()~"):
        return None
    day = english_date(days[0].value, weekday=days[0].weekday is not None and days[0].weekday_agrees)
    written = f"{english_time(times[0].value)}, {day}" if times else day
    return Rendering(written, () if days[0].weekday_agrees else (written,))


def _phone(text: str, _on: date | None) -> Rendering | None:
    """``(02-1234-5678)`` for readers abroad: ``+82-2-1234-5678``."""
    number = next(domestic_numbers(text), None)
    if number is None:
        return None
    bare = _PHONE_LABEL.sub("", text[: number.start]) + text[number.start :]
    written = international(bare)
    return None if has_hangul(written) else Rendering(written.strip("() "))


Rule = Callable[[str, date | None], Rendering | None]

_RULES: dict[BlockKind, tuple[Rule, ...]] = {
    BlockKind.MASTHEAD: (label,),
    BlockKind.EMBARGO: (embargo,),
    BlockKind.DISTRIBUTION: (distribution,),
    BlockKind.HEADING: (_annex, _title, unit_line),
    BlockKind.BULLET: (label, _day),
    BlockKind.PARAGRAPH: (label, _end_mark, _attachment, unit_line, _day),
    BlockKind.NOTE: (unit_line,),
    BlockKind.CAPTION: (unit_line, _title, _caption),
    BlockKind.ATTACHMENT: (_attachment, _annex),
    BlockKind.END_MARK: (_end_mark,),
    BlockKind.ANNEX_HEADING: (_annex, _title),
}
