"""Pairs out of TMX 1.4 and XLIFF 1.2, 2.0 and 2.1, read as a stream."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from gui.document.errors import ProjectError

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind: TypeAlias = Literal["tmx", "xliff"]
Pair: TypeAlias = tuple[str, str, str]
"""Id, Korean, English."""

_UNITS: dict[Kind, tuple[str, ...]] = {"tmx": ("{*}tu",), "xliff": ("{*}trans-unit", "{*}unit")}
_ROOT = re.compile(rb"<(?:\w+:)?(tmx|xliff)[\s>]")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Inline elements whose text is a code of the original format, not words."""


def kind_of(data: bytes) -> Kind | None:
    """Whether a file is TMX or XLIFF, by its root element."""
    start = data[:4096].replace(b"\0", b"")  # so that UTF-16 shows its root too
    found = _ROOT.search(start) if start.lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff \r\n\t").startswith(b"<") else None
    return None if found is None else ("tmx" if found[1] == b"tmx" else "xliff")


def read(name: str, kind: Kind, data: bytes) -> Iterator[Pair]:
    """The pairs of a file; no entity of it is expanded and nothing is fetched.

    Raises:
        ProjectError: it is not well-formed XML.
    """
    from lxml import etree  # loaded only where such a file is read

    number = 0
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=_UNITS[kind], resolve_entities=False, no_network=True, load_dtd=False
        ):
            number += 1
            yield from _tmx_pairs(element, number) if kind == "tmx" else _xliff_pairs(element, number)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ProjectError("{name} is damaged: line {line} is not valid XML.", name=name, line=error.lineno) from error


def _tmx_pairs(unit: "_Element", number: int) -> Iterator[Pair]:
    texts = {_language(variant): _text(variant.find("{*}seg")) for variant in unit.iterfind("{*}tuv")}
    if "ko" in texts:
        yield unit.get("tuid", str(number)), texts["ko"], texts.get("en", "")


def _xliff_pairs(unit: "_Element", number: int) -> Iterator[Pair]:
    """XLIFF 2 has its pairs in segments; XLIFF 1.2 right in the unit, and others in ``alt-trans`` that are no pairs."""
    holders = unit.findall("{*}segment") or [unit]
    for holder in holders:
        source = holder.find("{*}source")
        if source is not None:
            yield unit.get("id", str(number)), _text(source), _text(holder.find("{*}target"))


def _language(variant: "_Element") -> str:
    return (variant.get(_XML_LANG) or variant.get("lang") or "").lower().partition("-")[0]


def _text(element: "_Element | None") -> str:
    """The words of an element without the codes inside."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
