"""The termbase: official English names and the newsroom's words, each with the time in which it holds.

Names of ministries change, so the date of the release decides. The project's own terms lie in ``resources/termbase``;
each row tells how sure it is: V looked up in an official source, A generally used, B house style or context decides.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from gui import assets
from gui.language.particles import match_at
from gui.language.width import fold


@dataclass(frozen=True, slots=True)
class Term:
    """A Korean term and its English.

    ``accepted`` English is right too, ``forbidden`` English is a known mistake. Both ends of the validity are included,
    ``None`` is open. ``certainty`` is V, A or B as above.
    """

    korean: str
    english: str
    domain: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    certainty: str = "A"
    note: str = ""

    def valid(self, on: date | None) -> bool:
        """Whether the term holds on a day; any term does on an unknown one."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def sure(self, on: date | None) -> bool:
        """Whether the English can stand without anybody looking at it."""
        return self.certainty != "B" and self.valid(on)


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a text; the span leaves its particles out."""

    start: int
    end: int
    term: Term


_WORD_START = re.compile(r"(?<![가-힣])[가-힣]|(?<![A-Za-z0-9])[A-Za-z0-9]|[^가-힣A-Za-z0-9\s]")
"""Where a term can begin: nothing is looked up inside words."""


class Termbase:
    """Terms, looked up by their Korean or found in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            self._terms.setdefault(_key(term.korean), []).append(term)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for rows in self._terms.values():
            words = tuple(fold(rows[0].korean).split())
            self._by_first.setdefault(words[0][0], []).append(words)
        for candidates in self._by_first.values():
            candidates.sort(key=lambda words: -sum(map(len, words)))

    @staticmethod
    def load() -> "Termbase":
        """The project's own termbase, read once."""
        return _own()

    def __iter__(self) -> Iterator[Term]:
        for rows in self._terms.values():
            yield from rows

    def lookup(self, korean: str, on: date | None = None) -> Term | None:
        """The term for ``korean``, white space and width folded.

        Where the name had several English forms, that of the day ``on``; where none held on that day, the nearest in
        time, so that a text may still speak of a body that is gone (:meth:`Term.valid` tells).
        """
        rows = self._terms.get(_key(korean), ())
        return min(rows, key=lambda term: _distance(term, on), default=None)

    def find(self, text: str, on: date | None = None) -> tuple[FoundTerm, ...]:
        """The terms in ``text`` with any particles after them, in order; of overlapping ones the longest."""
        folded, found, position = fold(text), [], 0
        for start in (match.start() for match in _WORD_START.finditer(folded)):
            end = self._longest_at(folded, start) if start >= position else 0
            term = self.lookup(folded[start:end], on) if end else None
            if term:
                found.append(FoundTerm(start, end, term))
            position = max(position, end)
        return tuple(found)

    def _longest_at(self, text: str, start: int) -> int:
        candidates = self._by_first.get(text[start], ())
        return next((end for words in candidates if (end := match_at(text, start, words))), 0)


def _key(korean: str) -> str:
    return "".join(fold(korean).split())


def _distance(term: Term, on: date | None) -> tuple[int, int]:
    """How far a term's time is from a day; without a day the youngest name comes first."""
    start, end = term.valid_from or date.min, term.valid_to or date.max
    if on is None:
        return 0, -end.toordinal()
    return max((start - on).days, (on - end).days, 0), -end.toordinal()


@cache
def _own() -> Termbase:
    files = sorted(assets.path("termbase").glob("*.tsv"))
    return Termbase(term for file in files for term in read_tsv(file.read_text(encoding="utf-8")))


def read_tsv(text: str) -> Iterator[Term]:
    """The terms of a tab-separated file with the columns of ``resources/termbase``.

    Raises:
        KeyError, ValueError: a column is missing or a date is no date.
    """
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield Term(
            row["ko"],
            row["en"],
            row["domain"],
            tuple(filter(None, row["accepted"].split("; "))),
            tuple(filter(None, row["forbidden"].split("; "))),
            _day(row["valid_from"]),
            _day(row["valid_to"]),
            row["certainty"],
            row["note"],
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
