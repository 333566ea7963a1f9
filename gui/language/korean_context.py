"""What stands around a number in Korean: hedges, the direction of a change, *to* or *by*."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from gui.language.amounts import Hedge, Kind, Quantity, Role
from gui.language.korean_numerals import WORDS, alternatives

_PARTICLE = r"(?:씩|의|을|를|이|가|은|는|에|로|으로|나|이나|도|선|대)?"
_BETWEEN = rf"(?:\s?(?:{alternatives(WORDS['between'])}))*"
_BEFORE = {
    Hedge(name): re.compile(rf"(?<![가-힣])(?:{alternatives(words)}){_BETWEEN}\s?$")
    for name, words in WORDS["hedges_before"].items()
}
_AFTER = {
    Hedge(name): re.compile(rf"\s?{_PARTICLE}\s?(?:가량|정도|규모)?{_PARTICLE}\s?(?:{alternatives(words)})")
    for name, words in WORDS["hedges_after"].items()
}
_LOOK_BACK = 14
_LOOK_AHEAD = 14
_UP = re.compile(rf"(?:{alternatives(WORDS['up'])})")
_DOWN = re.compile(rf"(?:{alternatives(WORDS['down'])})")
_LEVEL = re.compile(r"\s?(?:수준)?(?:으로|로)\s")
_BESIDE = re.compile(rf"{_PARTICLE}\s?(?:이상|넘게|가까이|가량|정도|안팎|내외|더)?\s?")
_BRACKETED = re.compile(r"^(?:\s?\([^()]{1,15}\)|\)(?=\s?[가-힣]))")
"""12.34포인트(0.5%) 내린: the verb is about both figures."""

_LOOK_FOR_RATE = 30
"""원·달러 환율: when the rate rises the won falls, and English speaks of the won."""

_CLAUSE_END = re.compile(r"[,.;()\n0-9\x00]|하고|했고|하며|했으며|지만|는데")
_CHANGING = frozenset({Kind.PERCENT, Kind.POINT, Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.MULTIPLE})
_NEVER_HEDGED = frozenset({Kind.DATE, Kind.ORDINAL, Kind.LABEL, Kind.COMPARED})


def in_context(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """The quantities with hedges, direction and role read from the text around them."""
    found = []
    for quantity in quantities:
        told = quantity if quantity.kind in _NEVER_HEDGED else _hedged(text, quantity)
        found.append(_changing(text, told) if told.kind in _CHANGING else told)
    return _bounded(found)


def _bounded(quantities: list[Quantity]) -> list[Quantity]:
    """Marks the two ends of a span: 19세 이상 34세 이하."""
    for place, (first, last) in enumerate(pairwise(quantities)):
        near = last.start - first.end <= _SPAN_GAP and (first.kind, first.unit) == (last.kind, last.unit)
        if near and first.hedges & _FROM and last.hedges & _TO:
            quantities[place : place + 2] = [replace(first, bounded=True), replace(last, bounded=True)]
    return quantities


_SPAN_GAP = 8
_FROM = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_TO = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})


def _hedged(text: str, quantity: Quantity) -> Quantity:
    before = text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
    after = text[quantity.end : quantity.end + _LOOK_AHEAD]
    found = {hedge for hedge, pattern in _BEFORE.items() if pattern.search(before)}
    found |= {hedge for hedge, pattern in _AFTER.items() if pattern.match(after)}
    return replace(quantity, hedges=quantity.hedges | found) if found else quantity


def _changing(text: str, quantity: Quantity) -> Quantity:
    if quantity.kind is Kind.MONEY and "환율" in text[max(0, quantity.start - _LOOK_FOR_RATE) : quantity.start]:
        return quantity
    after = _BRACKETED.sub("", text[quantity.end : quantity.end + 40])[:24]
    end = _CLAUSE_END.search(after)
    clause = after[: end.start()] if end else after
    up, down = _UP.search(clause), _DOWN.search(clause)
    if not up and not down:
        return quantity
    direction = 1 if up and (not down or up.start() < down.start()) else -1
    role = Role.LEVEL if _LEVEL.match(after) else Role.CHANGE
    plainly = any(word and _BESIDE.fullmatch(clause[: word.start()]) for word in (up, down))
    return replace(quantity, direction=direction, role=role, plainly=plainly)
