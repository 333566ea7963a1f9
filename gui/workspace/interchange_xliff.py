"""Pairs out of XLIFF 1.2, 2.0 and 2.1."""

import io
from collections.abc import Iterator

from lxml import etree

from gui.document.errors import ProjectError
from gui.memory import markup

_UNITS = frozenset({"trans-unit", "unit"})
_SOURCE_LANGUAGES = ("srcLang", "source-language")
"""Attributes of the root in XLIFF 2, of ``file`` in XLIFF 1.2."""


def read(name: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    """Id, Korean and English of each segment, whichever of the two the file was translated from.

    Raises:
        ProjectError: it is not well-formed XML.
    """
    try:
        for number, unit in enumerate(markup.units(io.BytesIO(data), "xliff", _UNITS), 1):
            from_english = markup.is_english(_source_language(unit))
            for source, target in _pairs(unit):
                korean, english = (target, source) if from_english else (source, target)
                yield unit.get("id", str(number)), korean, english
    except etree.XMLSyntaxError as error:
        raise ProjectError("{name} is damaged: line {line} is not valid XML.", name=name, line=error.lineno) from error


def _source_language(unit: etree._Element) -> str:
    found = (above.get(name) for above in unit.iterancestors() for name in _SOURCE_LANGUAGES)
    return next(filter(None, found), "").casefold()


def _pairs(unit: etree._Element) -> Iterator[tuple[str, str]]:
    """XLIFF 2 has its pairs in segments; XLIFF 1.2 right in the unit, and others in ``alt-trans`` that are no pairs."""
    for holder in unit.findall("{*}segment") or [unit]:
        source = holder.find("{*}source")
        if source is not None:
            yield markup.words(source), markup.words(holder.find("{*}target"))
