"""Terms in and out of files: TBX, CSV, TSV, Excel workbooks. The format is told by the content, else by the ending."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from gui.document.errors import ExportError, Message, ReadError, note
from gui.document.work import Cancelled, Progress, never, unheard
from gui.files import replace_file
from gui.language.termbase import Term
from gui.memory.base import Stopped

__all__ = ["SUFFIXES", "Stopped", "TermFile", "read_terms", "write_terms"]

SUFFIXES = (".tbx", ".xlsx", ".csv", ".tsv")
"""The endings of files that :func:`write_terms` knows. Reading takes ``.txt`` and ``.xml`` too."""

_LARGEST_MB = 200
_TOLD = 20
"""Remarks that are told one by one; of more their number."""

_STEP = 500


@dataclass(frozen=True, slots=True)
class TermFile:
    """What a file of terms holds, and what of it could not be taken."""

    name: str
    terms: tuple[Term, ...]
    remarks: tuple[Message, ...] = ()


def read_terms(path: Path, progress: Progress = unheard, cancelled: Cancelled = never) -> TermFile:
    """The terms in a file.

    Args:
        path: the file.
        progress: gets rows or bytes done and in all, 0 where that is not known.
        cancelled: whether to stop.

    Raises:
        ReadError: the file cannot be opened, is damaged, or holds no terms; one sentence says what to do.
        Stopped: it was cancelled.
    """
    try:
        terms, remarks = _read(path, progress, cancelled)
    except OSError:
        raise ReadError("{name} cannot be read; check that it is there and open to you.", name=path.name) from None
    if not terms:
        raise _empty(path.name, remarks)
    more = len(remarks) - _TOLD
    if more > 0:
        remarks = [*remarks[:_TOLD], note("{count} more remarks of this kind.", count=more)]
    return TermFile(path.name, tuple(terms), tuple(remarks))


def _read(path: Path, progress: Progress, cancelled: Cancelled) -> tuple[list[Term], list[Message]]:
    from gui.workspace import term_tables  # these and the XML library only where terms are read

    with path.open("rb") as file:
        start = file.read(1024)
    if path.stat().st_size > _LARGEST_MB * 1_000_000:
        raise ReadError("{name} is larger than any table of terms.", name=path.name)
    if start.startswith(b"PK"):
        rows = term_tables.read_workbook(path, progress, cancelled)
    elif start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        from gui.workspace import term_tbx

        entries = term_tbx.read_tbx(path, progress, cancelled)
        return entries.terms, entries.remarks()
    else:
        rows = term_tables.read_delimited(path.name, path.read_bytes(), progress, cancelled)
    return rows.terms, rows.remarks


def _empty(name: str, remarks: Sequence[Message]) -> ReadError:
    if not remarks:
        return ReadError("{name} holds no terms.", name=name)
    return ReadError(remarks[0].text, **dict(remarks[0].values))


def write_terms(path: Path, terms: Sequence[Term], progress: Progress = unheard, cancelled: Cancelled = never) -> None:
    """Write terms in the format of the file's ending, whole or not at all.

    Raises:
        ExportError: the file cannot be written, or its ending names no format.
        Stopped: it was cancelled; an earlier file stands as it was.
    """
    if path.suffix.lower() not in SUFFIXES:
        text = "{name}: terms are exported as .tbx, .xlsx, .csv or .tsv; choose one of these endings."
        raise ExportError(text, name=path.name)
    try:
        replace_file(path, lambda file: _write(file, path.suffix.lower(), _told(terms, progress, cancelled)))
    except OSError:
        raise ExportError("{name} cannot be written; check the folder and the space left.", name=path.name) from None


def _write(file: BinaryIO, suffix: str, terms: Iterator[Term]) -> None:
    from gui.workspace import term_tables, term_tbx

    if suffix == ".tbx":
        term_tbx.write_tbx(file, terms)
    elif suffix == ".xlsx":
        term_tables.write_workbook(file, terms)
    else:
        term_tables.write_delimited(file, terms, "\t" if suffix == ".tsv" else ",")


def _told(terms: Sequence[Term], progress: Progress, cancelled: Cancelled) -> Iterator[Term]:
    """The terms, telling now and then how far whoever takes them is."""
    for number, term in enumerate(terms):
        if number % _STEP == 0:
            if cancelled():
                raise Stopped
            progress(number, len(terms))
        yield term
