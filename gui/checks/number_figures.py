"""Whether two figures of one unit agree: exactly, rounded, or as vague numbers do."""

from decimal import Decimal
from enum import IntEnum

from gui.language.amounts import Hedge, Kind, Quantity

ROUNDING = Decimal("0.01")
"""A figure rounded by no more than this part is only warned of, and passes behind *about*."""


class Agreement(IntEnum):
    """How far two numbers agree, the best first."""

    SAME = 0
    ROUNDED = 1
    OTHER_UNIT = 2
    """The same figure with another unit, currency or kind."""
    OTHER_VALUE = 3
    """The same kind and unit with another figure."""


def compare_figures(korean: Quantity, english: Quantity) -> Agreement:
    """Figures of the same unit."""
    if korean.vague or english.vague:
        return _vague(korean, english)
    pair = (english.base_low, english.base_high)
    if pair in ((korean.base_low, korean.base_high), (korean.other, None)) or english.other == korean.base_low:
        return Agreement.SAME
    if korean.low < 0 and english.low == -korean.low and english.high is None and korean.kind in _SAID_IN_WORDS:
        return Agreement.SAME if english.direction <= 0 else Agreement.OTHER_VALUE
    if korean.low == _TEN and english.low == _DOZEN and Hedge.ODD in korean.hedges and english.hedges:
        return Agreement.SAME
    if korean.high is None and english.high is None and korean.low:
        off = abs(english.base_low - korean.base_low) / abs(korean.base_low)
        rounded = off <= ROUNDING and _may_round(korean) and _digits(english) < _digits(korean)
        return Agreement.ROUNDED if rounded else Agreement.OTHER_VALUE
    return Agreement.OTHER_VALUE


def _digits(quantity: Quantity) -> int:
    """The digits that carry the value. Rounding leaves fewer: 632 for 632.2, but not 5,001 for 5,000."""
    return len(f"{quantity.low:f}".replace(".", "").strip("0"))


_TEN, _DOZEN = Decimal(10), Decimal(12)
"""십여 명 is about a dozen people."""

_SAID_IN_WORDS = frozenset({Kind.PERCENT, Kind.POINT, Kind.MONEY})
"""Kinds whose minus English says as *down* or *loss*."""


def _may_round(korean: Quantity) -> bool:
    """Dates, ages and counts below a hundred are not rounded."""
    return korean.kind in (Kind.MONEY, Kind.MEASURE, Kind.PERCENT) or korean.low >= 100


def _vague(korean: Quantity, english: Quantity) -> Agreement:
    """수십 and *scores*: the English may be narrower, not wider or elsewhere."""
    if not (korean.high and english.high):
        exact, about = (english, korean) if korean.vague else (korean, english)
        inside = about.base_low <= exact.base_low <= (about.base_high or about.base_low)
        return Agreement.SAME if inside and exact is english and english.vague else Agreement.OTHER_VALUE
    low, high = korean.base_low, korean.base_high or korean.base_low
    if english.low == korean.low == 2 and (korean.high or 0) <= 4 and english.optional:
        return Agreement.SAME
    inside = low <= english.base_low and (english.base_high or english.base_low) <= high
    return Agreement.SAME if inside else Agreement.OTHER_VALUE
