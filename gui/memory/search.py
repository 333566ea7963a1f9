"""Finding the units for a segment: same source first, then sources that are like it.

Fuzzy search asks the trigram index for the units that share the rarest trigrams of the segment and compares those that
share most of them letter by letter, within the lengths that the threshold allows. Small memories, and those of a system
without trigrams, are compared as a whole. Texts of fewer than three letters are only ever found as they are.
"""

import heapq
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz, process

from gui.memory.base import Match, MatchKind, Query, Repair
from gui.memory.compare import compare
from gui.memory.pair import TranslationUnit, source_key
from gui.memory.repair import repair
from gui.memory.rows import SELECT, Place, Row, Rows, place_of, search_text
from gui.memory.scoring import LOWEST, length_window, percent

TRIGRAM = 3
_RARE = 0.002
"""Trigrams that stand in at most this share of all units are looked up wherever they are in a segment."""

_POSTINGS, _MORE_POSTINGS = 0.08, 0.15
"""Of the others some from all over the segment are, until all together stand in this share of all units; in the larger
one where that leaves out too many."""

_MOST_OF = 0.5
"""At least this share of the trigrams should be looked up."""

_LEAST_SHARED = 0.1
"""A unit that is like a segment shares more of what was looked up: at 70 % with single letters changed, a third."""

_COMPARED = 4_000
"""So many units at most are compared letter by letter: those that share most of the trigrams."""

_SMALL = 3_000
"""Up to so many units all of them are compared: that takes a few milliseconds."""

_REMEMBERED = 50_000
"""Trigrams whose frequency is kept."""

_STEP = 500
"""Units that are compared at a time."""

_PATIENCE = 3
"""Once so many parts in a row bring no better match, the rest is left."""

_FIRST_LOOK = 8
"""Percent by which a source as it is written may be less alike than in one width and spacing."""

_SPARE = 16
"""So many more than are wanted are kept of the first look."""

_WINDOW = 8
"""Trigrams in a row of which the rarest are looked up first."""

_SAME_SHAPE = 500
"""So many units that differ in their figures only are looked at."""

_EXACT = SELECT + " WHERE shape = ? AND key = ?"
_SHAPE = "SELECT id, source FROM unit WHERE shape = ? LIMIT ?"
_ALL = "SELECT id, source FROM unit WHERE shape <> 0 AND length BETWEEN ? AND ?"
_THESE = "SELECT id, source FROM unit WHERE length BETWEEN ? AND ? AND id IN ({})"
_WITH_TRIGRAM = "SELECT group_concat(rowid) FROM korean WHERE korean MATCH ?"
"""One text of all numbers: a row for each takes four times as long."""


@dataclass(frozen=True, slots=True)
class View:
    """A memory as a search sees it.

    Attributes:
        connection: where it is read.
        rows: how its rows are packed.
        memory: what it is called.
        indexed: whether it has its full-text indexes.
        counts: how many units a trigram stands in, as far as that was asked before. It may be out of date, since it
            only says which trigrams are rare.
    """

    connection: sqlite3.Connection
    rows: Rows
    memory: str
    indexed: bool
    counts: dict[str, int]

    def size(self) -> int:
        """How many units there are, those that were deleted counted too."""
        size: int = self.connection.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()[0]
        return size

    def count(self, term: str) -> int:
        """How many units a trigram stands in; counting those of a frequent one takes milliseconds."""
        known = self.counts.get(term)
        if known is None:
            found = self.connection.execute("SELECT doc FROM temp.trigram WHERE term = ?", (term,)).fetchone()
            known = self.counts[term] = found[0] if found else 0
            if len(self.counts) > _REMEMBERED:
                del self.counts[next(iter(self.counts))]
        return known


class Found(NamedTuple):
    """A unit and how good it is: its match value, then what decides between equal ones."""

    percent: int
    nearness: float
    changed: int
    number: int
    row: Row


def exact(view: View, query: Query) -> list[tuple[Found, TranslationUnit]]:
    """The units with the source of the query, best first: its neighbours (101 %), one of them, the youngest."""
    place, key = place_of(query.source, query.before, query.after), source_key(query.source)
    if not key:
        return []
    same = [Row(*row) for row in view.connection.execute(_EXACT, (place.shape, place.key))]
    found = [_rated(row, place) for row in same if source_key(view.rows.korean.unpack(row.source)) == key]
    return [(one, view.rows.unit(one.row)) for one in sorted(found, key=lambda one: one[:4], reverse=True)]


def _rated(row: Row, place: Place) -> Found:
    known = bool(place.before or place.after)
    context = known and (row.before, row.after) == (place.before, place.after)
    near = (bool(place.before) and row.before == place.before) + (bool(place.after) and row.after == place.after)
    return Found(101 if context else 100, float(near), row.changed or 0, row.id, row)


def lookup(view: View, query: Query) -> tuple[Match, ...]:
    """The best units for a segment, best first."""
    same = exact(view, query)[: query.limit]
    matches = [whole(one, view.memory) for one in same]
    alike = fuzzy(view, query, query.limit - len(same))
    return (*matches, *(_repaired(one, view, query) for one in alike))


def ready_made(matches: Sequence[Match]) -> Match | None:
    """The first fuzzy match that can stand in a draft: no figure, day or name in it is known to be wrong.

    Where other words differ, all of it is marked for a person to confirm.
    """
    found = next((match for match in matches if match.kind is MatchKind.FUZZY and match.repair.complete), None)
    if found is None or not found.repair.reworded:
        return found
    return replace(found, repair=replace(found.repair, marks=(found.target,)))


def whole(found: tuple[Found, TranslationUnit], memory: str) -> Match:
    """The match of a unit with the same source."""
    one, unit = found
    kind = MatchKind.CONTEXT if one.percent > 100 else MatchKind.EXACT
    return Match(unit, one.percent, kind, memory, one.number, Repair(unit.target))


def _repaired(found: Found, view: View, query: Query) -> Match:
    unit = view.rows.unit(found.row)
    comparison = compare(query.source, unit.source, query.on)
    mended = repair(comparison, unit.target, query.on)
    return Match(unit, found.percent, MatchKind.FUZZY, view.memory, found.number, mended, comparison.differences)


def fuzzy(view: View, query: Query, limit: int) -> list[Found]:
    """The units that are at least as like the segment as the query asks, but not the same, best first."""
    letters = search_text(query.source)
    threshold = max(query.threshold, LOWEST)
    if limit <= 0 or len(letters) < TRIGRAM:
        return []
    near = _near(view, query.source, letters, threshold, limit)
    place = place_of(query.source)
    unpack = view.rows.korean.unpack
    near |= {number: unpack(source) for number, source in view.connection.execute(_SHAPE, (place.shape, _SAME_SHAPE))}
    rated = (
        (percent(query.source, source), fuzz.ratio(query.source, source), number) for number, source in near.items()
    )
    best = heapq.nlargest(limit, (one for one in rated if threshold <= one[0] < 100))
    return [found for one in best if (found := _read(view.connection, one))]


def _near(view: View, source: str, letters: str, threshold: int, limit: int) -> dict[int, str]:
    """The sources by number that may be among the best, found by a quick look at each candidate."""
    wanted, unpack = limit + _SPARE, view.rows.korean.unpack
    best: list[tuple[float, int, str]] = []
    idle = 0
    for part, is_ranked in _candidates(view, letters, length_window(len(source), threshold)):
        cutoff = best[-1][0] if len(best) == wanted else threshold - _FIRST_LOOK
        texts = [unpack(text) for _, text in part]
        alike = process.extract(source, texts, scorer=fuzz.ratio, score_cutoff=cutoff, limit=wanted)
        better = [(score, part[place][0], text) for text, score, place in alike]
        known = best[:limit]
        best = heapq.nlargest(wanted, best + better)
        idle = idle + 1 if is_ranked and len(best) == wanted and best[:limit] == known else 0
        if idle == _PATIENCE:
            break
    return {number: text for _, number, text in best}


def _candidates(view: View, letters: str, window: tuple[int, int]) -> Iterator[tuple[list[tuple[int, bytes]], bool]]:
    """The units to compare, a part at a time, and whether those that follow are less likely."""
    if not view.indexed or view.size() <= _SMALL:
        cursor = view.connection.execute(_ALL, window)
        while part := cursor.fetchmany(_STEP):
            yield part, False
        return
    nearest = _nearest(view, letters)
    for start in range(0, len(nearest), _STEP):
        numbers = nearest[start : start + _STEP]
        statement = _THESE.format(",".join("?" * len(numbers)))
        yield view.connection.execute(statement, (*window, *numbers)).fetchall(), True


def _nearest(view: View, letters: str) -> list[int]:
    """The units that share most of the trigrams that are looked up."""
    shared: Counter[str] = Counter()
    terms = spread_terms(view, letters)
    for term in terms:
        (numbers,) = view.connection.execute(_WITH_TRIGRAM, (quoted(term),)).fetchone()
        shared.update(numbers.split(",") if numbers else ())
    least = len(terms) * _LEAST_SHARED
    enough = ((count, number) for number, count in shared.items() if count >= least)
    return [int(number) for _, number in heapq.nlargest(_COMPARED, enough, key=itemgetter(0))]


def trigrams(letters: str) -> list[str]:
    """The different trigrams of a text, in order."""
    return list(dict.fromkeys(letters[at : at + TRIGRAM] for at in range(len(letters) - TRIGRAM + 1)))


def spread_terms(view: View, letters: str) -> list[str]:
    """The trigrams of a text to look up: all rare ones, and others from all over it, as many as go quickly.

    The rare ones alone would not do: all of them may stand in the words that the segment has of its own.
    """
    found = [(count, term) for term in trigrams(letters) if (count := view.count(term))]
    chosen = _within(found, view.size(), _POSTINGS)
    return chosen if len(chosen) >= _MOST_OF * len(found) else _within(found, view.size(), _MORE_POSTINGS)


def _within(found: list[tuple[int, str]], size: int, share: float) -> list[str]:
    """Of trigrams in order with their counts, all rare ones, and the rarest of each place up to a share of units."""
    chosen = [term for count, term in found if count <= _RARE * size]
    total = sum(count for count, _ in found if count <= _RARE * size)
    places = [sorted(found[at : at + _WINDOW]) for at in range(0, len(found), _WINDOW)]
    for count, term in chain.from_iterable(zip_longest(*places, fillvalue=(0, ""))):
        if count > _RARE * size and (total + count <= share * size or not chosen):
            chosen.append(term)
            total += count
    return chosen


def any_of(terms: Sequence[str]) -> str:
    """The full-text query for units with at least one of some terms."""
    return " OR ".join(map(quoted, terms))


def quoted(term: str) -> str:
    """A term as a full-text query takes it."""
    return '"' + term.replace('"', '""') + '"'


def _read(connection: sqlite3.Connection, rated: tuple[int, float, int]) -> Found | None:
    value, nearness, number = rated
    row = connection.execute(SELECT + " WHERE id = ?", (number,)).fetchone()
    return Found(value, nearness, Row(*row).changed or 0, number, Row(*row)) if row else None
