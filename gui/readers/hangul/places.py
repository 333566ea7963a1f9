"""Where objects stand on the page: an object that floats may be printed above or below the place where it is anchored.

Positions are in units of 1/7200 inch. Where the lines of text stand is known from what Hangul kept of its last layout
(``lineseg``); where that is missing, the order of the file stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from gui.readers.hangul.looks import child, children, whole
from gui.readers.raw import Raw

_APART = frozenset({"TOP_AND_BOTTOM", "SQUARE"})
"""Ways of wrapping in which no text runs over or under the object."""

_OVERFLOW = 1 << 31
"""Positions above the page are written as unsigned numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object stands: in the line like a letter, or ``top`` below its paragraph, page or paper."""

    inline: bool
    relative: str
    top: int
    height: int

    @property
    def to_paragraph(self) -> bool:
        """Whether it floats beside or below its paragraph."""
        return not self.inline and self.relative == "PARA"

    @property
    def to_page(self) -> bool:
        """Whether it has its place on the page, wherever its paragraph stands."""
        return not self.inline and self.relative in ("PAGE", "PAPER")


def place(element: etree._Element) -> Place:
    """The place of an object; ``relative`` is empty where its position tells nothing about the order of reading."""
    position, size = child(element, "pos"), child(element, "sz")
    told = position is not None and position.get("vertAlign") == "TOP" and element.get("textWrap") in _APART
    relative = position.get("vertRelTo", "") if position is not None and told else ""
    top = whole(position, "vertOffset")
    return Place(whole(position, "treatAsChar") == 1, relative, 0 if top >= _OVERFLOW else top, whole(size, "height"))


def lines_height(paragraph: etree._Element) -> int | None:
    """The height that the lines of a paragraph take, ``None`` where unknown or where a page ends between them."""
    lines = _lines(paragraph)
    tops = [whole(line, "vertpos") for line in lines]
    if not lines or tops != sorted(tops):
        return None
    return tops[-1] + whole(lines[-1], "vertsize") - tops[0]


def downwards(floats: list[tuple[Place, list[Raw]]]) -> Iterator[Raw]:
    """The floats of a paragraph from top to bottom; in the order of the file if any two stand side by side."""
    ordered = sorted(floats, key=lambda each: each[0].top)
    apart = all(above.top + above.height <= below.top for (above, _), (below, _) in pairwise(ordered))
    return (raw for _, raws in (ordered if apart else floats) for raw in raws)


@dataclass(slots=True)
class Flow:
    """The paragraphs of a section in order; puts what has a fixed place on the page among them."""

    _bodies: list[tuple[int, int, list[Raw]]] = field(default_factory=list)
    _fixed: list[tuple[int, int, list[Raw]]] = field(default_factory=list)
    _body_top: int = 0
    _columns: bool = False

    def add(self, paragraph: etree._Element, raws: list[Raw], fixed: list[tuple[Place, list[Raw]]]) -> None:
        """A paragraph with its raws, and the objects anchored in it that have their place on the page."""
        self._look_at_layout(paragraph)
        page, last = (self._bodies[-1][0], self._bodies[-1][1]) if self._bodies else (0, 0)
        lines = _lines(paragraph)
        top = whole(lines[0], "vertpos") if lines else last
        page += top < last or paragraph.get("pageBreak") == "1"
        unsure = self._columns or not lines
        self._bodies.append((page, top, [*raws, *(raw for _, inner in fixed if unsure for raw in inner)]))
        if not unsure:
            paper = self._body_top
            self._fixed += [
                (page, spot.top - (paper if spot.relative == "PAPER" else 0), inner) for spot, inner in fixed
            ]

    def raws(self) -> Iterator[list[Raw]]:
        """The raws of each paragraph, what is printed above it in front."""
        for page, top, raws in self._bodies:
            above = [each for each in self._fixed if each[:2] <= (page, top)]
            self._fixed = [each for each in self._fixed if each[:2] > (page, top)]
            yield [*(raw for _, _, inner in sorted(above, key=lambda each: each[:2]) for raw in inner), *raws]
        yield [raw for _, _, inner in self._fixed for raw in inner]

    def _look_at_layout(self, paragraph: etree._Element) -> None:
        for settings in paragraph.iter("{*}secPr"):
            margin = next(settings.iter("{*}margin"), None)
            self._body_top = whole(margin, "top") + whole(margin, "header")
        self._columns |= any(whole(columns, "colCount", 1) > 1 for columns in paragraph.iter("{*}colPr"))


def _lines(paragraph: etree._Element) -> list[etree._Element]:
    return [line for lines in children(paragraph, "linesegarray") for line in children(lines, "lineseg")]
