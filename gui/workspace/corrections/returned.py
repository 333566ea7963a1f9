"""What stands in a Word document that came back, before it is known what it means. Plain data: it crosses processes."""

from dataclasses import dataclass, field
from datetime import datetime

from gui.document.review import Reply


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made a tracked change, and when as far as Word tells; it writes local time without saying so."""

    author: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment is fixed in a text: its number in the document, and the words from ``start`` to ``end``."""

    comment: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A comment of the document with its answers; ``mark`` is the identity of its last paragraph, if it has one."""

    text: str
    author: str = ""
    at: datetime | None = None
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or the content of a cell, as it reads once all tracked changes are accepted.

    Attributes:
        text: its text; paragraphs and line breaks end in a line feed.
        hands: who changed it while changes were tracked, each once.
        anchors: the comments on it.
        objects: how many pictures, text boxes and notes stand in it, which a segment cannot hold.
        merged: whether the cell is part of one that was merged with its neighbours.
        in_table: whether it stands in a table.
    """

    text: str
    hands: tuple[Hand, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    objects: int = 0
    merged: bool = False
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        cells: from left to right.
        links: the keys that its links carry, each once.
        bookmarks: the keys that its bookmarks carry.
        struck: who deleted the row while changes were tracked.
    """

    cells: tuple[Passage, ...]
    links: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    struck: Hand | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A document that came back.

    Attributes:
        name: its file name.
        project: the project that it says it is of, empty if it does not say.
        version: the key of the version that it says went out.
        editor: who saved it last.
        rows: those of all tables, in order.
        heads: the paragraphs of the page headers.
        passages: those of the body, cells row by row, then those of foot-notes.
        notes: the comments by number.
    """

    name: str
    project: str = ""
    version: str = ""
    editor: str = ""
    rows: tuple[Row, ...] = ()
    heads: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: dict[str, Note] = field(default_factory=dict)
