"""Which number of the English stands for which of the Korean."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gui.checks.number_figures import Agreement
from gui.checks.number_matching import compare
from gui.language.amounts import Kind, Quantity


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers that stand for one another, or should."""

    korean: Quantity
    english: Quantity
    agreement: Agreement


@dataclass(slots=True)
class Alignment:
    """Pairs, and what has no counterpart and needs one."""

    pairs: list[Pair] = field(default_factory=list)
    missing: list[Quantity] = field(default_factory=list)
    added: list[Quantity] = field(default_factory=list)


def align(korean: Sequence[Quantity], english: Sequence[Quantity]) -> Alignment:
    """The best pairs first: same meaning before same figure before same unit, near places before far ones."""
    korean, english = _split_parts(korean, english)
    result = Alignment()
    free_korean, free_english = set(range(len(korean))), set(range(len(english)))
    for _, one, other, agreement in _candidates(korean, english):
        if one in free_korean and other in free_english:
            free_korean.discard(one)
            free_english.discard(other)
            result.pairs.append(Pair(korean[one], english[other], agreement))
    result.missing = [korean[n] for n in sorted(free_korean) if not _covered(korean[n], english)]
    result.added = [english[n] for n in sorted(free_english) if not _repeats(english[n], korean)]
    _pair_slips(result)
    return result


def _pair_slips(result: Alignment) -> None:
    """What is left over on both sides with the same digits is a slip of scale, whatever the units: 26 and 260."""
    for korean in list(result.missing):
        slip = next((theirs for theirs in result.added if is_scale_slip(korean, theirs)), None)
        if slip:
            result.missing.remove(korean)
            result.added.remove(slip)
            result.pairs.append(Pair(korean, slip, Agreement.OTHER_VALUE))


def is_scale_slip(korean: Quantity, english: Quantity) -> bool:
    """Whether two figures have the same digits and differ only by zeros: 26 and 260, 1.5 and 15."""
    figures = korean.kind in _FIGURES and english.kind in _FIGURES and not (korean.vague or english.vague)
    return figures and korean.low != english.low and _digits(korean) == _digits(english) != ""


_FIGURES = frozenset(
    {
        Kind.COUNT,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.POINT,
        Kind.MEASURE,
        Kind.AGE,
        Kind.DURATION,
        Kind.MULTIPLE,
        Kind.ORDINAL,
    }
)


def _candidates(
    korean: Sequence[Quantity], english: Sequence[Quantity]
) -> list[tuple[tuple[int, int, float], int, int, Agreement]]:
    found = []
    for one, mine in enumerate(korean):
        for other, theirs in enumerate(english):
            agreement = compare(mine, theirs)
            if agreement is None or (agreement is not Agreement.SAME and _loose(mine, theirs)):
                continue
            place = abs((one + 1) / (len(korean) + 1) - (other + 1) / (len(english) + 1))
            doubt = int(mine.optional) + int(theirs.optional) + int(_hedge_differs(mine, theirs))
            found.append(((int(agreement), doubt + _slip(mine, theirs, agreement), place), one, other, agreement))
    return sorted(found)


def _loose(korean: Quantity, english: Quantity) -> bool:
    """What may be left out is never held against another figure, but for periods: a month is no year."""
    if korean.kind is Kind.COMPARED or (korean.kind is Kind.DURATION and korean.low == english.low == 1):
        return False
    if korean.kind is english.kind is Kind.DATE or (korean.vague and english.vague and korean.kind is Kind.DURATION):
        return False
    if korean.kind is english.kind is Kind.ORDINAL and not korean.optional:
        return False
    return korean.optional or english.optional


def _hedge_differs(korean: Quantity, english: Quantity) -> bool:
    return bool(korean.hedges) != bool(english.hedges)


def _slip(korean: Quantity, english: Quantity, agreement: Agreement) -> int:
    """Among different figures, one that differs by a scale or holds the same digits is the likely counterpart."""
    if agreement is not Agreement.OTHER_VALUE:
        return 0
    return 0 if _digits(korean) == _digits(english) else 3


def _digits(quantity: Quantity) -> str:
    return f"{quantity.low:f}".replace(".", "").strip("0")


def _covered(korean: Quantity, english: Sequence[Quantity]) -> bool:
    """Said once in English for twice in Korean, or need not be said; the days of a trip tell its nights."""
    if korean.kind is Kind.NIGHT and not any(theirs.kind is Kind.NIGHT for theirs in english):
        return True
    return korean.optional or any(compare(korean, theirs) is Agreement.SAME for theirs in english)


def _repeats(english: Quantity, korean: Sequence[Quantity]) -> bool:
    """A repetition, or a measure in other units beside the one that stands in the Korean: 900 mm (36 inches)."""
    good = (Agreement.SAME, Agreement.ROUNDED) if english.kind is Kind.MEASURE else (Agreement.SAME,)
    return english.optional or any(compare(mine, english) in good for mine in korean)


def _split_parts(korean: Sequence[Quantity], english: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """A ratio or a range that the other side does not have as such counts as its two numbers."""
    return _split(korean, english), _split(english, korean)


def _split(side: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    result: list[Quantity] = []
    for quantity in side:
        result += _parts(quantity) if quantity.parts and _apart(quantity, other) else (quantity,)
    return result


def _parts(quantity: Quantity) -> tuple[Quantity, ...]:
    """Over 470 of the 860: the bound belongs to the first number."""
    first, *rest = quantity.parts
    return (replace(first, hedges=quantity.hedges) if quantity.kind is Kind.RATIO else first, *rest)


def _apart(quantity: Quantity, other: Sequence[Quantity]) -> bool:
    """Whether the other side has both numbers, and not as a ratio or a range."""
    if quantity.kind is Kind.RATIO:
        told = any(compare(quantity, theirs) is Agreement.SAME for theirs in other)
        ratio = any(theirs.kind is Kind.RATIO and not theirs.optional for theirs in other)
        return not told and (not ratio or _both_told(quantity, other))
    return _both_told(quantity, other)


def _both_told(quantity: Quantity, other: Sequence[Quantity]) -> bool:
    return all(
        any(Agreement.SAME in (compare(part, theirs), compare(theirs, part)) for theirs in other)
        for part in quantity.parts
    )
