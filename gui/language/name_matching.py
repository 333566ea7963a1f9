"""Whether Latin letters can be a Korean name, and in which order they have it.

Everybody spells their own name, so spellings are compared by their consonants in classes that Korean does not tell
apart (g/k, d/t, b/p, j/ch, r/l) with any vowel between: ``Dong-sup`` and ``Dong-seop`` are one name, ``Dong-min`` is
another.
"""

import re
from enum import Enum
from itertools import groupby

from gui.language.names import romanise_given, split_name
from gui.language.similarity import distance

_WORD = r"[A-Z][A-Za-z'’]*(?:-[A-Za-z]+)*"
_NAMES = re.compile(rf"(?<![A-Za-z-]){_WORD}(?: {_WORD}){{0,5}}(?![A-Za-z])")
_CLASSES = (("sh", "s"), ("ch", "c"), ("ng", "N"), ("ck", "k"), ("kk", "k"), ("x", "ks"), ("ph", "p"), ("z", "c"))
_LETTERS = str.maketrans("gqdbjrfv", "kktpclpp")
_GLIDE = re.compile(r"[yw](?=[aeiou])")
_MOST_WORDS = 3
"""A name has a family name and one or two words of given name (Yoon Suk Yeol)."""


class Order(Enum):
    """Which of the two names stands first."""

    FAMILY_FIRST = "family first"
    GIVEN_FIRST = "given first"


def order_of(korean: str, latin: str) -> Order | None:
    """The order in which ``latin`` writes the Korean name ``korean``; ``None`` where it cannot be that name."""
    parts = split_name(korean)
    words = re.findall(r"[A-Za-z'’]+", latin)
    if parts is None or not 2 <= len(words) <= _MOST_WORDS + 1:
        return None
    surname, given = parts
    spellings = {spelling.casefold().replace("-", "") for spelling in surname.spellings}
    wanted = _skeleton(romanise_given(given))
    if words[0].casefold() in spellings and _same(wanted, _skeleton("".join(words[1:]))):
        return Order.FAMILY_FIRST
    if words[-1].casefold() in spellings and _same(wanted, _skeleton("".join(words[:-1]))):
        return Order.GIVEN_FIRST
    return None


def find_name(korean: str, text: str) -> tuple[int, int, Order] | None:
    """Where the Korean name ``korean`` stands in an English text, spelled and ordered in whatever way."""
    for run in _NAMES.finditer(text):
        words = list(re.finditer(_WORD, run[0]))
        for count in range(min(_MOST_WORDS, len(words)), 1, -1):
            for first in range(len(words) - count + 1):
                start, end = run.start() + words[first].start(), run.start() + words[first + count - 1].end()
                end -= 2 if text[start:end].endswith(("'s", "’s")) else 0
                order = order_of(korean, text[start:end])
                if order is not None:
                    return start, end, order
    return None


def swapped(latin: str) -> str:
    """A name with the given name first, put in Korean order: ``Dong-sup Yoon`` becomes ``Yoon Dong-sup``."""
    *given, family = latin.split()
    return f"{family} {'-'.join(given).capitalize()}"


def _skeleton(latin: str) -> str:
    """The consonants in their classes with ``V`` for each run of vowels and glides."""
    text = re.sub(r"[^a-z]", "", latin.casefold())
    for letters, single in _CLASSES:
        text = text.replace(letters, single)
    text = _GLIDE.sub("", text.translate(_LETTERS))
    text = re.sub(r"[aeiouyw]+|(?<=V)h(?![aeiouV])", "V", text)
    return "".join(letter for letter, _ in groupby(text))


def _same(first: str, second: str) -> bool:
    """One consonant may differ: 렬 is ryeol or yeol, 희 hee or ui."""
    allowed = 1 if len(first) >= 5 else 0
    return bool(second) and distance(first, second, allowed) <= allowed
