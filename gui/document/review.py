"""What colleagues leave in a project: comments, signatures and versions."""

from dataclasses import dataclass
from datetime import datetime

from gui.document.segment import Segment


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment. ``at`` is in UTC."""

    text: str
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a segment, or on words of its English.

    ``key`` is unique in the project and never used again. ``quote`` are the words it is about, empty for the whole
    segment, and ``start`` where they stood when it was written; ``at`` is in UTC.
    """

    key: str
    segment: str
    text: str
    author: str = ""
    at: datetime | None = None
    quote: str = ""
    start: int = 0
    replies: tuple[Reply, ...] = ()
    resolved: bool = False

    def span(self, target: str) -> tuple[int, int] | None:
        """Where the words stand in the English by now: the place nearest to the old one; ``None`` if they are gone."""
        if not self.quote:
            return None
        places = _places(target, self.quote)
        start = min(places, key=lambda place: abs(place - self.start), default=None)
        return None if start is None else (start, start + len(self.quote))


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class Layout:
    """The segments that a unit had in a version."""

    unit: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """All segments as they were once.

    ``automatic`` ones are kept by the program: what the machine drafted, what stood there before corrections came in.
    """

    key: str
    name: str
    author: str = ""
    at: datetime | None = None
    automatic: bool = False
    layouts: tuple[Layout, ...] = ()
