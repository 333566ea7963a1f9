"""What goes into a document, before any XML: runs, paragraphs, tables. Plain data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from gui.document.richtext import RichText, Style

PLAIN: frozenset[Style] = frozenset()


class Turn(StrEnum):
    """What a tracked change does. The value is the name of its element."""

    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what it does, whose it is, and when (UTC)."""

    turn: Turn
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line: the file's bytes and ending, and its size on the page in EMU (1/914400 inch)."""

    data: bytes
    suffix: str
    width: int
    height: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """What few runs have.

    ``note`` is the number of the foot-note whose reference stands in place of the run's text, ``remarks`` the numbers
    of the comments on it.
    """

    note: int = 0
    remarks: tuple[int, ...] = ()
    change: Change | None = None
    picture: Picture | None = None


UNMARKED = Marking()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look. ``key`` names the segment that it shows, empty for words of our own.

    ``link`` is the bookmark that a click on it goes to.
    """

    text: str
    key: str = ""
    styles: frozenset[Style] = PLAIN
    character_style: str = ""
    link: str = ""
    marking: Marking | None = None

    @property
    def is_deleted(self) -> bool:
        """Whether the text is gone once the tracked changes are accepted."""
        change = self.marking.change if self.marking else None
        return change is not None and change.turn is Turn.DELETED


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``style`` is a style id of :mod:`gui.exporters.styles`; ``bookmark`` a name to find it by.

    ``change`` tells that the paragraph itself is new or gone, as opposed to words in it.
    """

    style: str
    runs: tuple[Run, ...] = ()
    new_page: bool = False
    bookmark: str = ""
    change: Change | None = None

    @property
    def text(self) -> str:
        """All text of the paragraph as it reads with tracked changes accepted, stars of foot-notes included."""
        return "".join(run.text for run in self.runs if run.marking is None or not run.is_deleted)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on a full grid: merged cells stand in every row they cover, ``continues`` in all but the first.

    ``fill`` is a background colour in hexadecimal RGB, empty for none.
    """

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1
    continues: bool = False
    fill: str = ""

    @property
    def merged_down(self) -> bool:
        """Whether the cell is part of one that spans rows."""
        return self.rows > 1 or self.continues


GridRow: TypeAlias = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells that fill the grid. ``weights`` share out the text width among the columns.

    A table without rules (``ruled``) only lays text out, and its rows may break across pages. ``changes`` has an entry
    for each row where rows came or went, and is empty otherwise.
    """

    rows: tuple[GridRow, ...]
    weights: tuple[float, ...]
    header_rows: int = 0
    ruled: bool = True
    changes: tuple[Change | None, ...] = ()


Item: TypeAlias = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in a document, or the answer to one, whose number is ``answers``.

    ``key`` is the same at each export of the same comment.
    """

    key: str
    text: str
    author: str = ""
    at: datetime | None = None
    answers: int | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document: its title property, what every page's header says, and the body.

    ``properties`` are names and values that no page shows, in Word's custom properties.
    ``notes`` are the foot-notes by their number less one, ``remarks`` the comments by their number.
    """

    title: str
    header: tuple[Paragraph, ...]
    body: tuple[Item, ...]
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[Paragraph, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs: the header, the body with cells row by row, the foot-notes."""
        yield from self.header
        yield from paragraphs_of(self.body)
        yield from self.notes


def paragraphs_of(items: Iterable[Item]) -> Iterator[Paragraph]:
    """All paragraphs, cells row by row."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (paragraph for row in item.rows for cell in row for paragraph in cell.paragraphs)


def mapped(items: Iterable[Item], change: Callable[[Paragraph], Paragraph]) -> tuple[Item, ...]:
    """The same items with each paragraph replaced, called in order."""
    return tuple(change(item) if isinstance(item, Paragraph) else _mapped_grid(item, change) for item in items)


def _mapped_grid(grid: Grid, change: Callable[[Paragraph], Paragraph]) -> Grid:
    def cell(before: GridCell) -> GridCell:
        return replace(before, paragraphs=tuple(map(change, before.paragraphs)))

    return replace(grid, rows=tuple(tuple(map(cell, row)) for row in grid.rows))


def spaced(sentences: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
    """The runs of several sentences with a space between every two sentences."""
    result: list[Run] = []
    for sentence in sentences:
        if result:
            result.append(_SPACE)
        result += sentence
    return tuple(result)


_SPACE = Run(" ")


def styles_over(text: RichText) -> frozenset[Style]:
    """The styles that cover the whole text: those that its translation can take over without guessing."""
    return frozenset(style for style in Style if text.covered_by(style)) if text.marks else PLAIN
