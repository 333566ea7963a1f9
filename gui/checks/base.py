"""What a check is."""

from collections.abc import Iterator
from typing import Protocol

from gui.document.errors import Message
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit


class Check(Protocol):
    """One rule with an id and a description. Reads a snapshot, changes nothing, never raises on any text."""

    id: str
    """Short and stable: the command line's JSON, ignored issues and preferences use it."""

    label: Message
    """What it looks for, in a few words."""

    severity: Severity
    """Its usual severity; the preferences may change it."""


class SegmentCheck(Check, Protocol):
    """A check that looks at one segment at a time, so that it can run again after each key press."""

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """The findings in one segment."""
        ...


class ReleaseCheck(Check, Protocol):
    """A check that has to see the whole release (consistency, names across body and table …)."""

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """The findings in the release."""
        ...
