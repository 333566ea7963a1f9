"""Reads TMX 1.4b, the exchange format of translation memories (LISA/OSCAR, 2005), as a stream.

Of each unit the Korean and the English variant are taken, whatever their regional codes; with several English ones,
that of the United States. Of inline elements the codes are left out and the text between them is kept. Nothing else of
a unit is lost: what its fields do not say goes along as XML (:attr:`~gui.memory.pair.TranslationUnit.rest`), from which
:mod:`gui.memory.tmx_export` writes it again.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from gui.document.errors import ReadError
from gui.document.work import Cancelled, Progress, never
from gui.memory import markup
from gui.memory.base import Stopped
from gui.memory.pair import TranslationUnit

BEFORE, AFTER, PROJECT = "x-context-pre", "x-context-post", "x-project"
"""Our properties; other programs call the first two as below."""

_BEFORE = (BEFORE, "prev", "x-context-before")
_AFTER = (AFTER, "next", "x-context-after")
_UNIT = frozenset({"tu"})
_UNIT_OR_HEADER = frozenset({"tu", "header"})
_STEP = 500
STAMP = "%Y%m%dT%H%M%SZ"
DEFAULT_LANGUAGES = ("ko", "en-US")


def read_tmx(
    path: Path,
    told: Callable[[str], object] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled = never,
) -> Iterator[TranslationUnit]:
    """All units of a TMX file in order; those that lack Korean or English have an empty text there.

    Args:
        path: the file.
        told: gets the ``header`` of the file as XML, before the first unit.
        progress: gets the bytes read and the bytes in all, now and then.
        cancelled: whether to stop.

    Raises:
        ReadError: the file cannot be opened, is not TMX, or breaks off.
        Stopped: it was cancelled.
    """
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            for number, element in enumerate(_elements(file, path.name, _UNIT_OR_HEADER)):
                if number % _STEP == 0:
                    _go_on(file.tell(), size, progress, cancelled)
                if markup.local_name(element) == "tu":
                    yield with_rest(element)
                elif told:
                    _spell_out_entities(element)
                    told(_xml(element))
    except OSError:
        raise ReadError("{name} cannot be read; check that it is there and open to you.", name=path.name) from None


def labelled_units(file: BinaryIO, name: str) -> Iterator[tuple[str, TranslationUnit]]:
    """The units with a Korean variant in order, each with its ``tuid``, or else its place from 1.

    Args:
        file: the TMX.
        name: what to call it in an error.

    Raises:
        ReadError: it is not TMX, or breaks off.
    """
    for number, element in enumerate(_elements(file, name, _UNIT), 1):
        if variants(element)[0] is not None:
            yield element.get("tuid") or str(number), fields(element)


def _go_on(done: int, total: int, progress: Progress | None, cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped
    if progress:
        progress(done, total)


def _elements(file: BinaryIO, name: str, tags: frozenset[str]) -> Iterator[etree._Element]:
    try:
        yield from markup.units(file, "tmx", tags)
    except ValueError:
        raise ReadError("{name} is not a translation memory in TMX format.", name=name) from None
    except etree.XMLSyntaxError:
        raise ReadError("{name} is damaged or no TMX file; export it again from where it came.", name=name) from None


def variants(unit: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
    """The Korean and the English ``tuv`` of a ``tu``; of several in one language the first."""
    by_language: dict[str, etree._Element] = {}
    for child in unit.iterfind("{*}tuv"):
        by_language.setdefault(markup.language(child), child)
    korean = next((child for code, child in by_language.items() if markup.is_korean(code)), None)
    english = [code for code in ("en-us", "en", *by_language) if code in by_language and markup.is_english(code)]
    return korean, by_language[english[0]] if english else None


def text_of(variant: etree._Element | None) -> str:
    """The text of a ``tuv`` without codes, in the letter form NFC; empty for none."""
    return "" if variant is None else unicodedata.normalize("NFC", markup.words(variant.find("{*}seg")))


def fields(unit: etree._Element) -> TranslationUnit:
    """What the fields of a unit can say of a ``tu``."""
    korean, english = variants(unit)
    return TranslationUnit(
        text_of(korean) if korean is not None else "",
        text_of(english),
        before=_property(unit, _BEFORE),
        after=_property(unit, _AFTER),
        changed=_moment(_attribute(unit, english, "changedate") or _attribute(unit, english, "creationdate")),
        created=_moment(_attribute(unit, english, "creationdate")),
        author=_attribute(unit, english, "creationid"),
        editor=_attribute(unit, english, "changeid"),
        used=_count(unit.get("usagecount") or ""),
        project=_property(unit, (PROJECT,)),
    )


def with_rest(element: etree._Element) -> TranslationUnit:
    """The unit of a ``tu`` with all that it holds; the element is changed on the way."""
    _spell_out_entities(element)
    unit = fields(element)
    element.tail = None
    for part in (element, *element.iterfind("{*}tuv")):
        _tidy(part)
    for variant in variants(element):
        segment = None if variant is None else variant.find("{*}seg")
        if segment is not None and len(segment) == 0:
            segment.text = None
    _drop_fields(element, unit)
    rest = _xml(element)
    return unit if rest == _PLAIN else replace(unit, rest=rest)


def _spell_out_entities(element: etree._Element) -> None:
    """An entity of the file's own is not followed; what stands for it is text from here on."""
    for entity in list(element.iter(etree.Entity)):
        parent, before = entity.getparent(), entity.getprevious()
        text = str(entity.text) + (entity.tail or "")
        if parent is None:
            continue
        if before is None:
            parent.text = (parent.text or "") + text
        else:
            before.tail = (before.tail or "") + text
        entity.tail = None
        parent.remove(entity)


def _tidy(element: etree._Element) -> None:
    """Without the white space that indents its children."""
    if not (element.text or "").strip():
        element.text = None
    for child in element:
        if not (child.tail or "").strip():
            child.tail = None


def _drop_fields(element: etree._Element, unit: TranslationUnit) -> None:
    """Without what the fields of the unit say, where they say it letter by letter."""
    for name, value in attributes(unit).items():
        if element.get(name) == value:
            del element.attrib[name]
    for name, value in properties(unit).items():
        for child in element.findall("prop"):
            if list(child.attrib.items()) == [("type", name)] and child.text == value and len(child) == 0:
                element.remove(child)
                break


def attributes(unit: TranslationUnit) -> dict[str, str]:
    """The attributes of a ``tu`` that say what the fields of its unit do."""
    told = {
        "creationdate": unit.created.strftime(STAMP) if unit.created else "",
        "creationid": unit.author,
        "changedate": unit.changed.strftime(STAMP) if unit.changed else "",
        "changeid": unit.editor,
        "usagecount": str(unit.used) if unit.used else "",
    }
    return {name: value for name, value in told.items() if value}


def properties(unit: TranslationUnit) -> dict[str, str]:
    """The properties of a ``tu`` that say what the fields of its unit do."""
    told = {BEFORE: unit.before, AFTER: unit.after, PROJECT: unit.project}
    return {name: value for name, value in told.items() if value}


def plain_unit() -> etree._Element:
    """An empty ``tu`` with its two languages."""
    unit = etree.Element("tu")
    for code in DEFAULT_LANGUAGES:
        etree.SubElement(etree.SubElement(unit, "tuv", {markup.LANG: code}), "seg")
    return unit


def _xml(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


_PLAIN = _xml(plain_unit())


def _attribute(unit: etree._Element, english: etree._Element | None, name: str) -> str:
    """An attribute of the unit, or else of its English."""
    return unit.get(name) or (english.get(name) if english is not None else None) or ""


def _property(element: etree._Element, names: tuple[str, ...]) -> str:
    found = (child for child in element.iter("{*}prop") if child.get("type") in names)
    return next((child.text or "" for child in found), "")


def _moment(stamp: str) -> datetime | None:
    if not stamp:
        return None
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _count(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < _MOST_DIGITS else 0


_MOST_DIGITS = 10
