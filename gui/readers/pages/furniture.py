"""Sets apart what a PDF page carries besides its text: page numbers, running heads, letters nobody sees."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gui.document.errors import Message, note
from gui.readers.asides import PAGE_NUMBER, TOO_SMALL
from gui.readers.pages.lines import Item, Line, order
from gui.readers.pages.page import Hidden, Page
from gui.readers.raw import RawAside
from gui.readers.recognition.line_kinds import classify, is_masthead

_MARGIN = 0.12
"""Share of the height of a page at its top and bottom where furniture stands."""

_SAME_PLACE = 6.0
"""Points: a running head does not move more than this from page to page."""

_FEWEST = 3
_REPEATED = note("It is repeated at the same place of several pages.")
_HIDDEN: dict[Hidden, Message] = {
    Hidden.INVISIBLE: note("It is not drawn on the page."),
    Hidden.WHITE: note("It is white on white."),
    Hidden.OFF_PAGE: note("It stands outside the page."),
    Hidden.STRAY: TOO_SMALL,
}


def hidden_text(page: Page) -> Iterator[RawAside]:
    """The text of a page that cannot be seen, by the reason why."""
    for reason, message in _HIDDEN.items():
        glyphs = [glyph for glyph in page.glyphs if glyph.hidden is reason]
        lines = [item.text.text for column in order(glyphs, ()) for item in column if isinstance(item, Line)]
        if lines:
            yield RawAside("\n".join(lines), message)


class Furniture:
    """Knows the lines that come back on page after page."""

    def __init__(self, pages: Sequence[tuple[Page, Sequence[Item]]]) -> None:
        self._counts = Counter(key for page, items in pages for key in {*_keys(page, items)})
        self._needed = _FEWEST if len(pages) > 2 else 2

    def reason(self, page: Page, line: Line) -> Message | None:
        """Why a line is no part of the text, ``None`` if it is."""
        if not _in_margin(page, line):
            return None
        text = line.text.text
        if classify(text).page_number or (text.isdigit() and self._repeated(page, line)):
            return PAGE_NUMBER
        if page.number == 1 and is_masthead(text):
            return None
        return _REPEATED if self._repeated(page, line) else None

    def _repeated(self, page: Page, line: Line) -> bool:
        return any(self._counts[key] >= self._needed for key in _places(page, line))


def _in_margin(page: Page, line: Line) -> bool:
    middle = (line.box.y0 + line.box.y1) / 2
    return middle < page.height * _MARGIN or middle > page.height * (1 - _MARGIN)


_Key = tuple[str, str, int]


def _keys(page: Page, items: Sequence[Item]) -> Iterator[_Key]:
    return (key for item in items if isinstance(item, Line) and _in_margin(page, item) for key in _places(page, item))


def _places(page: Page, line: Line) -> Iterator[_Key]:
    """What makes two lines the same: their text but for figures, and their place from the edge of the page.

    Two neighbouring places are given, so that a line between two steps is met in one of them.
    """
    text = re.sub(r"\d+", "#", line.text.text)
    top = line.box.y0 > page.height / 2
    height = (page.height - line.box.y1 if top else line.box.y0) / _SAME_PLACE
    edge = "top" if top else "bottom"
    return ((edge, text, step) for step in {int(height), round(height)})
