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
from gui.memory import markup
from gui.memory.pair import TranslationUnit

_BEFORE = frozenset({"x-context-pre", "prev", "x-context-before"})
_AFTER = frozenset({"x-context-post", "next", "x-context-after"})
_UNIT = frozenset({"tu"})


def read_tmx(path: Path) -> Iterator[TranslationUnit]:
    """The Korean-English units of a TMX file in order; units without one of the two languages are left out.

    Raises:
        ReadError: the file cannot be opened, is not TMX, or breaks off.
    """
    try:
        with path.open("rb") as file:
            for _, unit in labelled_units(file, path.name):
                if unit.source.strip() and unit.target.strip():
                    yield unit
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
    try:
        for number, element in enumerate(markup.units(file, "tmx", _UNIT), 1):
            unit = _unit(element)
            if unit is not None:
                yield element.get("tuid") or str(number), unit
    except ValueError:
        raise ReadError("{name} is not a translation memory in TMX format.", name=name) from None
    except etree.XMLSyntaxError:
        raise ReadError("{name} is damaged or no TMX file; export it again from where it came.", name=name) from None


def _unit(element: etree._Element) -> TranslationUnit | None:
    variants: dict[str, str] = {}
    for child in element.iterfind("{*}tuv"):  # of several in one language the first
        variants.setdefault(markup.language(child), markup.words(child.find("{*}seg")))
    korean = next((text for code, text in variants.items() if markup.is_korean(code)), None)
    if korean is None:
        return None
    before, after = _property(element, _BEFORE), _property(element, _AFTER)
    return TranslationUnit(korean, _english(variants), before, after, _changed(element))


def _english(variants: dict[str, str]) -> str:
    known = [code for code in ("en-us", "en", *variants) if code in variants and markup.is_english(code)]
    return variants[known[0]] if known else ""


def _property(element: etree._Element, names: frozenset[str]) -> str:
    for child in element.iter():
        if markup.local_name(child) == "prop" and child.get("type") in names:
            return child.text or ""
    return ""


def _changed(element: etree._Element) -> datetime | None:
    stamp = element.get("changedate") or element.get("creationdate") or ""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
