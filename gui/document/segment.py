"""Segments: the pieces of a release that are translated one by one."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from gui.document.release import Block, ColumnRole
from gui.document.richtext import RichText


class State(StrEnum):
    """How far a segment is: the states of XLIFF 2.1, and ``draft`` for an unconfirmed one.

    Shown as Untranslated, Draft, Translated, Reviewed, Approved.
    """

    INITIAL = "initial"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"

    @property
    def is_open(self) -> bool:
        """Whether a person has still to confirm the segment."""
        return self in (State.INITIAL, State.DRAFT)


class OriginKind(StrEnum):
    """Where a target text came from, whatever its state."""

    MACHINE = "machine"
    MEMORY = "memory"
    RULE = "rule"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a target came from: ``engine`` by name, ``match`` in percent for memory (101 = context), ``at`` in UTC."""

    kind: OriginKind
    engine: str | None = None
    match: int | None = None
    at: datetime | None = None


HUMAN = Origin(OriginKind.HUMAN)


@dataclass(frozen=True, slots=True)
class Translation:
    """What stands on the English side of a segment.

    ``marks`` are the parts of ``text`` that a person has still to confirm (a romanised name, a word left in Korean).
    ``signed_by`` and ``signed_at`` (UTC) tell who reviewed or approved it, and when.
    """

    text: str = ""
    state: State = State.INITIAL
    origin: Origin | None = None
    marks: tuple[str, ...] = ()
    signed_by: str = ""
    signed_at: datetime | None = None

    @property
    def open_marks(self) -> tuple[str, ...]:
        """The marks that still stand in the text."""
        return tuple(mark for mark in self.marks if mark in self.text)

    def typed(self, text: str) -> "Translation":
        """After a person has changed the text: never higher than Translated, never Untranslated unless empty."""
        if not text:
            return Translation()
        keep_draft = self.state is State.DRAFT or self.state is State.INITIAL
        return Translation(text, State.DRAFT if keep_draft else State.TRANSLATED, HUMAN, self.marks)

    def confirmed(self) -> "Translation":
        """After a person has confirmed it; what is higher than Translated stays so."""
        return replace(self, state=State.TRANSLATED, marks=()) if self.state.is_open else replace(self, marks=())


@dataclass(frozen=True, slots=True)
class CellPosition:
    """Where in its table a segment stands: row (header included), grid column and item in the cell, all from 0."""

    row: int
    column: int
    item: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, heading or cell item and its English.

    ``key`` is unique in the project and never used again. ``lead`` is the bullet or star of a cell item. ``added``
    marks a cell that a person added to a table, whose Korean may be edited.
    """

    key: str
    source: RichText
    translation: Translation = Translation()
    cell: CellPosition | None = None
    lead: str = ""
    added: bool = False

    @property
    def target(self) -> str:
        """The English text."""
        return self.translation.text

    @property
    def state(self) -> State:
        """The state of the English."""
        return self.translation.state


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with its segments (the *unit* of XLIFF 2.1). Sentences of one unit belong to one paragraph."""

    key: str
    block: Block
    segments: tuple[Segment, ...]

    @property
    def kind_of_segments(self) -> str:
        """``"cell"`` in a table, else the block's kind: the word of the command line's JSON."""
        return "cell" if self.block.kind.is_table else self.block.kind.value

    def is_name(self, segment: Segment) -> bool:
        """Whether a segment of this unit stands below the header in a column of names."""
        table, place = self.block.table, segment.cell
        if table is None or place is None or place.row < table.header_rows or place.column >= len(table.roles):
            return False
        return table.roles[place.column] is ColumnRole.NAME

    def index(self, key: str) -> int:
        """The place of a segment in this unit.

        Raises:
            KeyError: the segment is not in this unit.
        """
        for number, segment in enumerate(self.segments):
            if segment.key == key:
                return number
        raise KeyError(key)
