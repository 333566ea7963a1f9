"""What stands around a number in English: hedges, the direction of a change, *to* or *by*, the noun counted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gui.language.amounts import Hedge, Kind, Quantity, Role
from gui.language.english_numerals import WORDS, alternatives, initials

_BETWEEN = rf"(?:(?:{alternatives(WORDS['between'])}) )*"


def _classes(words: dict[str, list[str]], frame: str) -> str:
    """One named group for each class of hedges."""
    return "|".join(rf"(?P<{name}>{frame.format(alternatives(of))})" for name, of in words.items() if of)


_BOUNDS = [word for words in WORDS["hedges_before"].values() for word in words]
_BEFORE = re.compile(
    rf"\b{initials(_BOUNDS)}(?:{_classes(WORDS['hedges_before'], '{}')}) {_BETWEEN}\(?$", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?:[ -][a-z]+(?= or | and ))?[ -]?(?:{_classes(WORDS['hedges_after'], '{}')})(?![a-z])", re.IGNORECASE
)
_DIRECTIONS = dict.fromkeys(WORDS["up"], 1) | dict.fromkeys(WORDS["down"], -1)
_CHANGE = re.compile(r"\bnegative growth\b|\b(?!up to\b)[a-z]+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,.;()]\s|\b(?:and|but|while|which|that|or)\b|[0-9]")
_TO = re.compile(
    r"\b(?=t)(?<!up )(?<!close )(?<!amounting )(?<!amounts )to "
    r"(?:about |around |nearly |almost |some |more than |a |an |the )?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby (?:about |around |nearly |almost |some |more than |up to |at least |a |an |the )?$", re.IGNORECASE
)
_CHANGE_NOUN = re.compile(
    r"\s?(?:increase|decrease|reduction|cut|rise|drop|decline|fall|hike|growth|jump|gain)\b", re.IGNORECASE
)
_NOUN = re.compile(r"[ -]?([A-Za-z][A-Za-z-]*)")
_CHANGING = frozenset({Kind.PERCENT, Kind.POINT, Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.MULTIPLE})
_NEVER_HEDGED = frozenset({Kind.DATE, Kind.ORDINAL, Kind.LABEL, Kind.COMPARED, Kind.QUARTER, Kind.HALF_YEAR})
_BESIDE = re.compile(
    rf"\s?(?:by )?(?:(?:{alternatives(_BOUNDS)}) )?(?:an? )?-?",
    re.IGNORECASE,
)
"""What may stand between the figure and a word that gives its direction for it to be plainly about the figure."""

_LOOK = 44


def in_context(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities with hedges, direction, role and the word after them, read from the text around them."""
    yield from _from_to(text, [_told(text, quantity) for quantity in quantities])


def _told(text: str, quantity: Quantity) -> Quantity:
    match = _NOUN.match(text, quantity.end)
    noun = match[1].lower() if match else quantity.noun
    hedges = quantity.hedges if quantity.kind in _NEVER_HEDGED else _hedges(text, quantity)
    change = _change(text, quantity) if quantity.kind in _CHANGING else None
    if change is None:
        return replace(quantity, noun=noun, hedges=hedges)
    direction, role, plainly = change
    return replace(quantity, noun=noun, hedges=hedges, direction=direction, role=role, plainly=plainly)


def _hedges(text: str, quantity: Quantity) -> frozenset[Hedge]:
    found = set(quantity.hedges)
    for match in (
        _BEFORE.search(text[max(0, quantity.start - _LOOK) : quantity.start]),
        _AFTER.match(text, quantity.end),
    ):
        if match:
            found |= {Hedge(name) for name, value in match.groupdict().items() if value}
    return frozenset(found)


def _change(text: str, quantity: Quantity) -> tuple[int, Role | None, bool] | None:
    """The direction of a change, whether the figure is its amount, and whether that is said right beside it."""
    before = _last_clause(text[max(0, quantity.start - _LOOK) : quantity.start])
    after = text[quantity.end : quantity.end + _LOOK]
    end = _CLAUSE_END.search(after)
    after = after[: end.start()] if end else after
    words = [*_changes(before)][-1:] + [*_changes(after)][:1]
    directions = {_DIRECTIONS[word[0].lower()] for word in words}
    lowered = before.lower()
    role = Role.LEVEL if "to " in lowered and _TO.search(before) else None
    if ("by " in lowered and _BY.search(before)) or _CHANGE_NOUN.match(after):
        role = Role.CHANGE
    if not words and role is None:
        return None
    plainly = any(
        _BESIDE.fullmatch(gap)
        for word in words
        for gap in ((before[word.end() :] if word.string == before else after[: word.start()]),)
    )
    direction = directions.pop() if len(directions) == 1 else 0
    return direction, role, plainly


def _from_to(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """In *raised from 25% to 22%* the verb belongs to both figures."""
    before: Quantity | None = None
    for quantity in quantities:
        follows = before and before.kind is quantity.kind and text[before.end : quantity.start] == " to "
        if before and follows and not quantity.direction:
            quantity = replace(quantity, direction=before.direction)
        before = quantity
        yield quantity


def _changes(text: str) -> Iterator[re.Match[str]]:
    return (word for word in _CHANGE.finditer(text) if word[0].lower() in _DIRECTIONS)


def _last_clause(text: str) -> str:
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    return text[ends[-1] :] if ends else text
