"""What the reader of phrases knows of titles, parts and names: which are sure, and what a compound is called."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gui.engines.entries import Entry, Kind
from gui.engines.phrase import Unreadable
from gui.engines.tokens import Token
from gui.engines.vocabulary import kind_of
from gui.engines.wording import words_of

ATTRIBUTES = {"United States": "U.S.", "United Kingdom": "UK"}
"""Countries whose short form stands before a noun."""

LONGEST_FIELD = 3
"""More words than this before a consultant or an incubator are a description, not a field."""

DIRECTED = ("센터", "연구소")
"""What a director heads, whatever kind of body it belongs to (국립감염병연구소장)."""

OF_A_SCHOOL = re.compile(r"\b(?:School|College) of|\b(?:Law|Medical|Business|Graduate) School")
"""English names of schools within a university, which a dean heads."""

AT_PLACES = frozenset({"Plant", "Branch", "Office", "Campus", "Steelworks", "Shipyard", "Site"})
LONGEST_PLACE = 3
"""Parts that are called by the place where they are, and syllables that such a place has."""

LONGEST_SOUNDS = 4
"""More unknown syllables than this are several words, which nobody recognises by their sound."""

WHOLE = frozenset({"hospital", "university"})
"""What belongs to an organisation and has its name: 고려대 병원장."""

WITH_INSTITUTES = frozenset({"company", "bank"})
"""Organisations that have institutes as units; what is glued to their name may make it another company's."""

OFFICIAL = frozenset(
    {"ministry", "agency", "commission", "state", "international", "local", "department", "police", "military"}
)
"""Bodies whose parts have an official English of their own, so that ours is a proposal."""

PLAIN_UNITS = frozenset({
    "Department", "Team", "Division", "Office", "Bureau", "Group", "Business Division", "Business Unit", "Branch",
    "Secretariat", "Plant",
})  # fmt: skip
"""Parts that have no name of their own beyond what they do; a centre or an institute has one."""

SAFE_MODIFIERS = frozenset({"Honorary", "Co-", "Visiting", "Former", "Global", "Asia-Pacific", "Europe", "Asia"})
"""What may stand before any title without making it another one."""

OF_THE_WORLD = re.compile(r"General|President|Chair|Governor|Director$")
"""Titles that every international body uses in its own way."""

SAYS_NOTHING = frozenset({"Group", "Department", "Division", "Office", "Bureau", "School", "Part", "Program"})
"""Names of units that by themselves tell no unit: their own name was not understood."""

NAME_PARTS = (Kind.FIELD, Kind.UNKNOWN, Kind.LATIN, Kind.PLACE, Kind.COUNTRY, Kind.MODIFIER, Kind.GENERIC, Kind.AND)


def name_part(token: Token, following: Token | None) -> Token:
    """A word of a name; a title in Latin letters is one where something is glued to it (CMO사업부)."""
    if token.is_any(*NAME_PARTS):
        return token
    if token.text.isascii() and following is not None and following.glued:
        return replace(token, entries=(Entry(token.text, token.text, Kind.LATIN),))
    raise Unreadable


def composed(pending: Sequence[Token], generic: Entry) -> str:
    """The name of an organisation put together; long unknown words stay in Korean, since sounds would tell nothing."""
    if any(part.is_any(Kind.UNKNOWN) and len(part.text) > LONGEST_SOUNDS for part in pending):
        return "".join(part.text for part in pending) + generic.korean
    return " ".join(filter(None, [words_of(pending, capital=True), generic.english]))


def head_of_named(entry: Entry, korean: str, english: str, kind: str) -> Entry:
    """Who heads an organisation by what its name ends in: a centre's director, a school's dean."""
    if korean.endswith(DIRECTED) and not korean.endswith("암센터"):
        return replace(entry, english="Director", sure=True)
    if kind == "university" and OF_A_SCHOOL.search(english):
        return replace(entry, english="Dean", sure=True)
    if korean.endswith("사관학교"):
        return replace(entry, english="Superintendent", sure=True)
    if korean.endswith("원") and not entry.sure:
        return replace(entry, english="President")
    return entry


def tells_kind(name: str) -> bool:
    """Whether a name in Latin letters tells what kind of organisation it is."""
    return kind_of(f"{name} ") != "company" or any(word in name for word in ("Bio", "Inc", "Corp", "Capital", "Tech"))
