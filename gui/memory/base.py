"""What a translation memory is, what it is asked and what it answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from gui.document.work import Cancelled, never
from gui.memory.pair import TranslationUnit

Span = tuple[int, int]
"""Start and end in characters."""

THRESHOLD = 70
"""Fuzzy matches below it help less than they cost to read."""


class Stopped(Exception):
    """A long work was cancelled; what it had done up to then is undone."""


class MatchKind(StrEnum):
    """How a match was found: same source and neighbours, same source, or a source that is like it."""

    CONTEXT = "context"
    EXACT = "exact"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up.

    Attributes:
        source: its Korean.
        before: the source of the segment before, empty where there is none.
        after: the source of the segment after.
        on: the date of the release, which completes days and chooses names of bodies.
        limit: how many matches are wanted.
        threshold: the lowest match value in percent.
    """

    source: str
    before: str = ""
    after: str = ""
    on: date | None = None
    limit: int = 5
    threshold: int = THRESHOLD


@dataclass(frozen=True, slots=True)
class Differences:
    """Where two sources differ: words of the segment that the match has not, and words of the match."""

    segment: tuple[Span, ...] = ()
    match: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """The English of a match, put right for the segment as far as that is sure.

    Attributes:
        target: the English.
        replaced: what was put in, as spans of ``target``.
        marks: parts of it that a person has still to confirm: names that were romanised.
        complete: whether every figure, day and known name that differs was put right.
        reworded: whether other words differ, so that the English may say something else.
    """

    target: str
    replaced: tuple[Span, ...] = ()
    marks: tuple[str, ...] = ()
    complete: bool = True
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A unit found in a memory: its match value in percent (101 with the same neighbours), penalties taken off.

    ``number`` names the unit in its memory, to edit or delete it.
    """

    unit: TranslationUnit
    percent: int
    kind: MatchKind
    memory: str
    number: int
    repair: Repair
    differences: Differences = Differences()

    @property
    def target(self) -> str:
        """The English, put right as far as that is sure."""
        return self.repair.target

    @property
    def marks(self) -> tuple[str, ...]:
        """Parts of the English that a person has still to confirm."""
        return self.repair.marks


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that a concordance search found, with the places of what was looked for in either language."""

    unit: TranslationUnit
    memory: str
    number: int
    percent: int
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()


class Memory(Protocol):
    """Pairs of Korean and English segments."""

    name: str

    def exact(self, source: str, before: str = "", after: str = "") -> Match | None:
        """The best unit with this source, white space and width folded; neighbours decide between several."""
        ...

    def lookup(self, query: Query, cancelled: Cancelled = never) -> tuple[Match, ...]:
        """The best units for a segment, best first; none if it was cancelled."""
        ...
