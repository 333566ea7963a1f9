"""Concordance: where a word or phrase stands in a memory, in either language, with its translation beside it.

Units that hold the words as they are come first, the shorter the better; where there are too few, those follow that
hold something like them (a slip, another ending).
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from gui.language.romanise import has_hangul
from gui.language.width import fold
from gui.memory.base import Hit, Span
from gui.memory.pair import TranslationUnit
from gui.memory.rows import SELECT, Row, search_text
from gui.memory.search import TRIGRAM, View, any_of, quoted, trigrams

_FUZZY = 75
"""Percent of likeness that makes a hit of a place that does not hold the words as they are."""

_READ = 2_000
"""So many units are read for one search; a word that stands in more of them is no rarity."""

_RAREST = 16
"""So many of the rarest trigrams of a Korean text are looked for where it does not stand as it is."""

_FORMS = 40
"""So many words of the memory that hold a part of one are looked up."""

_KOREAN = SELECT + " JOIN korean ON unit.id = korean.rowid WHERE korean MATCH ? ORDER BY korean.rowid DESC LIMIT ?"
_ENGLISH = SELECT + " JOIN english ON unit.id = english.rowid WHERE english MATCH ? ORDER BY english.rowid DESC LIMIT ?"
_LETTERS = re.compile(r"\w+")


def find(view: View, text: str, limit: int) -> tuple[Hit, ...]:
    """The units that hold ``text`` or something like it, best first; letter case, width and Korean spacing apart."""
    wanted = fold(text).casefold().strip()
    if not wanted:
        return ()
    korean = has_hangul(wanted)
    hits: dict[int, Hit] = {}
    for found in _candidates(view, wanted, korean=korean):
        for row in found:
            hit = _hit(row.id, view.rows.unit(row), view.memory, wanted, korean=korean)
            if hit is not None:
                hits.setdefault(row.id, hit)
        if len(hits) >= limit:
            break
    return tuple(sorted(hits.values(), key=_rank)[:limit])


def _rank(hit: Hit) -> tuple[int, int, int]:
    return -hit.percent, len(hit.unit.source), -hit.number


def _candidates(view: View, wanted: str, *, korean: bool) -> Iterator[Iterable[Row]]:
    """Units that may hold the text, those first that are likeliest to hold it as it is."""
    letters = search_text(wanted)
    if not view.indexed or (korean and len(letters) < TRIGRAM):
        yield map(Row._make, view.connection.execute(SELECT + " WHERE shape <> 0 ORDER BY unit.id DESC"))
        return
    queries = _korean_queries(view, letters) if korean else _english_queries(view.connection, wanted)
    for query in queries:
        found = view.connection.execute(_KOREAN if korean else _ENGLISH, (query, _READ))
        yield map(Row._make, found)


def _korean_queries(view: View, letters: str) -> Iterator[str]:
    """All of the trigrams, then any of the rarest."""
    yield " AND ".join(map(quoted, trigrams(letters)))
    known = sorted((count, term) for term in trigrams(letters) if (count := view.count(term)))
    if known:
        yield any_of([term for _, term in known[:_RAREST]])


def _english_queries(connection: sqlite3.Connection, wanted: str) -> Iterator[str]:
    """All of the words, each of which may be a part of a longer one, then any of them."""
    words = [any_of(forms) for word in _LETTERS.findall(wanted) if (forms := _forms(connection, word))]
    if words:
        yield " AND ".join(f"({word})" for word in words)
        yield min(words, key=len) if len(words) > 1 else words[0]


def _forms(connection: sqlite3.Connection, word: str) -> list[str]:
    """The words of the memory in which a word stands, the most frequent first."""
    found = connection.execute(
        "SELECT term FROM temp.word WHERE term LIKE ? ORDER BY doc DESC LIMIT ?", (f"%{word}%", _FORMS)
    )
    return [row[0] for row in found]


def _hit(number: int, unit: TranslationUnit, memory: str, wanted: str, *, korean: bool) -> Hit | None:
    text = unit.source if korean else unit.target
    spans = tuple(_spans(text, wanted))
    percent = 100
    if not spans:
        near = fuzz.partial_ratio_alignment(wanted, fold(text).casefold(), score_cutoff=_FUZZY)
        if near is None or near.dest_end - near.dest_start < len(wanted) // 2:
            return None
        spans, percent = ((near.dest_start, near.dest_end),), min(int(near.score), 99)
    source, target = (spans, ()) if korean else ((), spans)
    return Hit(unit, memory, number, percent, source, target)


def _spans(text: str, wanted: str) -> Iterable[Span]:
    """Where a text stands in another, whatever the spaces."""
    pattern = r"\s*".join(re.escape(letter) for letter in wanted if not letter.isspace())
    return (match.span() for match in re.finditer(pattern, fold(text), re.IGNORECASE))
