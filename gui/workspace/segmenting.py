"""Cuts a release into segments."""

from collections.abc import Iterator

from gui.document.project import Project
from gui.document.release import Block, BlockKind, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import CellPosition, Segment, Unit
from gui.language.sentences import split

_RUNNING_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NOTE, BlockKind.FOOTNOTE})
"""Kinds that hold sentences. All others (headline, embargo, caption …) are translated as one piece."""


def project_from(release: Release) -> Project:
    """A project with nothing translated yet.

    Units are ``b1``, ``b2`` … in the order of the blocks; segments ``b7.1``, ``b7.2`` … by sentence, and
    ``b20.r0.c1.i0`` by row, grid column and item of a table, all from 0.
    """
    return Project(release, (_unit(f"b{number}", block) for number, block in enumerate(release.blocks, 1)))


def _unit(key: str, block: Block) -> Unit:
    segments = _cells(key, block.table) if block.table is not None else _sentences(key, block)
    return Unit(key, block, tuple(segments))


def _sentences(key: str, block: Block) -> Iterator[Segment]:
    for number, source in enumerate(_pieces(block), 1):
        yield Segment(f"{key}.{number}", source)


def _pieces(block: Block) -> Iterator[RichText]:
    content = block.content
    ends = [end for _, end in split(content.text)] if block.kind in _RUNNING_TEXT else []
    start = 0
    for end in (*ends[:-1], len(content)):  # from end to end: whatever a splitter leaves out stays with a sentence
        piece = content.slice(start, end).strip()
        if piece.text:
            yield piece
        start = end


def _cells(key: str, table: Table) -> Iterator[Segment]:
    for row, column, cell in table.positions():
        for number, item in enumerate(cell.items):
            source = item.text.strip()
            if source.text:
                place = CellPosition(row, column, number)
                yield Segment(f"{key}.r{row}.c{column}.i{number}", source, cell=place, lead=item.lead)
