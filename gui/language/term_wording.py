"""Which wording of a term stands in an English text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gui.language.termbase import FoundTerm, Term, Termbase, per_termbase

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """How an English text puts a term: the span of an accepted wording, of a forbidden one, or neither."""

    accepted: Span | None = None
    forbidden: Span | None = None


@per_termbase(maxsize=20_000)
def terms_in(text: str, on: date | None) -> tuple[FoundTerm, ...]:
    """The terms of the termbase in a Korean text; remembered, since several checks ask."""
    return Termbase.load().find(text, on)


def wordings(terms: Iterable[Term], english: str) -> dict[Term, Wording]:
    """For each term the wording in ``english``.

    A forbidden wording counts only outside the accepted wordings of all the terms: *Director* is wrong for 국장, but
    not where it stands for a 과장 of the same sentence.
    """
    terms = tuple(dict.fromkeys(terms))
    accepted = {term: _spans(english, (term.english, *term.accepted)) for term in terms}
    covered = [span for spans in accepted.values() for span in spans]
    return {
        term: Wording(
            next(iter(accepted[term]), None),
            next((span for span in _spans(english, term.forbidden) if not _inside(span, covered)), None),
        )
        for term in terms
    }


def mentions(english: str, phrase: str) -> list[Span]:
    """Where ``phrase`` stands in ``english`` as words of its own, in singular or plural."""
    return [match.span() for match in _pattern(phrase).finditer(english)]


def _spans(english: str, phrases: Iterable[str]) -> list[Span]:
    return [span for phrase in phrases for span in mentions(english, phrase)]


def _inside(span: Span, covered: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in covered)


@lru_cache(maxsize=50_000)
def _pattern(phrase: str) -> re.Pattern[str]:
    """White space, apostrophes, hyphens and *and* may be written otherwise; capitals count in acronyms.

    The name of a ministry stands in the title of its minister too.
    """
    phrase = re.sub(r"^Ministry of\b", "{ministry} of", phrase)
    words = r"[\s\xa0]+".join(_word(word) for word in phrase.replace("-", " - ").split())
    words = words.replace(r"[\s\xa0]+\-[\s\xa0]+", r"[-\s‑–]")
    flags = re.IGNORECASE if len(phrase) > _ACRONYM else re.NOFLAG
    return re.compile(rf"(?<![A-Za-z0-9]){words}(?:e?s|['’]s)?(?![A-Za-z0-9])", flags)


_ACRONYM = 4
"""Letters up to which a wording is an acronym or so short that its capitals count (IRS, Soul)."""


def _word(word: str) -> str:
    if word == "{ministry}":
        return "(?:Ministry|Minister)"
    if word == "&" or word.casefold() == "and":
        return "(?:&|and)"
    return re.sub("['’]", "['’]", re.escape(word))
