"""What every reader hands to the recogniser of structure: lines and tables as they stand in the file, in order.

Nothing here knows of Markdown, Word or Hangul: a reader says how a line is set apart from the one before it, what the
markup calls it, and which parts are bold; what the line *is* in a release is for :mod:`gui.readers.structure`.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from gui.document.release import Cell
from gui.document.richtext import RichText


class Gap(Enum):
    """How a line is set apart from the one before it."""

    PARAGRAPH = auto()
    """It begins a paragraph: a blank line stands before it, or the markup says so."""

    BREAK = auto()
    """Its writer asked for a new line within the paragraph."""

    WRAP = auto()
    """It goes on with the line before; only the width of the page parted them."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of text, never blank. Leading spaces are kept: the depth of a bullet is read from them.

    ``heading`` is the level that markup gives it, 0 for none. ``number`` is its line in the file from 1, 0 if the
    format has no lines. ``page_start`` is true where the file itself says that a page begins here.
    """

    text: RichText
    gap: Gap = Gap.PARAGRAPH
    heading: int = 0
    number: int = 0
    page_start: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table whose items carry their bullets in the text. ``number`` is its first line in the file, 0 for none."""

    rows: tuple[tuple[Cell, ...], ...]
    number: int = 0


Raw: TypeAlias = RawLine | RawTable
