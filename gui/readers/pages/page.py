"""What stands on a page of a PDF: glyphs, ruled lines, painted areas and pictures, in points from the lower left."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple


class Hidden(Enum):
    """Why a glyph cannot be seen on the page."""

    INVISIBLE = auto()
    WHITE = auto()
    OFF_PAGE = auto()
    STRAY = auto()


class Box(NamedTuple):
    """A rectangle on the page, ``y0`` below ``y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def around(self, other: "Box", slack: float = 1.0) -> bool:
        """Whether ``other`` lies inside, give or take ``slack``."""
        return (
            self.x0 - slack <= other.x0
            and other.x1 <= self.x1 + slack
            and self.y0 - slack <= other.y0
            and other.y1 <= self.y1 + slack
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: from ``x0`` to ``x1`` on the baseline ``y``, its font ``size`` in points.

    ``space_before`` and ``space_after`` are true where the text layer itself has a space beside it, ``gap_before``
    where PDFium takes the white before the letter for one.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    space_before: bool = False
    space_after: bool = False
    gap_before: bool = False
    hidden: Hidden | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the letter."""
        return (self.x0 + self.x1) / 2, self.y + self.size * 0.3


@dataclass(slots=True)
class Page:
    """All that is drawn on a page.

    ``blanks`` are the places of spaces drawn on their own, ``doubles`` letters drawn a second time, ``rules`` flat
    boxes, ``areas`` what is painted in another colour than white.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    blanks: list[tuple[float, float]] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    doubles: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


class Upright:
    """Brings coordinates of the file to those of the page as it is looked at: turned, its corner at 0, 0."""

    def __init__(self, crop: tuple[float, float, float, float], rotation: int) -> None:
        self._crop = crop
        self._rotation = rotation % 360
        width, height = crop[2] - crop[0], crop[3] - crop[1]
        self._span = (width, height)
        self.size = (height, width) if self._rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file on the upright page."""
        x, y = x - self._crop[0], y - self._crop[1]
        width, height = self._span
        return {90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}.get(self._rotation, (x, y))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file on the upright page."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
