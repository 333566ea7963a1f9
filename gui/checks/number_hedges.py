"""Whether the English bounds a number as the Korean does: 약, 여, 이상, 최대, 미만, 육박."""

from collections.abc import Iterator

from gui.checks.number_alignment import Pair
from gui.document.errors import Message, note
from gui.document.issue import Severity
from gui.language.amounts import Hedge, Kind

_ACCEPTED: dict[Hedge, frozenset[Hedge]] = {
    Hedge.ABOUT: frozenset({Hedge.ABOUT}),
    Hedge.ODD: frozenset({Hedge.ODD, Hedge.ABOUT, Hedge.MORE_THAN}),
    Hedge.AT_LEAST: frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN}),
    Hedge.MORE_THAN: frozenset({Hedge.MORE_THAN, Hedge.ODD}),
    Hedge.AT_MOST: frozenset({Hedge.AT_MOST}),
    Hedge.LESS_THAN: frozenset({Hedge.LESS_THAN}),
    Hedge.NEARLY: frozenset({Hedge.NEARLY}),
}
_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ODD})
_BELOW = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY})
_IDIOMS = frozenset({Kind.DURATION, Kind.AGE_BAND, Kind.DECADE, Kind.TIME})
"""*Over three years* and *within a day* bound nothing."""


def hedge_problem(pair: Pair, korean: str, english: str) -> Iterator[tuple[Severity, Message, bool]]:
    """At most one finding: an opposite bound (error), another one, one left out or one put in (warnings)."""
    wanted, written = pair.korean.hedges, pair.english.hedges
    if pair.korean.vague or pair.english.vague or pair.korean.bounded:
        return
    if not wanted:
        if written and pair.korean.kind not in _IDIOMS:
            yield Severity.WARNING, note("The English bounds {english}, the Korean does not.", english=english), False
    elif not written:
        yield Severity.WARNING, note("The English leaves out the bound of {korean}.", korean=korean), False
    elif not any(written & _ACCEPTED[hedge] for hedge in wanted) and not _loosely(pair):
        opposite = (wanted & _ABOVE and written & _BELOW) or (wanted & _BELOW and written & _ABOVE)
        severity = Severity.ERROR if opposite else Severity.WARNING
        yield severity, note("The English bounds {korean} in another way.", korean=korean), False


def _loosely(pair: Pair) -> bool:
    """절반 이하 is said *less than half*, 24시간 이내 *in less than 24 hours*: neither splits hairs."""
    at_most = Hedge.AT_MOST in pair.korean.hedges and Hedge.LESS_THAN in pair.english.hedges
    return pair.korean.kind in (Kind.RATIO, Kind.DURATION) and at_most
