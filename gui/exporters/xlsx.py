"""Both languages as an Excel workbook, a row for each segment.

Every cell is text by its type, whatever it begins with, so nothing is ever worked out; the quote prefix keeps it text
when somebody edits it in Excel. Custom properties name the project, as in the bilingual Word table.
"""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from gui.document.errors import ExportError, note
from gui.document.project import PROJECT_ID, Snapshot
from gui.exporters import exchange
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.bilingual import PROJECT, VERSION, kept_version
from gui.exporters.deliver import deliver
from gui.exporters.english import title
from gui.exporters.styles import KOREAN_FONT, LATIN_FONT, TINT
from gui.exporters.text import printable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Korean–English"
_LONGEST = 32_767
"""Characters that a cell can hold (Excel specifications and limits)."""

_WIDTHS = (6, 14, 14, 60, 60, 12, 18, 40)
"""Characters, in the order of the columns."""

_KOREAN = exchange.COLUMNS.index("Korean")
_TITLE_LIMIT = 255

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class XlsxExporter:
    """Writes Korean and English side by side in a workbook."""

    name = "xlsx"
    label = note("Table of both languages (Excel)")
    suffix = ".xlsx"
    tag = "KO-EN"
    heeds: frozenset[Choice] = frozenset()

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:  # noqa: ARG002 - nothing to choose
        """See :class:`gui.exporters.base.Exporter`."""
        rows = [exchange.COLUMNS, *(line.cells() for line in exchange.lines(snapshot))]
        _refuse_long(rows, path.name)
        data = _written(rows, snapshot)
        if _read(data) != rows:
            raise exchange.mismatch(path.name)
        deliver(path, data)
        return ExportReport(path, exchange.warnings(exchange.texts(snapshot)))


def escaped(text: str) -> str:
    """Text that looks like the format's own escapes (``_x000A_``), made to read as it is (ECMA-376, ST_Xstring)."""
    return _ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """Text with the format's escapes read."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _refuse_long(rows: list[tuple[str, ...]], name: str) -> None:
    """Excel would cut what is too long without a word."""
    for row in rows:
        if any(len(escaped(cell)) > _LONGEST for cell in row):
            raise ExportError(
                "“{name}” was not written: segment {number} has more text than a cell of Excel holds. "
                "Split it, or choose CSV.",
                name=name,
                number=row[0],
            )


def _written(rows: list[tuple[str, ...]], snapshot: Snapshot) -> bytes:
    from openpyxl import Workbook  # takes a quarter of a second to load

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(SHEET)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column, escaped(text))
                cell.data_type = "s"  # or a leading ``=`` would make it a formula
    _lay_out(sheet)
    _dress(sheet)
    _tell(book, snapshot)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _lay_out(sheet: "Worksheet") -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _dress(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    wrapped = Alignment(wrap_text=True, vertical="top")
    fonts = [Font(name=KOREAN_FONT if number == _KOREAN else LATIN_FONT, size=10) for number in range(len(_WIDTHS))]
    for row in sheet.iter_rows(min_row=2):
        for cell, font in zip(row, fonts, strict=True):
            cell.alignment, cell.font, cell.quotePrefix = wrapped, font, True
    for cell in sheet[1]:
        cell.alignment, cell.font = wrapped, Font(name=LATIN_FONT, size=10, bold=True)
        cell.fill = PatternFill("solid", fgColor=TINT)


def _tell(book: "Workbook", snapshot: Snapshot) -> None:
    """Title and language, nobody's name; which project the workbook is of, and which version of it."""
    from openpyxl.packaging.custom import StringProperty

    book.properties.title = " ".join(printable(title(snapshot)).split())[:_TITLE_LIMIT]
    book.properties.creator = ""
    book.properties.language = "en-US"
    project, version = snapshot.property(PROJECT_ID), kept_version(snapshot)
    for name, value in ((PROJECT, project), (VERSION, version.key if version else None)):
        if isinstance(value, str):
            named = StringProperty(name=name, value=value)
            book.custom_doc_props.append(named)  # type: ignore[attr-defined]  # the stubs lack it


def _read(data: bytes) -> list[tuple[str, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True)
    rows = list(book.worksheets[0].iter_rows(max_col=len(exchange.COLUMNS), values_only=True))
    book.close()
    return [tuple(unescaped(str(value or "")) for value in row) for row in rows]
