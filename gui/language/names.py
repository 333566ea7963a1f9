"""Names of persons: Korean names in Latin letters, syllable by syllable.

Family name first in its customary spelling, given name hyphenated: ``Yoon Dong-seop``. Spelling is a person's own
choice, so what comes from here is a proposal until somebody confirms it. Surnames and the shares of their spellings
come from ``resources/language/surnames.tsv`` (passport and public-figure statistics).
"""

import re
from dataclasses import dataclass
from functools import cache

from gui import assets
from gui.language.romanise import is_hangul, romanise_syllable

_LONGEST_GIVEN = 2
_USUAL_GIVEN = 2
"""Given names have one or two syllables; longer ones are too rare to tell a name from a noun."""


@dataclass(frozen=True, slots=True)
class Surname:
    """A family name: ``rule`` by the Revised Romanization, ``preferred`` as most bearers write it, and the others."""

    korean: str
    rule: str
    preferred: str
    others: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """All accepted spellings, the preferred one first, none twice."""
        return tuple(dict.fromkeys((self.preferred, *self.others, self.rule)))


@cache
def surnames() -> dict[str, Surname]:
    """All known family names by their Hangul."""
    return {
        row["ko"]: Surname(row["ko"], row["rule"], row["preferred"], tuple(filter(None, row["others"].split("; "))))
        for row in assets.rows("language", "surnames.tsv")
    }


def split_name(name: str) -> tuple[Surname, str] | None:
    """Family and given name of a Korean name in Hangul, or ``None`` where it cannot be one.

    A surname of two syllables (남궁, 황보) is taken where at least one syllable is left for the given name.
    """
    hangul = re.sub(r"\s+", "", name)
    if not hangul or not all(is_hangul(character) for character in hangul):
        return None
    for length in (2, 1):
        surname, given = surnames().get(hangul[:length]), hangul[length:]
        if surname and 1 <= len(given) <= _LONGEST_GIVEN:
            return surname, given
    return None


def has_usual_length(name: str) -> bool:
    """Whether it can be a family name and a given name of two syllables; shorter ones look like too many nouns."""
    parts = split_name(name)
    return parts is not None and len(parts[1]) == _USUAL_GIVEN


def propose(name: str) -> str | None:
    """The likeliest spelling of a Korean name, unconfirmed; ``None`` where the text cannot be a Korean name."""
    parts = split_name(name)
    if parts is None:
        return None
    surname, given = parts
    return f"{surname.preferred} {romanise_given(given)}"


def romanise_given(given: str) -> str:
    """A given name: syllable by syllable, hyphenated, only its first letter a capital."""
    return "-".join(romanise_syllable(character) for character in given).capitalize()


def accepts(korean: str, latin: str) -> bool:
    """Whether ``latin`` can be the name ``korean``: an accepted spelling of its surname, in either order of the names.

    The given name is everybody's own choice and is not looked at, but for its being there.
    """
    parts = split_name(korean)
    words = re.findall(r"[A-Za-z]+(?:[-'][A-Za-z]+)*", latin)
    if parts is None or len(words) < 2:
        return False
    spellings = {spelling.casefold() for spelling in parts[0].spellings}
    return words[0].casefold() in spellings or words[-1].casefold() in spellings
