"""Reads plain text, and the text that OCR or copying makes of a PDF: lines wrapped in mid sentence, page numbers."""

from collections.abc import Iterator
from itertools import accumulate
from unicodedata import east_asian_width

from gui.document.release import Cell, CellItem, Release
from gui.document.richtext import RichText
from gui.language.sentences import ends_sentence
from gui.readers.encoding import decode
from gui.readers.lines import Line, lines, normalised
from gui.readers.raw import Gap, Raw, RawLine
from gui.readers.structure import recognise
from gui.readers.tab_tables import is_tab_row, read_tab_table

_TYPICAL = 0.5
"""So much of all text stands in lines no wider than the usual width of the page."""

_FULL = 0.9
"""A line of at least this share of the usual width reaches the edge, so that a finished sentence may go on after it."""

_NEARLY_FULL = 0.6
"""An unfinished line of at least this share was wrapped: the next word did not fit."""

_MEASURED = 160
"""Characters of a line looked at for its width: no page is wider."""


class TextReader:
    """Plain text: everything that no other reader takes."""

    format = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the protocol asks for both
        """Any text: the registry asks this reader last."""
        return True

    def read(self, name: str, data: bytes) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the bytes are not text in a known encoding.
        """
        return recognise(self.format, name, raw_pieces(decode(name, data)))


def raw_pieces(text: str) -> Iterator[Raw]:
    """The lines and tab-separated tables of a plain text."""
    all_lines = list(lines(normalised(text)))
    usual = _usual_width(all_lines)
    gap, place, page_start = Gap.PARAGRAPH, 0, False
    while place < len(all_lines):
        line = all_lines[place]
        page_start |= line.page_start
        found = read_tab_table(all_lines, place, _cell) if is_tab_row(line.text) else None
        if found:
            table, place = found
            yield table
            gap = Gap.PARAGRAPH
            continue
        if not line.blank:
            yield RawLine(RichText(line.text.rstrip()), gap, number=line.number, page_start=page_start)
            page_start = False
        gap = _gap_after(line.text, usual)
        place += 1


def _cell(text: str) -> Cell:
    return Cell(tuple(CellItem(RichText(line.strip())) for line in text.split("\n") if line.strip()))


def _gap_after(text: str, usual: int) -> Gap:
    """What the end of this line means, told from whether it reaches the edge of the page and ends a sentence."""
    if not text.strip():
        return Gap.PARAGRAPH
    share = _width(text.rstrip()) / usual
    if ends_sentence(text):
        return Gap.WRAP if share >= _FULL else Gap.PARAGRAPH
    return Gap.WRAP if share >= _NEARLY_FULL else Gap.BREAK


def _usual_width(all_lines: list[Line]) -> int:
    widths = sorted(_width(line.text.rstrip()) for line in all_lines if not line.blank)
    share = sum(widths) * _TYPICAL
    return next((width for width, so_far in zip(widths, accumulate(widths), strict=True) if so_far > share), 1)


def _width(text: str) -> int:
    """The columns that the text takes: two for a Hangul or Chinese character. Counted up to the widest page only."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text[:_MEASURED])
