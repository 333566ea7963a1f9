"""Two wordings of a text compared word by word, figures as wholes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\s|.", re.DOTALL)
_MOST = 4_000_000
"""Pairs of words that are compared; a longer stretch counts as replaced in one."""

_Step = tuple[str, int, int, int, int]


class Kind(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of either wording; ``old`` and ``new`` are where it stands there in characters, or would stand."""

    kind: Kind
    text: str
    old: tuple[int, int]
    new: tuple[int, int]


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both wordings in order, what is deleted before what stands in its place.

    White space alone between two changes belongs to them: one change of two words reads better than two of one.
    """
    mine, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    before, after = _offsets(mine), _offsets(theirs)
    pieces: list[Piece] = []
    for kind, a, b, c, d in _joined(list(_steps(mine, theirs)), mine):
        spans = (before[a], before[b]), (after[c], after[d])
        if kind == "equal":
            pieces.append(Piece(Kind.SAME, old[slice(*spans[0])], *spans))
            continue
        if a < b:
            pieces.append(Piece(Kind.DELETED, old[slice(*spans[0])], spans[0], (spans[1][0], spans[1][0])))
        if c < d:
            pieces.append(Piece(Kind.INSERTED, new[slice(*spans[1])], (spans[0][1], spans[0][1]), spans[1]))
    return tuple(pieces)


def _offsets(tokens: list[str]) -> list[int]:
    found = [0]
    for token in tokens:
        found.append(found[-1] + len(token))
    return found


def _steps(mine: list[str], theirs: list[str]) -> Iterator[_Step]:
    """The steps from one list to the other; what is the same at either end is not searched."""
    least = min(len(mine), len(theirs))
    head = next((at for at in range(least) if mine[at] != theirs[at]), least)
    tail = next((at for at in range(least - head) if mine[-1 - at] != theirs[-1 - at]), least - head)
    if head:
        yield "equal", 0, head, 0, head
    end, finish = len(mine) - tail, len(theirs) - tail
    if (end - head) * (finish - head) > _MOST:
        yield "replace", head, end, head, finish
    elif end > head or finish > head:
        matcher = SequenceMatcher(None, mine[head:end], theirs[head:finish], autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            yield kind, a + head, b + head, c + head, d + head
    if tail:
        yield "equal", end, len(mine), finish, len(theirs)


def _joined(steps: list[_Step], mine: list[str]) -> Iterator[_Step]:
    """Steps with changes that only white space keeps apart made one."""
    waiting: _Step | None = None
    for number, step in enumerate(steps):
        kind, a, b, c, d = step
        between = 0 < number < len(steps) - 1 and not "".join(mine[a:b]).strip()
        if kind == "equal" and not between:
            if waiting is not None:
                yield waiting
                waiting = None
            yield step
        else:
            waiting = ("replace", a, b, c, d) if waiting is None else ("replace", waiting[1], b, waiting[3], d)
    if waiting is not None:
        yield waiting
