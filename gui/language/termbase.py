"""The termbase: official English names and the newsroom's words, each with the time in which it holds.

Names of ministries change, so the date of the release decides. The project's own terms lie in ``resources/termbase``;
each row tells how sure it is: V looked up in an official source, A generally used, B house style or context decides.

The terms of the user lie on top of them. Like the catalogue of :mod:`gui.i18n`, the termbase in force is one for the
whole process: :func:`use` sets it, :meth:`Termbase.load` gives it, from any thread. What is worked out from it is kept
by :func:`per_termbase`, which forgets it as soon as the termbase is another one.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, wraps
from itertools import accumulate
from typing import ParamSpec, TypeVar, cast

from gui import assets
from gui.language import morphology
from gui.language.particles import match_at
from gui.language.width import fold

_Parameters = ParamSpec("_Parameters")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Term:
    """A Korean term and its English.

    ``accepted`` English is right too, ``forbidden`` English is a known mistake. Both ends of the validity are included,
    ``None`` is open. ``certainty`` is V, A or B as above. ``source`` says where the English was looked up. ``by_user``
    is true for a term of the user, who wants it everywhere: of two terms with the same Korean theirs is taken.
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
    source: str = ""
    by_user: bool = False

    @property
    def key(self) -> str:
        """The Korean with white space and width folded: terms with the same key are found by the same words."""
        return _key(self.korean)

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

_PREFIX = 3
"""Letters by which the lengths of terms are kept: few begin alike in so many."""

_SHORT = (2, 1)
"""The lengths below, which are looked for everywhere."""


class Termbase:
    """Terms, looked up by their Korean or found in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Of terms with the same Korean those of the user come first; one that always holds hides all others."""
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            self._terms.setdefault(term.key, []).append(term)
        for key, rows in self._terms.items():
            self._terms[key] = _without_hidden(rows) if len(rows) > 1 else rows
        self._terms.pop("", None)
        lengths: dict[str, set[int]] = {}
        for key in self._terms:
            if len(key) >= _PREFIX:
                lengths.setdefault(key[:_PREFIX], set()).add(len(key))
        self._spacings: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._lengths = {prefix: (*sorted(found, reverse=True), *_SHORT) for prefix, found in lengths.items()}

    @staticmethod
    def load() -> "Termbase":
        """The termbase in force: the project's own terms, with those of the user on top where :func:`use` set them."""
        return _in_force or built_in()

    def __iter__(self) -> Iterator[Term]:
        for rows in self._terms.values():
            yield from rows

    def lookup(self, korean: str, on: date | None = None) -> Term | None:
        """The term for ``korean``, white space and width folded.

        Where the name had several English forms, that of the day ``on``; where none held on that day, the nearest in
        time, so that a text may still speak of a body that is gone (:meth:`Term.valid` tells).
        """
        rows = self._terms.get(_key(korean))
        return _nearest(rows, on) if rows else None

    def find(self, text: str, on: date | None = None) -> tuple[FoundTerm, ...]:
        """The terms in ``text`` with any particles after them, in order; of overlapping ones the longest."""
        folded, found, position = fold(text), [], 0
        bare = "".join(folded.split())
        before = (0, *accumulate(not letter.isspace() for letter in folded))
        for start in (match.start() for match in _WORD_START.finditer(folded)):
            if start < position:
                continue
            for key in self._keys_at(bare, before[start]):
                if end := self._end_at(folded, start, key):
                    found.append(FoundTerm(start, end, _nearest(self._terms[key], on)))
                    position = end
                    break
        return tuple(found)

    def _keys_at(self, bare: str, start: int) -> Iterator[str]:
        """The terms that a text without white space has at ``start``, the longest first."""
        for length in self._lengths.get(bare[start : start + _PREFIX], _SHORT):
            key = bare[start : start + length]
            if key in self._terms:
                yield key

    def _end_at(self, text: str, start: int, key: str) -> int | None:
        """Where the term ends if it stands at ``start`` as a word of its own, spaced as one of its rows has it."""
        spacings = self._spacings.get(key)
        if spacings is None:
            ways = dict.fromkeys(tuple(fold(term.korean).split()) for term in self._terms[key])
            spacings = self._spacings[key] = tuple(ways)
        end = next((end for words in spacings if (end := match_at(text, start, words))), None)
        return None if end is None or morphology.vetoes(text, start, end) else end


def _without_hidden(rows: list[Term]) -> list[Term]:
    """The user's rows first; those of the project only if the user's leave some days to them."""
    own = [term for term in rows if term.by_user]
    if any(term.valid_from is None and term.valid_to is None for term in own):
        return own
    return [*own, *(term for term in rows if not term.by_user)]


def _key(korean: str) -> str:
    return "".join(fold(korean).split())


def _nearest(rows: list[Term], on: date | None) -> Term:
    """Of the terms with the same Korean the one to take on a day."""
    return rows[0] if len(rows) == 1 else min(rows, key=lambda term: _distance(term, on))


def _distance(term: Term, on: date | None) -> tuple[int, bool, int]:
    """How far a term's time is from a day, the user's terms first; without a day the youngest name comes first."""
    start, end = term.valid_from or date.min, term.valid_to or date.max
    if on is None:
        return 0, not term.by_user, -end.toordinal()
    return max((start - on).days, (on - end).days, 0), not term.by_user, -end.toordinal()


# -- the termbase in force

_in_force: Termbase | None = None
PERSON = "person"
"""The domain of the names of persons."""

_forget: list[Callable[[], None]] = []


def use(terms: Iterable[Term]) -> None:
    """Put these terms of the user on top of the project's own, in place of any before; drafts and checks follow.

    A person of the project's own stays one, whatever the user's term says of its domain. Whoever is at work on another
    thread goes on with the termbase that it has.
    """
    global _in_force
    _in_force = Termbase([*map(_still_a_person, terms), *built_in()])
    for forget in _forget:
        forget()


def _still_a_person(term: Term) -> Term:
    ours = built_in().lookup(term.korean) if not term.domain else None
    return replace(term, domain=PERSON) if ours is not None and ours.domain == PERSON else term


def per_termbase(
    maxsize: int | None = None,
) -> Callable[[Callable[_Parameters, _Answer]], Callable[_Parameters, _Answer]]:
    """As :func:`functools.lru_cache`, for functions whose answer depends on the termbase in force.

    The termbase is part of the key, so that an answer worked out while :func:`use` replaces it is never taken for one
    of the new; what belongs to an old one is let go.
    """

    def decorate(function: Callable[_Parameters, _Answer]) -> Callable[_Parameters, _Answer]:
        @lru_cache(maxsize)
        def remembered(_base: Termbase, *arguments: object, **named: object) -> _Answer:
            return cast("Callable[..., _Answer]", function)(*arguments, **named)

        _forget.append(remembered.cache_clear)
        ask = cast("Callable[..., _Answer]", remembered)

        @wraps(function)
        def answer(*arguments: _Parameters.args, **named: _Parameters.kwargs) -> _Answer:
            return ask(Termbase.load(), *arguments, **named)

        return answer

    return decorate


# -- the project's own terms


@cache
def built_in() -> Termbase:
    """The project's own termbase without the terms of the user, read once."""
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
