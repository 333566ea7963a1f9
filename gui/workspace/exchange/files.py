"""Parses a file that came back from another tool. Runs in a process of its own: the file comes from elsewhere."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gui.document.errors import ProjectError, ReadError
from gui.document.work import Progress, unheard
from gui.exporters.bilingual import PROJECT, VERSION
from gui.exporters.exchange import COLUMNS, unguarded
from gui.exporters.xlsx import unescaped
from gui.readers.plain.encoding import decode
from gui.readers.registry import content_of
from gui.readers.signatures import foreign_format
from gui.workspace.interchange_xliff import XliffUnit, units

_LARGEST_MB = 64
_ROOT = re.compile(rb"<(?:\w+:)?xliff[\s>]")
_NEEDED = frozenset({"key", "korean", "english"})

Cells = tuple[str | None, ...]
"""The texts of a row; ``None`` for a cell that holds no text but a formula, a date or an error."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by the names of its columns in lower case; ``extra`` is what stands in columns that are not ours."""

    cells: dict[str, str | None]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of both languages; ``project``, ``version`` and ``editor`` are empty where it does not say."""

    rows: tuple[SheetRow, ...]
    project: str = ""
    version: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Xliff:
    """The units of an XLIFF."""

    units: tuple[XliffUnit, ...]


def read(path: Path, progress: Progress = unheard) -> Sheet | Xliff:
    """What stands in a file; its format is told by its content.

    Raises:
        ReadError: it is none of these formats, damaged, too large, or lacks a column.
    """
    name, data = path.name, content_of(path, _LARGEST_MB)
    progress(0, 1)
    kind = foreign_format(data)
    if kind == "XLSX":
        return _workbook(name, data)
    if kind is not None:
        raise _unknown(name)
    if _ROOT.search(data[:4096].replace(b"\0", b"")):
        return _xliff(name, data)
    return _sheet(name, _delimited(name, data))


def _unknown(name: str) -> ReadError:
    return ReadError("{name} is no XLIFF, Excel workbook or CSV table. Choose the file that came back.", name=name)


def _xliff(name: str, data: bytes) -> Xliff:
    try:
        return Xliff(tuple(units(name, data)))
    except ProjectError as error:
        raise ReadError(error.message.text, **dict(error.message.values)) from None
    except ValueError:
        raise _unknown(name) from None


# -- tables


def _delimited(name: str, data: bytes) -> Iterator[Cells]:
    """The rows of a CSV; a cell that begins like a formula and lacks our apostrophe is one that was typed."""
    text = decode(name, data)
    head = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        for row in reader:
            yield tuple(None if cell.startswith("=") else unguarded(cell) for cell in row)
    except csv.Error:
        raise ReadError(
            "{name} is damaged: a quotation mark is missing near line {line}. Save it again as CSV.",
            name=name,
            line=reader.line_num,
        ) from None


def _workbook(name: str, data: bytes) -> Sheet:
    from openpyxl import load_workbook  # takes a quarter of a second to load

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        properties = book.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
        told = {entry.name: str(entry.value) for entry in properties}
        editor = book.properties.lastModifiedBy or ""
        tables = [[tuple(map(_text, row)) for row in sheet.iter_rows()] for sheet in book.worksheets]
    except Exception:  # noqa: BLE001 - openpyxl raises whatever its XML and zip layers do on damaged files
        raise ReadError("{name} is damaged or protected. Save it again as an Excel workbook.", name=name) from None
    rows = next((table for table in tables if _names(table[:1]) >= _NEEDED), tables[0] if tables else [])
    return _sheet(name, rows, told.get(PROJECT, ""), told.get(VERSION, ""), editor)


def _text(cell: object) -> str | None:
    """What a cell says, if it says it in words or as a number."""
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "n")
    if value is None:
        return ""
    if kind == "s":
        return unescaped(str(value)).replace("\r\n", "\n")
    if kind != "n" or not isinstance(value, int | float):
        return None
    return str(int(value)) if float(value).is_integer() else str(value)


def _names(rows: Iterable[Cells]) -> set[str]:
    return {(cell or "").strip().casefold() for row in rows for cell in row}


def _sheet(name: str, rows: Iterable[Cells], project: str = "", version: str = "", editor: str = "") -> Sheet:
    """The rows below the headings, which may stand in any order among others.

    Raises:
        ReadError: a heading that is needed is not there.
    """
    filled = [row for row in rows if any(cell != "" for cell in row)]
    head = [(cell or "").strip().casefold() for cell in filled[0]] if filled else []
    if not _NEEDED & set(head):
        raise _unknown(name)
    if not set(head) >= _NEEDED:
        raise ReadError(
            "A column of the table in {name} is gone, so its rows cannot be told any more. "
            "Ask for the file with its columns Key, Korean and English.",
            name=name,
        )
    return Sheet(tuple(_row(head, row) for row in filled[1:]), project, version, editor)


_OURS = frozenset(name.casefold() for name in COLUMNS)


def _row(head: Sequence[str], row: Cells) -> SheetRow:
    cells: dict[str, str | None] = {}
    extra: list[str] = []
    for place, cell in enumerate(row):
        column = head[place] if place < len(head) else ""
        if column in _OURS and column not in cells:
            cells[column] = cell
        elif cell and cell.strip():
            extra.append(cell)
    return SheetRow(cells, tuple(extra))
