"""Names and small helpers for WordprocessingML (ISO/IEC 29500-1)."""

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OFFICE = "http://schemas.openxmlformats.org/"
W = f"{{{_OFFICE}wordprocessingml/2006/main}}"
R = f"{{{_OFFICE}officeDocument/2006/relationships}}"
M = f"{{{_OFFICE}officeDocument/2006/math}}"
A = f"{{{_OFFICE}drawingml/2006/main}}"
WP = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
PIC = f"{{{_OFFICE}drawingml/2006/picture}}"
DIAGRAM = f"{{{_OFFICE}drawingml/2006/diagram}}"
CHART = f"{{{_OFFICE}drawingml/2006/chart}}"
MC = f"{{{_OFFICE}markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  # the prefix that every such document uses

TEXTS = (f"{W}t", f"{M}t")
"""The elements whose text is shown on the page."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DIAGRAM),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", CHART),
)
"""Word can save under the namespaces of the strict variant of the standard; the content is the same."""

_NUMBER = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)")


class Malformed(Exception):
    """A part that is no XML, is nested too deeply, or has a document type, which no part may have."""


def parse(data: bytes) -> Element:
    """The root of an XML part. No entity is resolved and nothing is fetched.

    Raises:
        Malformed: it cannot be read.
    """
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional.strip("{}").encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Malformed from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Malformed
    return root


def children(element: Element) -> Iterator[Element]:
    """The child elements, without processing instructions."""
    return (child for child in element if isinstance(child.tag, str))


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, path: str = "", attribute: str = "val") -> str | None:
    """An attribute of an element, or of the one found at a path below it; ``None`` where either is missing."""
    found = element.find(path) if element is not None and path else element
    return None if found is None else found.get(W + attribute)


def on(element: Element | None, name: str) -> bool | None:
    """An on-off property: ``None`` where the properties do not mention it."""
    found = None if element is None else element.find(W + name)
    return None if found is None else found.get(W + "val", "true") not in ("0", "false", "off", "none")


def number(text: str | None, default: float = 0.0) -> float:
    """The figure that an attribute begins with (``12.5pt``)."""
    match = _NUMBER.match(text or "")
    return float(match[1]) if match else default


def whole(text: str | None, default: int = 0) -> int:
    """The whole number in an attribute."""
    return math.trunc(number(text, default))
