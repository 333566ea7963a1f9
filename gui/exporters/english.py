"""The English release, as a newsroom sends it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from gui.document.errors import note
from gui.document.project import Snapshot
from gui.document.release import BlockKind, ColumnRole
from gui.document.segment import Segment, Unit
from gui.exporters import letterhead, notes, remarks, tables, text
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport, FootNotes, Letterhead
from gui.exporters.content import Content, Item, Paragraph, Run, mapped, spaced, styles_over
from gui.exporters.cutting import cut
from gui.exporters.styles import BULLETS, ENUMERATED, LABEL, UNTRANSLATED

_STYLES = {
    BlockKind.MASTHEAD: "Masthead",
    BlockKind.SLOGAN: "Slogan",
    BlockKind.EMBARGO: "Embargo",
    BlockKind.DISTRIBUTION: "Date",
    BlockKind.HEADLINE: "Title",
    BlockKind.SUBHEADLINE: "Subtitle",
    BlockKind.PARAGRAPH: "BodyText",
    BlockKind.SUMMARY: "Summary",
    BlockKind.NOTE: "Note",
    BlockKind.FOOTNOTE: "FootNote",
    BlockKind.CAPTION: "Caption",
    BlockKind.PICTURE: "Caption",
    BlockKind.ATTACHMENT: "Attachment",
    BlockKind.END_MARK: "EndMark",
    BlockKind.ANNEX_HEADING: "Heading1",
}

_LABELS = {
    BlockKind.NOTE: ("Note: ", re.compile(r"\s*(notes?\b|n\.\s?b\.|※|\*)", re.IGNORECASE)),
    BlockKind.EMBARGO: ("EMBARGO: ", re.compile(r".*(embargo|not for (release|publication))|for release", re.I | re.S)),
    BlockKind.DISTRIBUTION: ("Released: ", re.compile(r"\s*(distribut|releas|issued|for (immediate )?release)", re.I)),
}
"""The word that stands for a Korean mark (``※``, ``엠바고``, ``배포``), and English that says it already."""

_KOREAN_ENUMERATORS = str.maketrans(dict(zip("가나다라마바사아자차카타파하", "ABCDEFGHIJKLMN", strict=True)))
GAP = Paragraph("TableGap")
"""Keeps two tables apart, and ends a document whose last block is a table, as Word wants it."""


class EnglishExporter:
    """Writes the English side as a Word document with real styles, lists and tables."""

    name = "english"
    label = note("English release (Word)")
    suffix = ".docx"
    tag = "EN"
    heeds = frozenset({Choice.DRAFT, Choice.COMMENTS, Choice.FOOTNOTES, Choice.LETTERHEAD, Choice.TEMPLATE})

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """See :class:`gui.exporters.base.Exporter`. Segments without English stand there in Korean, marked."""
        from gui.exporters import word  # loads python-docx, which takes longer than opening the window may

        found = notes.find(snapshot) if options.footnotes is FootNotes.REAL else notes.NONE
        made = content(snapshot, options.letterhead, found)
        warned = list(notes.warnings(found))
        if options.comments:
            warned += remarks.warnings(made, snapshot)
            made = remarks.attach(made, snapshot)
        word.write(made, expected(snapshot), path, options)
        raw = (segment.target or segment.source.text for segment in snapshot.segments())
        return ExportReport(path, (*text.warnings(snapshot, raw), *warned))


def expected(snapshot: Snapshot) -> list[tuple[str, str]]:
    """What the layout has to show: the text of each segment by its key."""
    return [(segment.key, text.shown_in(unit, segment)) for unit in snapshot.units for segment in unit.segments]


def content(snapshot: Snapshot, head: Letterhead = USUAL.letterhead, found: notes.Notes = notes.NONE) -> Content:
    """The document: the embargo in the header of every page, all other blocks in the order of the release.

    ``found`` are the foot-notes that stand at the foot of the page.
    """
    named = any(unit.block.kind is BlockKind.MASTHEAD for unit in snapshot.units)
    above = letterhead.items(head, with_kind=not named)
    body = (*above, *(item for unit, items in blocks(snapshot) if unit.key not in found.units for item in items))
    if not found.units:
        return Content(title(snapshot), page_header(snapshot), body)
    body = mapped(body, lambda paragraph: replace(paragraph, runs=cut(paragraph.runs, found.places)))
    below = (_foot_note(unit) for unit in snapshot.units if unit.key in found.units)
    return Content(title(snapshot), page_header(snapshot), body, notes=tuple(below))


def _foot_note(unit: Unit) -> Paragraph:
    return Paragraph("FootnoteText", (Run(" "), *runs(unit.segments)))


def title(snapshot: Snapshot) -> str:
    """The headline in English as far as there is any, else the name of the source file."""
    headline = (unit for unit in snapshot.units if unit.block.kind is BlockKind.HEADLINE)
    words = " ".join(text.shown(segment) for unit in headline for segment in unit.segments)
    return words or Path(snapshot.release.name).stem


def page_header(snapshot: Snapshot) -> tuple[Paragraph, ...]:
    """The embargo as a boxed line; an empty header where there is none."""
    boxes = (
        Paragraph("Embargo", (*_label(unit), *runs(unit.segments)))
        for unit in snapshot.units
        if _in_header(unit) and unit.segments
    )
    return tuple(boxes) or (Paragraph("Header"),)


def runs(segments: tuple[Segment, ...] | list[Segment], show: Callable[[Segment], str] = text.shown) -> tuple[Run, ...]:
    """The sentences of a paragraph, a space between them; ``show`` says what stands for each."""
    return spaced(_sentence(segment, show(segment)) for segment in segments)


def _sentence(segment: Segment, words: str) -> tuple[Run, ...]:
    styles = styles_over(segment.source)
    if text.lacks_english(segment):
        mark = Run(text.KOREAN_MARK, styles=styles, character_style=UNTRANSLATED)
        return mark, Run(words, segment.key, styles, UNTRANSLATED)
    return (Run(words, segment.key, styles),)


def _in_header(unit: Unit) -> bool:
    return unit.block.kind is BlockKind.EMBARGO


def blocks(snapshot: Snapshot) -> Iterator[tuple[Unit, tuple[Item, ...]]]:
    """The blocks of the body, each with what stands for it."""
    before: BlockKind | None = None
    for unit in snapshot.units:
        kind = unit.block.kind
        if kind.is_table:
            yield unit, (tables.grid(unit, partial(_cell_item, show=partial(text.shown_in, unit))), GAP)
        elif unit.segments and not _in_header(unit):
            yield unit, (_paragraph(unit, new_page=kind is BlockKind.ANNEX_HEADING and before is not kind),)
        before = kind


def _paragraph(unit: Unit, *, new_page: bool) -> Paragraph:
    block, kind = unit.block, unit.block.kind
    if kind is BlockKind.BULLET:
        return _bullet(unit)
    if kind is BlockKind.HEADING:
        style = f"Heading{min(max(block.level, 1) + 1, 3)}"
        return Paragraph(style, (*_enumerator(block.lead, " "), *runs(unit.segments)))
    if kind is BlockKind.END_MARK:
        return Paragraph("EndMark", _between_dashes(runs(unit.segments)))
    marks = (*_label(unit), *_star(block.lead, unit.segments[0]), *_summary_bullet(unit))
    return Paragraph(_STYLES[kind], (*marks, *runs(unit.segments)), new_page)


def _between_dashes(words: tuple[Run, ...]) -> tuple[Run, ...]:
    """``– End –``, unless the words bring brackets or dashes of their own."""
    return (Run("– "), *words, Run(" –")) if words[0].text[:1].isalnum() else words


def _bullet(unit: Unit) -> Paragraph:
    level = min(max(unit.block.level, 1), len(BULLETS)) - 1
    enumerator = _enumerator(unit.block.lead, "\t")
    style = ENUMERATED[level] if enumerator else BULLETS[level]
    return Paragraph(style, (*enumerator, *runs(unit.segments)))


def _summary_bullet(unit: Unit) -> tuple[Run, ...]:
    """The bullet of a line in the summary box, where a list of Word's own would break the frame."""
    block = unit.block
    if block.kind is not BlockKind.SUMMARY or not block.lead.strip():
        return ()
    return _enumerator(block.lead, " ") or (Run("• "),)


def _enumerator(lead: str, gap: str) -> tuple[Run, ...]:
    """A number or letter in front of a bullet or heading says something, so it stays; a mere mark goes."""
    mark = lead.strip()
    counted = any(unicodedata.numeric(character, None) is not None for character in mark)
    if counted or mark[:1].translate(_KOREAN_ENUMERATORS) != mark[:1]:
        return (Run(text.printable(mark.translate(_KOREAN_ENUMERATORS) + gap)),)
    return ()


def _star(lead: str, segment: Segment) -> tuple[Run, ...]:
    """The star or number of a foot-note, unless its English brings it along."""
    mark = lead.strip()
    is_mark = mark.startswith("*") or mark[:1].isdigit()
    return (Run(f"{mark} "),) if is_mark and not segment.target.startswith(mark) else ()


def _label(unit: Unit) -> tuple[Run, ...]:
    label, said = _LABELS.get(unit.block.kind, ("", None))
    if said is None or said.match(unit.segments[0].target):
        return ()
    return (Run(label, character_style=LABEL),)


def _cell_item(
    segments: list[Segment], role: ColumnRole | None, *, heading: bool, show: Callable[[Segment], str]
) -> Paragraph:
    lead, words = segments[0].lead, runs(segments, show)
    if heading:
        return Paragraph("TableHeadingCentred" if role is None else "TableHeading", words)
    if lead.lstrip().startswith("*"):
        return Paragraph("TableNote", (*_star(lead, segments[0]), *words))
    if enumerator := _enumerator(lead, " "):
        return Paragraph("TableText", (*enumerator, *words))
    if (lead.strip() or role is ColumnRole.BACKGROUND) and any(run.text for run in words):
        return Paragraph("TableBullet", words)
    figure = tables.is_figure(words[0].text) and len(words) == 1
    return Paragraph("TableNumber" if figure and role is None else "TableText", words)
