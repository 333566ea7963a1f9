"""Tables written as lines: cells parted by tabs, or by the pipes of Markdown."""

import re
from collections.abc import Callable

from gui.document.release import Cell
from gui.readers.lines import Line
from gui.readers.raw import RawTable

_PIPE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_ITEM_LINE = re.compile(r"\s*(?:[○ㅇ◦❍•▪]|\*{1,3}\s|[-–]\s)")

MakeCell = Callable[[str], Cell]


def is_tab_row(text: str) -> bool:
    """Whether a line has a tab between two texts."""
    return "\t" in text.strip()


def is_pipe_table(here: str, following: str) -> bool:
    """Whether a Markdown table begins at ``here``: its next line is the rule under the header."""
    return "|" in here and "|" in following and "-" in following and _PIPE_RULE.fullmatch(following) is not None


def read_tab_table(lines: list[Line], start: int, make_cell: MakeCell) -> tuple[RawTable, int] | None:
    """The table that begins at ``start`` and the place after it; ``None`` for a single line with one tab.

    A line without a tab that begins with a bullet is another item of the last cell, if that has items. Blank lines may
    stand between rows.
    """
    rows: list[list[str]] = []
    place = start
    while place < len(lines):
        text = lines[place].text
        if is_tab_row(text):
            rows.append(text.strip(" \r\n").split("\t"))
        elif rows and _ITEM_LINE.match(text) and _ITEM_LINE.match(rows[-1][-1]):
            rows[-1][-1] += "\n" + text
        elif text.strip() or not _row_after_blank(lines, place):
            break
        place += 1
    if len(rows) < 2 and len(rows[0]) < 3:
        return None
    width = max(len(row) for row in rows)
    padded = (row + [""] * (width - len(row)) for row in rows)
    return RawTable(tuple(tuple(make_cell(text) for text in row) for row in padded), lines[start].number), place


def _row_after_blank(lines: list[Line], place: int) -> bool:
    following = next((line.text for line in lines[place : place + 3] if line.text.strip()), "")
    return is_tab_row(following)


def read_pipe_table(lines: list[Line], start: int, make_cell: MakeCell) -> tuple[RawTable, int]:
    """The Markdown table whose header is at ``start``, and the place after it."""
    place = start + 2
    while place < len(lines) and "|" in lines[place].text:
        place += 1
    texts = [lines[start].text, *(line.text for line in lines[start + 2 : place])]
    rows = [_pipe_cells(text) for text in texts]
    width = max(len(row) for row in rows)
    padded = (row + [""] * (width - len(row)) for row in rows)
    return RawTable(tuple(tuple(make_cell(text) for text in row) for row in padded), lines[start].number), place


def _pipe_cells(text: str) -> list[str]:
    bare = text.strip()
    bare = bare[1:] if bare.startswith("|") else bare
    cells = _PIPE.split(bare)
    return [cell.strip() for cell in (cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells)]
