"""Opens a PDF and reads its pages, or says in one sentence why it cannot."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from gui.document.errors import Message, ReadError, note
from gui.document.work import Progress
from gui.readers.pages.drawing import take_drawn
from gui.readers.pages.glyphs import read_glyphs
from gui.readers.pages.page import Box, Glyph, Hidden, Page, Upright

_MOST_PAGES = 500
_FEWEST_LETTERS = 30
"""A page with fewer glyphs tells nothing about its Hangul."""

_LOCKED = (4, 5)
"""PDFium's numbers for a password that is missing and a lock that it does not know."""


def read_pages(name: str, data: bytes, progress: Progress) -> tuple[list[Page], list[Message]]:
    """All pages of a PDF, and what the user should know of them.

    Raises:
        ReadError: the file is damaged, protected, too long, or has no Hangul in its text.
    """
    document = _open(name, data)
    try:
        pages, warnings = _pages(name, document, progress)
    finally:
        document.close()
    return pages, [*warnings, *_check_hangul(name, pages)]


def _open(name: str, data: bytes) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise _refusal(name, error) from None
    if count > _MOST_PAGES:
        document.close()
        raise ReadError(
            "{name} has {count} pages. A release of up to {most} pages can be opened.",
            name=name,
            count=count,
            most=_MOST_PAGES,
        )
    return document


def _refusal(name: str, error: Exception) -> ReadError:
    if getattr(error, "err_code", None) in _LOCKED:
        return ReadError(
            "{name} is protected by a password. Open the HWPX of the release, or save the PDF without a password.",
            name=name,
        )
    return ReadError("{name} is a damaged PDF. Download it again, or open the HWPX.", name=name)


def _pages(name: str, document: Any, progress: Progress) -> tuple[list[Page], list[Message]]:
    import pypdfium2

    pages: list[Page] = []
    warnings: list[Message] = []
    for index in range(len(document)):
        try:
            pages.append(_page(document, index))
        except pypdfium2.PdfiumError:
            warnings.append(note("Page {page} of the PDF is damaged and was left out.", page=index + 1))
        progress(index + 1, len(document))
    if not pages:
        raise ReadError("{name} is a damaged PDF. Download it again, or open the HWPX.", name=name)
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


def _page(document: Any, index: int) -> Page:
    """Everything on page ``index`` (from 0) of a ``pypdfium2.PdfDocument``, with the page turned upright.

    Raises:
        pypdfium2.PdfiumError: the page is damaged.
    """
    page = document[index]
    upright = Upright(page.get_cropbox(), page.get_rotation())
    result = Page(index + 1, *upright.size)
    text_page = page.get_textpage()
    try:
        lettered = read_glyphs(text_page, upright, result)
        take_drawn(page.raw, upright, result, lettered)
    finally:
        text_page.close()
        page.close()
    result.glyphs = list(_looked_at(result))
    return result


def _looked_at(page: Page) -> Iterator[Glyph]:
    """The letters as they look: white ones on a painted area can be seen, those drawn twice are bold."""
    doubles = sorted(page.doubles, key=lambda double: double.y0)
    heights = [double.y0 for double in doubles]
    for glyph in page.glyphs:
        if glyph.hidden is Hidden.WHITE and any(area.holds(*glyph.middle) for area in page.areas):
            glyph = replace(glyph, hidden=None)
        reach = glyph.size / 2
        beside = doubles[bisect_left(heights, glyph.y - reach) : bisect_right(heights, glyph.y + reach)]
        yield replace(glyph, bold=True) if any(_is_again(double, glyph) for double in beside) else glyph


def _is_again(double: Box, glyph: Glyph) -> bool:
    """Whether a letter was drawn a second time in ``double``, whose bounds are those of the ink."""
    reach = glyph.size / 2
    return double.x0 - reach <= glyph.middle[0] <= double.x1 + reach and abs(double.y0 - glyph.y) < reach


def _check_hangul(name: str, pages: Sequence[Page]) -> list[Message]:
    """Warns of pages without Hangul.

    Raises:
        ReadError: no page has any.
    """
    if not any(page.glyphs for page in pages):
        raise ReadError("{name} holds pictures but no text: it was scanned. Open the HWPX instead.", name=name)
    if not any(_is_hangul(glyph.text) for page in pages for glyph in page.glyphs):
        raise ReadError(
            "The text of {name} has no Hangul: its text layer is damaged or it was scanned. Open the HWPX instead.",
            name=name,
        )
    bare = [page for page in pages if len(page.glyphs) >= _FEWEST_LETTERS]
    bare = [page for page in bare if not any(_is_hangul(glyph.text) for glyph in page.glyphs)]
    if not bare:
        return []
    numbers = ", ".join(str(page.number) for page in bare)
    return [note("There is no Hangul in the text of these pages: {pages}. Compare them with the PDF.", pages=numbers)]


def _is_hangul(text: str) -> bool:
    return any("가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ" for character in text)
