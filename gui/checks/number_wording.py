"""What is wrong around a right figure: direction, *to* for *by*, time zone, weekday, counter taken for another word."""

import json
import re
from collections.abc import Iterator

from gui import assets
from gui.checks.number_alignment import Pair
from gui.checks.number_days import weekday_of
from gui.document.errors import Message, note
from gui.document.issue import Severity
from gui.language.amounts import Day, Kind, Quantity, Role
from gui.language.units import UNITS

_MISREAD: dict[str, list[str]] = json.loads(
    assets.path("language", "misread_counters.json").read_text(encoding="utf-8")
)
"""For Korean counters, the English words of their homographs: 차 is a time in 제2차 and no car."""

_CHANGES = frozenset({Kind.PERCENT, Kind.POINT})
Problem = tuple[Severity, Message, bool]


def meaning_problem(pair: Pair, korean: str, english: str) -> Iterator[Problem]:
    """Findings about the direction of a change, the level reached, the zone and the weekday."""
    mine, theirs = pair.korean, pair.english
    turned, plain = mine.direction * theirs.direction < 0 <= theirs.low, mine.plainly and theirs.plainly
    level = mine.plainly and mine.role is Role.LEVEL and (theirs.role is Role.LEVEL or theirs.high is not None)
    if turned and (plain or level or mine.kind in _CHANGES):
        severity = Severity.ERROR if plain else Severity.WARNING
        yield severity, note("The English turns the change around: {korean}.", korean=korean), False
    elif mine.kind in _CHANGES and mine.role and theirs.role and mine.role is not theirs.role:
        wrong = Role.LEVEL if theirs.role is Role.LEVEL else Role.CHANGE
        yield Severity.WARNING, _role_message(wrong, korean), False
    if mine.day and theirs.day:
        yield from _day_problem(mine.day, theirs.day, korean, english)


def _role_message(wrong: Role, korean: str) -> Message:
    if wrong is Role.LEVEL:
        return note("{korean} is the amount of the change; the English makes it the level reached.", korean=korean)
    return note("{korean} is the level reached; the English makes it the amount of the change.", korean=korean)


def _day_problem(mine: Day, theirs: Day, korean: str, english: str) -> Iterator[Problem]:
    if mine.zone and theirs.zone and mine.zone != theirs.zone:
        yield Severity.ERROR, note("{korean} is given in another time zone in the English.", korean=korean), False
    weekday = weekday_of(mine)
    if theirs.weekday is not None and theirs.day and weekday is not None and theirs.weekday != weekday:
        yield Severity.ERROR, note("{english} falls on another weekday.", english=english), True


def wording_problem(pair: Pair, target: str, english: str) -> Iterator[Problem]:
    """Findings about the words beside the figure."""
    mine, theirs = pair.korean, pair.english
    for counter in {mine.unit, mine.noun} & _MISREAD.keys():
        if theirs.noun in _MISREAD[counter]:
            yield Severity.ERROR, note("“{word}” is another meaning of the counter.", word=theirs.noun), False
    if _singular(theirs, target):
        yield Severity.WARNING, note("{english}: the noun should be in the plural.", english=english), False


_SINGULAR = {
    singular for unit in UNITS.values() if unit.kind == "count" for singular, many in unit.english if singular != many
}
_AT_END = re.compile(r"\s*(?:$|[.,;:!?)]|(?:were|are|have|and|or|in|at|from|will|that|which|to|with|of)\b)")


def _singular(quantity: Quantity, target: str) -> bool:
    """122 company: a singular noun that counts many and does not stand before another noun."""
    if quantity.kind is not Kind.COUNT or quantity.high is not None or quantity.low == 1 or quantity.figure_end is None:
        return False
    noun = target[quantity.figure_end : quantity.end]
    return noun.startswith(" ") and noun.strip() in _SINGULAR and bool(_AT_END.match(target, quantity.end))
