"""The changes that can be made to a project. Each knows its inverse, so undo is an edit too.

An edit carries what it expects to find (``old``): where the project holds something else by now, it is skipped, so a
late draft never overwrites typing.
"""

from dataclasses import dataclass
from typing import TypeAlias

from gui.document.release import Timing
from gui.document.review import Comment, Version
from gui.document.segment import Segment, Translation, Unit

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class TargetEdit:
    """Puts ``new`` on the English side of a segment."""

    key: str
    old: Translation
    new: Translation

    def inverse(self) -> "TargetEdit":
        """The edit that takes this one back."""
        return TargetEdit(self.key, self.new, self.old)


@dataclass(frozen=True, slots=True)
class SegmentsEdit:
    """Replaces the segments of a unit: split, merge, table rows added, removed or moved."""

    unit: str
    old: tuple[Segment, ...]
    new: tuple[Segment, ...]

    def inverse(self) -> "SegmentsEdit":
        """The edit that takes this one back."""
        return SegmentsEdit(self.unit, self.new, self.old)


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """Gives a unit another block, since a person says what it is, and the segments that go with it.

    The timing of the release follows its blocks.
    """

    old: Unit
    new: Unit
    old_timing: Timing
    new_timing: Timing

    def inverse(self) -> "BlockEdit":
        """The edit that takes this one back."""
        return BlockEdit(self.new, self.old, self.new_timing, self.old_timing)


@dataclass(frozen=True, slots=True)
class CommentEdit:
    """Adds (``old`` is ``None``), changes or removes (``new`` is ``None``) a comment."""

    key: str
    old: Comment | None
    new: Comment | None

    def inverse(self) -> "CommentEdit":
        """The edit that takes this one back."""
        return CommentEdit(self.key, self.new, self.old)


@dataclass(frozen=True, slots=True)
class VersionEdit:
    """Keeps (``old`` is ``None``), renames or forgets (``new`` is ``None``) a version."""

    key: str
    old: Version | None
    new: Version | None

    def inverse(self) -> "VersionEdit":
        """The edit that takes this one back."""
        return VersionEdit(self.key, self.new, self.old)


@dataclass(frozen=True, slots=True)
class PropertyEdit:
    """Sets a property of the project (a consent, an ignored issue …); ``None`` removes it."""

    name: str
    old: Json
    new: Json

    def inverse(self) -> "PropertyEdit":
        """The edit that takes this one back."""
        return PropertyEdit(self.name, self.new, self.old)


Edit: TypeAlias = TargetEdit | SegmentsEdit | BlockEdit | CommentEdit | VersionEdit | PropertyEdit
