"""The English release as a page for the web: one file, clean markup, nothing that runs.

What stands where is decided by the English Word document (:mod:`gui.exporters.english`); here its paragraphs become
``h1`` to ``h4``, nested lists, tables and foot-notes with links there and back. Pictures are not placed: a page with
grey boxes cannot be published, so their captions stand as ``figcaption`` and the report says how many are to be put in.

An embargoed release says so in an ``aside`` at the top and asks search engines to keep out, so that a page put on a
server too early is at least not found.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise, takewhile
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from gui.document.errors import note
from gui.document.project import Snapshot
from gui.document.richtext import Style
from gui.exporters import english, exchange, notes, text
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.content import Content, Grid, GridCell, GridRow, Item, Paragraph, Run
from gui.exporters.deliver import deliver
from gui.exporters.html_style import STYLE_SHEET
from gui.exporters.styles import BULLETS, ENUMERATED, FAINT, LABEL, UNTRANSLATED

if TYPE_CHECKING:
    from lxml import etree

_HEAD = ("Masthead", "Slogan", "Date", "Title", "Subtitle")
_CLASSES = {
    "Masthead": "masthead",
    "Slogan": "slogan",
    "Date": "date",
    "Subtitle": "subtitle",
    "Summary": "summary",
    "Note": "note",
    "FootNote": "footnote",
    "Caption": "caption",
    "Attachment": "attachment",
    "EndMark": "end",
    "Embargo": "embargo",
    "DraftMark": "draft",
    "TableNote": "note",
}
"""The class of a paragraph that has one, by style."""

_HEADINGS = ("Heading1", "Heading2", "Heading3")
_LISTS = {style: level for styles in (BULLETS, ENUMERATED) for level, style in enumerate(styles, 1)}
_TAGS = {Style.BOLD: "strong", Style.ITALIC: "em", Style.UNDERLINE: "u"}
_SPANS = {UNTRANSLATED: ' class="untranslated"', LABEL: ' class="label"', FAINT: ' class="faint"'}

_DESCRIPTION = 200
"""Characters of the description that search engines show, at most."""

_FORBIDDEN = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef]|["
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
"""Controls and non-characters that HTML forbids beyond XML (HTML Standard, 13.2.3.5)."""


class HtmlExporter:
    """Writes the English side as a web page."""

    name = "html"
    label = note("Web page (HTML)")
    suffix = ".html"
    tag = "EN"
    heeds = frozenset({Choice.DRAFT})

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """See :class:`gui.exporters.base.Exporter`. Segments without English stand there in Korean, marked as such."""
        from gui.exporters.word import as_draft  # loads python-docx, which takes longer than opening the window may

        found = notes.find(snapshot)
        content = english.content(snapshot, found=found)
        if options.draft:
            content = as_draft(content)
        page = document(content, snapshot)
        if _read(page) != _expected(content):
            raise exchange.mismatch(path.name)
        deliver(path, page.encode())
        raw = (segment.target or segment.source.text for segment in snapshot.segments())
        return ExportReport(path, (*text.warnings(snapshot, raw), *notes.warnings(found)))


def document(content: Content, snapshot: Snapshot) -> str:
    """The whole page."""
    robots = '<meta name="robots" content="noindex, nofollow, noarchive">\n' if snapshot.embargo_active() else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_line(content.title)}</title>\n"
        f'<meta name="description" content="{_line(_description(content))}">\n{robots}'
        f"<style>\n{STYLE_SHEET}</style>\n</head>\n<body>\n<article>\n{_article(content)}</article>\n</body>\n</html>\n"
    )


def _line(words: str) -> str:
    """Text for an attribute or the title: one line, never empty."""
    return _safe(" ".join(words.split())) or "-"


def _safe(words: str) -> str:
    return escape(_clean(words))


def _clean(words: str) -> str:
    return _FORBIDDEN.sub(exchange.REPLACEMENT, words)


def _description(content: Content) -> str:
    """The first sentences of the release: its lead, else its title."""
    lead = (item.text for item in content.body if isinstance(item, Paragraph) and item.style == "BodyText")
    words = " ".join(next(lead, content.title).split())
    return words if len(words) <= _DESCRIPTION else f"{words[:_DESCRIPTION].rpartition(' ')[0]} …"


def _article(content: Content) -> str:
    boxes = [paragraph for paragraph in content.header if paragraph.text.strip()]
    aside = f"<aside>\n{_paragraphs(boxes)}</aside>\n" if boxes else ""
    head = list(takewhile(_is_head, content.body))
    body = _Body()
    for item in content.body[len(head) :]:
        body.add(item)
    return f"{aside}{_header(head)}{body.close()}{_footer(content.notes)}"


def _is_head(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.style in _HEAD


def _header(head: Sequence[Item]) -> str:
    paragraphs = [item for item in head if isinstance(item, Paragraph)]
    titles = (number for number, paragraph in enumerate(paragraphs) if paragraph.style == "Title")
    first = next(titles, None)
    pieces = [
        f"<h1>{_runs(paragraph)}</h1>\n" if number == first else _paragraph(paragraph)
        for number, paragraph in enumerate(paragraphs)
    ]
    return f"<header>\n{''.join(pieces)}</header>\n" if pieces else ""


class _Body:
    """Collects the body; knows which lists are open, and which headings the next one stands under."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._levels: list[int] = []
        self._ranks: list[int] = []
        self._caption: Paragraph | None = None

    def add(self, item: Item) -> None:
        """Add a paragraph or a table."""
        if isinstance(item, Grid):
            self._end_lists()
            self._pieces.append(_table(item, self._caption) if item.ruled else _laid_out(item))
            self._caption = None
            return
        self._end_caption()
        if item.style in _LISTS:
            self._list_item(item, _LISTS[item.style])
            return
        self._end_lists()
        if item.style in _HEADINGS:
            self._heading(item)
        elif item.style == "Caption":
            self._caption = item
        elif item.text:
            self._pieces.append(_paragraph(item))

    def close(self) -> str:
        """All that was added."""
        self._end_caption()
        self._end_lists()
        return "".join(self._pieces)

    def _heading(self, item: Paragraph) -> None:
        rank = _HEADINGS.index(item.style)
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        tag = f"h{len(self._ranks) + 1}"
        self._pieces.append(f"<{tag}>{_runs(item)}</{tag}>\n")

    def _list_item(self, item: Paragraph, level: int) -> None:
        while self._levels and self._levels[-1] > level:
            self._end_list()
        if self._levels and self._levels[-1] == level:
            self._pieces.append("</li>\n")
        else:
            self._pieces.append("\n<ul>\n")
            self._levels.append(level)
        counted = ' class="counted"' if item.style in ENUMERATED else ""
        self._pieces.append(f"<li{counted}>{_runs(item)}")

    def _end_list(self) -> None:
        self._levels.pop()
        self._pieces.append("</li>\n</ul>\n")

    def _end_lists(self) -> None:
        while self._levels:
            self._end_list()

    def _end_caption(self) -> None:
        """A caption without a table below it is that of a picture."""
        if self._caption is not None:
            self._pieces.append(f"<figure><figcaption>{_runs(self._caption)}</figcaption></figure>\n")
        self._caption = None


def _laid_out(grid: Grid) -> str:
    """A table that only lays text out is no table on the web."""
    return _paragraphs(paragraph for row in grid.rows for cell in row for paragraph in cell.paragraphs)


def _paragraphs(paragraphs: Iterable[Paragraph]) -> str:
    return "".join(map(_paragraph, paragraphs))


def _paragraph(paragraph: Paragraph) -> str:
    name = _CLASSES.get(paragraph.style, "")
    return f"<p{f' class={chr(34)}{name}{chr(34)}' if name else ''}>{_runs(paragraph)}</p>\n"


def _footer(paragraphs: Sequence[Paragraph]) -> str:
    if not paragraphs:
        return ""
    items = "".join(
        f'<li id="note-{number}">{_runs(paragraph)} <a class="back" href="#ref-{number}" aria-label="Back to the text">'
        "↩</a></li>\n"
        for number, paragraph in enumerate(paragraphs, 1)
    )
    return f'<footer>\n<ol class="notes">\n{items}</ol>\n</footer>\n'


def _table(grid: Grid, caption: Paragraph | None) -> str:
    title = f"<caption>{_runs(caption)}</caption>\n" if caption is not None else ""
    head, body = grid.rows[: grid.header_rows], grid.rows[grid.header_rows :]
    groups = [f"<{tag}>\n{_rows(rows, tag)}</{tag}>\n" for tag, rows in (("thead", head), ("tbody", body)) if rows]
    return f'<div class="table"><table>\n{title}{"".join(groups)}</table></div>\n'


def _rows(rows: Sequence[GridRow], group: str) -> str:
    """The rows of a group. A merged cell stands where it begins; it cannot reach from one group into the next."""
    places = [dict(_places(row)) for row in rows]
    pieces: list[str] = []
    for number, row in enumerate(places):
        cells = [
            _cell(cell, _height(places, number, column), group)
            for column, cell in row.items()
            if number == 0 or not cell.continues
        ]
        pieces.append(f"<tr>{''.join(cells)}</tr>\n")
    return "".join(pieces)


def _places(row: GridRow) -> Iterator[tuple[int, GridCell]]:
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns


def _height(rows: Sequence[dict[int, GridCell]], number: int, column: int) -> int:
    below = (row.get(column) for row in rows[number + 1 :])
    return 1 + sum(1 for _ in takewhile(lambda cell: cell is not None and cell.continues, below))


def _cell(cell: GridCell, height: int, group: str) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{height}"' if height > 1 else ""
    if group == "thead":
        return f'<th scope="col"{spans}>{_in_cell(cell.paragraphs)}</th>'
    figure = ' class="figure"' if cell.paragraphs[0].style == "TableNumber" else ""
    return f"<td{spans}{figure}>{_in_cell(cell.paragraphs)}</td>"


def _in_cell(paragraphs: Sequence[Paragraph]) -> str:
    if len(paragraphs) == 1 and paragraphs[0].style != "TableBullet":
        return _runs(paragraphs[0])
    pieces: list[str] = []
    for style, group in groupby(paragraphs, key=lambda paragraph: paragraph.style):
        if style == "TableBullet":
            pieces.append(f"<ul>{''.join(f'<li>{_runs(paragraph)}</li>' for paragraph in group)}</ul>")
        else:
            pieces.append(_paragraphs(group))
    return "".join(pieces)


def _runs(paragraph: Paragraph) -> str:
    return "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    number = run.marking.note if run.marking else 0
    if number:
        return f'<sup><a class="ref" id="ref-{number}" href="#note-{number}">{number}</a></sup>'
    words = _with_korean(run.text)
    for style, tag in _TAGS.items():
        if style in run.styles:
            words = f"<{tag}>{words}</{tag}>"
    span = _SPANS.get(run.character_style)
    return f"<span{span}>{words}</span>" if span else words


def _with_korean(words: str) -> str:
    """English in which words that were left in Korean are marked as such, for screen readers and browsers."""
    if not text.is_korean(words):
        return _lines(words)
    pieces = re.split(r"(\s+)", words)  # words at even places, white space between them at odd ones
    korean = [text.is_korean(piece) for piece in pieces]
    korean[1::2] = [before and after for before, after in pairwise(korean[::2])]
    groups = groupby(zip(korean, pieces, strict=True), key=itemgetter(0))
    joined = ((is_korean, _lines("".join(piece for _, piece in group))) for is_korean, group in groups)
    return "".join(f'<span lang="ko">{part}</span>' if is_korean else part for is_korean, part in joined)


def _lines(words: str) -> str:
    return "<br>".join(map(_safe, words.split("\n")))


# -- read again, to be sure that nothing is lost


def _expected(content: Content) -> str:
    runs = (run for paragraph in content.paragraphs() for run in paragraph.runs)
    return _squeezed(run.text for run in runs if not (run.marking and run.marking.note))


def _read(page: str) -> str:
    from lxml import html  # takes longer to load than opening the window may

    (article,) = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).iter("article")
    return _squeezed(_texts(article))


def _texts(element: "etree._Element") -> Iterator[str]:
    if element.get("class") not in ("ref", "back"):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def _squeezed(texts: Iterable[str]) -> str:
    """Without white space, which a page sets as it likes."""
    return "".join(_clean("".join(texts)).split())
