"""Reads TMX 1.4b, the exchange format of translation memories (LISA/OSCAR, 2005), as a stream.

Of each unit the Korean and the English variant are taken, whatever their regional codes; with several English ones,
that of the United States. Of inline elements the codes are left out and the text between them is kept.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from gui.document.errors import ReadError
from gui.memory.pair import TranslationUnit

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Inline elements whose content is a code of the original file; ``sub`` in them is text, as is ``hi``."""

_BEFORE = frozenset({"x-context-pre", "prev", "x-context-before"})
_AFTER = frozenset({"x-context-post", "next", "x-context-after"})
_ENGLISH_FIRST = ("en-us", "en")


def read_tmx(path: Path) -> Iterator[TranslationUnit]:
    """The Korean-English units of a TMX file in order; units without one of the two languages are left out.

    Raises:
        ReadError: the file cannot be opened, is not TMX, or breaks off.
    """
    try:
        with path.open("rb") as file:
            yield from _units(file, path.name)
    except OSError:
        raise ReadError("{name} cannot be read; check that it is there and open to you.", name=path.name) from None


def _units(file: BinaryIO, name: str) -> Iterator[TranslationUnit]:
    parsed = etree.iterparse(file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = next(iter(parsed))[1]
        if _local(root) != "tmx":
            raise ReadError("{name} is not a translation memory in TMX format.", name=name)
        for event, element in parsed:
            if event == "end" and _local(element) == "tu":
                unit = _unit(element)
                if unit:
                    yield unit
                _forget(element)
    except (etree.XMLSyntaxError, StopIteration):
        raise ReadError("{name} is damaged or no TMX file; export it again from where it came.", name=name) from None


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _forget(element: etree._Element) -> None:
    """Free what was read, so that memory stays flat however long the file is."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _unit(element: etree._Element) -> TranslationUnit | None:
    variants = {_language(child): _text(child) for child in element if _local(child) == "tuv"}
    korean = next((text for language, text in variants.items() if language.partition("-")[0] == "ko"), "")
    english = _english(variants)
    if not korean.strip() or not english.strip():
        return None
    return TranslationUnit(korean, english, _property(element, _BEFORE), _property(element, _AFTER), _changed(element))


def _language(variant: etree._Element) -> str:
    return (variant.get(_LANG) or variant.get("lang") or "").casefold().replace("_", "-")


def _english(variants: dict[str, str]) -> str:
    for language in (*_ENGLISH_FIRST, *variants):
        if language.partition("-")[0] == "en" and language in variants:
            return variants[language]
    return ""


def _text(variant: etree._Element) -> str:
    segment = next((child for child in variant if _local(child) == "seg"), None)
    return "" if segment is None else "".join(_pieces(segment))


def _pieces(element: etree._Element, *, code: bool = False) -> Iterator[str]:
    if element.text and not code:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child, code=_local(child) in _CODES)
        if child.tail and not code:
            yield child.tail


def _property(element: etree._Element, names: frozenset[str]) -> str:
    for child in element.iter():
        if isinstance(child.tag, str) and _local(child) == "prop" and child.get("type") in names:
            return child.text or ""
    return ""


def _changed(element: etree._Element) -> datetime | None:
    stamp = element.get("changedate") or element.get("creationdate") or ""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
