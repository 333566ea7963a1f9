"""A person says what a block is: what follows for its marks, its segments and the timing of the release."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui.document.edit import BlockEdit
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Timing
from gui.document.segment import Segment, State, Translation, Unit
from gui.document.segments import fresh_key
from gui.readers.recognition.retype import facts_of, retype
from gui.workspace.segmenting import project_from

_LEVELS = {BlockKind.BULLET: 4, BlockKind.HEADING: 4}
"""Kinds that come in several levels."""


def kinds_for(kind: BlockKind) -> tuple[tuple[BlockKind, int], ...]:
    """The kinds, with their levels, that a block of ``kind`` can be changed to: texts stay texts, tables tables."""
    alike = [other for other in BlockKind if other.is_table == kind.is_table]
    if kind is BlockKind.PICTURE:
        return ()
    return tuple(
        (other, level)
        for other in alike
        if other is not BlockKind.PICTURE
        for level in (range(1, _LEVELS[other] + 1) if other in _LEVELS else (0,))
    )


def retyped(snapshot: Snapshot, key: str, kind: BlockKind, level: int = 0) -> BlockEdit | None:
    """The edit that makes a unit one of ``kind``; ``None`` where it is that already. No English is lost.

    Args:
        snapshot: the project.
        key: the key of the unit.
        kind: one that :func:`kinds_for` offers.
        level: 1–4 for bullets and headings, else 0.
    """
    place, old = next((n, unit) for n, unit in enumerate(snapshot.units) if unit.key == key)
    if (kind, level) == (old.block.kind, old.block.level):
        return None
    block = retype(old.block, kind, level)
    blocks = [unit.block for unit in snapshot.units]
    blocks[place] = block
    new = Unit(key, block, _segments(old, block, snapshot))
    return BlockEdit(old, new, snapshot.release.timing, Timing(*facts_of(blocks)))


def _segments(old: Unit, block: Block, snapshot: Snapshot) -> tuple[Segment, ...]:
    """The segments of the block: those it had while they still are its text, else new ones that take over English."""
    if block.table is None and _squeezed(block.content.text) == _squeezed(*(s.source.text for s in old.segments)):
        return old.segments
    cut = project_from(replace(snapshot.release, blocks=(block,))).snapshot().units[0].segments
    left = list(old.segments)
    return tuple(_with_leftovers([_taken_over(segment, left, old.key) for segment in cut], left))


def _squeezed(*texts: str) -> str:
    return "".join("".join(text.split()) for text in texts)


def _taken_over(segment: Segment, left: list[Segment], unit: str) -> Segment:
    """The segment as it was before, where the same Korean was one; else a new one. Takes it out of ``left``."""
    for before in left:
        if before.source.text == segment.source.text:
            left.remove(before)
            return replace(before, cell=segment.cell, lead=segment.lead)
    return replace(segment, key=fresh_key(unit))


def _with_leftovers(segments: Sequence[Segment], left: Sequence[Segment]) -> Iterator[Segment]:
    """The English of segments that are gone goes to the first one that has none, to be looked at again."""
    words = " ".join(segment.target for segment in left if segment.target)
    empty = next((segment for segment in segments if not segment.target), None)
    for segment in segments:
        if words and segment is (empty or segments[0]):
            text = f"{segment.target} {words}".strip()
            yield replace(segment, translation=Translation(text, State.DRAFT, left[0].translation.origin))
        else:
            yield segment
