"""What a table is: attendees, contacts, or something else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Table
from gui.document.richtext import RichText
from gui.readers.raw import RawTable
from gui.readers.recognition.contacts import contact, is_contact
from gui.readers.recognition.headers import Header, header_role, label_rows, people_header

_ITEM_LEAD = re.compile(r"\s*(?:[○ㅇ◦❍●•▪⦁∙·□■※]\s*|\*{1,3}\s*|[-–o]\s+)(?=[^\s*])")
_NEXT_ITEM = re.compile(r"\s(?=[○ㅇ◦❍•▪]\s)|\s(?=\*{1,3}\s)")
_LONGEST_LABEL = 40
_MOST_ITEMS = 100
_FEWEST_LABELS = 2

_OF_PEOPLE = note("Its header names people and what they are.")
_OF_CONTACTS = note("It has a label such as 담당 부서 or 책임자, and officials or telephone numbers.")
_TURNED = note("Its first column names people and what they are; its rows and columns were exchanged.")
_OF_CELLS = note("It is a table of neither attendees nor contacts.")


def typed(raw: RawTable) -> Block:
    """The table block: its kind, the roles of its columns, and the bullets of its items apart from their text."""
    table = Table(tuple(tuple(_with_leads(cell) for cell in row) for row in raw.rows))
    header = people_header(table)
    if header:
        return attendee_block(table, header, _OF_PEOPLE)
    if turned := _turned(table):
        return turned
    if is_contact(table):
        return Block(BlockKind.CONTACT_TABLE, table=contact(table), evidence=_OF_CONTACTS)
    return Block(BlockKind.TABLE, table=replace(table, header_rows=label_rows(table)), evidence=_OF_CELLS)


def was_turned(block: Block) -> bool:
    """Whether rows and columns of a table of people were exchanged."""
    return block.evidence is _TURNED


def _turned(table: Table) -> Block | None:
    """A table of people side by side, labels in its first column, as one with a person in each row."""
    if any(cell.row_span > 1 or cell.column_span > 1 for row in table.rows for cell in row):
        return None
    labels = [header_role(row[0]) for row in table.rows if row]
    square = len({len(row) for row in table.rows}) == 1
    if not square or len(labels) < _FEWEST_LABELS or ColumnRole.OTHER in labels:
        return None
    other = Table(tuple(zip(*table.rows, strict=True)))
    header = people_header(other)
    return attendee_block(other, header, _TURNED) if header else None


def attendee_block(table: Table, header: Header, evidence: Message) -> Block:
    """A table of people under this header, items that stand in one line put apart."""
    people = Table(table.rows, header.rows, header.roles)
    return Block(BlockKind.ATTENDEE_TABLE, table=_split_items(people), evidence=evidence)


def _with_leads(cell: Cell) -> Cell:
    return replace(cell, items=tuple(_with_lead(item.text) for item in cell.items))


def _with_lead(text: RichText) -> CellItem:
    match = _ITEM_LEAD.match(text.text)
    return CellItem(text.slice(match.end(), len(text)), match[0]) if match else CellItem(text)


def _split_items(table: Table) -> Table:
    """Background items that stand behind one another in a line (``○ … ○ …``) are put apart."""
    rows = [list(row) for row in table.rows]
    places = {id(cell): column for _, column, cell in table.positions()}
    for row in rows[table.header_rows :]:
        for index, cell in enumerate(row):
            if table.roles[places[id(cell)]] is ColumnRole.BACKGROUND:
                row[index] = replace(cell, items=tuple(part for item in cell.items for part in _parts(item)))
    return replace(table, rows=tuple(tuple(row) for row in rows))


def _parts(item: CellItem) -> Iterator[CellItem]:
    text, lead, start = item.text, item.lead, 0
    following = list(_NEXT_ITEM.finditer(text.text)) if lead else []
    for match in following if len(following) <= _MOST_ITEMS else ():
        yield CellItem(text.slice(start, match.start()).strip(), lead)
        lead = _with_lead(text.slice(match.end(), match.end() + _LONGEST_LABEL)).lead
        start = match.end() + len(lead)
    yield CellItem(text.slice(start, len(text)), lead)
