"""Tables written as lines: cells parted by tabs, or by the pipes of Markdown."""

import re
from collections.abc import Callable

from gui.document.release import Cell
from gui.readers.lines import Line
from gui.readers.raw import RawTable

_PIPE_RULE = re.compile(r"\s*+\|?\s*+:?-+:?\s*+(?:\|\s*+:?-+:?\s*+)*+\|?\s*+")
_PIPE = re.compile(r"(?<!\\)\|")
_MARK = re.compile(r"\s*(?:[^\w\s]{1,2}|[oㅇ]|\d{1,2}[.)])\t")
_ITEM_LINE = re.compile(r"\s*(?:[○ㅇ◦❍•▪]|\*{1,3}\s|[-–]\s)")

_MOST_COLUMNS = 100
"""A line with more cells than this is no row of a table that anybody could print."""

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


def read_tab_table(lines: list[Line], start: int, make_cell: MakeCell) -> tuple[RawTable, int] | None:
    """The table that begins at ``start`` and the place after it; ``None`` for a single line with one tab.

    A line without a tab that begins with a bullet is another item of the last cell, if that has items. Blank lines may
    stand between rows.
    """
    rows: list[list[str]] = []
    last_cell: list[str] = []
    place = start
    while place < len(lines):
        text = lines[place].text
        if is_tab_row(text):
            _close_cell(rows, last_cell)
            rows.append(text.strip(" \r\n").split("\t"))
            last_cell = [rows[-1][-1]]
        elif last_cell and _ITEM_LINE.match(text) and _ITEM_LINE.match(last_cell[0]):
            last_cell.append(text)
        elif text.strip() or not _row_after_blank(lines, place):
            break
        place += 1
    _close_cell(rows, last_cell)
    if len(rows) < 2 and len(rows[0]) < 3:
        return None
    return _table(rows, lines[start].number, make_cell), place


def _close_cell(rows: list[list[str]], last_cell: list[str]) -> None:
    if rows:
        rows[-1][-1] = "\n".join(last_cell)


def _row_after_blank(lines: list[Line], place: int) -> bool:
    following = next((line.text for line in lines[place : place + 3] if line.text.strip()), "")
    return is_tab_row(following)


def read_pipe_table(lines: list[Line], start: int, make_cell: MakeCell) -> tuple[RawTable, int]:
    """The Markdown table whose header is at ``start``, and the place after it."""
    place = start + 2
    while place < len(lines) and 0 < lines[place].text.count("|") < _MOST_COLUMNS:
        place += 1
    texts = [lines[start].text, *(line.text for line in lines[start + 2 : place])]
    return _table([_pipe_cells(text) for text in texts], lines[start].number, make_cell), place


def _table(rows: list[list[str]], number: int, make_cell: MakeCell) -> RawTable:
    """The rows as a table, short ones filled up with empty cells."""
    width = max(len(row) for row in rows)
    filled = (row + [""] * (width - len(row)) for row in rows)
    return RawTable(tuple(tuple(make_cell(text) for text in row) for row in filled), number)


def _pipe_cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in _PIPE.split(text.strip().removeprefix("|"))]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells
