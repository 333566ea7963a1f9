"""What an exporter is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gui.document.errors import Message
from gui.document.project import Snapshot


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the file, and what the user should know about it."""

    path: Path
    warnings: tuple[Message, ...] = ()


class Exporter(Protocol):
    """Writes a project as one file: whole or not at all."""

    name: str
    """Short and stable: the command line's ``--layout`` for documents, else the format."""

    label: Message
    """The name on screen."""

    suffix: str
    """The file ending, with its dot."""

    def export(self, snapshot: Snapshot, path: Path) -> ExportReport:
        """Write ``path`` atomically and verify it.

        Raises:
            ExportError: it cannot be written, or what was written does not match the project.
        """
        ...
