"""Two spellings of one thing in one text: 매킨지 and 맥킨지, 한-미 and 한미, Dymaics and Dynamics.

Every search is by keys that the spellings share, so its time grows with the text, not with the square of its words.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from gui.language.similarity import deletions, one_slip, sounds

_HANGUL_WORD = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{3,}")
_PARTICLES = re.compile(
    r"(?:(?:에서|에게|으로|까지|부터|로)?(?:은|는|도|의|만)|이|가|을|를|의|에|와|과|로|으로|에서|에게|까지|부터|이라[고는며]|들이|들은|들의|들을|인)$"
)
_PREDICATE = re.compile(r"[다고며서면는한할된될던게여해돼되으니음기듯라자나록워]$")
"""How forms of verbs end; they differ by their endings as names do by their spelling."""

_SHORTEST = 3
_LATIN_WORD = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{4,19}(?![A-Za-z])")
_JOINED = re.compile(r"(?<![가-힣])[가-힣][-‐–][가-힣]{1,5}")
_LONG = 7
"""Letters from which on two slips are one word still."""

_LARGEST_GROUP = 12
_REACH = 24
"""Characters in which the words beside a word are looked for."""

_BEGINNING = 3
"""Syllables of the word after that count."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands.

    ``place`` is the caller's name for its text, ``near`` what else makes two words likely to mean the same: the words
    beside it, the row of a table.
    """

    text: str
    place: Hashable
    start: int
    near: frozenset[Hashable] = frozenset()

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets in its text."""
        return self.start, self.start + len(self.text)


Pair = tuple[Word, Word]
"""Two spellings, in the order in which they first appear."""


def hangul_words(text: str, place: Hashable) -> Iterator[Word]:
    """The Hangul words of three syllables or more without particles; no forms of verbs."""
    for stem, start, near in _stems(text):
        yield Word(stem, place, start, near)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[tuple[str, int, frozenset[Hashable]], ...]:
    """Stems with their places and neighbours; remembered, since the release is read again after every change."""
    return tuple(
        (stem, match.start(), _beside(text, match))
        for match in _HANGUL_WORD.finditer(text)
        if len(stem := _PARTICLES.sub("", match[0])) >= _SHORTEST and not _PREDICATE.search(stem)
    )


def latin_words(text: str, place: Hashable, near: Iterable[Hashable] = ()) -> Iterator[Word]:
    """The Latin words with a capital and five letters or more."""
    for match in _LATIN_WORD.finditer(text):
        yield Word(match[0], place, match.start(), _beside(text, match) | frozenset(near))


def joined_words(text: str, place: Hashable) -> Iterator[Word]:
    """Hangul of one syllable with a hyphen after it: 한-미, 윈-윈."""
    for match in _JOINED.finditer(text):
        yield Word(match[0], place, match.start())


def _beside(text: str, match: re.Match[str]) -> frozenset[Hashable]:
    """The word before and the beginning of the word after, which may have another particle, each with its side."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    near: set[Hashable] = set()
    if before[-1:].isspace() and (words := before.split()):
        near.add("<" + words[-1])
    if after[:1].isspace() and (words := after.split()) and len(words[0]) > 1:
        near.add(">" + words[0][:_BEGINNING])
    return frozenset(near)


def sound_variants(words: Iterable[Word]) -> Iterator[Pair]:
    """Words that sound alike but are spelled differently; next to the same word, one vowel may be another."""
    groups: dict[Hashable, dict[str, Word]] = {}
    for word in _unseen(words):
        parts = sounds(word.text)
        for key in ("".join(parts), *_with_open_vowel(word, parts)):
            groups.setdefault(key, {}).setdefault(word.text, word)
    return _distinct(pair for group in groups.values() for pair in _against_first(group) if not _same_stem(pair))


def _unseen(words: Iterable[Word]) -> Iterator[Word]:
    """Each word once for each neighbourhood: repetitions tell nothing new."""
    seen: set[tuple[str, frozenset[Hashable]]] = set()
    for word in words:
        if (word.text, word.near) not in seen:
            seen.add((word.text, word.near))
            yield word


def _with_open_vowel(word: Word, parts: list[str]) -> Iterator[Hashable]:
    for near in word.near:
        for place, part in enumerate(parts[:-1]):
            if len(part) > 1:
                yield near, "".join((*parts[:place], part[0] + "?" + part[2:], *parts[place + 1 :]))


def _same_stem(pair: Pair) -> bool:
    """Words that differ in their last syllable only differ by an ending."""
    return pair[0].text[:-1] == pair[1].text[:-1]


def latin_variants(words: Iterable[Word]) -> Iterator[Pair]:
    """Names one slip apart that have a neighbour, or a row of a table, in common."""
    first_of: dict[str, Word] = {}
    neighbours: dict[str, set[Hashable]] = {}
    for word in words:
        first_of.setdefault(word.text, word)
        neighbours.setdefault(word.text, set()).update(word.near)
    groups: dict[str, dict[str, Word]] = {}
    for text, word in first_of.items():
        for key in deletions(text.casefold(), 2 if len(text) >= _LONG else 1):
            groups.setdefault(key, {})[text] = word
    for first, second in _distinct(pair for group in groups.values() for pair in _small_pairs(group)):
        if one_slip(first.text, second.text) and neighbours[first.text] & neighbours[second.text]:
            yield first, second


def _small_pairs(group: dict[str, Word]) -> Iterator[Pair]:
    """All pairs of a small group; a large one holds a common stem and no slips."""
    if len(group) <= _LARGEST_GROUP:
        yield from combinations(group.values(), 2)


def _against_first(group: dict[str, Word]) -> Iterator[Pair]:
    first, *others = group.values()
    return ((first, other) for other in others)


def _distinct(pairs: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        texts = pair[0].text, pair[1].text
        if texts not in seen and texts[::-1] not in seen:
            seen.add(texts)
            yield pair
