"""XML exchange formats of the field (TMX, XLIFF): their units as a stream, and the words between inline codes.

No entity is expanded, nothing is fetched, and what was read is freed, so that a file of any length takes little memory.
"""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Inline elements whose content is a code of the original file; ``sub`` in them is text, as are ``hi`` and ``g``."""


def units(file: BinaryIO, root: str, tags: frozenset[str]) -> Iterator[etree._Element]:
    """The elements with these names in order, each good until the next is asked for.

    Raises:
        ValueError: the root element is not ``root``.
        etree.XMLSyntaxError: the file is not well-formed, or breaks off.
    """
    parsed = etree.iterparse(file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    for number, (event, element) in enumerate(parsed):
        if number == 0 and local_name(element) != root:
            raise ValueError(root)
        if event == "end" and local_name(element) in tags:
            yield element
            _forget(element)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def language(element: etree._Element) -> str:
    """The language of an element as it says itself, in lower case with hyphens (``ko-kr``); empty if it does not."""
    return (element.get(LANG) or element.get("lang") or "").casefold().replace("_", "-")


def is_korean(code: str) -> bool:
    """Whether a code as :func:`language` gives it is Korean, whatever its region."""
    return code.partition("-")[0] in ("ko", "kor")


def is_english(code: str) -> bool:
    """Whether a code as :func:`language` gives it is English, whatever its region."""
    return code.partition("-")[0] in ("en", "eng")


def words(element: etree._Element | None) -> str:
    """The text of an element without the codes in it; an entity stands as it is written, since nothing may vanish."""
    return "" if element is None else "".join(_pieces(element))


def _pieces(element: etree._Element, *, code: bool = False) -> Iterator[str]:
    if element.text and not code:
        yield element.text
    for child in element:
        if child.tag is etree.Entity:
            yield str(child.text)
        elif isinstance(child.tag, str):
            yield from _pieces(child, code=local_name(child) in _CODES)
        if child.tail and not code:
            yield child.tail
