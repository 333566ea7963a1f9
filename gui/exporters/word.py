"""Content to a verified Word file. The door to everything that loads python-docx; import it only to export."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gui.exporters import template
from gui.exporters.base import USUAL, ExportOptions
from gui.exporters.content import Content, Paragraph, Run
from gui.exporters.deliver import deliver
from gui.exporters.package import document
from gui.exporters.verify import verify, verify_changes


def write(
    content: Content,
    expected: Iterable[tuple[str, str]],
    path: Path,
    options: ExportOptions = USUAL,
    sides: tuple[Content, Content] | None = None,
) -> None:
    """Build the document, verify it, and only then put it in place.

    ``expected``: see :func:`gui.exporters.verify.verify`. Of the options this heeds ``draft`` and ``template``; the
    rest is for whoever made the content. ``sides`` are what has to come out when tracked changes are rejected, and when
    they are accepted.

    Raises:
        ExportError: it cannot be written, or it does not match the project; or the template is none.
    """
    look = template.load(options.template) if options.template else None
    if options.draft:
        content = as_draft(content)
    data = document(content, look)
    verify(data, content, expected, path.name)
    if sides is not None:
        verify_changes(data, *sides, path.name)
    deliver(path, data)


def as_draft(content: Content) -> Content:
    """The document with ``DRAFT`` at the head of every page."""
    header = tuple(paragraph for paragraph in content.header if paragraph.runs)
    return replace(content, header=(Paragraph("DraftMark", (Run("DRAFT"),)), *header))
