"""The embedded default: translation memory, termbase and fixed forms. No network, no key, nothing to download.

A sentence that neither memory nor a rule covers is left out: half-translated text is worse than none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from gui.document.edit import TargetEdit
from gui.document.errors import Message, note
from gui.document.release import BlockKind, ColumnRole, Table
from gui.document.segment import Origin, OriginKind, Segment, State, Translation, Unit
from gui.document.work import Cancelled, Progress
from gui.engines.base import DraftRequest, EngineStatus
from gui.engines.cells import organisation_kind, translate_cell
from gui.engines.fixed_forms import fixed_form, table_cell
from gui.engines.pairs import Pair, PairSource
from gui.engines.people import People
from gui.engines.rendering import Rendering
from gui.language.dates import DEFAULT_YEAR
from gui.language.romanise import has_hangul

NAME = "embedded"

_CAREER_COLUMNS = frozenset({
    ColumnRole.ORGANISATION, ColumnRole.POSITION, ColumnRole.BACKGROUND, ColumnRole.DEPARTMENT,
})  # fmt: skip


class EmbeddedEngine:
    """Drafts what has been translated before and what has a fixed form; leaves out everything else."""

    name: str = NAME
    label: Message = note("On this computer")
    online: bool = False
    host: str = ""

    def __init__(self, memories: Sequence[PairSource] = ()) -> None:
        self._memories = tuple(memories)

    def status(self) -> EngineStatus:
        """Always ready."""
        return EngineStatus(ready=True)

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        """One edit for each segment that memory or a rule covers."""
        wanted, done = frozenset(request.keys), 0
        places = [(unit, segment) for unit in request.snapshot.units for segment in unit.segments]
        sources = ["", *(segment.source.text for _, segment in places), ""]
        people = People.of(request.snapshot)
        for number, (unit, segment) in enumerate(places):
            if segment.key not in wanted:
                continue
            if cancelled():
                return
            found = (
                self._remembered(segment, sources[number], sources[number + 2])
                or _by_rule(unit, segment, people)
                or self._alike(unit, segment, people.on)
            )
            if found:
                yield TargetEdit(segment.key, segment.translation, found)
            done += 1
            progress(done, len(wanted))

    def _remembered(self, segment: Segment, before: str, after: str) -> Translation | None:
        pairs = (memory.exact(segment.source.text, before, after) for memory in self._memories)
        return _best(pairs)

    def _alike(self, unit: Unit, segment: Segment, on: date | None) -> Translation | None:
        """A fuzzy match. None in tables: between cells as short as theirs a likeness says nothing."""
        if unit.block.table is not None:
            return None
        return _best(memory.similar(segment.source.text, on) for memory in self._memories)


def _best(pairs: Iterable[Pair | None]) -> Translation | None:
    best = max((pair for pair in pairs if pair), key=lambda pair: pair.percent, default=None)
    if best is None:
        return None
    origin = Origin(OriginKind.MEMORY, NAME, best.percent, datetime.now(UTC))
    return Translation(best.target, State.DRAFT, origin, best.marks)


def _by_rule(unit: Unit, segment: Segment, people: People) -> Translation | None:
    text = segment.source.text
    table = unit.block.table
    found = fixed_form(unit.block.kind, text, people.on) if table is None else _cell(unit, table, segment, people)
    if found is None or not found.text:
        return None
    found = people.settle(found, text)
    marks = tuple(dict.fromkeys(mark for mark in found.marks if mark in found.text))
    return Translation(found.text, State.DRAFT, Origin(OriginKind.RULE, NAME, None, datetime.now(UTC)), marks)


def _cell(unit: Unit, table: Table, segment: Segment, people: People) -> Rendering | None:
    text, place, on = segment.source.text, segment.cell, people.on
    role = _role(table, segment)
    header = place is not None and place.row < table.header_rows
    if header or role not in (ColumnRole.NAME, *_CAREER_COLUMNS):
        return table_cell(text, on)
    if role is ColumnRole.NAME:
        return name_cell(text, people)
    if unit.block.kind is BlockKind.CONTACT_TABLE:
        return table_cell(text, on) or translate_cell(text, _year(on), "ministry")
    return translate_cell(text, _year(on), _context(unit, table, segment)) or table_cell(text, on)


def _role(table: Table, segment: Segment) -> ColumnRole:
    place = segment.cell
    return table.roles[place.column] if place and place.column < len(table.roles) else ColumnRole.OTHER


def _context(unit: Unit, table: Table, segment: Segment) -> str:
    """The kind of organisation that stands in the same row, where a column of its own holds it."""
    if _role(table, segment) is not ColumnRole.POSITION or ColumnRole.ORGANISATION not in table.roles:
        return ""
    for other in unit.segments:
        same_row = other.cell and segment.cell and other.cell.row == segment.cell.row
        if same_row and _role(table, other) is ColumnRole.ORGANISATION:
            return organisation_kind(other.source.text)
    return ""


def _year(on: date | None) -> int:
    return on.year if on else DEFAULT_YEAR


_WITH_LATIN = re.compile(
    r"[가-힣\s]+\(\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .,'-]+)\s*\)|([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .,'-]+?)\s*\([가-힣\s]+\)"
)
"""A name written both ways: what the source has in Latin is the person's own spelling."""


def name_cell(text: str, people: People) -> Rendering | None:
    """A person's name: Latin as it is, Hangul as it was confirmed or as an unconfirmed proposal, a title after it."""
    both = _WITH_LATIN.fullmatch(text.strip())
    if both or not has_hangul(text):
        return Rendering((both[1] or both[2]) if both else text.strip())
    return _person(text, people) or _titled(text.strip(), people) or table_cell(text, people.on)


def _titled(text: str, people: People) -> Rendering | None:
    """``설나래 과장``: name and title."""
    name, _, title = text.partition(" ")
    person, role = _person(name, people), translate_cell(title, _year(people.on))
    return Rendering(f"{person.text}, {role.text}", person.marks + role.marks) if person and role else None


def _person(text: str, people: People) -> Rendering | None:
    proposal = people.proposal(text)
    return Rendering(proposal.text, () if proposal.confirmed else (proposal.text,)) if proposal else None
