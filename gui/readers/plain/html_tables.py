"""Takes HTML tables out of text. A table within a table becomes lines of the cell around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gui.document.release import Cell, CellItem
from gui.readers.grids import LARGEST_GRID
from gui.readers.plain.inline import ATTRIBUTES, items
from gui.readers.raw import RawTable

_TABLE_TAG = re.compile(rf"<(?P<close>/?)(?P<tag>table|tr|td|th|caption)(?P<attributes>{ATTRIBUTES})>", re.IGNORECASE)
_SPAN = re.compile(r"(?P<name>rowspan|colspan)\s*=\s*[\"']?\s*(?P<value>[0-9]{1,4})", re.IGNORECASE)
_LARGEST_SPAN = 100
"""No printed table has more columns, and rows are cut at the end of the table."""


@dataclass(slots=True)
class _Rows:
    """The rows of a table as they are found."""

    rows: list[list[Cell]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    attributes: str | None = None
    outside: list[str] = field(default_factory=list)

    def begin_row(self) -> None:
        self.end_cell()
        self.rows.append([])

    def begin_cell(self, attributes: str) -> None:
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        self.attributes = attributes

    def end_cell(self) -> None:
        text = "".join(self.text)
        self.text.clear()
        if self.attributes is None:
            self.outside.append(text)
            return
        spans = {match["name"].lower(): int(match["value"]) for match in _SPAN.finditer(self.attributes)}
        self.attributes = None
        self.rows[-1].append(make_cell(text, _span(spans, "colspan"), _span(spans, "rowspan")))

    def finished(self, number: int) -> Iterator[str | RawTable]:
        """What stood outside the cells (a caption), then the table, as HTML 5 has it shown."""
        self.end_cell()
        outside = " ".join(" ".join(self.outside).split())
        if outside:
            yield f"\n\n{outside}\n\n"
        yield self._table(number)

    def _table(self, number: int) -> RawTable:
        """The table; spans that reach below its last row are cut."""
        rows = [row for row in self.rows if row]
        cut = [[_cut(cell, len(rows) - index) for cell in row] for index, row in enumerate(rows)]
        if sum(cell.column_span * cell.row_span for row in cut for cell in row) > LARGEST_GRID:
            cut = [[Cell(cell.items) for cell in row] for row in rows]
        return RawTable(tuple(tuple(row) for row in cut), number)


def _span(spans: dict[str, int], name: str) -> int:
    wanted = max(1, spans.get(name, 1))
    return min(_LARGEST_SPAN, wanted) if name == "colspan" else wanted


def _cut(cell: Cell, rows_left: int) -> Cell:
    return Cell(cell.items, cell.column_span, min(cell.row_span, rows_left))


def make_cell(text: str, column_span: int = 1, row_span: int = 1) -> Cell:
    """A cell from its Markdown or HTML, one item for each line or list item."""
    return Cell(tuple(CellItem(item) for item in items(text)), column_span, row_span)


def cut_tables(text: str) -> Iterator[str | RawTable]:
    """The text and the HTML tables in it, in order. A table that is never closed reaches to the end."""
    position = depth = 0
    number = counted = 0
    rows = _Rows()
    for match in _TABLE_TAG.finditer(text):
        opens = match["tag"].lower() == "table" and not match["close"]
        if not depth and not opens:
            continue
        if depth:
            rows.text.append(text[position : match.start()])
        else:
            yield text[position : match.start()]
            number, counted = number + text.count("\n", counted, match.start()), match.start()
            rows = _Rows()
        position = match.end()
        depth = _step(rows, match, depth)
        if not depth:
            yield from rows.finished(number + 1)
    if depth:
        rows.text.append(text[position:])
        yield from rows.finished(number + 1)
    else:
        yield text[position:]


def _step(rows: _Rows, match: re.Match[str], depth: int) -> int:
    """Handles one tag inside a table; the depth of nesting after it."""
    name, closes = match["tag"].lower(), bool(match["close"])
    if depth == 1 and name in ("tr", "td", "th"):
        _row_or_cell(rows, match)
    else:
        rows.text.append("\n")
    if name != "table":
        return depth
    return depth - 1 if closes else depth + 1


def _row_or_cell(rows: _Rows, match: re.Match[str]) -> None:
    if match["close"]:
        rows.end_cell()
    elif match["tag"].lower() == "tr":
        rows.begin_row()
    else:
        rows.begin_cell(match["attributes"])
