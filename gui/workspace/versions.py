"""Versions of a project: keeping one, comparing with it, bringing it back."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from gui.document.edit import Edit, SegmentsEdit, TargetEdit, VersionEdit
from gui.document.project import Snapshot
from gui.document.review import Layout, Version
from gui.document.segment import Segment


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit whose English is not what it was: its first segment now, the Korean, and both wordings."""

    key: str
    korean: str
    old: str
    new: str


def keeping(snapshot: Snapshot, name: str, author: str, at: datetime, *, automatic: bool = False) -> VersionEdit:
    """Keep the project as it is.

    Args:
        snapshot: the project.
        name: of the version.
        author: who keeps it.
        at: now, in UTC.
        automatic: whether the program keeps it on its own account.
    """
    layouts = tuple(Layout(unit.key, unit.segments) for unit in snapshot.units)
    version = Version(secrets.token_hex(8), name, author, at, automatic, layouts)
    return VersionEdit(version.key, None, version)


def renaming(version: Version, name: str) -> VersionEdit:
    """Give a version another name; from then on it is a person's."""
    return VersionEdit(version.key, version, replace(version, name=name, automatic=False))


def differences(snapshot: Snapshot, version: Version) -> Iterator[Difference]:
    """What was changed since the version: segment by segment, or whole units whose segments were cut anew."""
    before = {layout.unit: layout.segments for layout in version.layouts}
    for unit in snapshot.units:
        old = before.get(unit.key, ())
        if [segment.key for segment in old] == [segment.key for segment in unit.segments]:
            pairs = zip(old, unit.segments, strict=True)
            yield from (
                Difference(now.key, now.lead + now.source.text, was.target, now.target)
                for was, now in pairs
                if was.target != now.target
            )
        elif _english(old) != _english(unit.segments):
            key = unit.segments[0].key if unit.segments else ""
            yield Difference(key, unit.block.whole, _english(old), _english(unit.segments))


def _english(segments: tuple[Segment, ...]) -> str:
    return " ".join(segment.target for segment in segments if segment.target)


def bringing_back(snapshot: Snapshot, version: Version, only: frozenset[str] | None = None) -> Iterator[Edit]:
    """The edits that put back what a version held, its states and origins too.

    A unit that is of another kind by now, so that its Korean is cut differently, stays as it is.

    Args:
        snapshot: the project as it is.
        version: one of its versions.
        only: keys of units; ``None`` means all.
    """
    before = {layout.unit: layout.segments for layout in version.layouts}
    for unit in snapshot.units:
        old = before.get(unit.key)
        if old is None or old == unit.segments or (only is not None and unit.key not in only):
            continue
        if [_identity(segment) for segment in old] == [_identity(segment) for segment in unit.segments]:
            for was, now in zip(old, unit.segments, strict=True):
                if was.translation != now.translation:
                    yield TargetEdit(now.key, now.translation, was.translation)
        elif _korean(old) == _korean(unit.segments) or unit.block.kind.is_table:
            yield SegmentsEdit(unit.key, unit.segments, old)


def _identity(segment: Segment) -> tuple[object, ...]:
    return segment.key, segment.source, segment.cell, segment.lead


def _korean(segments: tuple[Segment, ...]) -> str:
    return "".join("".join(segment.source.text.split()) for segment in segments)
