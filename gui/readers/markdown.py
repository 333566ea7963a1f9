"""Reads Markdown and the HTML that stands in it.

Lists are left alone: in a release ``-`` and ``*`` at the start of a line are bullets and foot-note stars of their own
rank, and the recogniser of structure knows them better than Markdown does.
"""

import re
from collections.abc import Generator, Iterator
from pathlib import PurePath

from gui.document.release import Release
from gui.document.work import Progress, unheard
from gui.readers.lines import WIDEST, Line, columns, lines, normalised
from gui.readers.plain.encoding import decode
from gui.readers.plain.html_tables import cut_tables, make_cell
from gui.readers.plain.inline import ATTRIBUTES, REFERENCE, TAG, rich
from gui.readers.plain.tab_tables import LinedTable, is_pipe_table, is_tab_row, read_pipe_table, read_tab_table
from gui.readers.raw import Gap, Raw, RawLine, RawTable
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s|$)")
_CLOSING_HASHES = re.compile(r"\s#+$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_NEW_LINE_TAG = re.compile(
    rf"<(?P<close>/?)(?P<tag>br|p|div|li|ul|ol|hr|h[1-6]|blockquote|dt|dd){ATTRIBUTES}>", re.IGNORECASE
)
_HIDDEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_EVIDENCE = re.compile(
    r"^#{1,6}\s+\S|\*\*[^\s*][^*\n]{0,200}[^\s*]\*\*|^[^\S\n]*+(?:\|\s*+)?:?-{3,}:?\s*\|", re.MULTILINE
)
_LONGEST_HEADING = 120
"""A longer line above a row of hyphens is a paragraph with a rule under it."""

_SAMPLE = 65536
"""Characters looked at for signs of markup."""


class MarkdownReader:
    """Markdown with inline HTML, pipe, HTML and tab-separated tables."""

    format = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    apart = False

    def accepts(self, name: str, data: bytes) -> bool:
        """Files named so, and text in which markup is found."""
        if foreign_format(data):
            return False
        return PurePath(name).suffix.lower() in self.suffixes or has_markup(decode(name, data)[:_SAMPLE])

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:  # noqa: ARG002  # it is quick
        """The release in ``data``.

        Raises:
            ReadError: the bytes are not text in a known encoding.
        """
        return recognise(self.format, name, raw_pieces(decode(name, data)))


def has_markup(text: str) -> bool:
    """Whether there is Markdown or HTML in a text."""
    return bool(_EVIDENCE.search(text) or TAG.search(text) or REFERENCE.search(text))


def raw_pieces(text: str) -> Iterator[Raw]:
    """The lines and tables of a Markdown text."""
    whole = TAG.sub(lambda tag: tag[0].replace("\n", " "), _without_hidden(normalised(text)))
    first = 1
    for part in cut_tables(whole):
        if isinstance(part, RawTable):
            yield part
            first = part.number
        else:
            yield from _Lines(list(lines(part, first))).raws()
            first += part.count("\n")


def _without_hidden(text: str) -> str:
    """Without comments, styles and scripts; one that is never closed is text."""
    for opening, closing in _HIDDEN:
        kept, position = [], 0
        while (start := text.find(opening, position)) >= 0 and (end := text.find(closing, start)) >= 0:
            kept += [text[position:start], "\n" * text.count("\n", start, end)]
            position = end + len(closing)
        text = "".join([*kept, text[position:]])
    return text


class _Lines:
    """Walks over lines of Markdown; remembers how the next line is set apart from the one before."""

    def __init__(self, all_lines: list[Line]) -> None:
        self._lines = all_lines
        self._gap = Gap.PARAGRAPH
        self._page_start = False

    def raws(self) -> Iterator[Raw]:
        place = 0
        while place < len(self._lines):
            found = self._table(place)
            if found:
                yield found.table
                yield from found.page_numbers()
                self._gap, place = Gap.PARAGRAPH, found.end
                continue
            place += yield from self._line(place)

    def _table(self, place: int) -> LinedTable | None:
        text = self._lines[place].text
        if is_tab_row(text):
            return read_tab_table(self._lines, place, make_cell)
        if is_pipe_table(text, self._following(place)):
            return read_pipe_table(self._lines, place, make_cell)
        return None

    def _following(self, place: int) -> str:
        return self._lines[place + 1].text if place + 1 < len(self._lines) else ""

    def _line(self, place: int) -> Generator[RawLine, None, int]:
        """The raw lines of one line; returns how many lines were used up."""
        line = self._lines[place]
        self._page_start |= line.page_start
        if line.blank or _RULE.fullmatch(line.text):
            self._gap = Gap.PARAGRAPH
            return 1
        heading = _HEADING.match(line.text)
        if heading:
            text = _CLOSING_HASHES.sub("", line.text[heading.end() :].rstrip())
            yield from self._heading(text, len(heading[1]), line)
            return 1
        underline = _UNDERLINE.fullmatch(self._following(place))
        if underline and len(line.text) <= _LONGEST_HEADING and self._gap is Gap.PARAGRAPH:
            yield from self._heading(line.text, 1 if "=" in underline[1] else 2, line)
            return 2
        yield from self._text(line)
        return 1

    def _heading(self, text: str, level: int, line: Line) -> Iterator[RawLine]:
        self._gap = Gap.PARAGRAPH
        yield from self._raw(text, level, line)
        self._gap = Gap.PARAGRAPH

    def _text(self, line: Line) -> Iterator[RawLine]:
        """A line, cut where a tag begins a new one."""
        heading = position = 0
        for match in _NEW_LINE_TAG.finditer(line.text):
            yield from self._raw(line.text[position : match.start()], heading, line)
            name, position = match["tag"].lower(), match.end()
            self._gap = Gap.BREAK if name == "br" and self._gap is not Gap.PARAGRAPH else Gap.PARAGRAPH
            heading = int(name[1]) if name[1:].isdigit() and not match["close"] else 0
        yield from self._raw(line.text[position:], heading, line)
        if line.text.endswith(("  ", "\\")) and self._gap is Gap.WRAP:
            self._gap = Gap.BREAK

    def _raw(self, text: str, heading: int, line: Line) -> Iterator[RawLine]:
        content = rich(text.removesuffix("\\"))
        if content.text.strip():
            yield RawLine(content, self._gap, heading, line.number, self._page_start)
            self._gap = Gap.WRAP if columns(content.text) < WIDEST else Gap.PARAGRAPH
            self._page_start = False
