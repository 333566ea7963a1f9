"""The bilingual table: number, Korean, English, a row for each segment.

Each row carries the key of its segment twice, both around its number, the one cell that nobody has a reason to retype:

- as a **bookmark**, which is as old as the format, moves with a row that is cut or sorted, and goes with a row that is
  deleted. Copied, it stays with one of the two rows.
- as a **link** to that bookmark, which is copied with the row, and stands in a row that is moved while changes are
  tracked, where the bookmark stays behind.

Both come through Word and LibreOffice (tested with 7.4, also by way of .odt). Content controls do not come through
older LibreOffice, and a custom XML part knows only the place of a row, not the row. Custom properties say which project
and which version of it went out.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gui.document.errors import Message, note
from gui.document.project import PROJECT_ID, Snapshot
from gui.document.release import BlockKind
from gui.document.review import Layout, Version
from gui.document.segment import Segment, Unit
from gui.exporters import remarks, text
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.content import Content, Grid, GridCell, Paragraph, Run, styles_over
from gui.exporters.english import page_header, title
from gui.exporters.styles import FAINT, TINT

HEADINGS = ("No.", "Korean", "English")
_WEIGHTS = (7.0, 44.0, 49.0)
_OPEN = "FFF7D6"
"""Fill of an English cell that is still empty: pale yellow, so that it is seen beside its Korean."""

_MAXIMUM = 40
"""Characters that Word allows in the name of a bookmark; they are letters, digits and underscores."""

PROJECT, VERSION = "DaejoProject", "DaejoVersion"
"""Custom properties: the project that a document is of, and the key of the version that it shows."""

MASTHEAD = "Korean–English review table"
"""The one line above the table."""

_STRONG = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.ANNEX_HEADING})


def bookmark(key: str) -> str:
    """The bookmark of a segment, for the way back: compare it with ``bookmark(segment.key)`` of the project."""
    name = "daejo_" + key.replace(".", "_")
    if re.fullmatch(r"[A-Za-z0-9.]+", key) and len(name) <= _MAXIMUM:
        return name
    return "daejo_x_" + hashlib.blake2s(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class BilingualExporter:
    """Writes Korean and English side by side in a Word table that can find its way back."""

    name = "bilingual"
    label = note("Bilingual table (Word)")
    suffix = ".docx"
    tag = "KO-EN"
    heeds = frozenset({Choice.DRAFT, Choice.COMMENTS})

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """See :class:`gui.exporters.base.Exporter`. The English of an untranslated segment is an empty, tinted cell."""
        from gui.exporters import word  # loads python-docx, which takes longer than opening the window may

        made = content(snapshot)
        warned: list[Message] = []
        if options.comments is not False:
            warned += remarks.warnings(made, snapshot)
            made = remarks.attach(made, snapshot)
        word.write(made, _expected(snapshot), path, options)
        raw = (side for segment in snapshot.segments() for side in (segment.source.text, segment.target))
        return ExportReport(path, (*text.warnings(snapshot, raw), *warned))


def content(snapshot: Snapshot) -> Content:
    """The document: the embargo in the header of every page, then one table."""
    header = tuple(map(_without_keys, page_header(snapshot)))
    rows = (_heading_row(), *_rows(snapshot))
    body = (
        Paragraph("Masthead", (Run(MASTHEAD),)),
        Grid(rows, _WEIGHTS, 1),
        Paragraph("TableGap"),
    )
    return Content(title(snapshot), header, body, tuple(_properties(snapshot)))


def _properties(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """What the way back is found by: nothing if the project keeps neither."""
    project = snapshot.property(PROJECT_ID)
    if isinstance(project, str):
        yield PROJECT, project
    version = kept_version(snapshot)
    if version is not None:
        yield VERSION, version.key


def kept_version(snapshot: Snapshot) -> Version | None:
    """The last version that is the project as it stands, if one was kept."""
    now = tuple(Layout(unit.key, unit.segments) for unit in snapshot.units)
    return next((version for version in reversed(snapshot.versions) if version.layouts == now), None)


def _expected(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for segment in snapshot.segments():
        yield segment.key, text.printable(segment.source.text)
        yield segment.key, text.printable(segment.target)


def _without_keys(paragraph: Paragraph) -> Paragraph:
    """The header repeats a row of the table; only the row counts as the place of the segment."""
    return replace(paragraph, runs=tuple(replace(run, key="") for run in paragraph.runs))


def _heading_row() -> tuple[GridCell, ...]:
    return tuple(GridCell((Paragraph("TableHeading", (Run(words),)),)) for words in HEADINGS)


def _rows(snapshot: Snapshot) -> Iterator[tuple[GridCell, ...]]:
    number = 0
    for unit in snapshot.units:
        for segment in unit.segments:
            number += 1
            yield _row(number, unit, segment)


def _row(number: int, unit: Unit, segment: Segment) -> tuple[GridCell, ...]:
    name = bookmark(segment.key)
    mark = Paragraph("TableText", (Run(str(number), character_style=FAINT, link=name),), bookmark=name)
    styles = styles_over(segment.source)
    style = "TableHeading" if unit.block.kind in _STRONG or _heads_a_table(unit, segment) else "TableText"
    lead = (Run(text.printable(segment.lead), character_style=FAINT),) if segment.lead else ()
    korean = Paragraph(style, (*lead, Run(text.printable(segment.source.text), segment.key, styles)))
    english = Paragraph(style, (Run(text.printable(segment.target), segment.key, styles),))
    fill = TINT if _starts_a_row(segment) else ""
    return (
        GridCell((mark,), fill=TINT if unit.block.kind.is_table else ""),
        GridCell((korean,), fill=fill),
        GridCell((english,), fill=fill if segment.target.strip() else _OPEN),
    )


def _starts_a_row(segment: Segment) -> bool:
    """Whether a row of the release's table begins here: tinted, so that each attendee can be made out."""
    return segment.cell is not None and segment.cell.column == 0 and segment.cell.item == 0


def _heads_a_table(unit: Unit, segment: Segment) -> bool:
    table = unit.block.table
    return table is not None and segment.cell is not None and segment.cell.row < table.header_rows
