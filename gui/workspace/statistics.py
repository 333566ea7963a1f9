"""How much there is to do and how much is done: segments, words and syllables by state and origin."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from gui.document.project import Snapshot
from gui.document.segment import OriginKind, Segment, State

_SYLLABLE = re.compile("[가-힣]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Count:
    """Segments with text, Hangul syllables of their Korean, words of their English."""

    segments: int = 0
    syllables: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts in all, by state, and by origin (``None`` for segments without English)."""

    total: Count
    states: dict[State, Count]
    origins: dict[OriginKind | None, Count]


def statistics(snapshot: Snapshot) -> Statistics:
    """Count all segments that have Korean or English."""
    segments = [segment for segment in snapshot.segments() if segment.source.text.strip() or segment.target]
    return Statistics(_count(segments), _by(segments, lambda segment: segment.state), _by(segments, _origin))


def _origin(segment: Segment) -> OriginKind | None:
    origin = segment.translation.origin
    return origin.kind if origin is not None and segment.target else None


def _by(segments: Iterable[Segment], key: Callable[[Segment], _Key]) -> dict[_Key, Count]:
    groups: dict[_Key, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(key(segment), []).append(segment)
    return {name: _count(group) for name, group in groups.items()}


def _count(segments: list[Segment]) -> Count:
    return Count(
        len(segments),
        sum(len(_SYLLABLE.findall(segment.source.text)) for segment in segments),
        sum(len(_WORD.findall(segment.target)) for segment in segments),
    )
