"""Finds our segments in a unit of an XLIFF, whatever another tool made of its segmentation.

By their ids where the Korean agrees; else by the Korean itself: a tool may split and join segments of a unit, but not
change its text, so the places where both segmentations have a boundary tell which segments belong together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gui.document.segment import Segment
from gui.exporters.xliff import identifier
from gui.workspace.interchange_xliff import XliffSegment


@dataclass(frozen=True, slots=True)
class Piece:
    """English that came back for some of our segments: for one as a rule, none if it is not known for which."""

    segments: tuple[Segment, ...]
    korean: str
    english: str | None
    parts: tuple[XliffSegment, ...] = field(default=())


def pieces(segments: Sequence[Segment], found: Sequence[XliffSegment]) -> Iterator[Piece]:
    """The English of the segments of a unit.

    Args:
        segments: ours, as they went out.
        found: all that stands in the unit that came back, what lies between segments included.
    """
    known = {identifier(segment.key): segment for segment in segments}
    parts = [part for part in found if part.translatable]
    by_id = [known.get(part.id) for part in parts]
    agree = all(one is not None and _same(one, part.korean) for one, part in zip(by_id, parts, strict=True))
    if not agree and _whole(segment.source.text for segment in segments) == _whole(part.korean for part in found):
        yield from _tiled(segments, found)
        return
    for segment, part in zip(by_id, parts, strict=True):
        ours = () if segment is None else (segment,)
        korean = segment.source.text if segment is not None and _same(segment, part.korean) else part.korean
        yield Piece(ours, korean, part.english, (part,))


def _same(segment: Segment, korean: str) -> bool:
    return _whole([segment.source.text]) == _whole([korean])


def _whole(texts: Iterator[str] | list[str]) -> str:
    """Without white space, which tools move from one side of a boundary to the other."""
    return "".join("".join(texts).split())


def _tiled(segments: Sequence[Segment], found: Sequence[XliffSegment]) -> Iterator[Piece]:
    """Ours and theirs between each two boundaries that both have; nothing of theirs is left out."""
    theirs, parts, length = list(found), list[XliffSegment](), 0
    ours: list[Segment] = []
    wanted = 0
    for segment in segments:
        ours.append(segment)
        wanted += len(_whole([segment.source.text]))
        while theirs and length < wanted:
            parts.append(theirs.pop(0))
            length += len(_whole([parts[-1].korean]))
        if length == wanted:
            yield _joined(ours, parts)
            ours, parts = [], []
    if ours or any(part.english for part in theirs):
        yield _joined(ours, [*parts, *theirs])


def _joined(ours: Sequence[Segment], parts: Sequence[XliffSegment]) -> Piece:
    translated = tuple(part for part in parts if part.translatable)
    korean = " ".join(segment.source.text for segment in ours)
    if all(part.english is None for part in translated):
        return Piece(tuple(ours), korean, None, translated)
    return Piece(tuple(ours), korean, _english(parts), translated)


def _english(parts: Sequence[XliffSegment]) -> str:
    """The English of several parts, with what stands between them, else a space unless there is one already."""
    english = ""
    for part in parts:
        words = part.english if part.english is not None else ("" if part.translatable else part.korean)
        gap = english and words and not english[-1].isspace() and not words[0].isspace()
        english += f"{' ' if gap else ''}{words}"
    return english if len(parts) == 1 else english.strip()
