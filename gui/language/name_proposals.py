"""How a Korean name is to be spelled in English, and on what grounds.

In the order of trust: the termbase, what a person confirmed in this project, the Latin spelling that the release itself
gives, the customary spelling of the family name with the given name by the Revised Romanization. Only the first two
stand without anybody looking at them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gui.document.errors import Message, note
from gui.language.name_matching import Order, order_of, swapped
from gui.language.names import propose, split_name
from gui.language.termbase import Termbase

_LATIN_RUN = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]*(?: [A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]*){1,3}"
_CAPITALS = re.compile(r"[A-Z]{2,}")
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class NameProposal:
    """An English spelling and where it comes from; ``confirmed`` where nobody has to look at it any more."""

    text: str
    grounds: Message
    confirmed: bool


def propose_name(
    name: str, *, confirmed: Mapping[str, str] = _NOTHING, sources: Iterable[str] = (), on: date | None = None
) -> NameProposal | None:
    """The English of a Korean name with its grounds, ``None`` where the text cannot be a Korean name.

    Args:
        name: The name in Hangul.
        confirmed: Spellings that a person confirmed, by the Hangul without white space.
        sources: Korean texts of the release, in which the name may stand with its Latin spelling beside it.
        on: The date of the release.
    """
    hangul = "".join(name.split())
    if hangul in confirmed:
        return NameProposal(confirmed[hangul], note("confirmed in this project"), confirmed=True)
    term = Termbase.load().lookup(hangul, on)
    if term and term.domain == "person":
        return NameProposal(term.english, note("from the termbase"), confirmed=term.sure(on))
    latin = next(filter(None, (latin_beside(hangul, source) for source in sources)), None)
    if latin:
        return NameProposal(latin, note("as the release spells it"), confirmed=False)
    return _customary(hangul)


def _customary(hangul: str) -> NameProposal | None:
    parts, english = split_name(hangul), propose(hangul)
    if parts is None or english is None:
        return None
    surname = parts[0]
    others = ", ".join(spelling for spelling in surname.spellings if spelling != surname.preferred)
    grounds = (
        note("customary {surname} (also {others}), given name romanised", surname=surname.preferred, others=others)
        if others
        else note("customary {surname}, given name romanised", surname=surname.preferred)
    )
    return NameProposal(english, grounds, confirmed=False)


def latin_beside(hangul: str, source: str) -> str | None:
    """The Latin spelling that stands in brackets after the name, or before it: 홍길동(Gildong Hong), family first."""
    written = r"\s?".join(map(re.escape, hangul))
    match = re.search(rf"{written}\s*[(\[]\s*({_LATIN_RUN})|({_LATIN_RUN})\s*[(\[]\s*{written}", source)
    return in_korean_order(hangul, (match[1] or match[2]).strip()) if match else None


def in_korean_order(hangul: str, latin: str) -> str | None:
    """A Latin spelling with the family name first and no shouting capitals, ``None`` where it is another name."""
    order = order_of(hangul, latin)
    if order is None:
        return None
    spelled = _CAPITALS.sub(lambda match: match[0].capitalize(), latin)
    return swapped(spelled) if order is Order.GIVEN_FIRST else spelled
