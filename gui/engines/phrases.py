"""Reads one phrase of a career, right to left as Korean puts it: role, field, unit, organisation.

``하버드 의대 응급의학과 교수`` is organisation, field, role. Whatever does not fit makes the whole phrase unread: no
translation is better than a wrong one.
"""

from collections.abc import Sequence
from dataclasses import replace

from gui.engines.entries import Entry, Kind
from gui.engines.phrase import Phrase, Unreadable
from gui.engines.phrase_reader import PhraseReader
from gui.engines.phrase_rules import NAME_PARTS
from gui.engines.tokens import Token


def read_phrase(tokens: Sequence[Token], context: str = "") -> Phrase:
    """The phrase in ``tokens``, which hold no comma and no link between two roles.

    Args:
        tokens: The words.
        context: The kind of the organisation, until the phrase names one.

    Raises:
        Unreadable: words are missing or stand in an order that is not understood.
    """
    rest = [token for place, token in enumerate(tokens) if not _is_filler(token) and not _is_charge(tokens, place)]
    if not rest:
        raise Unreadable
    reader = PhraseReader(context)
    last = _degree_studied(rest)
    if last.is_any(Kind.DEGREE):
        reader.degree(rest.pop())
    elif _is_head(rest):
        reader.walk(rest[:-1], last)
        reader.head(last)
        return reader.finish()
    elif last.is_any(Kind.ROLE):
        role, modifiers = rest.pop(), _modifiers(rest)
        reader.walk(rest, None if modifiers else role)
        reader.role(role, modifiers)
        return reader.finish()
    reader.walk(rest)
    return reader.finish()


_STUDIED = (("Ph.D.", "Doctoral coursework completed"), ("Master's degree", "Master's coursework completed"))
"""A degree before 수료: its courses are completed and nothing more."""


def _degree_studied(tokens: list[Token]) -> Token:
    """The last word; 박사 수료 and 박사 졸업 are one word, and so are 경제학박사 수료 and 경제학박사 졸업."""
    last, before = tokens[-1], tokens[-2].entry(Kind.DEGREE) if len(tokens) > 1 else None
    done = last.entry(Kind.DEGREE)
    if before is None or done is None or done.join != "from":
        return last
    tokens.pop()
    if done.korean != "수료":
        return tokens[-1]
    for degree, studied in _STUDIED:
        if before.english.startswith(degree):
            entry = replace(before, english=studied + before.english.removeprefix(degree))
            tokens[-1] = replace(tokens[-1], entries=(entry,))
            return tokens[-1]
    raise Unreadable


def _is_filler(token: Token) -> bool:
    return not token.suffix and token.is_any(Kind.FILLER) and not token.is_any(Kind.ROLE, Kind.FIELD)


def _is_charge(tokens: Sequence[Token], place: int) -> bool:
    """담당, 총괄 between a field and a title (생산담당 부사장) say nothing that their order does not say."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        place > 0 and tokens[place].text in ("담당", "총괄") and following is not None and following.is_any(Kind.ROLE)
    )


def _is_head(tokens: list[Token]) -> bool:
    """Whether the last word heads a unit named before it (반도체 연구센터장), and is not a title by itself (센터장)."""
    head = tokens[-1].entry(Kind.HEAD)
    if head is None:
        return False
    if len(tokens) == 1:
        return head.join == "generic" or not tokens[-1].is_any(Kind.ROLE)
    before = tokens[-2]
    named = before.is_any(*NAME_PARTS) and not before.is_any(Kind.ORGANISATION, Kind.UNIT)
    organisation = before.entry(Kind.ORGANISATION)
    if before.is_any(Kind.GENERIC) and not before.is_any(Kind.FIELD) and not tokens[-1].glued:
        named = False
    of_another = head.join == "generic" and organisation is not None and organisation.context != head.context
    return named or of_another or not tokens[-1].is_any(Kind.ROLE)


def _modifiers(tokens: list[Token]) -> list[Entry]:
    found: list[Entry] = []
    while len(tokens) > 1 or (tokens and not tokens[-1].is_any(Kind.COUNTRY)):
        modifier = tokens[-1].entry(Kind.MODIFIER)
        if modifier is None:
            break
        tokens.pop()
        found.insert(0, modifier)
    return found
