"""A project: a release, its segments, and the one way to change them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from gui.document.edit import BlockEdit, CommentEdit, Edit, Json, PropertyEdit, SegmentsEdit, TargetEdit, VersionEdit
from gui.document.release import Block, Release
from gui.document.review import Comment, Version
from gui.document.segment import Segment, Unit

ALLOWED_ENGINES = "allowed_engines"
"""Property: names of the on-line engines that the user allowed for this release although it is under embargo."""

EMBARGO_LIFTED = "embargo_lifted"
"""Property: ``True`` once the user has said that the embargo is over."""

PROJECT_ID = "project_id"
"""Property: a random word that documents sent out carry, so that they are known when they come back."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen view of a project, safe to hand to a worker."""

    release: Release
    units: tuple[Unit, ...]
    properties: tuple[tuple[str, Json], ...] = ()
    comments: tuple[Comment, ...] = ()
    versions: tuple[Version, ...] = ()

    def segments(self) -> Iterator[Segment]:
        """All segments in order."""
        for unit in self.units:
            yield from unit.segments

    def property(self, name: str) -> Json:
        """The value of a property, ``None`` if it is not set."""
        return dict(self.properties).get(name)

    def embargo_active(self, now: datetime | None = None) -> bool:
        """Whether the release may not be reported yet; an embargo on a condition lasts until the user lifts it."""
        embargo = self.release.embargo
        if embargo is None or self.property(EMBARGO_LIFTED) is True:
            return False
        return embargo.lifts_at is None or (now or datetime.now(UTC)) < embargo.lifts_at


class Project:
    """The mutable project. :meth:`apply` is the only writer; listeners are told of every applied edit."""

    def __init__(
        self,
        release: Release,
        units: Iterable[Unit],
        properties: dict[str, Json] | None = None,
        comments: Iterable[Comment] = (),
        versions: Iterable[Version] = (),
    ) -> None:
        self.release = release
        self._blocks: dict[str, Block] = {}
        self._layout: dict[str, tuple[str, ...]] = {}
        self._segments: dict[str, Segment] = {}
        self._unit_of: dict[str, str] = {}
        self._properties: dict[str, Json] = dict(properties or {})
        self._comments: dict[str, Comment] = {comment.key: comment for comment in comments}
        self._versions: dict[str, Version] = {version.key: version for version in versions}
        self._listeners: list[Callable[[Edit], None]] = []
        for unit in units:
            self._blocks[unit.key] = unit.block
            self._place(unit.key, unit.segments)

    def subscribe(self, listener: Callable[[Edit], None]) -> None:
        """Call ``listener`` after each applied edit, on the thread that applied it."""
        self._listeners.append(listener)

    def apply(self, edit: Edit) -> bool:
        """Make a change; returns ``False`` and changes nothing where the edit's ``old`` no longer stands."""
        if not self._matches(edit):
            return False
        if isinstance(edit, TargetEdit):
            self._segments[edit.key] = replace(self._segments[edit.key], translation=edit.new)
        elif isinstance(edit, SegmentsEdit):
            self._replace_segments(edit.unit, edit.old, edit.new)
        elif isinstance(edit, BlockEdit):
            self._replace_segments(edit.new.key, edit.old.segments, edit.new.segments)
            self._replace_block(edit)
        else:
            self._set_entry(edit)
        for listener in self._listeners:
            listener(edit)
        return True

    def _replace_segments(self, unit: str, old: tuple[Segment, ...], new: tuple[Segment, ...]) -> None:
        for segment in old:
            del self._segments[segment.key], self._unit_of[segment.key]
        self._place(unit, new)

    def _replace_block(self, edit: BlockEdit) -> None:
        """Units and blocks of the release stand in the same order."""
        self._blocks[edit.new.key] = edit.new.block
        blocks = tuple(self._blocks.values())
        timing = edit.new_timing
        self.release = replace(self.release, blocks=blocks, embargo=timing.embargo, distributed=timing.distributed)

    def _set_entry(self, edit: CommentEdit | VersionEdit | PropertyEdit) -> None:
        entries, key = self._entry(edit)
        if edit.new is None:
            entries.pop(key, None)
        else:
            entries[key] = edit.new

    def _entry(self, edit: CommentEdit | VersionEdit | PropertyEdit) -> tuple[dict[str, Any], str]:
        """Where an edit belongs among what stands beside the segments."""
        if isinstance(edit, PropertyEdit):
            return self._properties, edit.name
        return (self._comments if isinstance(edit, CommentEdit) else self._versions), edit.key

    def _matches(self, edit: Edit) -> bool:
        if isinstance(edit, TargetEdit):
            return edit.key in self._segments and self._segments[edit.key].translation == edit.old
        if isinstance(edit, BlockEdit):
            return edit.old.key in self._blocks and self.unit(edit.old.key) == edit.old
        if isinstance(edit, SegmentsEdit):
            return edit.unit in self._blocks and self.unit(edit.unit).segments == edit.old
        entries, key = self._entry(edit)
        return bool(entries.get(key) == edit.old)

    def _place(self, unit: str, segments: tuple[Segment, ...]) -> None:
        self._layout[unit] = tuple(segment.key for segment in segments)
        for segment in segments:
            self._segments[segment.key] = segment
            self._unit_of[segment.key] = unit

    def segment(self, key: str) -> Segment:
        """The segment with this key.

        Raises:
            KeyError: there is none.
        """
        return self._segments[key]

    def has(self, key: str) -> bool:
        """Whether there is a segment with this key."""
        return key in self._segments

    def unit(self, key: str) -> Unit:
        """The unit with this key, as it is now.

        Raises:
            KeyError: there is none.
        """
        return Unit(key, self._blocks[key], tuple(self._segments[name] for name in self._layout[key]))

    def unit_key_of(self, segment: str) -> str:
        """The key of the unit that holds a segment.

        Raises:
            KeyError: there is no such segment.
        """
        return self._unit_of[segment]

    def unit_of(self, segment: str) -> Unit:
        """The unit that holds a segment.

        Raises:
            KeyError: there is no such segment.
        """
        return self.unit(self._unit_of[segment])

    def keys(self) -> Iterator[str]:
        """The keys of all segments in order."""
        for names in self._layout.values():
            yield from names

    def property(self, name: str) -> Json:
        """The value of a property, ``None`` if it is not set."""
        return self._properties.get(name)

    def comments(self) -> tuple[Comment, ...]:
        """All comments, oldest first."""
        return tuple(self._comments.values())

    def versions(self) -> tuple[Version, ...]:
        """All versions that are kept, oldest first."""
        return tuple(self._versions.values())

    def snapshot(self) -> Snapshot:
        """The project as it is now, frozen."""
        units = tuple(self.unit(key) for key in self._blocks)
        properties = tuple(self._properties.items())
        return Snapshot(self.release, units, properties, self.comments(), self.versions())
