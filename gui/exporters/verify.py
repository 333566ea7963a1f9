"""Reopens what was written and compares it, text for text, with the project."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress

from docx.opc.pkgreader import PackageReader
from lxml import etree

from gui.document.errors import ExportError
from gui.exporters.content import Content, Paragraph, Run, paragraphs_of
from gui.exporters.styles import NAMESPACE
from gui.exporters.text import printable

_W = f"{{{NAMESPACE}}}"
_PARAGRAPH, _TEXT, _BREAK, _TAB, _NOTE, _ID = (
    f"{_W}{tag}" for tag in ("p", "t", "br", "tab", "footnoteReference", "id")
)
_START, _END, _REFERENCE = (f"{_W}comment{tag}" for tag in ("RangeStart", "RangeEnd", "Reference"))
_BREAKS = {_BREAK: "\n", _TAB: "\t"}


def verify(data: bytes, content: Content, expected: Iterable[tuple[str, str]], name: str) -> None:
    """Make sure that nothing was lost on either step: project to content, content to file.

    ``expected`` holds a pair of segment key and text for each time that the layout has to show a segment.

    Raises:
        ExportError: something differs, so the file must not be handed out.
    """
    file = _Reopened(data)
    if (
        Counter(_shown(content)) != Counter(expected)
        or file.body() != [_as_written(paragraph) for paragraph in (*paragraphs_of(content.body), *content.notes)]
        or not file.every_header_ends_with([_as_written(line) for line in content.header if line.runs])
        or file.comments() != _remarks(content)
    ):
        raise mismatch(name)


def verify_changes(data: bytes, old: Content, new: Content, name: str) -> None:
    """Make sure that tracked changes lead from one document to the other.

    Raises:
        ExportError: rejecting them all does not give the body of ``old``, or accepting them all that of ``new``.
    """
    file = _Reopened(data)
    for side, gone in ((old, "ins"), (new, "del")):
        if file.body_without(gone) != [paragraph.text for paragraph in paragraphs_of(side.body)]:
            raise mismatch(name)


def mismatch(name: str) -> ExportError:
    """A document that must not be handed out."""
    return ExportError(
        "“{name}” was not written: the finished document does not match the project. "
        "Save the project and report this fault.",
        name=name,
    )


def _shown(content: Content) -> Iterator[tuple[str, str]]:
    """Each segment with its text, put together again where a paragraph shows it in several runs."""
    for paragraph in content.paragraphs():
        keyed = [run for run in paragraph.runs if run.key and not run.is_deleted]
        if len(keyed) < 2:  # nearly every paragraph
            yield from ((run.key, run.text) for run in keyed)
        else:
            whole: dict[str, str] = {}
            for run in keyed:
                whole[run.key] = whole.get(run.key, "") + run.text
            yield from whole.items()


def _as_written(paragraph: Paragraph) -> str:
    return "".join([_run_as_written(run) if run.marking else run.text for run in paragraph.runs])


def _run_as_written(run: Run) -> str:
    if run.marking is not None and run.marking.note:
        return _note_mark(run.marking.note)
    return "" if run.is_deleted else run.text


def _note_mark(number: int | str | None) -> str:
    """Stands for a reference when texts are compared."""
    return f"\N{OBJECT REPLACEMENT CHARACTER}{number}\N{OBJECT REPLACEMENT CHARACTER}"


def _remarks(content: Content) -> dict[str, tuple[str, str]]:
    """By number: what a comment says, and what it stands on."""
    found = {str(number): (remark.text, "") for number, remark in enumerate(content.remarks)}
    for paragraph in paragraphs_of(content.body) if found else ():
        for run in paragraph.runs:
            for number in run.marking.remarks if run.marking else ():
                words, on = found[str(number)]
                found[str(number)] = printable(words), on + _run_as_written(run)
    return found


class _Reopened:
    """A finished document as a reader of Word opens it; one that is damaged has no text at all.

    Tracked changes count as accepted.
    """

    def __init__(self, data: bytes) -> None:
        self._parts: dict[str, list[etree._Element]] = {}
        with suppress(zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
            self._read(data)

    def _read(self, data: bytes) -> None:
        """Without python-docx's element classes: their look-up for each element takes fifteen times as long."""
        reader = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]  # so in python-docx
        for _, _, relation, blob in reader.iter_sparts():
            kind = relation.rpartition("/")[2]
            if kind in _READ:
                self._parts.setdefault(kind, []).append(etree.fromstring(blob))

    def body(self) -> list[str]:
        """The text of every paragraph: body, foot-notes."""
        notes = (note for root in self._parts.get("footnotes", ()) for note in root if note.get(f"{_W}type") is None)
        return [text for root in (*self._parts.get("officeDocument", ()), *notes) for text in _paragraphs(root)]

    def body_without(self, gone: str) -> list[str]:
        """The text of every paragraph of the body once all changes of one sort, ``ins`` or ``del``, are undone."""
        return [text for root in self._parts.get("officeDocument", ()) for text in _undone(root, gone)]

    def every_header_ends_with(self, lines: list[str]) -> bool:
        """Whether each header, of whatever pages, has these paragraphs last."""
        headers = [list(_paragraphs(root)) for root in self._parts.get("header", ())]
        return bool(headers) and all(header[len(header) - len(lines) :] == lines for header in headers)

    def comments(self) -> dict[str, tuple[str, str]]:
        """By number: what a comment says, and what it stands on; without those that stand on nothing."""
        said = {str(item.get(_ID)): _all_text(item) for root in self._parts.get("comments", ()) for item in root}
        ranges = _ranges(self._parts["officeDocument"][0]) if said else {}
        return {number: (words, ranges[number]) for number, words in said.items() if number in ranges}


_READ = frozenset({"officeDocument", "header", "footnotes", "comments"})


def _ranges(root: etree._Element) -> dict[str, str]:
    """What each comment stands on, of those that have a beginning, an end and a reference."""
    begun: dict[str, list[str]] = {}
    ended: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in root.iter(_START, _END, _REFERENCE, _TEXT, _NOTE, *_BREAKS):
        number = str(element.get(_ID))
        if element.tag == _START:
            begun[number] = []
        elif element.tag == _END and number in begun:
            ended[number] = "".join(begun.pop(number))
        elif element.tag == _REFERENCE and number in ended:
            found[number] = ended.pop(number)
        else:
            for pieces in begun.values():
                pieces.append(_piece_of_now(element))
    return found


def _undone(root: etree._Element, gone: str) -> Iterator[str]:
    """A paragraph whose end is gone goes on with the next."""
    rows = (row for row in root.iter(f"{_W}tr") if row.find(f"{_W}trPr/{_W}{gone}") is not None)
    dropped = {paragraph for row in rows for paragraph in row.iter(_PARAGRAPH)}
    carried = ""
    for paragraph in root.iter(_PARAGRAPH):
        if paragraph in dropped:
            continue
        stretches = (child for child in paragraph if child.tag != f"{_W}{gone}")
        carried += "".join(
            _piece(element) for child in stretches for element in child.iter(_TEXT, _GONE_TEXT, *_BREAKS)
        )
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{gone}") is None:
            yield carried
            carried = ""
    if carried:
        yield carried


_GONE_TEXT = f"{_W}delText"


def _all_text(root: etree._Element) -> str:
    return "".join(map(_piece, root.iter(_TEXT, *_BREAKS)))


def _piece(element: etree._Element) -> str:
    tag = str(element.tag)
    if tag == _NOTE:
        return _note_mark(element.get(_ID))
    return _BREAKS.get(tag) or element.text or ""


def _piece_of_now(element: etree._Element) -> str:
    """Nothing for a line break or tab that a tracked change deletes; deleted letters have a tag of their own."""
    run = element.getparent()
    change = run.getparent() if run is not None else None
    return "" if change is not None and change.tag == _DELETED else _piece(element)


_DELETED = f"{_W}del"


def _paragraphs(root: etree._Element) -> Iterator[str]:
    pieces: list[str] | None = None
    for element in root.iter(_PARAGRAPH, _TEXT, _NOTE, *_BREAKS):
        if element.tag == _PARAGRAPH:
            if pieces is not None:
                yield "".join(pieces)
            pieces = []
        elif pieces is not None:
            # Told apart here, not in _piece: a call for each of many thousand texts is felt.
            pieces.append((element.text or "") if element.tag == _TEXT else _piece_of_now(element))
    if pieces is not None:
        yield "".join(pieces)
