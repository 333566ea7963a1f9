"""XLIFF 1.2, 2.0 and 2.1 as other translation tools write them: units with their segments, states and notes."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from gui.document.errors import ProjectError
from gui.document.segment import State
from gui.memory import markup

_UNITS = frozenset({"trans-unit", "unit"})
_SOURCE_LANGUAGES = ("srcLang", "source-language")
"""Attributes of the root in XLIFF 2, of ``file`` in XLIFF 1.2."""

_STATES = {
    **{state.value: state for state in State if state is not State.DRAFT},
    "new": State.INITIAL,
    "needs-translation": State.INITIAL,
    "needs-adaptation": State.INITIAL,
    "needs-l10n": State.INITIAL,
    "needs-review-translation": State.TRANSLATED,
    "needs-review-adaptation": State.TRANSLATED,
    "needs-review-l10n": State.TRANSLATED,
    "signed-off": State.REVIEWED,
}
"""Ours for the states of both versions; 1.2 asks for a review where 2.1 says ``translated``."""


@dataclass(frozen=True, slots=True)
class XliffSegment:
    """A piece of a unit.

    Attributes:
        id: as the file has it; empty if it has none.
        korean: the side in Korean, whichever it was translated from.
        english: the other side, ``None`` if the file has none yet.
        state: how far it is, ``None`` if the file does not say.
        translatable: whether it is a segment; else it is what stands between two of them.
        notes: the ids of the notes that annotations in it refer to.
    """

    id: str
    korean: str
    english: str | None
    state: State | None = None
    translatable: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class XliffUnit:
    """A unit: where it stands, its segments in the order of the Korean, and its notes with their ids."""

    id: str
    file: str
    segments: tuple[XliffSegment, ...]
    notes: tuple[tuple[str, str], ...] = ()


def units(name: str, data: bytes) -> Iterator[XliffUnit]:
    """The units of a file in order; one without ``id`` is called by its place from 1.

    Raises:
        ProjectError: it is not well-formed XML.
    """
    try:
        for number, unit in enumerate(markup.units(io.BytesIO(data), "xliff", _UNITS), 1):
            from_english = markup.is_english(_source_language(unit))
            segments = tuple(_segments(unit, from_english=from_english))
            file = next(unit.iterancestors("{*}file"), unit)
            yield XliffUnit(unit.get("id", str(number)), file.get("id", ""), segments, tuple(_notes(unit)))
    except etree.XMLSyntaxError as error:
        raise ProjectError("{name} is damaged: line {line} is not valid XML.", name=name, line=error.lineno) from error


def read(name: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    """Unit id, Korean and English of each segment.

    Raises:
        ProjectError: it is not well-formed XML.
    """
    for unit in units(name, data):
        for segment in unit.segments:
            if segment.translatable:
                yield unit.id, segment.korean, segment.english or ""


def _source_language(unit: etree._Element) -> str:
    found = (above.get(name) for above in unit.iterancestors() for name in _SOURCE_LANGUAGES)
    return next(filter(None, found), "").casefold()


def _segments(unit: etree._Element, *, from_english: bool) -> Iterator[XliffSegment]:
    """XLIFF 2 has its pairs in segments; XLIFF 1.2 in the unit, marked off inside if it was segmented.

    What stands in ``alt-trans`` are no pairs.
    """
    holders = [child for child in unit if markup.local_name(child) in ("segment", "ignorable")]
    for holder in holders:
        yield _segment(holder, holder.find("{*}source"), holder.find("{*}target"), from_english=from_english)
    if holders:
        return
    source, target = unit.find("{*}source"), unit.find("{*}target")
    marked, translated = _marked(unit.find("{*}seg-source")), _marked(target)
    for name, part in marked.items() if marked else [("", source)]:
        yield _segment(unit, part, translated.get(name) if marked else target, from_english=from_english)


def _marked(side: etree._Element | None) -> dict[str, etree._Element]:
    """The segments of XLIFF 1.2 by their number."""
    marks = side.iter("{*}mrk") if side is not None else ()
    return {mark.get("mid", ""): mark for mark in marks if mark.get("mtype") == "seg"}


def _segment(
    holder: etree._Element, source: etree._Element | None, target: etree._Element | None, *, from_english: bool
) -> XliffSegment:
    words, translation = markup.words(source), None if target is None else markup.words(target)
    korean, english = (translation or "", words) if from_english else (words, translation)
    is_unit = markup.local_name(holder) in _UNITS
    return XliffSegment(
        "" if is_unit else holder.get("id", ""),
        korean,
        english,
        _state(holder) if is_unit else _STATES.get(holder.get("state", "")),
        markup.local_name(holder) != "ignorable",
        tuple(_annotated(holder)),
    )


def _state(unit: etree._Element) -> State | None:
    """The state of XLIFF 1.2, which stands on the English, and may be approved as a whole."""
    if unit.get("approved") == "yes":
        return State.FINAL
    target = unit.find("{*}target")
    return None if target is None else _STATES.get(target.get("state", ""))


def _annotated(holder: etree._Element) -> Iterator[str]:
    """The notes that annotations of comments point to: ``#n=id``, maybe with a path before it."""
    for mark in holder.iter("{*}mrk", "{*}sm"):
        _, found, name = mark.get("ref", "").rpartition("n=")
        if found and mark.get("type") == "comment":
            yield name


def _notes(unit: etree._Element) -> Iterator[tuple[str, str]]:
    for holder in (unit, *unit.iterfind("{*}notes")):
        for number, element in enumerate(holder.iterfind("{*}note"), 1):
            text = markup.words(element).strip()
            if text:
                yield element.get("id", str(number)), text
