"""Writes translation memories as TMX 1.4b, as a stream, with all that was read of them (:mod:`gui.memory.tmx`)."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Literal

from lxml import etree

from gui import __version__
from gui.document.errors import ExportError
from gui.document.work import Cancelled, Progress, never
from gui.files import replace_file
from gui.memory import markup, tmx
from gui.memory.base import Stopped
from gui.memory.pair import TranslationUnit

Encoding = Literal["utf-8", "utf-16"]

_STEP = 500
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not: control characters, which no text means anything by."""

_DEFAULTS = {
    "creationtool": "Daejo",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "Daejo",
    "adminlang": "en",
    "srclang": "ko",
    "datatype": "plaintext",
}
"""What the header of a TMX has to say at least."""


def write_tmx(
    path: Path,
    units: Iterable[TranslationUnit],
    header: str = "",
    *,
    total: int = 0,
    encoding: Encoding = "utf-8",
    progress: Progress | None = None,
    cancelled: Cancelled = never,
) -> None:
    """Write units as a TMX file, whole or not at all.

    Args:
        path: the file.
        units: what to write, in order.
        header: the ``header`` of the TMX that they came from, as XML.
        total: how many there are, for the progress.
        encoding: ``utf-8`` or ``utf-16``.
        progress: gets the units written and the units in all, now and then.
        cancelled: whether to stop.

    Raises:
        ExportError: the file cannot be written.
        Stopped: it was cancelled; an earlier file stands as it was.
    """

    def write(file: BinaryIO) -> None:
        file.write(
            _encoded(f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4">\n', encoding, first=True)
        )
        file.write(_encoded(f"{header_xml(header)}\n<body>\n", encoding))
        for number, unit in enumerate(units):
            if number % _STEP == 0:
                if cancelled():
                    raise Stopped
                if progress:
                    progress(number, total)
            file.write(_encoded(etree.tostring(element(unit), encoding="unicode") + "\n", encoding))
        file.write(_encoded("</body>\n</tmx>\n", encoding))

    try:
        replace_file(path, write)
    except OSError:
        raise ExportError("{name} cannot be written; check the folder and the space left.", name=path.name) from None


def _encoded(text: str, encoding: Encoding, *, first: bool = False) -> bytes:
    """UTF-16 has its byte order mark at the start alone."""
    if encoding == "utf-8":
        return text.encode("utf-8")
    return (b"\xff\xfe" if first else b"") + text.encode("utf-16-le")


def header_xml(header: str) -> str:
    """A header as it was read, with what every header has to say."""
    found = etree.fromstring(header) if header else etree.Element("header")
    for name, value in _DEFAULTS.items():
        if not found.get(name):
            found.set(name, value)
    return etree.tostring(found, encoding="unicode")


def merged_headers(first: str, second: str) -> str:
    """The first of two headers with the notes, properties and character maps that only the second has."""
    if not first or not second:
        return first or second
    one, other = etree.fromstring(first), etree.fromstring(second)
    known = {_bare(child) for child in one}
    one.extend([child for child in other if _bare(child) not in known])
    return etree.tostring(one, encoding="unicode")


def _bare(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def element(unit: TranslationUnit) -> etree._Element:
    """The ``tu`` of a unit: reading it gives the same unit again."""
    made = etree.fromstring(unit.rest) if unit.rest else tmx.plain_unit()
    for variant, text, code in zip(tmx.variants(made), (unit.source, unit.target), tmx.DEFAULT_LANGUAGES, strict=True):
        _put(made, variant, _clean(text), code)
    _tell(made, unit)
    return made


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", unicodedata.normalize("NFC", text))


def _put(unit: etree._Element, variant: etree._Element | None, text: str, code: str) -> None:
    """Put a text into its variant; inline tags stay as long as the text between them is the same."""
    if variant is None and not text:
        return
    if variant is None:
        variant = etree.SubElement(unit, "tuv", {markup.LANG: code})
    segment = variant.find("{*}seg")
    if segment is None:
        segment = etree.SubElement(variant, "seg")
    if tmx.text_of(variant) != text or len(segment) == 0:
        for child in list(segment):
            segment.remove(child)
        segment.text = text


def _tell(made: etree._Element, unit: TranslationUnit) -> None:
    """Say what the fields say, where the element does not say it already."""
    wanted, known = tmx.attributes(unit), tmx.attributes(tmx.fields(made))
    for name, value in wanted.items():
        if known.get(name) != value:
            made.set(name, _clean(value))
    wanted, known = tmx.properties(unit), tmx.properties(tmx.fields(made))
    place = sum(1 for child in made if child.tag in ("note", "prop"))
    for name, value in wanted.items():
        if known.get(name) != value:
            _drop(made, name)
            added = etree.Element("prop", {"type": name})
            added.text = _clean(value)
            made.insert(min(place, len(made)), added)
            place += 1


def _drop(made: etree._Element, name: str) -> None:
    for child in made.findall("prop"):
        if child.get("type") == name:
            made.remove(child)
