"""Reads a Word document that came back. Runs in a process of its own: the file comes from elsewhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.work import Progress, unheard
from gui.exporters.bilingual import PROJECT, VERSION
from gui.readers.registry import content_of
from gui.readers.signatures import foreign_format, refusal
from gui.readers.word.package import Package
from gui.readers.word.xml import Element, W, children, local, value
from gui.workspace.corrections.flow import bookmarks, hand, links, mark_deleted, passage
from gui.workspace.corrections.notes import notes
from gui.workspace.corrections.returned import Passage, Returned, Row

_LARGEST_MB = 64
"""A review table has no pictures of ours; with some that a reviewer put in, it stays far below."""


def read(path: Path, progress: Progress = unheard) -> Returned:
    """What stands in a document.

    Raises:
        ReadError: it is no Word document, or damaged, protected or too large.
    """
    name, data = path.name, content_of(path, _LARGEST_MB)
    kind = foreign_format(data)
    if kind in ("encrypted Office", "archive"):
        raise refusal(name, kind)
    if kind != "DOCX":
        raise ReadError("{name} is no Word document. Choose the .docx file that came back.", name=name)
    return _returned(name, Package(name, data), progress)


def _returned(name: str, package: Package, progress: Progress) -> Returned:
    body = package.document()
    properties = dict(_properties(package))
    tables = list(_tables(body))
    rows: list[Row] = []
    for number, table in enumerate(tables):
        progress(number, len(tables))
        rows += _rows(table)
    heads = (root for _, root in package.parts("header"))
    feet = (root for kind in ("footnotes", "endnotes") for _, root in package.parts(kind))
    return Returned(
        name,
        properties.get(PROJECT, ""),
        properties.get(VERSION, ""),
        properties.get("lastModifiedBy", ""),
        tuple(rows),
        tuple(_all_passages(heads)),
        tuple(_all_passages((body, *feet))),
        notes(package),
    )


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """The custom properties, and who saved the document last."""
    for relation in package.relations("").values():
        root = package.root(relation.target) if relation.kind in ("custom-properties", "core-properties") else None
        for entry in children(root) if root is not None else ():
            yield entry.get("name") or local(entry), "".join(str(text) for text in entry.itertext())


def _tables(parent: Element) -> Iterator[Element]:
    """The tables of the body, not those within tables."""
    for child in children(parent):
        if child.tag == W + "tbl":
            yield child
        elif child.tag != W + "p":
            yield from _tables(child)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in children(parent):
        if child.tag == W + name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(child, name)


def _rows(table: Element) -> Iterator[Row]:
    for row in _inside(table, "tr"):
        cells = tuple(_cell(cell) for cell in _inside(row, "tc") if cell.find(f"{W}tcPr/{W}cellDel") is None)
        yield Row(cells, tuple(links(row)), tuple(bookmarks(row)), hand(row.find(f"{W}trPr/{W}del")))


def _cell(cell: Element) -> Passage:
    merge, span = cell.find(f"{W}tcPr/{W}vMerge"), value(cell, f"{W}tcPr/{W}gridSpan")
    return passage(children(cell), merged=merge is not None or span not in (None, "1"), in_table=True)


def _all_passages(roots: Iterable[Element]) -> Iterator[Passage]:
    for root in roots:
        yield from _passages(root, in_table=False)


def _passages(parent: Element, *, in_table: bool) -> Iterator[Passage]:
    """Paragraph by paragraph, one whose end was deleted together with the next."""
    joined: list[Element] = []
    for child in children(parent):
        if child.tag == W + "p":
            joined.append(child)
            if mark_deleted(child):
                continue
            yield passage(joined, in_table=in_table)
            joined = []
        elif not _is_struck(child):
            yield from _rest(joined, in_table=in_table)
            joined = []
            yield from _passages(child, in_table=in_table or child.tag == W + "tbl")
    yield from _rest(joined, in_table=in_table)


def _is_struck(element: Element) -> bool:
    return element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None


def _rest(joined: Iterable[Element], *, in_table: bool) -> Iterator[Passage]:
    left = list(joined)
    if left:
        yield passage(left, in_table=in_table)
