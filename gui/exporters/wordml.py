"""Content to WordprocessingML elements.

Plain lxml, not python-docx's element classes: for 10,000 paragraphs its paragraph API takes 4 s, this 0.1 s.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from lxml import etree

from gui.document.richtext import Style
from gui.exporters.content import Grid, GridCell, Item, Paragraph, Run
from gui.exporters.styles import (
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    NAMESPACE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TABLE,
    TEXT_WIDTH,
    UNTRANSLATED,
)

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile("([\n\t])")
_TOGGLES = {Style.BOLD: "b", Style.ITALIC: "i"}
_NARROWEST = 0.06
"""The least share of the text width that a column gets: about four digits."""


@cache
def w(name: str) -> str:
    """A name in the main namespace of WordprocessingML, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


_P, _PPR, _PSTYLE, _R, _RPR, _T, _VAL = map(w, ("p", "pPr", "pStyle", "r", "rPr", "t", "val"))
_add = etree.SubElement


def _child(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return _add(parent, w(tag), {w(key): value for key, value in attributes.items()})


def root(name: str) -> etree._Element:
    """An empty root element of a part."""
    return etree.Element(w(name), nsmap={"w": NAMESPACE, "r": RELATIONSHIPS})


class Writer:
    """Appends content to elements; numbers the bookmarks of one document."""

    def __init__(self) -> None:
        self._bookmarks = 0

    def append(self, parent: etree._Element, items: Iterable[Item]) -> None:
        """Write paragraphs and tables at the end of ``parent``."""
        for item in items:
            if isinstance(item, Paragraph):
                self._paragraph(parent, item)
            else:
                self._table(parent, item)

    def _paragraph(self, parent: etree._Element, paragraph: Paragraph) -> None:
        element = _add(parent, _P)
        properties = _add(element, _PPR)
        _add(properties, _PSTYLE).set(_VAL, paragraph.style)
        if paragraph.new_page:
            _child(properties, "pageBreakBefore")
        if paragraph.bookmark:
            self._bookmarked(element, paragraph)
        else:
            append_runs(element, paragraph.runs)

    def _bookmarked(self, element: etree._Element, paragraph: Paragraph) -> None:
        self._bookmarks += 1
        number = str(self._bookmarks)
        _child(element, "bookmarkStart", id=number, name=paragraph.bookmark)
        append_runs(element, paragraph.runs)
        _child(element, "bookmarkEnd", id=number)

    def _table(self, parent: etree._Element, grid: Grid) -> None:
        widths = column_widths(grid.weights)
        table = _add(parent, w("tbl"))
        _table_properties(table, header=grid.header_rows > 0)
        columns = _child(table, "tblGrid")
        for width in widths:
            _child(columns, "gridCol", w=str(width))
        for number, cells in enumerate(grid.rows):
            row = _child(table, "tr")
            properties = _child(row, "trPr")
            _child(properties, "cantSplit")
            if number < grid.header_rows:
                _child(properties, "tblHeader")
            self._row(row, cells, widths)

    def _row(self, row: etree._Element, cells: tuple[GridCell, ...], widths: tuple[int, ...]) -> None:
        column = 0
        for cell in cells:
            element = _child(row, "tc")
            _cell_properties(element, cell, sum(widths[column : column + cell.columns]))
            self.append(element, cell.paragraphs)
            column += cell.columns


def column_widths(weights: tuple[float, ...]) -> tuple[int, ...]:
    """Widths in twips that fill the text width, none too narrow to hold a figure."""
    least = min(_NARROWEST, 1 / len(weights)) * sum(weights)
    shares = [max(weight, least) for weight in weights]
    edges = [round(TEXT_WIDTH * sum(shares[:number]) / sum(shares)) for number in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _table_properties(table: etree._Element, *, header: bool) -> None:
    properties = _child(table, "tblPr")
    _child(properties, "tblStyle", val=TABLE)
    _child(properties, "tblW", w=str(TEXT_WIDTH), type="dxa")
    _child(properties, "tblLayout", type="fixed")
    first_row = "1" if header else "0"
    flags = {"firstRow": first_row, "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1"}
    _child(properties, "tblLook", val="0620" if header else "0600", noVBand="1", **flags)


def _cell_properties(element: etree._Element, cell: GridCell, width: int) -> None:
    properties = _child(element, "tcPr")
    _child(properties, "tcW", w=str(width), type="dxa")
    if cell.columns > 1:
        _child(properties, "gridSpan", val=str(cell.columns))
    if cell.rows > 1 or cell.continues:
        _child(properties, "vMerge", val="continue" if cell.continues else "restart")
    if cell.fill:
        _child(properties, "shd", val="clear", color="auto", fill=cell.fill)


def append_runs(paragraph: etree._Element, runs: Iterable[Run]) -> None:
    """Write runs at the end of a paragraph or field."""
    for run in runs:
        element = _add(paragraph, _R)
        if run.styles or run.character_style:
            _run_properties(element, run)
        _append_text(element, run.text)


def _run_properties(element: etree._Element, run: Run) -> None:
    properties = _add(element, _RPR)
    if run.character_style:
        _child(properties, "rStyle", val=run.character_style)
    for style, name in _TOGGLES.items():  # here and below in the order of the schema
        if style in run.styles:
            _child(properties, name)
    if run.character_style == UNTRANSLATED:
        _child(properties, "highlight", val="yellow")
    if Style.UNDERLINE in run.styles:
        _child(properties, "u", val="single")


def _append_text(run: etree._Element, text: str) -> None:
    for part in _BREAKS.split(text) if "\n" in text or "\t" in text else (text,):
        if part == "\n":
            _child(run, "br")
        elif part == "\t":
            _child(run, "tab")
        elif part:
            element = _add(run, _T)
            element.text = part
            if part[0].isspace() or part[-1].isspace():
                element.set(_SPACE, "preserve")


def append_field(paragraph: etree._Element, instruction: str) -> None:
    """A field that Word works out itself (``PAGE``, ``NUMPAGES``); shows 1 until then."""
    field = _child(paragraph, "fldSimple", instr=f" {instruction} ")
    append_runs(field, (Run("1"),))


def append_section(body: etree._Element, header_id: str, footer_id: str) -> None:
    """The one section: A4 with the same header and footer on every page; ids are relationships of the part."""
    section = _child(body, "sectPr")
    for name, identifier in (("headerReference", header_id), ("footerReference", footer_id)):
        _child(section, name, type="default").set(f"{{{RELATIONSHIPS}}}id", identifier)
    _child(section, "pgSz", w=str(PAGE_WIDTH), h=str(PAGE_HEIGHT))
    side = str(MARGIN_SIDE)
    vertical = {"top": str(MARGIN_TOP), "bottom": str(MARGIN_BOTTOM)}
    _child(section, "pgMar", left=side, right=side, header="680", footer="624", gutter="0", **vertical)
