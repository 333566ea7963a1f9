"""Totals stated in the Korean against what can be counted: lists, bullets, tables."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit
from gui.document.tables import TableGrid
from gui.language.amounts import Kind, Quantity
from gui.language.korean_numbers import korean_quantities

_COUNTED = re.compile(r"(?:등|다음|아래)(?:의|과 같은)?\s?(?:총\s?)?(?:\d|[한두세네다여일아열])")
_AND_OTHERS = re.compile(r"(?P<list>[^.!?]{2,300}?)\s?등(?P<total>\s?총)?$")
_FOLLOWING = re.compile(r"(?:다음|아래)(?:의|과 같은)?$")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE_END = re.compile(r"(?:으며|하며|했고|하고|되고|했으며|는데|하여|해|통해|위해|은|는|▲),?\s")
_FIGURE = re.compile(r"[△▲-]?\s?\d[\d,]*(?:\.\d+)?")
_SUMS = frozenset({"합계", "계", "총계", "총합계", "전체"})


class SourceCountsCheck:
    """A list or a table that holds more or fewer things than the Korean says.

    Where ``등`` leaves out some of a total the reader has to take the number on trust; that is told as information.
    """

    id = "source-counts"
    label = note("Totals in the Korean against what can be counted")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each total that cannot be right, or cannot be counted."""
        for number, unit in enumerate(snapshot.units):
            if unit.block.table is not None:
                yield from self._table(unit)
                continue
            for segment in unit.segments:
                for quantity in _counts(segment):
                    yield from self._list(segment, quantity)
                    yield from self._bullets(segment, quantity, snapshot.units[number + 1 :])

    def _list(self, segment: Segment, quantity: Quantity) -> Iterator[Issue]:
        match = _AND_OTHERS.search(segment.source.text[: quantity.start].rstrip())
        if match is None:
            return
        named = _items(match["list"])
        span = quantity.start, quantity.end
        written = segment.source.text[slice(*span)]
        if named > quantity.low >= 2:
            message = note("{total} is stated, but {named} are named.", total=written, named=named)
            yield Issue(self.id, self.severity, segment.key, message, span)
        elif match["total"]:
            message = note("{total}: not all of them are named, so the total cannot be counted.", total=written)
            yield Issue(self.id, Severity.INFO, segment.key, message, span)

    def _bullets(self, segment: Segment, quantity: Quantity, after: tuple[Unit, ...]) -> Iterator[Issue]:
        if not _FOLLOWING.search(segment.source.text[: quantity.start].rstrip()):
            return
        named = _bullets_of_one_level(after)
        if named >= 2 and named != quantity.low:
            span = quantity.start, quantity.end
            message = note(
                "{total} is stated, but {named} follow.", total=segment.source.text[slice(*span)], named=named
            )
            yield Issue(self.id, self.severity, segment.key, message, span)

    def _table(self, unit: Unit) -> Iterator[Issue]:
        """A total row whose figure is not the sum of its column, where the row is one of sums by its other columns."""
        rows = TableGrid.of(unit).body
        sums = [row for row in rows if row and "".join(_text(row[0]).split()) in _SUMS]
        if len(sums) != 1 or any("소계" in _text(row[0]) for row in rows if row):
            return
        parts = [row for row in rows if row is not sums[0]]
        differences = {
            column: difference
            for column, cell in enumerate(sums[0])
            if column and (difference := _difference(cell, [row[column] for row in parts])) is not None
        }
        wrong = [column for column, difference in differences.items() if difference]
        if len(wrong) < len(differences) - len(wrong):
            for column in wrong:
                segment = sums[0][column][0]
                message = note("{total} is not the sum of its column.", total=segment.source.text)
                yield Issue(self.id, self.severity, segment.key, message, (0, len(segment.source)))


def _counts(segment: Segment) -> Iterator[Quantity]:
    if _COUNTED.search(segment.source.text):
        for quantity in korean_quantities(segment.source.text):
            if quantity.kind is Kind.COUNT and quantity.high is None and not quantity.vague and not quantity.hedges:
                yield quantity


def _items(listed: str) -> int:
    """How many things a list of nouns with commas names, read back to where its clause begins."""
    listed = _BRACKETS.sub("", listed)
    clause = _CLAUSE_END.split(listed)[-1]
    return len([item for item in re.split(r",|\s및\s|;", clause) if item.strip()])


def _bullets_of_one_level(units: tuple[Unit, ...]) -> int:
    level, count = 0, 0
    for unit in units:
        if unit.block.kind is BlockKind.NOTE or unit.block.kind is BlockKind.FOOTNOTE:
            continue
        level = level or unit.block.level
        if unit.block.kind is not BlockKind.BULLET or unit.block.level < level:
            break
        count += unit.block.level == level
    return count


def _text(cell: tuple[Segment, ...]) -> str:
    return " ".join(segment.source.text for segment in cell)


def _difference(total: tuple[Segment, ...], parts: list[tuple[Segment, ...]]) -> Decimal | None:
    """By how much a total is off more than rounding explains, ``None`` where the column holds anything but figures.

    A total below its largest part is an average or a rate.
    """
    figures = [_figure(_text(cell)) for cell in (total, *parts)]
    if any(figure is None for figure in figures) or len(parts) < 2:
        return None
    whole, *rest = (figure for figure in figures if figure is not None)
    if whole < max(rest):
        return None
    exponent = min(int(figure.as_tuple().exponent) for figure in (whole, *rest))
    tolerance = Decimal(10) ** exponent * len(rest) / 2
    difference = abs(whole - sum(rest))
    return difference if difference > tolerance else Decimal(0)


def _figure(text: str) -> Decimal | None:
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    value = Decimal(re.sub(r"[^\d.]", "", match[0]))
    return -value if match[0][0] in "△▲-" else value
