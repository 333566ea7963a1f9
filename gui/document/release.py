"""A Korean press release as it was read: typed, ordered, frozen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gui.document.errors import Message
from gui.document.richtext import EMPTY, RichText


class BlockKind(StrEnum):
    """What a block is in the release. The value is the word of the command line's JSON."""

    MASTHEAD = "masthead"
    SLOGAN = "slogan"
    EMBARGO = "embargo"
    DISTRIBUTION = "distribution"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NOTE = "note"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    ATTACHMENT = "attachment"
    END_MARK = "end_mark"
    ANNEX_HEADING = "annex_heading"
    SUMMARY = "summary"
    PICTURE = "picture"
    ATTENDEE_TABLE = "attendee_table"
    CONTACT_TABLE = "contact_table"
    TABLE = "table"

    @property
    def is_table(self) -> bool:
        """Whether blocks of this kind hold a table instead of text."""
        return self in _TABLES


_TABLES = frozenset({BlockKind.ATTENDEE_TABLE, BlockKind.CONTACT_TABLE, BlockKind.TABLE})


class ColumnRole(StrEnum):
    """What a column of an attendee or contact table holds."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    POSITION = "position"
    BACKGROUND = "background"
    DEPARTMENT = "department"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CellItem:
    """One line or list item of a cell. ``lead`` is its bullet or star as written (``"○ "``, ``"* "``), else empty."""

    text: RichText
    lead: str = ""

    @property
    def whole(self) -> str:
        """The item as written, bullet included."""
        return self.lead + self.text.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. Spans count grid columns and rows, 1 for an unmerged cell."""

    items: tuple[CellItem, ...] = ()
    column_span: int = 1
    row_span: int = 1

    @property
    def whole(self) -> str:
        """The cell as written, one item a line."""
        return "\n".join(item.whole for item in self.items)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a merged cell stands once, at its top left.

    ``roles`` has one entry for each grid column of an attendee or contact table and is empty for any other.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    roles: tuple[ColumnRole, ...] = ()

    def positions(self) -> Iterator[tuple[int, int, Cell]]:
        """Every cell with its row and grid column, both from 0, merges taken into account."""
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                taken.update(
                    (row + down, column + right) for down in range(cell.row_span) for right in range(cell.column_span)
                )
                yield row, column, cell
                column += cell.column_span

    @property
    def width(self) -> int:
        """The number of grid columns."""
        return max((column + cell.column_span for _, column, cell in self.positions()), default=0)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a release.

    ``text`` is everything as written, marks included, and empty for tables. ``lead`` and ``tail`` are the marks at both
    ends (``"※ "``, ``"- "`` … ``" -"``, ``"□ "``) as they stand in ``text``; :attr:`content` is what lies between and
    what gets translated. ``level`` is 1–4 for bullets and headings and for bullets of a summary box, else 0. A picture
    has no text but the caption that is part of it. ``evidence`` says why the block was taken for what it is.
    """

    kind: BlockKind
    text: RichText = EMPTY
    level: int = 0
    lead: str = ""
    tail: str = ""
    table: Table | None = None
    evidence: Message | None = None

    @property
    def content(self) -> RichText:
        """The text without the marks at both ends."""
        return self.text.slice(len(self.lead), len(self.text) - len(self.tail))

    @property
    def whole(self) -> str:
        """All visible text as written: for a table its cells, tabs between cells and a line a row."""
        if self.table is None:
            return self.text.text
        return "\n".join("\t".join(cell.whole for cell in row) for row in self.table.rows)


@dataclass(frozen=True, slots=True)
class Embargo:
    """When a release may be reported: the condition in its own words, and the instant (KST) where it is stated."""

    text: str
    lifts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """When a release may be reported and when it is handed out, as its blocks state it."""

    embargo: Embargo | None = None
    distributed: date | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of the file that is no part of the release (page furniture, hidden strays), and why it was set aside."""

    text: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Attendee:
    """A row of an attendee table. ``background`` has an entry for each item; ``○`` is dropped, a star is kept."""

    name: str
    position: str
    background: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A whole release. ``format`` names the reader; ``name`` is the file name without folder."""

    format: str
    name: str
    blocks: tuple[Block, ...]
    embargo: Embargo | None = None
    distributed: date | None = None
    warnings: tuple[Message, ...] = ()
    set_aside: tuple[Aside, ...] = ()

    @property
    def timing(self) -> Timing:
        """Embargo and distribution together."""
        return Timing(self.embargo, self.distributed)

    def of_kind(self, kind: BlockKind) -> tuple[Block, ...]:
        """The blocks of one kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    @property
    def headline(self) -> str | None:
        """The headline's text, if there is one."""
        return next((block.content.text for block in self.of_kind(BlockKind.HEADLINE)), None)

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """The people of all attendee tables."""
        tables = (block.table for block in self.of_kind(BlockKind.ATTENDEE_TABLE) if block.table)
        return tuple(attendee for table in tables for attendee in _attendees(table))


def _attendees(table: Table) -> Iterator[Attendee]:
    people: dict[tuple[int, int], dict[ColumnRole, list[str]]] = {}
    first_rows: dict[tuple[int, int], int] = {}  # a name merged over several rows is one person
    columns = _columns_a_person(table.roles)
    for row, column, cell in table.positions():
        if row >= table.header_rows and column < len(table.roles):
            beside = column // columns
            if table.roles[column] is ColumnRole.NAME:
                first_rows.update({(row + down, beside): row for down in range(cell.row_span)})
            texts = [_without_bullet(item) for item in cell.items]
            person = people.setdefault((first_rows.get((row, beside), row), beside), {})
            person.setdefault(table.roles[column], []).extend(texts)
    for (_, beside), cells in people.items():
        if beside and not any(cells.values()):
            continue  # the last row may be half empty
        position = cells.get(ColumnRole.ORGANISATION, []) + cells.get(ColumnRole.POSITION, [])
        background = tuple(cells.get(ColumnRole.BACKGROUND, ()))
        yield Attendee(" ".join(cells.get(ColumnRole.NAME, ())), " ".join(position), background)


def _columns_a_person(roles: tuple[ColumnRole, ...]) -> int:
    """The width of a person: all columns, or a part of them where the same columns come again for people beside."""
    times = roles.count(ColumnRole.NAME)
    width = len(roles) // max(1, times)
    return width if times > 1 and roles == roles[:width] * times else max(1, len(roles))


def _without_bullet(item: CellItem) -> str:
    return item.whole if item.lead.startswith("*") else item.text.text
