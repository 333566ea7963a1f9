"""A term as a row of a table: its columns, what their headers may be, and how each field is written as text.

The user's own file, CSV, TSV and Excel tables, and the dialog all show terms by these columns.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gui.document.errors import DaejoError, Message, note
from gui.language.termbase import Term

CERTAINTIES = ("V", "A", "B")
"""Looked up in an official source; generally used; house style or context decides."""

_BETWEEN = "; "
_VARIANTS = re.compile(r"[;\n]")
_DAY = re.compile(r"(\d{4})(?:[-./]|년)\s*(\d{1,2})(?:[-./]|월)\s*(\d{1,2})(?:일|\.)?(?:[T ]00:00(?::00)?)?")
_CONTROLS = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What neither XML nor Excel can hold, and no text means anything by."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of terms.

    Attributes:
        name: its header in files that we write.
        headers: what its header may be in files of others, folded by :func:`folded_header`.
        get: the field as text.
    """

    name: str
    headers: frozenset[str]
    get: Callable[[Term], str]


def folded_header(header: str) -> str:
    """A header without what people write differently: capitals, spaces, marks, what stands in brackets."""
    return re.sub(r"\(.*?\)|[\W_]", "", header.casefold())


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


_HEADERS = {
    "ko": "korean, kor, ko-kr, source term, 한국어, 한글, 국문, 국문명, 한글명, 용어, 원어, 우리말",
    "en": "english, eng, en-us, en-gb, target term, translation, 영어, 영문, 영문명, 번역, 역어, 대역어, 영역",
    "accepted": "also right, accepted variants, variants, synonyms, 허용, 허용 표기, 허용어, 동의어, 약어",
    "forbidden": "wrong, forbidden variants, do not use, 금지, 금지 표기, 금지어, 잘못된 표기, 비허용",
    "domain": "subject, subject field, field, category, 분야, 주제, 주제 분야, 구분, 분류",
    "valid_from": "from, start, start date, 시작, 시작일, 유효 시작일, 적용일, 부터",
    "valid_to": "to, until, end, end date, 끝, 종료, 종료일, 유효 종료일, 까지",
    "certainty": "reliability, sure, 확실성, 확실도, 신뢰도",
    "source": "reference, origin, 출처, 근거",
    "note": "notes, comment, comments, remark, remarks, definition, 비고, 메모, 설명, 정의, 참고",
}
"""What the headers of others may be, by ours."""

_TEXTS: dict[str, Callable[[Term], str]] = {
    "ko": lambda term: term.korean,
    "en": lambda term: term.english,
    "accepted": lambda term: _BETWEEN.join(term.accepted),
    "forbidden": lambda term: _BETWEEN.join(term.forbidden),
    "domain": lambda term: term.domain,
    "valid_from": lambda term: _day_text(term.valid_from),
    "valid_to": lambda term: _day_text(term.valid_to),
    "certainty": lambda term: term.certainty,
    "source": lambda term: term.source,
    "note": lambda term: term.note,
}

COLUMNS = tuple(
    Column(name, frozenset(map(folded_header, (name, *_HEADERS[name].split(", ")))), get)
    for name, get in _TEXTS.items()
)

NAMES = tuple(column.name for column in COLUMNS)


def tidy(term: Term) -> Term:
    """A term of the user as it is kept: one line a field but for the note, no empty or doubled variants.

    A variant holds no semicolon: that parts variants in tables.
    """
    english = _line(term.english)
    accepted = _variants(";".join(term.accepted), but=(english,))
    return replace(
        term,
        korean=_line(term.korean),
        english=english,
        domain=_line(term.domain),
        accepted=accepted,
        forbidden=_variants(";".join(term.forbidden), but=(english, *accepted)),
        certainty=term.certainty if term.certainty in CERTAINTIES else "B",
        note=_CONTROLS.sub("", term.note.replace("\r\n", "\n").replace("\r", "\n")).strip(),
        source=_line(term.source),
        by_user=True,
    )


def _line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _variants(text: str, but: Sequence[str]) -> tuple[str, ...]:
    found = (_line(variant) for variant in _VARIANTS.split(text))
    return tuple(dict.fromkeys(variant for variant in found if variant and variant not in but))


def variants(text: str) -> tuple[str, ...]:
    """The wordings in a cell, parted by semicolons or lines."""
    return _variants(text, ())


def day(text: str) -> date | None:
    """A day as people write it in tables (2024-05-17, 2024.5.17., 2024년 5월 17일); ``None`` for an empty cell.

    Raises:
        ValueError: it is no day.
    """
    if not text.strip():
        return None
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return date(*map(int, match.groups()))


class TermError(DaejoError):
    """A field of a term holds what it cannot hold."""


def with_field(term: Term, name: str, text: str) -> Term:
    """The term with another text in one of its fields.

    Args:
        term: a term of the user, perhaps still without Korean and English.
        name: the name of the column.
        text: what somebody typed.

    Raises:
        TermError: the field cannot hold it.
    """
    fields = {column.name: column.get(term) for column in COLUMNS} | {name: text}
    if name in ("ko", "en") and not _line(text):
        raise TermError("A term needs its Korean and its English.")
    days = [_day_or_error(fields[end]) for end in ("valid_from", "valid_to")]
    if days[0] and days[1] and days[1] < days[0]:
        raise TermError("A term cannot end before it begins.")
    if fields["certainty"].strip().upper() not in CERTAINTIES:
        raise TermError("Write V (looked up), A (generally used) or B (context decides).")
    return _tidy_fields(fields, days[0], days[1])


def _day_or_error(text: str) -> date | None:
    try:
        return day(text)
    except ValueError:
        raise TermError("“{text}” is no day; write it as 2024-05-17.", text=text.strip()[:_SHOWN]) from None


def row_of(term: Term) -> tuple[str, ...]:
    """The texts of a term, one a column."""
    return tuple(column.get(term) for column in COLUMNS)


def term_of(fields: Mapping[str, str], row: int) -> Term | Message | None:
    """The term in a row, what is wrong with it, or nothing for an empty row.

    Args:
        fields: texts by the names of columns; those that are missing are empty.
        row: its number in the file, for the message.
    """
    korean, english = _line(fields.get("ko", "")), _line(fields.get("en", ""))
    if not any(text.strip() for text in fields.values()):
        return None
    if not korean:
        return note("Row {row} has no Korean.", row=row)
    if not english:
        return note("Row {row} has no English.", row=row)
    days: list[date | None] = []
    for name in ("valid_from", "valid_to"):
        try:
            days.append(day(fields.get(name, "")))
        except ValueError:
            text = fields[name].strip()[:_SHOWN]
            return note("Row {row}: “{text}” is no day; write it as 2024-05-17.", row=row, text=text)
    if days[0] and days[1] and days[1] < days[0]:
        return note("Row {row} ends before it begins.", row=row)
    return _tidy_fields(fields, days[0], days[1])


def _tidy_fields(fields: Mapping[str, str], start: date | None, end: date | None) -> Term:
    term = Term(
        fields.get("ko", ""),
        fields.get("en", ""),
        fields.get("domain", ""),
        variants(fields.get("accepted", "")),
        variants(fields.get("forbidden", "")),
        start,
        end,
        fields.get("certainty", "").strip().upper() or "A",
        fields.get("note", ""),
        fields.get("source", ""),
    )
    return tidy(term)


_SHOWN = 30
