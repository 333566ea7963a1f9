"""Content to WordprocessingML.

Strings, not elements: for 10,000 paragraphs python-docx's paragraph API takes 4 s, lxml elements 0.08 s, this 0.03 s.
Text is escaped in one place, every document is parsed again before it is handed out, and the tests validate it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, count, pairwise
from xml.sax.saxutils import escape

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

HEADER_ID, FOOTER_ID = "rIdHeader", "rIdFooter"
"""Names of the relationships by which the section finds its header and footer."""

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BREAKS = re.compile("([\n\t])")


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
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_run(Run("Page "))}{page}{_run(Run(" of "))}{pages}</w:p>'


_FIELDS = ("PAGE", "NUMPAGES")


def items(content: Iterable[Item]) -> Iterator[str]:
    """Paragraphs and tables; bookmarks are numbered within one call."""
    numbers = count(1)
    for item in content:
        yield _paragraph(item, numbers) if isinstance(item, Paragraph) else _table(item, numbers)


def _paragraph(paragraph: Paragraph, numbers: Iterator[int]) -> str:
    new_page = "<w:pageBreakBefore/>" if paragraph.new_page else ""
    runs = "".join(map(_run, paragraph.runs))
    if paragraph.bookmark:
        number = next(numbers)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{paragraph.bookmark}"/>'
        runs = f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/>{new_page}</w:pPr>{runs}</w:p>'


def _run(run: Run) -> str:
    properties = _run_properties(run) if run.styles or run.character_style else ""
    written = f"<w:r>{properties}{_text(run.text)}</w:r>"
    return f'<w:hyperlink w:anchor="{run.link}" w:history="1">{written}</w:hyperlink>' if run.link else written


def _run_properties(run: Run) -> str:
    """In the order of the schema."""
    style = f'<w:rStyle w:val="{run.character_style}"/>' if run.character_style else ""
    bold = "<w:b/>" if Style.BOLD in run.styles else ""
    italic = "<w:i/>" if Style.ITALIC in run.styles else ""
    highlight = '<w:highlight w:val="yellow"/>' if run.character_style == UNTRANSLATED else ""
    underline = '<w:u w:val="single"/>' if Style.UNDERLINE in run.styles else ""
    return f"<w:rPr>{style}{bold}{italic}{highlight}{underline}</w:rPr>"


def _text(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _plain_text(text)
    return "".join(map(_break_or_text, _BREAKS.split(text)))


def _break_or_text(part: str) -> str:
    return "<w:br/>" if part == "\n" else "<w:tab/>" if part == "\t" else _plain_text(part)


def _plain_text(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def _table(grid: Grid, numbers: Iterator[int]) -> str:
    widths = _twips(grid.weights)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(cells, widths, numbers, header=number < grid.header_rows) for number, cells in enumerate(grid.rows)
    )
    return f"<w:tbl>{_table_properties(header=grid.header_rows > 0)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _twips(weights: tuple[float, ...]) -> tuple[int, ...]:
    """Widths that fill the text width exactly."""
    edges = [round(TEXT_WIDTH * edge / sum(weights)) for edge in accumulate(weights, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _table_properties(*, header: bool) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0620" if header else "0600"}" w:firstRow="{int(header)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _row(cells: tuple[GridCell, ...], widths: tuple[int, ...], numbers: Iterator[int], *, header: bool) -> str:
    edges = accumulate((cell.columns for cell in cells), initial=0)
    written = "".join(
        _cell(cell, sum(widths[left:right]), numbers)
        for cell, (left, right) in zip(cells, pairwise(edges), strict=True)
    )
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{written}</w:tr>"


def _cell(cell: GridCell, width: int, numbers: Iterator[int]) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = f'<w:vMerge w:val="{"continue" if cell.continues else "restart"}"/>' if cell.merged_down else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    paragraphs = "".join(_paragraph(paragraph, numbers) for paragraph in cell.paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{fill}</w:tcPr>{paragraphs}</w:tc>'
