"""English for words in a row: a field of study, or what stands in a name."""

from collections.abc import Sequence

from gui.engines.entries import Kind
from gui.engines.phrase import Unreadable
from gui.engines.tokens import Token
from gui.language.romanise import has_hangul, romanise


def field_of(tokens: Sequence[Token]) -> str:
    """The words as a field, which no place is part of (샌디에이고 화학과 is the chemistry of a campus)."""
    mixed = any(token.is_any(Kind.PLACE) and not token.is_any(Kind.MODIFIER) for token in tokens)
    if mixed and len(tokens) > 1:
        raise Unreadable
    return words_of(tokens)


def words_of(tokens: Sequence[Token], *, capital: bool = False) -> str:
    """English for the words of a field or name; unknown Hangul is romanised for a name."""
    english = " ".join(_word(token, capital=capital) + token.suffix for token in tokens)
    return english.replace("United States ", "U.S. ") if capital else english


def _word(token: Token, *, capital: bool) -> str:
    entry = token.entry(Kind.AND, Kind.FIELD, Kind.PLACE, Kind.COUNTRY, Kind.MODIFIER, Kind.LATIN, Kind.GENERIC)
    if entry:
        return entry.english
    if not capital or not has_hangul(token.text):
        raise Unreadable
    return romanise(token.text, capital=True)
