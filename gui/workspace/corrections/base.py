"""What went out, which a document is compared with, and how it reads in one."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gui.document.errors import Message, note
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.exporters.text import printable
from gui.workspace.corrections.model import Change, Doubt, Problem
from gui.workspace.corrections.returned import Hand

DRAFT_MARK = "DRAFT"
"""Stands at the head of every page of a document that went out unfinished: words of ours like those of the table."""

_TELLING = 12
"""Characters from which on equal English in two rows is hardly chance."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a comment is on: a segment, and the words of its English with their place, or no words."""

    segment: str
    quote: str = ""
    start: int = 0


@dataclass(slots=True)
class Found:
    """What a comparison finds out; ``spots`` by the number of the comment."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sent:
    """A project as it went out beside the project as it is.

    Attributes:
        exported: the snapshot that went out; that of today where it is not known any more.
        now: the segments of today by key.
        numbers: their places, from 1.
        notes: what should be known of the comparison.
    """

    exported: Snapshot
    now: dict[str, Segment]
    numbers: dict[str, int]
    notes: tuple[Message, ...] = ()
    _places: dict[str, int] = field(default_factory=dict)
    _owners: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot, version: str) -> "Sent":
        """``version`` is the key of the version that went out, as far as the document says."""
        kept = next((kept for kept in snapshot.versions if version and kept.key == version), None)
        exported, notes = snapshot, list[Message]()
        if kept is None:
            notes.append(
                note("It is not known which version went out. The document is compared with the English of today.")
            )
        else:
            blocks = {unit.key: unit.block for unit in snapshot.units}
            layouts = (layout for layout in kept.layouts if layout.unit in blocks)
            units = tuple(Unit(layout.unit, blocks[layout.unit], layout.segments) for layout in layouts)
            exported = replace(snapshot, units=units)
        now = {segment.key: segment for segment in snapshot.segments()}
        numbers = {key: number for number, key in enumerate(now, 1)}
        sent = cls(exported, now, numbers, tuple(notes))
        for place, segment in enumerate(exported.segments(), 1):
            sent._places[segment.key] = place
            sent._owners.setdefault(printable(segment.target), set()).add(segment.key)
        return sent

    def change(
        self, segment: Segment, corrected: str, hands: tuple[Hand, ...] = (), doubts: tuple[Doubt, ...] = ()
    ) -> Change | None:
        """What came back for a segment that went out; ``None`` where it changes nothing.

        A project may hold characters that no document can; where nothing else differs, nothing was changed.
        """
        exported, current = segment.target, self.now[segment.key].target
        if corrected in (printable(exported), printable(current)):
            return None
        more = list(doubts)
        if current != exported:
            more.append(Doubt.CONFLICT)
        if len(corrected) >= _TELLING and self._owners.get(corrected, set()) - {segment.key}:
            more.append(Doubt.OTHER_ROW)
        source = segment.lead + segment.source.text
        number = self.numbers[segment.key]
        return Change(segment.key, number, source, exported, current, corrected, hands, tuple(more))

    def number(self, segment: Segment) -> int:
        """The place of a segment in the document that went out, from 1."""
        return self._places[segment.key]

    def segments(self) -> Iterator[Segment]:
        """All segments that went out."""
        return self.exported.segments()
