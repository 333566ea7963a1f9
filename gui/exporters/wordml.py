"""Content to WordprocessingML.

Strings, not elements: for 10,000 paragraphs python-docx's paragraph API takes 4 s, lxml elements 0.08 s, this 0.03 s.
Text is escaped in one place, every document is parsed again before it is handed out, and the tests validate it.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, count, pairwise

from gui.exporters import inline
from gui.exporters.content import Change, Content, Grid, GridCell, GridRow, Item, Paragraph, Run
from gui.exporters.styles import (
    LAYOUT_TABLE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    NAMESPACE,
    NOTE_REFERENCE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TABLE,
    TEXT_WIDTH,
)

HEADER_ID, FOOTER_ID = "rIdHeader", "rIdFooter"
"""Names of the relationships by which the section finds its header and footer."""

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(root: str, *content: str) -> str:
    """A part with this root element."""
    return f'<w:{root} xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}">{"".join(content)}</w:{root}>'


def section() -> str:
    """The one section: A4, the same header and footer on every page."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER_ID}"/>'
        f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_SIDE}" w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_SIDE}" '
        'w:header="680" w:footer="624" w:gutter="0"/></w:sectPr>'
    )


def page_number() -> str:
    """The footer's ``Page X of Y``; Word works both fields out itself and shows 1 until then."""
    page, pages = (f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for field in _FIELDS)
    before, between = (inline.runs((Run(words),), count()) for words in ("Page ", " of "))
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{before}{page}{between}{pages}</w:p>'


_FIELDS = ("PAGE", "NUMPAGES")
_NO_LINE = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'


class Writer:
    """Writes the paragraphs and tables of one document; its bookmarks and tracked changes are numbered throughout."""

    def __init__(self, text_width: int = TEXT_WIDTH) -> None:
        self._width = text_width
        self._numbers = count(1)

    def items(self, content: Iterable[Item]) -> Iterator[str]:
        """Paragraphs and tables."""
        for item in content:
            yield self._paragraph(item) if isinstance(item, Paragraph) else self._table(item)

    def notes(self, content: Content) -> Iterator[str]:
        """The foot-notes, after the two lines that Word wants to be told of: between text and notes."""
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            line = f"<w:p>{_NO_LINE}<w:r><w:{kind}/></w:r></w:p>"
            yield f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'
        mark = f'<w:r><w:rPr><w:rStyle w:val="{NOTE_REFERENCE}"/></w:rPr><w:footnoteRef/></w:r>'
        for number, note in enumerate(content.notes, 1):
            yield f'<w:footnote w:id="{number}">{self._paragraph(note, mark)}</w:footnote>'

    def _paragraph(self, paragraph: Paragraph, before: str = "") -> str:
        new_page = "<w:pageBreakBefore/>" if paragraph.new_page else ""
        mark = f"<w:rPr>{self._changed(paragraph.change)}</w:rPr>" if paragraph.change else ""
        runs = before + inline.runs(paragraph.runs, self._numbers)
        if paragraph.bookmark:
            number = next(self._numbers)
            start = f'<w:bookmarkStart w:id="{number}" w:name="{paragraph.bookmark}"/>'
            runs = f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/>{new_page}{mark}</w:pPr>{runs}</w:p>'

    def _changed(self, change: Change | None) -> str:
        return inline.changed(change, self._numbers) if change else ""

    def _table(self, grid: Grid) -> str:
        widths = self._twips(grid.weights)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        changes = grid.changes or (None,) * len(grid.rows)
        rows = "".join(
            self._row(cells, widths, _row_properties(grid, number) + self._changed(changes[number]))
            for number, cells in enumerate(grid.rows)
        )
        return f"<w:tbl>{self._table_properties(grid)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"

    def _twips(self, weights: tuple[float, ...]) -> tuple[int, ...]:
        """Widths that fill the text width exactly."""
        edges = [round(self._width * edge / sum(weights)) for edge in accumulate(weights, initial=0.0)]
        return tuple(right - left for left, right in pairwise(edges))

    def _table_properties(self, grid: Grid) -> str:
        header = grid.header_rows > 0
        return (
            f'<w:tblPr><w:tblStyle w:val="{TABLE if grid.ruled else LAYOUT_TABLE}"/>'
            f'<w:tblW w:w="{self._width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0620" if header else "0600"}" w:firstRow="{int(header)}" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        )

    def _row(self, cells: GridRow, widths: tuple[int, ...], properties: str) -> str:
        edges = accumulate((cell.columns for cell in cells), initial=0)
        written = "".join(
            self._cell(cell, sum(widths[left:right]))
            for cell, (left, right) in zip(cells, pairwise(edges), strict=True)
        )
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{written}</w:tr>"

    def _cell(self, cell: GridCell, width: int) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = f'<w:vMerge w:val="{"continue" if cell.continues else "restart"}"/>' if cell.merged_down else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
        paragraphs = "".join(map(self._paragraph, cell.paragraphs))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{fill}</w:tcPr>{paragraphs}</w:tc>'


def _row_properties(grid: Grid, number: int) -> str:
    """A row of a table stays on one page, header rows come again on each; laid out text flows."""
    repeated = "<w:tblHeader/>" if number < grid.header_rows else ""
    return f"<w:cantSplit/>{repeated}" if grid.ruled else repeated
