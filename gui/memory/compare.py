"""Where the sources of a segment and of a match differ, word by word, figures as wholes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from gui.language.amounts import Quantity
from gui.language.korean_numbers import korean_quantities
from gui.language.width import fold
from gui.memory.base import Differences, Span

_WORD = re.compile(r"[가-힣]+|[^\W_가-힣]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a figure with its unit."""

    start: int
    end: int
    text: str
    quantity: Quantity | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What two tokens share that stand for one another: figures their kind and unit, words all letters."""
        if self.quantity is None:
            return (self.text,)
        return ("figure", self.quantity.kind, self.quantity.unit)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that stand in the same place and say something else."""

    segment: Quantity
    match: Quantity


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sources side by side.

    Attributes:
        segment: the Korean of the segment.
        match: the Korean of the match.
        differences: the words that differ.
        figures: figures in the same place with other values.
        blocks: the runs of other words, as a span of either; one of them may be empty.
        loose: whether a figure stands in one of the sources alone.
    """

    segment: str
    match: str
    differences: Differences
    figures: tuple[Pair, ...]
    blocks: tuple[tuple[Span, Span], ...]
    loose: bool


def compare(segment: str, match: str, on: date | None = None) -> Comparison:
    """Compare the source of a segment with that of a match; ``on`` is the date of the segment's release."""
    mine, theirs = tokens(segment, on), tokens(match, None)
    steps = SequenceMatcher(None, [one.key for one in theirs], [one.key for one in mine], autojunk=False).get_opcodes()
    figures: list[Pair] = []
    blocks: list[tuple[Span, Span]] = []
    changed_mine, changed_theirs = list[Token](), list[Token]()
    for kind, first, last, start, end in steps:
        if kind == "equal":
            pairs = [(a, b) for a, b in zip(theirs[first:last], mine[start:end], strict=True) if _differ(a, b)]
            figures += [Pair(b.quantity, a.quantity) for a, b in pairs if a.quantity and b.quantity]
            changed_theirs += [a for a, _ in pairs]
            changed_mine += [b for _, b in pairs]
        else:
            blocks.append((_span(mine, start, end), _span(theirs, first, last)))
            changed_theirs += theirs[first:last]
            changed_mine += mine[start:end]
    loose = any(one.quantity for one in (*changed_mine, *changed_theirs)) and _loose(blocks, mine, theirs)
    differences = Differences(_joined(segment, changed_mine), _joined(match, changed_theirs))
    return Comparison(segment, match, differences, tuple(figures), tuple(blocks), loose)


def tokens(text: str, on: date | None) -> list[Token]:
    """The words, marks and figures of a text in order."""
    folded = fold(text).casefold()
    found: list[Token] = []
    position = 0
    for quantity in korean_quantities(text, on):
        if quantity.start >= position and not quantity.optional:
            found += _words(folded, position, quantity.start)
            found.append(Token(quantity.start, quantity.end, folded[quantity.start : quantity.end], quantity))
            position = quantity.end
    return [*found, *_words(folded, position, len(folded))]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for word in _WORD.finditer(text, start, end):
        yield Token(word.start(), word.end(), word[0])


def _differ(one: Token, other: Token) -> bool:
    """Figures by what they say, 4건 and 4 건 being the same."""
    return "".join(one.text.split()) != "".join(other.text.split())


def _span(found: Sequence[Token], start: int, end: int) -> Span:
    if start == end:
        at = found[start].start if start < len(found) else found[-1].end if found else 0
        return at, at
    return found[start].start, found[end - 1].end


def _loose(blocks: Iterable[tuple[Span, Span]], mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return any(
        one.quantity and span[0] <= one.start < span[1]
        for block in blocks
        for span, side in zip(block, (mine, theirs), strict=True)
        for one in side
    )


def _joined(text: str, changed: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of tokens, neighbours with nothing but space between them in one."""
    spans: list[Span] = []
    for one in sorted(changed, key=lambda one: one.start):
        if spans and not text[spans[-1][1] : one.start].strip():
            spans[-1] = spans[-1][0], one.end
        else:
            spans.append((one.start, one.end))
    return tuple(spans)
