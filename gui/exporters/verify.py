"""Reopens what was written and compares it, text for text, with the project."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

import docx
from lxml import etree

from gui.document.errors import ExportError
from gui.exporters.content import Content
from gui.exporters.styles import NAMESPACE

_PARAGRAPH, _TEXT, _BREAK, _TAB = (f"{{{NAMESPACE}}}{tag}" for tag in ("p", "t", "br", "tab"))
_BREAKS = {_BREAK: "\n", _TAB: "\t"}


def verify(data: bytes, content: Content, expected: Iterable[tuple[str, str]], name: str) -> None:
    """Make sure that nothing was lost on either step: project to content, content to file.

    ``expected`` holds a pair of segment key and text for each time that the layout has to show a segment.

    Raises:
        ExportError: something differs, so the file must not be handed out.
    """
    shown = ((run.key, run.text) for paragraph in content.paragraphs() for run in paragraph.runs if run.key)
    if Counter(shown) != Counter(expected) or texts(data) != [paragraph.text for paragraph in content.paragraphs()]:
        raise ExportError(
            "“{name}” was not written: the finished document does not match the project. "
            "Save the project and report this fault.",
            name=name,
        )


def texts(data: bytes) -> list[str]:
    """The text of every paragraph of a document as Word reads it, the page header first; empty if it is damaged."""
    try:
        document = docx.Document(io.BytesIO(data))
        blobs = [document.sections[0].header.part.blob, document.part.blob]
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        return []
    # Parsed again without python-docx's element classes, whose look-up for each element takes fifteen times as long.
    return [text for blob in blobs for text in _paragraphs(etree.fromstring(blob))]


def _paragraphs(root: etree._Element) -> Iterator[str]:
    pieces: list[str] | None = None
    for element in root.iter(_PARAGRAPH, _TEXT, *_BREAKS):
        if element.tag == _PARAGRAPH:
            if pieces is not None:
                yield "".join(pieces)
            pieces = []
        elif pieces is not None:
            pieces.append(_BREAKS.get(str(element.tag)) or element.text or "")
    if pieces is not None:
        yield "".join(pieces)
