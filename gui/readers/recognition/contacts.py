"""Contact tables: who answers for a release, in the many forms that ministries draw them."""

import re
from collections import Counter
from dataclasses import replace

from gui.document.release import Cell, CellItem, ColumnRole, Table
from gui.readers.recognition.headers import Header, header_role

_LONGEST_LABEL = 40
_LONGEST_LINE = 200
"""An office, the people to ask and their numbers may stand in one cell."""

_NAMED_COLUMNS = 3
"""A first row that names so many different things is a header."""

_LABEL = re.compile(
    r"(?:(?:담\s*+당|주관|관련|책임|총괄|협조|소관|작성|문의)\s*+)?부\s*+서(?:명)?|전\s*+화(?:\s*+번\s*+호)?|담\s*+당\s*+(?:자|과|과\s*+장|팀\s*+장|국\s*+장|사\s*+무\s*+관|기\s*+관|공\s*+무\s*+원)?"
    r"|책\s*+임\s*+자|연\s*+구\s*+책\s*+임\s*+자|(?:총괄|공동)?\s*+책임자|문\s*+의\s*+처?|연\s*+락\s*+처|자\s*+료\s*+문\s*+의"
    r"|소\s*+속\s*+기\s*+관|작\s*+성\s*+자"
)
_TELLING = re.compile(
    r"담당\s*+부\s*+서|담\s*+당\s*+자|책\s*+임\s*+자|담당\s*+(?:과|팀|국|사무)\s*+(?:장|관)|문\s*+의|연\s*+락\s*+처|주\s*+관\s*+부\s*+서"
)
_BARE_LABEL = re.compile(r"담\s*+당\s*+:?")
_LABELLED = re.compile(rf"(?:{_LABEL.pattern})\s*+[:：]\s*+\S")
_PERSON_LABEL = re.compile(r"(?:책\s*+임\s*+자|담\s*+당\s*+자|담당\s*+(?:과|팀|국)\s*+장)")
_PHONE = re.compile(
    r"\(?\(?0\d{1,2}[-)\s.~∼]++\d{3,4}(?:\s*+[-.∼~]\s*+|\s++)\d{4}\)?|(?<!\d)1[3-9]\d{2}-?\d{4}(?!\d)|☎|[\w.]+@[\w.]+"
)
_OFFICIAL = re.compile(
    r"(?:[가-힣]*(?:국장|과장|팀장|실장|단장|사무관|서기관|주무관|연구관|연구사|연구원|행정관|전문관|주사|장관|차관|대변인|관장|센터장|"
    r"소장|담당관|본부장|처장|부장|차장|계장|조사역|선임|책임|수석|위원|경감|경정|총경|소령|중령|대령|검사|부이사관|이사관|부원장|원장|반장))"
)
_DEPARTMENT = re.compile(
    r".*(?:과|국|실|팀|관|부|처|청|단|센터|위원회|원|은행|공사|공단|본부|반|시|도|군|구|소)(?:\s*+\([^()]*\))?"
)
_NAME_AND_NUMBER = re.compile(
    rf"([가-힣]{{2,4}}|[가-힣](?:\s+[가-힣]){{1,2}})\s*+(?:{_PHONE.pattern}|\([\w.]+@[\w.]+\))"
)
_PERSON = re.compile(r"[가-힣]{2,4}|[가-힣]\s+[가-힣](?:\s+[가-힣])?")


def is_label(text: str) -> bool:
    """Whether a cell is a label of a contact table: 담당 부서, 책임자, 문의 …, its group (``(총괄)``) apart."""
    bare = re.sub(r"[\s:：]+$|^[\s<(\[]+|[>\])]+$|[(<][가-힣\s]{2,8}[)>]", "", text[:_LONGEST_LABEL].strip())
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(bare.strip()) is not None


def is_labelled(text: str) -> bool:
    """Whether a cell is a label of a contact table or begins with one: ``담당과장: …``."""
    return is_label(text) or _LABELLED.match(text.strip()) is not None


def is_of_contacts(text: str) -> bool:
    """Whether a cell is a label of a contact table, an official or a telephone number."""
    bare = re.sub(r"\s", "", text[:_LONGEST_LABEL])
    short = len(text) <= _LONGEST_LABEL and bool(_PHONE.search(text) or _OFFICIAL.fullmatch(bare))
    return is_label(text) or short


def is_contact(table: Table) -> bool:
    """Whether a table has a label of contacts, and officials or telephone numbers."""
    texts = [cell.whole.strip() for row in table.rows for cell in row]
    short = [text for text in texts if len(text) <= _LONGEST_LABEL]
    if not any(_TELLING.search(text) or _BARE_LABEL.fullmatch(text) for text in short):
        return False
    reached = any(_PHONE.search(text) for text in texts if len(text) <= _LONGEST_LINE)
    return reached or any(_OFFICIAL.fullmatch(re.sub(r"\s", "", text)) for text in short)


def contact(table: Table) -> Table:
    """The table with the roles of its columns; what only looks like one merged cell is one.

    Contact tables rarely have a header: what most cells of a column look like is its role.
    """
    joined = _joined(_parted(table))
    header = contact_header(joined)
    return replace(joined, header_rows=header.rows, roles=header.roles)


def contact_header(table: Table) -> Header:
    """The header rows and the roles of the columns: of the header if there is one, else by what stands in them."""
    labels = {column: header_role(cell) for row, column, cell in table.positions() if row == 0}
    named = {role for role in labels.values() if role is not ColumnRole.OTHER}
    if len(named) >= _NAMED_COLUMNS:
        return Header(1, tuple(labels.get(column, ColumnRole.OTHER) for column in range(table.width)))
    return Header(0, _roles(table))


def _roles(table: Table) -> tuple[ColumnRole, ...]:
    votes: dict[int, Counter[ColumnRole]] = {}
    for _, column, cell in table.positions():
        if cell.whole.strip():
            votes.setdefault(column, Counter())[_role(re.sub(r"\s+", " ", cell.whole.strip()))] += cell.row_span
    roles = [votes[c].most_common(1)[0][0] if c in votes else ColumnRole.OTHER for c in range(table.width)]
    return tuple(roles if ColumnRole.DEPARTMENT in roles else _with_department(table, roles))


def _with_department(table: Table, roles: list[ColumnRole]) -> list[ColumnRole]:
    """Without a column of known offices it is the one right after the label 담당 부서; 교육과 may also be a name."""
    may_be = {ColumnRole.OTHER, ColumnRole.NAME} if roles.count(ColumnRole.NAME) > 1 else {ColumnRole.OTHER}
    for _, column, cell in table.positions():
        behind = column + cell.column_span
        if is_label(cell.whole) and "부" in cell.whole and behind < len(roles) and roles[behind] in may_be:
            return [*roles[:behind], ColumnRole.DEPARTMENT, *roles[behind + 1 :]]
    return roles


def _role(text: str) -> ColumnRole:
    if len(text) > _LONGEST_LABEL:
        return ColumnRole.OTHER
    if _PHONE.search(text):
        return ColumnRole.PHONE
    if is_label(text) or text.startswith(("<", "(")):
        return ColumnRole.OTHER
    if _OFFICIAL.fullmatch(text.replace(" ", "")):
        return ColumnRole.POSITION
    if _DEPARTMENT.fullmatch(text) and not (len(text) <= 3 and _PERSON.fullmatch(text)):
        return ColumnRole.DEPARTMENT
    return ColumnRole.NAME if _PERSON.fullmatch(text) else ColumnRole.OTHER


def _parted(table: Table) -> Table:
    """Names apart from the numbers behind them, where a column holds both: ``홍길동(044-000-1111)``."""
    both: dict[int, bool] = {}
    for _, column, cell in table.positions():
        if cell.whole.strip():
            fits = cell.column_span == 1 and len(cell.items) == 1 and _NAME_AND_NUMBER.fullmatch(cell.whole)
            both[column] = both.get(column, True) and bool(fits)
    columns = [column for column, fits in both.items() if fits]
    return _with_parts(table, columns[0]) if len(columns) == 1 else table


def _with_parts(table: Table, column: int) -> Table:
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for row, at, cell in table.positions():
        match = _NAME_AND_NUMBER.fullmatch(cell.whole) if at == column else None
        if match:
            text = cell.items[0].text
            halves = (text.slice(0, match.end(1)).strip(), text.slice(match.end(1), len(text)).strip())
            rows[row] += [replace(cell, items=(CellItem(half),)) for half in halves]
        elif at <= column < at + cell.column_span:
            rows[row].append(replace(cell, column_span=cell.column_span + 1))
        else:
            rows[row].append(cell)
    return replace(table, rows=tuple(tuple(row) for row in rows))


def _joined(table: Table) -> Table:
    """The label and the department joined downwards over the cells that only missing borders make one."""
    grid = {(row, column): cell for row, column, cell in table.positions()}
    persons = sorted(row for (row, _), cell in grid.items() if _PERSON_LABEL.search(cell.whole))
    people = min((column for (_, column), cell in grid.items() if _PERSON_LABEL.search(cell.whole)), default=0)
    if not persons:
        return table
    starts = _group_starts(grid, people, len(table.rows))
    for column in range(min(people, 2)):
        for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True):
            _join(grid, column, start, end)
    return replace(table, rows=_rows(grid, len(table.rows)))


def _group_starts(grid: dict[tuple[int, int], Cell], people: int, height: int) -> list[int]:
    """The rows where a person who answers (책임자) or a label of a department begins a group."""
    starts = {0}
    for (row, column), cell in grid.items():
        heads = column == people and re.search(r"책\s*임\s*자|과\s*장", cell.whole) is not None
        if heads or (column == 0 and is_label(cell.whole)):
            starts.add(row)
    crossed = {row + down for (row, c), cell in grid.items() if c < people for down in range(1, cell.row_span)}
    return sorted(row for row in starts - crossed if row < height)


def _join(grid: dict[tuple[int, int], Cell], column: int, start: int, end: int) -> None:
    """Makes one cell of those of a column between two rows, if they are of one width and lie in one another's way."""
    places = [(row, column) for row in range(start, end) if (row, column) in grid]
    cells = [grid[place] for place in places]
    covered = sum(cell.row_span for cell in cells)
    if len(cells) < 2 or covered != end - start or len({cell.column_span for cell in cells}) > 1:
        return
    if any(is_label(cell.whole) for cell in cells[1:]):
        return
    items = tuple(item for cell in cells for item in cell.items if item.whole.strip())
    for place in places[1:]:
        del grid[place]
    grid[places[0]] = Cell(items, cells[0].column_span, covered)


def _rows(grid: dict[tuple[int, int], Cell], height: int) -> tuple[tuple[Cell, ...], ...]:
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for (row, _), cell in sorted(grid.items(), key=lambda placed: placed[0]):
        rows[row].append(cell)
    return tuple(tuple(row) for row in rows)
