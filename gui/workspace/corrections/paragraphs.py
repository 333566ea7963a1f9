"""Pairs the paragraphs that went out with those that came back, in order."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LEAST, _SURE = 0.25, 0.4
"""Likeness from which on one paragraph may be the other, corrected, and from which on it is. Measured on words: two
English sentences with nothing in common share half their letters, but hardly a word in order."""

_ALIKE_LETTERS = 0.75
"""The same for letters, which tell of words misspelt in a cell of one or two words."""

_MOST = 250_000
"""Pairs of paragraphs that are compared; in a longer stretch only those about as far down on both sides."""

_BAND = 0.1

Pair = tuple[int, int, bool]
"""Places of a paragraph that went out and of the one that came back, and whether only its place speaks for it."""


def paired(sent: Sequence[str], returned: Sequence[str]) -> list[Pair]:
    """The best pairs in order; equal paragraphs first, then the likest between them.

    A paragraph between two equal ones on both sides is the same one, however it was rewritten. One that was moved
    unchanged is found last.
    """
    pairs: list[Pair] = []
    for kind, a, b, c, d in SequenceMatcher(None, sent, returned, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += [(a + step, c + step, False) for step in range(b - a)]
        elif kind == "replace":
            found = [(a + one, c + other, doubtful) for one, other, doubtful in _alike(sent[a:b], returned[c:d])]
            pairs += found or ([(a, c, True)] if b - a == d - c == 1 else [])
    return sorted([*pairs, *_moved(sent, returned, pairs)])


def _moved(sent: Sequence[str], returned: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Pair]:
    taken, given = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    left: dict[str, list[int]] = {}
    for place, text in enumerate(returned):
        if place not in given:
            left.setdefault(text, []).append(place)
    for place, text in enumerate(sent):
        if place not in taken and left.get(text):
            yield place, left[text].pop(0), False


def _alike(sent: Sequence[str], returned: Sequence[str]) -> Iterator[Pair]:
    """The pairs in order whose likeness is greatest in sum (dynamic programming)."""
    likeness = _likeness(sent, returned)
    rows, columns = len(sent), len(returned)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            with_it = likeness.get((row, column), -1.0) - _LEAST + best[row + 1][column + 1]
            best[row][column] = max(best[row + 1][column], best[row][column + 1], with_it)
    row = column = 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield row, column, likeness[row, column] < _SURE
            row, column = row + 1, column + 1


def _likeness(sent: Sequence[str], returned: Sequence[str]) -> dict[tuple[int, int], float]:
    """How alike two paragraphs are, 0 to 1, as far as they may be the same."""
    from rapidfuzz.distance import Indel  # not needed to open a window

    rows, columns = len(sent), len(returned)
    far = rows * columns > _MOST
    words = [text.casefold().split() for text in returned]
    found = {}
    for row, one in enumerate(sent):
        mine = one.casefold().split()
        for column, other in enumerate(returned):
            if far and abs(row / rows - column / columns) > _BAND:
                continue
            value = Indel.normalized_similarity(mine, words[column])
            if value < _SURE:
                value = max(value, Indel.normalized_similarity(one, other, score_cutoff=_ALIKE_LETTERS))
            if value > _LEAST:
                found[row, column] = value
    return found
