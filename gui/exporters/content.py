"""What goes into a document, before any XML: runs, paragraphs, tables. Plain data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from gui.document.richtext import RichText, Style

PLAIN: frozenset[Style] = frozenset()


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``style`` is a style id of :mod:`gui.exporters.styles`; ``bookmark`` a name to find it by."""

    style: str
    runs: tuple[Run, ...] = ()
    new_page: bool = False
    bookmark: str = ""

    @property
    def text(self) -> str:
        """All text of the paragraph."""
        return "".join(run.text for run in self.runs)


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


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells that fill the grid. ``weights`` share out the text width among the columns."""

    rows: tuple[tuple[GridCell, ...], ...]
    weights: tuple[float, ...]
    header_rows: int = 0


Item: TypeAlias = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document: its title property, what every page's header says, and the body.

    ``properties`` are names and values that no page shows, in Word's custom properties.
    """

    title: str
    header: tuple[Paragraph, ...]
    body: tuple[Item, ...]
    properties: tuple[tuple[str, str], ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, the header first, cells row by row."""
        yield from self.header
        for item in self.body:
            if isinstance(item, Paragraph):
                yield item
            else:
                yield from _in_cells(item)


def _in_cells(grid: Grid) -> Iterator[Paragraph]:
    for row in grid.rows:
        for cell in row:
            yield from cell.paragraphs


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
