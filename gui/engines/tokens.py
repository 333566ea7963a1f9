"""Takes a phrase apart into known words.

Korean writes compounds with or without spaces, so words are sought in the letters alone, and of all ways to cut the
phrase the one with the fewest unknown letters and the fewest, longest words is taken. An unknown piece always begins a
written word: a name comes before what kind of thing it is (한빛|병원장), never after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gui.engines.entries import Entry, Kind
from gui.engines.vocabulary import Vocabulary
from gui.language.romanise import is_hangul


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase: its letters, all that it can be, and what is tied to its end (a star, a bracket).

    ``glued`` tells that no space stands before it.
    """

    text: str
    entries: tuple[Entry, ...]
    glued: bool = False
    suffix: str = ""

    def entry(self, *kinds: Kind) -> Entry | None:
        """What the word is among these kinds, the first kind first."""
        return next((entry for kind in kinds for entry in self.entries if entry.kind is kind), None)

    def is_any(self, *kinds: Kind) -> bool:
        """Whether the word can be of one of these kinds."""
        return self.entry(*kinds) is not None


_UNKNOWN_COST = 10
_SHORTEST_NAME = 2
_HEAD_WEIGHT = 3
_AFTER_UNKNOWN = frozenset({Kind.GENERIC, Kind.UNIT, Kind.HEAD, Kind.ROLE, Kind.SCHOOL, Kind.DEGREE, Kind.FILLER})
_OF_A_BODY = re.compile(r" of the |^Mayor of |, ")
"""Roles that name their organisation: what is glued before one is another organisation (경기남부|경찰청장)."""

_LATIN = re.compile(r"[A-Za-zÀ-ÿ0-9&.,'+-]+")
_LETTER = re.compile(r"[A-Za-zÀ-ÿ0-9]")
_TIED = re.compile(r"[\ue000-\uf8ff*]+")
"""Stars, and private characters that stand for brackets taken out before (see :mod:`gui.engines.cells`)."""

_HANJA_ENTRIES = frozenset("美英獨佛日中韓前現舊社")
_NEVER_FIRST = frozenset({Kind.UNIT, Kind.GENERIC, Kind.AND})

_ITS_HEAD = "장"
"""Makes the head of an organisation from its name, and stands nowhere else: 대한병원협회장."""

_AFTER_RESEARCH = frozenset({"소장", "원장", "원", "소"})
"""Never glued to 연구: 연구소장 heads an institute, which is a word of its own."""

_Path = tuple[int, int, tuple[Token, ...]]


def tokenise(text: str, words: Vocabulary) -> tuple[Token, ...]:
    """The words of ``text``. Letters that no word covers are in tokens of the kind ``UNKNOWN`` or ``LATIN``."""
    letters, starts, tied = _compact(text)
    best: list[_Path | None] = [None] * (len(letters) + 1)
    best[0] = (0, 0, ())
    for position in range(len(letters)):
        path = best[position]
        if path is None:
            continue
        for token, cost in _choices(letters, position, starts, path[2], words):
            end = position + len(token.text)
            longer = (path[0] + cost, path[1] - _weight(token), (*path[2], token))
            known = best[end]
            if known is None or longer[:2] < known[:2]:
                best[end] = longer
    found = best[-1]
    return _with_ties(_merged_latin(found[2] if found else ()), tied)


def _weight(token: Token) -> int:
    """Long words count more; the head of a unit some more, so that 학회장 is not 학 + 회장."""
    return len(token.text) ** 2 + (_HEAD_WEIGHT if token.is_any(Kind.HEAD) and token.glued else 0)


def _compact(text: str) -> tuple[str, frozenset[int], dict[int, str]]:
    """The letters without spaces and ties; where written words begin; and what is tied to which letter's end."""
    letters, starts = "", set()
    tied: dict[int, str] = {}
    for word in text.split():
        starts.add(len(letters))
        place = 0
        for match in _TIED.finditer(word):
            letters += word[place : match.start()]
            tied[len(letters)] = tied.get(len(letters), "") + match[0]
            place = match.end()
        letters += word[place:]
    return letters, frozenset(starts | {len(letters)}), tied


def _choices(
    letters: str, start: int, starts: frozenset[int], before: tuple[Token, ...], words: Vocabulary
) -> Iterator[tuple[Token, int]]:
    glued = start not in starts
    after_unknown = bool(before) and glued and before[-1].is_any(Kind.UNKNOWN)
    for length in range(1, min(words.longest, len(letters) - start) + 1):
        entries = words.get(letters[start : start + length])
        entries = tuple(e for e in entries if _may_stand(e, letters, start, length, starts))
        if not (glued and before and before[-1].is_any(Kind.ORGANISATION)):
            entries = tuple(entry for entry in entries if entry.korean != _ITS_HEAD)
        if glued and before and before[-1].text.endswith("연구"):
            entries = tuple(entry for entry in entries if entry.korean not in _AFTER_RESEARCH)
        if after_unknown:
            entries = tuple(
                entry for entry in entries if entry.kind in _AFTER_UNKNOWN and not _OF_A_BODY.search(entry.english)
            )
        if entries:
            yield Token(letters[start : start + length], entries, glued), 1
    yield from _unnamed(letters, start, starts, glued=glued)


def _may_stand(entry: Entry, letters: str, start: int, length: int, starts: frozenset[int]) -> bool:
    end = start + length
    if _LETTER.match(letters[start]) and start not in starts and _LETTER.match(letters[start - 1]):
        return False
    if _LETTER.match(letters[end - 1]) and end not in starts and _LETTER.match(letters[end]):
        return False
    if start not in starts and any(start < place < end for place in starts):
        return False
    if length > 1 or entry.korean in _HANJA_ENTRIES or not is_hangul(letters[start]):
        return True
    if entry.korean == _ITS_HEAD or entry.kind in _NEVER_FIRST:
        return start not in starts or entry.korean in ("겸", "및")
    return start in starts and end in starts


def _unnamed(letters: str, start: int, starts: frozenset[int], *, glued: bool) -> Iterator[tuple[Token, int]]:
    """An unknown name in Hangul from the start of a written word, or a run of Latin letters."""
    latin = _LATIN.match(letters, start)
    if latin:
        end = min([place for place in starts if start < place < latin.end()], default=latin.end())
        yield _bare(letters[start:end], Kind.LATIN, glued=glued), 2
    if not glued and is_hangul(letters[start]):
        end = start
        while end < len(letters) and is_hangul(letters[end]) and (end == start or end not in starts):
            end += 1
            if end - start >= _SHORTEST_NAME:
                yield _bare(letters[start:end], Kind.UNKNOWN, glued=glued), _UNKNOWN_COST + end - start
    if not latin and not is_hangul(letters[start]):
        yield _bare(letters[start], Kind.UNKNOWN, glued=glued), _UNKNOWN_COST * 10


def _bare(text: str, kind: Kind, *, glued: bool) -> Token:
    return Token(text, (Entry(text, text, kind),), glued)


def _merged_latin(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Latin words in a row as one name, with the spaces between them."""
    merged: list[Token] = []
    position = 0
    for token in tokens:
        position += len(token.text)
        if merged and token.is_any(Kind.LATIN) and merged[-1].is_any(Kind.LATIN):
            name = merged[-1].entries[0].english + ("" if token.glued else " ") + token.text
            entry = Entry(name, name, Kind.LATIN)
            merged[-1] = replace(merged[-1], text=merged[-1].text + token.text, entries=(entry,))
        else:
            merged.append(token)
    return tuple(merged)


def _with_ties(tokens: tuple[Token, ...], tied: dict[int, str]) -> tuple[Token, ...]:
    placed, position = [], 0
    for token in tokens:
        start, position = position, position + len(token.text)
        ties = "".join(mark for place, mark in sorted(tied.items()) if start < place <= position or not place)
        placed.append(replace(token, suffix=ties))
    return tuple(placed)
