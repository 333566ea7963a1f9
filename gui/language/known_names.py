"""Near misses: words of a Korean text that sound like a known name but are spelled differently.

Known are the organisations, bodies and places of the termbase and of ``resources/language/organisations.tsv``. Common
misspellings come from ``resources/language/misspellings.tsv``: loanwords against the rules of the National Institute
of Korean Language, Korean words, and endings.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gui import assets
from gui.language.similarity import sound_key, sounds
from gui.language.termbase import Termbase, per_termbase

_DOMAINS = frozenset({"ministry", "agency", "commission", "constitutional", "presidency", "public-institution",
                      "international", "organisation", "region"})  # fmt: skip
_MEANT = re.compile(r"(?:Misread|Misspelt|[Uu]sual Korean spelling) (?P<right>[가-힣]+)|(?P<other>[가-힣]+) is meant")
"""How a note of the termbase tells that a row is there only to be understood, and what would be right."""

_SHORTEST = 3
_SHORTEST_COMPANY = 2
"""Syllables. Names of companies are mostly loanwords, which no other word of two syllables sounds like by chance."""

_LONGEST = 16
_PHRASE = re.compile(r"(?<![가-힣A-Za-z])[가-힣]")
_HANGUL_PHRASE = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_BEGINNING = 4
"""Letters of a sound key that tell whether it is worth looking further: two syllables have at least as many."""

_LATIN_NAME = re.compile(r"(?<![A-Za-z])[A-Za-zÀ-ž]{3,}(?: ?& ?[A-Z][A-Za-zÀ-ž]+)?(?![A-Za-z])")
_ANYWHERE = 3
"""From this many syllables on a misspelling is looked for inside words too."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch of a text and the name or word that is probably meant; ``kind`` as in the data, or ``name``."""

    start: int
    end: int
    right: str
    kind: str


def near_misses(text: str) -> tuple[NearMiss, ...]:
    """The words of ``text`` that are misspelled or nearly a known name, in order, none over another."""
    names = [*_names_in(text), *_latin_in(text)]
    taken = {position for found in names for position in range(found.start, found.end)}
    words = [found for found in _misspelled(text) if found.start not in taken]
    return tuple(sorted((*names, *words), key=lambda found: found.start))


def _misspelled(text: str) -> Iterator[NearMiss]:
    for match in _misspellings().finditer(text):
        word = match[0]
        right, kind = _corrections()[word]
        inside = match.start() > 0 and "가" <= text[match.start() - 1] <= "힣"
        if not inside or kind == "ending" or len(word) >= _ANYWHERE:
            yield NearMiss(match.start(), match.end(), right, kind)


def _names_in(text: str) -> Iterator[NearMiss]:
    position = 0
    for match in _PHRASE.finditer(text):
        start = match.start()
        if start < position or not _may_begin(text[start : start + 2]):
            continue
        window = text[start : min(_phrase_end(text, start), start + _LONGEST)]
        found = _name_at(window, sounds(window), start)
        if found:
            position = found.end
            yield found


def _latin_in(text: str) -> Iterator[NearMiss]:
    """Known English names in another writing: ``Bain&Company``, ``bioMerieux``."""
    for match in _LATIN_NAME.finditer(text):
        right = _by_letters().get(_letters(match[0]))
        if right and right not in (match[0], match[0].upper()) and match[0].lower() != right.lower():
            yield NearMiss(match.start(), match.end(), right, "name")


def _letters(name: str) -> str:
    """A Latin name by its letters alone, without accents."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z]", "", plain.casefold())


def _phrase_end(text: str, start: int) -> int:
    match = _HANGUL_PHRASE.match(text, start)
    return match.end() if match else start


def _name_at(window: str, parts: list[str], start: int) -> NearMiss | None:
    """The longest known name that ``window`` begins to sound like; none where a known name itself stands there."""
    key, found = "", None
    for length, part in enumerate(parts, 1):
        key += part
        names = _by_sound().get(key) if part else None
        if names is None:
            continue
        written = window[:length].replace(" ", "")
        slip = (written not in names or written in _meant()) and _may_be(written, window[length:])
        found = NearMiss(start, start + length, _right(written, names), "name") if slip else None
    return found


def _right(written: str, names: tuple[str, ...]) -> str:
    """A known name that sounds like it, else what the termbase says is meant."""
    return _names()[names[0]] if names[0] not in _meant() else _meant().get(written, _meant()[names[0]])


def _may_be(written: str, after: str) -> bool:
    """Short ones have to be the whole word but for a particle of one syllable."""
    return len(written) > _SHORTEST or not re.match("[가-힣]{2}", after)


@per_termbase()
def _meant() -> dict[str, str]:
    """Rows of the termbase that are known slips, with what is right."""
    found = {}
    for term in Termbase.load():
        match = _MEANT.search(term.note)
        if match:
            found["".join(term.korean.split())] = match["right"] or match["other"]
    return found


@per_termbase()
def _by_sound() -> dict[str, tuple[str, ...]]:
    """Known names, without white space, by their sound keys; those that are right first."""
    table: dict[str, tuple[str, ...]] = {}
    for name in sorted(_names(), key=lambda name: name in _meant()):
        key = sound_key(name)
        if name not in table.get(key, ()):
            table[key] = (*table.get(key, ()), name)
    return table


@per_termbase()
def _by_letters() -> dict[str, str]:
    """English names with a mark or an accent that people leave out, by their letters."""
    terms = (term for term in Termbase.load() if term.domain == "organisation")
    return {_letters(term.english): term.english for term in terms if re.search(r"[^A-Za-z ,.]", term.english)}


@per_termbase()
def _beginnings() -> frozenset[str]:
    """What the sound keys of known names begin with."""
    return frozenset(key[:length] for key in _by_sound() for length in (_BEGINNING - 1, _BEGINNING))


@per_termbase(maxsize=20_000)
def _may_begin(syllables: str) -> bool:
    """Whether a known name may begin with these two syllables; most words need not be looked at further."""
    return sound_key(syllables)[:_BEGINNING] in _beginnings()


@per_termbase()
def _names() -> dict[str, str]:
    """Known names without white space, and as they are written."""
    terms = [term for term in Termbase.load() if term.domain in _DOMAINS]
    written = [(term.korean, _SHORTEST_COMPANY if term.domain == "organisation" else _SHORTEST) for term in terms]
    written += [(row["ko"], _SHORTEST) for row in assets.rows("language", "organisations.tsv")]
    bare = ((("".join(name.split())), name, shortest) for name, shortest in written)
    return {key: name for key, name, shortest in bare if len(key) >= shortest and re.fullmatch("[가-힣]+", key)}


@cache
def _corrections() -> dict[str, tuple[str, str]]:
    return {row["wrong"]: (row["right"], row["kind"]) for row in assets.rows("language", "misspellings.tsv")}


@cache
def _misspellings() -> re.Pattern[str]:
    longest_first = sorted(_corrections(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
