"""The words of careers: organisations, roles, degrees, fields of study, and what kind of word each is.

The words are data: ``resources/language/careers.tsv`` and ``organisations.tsv``, and of the termbase the names of
bodies, countries, places and titles.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from gui import assets
from gui.engines.entries import Entry, Kind
from gui.engines.localities import localities, region
from gui.language.romanise import has_hangul
from gui.language.termbase import Term, Termbase, per_termbase

_SLIP = 0.88
_SHORTEST_SLIP = 7
"""How like two names are, by :mod:`difflib`, where one may be a misspelling of the other; short ones are too alike."""


class Vocabulary:
    """Looks words up by their letters without white space."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._latin: dict[str, Entry] = {}
        for entry in entries:
            key = "".join(entry.korean.split())
            self._entries[key] = (*self._entries.get(key, ()), entry)
            if entry.kind is Kind.ORGANISATION:
                self._latin.setdefault(latin_key(entry.english), entry)
        self.longest = max(map(len, self._entries), default=0)

    def get(self, key: str) -> tuple[Entry, ...]:
        """All that a word can be."""
        return self._entries.get(key, ())

    def similar_organisation(self, name: str) -> Entry | None:
        """A known organisation whose English name is this one but for a slip, ``None`` for the same name."""
        key = latin_key(name)
        close = get_close_matches(key, self._latin, 1, _SLIP) if len(key) >= _SHORTEST_SLIP else []
        return self._latin[close[0]] if close and close[0] != key else None

    def latin_organisation(self, name: str) -> Entry | None:
        """The organisation with this English name, spaces and punctuation aside."""
        return self._latin.get(latin_key(name))


def latin_key(name: str) -> str:
    """An English name without what people write differently: spaces, capitals, punctuation."""
    return re.sub(r"[^a-z0-9]", "", name.replace("&", "and").casefold())


@per_termbase()
def vocabulary() -> Vocabulary:
    """The vocabulary of the project, with the terms of the user."""
    bodies = (*_organisations(), *_from_termbase())
    careers = tuple(_careers())
    titled = {"".join(entry.korean.split()) for entry in careers}
    chairs = (chair for body in bodies for chair in _chair(body) if "".join(chair.korean.split()) not in titled)
    return Vocabulary((*bodies, *localities(assets.rows("language", "localities.tsv")), *careers, *chairs))


def _chair(body: Entry) -> Iterator[Entry]:
    """Who chairs a committee, in one word with its name: 외교통일위원장. Some have a president: never sure."""
    if body.korean.endswith("위원회"):
        title = f"Chairperson, {body.english}"
        yield Entry(f"{body.korean[:-1]}장", title, Kind.ROLE, "comma", sure=False)


def _lines(name: str) -> Iterator[list[str]]:
    """The rows of a large file, without its heading: its columns are in the order of the data's description."""
    with assets.path("language", name).open(encoding="utf-8", newline="") as file:
        next(file)
        for line in file:
            yield line.rstrip("\r\n").split("\t")


def _careers() -> Iterator[Entry]:
    kinds = {kind.value: kind for kind in Kind}
    for name in ("careers.tsv", "honours.tsv"):
        for korean, english, kind, join, context, certainty in _lines(name):
            yield Entry(korean, english, kinds[kind], join, context, certainty != "B")


def _organisations() -> Iterator[Entry]:
    for korean, english, kind, certainty in _lines("organisations.tsv"):
        yield Entry(korean, english, Kind.ORGANISATION, "", kind, certainty != "B")


_BODIES = {
    "ministry": "ministry", "agency": "agency", "commission": "commission", "constitutional": "state",
    "presidency": "state", "international": "international", "public-institution": "", "organisation": "",
}  # fmt: skip
"""The domains of the termbase that name bodies, with the kind of body where all of a domain are of one."""

_WITH_ARTICLE = re.compile(r"United|Netherlands|Philippines|European|Czech Republic|Republic")


def _from_termbase() -> Iterator[Entry]:
    for term in Termbase.load():
        if term.domain in _BODIES and not term.english.islower():
            yield from _body(term)
        elif term.domain == "region":
            yield Entry(term.korean, term.english, Kind.PLACE, sure=term.certainty != "B")
            yield from region(term.korean, term.english)
        elif term.domain == "country":
            yield Entry(term.korean, term.english, Kind.COUNTRY)
            yield from _embassy(term)
        elif term.by_user and term.domain != "person":
            yield _of_user(term)


def _of_user(term: Term) -> Entry:
    """A term of the user in any other domain: a title, a body where the English names one, else a field of work."""
    context = next((kind for kind, words in _COMPILED if words.search(term.english)), "")
    sure = term.certainty != "B"
    if term.domain == "title":
        return Entry(term.korean, term.english, Kind.ROLE, "comma", sure=sure)
    if context:
        return Entry(term.korean, term.english, Kind.ORGANISATION, "", context, sure)
    return Entry(term.korean, term.english, Kind.FIELD, sure=sure)


def _embassy(country: Term) -> Iterator[Entry]:
    name = f"the {country.english}" if _WITH_ARTICLE.match(country.english) else country.english
    yield Entry(f"주{country.korean}대사", f"Ambassador to {name}", Kind.ROLE, "comma")
    embassy = f"Embassy of the Republic of Korea in {name}"
    yield Entry(f"주{country.korean}대사관", embassy, Kind.ORGANISATION, "", "embassy")
    yield Entry(f"주한{country.korean}대사", f"Ambassador of {name} to Korea", Kind.ROLE, "comma")
    yield Entry(f"주한{country.korean}대사관", f"Embassy of {name} in Korea", Kind.ORGANISATION, "", "embassy")


_ACRONYM = re.compile(r"(?!MOU$)[A-Z][A-Z-]{2,}|UN|EU")
"""MOU is left out: it reads as memorandum of understanding, hardly ever as the Ministry of Unification."""


def _body(term: Term) -> Iterator[Entry]:
    context = _BODIES[term.domain] or kind_of(term.english)
    sure = term.certainty != "B"
    yield Entry(term.korean, term.english, Kind.ORGANISATION, "", context, sure)
    for acronym in filter(_ACRONYM.fullmatch, term.accepted):
        yield Entry(acronym, acronym, Kind.ORGANISATION, "", context)
    if term.korean.endswith("대학교"):
        yield Entry(term.korean.removesuffix("학교"), term.english, Kind.ORGANISATION, "", context, sure)


_KINDS = (
    ("association", r"Association|Society|Federation|Federations|Council|Chamber|Union|Forum"),
    ("lawfirm", r"LLP|PLLC|Law|law firm"),
    ("hospital", r"Hospital|Medical Center|Health System|Clinic"),
    ("university", r"University|College|School|Caltech|KAIST|Institute of Technology|Academy"),
    ("foundation", r"Foundation"),
    ("bank", r"Bank"),
    ("museum", r"Museum|Library"),
    ("institute", r"Institute|Laboratory|Laboratories|Research"),
    ("ministry", r"Ministry"),
    ("agency", r"Agency|Administration|Service|Authority|Office"),
    ("company", r"Inc\.?|Corp\.?|Corporation|Ltd\.?|Co\.|LLC|Company|Bio\w*|Tech\w*|Therapeutics|Pharma\w*|Capital"
                r"|Ventures|Partners|Group|Holdings|Labs?|Systems|Electronics|Motors?|Energy|Robotics|Dynamics|Networks|Software"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"\b(?:{words})(?!\w)")) for kind, words in _KINDS)


def kind_of(english: str) -> str:
    """What kind of organisation an English name tells, ``company`` for a known body that tells nothing."""
    return next((kind for kind, words in _COMPILED if words.search(english)), "" if has_hangul(english) else "company")
