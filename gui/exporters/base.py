"""What an exporter is, and what may be chosen for a document."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from gui.document.errors import Message
from gui.document.project import Snapshot


class FootNotes(StrEnum):
    """How the foot-notes of a release stand in a document."""

    REAL = "real"
    """At the foot of the page, with Word's own reference in place of the star."""

    TEXT = "text"
    """As paragraphs where the release has them, star included."""


class Choice(StrEnum):
    """What a user can choose for a document. An exporter names those that it heeds."""

    DRAFT = "draft"
    COMMENTS = "comments"
    FOOTNOTES = "footnotes"
    LETTERHEAD = "letterhead"
    TEMPLATE = "template"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above a release. Without organisation and logo there is none; ``logo`` is a PNG or JPEG."""

    organisation: str = ""
    kind: str = ""
    logo: Path | None = None

    def __bool__(self) -> bool:
        return bool(self.organisation.strip() or self.logo)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What was chosen for a document; a layout ignores what it has no use for.

    ``comments`` is ``None`` for what is usual in the layout: none in a document that goes out, all in one that comes
    back. ``template`` is a Word file whose styles and page decide the look. ``against`` is the key of the version that
    changes are tracked from, ``None`` for the latest; ``author`` signs changes that nobody has signed.
    """

    draft: bool = False
    comments: bool | None = None
    footnotes: FootNotes = FootNotes.REAL
    letterhead: Letterhead = field(default_factory=Letterhead)
    template: Path | None = None
    against: str | None = None
    author: str = ""


USUAL = ExportOptions()


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

    tag: str
    """What a proposed file name ends with, such as ``EN``."""

    heeds: frozenset[Choice]
    """The choices that change something in this layout."""

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """Write ``path`` atomically and verify it.

        Raises:
            ExportError: it cannot be written, or what was written does not match the project.
        """
        ...
