"""The cells of a Word table where the file puts them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from gui.document.errors import Message, note
from gui.readers.asides import wording
from gui.readers.grids import RawCell
from gui.readers.raw import Raw, RawAside, RawLine, RawTable
from gui.readers.word.drawings import chosen
from gui.readers.word.xml import MC, Element, W, children, on, value, whole

Blocks: TypeAlias = Callable[[Element], Iterable[Raw]]

_COVERED = note("Text of a table cell that a merged cell covers.")
_HIDDEN_ROW = note("A hidden row of a table.")
_DELETED_ROW = note("A row of a table deleted with tracked changes.")
_WIDEST = 63
"""Columns that Word allows."""


@dataclass(slots=True)
class _Open:
    """A cell that may go on in the next row: its place among all cells, and the last row that it reached."""

    index: int
    row: int


@dataclass(slots=True)
class _Placed:
    """A cell of a row: grid column, width, and the cells that it covers."""

    cell: Element
    column: int
    span: int
    covered: list[Element] = field(default_factory=list)


def table_cells(table: Element, blocks: Blocks) -> tuple[list[RawCell], list[Raw]]:
    """The cells of a table, merged ones once, and what stands in it but is not shown."""
    cells: list[RawCell] = []
    aside: list[Raw] = []
    above: dict[int, _Open] = {}
    for row, element in enumerate(_inside(table, W + "tr")):
        reason = _unshown(element)
        for place in _placed(element):
            raws = tuple(blocks(place.cell))
            aside += (raw for covered in place.covered for raw in set_aside(blocks(covered), _COVERED))
            open_cell = above.get(place.column)
            if reason:
                aside += set_aside(raws, reason)
            elif _continues(place.cell, "vMerge") and open_cell and open_cell.row == row - 1:
                open_cell.row = row
                merged = cells[open_cell.index]
                cells[open_cell.index] = replace(merged, row_span=row - merged.row + 1)
                aside += set_aside(raws, _COVERED)
            else:
                above[place.column] = _Open(len(cells), row)
                cells.append(RawCell(raws, row, place.column, 1, place.span))
    return cells, aside


def set_aside(raws: Iterable[Raw], reason: Message) -> Iterator[Raw]:
    """Text as text that does not count; pictures stay."""
    for raw in raws:
        yield RawAside(wording(raw), reason) if isinstance(raw, RawLine | RawTable) else raw


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through whatever is wrapped around them."""
    for child in children(parent):
        if child.tag == tag:
            yield child
        elif child.tag not in (W + "tr", W + "tc", W + "p", W + "tbl"):
            yield from _inside(chosen(child) if child.tag == MC + "AlternateContent" else child, tag)


def _placed(row: Element) -> list[_Placed]:
    """The cells of a row. One merged the old way (``w:hMerge``) is covered by the cell before it."""
    column = min(whole(value(row, f"{W}trPr/{W}gridBefore")), _WIDEST)
    cells: list[_Placed] = []
    for cell in _inside(row, W + "tc"):
        span = min(max(1, whole(value(cell, f"{W}tcPr/{W}gridSpan"), 1)), _WIDEST)
        if cells and _continues(cell, "hMerge"):
            cells[-1].span += span
            cells[-1].covered.append(cell)
        else:
            cells.append(_Placed(cell, column, span))
        column += span
    return cells


def _continues(cell: Element, direction: str) -> bool:
    merge = cell.find(f"{W}tcPr/{W}{direction}")
    return merge is not None and value(merge) != "restart"


def _unshown(row: Element) -> Message | None:
    properties = row.find(W + "trPr")
    if properties is None:
        return None
    if properties.find(W + "del") is not None:
        return _DELETED_ROW
    return _HIDDEN_ROW if on(properties, "hidden") else None
