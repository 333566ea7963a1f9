"""Aligns a Korean release with its published English, segment by segment.

Dynamic programming over both texts as in Gale and Church (1993): a step takes 0 to 3 segments of either side, and costs
the less the better their lengths fit and the more rare anchors (:mod:`gui.memory.anchors`) they share. How sure a step
is comes from all alignments there are (forward and backward sums), not from the best one alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.memory.anchors import Anchor, Anchors, anchors

_STEPS = {
    (1, 1): 0.73, (1, 2): 0.06, (2, 1): 0.06, (1, 3): 0.01, (3, 1): 0.01, (2, 2): 0.01, (1, 0): 0.06, (0, 1): 0.06,
}  # fmt: skip
"""How often a translator makes so many English sentences of so many Korean ones."""

_VARIANCE = 16.0
"""Of the difference in length, for each character of Korean: more than between languages of one family (6.8)."""

_WORST_LENGTH = 12.0
_LEFT_OUT = 0.35
"""A figure that the other side has not costs this share of what it brings if it has."""

_BAND = 40
_BAND_SHARE = 0.3
"""Segments are looked for this far from the diagonal: so many, or this share of the longer text."""

_COUNTING = frozenset({"figure", "month", "day", "year"})
"""Kinds of anchors whose absence tells something: Latin words are all over the English, terms have other forms."""

_NOTHING: frozenset[Anchor] = frozenset()
_NEVER = -math.inf

Step = tuple[int, int]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments that translate one another.

    Attributes:
        korean: the first segment and the one after the last, counted from 0.
        english: the same of the English; where either is empty, the other was left out or added.
        confidence: how sure that is, 0 to 1.
    """

    korean: tuple[int, int]
    english: tuple[int, int]
    confidence: float

    @property
    def is_pair(self) -> bool:
        """Whether it has both sides."""
        return self.korean[0] < self.korean[1] and self.english[0] < self.english[1]


def align(korean: Sequence[str], english: Sequence[str]) -> tuple[Bead, ...]:
    """The best alignment of two texts; its beads take every segment of both once, in order."""
    return _Aligner(korean, english).beads() if korean or english else ()


class _Aligner:
    """The tables of one alignment. Places count the segments taken of either side."""

    def __init__(self, korean: Sequence[str], english: Sequence[str]) -> None:
        self._size = len(korean), len(english)
        self._anchors: Anchors = anchors(korean, english)
        self._lengths = [len(text) for text in korean], [len(text) for text in english]
        totals = [max(sum(lengths), 1) for lengths in self._lengths]
        self._ratio = totals[1] / totals[0] if korean and english else 1.0
        self._edges: dict[Place, list[tuple[Place, float]]] = {}
        for place in self._places():
            self._edges[place] = [(end, self._score(place, end)) for end in self._ends(place)]

    def beads(self) -> tuple[Bead, ...]:
        """The steps of the best path."""
        forward, back = self._forward()
        total = forward[self._size]
        backward = self._backward()
        path: list[Bead] = []
        place = self._size
        while place != (0, 0):
            start, score = back[place]
            confidence = math.exp(min(forward[start] + score + backward[place] - total, 0.0))
            path.append(Bead((start[0], place[0]), (start[1], place[1]), confidence))
            place = start
        return tuple(reversed(path))

    def _places(self) -> Iterator[Place]:
        rows, columns = self._size
        width = max(_BAND, int(max(rows, columns) * _BAND_SHARE))
        for row in range(rows + 1):
            middle = row * columns // rows if rows else 0
            low, high = (0, columns) if not rows else (max(0, middle - width), min(columns, middle + width))
            yield from ((row, column) for column in range(low, high + 1))

    def _ends(self, place: Place) -> Iterator[Place]:
        rows, columns = self._size
        for down, right in _STEPS:
            if place[0] + down <= rows and place[1] + right <= columns:
                yield place[0] + down, place[1] + right

    def _score(self, start: Place, end: Place) -> float:
        """The logarithm of how likely a step is."""
        step = end[0] - start[0], end[1] - start[1]
        mine = _NOTHING.union(*self._anchors.korean[start[0] : end[0]])
        theirs = _NOTHING.union(*self._anchors.english[start[1] : end[1]])
        shared = self._anchors.weight(mine & theirs)
        left_out = self._anchors.weight(anchor for anchor in mine ^ theirs if anchor[0] in _COUNTING)
        return math.log(_STEPS[step]) + shared - _LEFT_OUT * left_out - self._length_cost(start, end, step)

    def _length_cost(self, start: Place, end: Place, step: Step) -> float:
        if 0 in step:
            return 0.0
        korean = sum(self._lengths[0][start[0] : end[0]])
        english = sum(self._lengths[1][start[1] : end[1]])
        expected = max(korean * self._ratio, 1.0)
        deviation = abs(english - expected) / math.sqrt(_VARIANCE * expected)
        return min(-math.log(max(math.erfc(deviation / math.sqrt(2)), 1e-9)), _WORST_LENGTH)

    def _forward(self) -> tuple[dict[Place, float], dict[Place, tuple[Place, float]]]:
        """The summed likelihood of all ways to each place, and the last step of the best one."""
        sums: dict[Place, float] = {(0, 0): 0.0}
        best: dict[Place, float] = {(0, 0): 0.0}
        back: dict[Place, tuple[Place, float]] = {}
        for place, edges in self._edges.items():
            if place not in best:
                continue
            for end, score in edges:
                sums[end] = _added(sums.get(end, _NEVER), sums[place] + score)
                if best[place] + score > best.get(end, _NEVER):
                    best[end], back[end] = best[place] + score, (place, score)
        return sums, back

    def _backward(self) -> dict[Place, float]:
        """The summed likelihood of all ways from each place to the end."""
        sums: dict[Place, float] = {self._size: 0.0}
        for place in reversed(self._edges):
            for end, score in self._edges[place]:
                if end in sums:
                    sums[place] = _added(sums.get(place, _NEVER), score + sums[end])
        return sums


def _added(first: float, second: float) -> float:
    """The logarithm of the sum of two likelihoods given as logarithms."""
    high, low = max(first, second), min(first, second)
    return high if low == _NEVER else high + math.log1p(math.exp(low - high))
