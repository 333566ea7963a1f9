"""The one recogniser of a release's structure, shared by all readers.

A reader hands over raw lines, tables and pictures (:mod:`gui.readers.raw`); here they become typed blocks, each with
the reason why it is what it is. Nothing vanishes: what fits no kind is a paragraph, page furniture is set aside.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind, Embargo, Release
from gui.readers.raw import Raw
from gui.readers.recognition.body import Body
from gui.readers.recognition.boxes import open_boxes
from gui.readers.recognition.front import front
from gui.readers.recognition.furniture import set_apart
from gui.readers.recognition.paragraphs import Paragraph, Piece, assemble
from gui.readers.recognition.releaseline import (
    embargo_warnings,
    read_distributed,
    read_embargo,
    weekday_warnings,
)
from gui.readers.recognition.summary import summary
from gui.readers.recognition.tables import was_turned

_FRONT_PART = 60
"""Pieces that the size of running text is taken from: annexes are set differently."""


def recognise(reader_format: str, name: str, raws: Iterable[Raw], warnings: Iterable[Message] = ()) -> Release:
    """The release that stands in the raw lines, tables and pictures.

    Args:
        reader_format: The word for the format of the file.
        name: The file name without folder.
        raws: What stands in the file, in its order.
        warnings: What the reader itself could not understand.
    """
    kept, asides = set_apart(raws)
    pieces, joined = assemble(open_boxes(kept))
    body_size = _body_size(pieces)
    blocks, taken = front(pieces, body_size)
    summarised, length = summary(pieces[taken:]) if taken else ([], 0)
    blocks += summarised
    blocks += Body(pieces[taken + length :], _heading_base(pieces[:taken]), body_size).blocks()
    distributed = read_distributed(blocks)
    embargo = read_embargo(blocks, distributed)
    told = (*warnings, *joined, *_doubts(blocks, embargo, distributed))
    return Release(reader_format, name, tuple(blocks), embargo, distributed, told, tuple(asides))


def _release_lines(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind in (BlockKind.EMBARGO, BlockKind.DISTRIBUTION)]


def _doubts(blocks: Sequence[Block], embargo: Embargo | None, distributed: date | None) -> Iterator[Message]:
    yield from weekday_warnings(_release_lines(blocks), distributed)
    yield from embargo_warnings(embargo)
    if not any(block.kind is BlockKind.HEADLINE for block in blocks):
        yield note("No headline was recognised.")
    if any(was_turned(block) for block in blocks):
        yield note("A table with a person in each column was turned, so that each person has a row.")


def _heading_base(pieces: Sequence[Piece]) -> int:
    """The level that the markup gives the headline; headings of the body count from it."""
    return max((piece.heading for piece in pieces if isinstance(piece, Paragraph)), default=0)


def _body_size(pieces: Sequence[Piece]) -> float:
    """The size in points that most letters of running text have; 0 where the format does not tell."""
    letters: Counter[float] = Counter()
    for piece in pieces[:_FRONT_PART]:
        if isinstance(piece, Paragraph) and piece.kind.annex_marker and letters:
            break
        if isinstance(piece, Paragraph) and piece.size:
            letters[round(piece.size, 1)] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 0.0
