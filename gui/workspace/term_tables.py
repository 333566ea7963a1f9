"""Tables of terms: CSV, TSV and Excel workbooks, read as others write them and written so that nothing is run.

The first row names the columns, in English or Korean (:data:`gui.workspace.term_rows.COLUMNS`). What a spreadsheet
would take for a formula is guarded as in tables of both languages (:mod:`gui.exporters.exchange`).
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gui.document.errors import ExportError, Message, ReadError, note
from gui.document.work import Cancelled, Progress
from gui.exporters.exchange import guarded, unguarded
from gui.exporters.xlsx import escaped, unescaped
from gui.language.romanise import has_hangul
from gui.language.termbase import Term
from gui.memory.base import Stopped
from gui.readers.plain.encoding import decode
from gui.workspace.term_rows import COLUMNS, NAMES, folded_header, row_of, term_of

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Row = Sequence[object]

_STEP = 500
_LONGEST_CELL = 32_767
"""Characters that a cell of Excel can hold."""

_LARGEST_MB = 400
"""Megabytes that a workbook may unpack to: a million terms take less."""


class TermRows:
    """Gathers the terms of a table row by row, and what could not be taken."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._columns: dict[int, str] | None = None
        self.terms: list[Term] = []
        self.remarks: list[Message] = []

    @property
    def has_header(self) -> bool:
        """Whether the columns are known."""
        return self._columns is not None

    def take(self, number: int, row: Row) -> None:
        """Take a row; the first that is not empty names the columns, or is a pair of Korean and English already."""
        texts = [_text(cell) for cell in row]
        if not any(texts):
            return
        if self._columns is None:
            self._columns = _header(texts)
            if self._columns is None and _is_pair(texts):
                self._columns = {0: "ko", 1: "en"}
            elif self._columns is not None:
                self._tell_unknown(texts)
                return
            else:
                raise _no_columns(self._name)
        found = term_of({name: texts[place] for place, name in self._columns.items() if place < len(texts)}, number)
        if isinstance(found, Term):
            self.terms.append(found)
        elif found is not None:
            self.remarks.append(found)

    def _tell_unknown(self, header: Sequence[str]) -> None:
        assert self._columns is not None
        for place, text in enumerate(header):
            if text and place not in self._columns:
                self.remarks.append(note("The column “{column}” was left out: terms have no such field.", column=text))


def _no_columns(name: str) -> ReadError:
    return ReadError(
        "{name} has no columns of Korean and English: name them “ko” and “en” in the first row.", name=name
    )


def _header(texts: Sequence[str]) -> dict[int, str] | None:
    """Which column each place holds, ``None`` where Korean or English is not among them; the first of a kind counts."""
    found: dict[int, str] = {}
    for place, text in enumerate(texts):
        folded = folded_header(text)
        name = next((column.name for column in COLUMNS if folded and folded in column.headers), None)
        if name is not None and name not in found.values():
            found[place] = name
    return found if {"ko", "en"} <= set(found.values()) else None


def _is_pair(texts: Sequence[str]) -> bool:
    """Whether a first row is Korean and English, with nothing more."""
    filled = [text for text in texts if text]
    return filled == list(texts[:2]) and [has_hangul(text) for text in filled] == [True, False]


def _text(cell: object) -> str:
    """What a cell says."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()


# -- text


def read_delimited(name: str, data: bytes, progress: Progress, cancelled: Cancelled) -> TermRows:
    """The terms of a CSV or TSV file.

    Raises:
        ReadError: it is no text, or names no columns of Korean and English.
        Stopped: it was cancelled.
    """
    try:
        text = decode(name, data)
    except ReadError:
        raise ReadError("{name} is no table of terms: save it as CSV in UTF-8, or as .xlsx.", name=name) from None
    rows, total = TermRows(name), text.count("\n") + 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for number, row in enumerate(reader, 1):
            _go_on(number, total, progress, cancelled)
            rows.take(number, [unguarded(cell.strip()) for cell in row])
    except csv.Error:
        raise ReadError("Row {row} of {name} is damaged: a quotation mark is open or a cell too long.",
                        row=reader.line_num, name=name) from None  # fmt: skip
    return rows


def _delimiter(text: str) -> str:
    """What parts the columns of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max("\t,;", key=first.count)


def write_delimited(file: BinaryIO, terms: Iterable[Term], delimiter: str) -> None:
    """Write a CSV or TSV table in UTF-8, with the mark that Excel tells it by."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow(NAMES)
    writer.writerows([guarded(cell) for cell in row_of(term)] for term in terms)
    text.flush()
    text.detach()


# -- Excel


def read_workbook(path: Path, progress: Progress, cancelled: Cancelled) -> TermRows:
    """The terms of the first sheet of a workbook that has columns of Korean and English.

    Formulas are not worked out: the value that Excel kept with one counts.

    Raises:
        ReadError: the file is no workbook, is damaged or too large, or has no such sheet.
        Stopped: it was cancelled.
    """
    found: TermRows | None = None
    others: list[Message] = []
    for title, cells in _sheets(path):
        if found is None and (rows := _sheet(path.name, cells, progress, cancelled)) is not None:
            found = rows
        else:
            others.append(note("The sheet “{sheet}” was left out.", sheet=title))
    if found is None:
        raise _no_columns(path.name)
    found.remarks += others
    return found


def _sheet(name: str, cells: Iterator[Row], progress: Progress, cancelled: Cancelled) -> TermRows | None:
    rows = TermRows(name)
    try:
        for number, row in enumerate(cells, 1):
            _go_on(number, 0, progress, cancelled)
            rows.take(number, [unescaped(cell) if isinstance(cell, str) else cell for cell in row])
    except ReadError:
        if rows.has_header:
            raise
    return rows if rows.has_header else None


def _sheets(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """The sheets of a workbook by name, each with its rows."""
    from openpyxl import load_workbook  # a quarter of a second, and only for workbooks

    _refuse_bombs(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever its XML and zip layers do on damaged files
        raise _damaged(path.name) from None
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield sheet.title, _rows(path.name, sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _rows(name: str, cells: Iterator[Row]) -> Iterator[Row]:
    while True:
        try:
            row = next(cells, None)
        except Exception:  # noqa: BLE001 - as above, while the sheet is unpacked
            raise _damaged(name) from None
        if row is None:
            return
        yield row


def _refuse_bombs(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            unpacked = sum(member.file_size for member in package.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _damaged(path.name) from None
    if unpacked > _LARGEST_MB * 1_000_000:
        raise ReadError("{name} unpacks to more than any table of terms; export it as CSV instead.", name=path.name)


def _damaged(name: str) -> ReadError:
    return ReadError("{name} is damaged, protected or no Excel workbook; save it again as .xlsx or CSV.", name=name)


def write_workbook(file: BinaryIO, terms: Iterable[Term]) -> None:
    """Write an Excel workbook in which every cell is text, whatever it begins with.

    Raises:
        ExportError: a text is too long for a cell.
    """
    from openpyxl import Workbook  # as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("terms")
    sheet.freeze_panes = "A2"
    try:
        sheet.append(NAMES)
        for term in terms:
            sheet.append([_cell(sheet, text) for text in row_of(term)])
    finally:
        sheet.close()  # openpyxl leaves it open where it is broken off
    book.save(file)


def _cell(sheet: "WriteOnlyWorksheet", text: str) -> object:
    """A text; one that looks like a formula as a cell that says it is none, also where somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    if len(text) >= _LONGEST_CELL:
        raise ExportError("A term is longer than a cell of Excel can hold; export the terms as TBX or CSV.")
    if guarded(text) == text:
        return escaped(text)
    cell = WriteOnlyCell(sheet, escaped(text))
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _go_on(number: int, total: int, progress: Progress, cancelled: Cancelled) -> None:
    if number % _STEP == 0:
        if cancelled():
            raise Stopped
        progress(number, total)
