"""The difference of two documents as tracked changes, word by word.

Blocks are told by their unit, rows of a table by the segments in them, so that a row that moved is shown as moved and
not as rewritten. What comes out reads like the new document once the changes are accepted, like the old one once they
are rejected.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import zip_longest

from gui.exporters.content import UNMARKED, Change, Grid, GridCell, GridRow, Item, Paragraph, Run, Turn

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONG = 4000
"""Words of a paragraph beyond which frequent ones no longer count as the same: comparing all takes too long."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose changes they are, and when they were made (UTC)."""

    author: str
    at: datetime

    def change(self, turn: Turn) -> Change:
        """A change of theirs."""
        return Change(turn, self.author, self.at)


def items(old: Sequence[Item], new: Sequence[Item], by: Signature) -> Iterator[Item]:
    """The items of one block with what changed between ``old`` and ``new``."""
    for before, after in zip_longest(old, new):
        if isinstance(before, Grid) and isinstance(after, Grid):
            yield _grid(before, after, by)
        elif isinstance(before, Paragraph) and isinstance(after, Paragraph):
            yield paragraph(before, after, by)
        else:
            yield from (
                _whole(item, by, turn) for item, turn in ((before, Turn.DELETED), (after, Turn.INSERTED)) if item
            )


def paragraph(old: Paragraph, new: Paragraph, by: Signature) -> Paragraph:
    """The new paragraph with the words that came and went."""
    if old.text == new.text:
        return new
    return replace(new, runs=tuple(_runs(old.runs, new.runs, by)))


def _whole(item: Item, by: Signature, turn: Turn) -> Item:
    """An item that is new or gone."""
    change = by.change(turn)
    if isinstance(item, Paragraph):
        return replace(item, runs=_turned(item.runs, change), change=change)
    return replace(item, rows=tuple(_row(row, change) for row in item.rows), changes=(change,) * len(item.rows))


def _turned(runs: Sequence[Run], change: Change) -> tuple[Run, ...]:
    """Runs that all came or went; what went shows no segment any more."""
    gone = change.turn is Turn.DELETED
    return tuple(
        replace(run, key="" if gone else run.key, marking=replace(run.marking or UNMARKED, change=change))
        for run in runs
    )


# -- words

_Token = tuple[str, Run]


def _runs(old: Sequence[Run], new: Sequence[Run], by: Signature) -> Iterator[Run]:
    before, after = _tokens(old), _tokens(new)
    for same, (left, right), (start, end) in _stretches([text for text, _ in before], [text for text, _ in after]):
        if same:
            yield from _joined(after[start:end])
        else:
            yield from _turned(_joined(before[left:right]), by.change(Turn.DELETED))
            yield from _turned(_joined(after[start:end]), by.change(Turn.INSERTED))


def _tokens(runs: Sequence[Run]) -> list[_Token]:
    return [(text, run) for run in runs for text in _TOKEN.findall(run.text)]


def _joined(tokens: Sequence[_Token]) -> tuple[Run, ...]:
    """Runs again, as long as they can be."""
    result: list[Run] = []
    last: Run | None = None
    for text, run in tokens:
        if result and run is last:
            result[-1] = replace(result[-1], text=result[-1].text + text)
        else:
            result.append(replace(run, text=text))
        last = run
    return tuple(result)


_Stretch = tuple[bool, tuple[int, int], tuple[int, int]]


def _stretches(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    """What stayed and what did not. A mere space between two changes belongs to them: phrases are read, not words."""
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _LONG)
    pending: _Stretch | None = None
    codes = matcher.get_opcodes()
    for number, (code, left, right, start, end) in enumerate(codes):
        inside = pending is not None and number + 1 < len(codes)
        if code == "equal" and not (inside and not "".join(new[start:end]).strip()):
            if pending is not None:
                yield pending
                pending = None
            yield True, (left, right), (start, end)
        else:
            _, (first, _), (begin, _) = pending or (False, (left, right), (start, end))
            pending = False, (first, right), (begin, end)
    if pending is not None:
        yield pending


# -- tables


def _grid(old: Grid, new: Grid, by: Signature) -> Grid:
    rows = tuple(_rows(old.rows, new.rows, by))
    changes = tuple(change for _, change in rows)
    return replace(new, rows=tuple(row for row, _ in rows), changes=changes if any(changes) else ())


def _rows(old: Sequence[GridRow], new: Sequence[GridRow], by: Signature) -> Iterator[tuple[GridRow, Change | None]]:
    """The rows of both in order, each with its change."""
    before, after = _labels(old, new)
    for code, left, right, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if code == "equal":
            for one, other in zip(old[left:right], new[start:end], strict=True):
                yield from _row_pair(one, other, by)
        else:
            yield from _changed_rows(old[left:right], by.change(Turn.DELETED))
            yield from _changed_rows(new[start:end], by.change(Turn.INSERTED))


def _changed_rows(rows: Sequence[GridRow], change: Change) -> Iterator[tuple[GridRow, Change]]:
    return ((_row(row, change), change) for row in rows)


def _labels(old: Sequence[GridRow], new: Sequence[GridRow]) -> tuple[list[str], list[str]]:
    """A name for each row, the same for one that shows a segment that the other shows."""
    row_of = {key: f"row {number}" for number, row in enumerate(old) for key in _keys(row)}
    before = [f"row {number}" if any(_keys(row)) else _EMPTY for number, row in enumerate(old)]
    after = [
        next((row_of[key] for key in _keys(row) if key in row_of), f"new {number}" if any(_keys(row)) else _EMPTY)
        for number, row in enumerate(new)
    ]
    return before, after


_EMPTY = "empty"


def _keys(row: GridRow) -> Iterator[str]:
    return (run.key for cell in row for paragraph in cell.paragraphs for run in paragraph.runs if run.key)


def _row_pair(old: GridRow, new: GridRow, by: Signature) -> Iterator[tuple[GridRow, Change | None]]:
    if [cell.columns for cell in old] == [cell.columns for cell in new]:
        yield tuple(_cell(before, after, by) for before, after in zip(old, new, strict=True)), None
    else:
        yield from _changed_rows([old], by.change(Turn.DELETED))
        yield from _changed_rows([new], by.change(Turn.INSERTED))


def _row(row: GridRow, change: Change) -> GridRow:
    def turned(cell: GridCell) -> GridCell:
        lines = (replace(paragraph, runs=_turned(paragraph.runs, change)) for paragraph in cell.paragraphs)
        return replace(cell, paragraphs=tuple(lines))

    return tuple(map(turned, row))


def _cell(old: GridCell, new: GridCell, by: Signature) -> GridCell:
    lines = [line for line in items(old.paragraphs, new.paragraphs, by) if isinstance(line, Paragraph)]
    return replace(new, paragraphs=tuple(_settled(lines)))


def _settled(lines: list[Paragraph]) -> list[Paragraph]:
    """The end of a cell cannot come or go: for its last lines the ends of the lines before them do."""
    marks = [line.change for line in lines]
    if marks[-1] is not None and None in marks:
        last = len(marks) - 1 - marks[::-1].index(None)
        marks = [*marks[:last], *marks[last + 1 :], None]
    return [
        replace(line, change=mark) if line.change is not mark else line for line, mark in zip(lines, marks, strict=True)
    ]
