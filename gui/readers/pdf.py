"""The reader of PDF releases."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from gui.document.errors import Message, ReadError, note
from gui.document.release import Release
from gui.readers.base import Progress, unheard
from gui.readers.grids import Grids, RawCell
from gui.readers.pdf_continued import continued
from gui.readers.pdf_flow import Habits, Joiner, habits
from gui.readers.pdf_furniture import Furniture, hidden_text
from gui.readers.pdf_layout import lay_out, with_edges
from gui.readers.pdf_lines import Frame, Item, Line, Picture
from gui.readers.pdf_page import Hidden, Page, read_page
from gui.readers.raw import Raw, RawAside, RawLine, RawPicture, RawTable
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise

_MOST_PAGES = 500
_FEWEST_LETTERS = 30
"""A page with fewer glyphs tells nothing about its Hangul."""

_MILLIMETRES = 25.4 / 72
_PASSWORD_ERROR = 4


class PdfReader:
    """PDF: the printed form of a release. Hangul and Word files say more; a PDF is read where there is no other."""

    format = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the name says nothing here
        """Whether the file begins as a PDF does."""
        return foreign_format(data) == "PDF"

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged, protected, too long, or has no Hangul in its text.
        """
        document = _open(data)
        try:
            pages, warnings = _pages(document, progress)
        finally:
            document.close()
        warnings += _check_hangul(pages)
        composer = _Composer(pages)
        raws = list(composer.raws())
        return recognise(self.format, name, raws, (*warnings, *composer.warnings()))


def _open(data: bytes) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise ReadError(
                "The PDF is protected by a password. Open the HWPX of the release, or save the PDF without a password."
            ) from None
        raise ReadError("The PDF is damaged and cannot be opened. Download it again, or open the HWPX.") from None
    if not count:
        document.close()
        raise ReadError("The PDF has no pages. Download it again, or open the HWPX.")
    if count > _MOST_PAGES:
        document.close()
        raise ReadError(
            "The PDF has {count} pages; a release of up to {most} pages can be read.", count=count, most=_MOST_PAGES
        )
    return document


def _pages(document: Any, progress: Progress) -> tuple[list[Page], list[Message]]:
    import pypdfium2

    pages: list[Page] = []
    warnings: list[Message] = []
    for index in range(len(document)):
        try:
            pages.append(read_page(document, index))
        except pypdfium2.PdfiumError:
            warnings.append(note("Page {page} of the PDF is damaged and was left out.", page=index + 1))
        progress(index + 1, len(document))
    if not pages:
        raise ReadError("No page of the PDF can be read. Download it again, or open the HWPX.")
    for page in pages:
        warnings += _show_text_under_picture(page)
    return pages, warnings


def _show_text_under_picture(page: Page) -> Iterator[Message]:
    """Where most text is invisible, it lies under the picture of a scanned page, recognised by a machine."""
    invisible = sum(glyph.hidden is Hidden.INVISIBLE for glyph in page.glyphs)
    if invisible * 2 > len(page.glyphs):
        page.glyphs = [
            replace(glyph, hidden=None) if glyph.hidden is Hidden.INVISIBLE else glyph for glyph in page.glyphs
        ]
        yield note("Page {page} is a picture with recognised text behind it. Compare the text.", page=page.number)


def _check_hangul(pages: Sequence[Page]) -> list[Message]:
    """Warns of pages without Hangul.

    Raises:
        ReadError: no page has any.
    """
    if not any(page.glyphs for page in pages):
        raise ReadError("The PDF holds pictures but no text: it was scanned. Open the HWPX of the release.")
    if not any(_is_hangul(glyph.text) for page in pages for glyph in page.glyphs):
        raise ReadError(
            "The text of the PDF has no Hangul: its text layer is damaged or it was scanned. Open the HWPX instead."
        )
    bare = [page for page in pages if len(page.glyphs) >= _FEWEST_LETTERS]
    bare = [page for page in bare if not any(_is_hangul(glyph.text) for glyph in page.glyphs)]
    if not bare:
        return []
    numbers = ", ".join(str(page.number) for page in bare)
    return [note("There is no Hangul in the text of these pages: {pages}. Compare them with the PDF.", pages=numbers)]


def _is_hangul(text: str) -> bool:
    return any("가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ" for character in text)


class _Composer:
    """Makes the stream of raws from laid out pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._layout = with_edges([lay_out(page) for page in pages])
        self._habits: Habits = habits(self._layout)
        self._grids = Grids()
        self._notes: list[Message] = []

    def warnings(self) -> list[Message]:
        """What the user should look at, once all raws were made."""
        doubtful = self._habits.doubtful
        return [*self._notes, *self._grids.warnings, *_doubts(doubtful)]

    def raws(self) -> Iterator[Raw]:
        """All lines, tables, pictures and what was set aside."""
        furniture = Furniture(list(zip(self._pages, self._layout, strict=True)))
        flow: list[Item] = []
        asides: list[RawAside] = []
        for page, items in zip(self._pages, self._layout, strict=True):
            asides += hidden_text(page)
            for item in items:
                reason = furniture.reason(page, item) if isinstance(item, Line) else None
                if reason is None:
                    flow.append(item)
                elif isinstance(item, Line):
                    asides.append(RawAside(item.text.text, reason))
        yield from self._compose(continued(flow, self._notes))
        yield from asides

    def _compose(self, items: Sequence[Item]) -> Iterator[Raw]:
        joiner = Joiner(self._habits)
        for item in items:
            if isinstance(item, Line):
                yield from joiner.add(item)
                continue
            yield from joiner.finish()
            yield from self._framed(item) if isinstance(item, Frame) else (_picture(item),)
        yield from joiner.finish()

    def _framed(self, frame: Frame) -> list[Raw]:
        cells = [
            RawCell(tuple(self._in_cell(items)), cell.row, cell.column, cell.row_span, cell.column_span)
            for cell, items in zip(frame.grid.cells, frame.cells, strict=True)
        ]
        raws = self._grids.grid(cells)
        if any(isinstance(raw, RawTable) for raw in raws) and len(cells) > 1:
            self._notes.append(
                note("Check the table on page {page}: a PDF does not tell which cells are one.", page=frame.page)
            )
        return raws

    def _in_cell(self, items: Sequence[Item]) -> Iterator[Raw]:
        lines = [item for item in items if isinstance(item, Line)]
        if len(lines) > 1 and len(lines) == len(items) and all(len(line.text) == 1 for line in lines):
            joined = replace(lines[0].text, text="".join(line.text.text for line in lines), marks=())
            yield RawLine(joined, size=lines[0].size)
            return
        yield from self._compose(items)


def _picture(item: Picture) -> RawPicture:
    box = item.box
    return RawPicture((box.x1 - box.x0) * _MILLIMETRES, (box.y1 - box.y0) * _MILLIMETRES)


def _doubts(doubtful: dict[int, int]) -> Iterator[Message]:
    if doubtful:
        pages = ", ".join(str(page) for page in sorted(doubtful))
        yield note(
            "At {count} line ends on these pages it is not sure whether a word goes on: {pages}.",
            count=sum(doubtful.values()),
            pages=pages,
        )
