"""Tables written as lines: cells parted by tabs, or by the pipes of Markdown."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gui.document.release import Cell
from gui.document.richtext import RichText
from gui.readers.lines import Line
from gui.readers.raw import RawLine, RawTable
from gui.readers.recognition.line_kinds import classify

_PIPE_RULE = re.compile(r"\s*+\|?\s*+:?-+:?\s*+(?:\|\s*+:?-+:?\s*+)*+\|?\s*+")
_PIPE = re.compile(r"(?<!\\)\|")
_MARK = re.compile(r"\s*(?:[^\w\s]{1,2}|[oㅇ]|\d{1,2}[.)])\t")
_ITEM_LINE = re.compile(r"\s*(?:[○ㅇ◦❍•▪]|\*{1,3}\s|[-–]\s)")

_MOST_COLUMNS = 100
"""A line with more cells than this is no row of a table that anybody could print."""

_LONGEST_GAP = 6
"""Lines, blank ones and a page number, that may stand between two rows."""

MakeCell = Callable[[str], Cell]


def is_tab_row(text: str) -> bool:
    """Whether a line has a tab between two texts, and no more of them than a table has columns.

    A bullet or a number that a tab sets off from its text is no cell.
    """
    columns = text.strip().count("\t") + 1
    return 1 < columns <= _MOST_COLUMNS and not (columns == 2 and _MARK.match(text))


def is_pipe_table(here: str, following: str) -> bool:
    """Whether a Markdown table begins at ``here``: its next line is the rule under the header."""
    columns = here.count("|") + 1
    return 1 < columns <= _MOST_COLUMNS and "|" in following and _PIPE_RULE.fullmatch(following) is not None


@dataclass(frozen=True, slots=True)
class LinedTable:
    """A table, the place of the first line after it, and the page numbers that stood between its rows."""

    table: RawTable
    end: int
    pages: tuple[Line, ...] = ()

    def page_numbers(self) -> Iterator[RawLine]:
        """The page numbers as lines, to stand behind the table: nothing of a file may vanish."""
        for line in self.pages:
            yield RawLine(RichText(line.text.strip()), number=line.number)


def read_tab_table(lines: list[Line], start: int, make_cell: MakeCell) -> LinedTable | None:
    """The table that begins at ``start``; ``None`` for a single line with one tab.

    A line without a tab that begins with a bullet is another item of the last cell, if that has items. Blank lines may
    stand between rows, and page numbers where a page ends.
    """
    rows: list[list[str]] = []
    last_cell: list[str] = []
    pages: list[Line] = []
    place = start
    while place < len(lines):
        text = lines[place].text
        if is_tab_row(text) or (rows and _has_empty_cells(text, len(rows[0]))):
            _close_cell(rows, last_cell)
            rows.append(_cells(text))
            last_cell = [rows[-1][-1]]
        elif not _continues_cell(last_cell, text):
            onward = _after_gap(lines, place, last_cell, len(rows[-1]))
            if onward == place:
                break
            pages += (line for line in lines[place:onward] if not line.blank)
            place = onward
            continue
        else:
            last_cell.append(text)
        place += 1
    _close_cell(rows, last_cell)
    if len(rows) < 2 and len(rows[0]) < 3:
        return None
    return LinedTable(_table(rows, lines[start].number, make_cell), place, tuple(pages))


def _cells(text: str) -> list[str]:
    return text.strip(" \r\n").split("\t")


def _has_empty_cells(text: str, width: int) -> bool:
    """Whether a line is a row of a table of this width though only one of its cells is filled."""
    return bool(text.strip()) and len(_cells(text)) == width


def _continues_cell(last_cell: list[str], text: str) -> bool:
    return bool(last_cell) and bool(_ITEM_LINE.match(text) and _ITEM_LINE.match(last_cell[0]))


def _after_gap(lines: list[Line], place: int, last_cell: list[str], width: int) -> int:
    """Where a table goes on behind blank lines, or on the next page; ``place`` where it ends."""
    crossed = False
    for here in range(place, min(place + _LONGEST_GAP, len(lines))):
        line = lines[here]
        if is_tab_row(line.text):
            same_width = len(_cells(line.text)) == width
            return here if same_width or not crossed else place
        if crossed and _continues_cell(last_cell, line.text):
            return here
        page_number = classify(line.text).page_number
        if not line.blank and not page_number:
            break
        crossed |= page_number or line.page_start
    return place


def _close_cell(rows: list[list[str]], last_cell: list[str]) -> None:
    if rows:
        rows[-1][-1] = "\n".join(last_cell)


def read_pipe_table(lines: list[Line], start: int, make_cell: MakeCell) -> LinedTable:
    """The Markdown table whose header is at ``start``."""
    place = start + 2
    while place < len(lines) and 0 < lines[place].text.count("|") < _MOST_COLUMNS:
        place += 1
    texts = [lines[start].text, *(line.text for line in lines[start + 2 : place])]
    return LinedTable(_table([_pipe_cells(text) for text in texts], lines[start].number, make_cell), place)


def _table(rows: list[list[str]], number: int, make_cell: MakeCell) -> RawTable:
    """The rows as a table, short ones filled up with empty cells."""
    width = max(len(row) for row in rows)
    filled = (row + [""] * (width - len(row)) for row in rows)
    return RawTable(tuple(tuple(make_cell(text) for text in row) for row in filled), number)


def _pipe_cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in _PIPE.split(text.strip().removeprefix("|"))]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells
