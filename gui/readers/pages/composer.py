"""Makes the stream of raws from the pages of a PDF, and says what in it is doubtful."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gui.document.errors import Message, note
from gui.readers.grids import Grids, RawCell
from gui.readers.pages.continued import continued
from gui.readers.pages.flow import Habits, Joiner, habits
from gui.readers.pages.furniture import Furniture, hidden_text
from gui.readers.pages.layout import lay_out, with_edges
from gui.readers.pages.lines import Frame, Item, Line, Picture
from gui.readers.pages.page import Page
from gui.readers.raw import Raw, RawAside, RawLine, RawPicture, RawTable

_MILLIMETRES = 25.4 / 72
"""In a point."""


def raw_pieces(pages: Sequence[Page]) -> tuple[list[Raw], list[Message]]:
    """What stands on the pages of a PDF, and what the user should look at."""
    composer = _Composer(pages)
    raws = list(composer.raws())
    return raws, composer.warnings()


class _Composer:
    """Makes the stream of raws from laid out pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._layout = with_edges([(page.width, lay_out(page)) for page in pages])
        self._habits: Habits = habits(self._layout)
        self._grids = Grids()
        self._notes: list[Message] = []
        self._pages_of_tables: set[int] = set()

    def warnings(self) -> list[Message]:
        """What the user should look at, once all raws were made."""
        doubtful = self._habits.doubtful
        return [*self._notes, *_to_check(self._pages_of_tables), *self._grids.warnings, *_doubts(doubtful)]

    def raws(self) -> Iterator[Raw]:
        """All lines, tables, pictures and what was set aside."""
        furniture = Furniture(list(zip(self._pages, self._layout, strict=True)))
        flow: list[Item] = []
        asides: list[RawAside] = []
        for page, items in zip(self._pages, self._layout, strict=True):
            asides += hidden_text(page)
            for item in items:
                reason = furniture.reason(page, item) if isinstance(item, Line) else None
                if reason is None:
                    flow.append(item)
                elif isinstance(item, Line):
                    asides.append(RawAside(item.text.text, reason))
        yield from self._compose(continued(flow, self._notes))
        yield from asides

    def _compose(self, items: Sequence[Item]) -> Iterator[Raw]:
        joiner = Joiner(self._habits)
        for item in items:
            if isinstance(item, Line):
                yield from joiner.add(item)
                continue
            yield from joiner.finish()
            yield from self._framed(item) if isinstance(item, Frame) else (_picture(item),)
        yield from joiner.finish()

    def _framed(self, frame: Frame) -> list[Raw]:
        """A table or box; a frame drawn around tables is a box, whatever lines it has besides."""
        if any(isinstance(item, Frame) for items in frame.cells for item in items):
            return self._grids.box([raw for items in frame.cells for raw in self._in_cell(items)])
        cells = [
            RawCell(tuple(self._in_cell(items)), cell.row, cell.column, cell.row_span, cell.column_span)
            for cell, items in zip(frame.grid.cells, frame.cells, strict=True)
        ]
        raws = self._grids.grid(cells)
        if any(isinstance(raw, RawTable) for raw in raws) and len(cells) > 1:
            self._pages_of_tables.add(frame.page)
        return raws

    def _in_cell(self, items: Sequence[Item]) -> Iterator[Raw]:
        lines = [item for item in items if isinstance(item, Line)]
        if len(lines) > 1 and len(lines) == len(items) and all(len(line.text) == 1 for line in lines):
            joined = replace(lines[0].text, text="".join(line.text.text for line in lines), marks=())
            yield RawLine(joined, size=lines[0].size)
            return
        yield from self._compose(items)


def _picture(item: Picture) -> RawPicture:
    box = item.box
    return RawPicture((box.x1 - box.x0) * _MILLIMETRES, (box.y1 - box.y0) * _MILLIMETRES)


def _to_check(tables: set[int]) -> Iterator[Message]:
    if tables:
        yield note(
            "Check the tables on these pages: {pages}. A PDF does not tell which cells are one.", pages=_list(tables)
        )


def _list(pages: Iterable[int]) -> str:
    return ", ".join(str(page) for page in sorted(pages))


def _doubts(doubtful: dict[int, int]) -> Iterator[Message]:
    if doubtful:
        yield note(
            "At {count} line ends on these pages it is not sure whether a word goes on: {pages}.",
            count=sum(doubtful.values()),
            pages=_list(doubtful),
        )
