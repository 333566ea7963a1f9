"""Content to a verified Word file. The door to everything that loads python-docx; import it only to export."""

from collections.abc import Iterable
from pathlib import Path

from gui.exporters.content import Content
from gui.exporters.deliver import deliver
from gui.exporters.package import document
from gui.exporters.verify import verify


def write(content: Content, expected: Iterable[tuple[str, str]], path: Path) -> None:
    """Build the document, verify it, and only then put it in place.

    ``expected``: see :func:`gui.exporters.verify.verify`.

    Raises:
        ExportError: it cannot be written, or it does not match the project.
    """
    data = document(content)
    verify(data, content, expected, path.name)
    deliver(path, data)
