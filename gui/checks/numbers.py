"""The number check: no wrong figure, unit, currency, date or bound gets through.

Both sides are read, aligned by value, unit and kind, and what does not agree is reported: a changed figure, unit or
currency and an opposite bound as errors; a bound left out or put in, a rounded figure, a figure put in as warnings.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gui.checks.number_alignment import Pair, align, is_scale_slip
from gui.checks.number_figures import Agreement
from gui.checks.number_hedges import hedge_problem
from gui.checks.number_matching import compare
from gui.checks.number_wording import meaning_problem, wording_problem
from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.amounts import Kind, Quantity
from gui.language.english_numbers import english_quantities
from gui.language.korean_numbers import korean_quantities
from gui.language.render import WonStyle, cardinal, english_quantity

_CERTAIN = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINT, Kind.MEASURE})
"""Kinds whose figures are never left out on purpose."""

_MOST = 200
"""A segment with more figures than this is no sentence; every figure is held against every other."""

_REST_FROM = 10
"""Counts below this are often put in other words (both, a pair, each), so that their absence is only a warning."""


class NumberCheck:
    """Compares every number of the Korean with those of the English."""

    id = "numbers"
    label = note("Figures, units, currencies, dates and bounds")
    severity = Severity.ERROR

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """The findings about the numbers of one segment; none while it has no English."""
        source, target = segment.source.text, segment.target
        if not target.strip():
            return
        reference = snapshot.release.distributed
        korean, english = korean_quantities(source, reference), english_quantities(target, reference)
        if not korean and not english:
            return
        if max(len(korean), len(english)) > _MOST:
            message = note("This segment holds too many figures to compare. Split it.")
            yield Issue(self.id, Severity.INFO, segment.key, message)
            return
        alignment = align(korean, english)
        for pair in alignment.pairs:
            yield from self._pair(segment, pair)
        for quantity in alignment.missing:
            yield self._missing(segment, quantity, moved=_said_beside(unit, segment, quantity, reference))
        for quantity in alignment.added:
            if not _the_two(target, quantity):
                yield self._added(segment, quantity)

    def _pair(self, segment: Segment, pair: Pair) -> Iterator[Issue]:
        for severity, message, mend in _problems(segment, pair):
            suggestion = _suggestion(segment.target, pair) if mend else None
            yield Issue(
                self.id, severity, segment.key, message, _span(pair.korean), _span(pair.english), suggestion or None
            )

    def _missing(self, segment: Segment, quantity: Quantity, *, moved: bool) -> Issue:
        sure = quantity.kind in _CERTAIN or (
            quantity.unit and quantity.kind is Kind.COUNT and quantity.low >= _REST_FROM
        )
        severity = Severity.ERROR if sure and not quantity.vague and not moved else Severity.WARNING
        message = note("{korean} has no counterpart in the English.", korean=_text(segment.source.text, quantity))
        return Issue(self.id, severity, segment.key, message, _span(quantity), None, english_quantity(quantity) or None)

    def _added(self, segment: Segment, quantity: Quantity) -> Issue:
        if quantity.fault:
            severity, message = (
                Severity.ERROR,
                note("{english} is not how English writes a number.", english=_text(segment.target, quantity)),
            )
        else:
            severity, message = (
                Severity.WARNING,
                note("{english} has no counterpart in the Korean.", english=_text(segment.target, quantity)),
            )
        return Issue(self.id, severity, segment.key, message, None, _span(quantity))


def _the_two(target: str, quantity: Quantity) -> bool:
    """*The two sides* need not be counted in Korean."""
    return target[max(0, quantity.start - 4) : quantity.start + 3].lower() == "the two" and quantity.low == 2


def _said_beside(unit: Unit, segment: Segment, quantity: Quantity, reference: date | None) -> bool:
    """Whether another sentence of the paragraph has the figure in its English: translators move clauses."""
    return any(
        compare(quantity, theirs) is Agreement.SAME
        for other in unit.segments
        if other.key != segment.key and not unit.block.kind.is_table
        for theirs in english_quantities(other.target, reference)
    )


def _span(quantity: Quantity) -> tuple[int, int]:
    return quantity.start, quantity.end


def _text(text: str, quantity: Quantity) -> str:
    return text[quantity.start : quantity.end].strip()


Problem = tuple[Severity, Message, bool]
"""Severity, sentence, and whether the right figure mends it."""


def _problems(segment: Segment, pair: Pair) -> Iterator[Problem]:
    korean, english = _text(segment.source.text, pair.korean), _text(segment.target, pair.english)
    if pair.english.fault:
        yield Severity.ERROR, note("{english} is not how English writes a number.", english=english), True
    if pair.agreement is not Agreement.SAME:
        yield from _figure_problem(pair, korean, english)
        return
    yield from hedge_problem(pair, korean, english)
    yield from meaning_problem(pair, korean, english)
    yield from wording_problem(pair, segment.target, english)
    if pair.korean.kind is Kind.MONEY and pair.korean.other is not None:
        yield Severity.INFO, note("{korean} can be read in two ways: ask which is meant.", korean=korean), False


def _figure_problem(pair: Pair, korean: str, english: str) -> Iterator[Problem]:
    if pair.agreement is Agreement.OTHER_VALUE:
        yield _value_severity(pair), note("{korean} is not {english}.", korean=korean, english=english), True
    elif pair.agreement is Agreement.OTHER_UNIT:
        message = note("{english} has another unit than {korean}.", korean=korean, english=english)
        yield _unit_severity(pair), message, True
    elif not pair.english.hedges:
        message = note("{korean} is rounded in the English: {english}.", korean=korean, english=english)
        yield Severity.WARNING, message, True


def _value_severity(pair: Pair) -> Severity:
    """A figure without a unit may have another counterpart, but not where only the scale differs."""
    if pair.korean.vague or pair.english.vague or pair.korean.optional:
        return Severity.WARNING
    unsure = pair.korean.kind is Kind.COUNT and not pair.korean.unit and not is_scale_slip(pair.korean, pair.english)
    return Severity.WARNING if unsure else Severity.ERROR


def _unit_severity(pair: Pair) -> Severity:
    """A noun we do not know, or none at all, may still be right."""
    unknown = not pair.english.unit or pair.korean.kind is Kind.COUNT or pair.korean.optional or pair.english.optional
    return Severity.WARNING if unknown else Severity.ERROR


def _suggestion(target: str, pair: Pair) -> str:
    """The right English for the target span; a count keeps the noun that stands there."""
    korean, english = pair.korean, pair.english
    if korean.vague or korean.other is not None:
        return ""
    if korean.kind is Kind.COUNT and english.figure_end is not None and korean.high is None:
        return cardinal(_in_words(korean.low)) + target[english.figure_end : english.end]
    won: WonStyle = "word" if "won" in target[english.start : english.end] else "code"
    return english_quantity(korean, won=won, hedge=False)


def _in_words(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value
