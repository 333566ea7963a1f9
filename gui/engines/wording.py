"""English for words in a row: a field of study, or what stands in a name."""

from collections.abc import Sequence
from itertools import pairwise

from gui.engines.entries import Entry, Kind
from gui.engines.phrase import Unreadable
from gui.engines.tokens import Token
from gui.language.romanise import has_hangul, romanise


def field_of(tokens: Sequence[Token]) -> str:
    """The words as a field, which no place is part of (샌디에이고 화학과 is the chemistry of a campus)."""
    mixed = any(token.is_any(Kind.PLACE) and not token.is_any(Kind.MODIFIER) for token in tokens)
    if mixed and len(tokens) > 1:
        raise Unreadable
    return words_of(tokens)


_RANKS = frozenset({
    "Adjunct", "Chief", "Co-", "First", "Full-time", "General", "Honorary", "Interim", "Junior", "Newly Appointed",
    "Non-standing", "Part-time", "Principal", "Second", "Senior", "Special", "Standing", "Third", "Visiting",
})  # fmt: skip
"""Modifiers that tell the rank of somebody, not the reach of a field."""

_ACTIVITIES = frozenset({
    "Development", "Research", "Investment", "Sales", "Marketing", "Strategy", "Policy", "Management", "Planning",
    "Consulting", "Education",
})  # fmt: skip
"""What may be done in any field, and is called so after it: 백신 연구, 벤처 투자."""


def is_exact(tokens: Sequence[Token]) -> bool:
    """Whether the words say the same in English: each is sure, and no two make a compound that may have its own name.

    A scope before one field (글로벌 임상개발) and an activity after it (백신 연구) change nothing of that.
    """
    words = list(tokens)
    if len(words) > 1 and _is_scope(words[0]) and not words[1].is_any(Kind.AND):
        words.pop(0)
    if len(words) > 1 and not words[-2].is_any(Kind.AND) and words[-1].entries[0].english in _ACTIVITIES:
        words.pop()
    links = [word.is_any(Kind.AND) for word in words]
    alone = all(one or two for one, two in pairwise(links))
    return alone and all(map(_is_sure, tokens))


def _is_scope(token: Token) -> bool:
    entry = token.entry(Kind.MODIFIER)
    return entry is not None and entry.english not in _RANKS


def _is_sure(token: Token) -> bool:
    entry = _entry(token)
    return entry is not None and entry.sure and entry.kind is not Kind.GENERIC


def words_of(tokens: Sequence[Token], *, capital: bool = False) -> str:
    """English for the words of a field or name; unknown Hangul is romanised for a name."""
    english = " ".join(_word(token, capital=capital) + token.suffix for token in tokens)
    if len(tokens) > 1 and all(token.is_any(Kind.PLACE) for token in tokens):
        english = english.replace(" ", "-")
    return english.replace("United States ", "U.S. ") if capital else english


def _entry(token: Token) -> Entry | None:
    """What the word is within a name or a field."""
    return token.entry(Kind.AND, Kind.FIELD, Kind.PLACE, Kind.COUNTRY, Kind.MODIFIER, Kind.LATIN, Kind.GENERIC)


def _word(token: Token, *, capital: bool) -> str:
    entry = _entry(token)
    if entry:
        return entry.english
    if not capital or not has_hangul(token.text):
        raise Unreadable
    return romanise(token.text, capital=True)
