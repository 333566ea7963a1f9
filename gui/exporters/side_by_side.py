"""Korean and English side by side for publication: block beside block, tables below each other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gui.document.errors import note
from gui.document.project import Snapshot
from gui.document.release import BlockKind, ColumnRole
from gui.document.segment import Segment, Unit
from gui.exporters import english, letterhead, tables, text
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.content import Content, Grid, GridCell, GridRow, Item, Paragraph, Run, spaced, styles_over
from gui.exporters.styles import BULLETS, ENUMERATED

_WEIGHTS = (47.0, 53.0)
_SMALLER = {"Title": "Heading1", "Heading1": "Heading2"}
"""Styles for half the width of a page."""

_BARE = frozenset({BlockKind.SUBHEADLINE, BlockKind.HEADING, BlockKind.SUMMARY})
"""Kinds whose mark at the beginning only says what they are, as their style does here."""


class SideBySideExporter:
    """Writes both languages beside each other, to be read and not to be worked on."""

    name = "side-by-side"
    label = note("Korean and English side by side (Word)")
    suffix = ".docx"
    tag = "KO-EN"
    heeds = frozenset({Choice.DRAFT, Choice.LETTERHEAD, Choice.TEMPLATE})

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """See :class:`gui.exporters.base.Exporter`. Where there is no English, the Korean stands there too, marked."""
        from gui.exporters import word  # loads python-docx, which takes longer than opening the window may

        korean = [(segment.key, text.printable(segment.source.text)) for segment in snapshot.segments()]
        word.write(content(snapshot, options), [*korean, *english.expected(snapshot)], path, options)
        raw = (side for segment in snapshot.segments() for side in (segment.source.text, segment.target))
        return ExportReport(path, tuple(text.warnings(snapshot, raw)))


def content(snapshot: Snapshot, options: ExportOptions) -> Content:
    """The document; the embargo stands in both languages in the header of every page."""
    embargo = [unit for unit in snapshot.units if unit.block.kind is BlockKind.EMBARGO and unit.segments]
    header = (*(Paragraph("Embargo", _words(unit)) for unit in embargo), *english.page_header(snapshot))
    named = any(unit.block.kind is BlockKind.MASTHEAD for unit in snapshot.units)
    above = letterhead.items(options.letterhead, with_kind=not named)
    return Content(english.title(snapshot), header, (*above, *_body(snapshot)))


def _body(snapshot: Snapshot) -> Iterator[Item]:
    rows: list[GridRow] = []
    for unit, items in english.blocks(snapshot):
        first = items[0]
        if isinstance(first, Paragraph) and not first.new_page:
            rows.append(_row(unit, first))
            continue
        yield from _laid_out(rows)
        rows = []
        if isinstance(first, Paragraph):
            yield replace(english.GAP, new_page=True)
            rows.append(_row(unit, replace(first, new_page=False)))
        else:
            yield from (tables.grid(unit, _korean_item), english.GAP, *items)
    yield from _laid_out(rows)


def _laid_out(rows: list[GridRow]) -> Iterator[Item]:
    if rows:
        yield Grid(tuple(rows), _WEIGHTS, ruled=False)
        yield english.GAP


def _row(unit: Unit, right: Paragraph) -> GridRow:
    style = _SMALLER.get(right.style, right.style)
    left = Paragraph(style, (*_lead(unit, style), *_words(unit), *_tail(unit)))
    return GridCell((left,)), GridCell((replace(right, style=style),))


def _lead(unit: Unit, style: str) -> tuple[Run, ...]:
    """The Korean mark, unless the style stands for it."""
    lead = text.printable(unit.block.lead)
    if style in ENUMERATED:
        return (Run(f"{lead.strip()}\t"),)
    counted = any(character.isalnum() for character in lead)
    if style in BULLETS or not lead.strip() or (unit.block.kind in _BARE and not counted):
        return ()
    return (Run(lead.lstrip()),)


def _tail(unit: Unit) -> tuple[Run, ...]:
    tail = text.printable(unit.block.tail)
    return (Run(tail),) if tail.strip() and unit.block.kind not in _BARE else ()


def _words(unit: Unit) -> tuple[Run, ...]:
    return _sentences(unit.segments)


def _sentences(segments: tuple[Segment, ...] | list[Segment]) -> tuple[Run, ...]:
    return spaced(
        (Run(text.printable(segment.source.text), segment.key, styles_over(segment.source)),) for segment in segments
    )


def _korean_item(segments: list[Segment], role: ColumnRole | None, *, heading: bool) -> Paragraph:
    lead = text.printable(segments[0].lead)
    words = ((Run(lead),) if lead.strip() else ()) + _sentences(segments)
    figure = role is None and len(words) == 1 and tables.is_figure(words[0].text)
    return Paragraph("TableHeading" if heading else "TableNumber" if figure else "TableText", words)
