"""What every reader hands to the recogniser of structure: lines, tables, pictures as they stand in the file, in order.

Nothing here knows of Markdown, Word or Hangul: a reader says how a line is set apart from the one before it, what the
markup calls it, how it looks on the page, and which parts are bold; what the line *is* in a release is for
:mod:`gui.readers.structure`.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from gui.document.errors import Message
from gui.document.release import Cell
from gui.document.richtext import RichText


class Gap(Enum):
    """How a line is set apart from the one before it."""

    PAGE = auto()
    """Its writer began a page with it: it never goes on with what stands before."""

    PARAGRAPH = auto()
    """It begins a paragraph: a blank line stands before it, or the markup says so."""

    BREAK = auto()
    """Its writer asked for a new line within the paragraph."""

    WRAP = auto()
    """It goes on with the line before; only the width of the page parted them."""


class Role(Enum):
    """What the format itself says a line is, where it can say so."""

    FOOTNOTE = auto()
    """The text of a real foot-note or end-note; it follows the paragraph that refers to it, mark (``1) ``) first."""

    CAPTION = auto()
    """The caption of a table or picture."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of text, never blank. Leading spaces are kept: the depth of a bullet is read from them.

    ``heading`` is the level that markup gives it, 0 for none. ``number`` is its line in the file from 1, 0 if the
    format has no lines. ``page_start`` is true where a printed page begins, which may tear a paragraph. ``size`` is the
    size of most of its letters in points, 0 where the format does not tell. ``box`` numbers the drawn box (a frame, a
    text box) that the line stands in, from 1 in the order of the file; 0 for a line of the page itself. ``depth`` is
    its level from 1 in a list whose bullets or numbers the format sets by itself, 0 outside of such lists.
    """

    text: RichText
    gap: Gap = Gap.PARAGRAPH
    heading: int = 0
    number: int = 0
    page_start: bool = False
    size: float = 0.0
    centred: bool = False
    box: int = 0
    role: Role | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table whose items carry their bullets in the text. ``number`` is its first line in the file, 0 for none.

    ``size`` is the size of its largest letters in points, 0 where the format does not tell.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: int = 0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class RawPicture:
    """A picture, ``width`` × ``height`` in millimetres (0 where unknown). Its caption is a line of its own."""

    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class RawAside:
    """Text that the format itself marks as no part of the body (header, footer, page number, hidden), and why."""

    text: str
    reason: Message


Raw: TypeAlias = RawLine | RawTable | RawPicture | RawAside
