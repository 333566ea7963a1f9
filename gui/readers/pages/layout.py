"""Puts together what stands on the pages of a PDF: lines in columns, frames with what is in their cells, pictures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gui.readers.pages.contacts import with_open_columns
from gui.readers.pages.lines import Frame, Item, Line, Picture, order
from gui.readers.pages.page import Box, Glyph, Page
from gui.readers.pages.tables import Grid, find_grids

_INSET = 0.15
"""Letter sizes above the baseline: the height at which a letter is taken to stand in a cell."""

_PADDING = (2.0, 6.0)
"""Points that at least and at most part text from the border of its cell."""

_NARROW = 0.6
_NARROWEST_BODY = 0.75
"""Share of the width of a page that the text reaches at least; short lines alone do not tell where it ends."""

_FEW_LINES = 10
_SLACK = 0.3
_FEWEST_AGREED = 3
_DEEPEST = 12
"""Frames within frames beyond this are ornament."""

_SMALLEST_PICTURE = 15.0
"""Points: smaller pictures are bullets and ornaments."""


def lay_out(page: Page) -> list[list[Item]]:
    """What stands on a page as it is read, one list for each column of text."""
    grids = find_grids(page.rules)
    seen = [glyph for glyph in page.glyphs if glyph.hidden is None]
    pictures = [Picture(box) for box in page.pictures if _is_picture(box)]
    return _arrange(_Content(page, seen, grids, pictures))


def _is_picture(box: Box) -> bool:
    return min(box.x1 - box.x0, box.y1 - box.y0) >= _SMALLEST_PICTURE


class _Content:
    """Glyphs, frames and pictures of a page or of a cell."""

    def __init__(
        self, page: Page, glyphs: list[Glyph], grids: list[Grid], pictures: list[Picture], depth: int = 0
    ) -> None:
        self.page = page
        self.glyphs = glyphs
        self.grids = grids
        self.pictures = pictures
        self.depth = depth

    def outer(self) -> list[Grid]:
        """The grids that stand in no other one."""
        return [
            grid
            for place, grid in enumerate(self.grids)
            if not any(larger.box.around(grid.box) for larger in self.grids[:place])
        ]

    def take(self, box: Box) -> "_Content":
        """What stands within ``box``, which is taken out of this content."""
        glyphs, self.glyphs = _parted(self.glyphs, box)
        pictures = [picture for picture in self.pictures if box.around(picture.box)]
        grids = [grid for grid in self.grids if box.around(grid.box) and grid.box != box]
        grids = grids if self.depth < _DEEPEST else []
        self.pictures = [picture for picture in self.pictures if picture not in pictures]
        return _Content(self.page, glyphs, grids, pictures, self.depth + 1)

    def put_back(self, rest: "_Content") -> None:
        """What was taken out and found no cell stands beside the frame; nothing is lost."""
        self.glyphs += rest.glyphs
        self.pictures += rest.pictures


def _parted(glyphs: list[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """The letters whose feet stand in a box, and the others."""
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        is_in = box.y0 <= glyph.y + glyph.size * _INSET <= box.y1 and box.x0 <= (glyph.x0 + glyph.x1) / 2 <= box.x1
        (inside if is_in else outside).append(glyph)
    return inside, outside


def _arrange(content: _Content) -> list[list[Item]]:
    frames: list[Frame | Picture] = []
    for outer in content.outer():
        inside = content.take(outer.box)
        inside.grids = [inner for inner in inside.grids if inner is not outer]
        grid = with_open_columns(outer, inside.glyphs)
        frames.append(Frame(grid, tuple(tuple(_in_cell(inside, cell.box)) for cell in grid.cells), content.page.number))
        content.put_back(inside)
    columns = order(content.glyphs, content.page.blanks, [*frames, *content.pictures])
    return [[_on_page(item, content.page.number) for item in column] for column in columns]


def _on_page(item: Item, number: int) -> Item:
    return replace(item, page=number) if isinstance(item, Line) else item


def _in_cell(inside: _Content, box: Box) -> Iterator[Item]:
    for column in _arrange(inside.take(box)):
        lines = [item for item in column if isinstance(item, Line)]
        left = min((line.box.x0 for line in lines), default=0.0)
        narrowest = min(left - box.x0, min((box.x1 - line.box.x1 for line in lines), default=0.0))
        padding = max(_PADDING[0], min(_PADDING[1], narrowest))
        yield from (_between(item, left, box.x0 + padding, box.x1 - padding) for item in column)


def _between(item: Item, left: float, inner: float, right: float) -> Item:
    """A line of a cell with its edges: centred text is measured from the cell, other text from its own left edge."""
    if not isinstance(item, Line):
        return item
    centred = item.box.x0 - inner > item.size and abs(item.box.x0 + item.box.x1 - inner - right) < item.size
    return replace(item, left=inner if centred else left, right=right)


def with_edges(pages: Sequence[tuple[float, list[list[Item]]]]) -> list[list[Item]]:
    """The items of each page in one list, each line with the edges of its column.

    A page with little on it takes the edges of the others. ``pages`` gives the width of each with its columns.
    """
    columns = [column for _, page in pages for column in page]
    lines = [line for column in columns for line in _lines(column)]
    whole = _edges(lines)
    edged = []
    for width, page in pages:
        far = whole[1] if _agreed(lines, whole[1]) else max(whole[1], _far_edge(columns, whole[0], width))
        edges = _page_edges(page, (whole[0], far), width * _NARROWEST_BODY)
        edged.append([item for column in page for item in _edged(column, edges, alone=len(page) == 1)])
    return edged


def _lines(items: Iterable[Item]) -> list[Line]:
    return [item for item in items if isinstance(item, Line)]


_Edges = tuple[float, float]


def _edges(lines: Sequence[Line]) -> _Edges:
    if not lines:
        return 0.0, 0.0
    lefts, rights = sorted(line.box.x0 for line in lines), sorted(line.box.x1 for line in lines)
    outliers = 0 if len(lines) < _FEW_LINES else 1 + len(lines) // 100
    return lefts[outliers], rights[-1 - outliers]


def _page_edges(page: list[list[Item]], whole: _Edges, nearest: float) -> _Edges:
    """The edges of the document, but the right edge of the page itself where several lines agree on it.

    Where no lines agree anywhere, the widest frame tells, or the margins of the page are taken to be alike.
    """
    lines = [line for column in page for line in _lines(column)]
    own = max((line.box.x1 for line in lines), default=whole[1])
    return whole[0], max(nearest, own if _agreed(lines, own) else whole[1])


def _far_edge(columns: Iterable[Iterable[Item]], left: float, width: float) -> float:
    """Where the text ends by the widest frame, which stands out as far on either side, else by even margins."""
    boxes = [item.box for column in columns for item in column if isinstance(item, Frame)]
    widest = max(boxes, key=lambda box: box.x1 - box.x0, default=None)
    if widest is None or widest.x1 - widest.x0 < (width - 2 * left) * _NARROWEST_BODY:
        return width - left
    return widest.x1 + widest.x0 - left


def _agreed(lines: Iterable[Line], edge: float) -> bool:
    """Whether so many lines end at an edge that it cannot be chance."""
    return sum(abs(edge - line.box.x1) < line.size * _SLACK for line in lines) >= _FEWEST_AGREED


def _edged(column: Iterable[Item], page: _Edges, *, alone: bool) -> Iterator[Item]:
    items = list(column)
    left, right = page
    own_left, own_right = _edges(_lines(items))
    reach = (right - left) * _NARROW
    narrow = own_right < left + reach or own_left > right - reach
    if narrow and not alone and len(_lines(items)) >= _FEWEST_AGREED:
        left, right = own_left, own_right
    return (replace(item, left=left, right=right) if isinstance(item, Line) else item for item in items)
