"""Reads plain text, and the text that OCR or copying makes of a PDF: lines wrapped in mid sentence, page numbers."""

from collections.abc import Iterator
from itertools import accumulate

from gui.document.release import Cell, CellItem, Release
from gui.document.richtext import RichText
from gui.document.work import Progress, unheard
from gui.language.sentences import ends_sentence
from gui.readers.lines import WIDEST, Line, columns, lines, normalised
from gui.readers.plain.encoding import decode
from gui.readers.plain.tab_tables import is_tab_row, read_tab_table
from gui.readers.raw import Gap, Raw, RawLine
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise

_TYPICAL = 0.5
"""So much of all text stands in lines no wider than the usual width of the page."""

_FULL = 0.9
"""A line of at least this share of the usual width reaches the edge, so that a finished sentence may go on after it."""

_NEARLY_FULL = 0.6
"""An unfinished line of at least this share was wrapped: the next word did not fit."""

_ROOMY = 0.8
"""Where the next word would have ended before this share of the usual width, its writer put it on a new line."""

_FEWEST_WRAPPED = 2
"""A text is wrapped if at least so many of its full lines stop in mid sentence."""

_NARROWEST = 50
"""No page is narrower than this."""


class TextReader:
    """Plain text: everything that no other reader takes."""

    format = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")
    apart = False

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the name says nothing here
        """Any text that no other reader has taken: the registry asks this reader last."""
        return foreign_format(data) is None

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:  # noqa: ARG002  # it is quick
        """The release in ``data``.

        Raises:
            ReadError: the bytes are not text in a known encoding.
        """
        return recognise(self.format, name, raw_pieces(decode(name, data)))


def raw_pieces(text: str) -> Iterator[Raw]:
    """The lines and tab-separated tables of a plain text."""
    all_lines = list(lines(normalised(text)))
    page = _Page(all_lines)
    before, place, page_start = "", 0, False
    while place < len(all_lines):
        line = all_lines[place]
        page_start |= line.page_start
        found = read_tab_table(all_lines, place, _cell) if is_tab_row(line.text) else None
        if found:
            yield found.table
            yield from found.page_numbers()
            place, before = found.end, ""
            continue
        if not line.blank:
            gap = page.gap(before, line.text)
            yield RawLine(RichText(line.text.rstrip()), gap, number=line.number, page_start=page_start)
            page_start = False
        before = line.text
        place += 1


def _cell(text: str) -> Cell:
    return Cell(tuple(CellItem(RichText(line.strip())) for line in text.split("\n") if line.strip()))


class _Page:
    """How wide the lines of a text are, and whether they were wrapped at that width."""

    def __init__(self, all_lines: list[Line]) -> None:
        texts = [line.text.rstrip() for line in all_lines if not line.blank]
        widths = [columns(text) for text in texts]
        self._usual = _usual(widths)
        full = [text for text, width in zip(texts, widths, strict=True) if width >= self._usual * _FULL]
        unfinished = sum(not ends_sentence(text) for text in full)
        self._wrapped = self._usual >= _NARROWEST and unfinished >= _FEWEST_WRAPPED

    def gap(self, before: str, text: str) -> Gap:
        """What parts a line from the line before, told from whether that reaches the edge and ends a sentence."""
        width = columns(before.rstrip())
        if not before.strip() or width >= WIDEST:
            return Gap.PARAGRAPH
        share = width / self._usual
        if ends_sentence(before):
            goes_on = self._wrapped and share >= _FULL and not text[:1].isspace()
            return Gap.WRAP if goes_on else Gap.PARAGRAPH
        if share < _NEARLY_FULL:
            return Gap.BREAK
        first_word = text.split(maxsplit=1)[0] if self._wrapped else ""
        had_room = bool(first_word) and width + 1 + columns(first_word) < self._usual * _ROOMY
        return Gap.PARAGRAPH if had_room else Gap.WRAP


def _usual(widths: list[int]) -> int:
    ordered = sorted(widths)
    share = sum(ordered) * _TYPICAL
    return next((width for width, so_far in zip(ordered, accumulate(ordered), strict=True) if so_far > share), 1)
