"""What a table is: attendees, contacts, something else, or no table at all but a box around lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Table
from gui.document.richtext import RichText, join
from gui.readers.line_kinds import classify, names_release_kind
from gui.readers.raw import Gap, RawLine, RawTable
from gui.readers.releaseline import is_release_line

_ITEM_LEAD = re.compile(r"\s*(?:[○ㅇ◦❍●•▪⦁∙·□■※]\s*|\*{1,3}\s*|[-–o]\s+)(?=[^\s*])")
_NEXT_ITEM = re.compile(r"\s(?=[○ㅇ◦❍•▪]\s)|\s(?=\*{1,3}\s)")

_HEADER_WORDS = (
    (ColumnRole.NUMBER, r"연번|번호|순번|순서|구분번호|no\.?|#"),
    (ColumnRole.BACKGROUND, r".*(?:학·?력|경력|약력|이력|프로필|비고|주요사항).*"),
    (ColumnRole.NAME, r"이름|성명|성함|참석자(?:명)?|명단|위원명|위원|발표자|연사|토론자|대표자(?:명)?"),
    (ColumnRole.PHONE, r"연락처|전화(?:번호)?|휴대전화"),
    (ColumnRole.POSITION, r"현직|직위|직책|직함|직급|소속(?:및|/|·|,)?(?:직위|직책|직함|직급)|현직책|주요직위"),
    (ColumnRole.ORGANISATION, r"소속|소속기관|기관|기관명|회사|회사명|기업|기업명|단체|단체명|업체명|학교"),
    (ColumnRole.DEPARTMENT, r"담당부서|부서|부서명"),
)
_ROLE_PATTERNS = [(role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADER_WORDS]
_CONTACT = re.compile(r"담당\s*부\s*서|담당\s*자|책임\s*자|담당\s*과\s*장|문\s*의\s*처")
_PHONE = re.compile(r"\(?0\d{1,2}[-)\s.]\s*\d{3,4}[-.\s]\d{4}\)?")
_OFFICIAL = re.compile(
    r"(?:[가-힣]*(?:국장|과장|팀장|실장|단장|사무관|서기관|주무관|연구관|행정관|전문관|주사|장관|차관|대변인|관장|센터장|소장|담당관))"
)
_DEPARTMENT = re.compile(r".*(?:과|국|실|팀|관|부|처|청|단|센터|위원회)(?:\s*\(총괄\))?")
_PERSON = re.compile(r"[가-힣]{2,4}|[가-힣]\s[가-힣](?:\s[가-힣])?")
_SECTION_NUMBER = re.compile(r"\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]")
_FIGURE = re.compile(r"[△▲+-]?\s*(?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?\s*(?:%p?|p)?")
_LARGEST_BOX = 24
"""A box around lines has no more cells than this."""

_TALLEST_FRONT = 6
"""Rows of a box with the masthead or the release line."""

_LONGEST_LABEL = 40
_MOST_ITEMS = 100
_HEADER_DEPTH = 2
"""A header stands in the first rows of a table: a title row may come before it, or it has two storeys."""


def open_boxes(raws: Iterable[RawLine | RawTable]) -> Iterator[RawLine | RawTable]:
    """Lines instead of tables that only draw a box: masthead, release line, annex title, numbered heading, summary.

    Tables without any text are left out.
    """
    for raw in raws:
        if isinstance(raw, RawTable):
            if any(item.text.text.strip() for row in raw.rows for cell in row for item in cell.items):
                yield from _boxed_lines(raw) or (raw,)
        else:
            yield raw


def _boxed_lines(table: RawTable) -> list[RawLine]:
    rows = [[cell for cell in row if cell.whole.strip()] for row in table.rows]
    rows = [row for row in rows if row]
    if sum(len(row) for row in rows) > _LARGEST_BOX:
        return []
    if all(len(row) == 1 for row in rows):
        return [_line(item.text, table) for row in rows for item in row[0].items if item.text.text.strip()]
    if len(rows) == 1 and len(rows[0]) == 2:
        return _title_lines(rows[0], table)
    if len(rows) <= _TALLEST_FRONT and any(_is_front_row(row) for row in rows):
        return [_line(text, table) for row in rows for text in _front_texts(row)]
    return []


def _is_front_row(row: list[Cell]) -> bool:
    return is_release_line(_row_text(row).text) or any(names_release_kind(cell.whole) for cell in row)


def _front_texts(row: list[Cell]) -> list[RichText]:
    """A release line is a line of its own; what stands beside the masthead is not."""
    whole = _row_text(row)
    return [whole] if is_release_line(whole.text) else [_cell_text(cell) for cell in row]


def _title_lines(row: list[Cell], table: RawTable) -> list[RawLine]:
    """The lines of a title box ``참고 | title`` or ``1 | title``, or of a release line in two cells; else none."""
    number, title = (_cell_text(cell) for cell in row)
    if classify(number.text).annex_marker:
        return [_line(number, table), _line(title, table)]
    if _SECTION_NUMBER.fullmatch(number.text.strip()):
        return [replace(_line(join((number, title), " "), table), heading=3)]
    return [_line(text, table) for text in _front_texts(row)] if _is_front_row(row) else []


def _line(text: RichText, table: RawTable) -> RawLine:
    return RawLine(text, Gap.PARAGRAPH, number=table.number)


def _cell_text(cell: Cell) -> RichText:
    return join((item.text for item in cell.items), " ").strip()


def _row_text(row: list[Cell]) -> RichText:
    return join((_cell_text(cell) for cell in row), " ")


def typed(raw: RawTable) -> Block:
    """The table block: its kind, the roles of its columns, and the bullets of its items apart from their text."""
    table = Table(tuple(tuple(_with_leads(cell) for cell in row) for row in raw.rows))
    header = _attendee_header(table)
    if header:
        rows, roles = header
        return Block(BlockKind.ATTENDEE_TABLE, table=_split_items(Table(table.rows, rows, roles)))
    if _is_contact(table):
        return Block(BlockKind.CONTACT_TABLE, table=_contact(table))
    return Block(BlockKind.TABLE, table=replace(table, header_rows=_label_rows(table)))


def _label_rows(table: Table) -> int:
    """How many rows at the top only label the columns of figures below them; 0 for a table without figures."""
    figures: set[int] = set()
    covered: dict[int, int] = {}
    for row, _, cell in table.positions():
        covered[row] = max(covered.get(row, 0), row + cell.row_span)
        if _FIGURE.fullmatch(cell.whole.strip()):
            figures.add(row)
    first = min(figures, default=0)
    return first if max((covered[row] for row in range(first)), default=0) <= first <= _HEADER_DEPTH else 0


def _with_leads(cell: Cell) -> Cell:
    return replace(cell, items=tuple(_with_lead(item.text) for item in cell.items))


def _with_lead(text: RichText) -> CellItem:
    match = _ITEM_LEAD.match(text.text)
    return CellItem(text.slice(match.end(), len(text)), match[0]) if match else CellItem(text)


def _attendee_header(table: Table) -> tuple[int, tuple[ColumnRole, ...]] | None:
    """The number of header rows and the roles, if one of the first rows names a person and what they are."""
    roles_of_rows: dict[int, dict[int, ColumnRole]] = {}
    depth_of_rows: dict[int, int] = {}
    for row, column, cell in table.positions():
        if row >= _HEADER_DEPTH:
            break
        role = _header_role(cell)
        roles_of_rows.setdefault(row, {}).update({column + right: role for right in range(cell.column_span)})
        depth_of_rows[row] = max(depth_of_rows.get(row, 0), row + cell.row_span)
    _refine(roles_of_rows, depth_of_rows)
    for row, roles in roles_of_rows.items():
        if _names_people(set(roles.values())) and len(table.rows) > depth_of_rows[row]:
            return depth_of_rows[row], tuple(roles.get(column, ColumnRole.OTHER) for column in range(table.width))
    return None


def _refine(roles: dict[int, dict[int, ColumnRole]], depths: dict[int, int]) -> None:
    """In a header of two storeys the lower one says more: 현직 and 학력 below 경력."""
    if depths.get(0) == _HEADER_DEPTH:
        roles[0] |= {column: role for column, role in roles.get(1, {}).items() if role is not ColumnRole.OTHER}


def _header_role(cell: Cell) -> ColumnRole:
    if len(cell.whole) > _LONGEST_LABEL:
        return ColumnRole.OTHER
    word = re.sub(r"[\s\[\]<>]|\([^()]*\)", "", cell.whole)
    return next((role for role, pattern in _ROLE_PATTERNS if pattern.fullmatch(word)), ColumnRole.OTHER)


def _names_people(roles: set[ColumnRole]) -> bool:
    tells = {ColumnRole.POSITION, ColumnRole.ORGANISATION, ColumnRole.BACKGROUND}
    return ColumnRole.NAME in roles and bool(roles & tells) and not roles & {ColumnRole.PHONE, ColumnRole.DEPARTMENT}


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


def _is_contact(table: Table) -> bool:
    texts = [cell.whole for row in table.rows for cell in row]
    labels = [text for text in texts if len(text) <= _LONGEST_LABEL]
    labelled = any(_CONTACT.search(text) for text in labels)
    return labelled and any(_PHONE.search(text) or _OFFICIAL.fullmatch(text.strip()) for text in labels)


def _contact(table: Table) -> Table:
    """Contact tables rarely have a header: what most cells of a column look like is its role."""
    header = {column: _header_role(cell) for row, column, cell in table.positions() if row == 0}
    named = sum(role is not ColumnRole.OTHER for role in header.values())
    if named >= 3:
        return replace(table, header_rows=1, roles=tuple(header.get(c, ColumnRole.OTHER) for c in range(table.width)))
    votes: dict[int, Counter[ColumnRole]] = {}
    for _, column, cell in table.positions():
        if cell.whole.strip():
            votes.setdefault(column, Counter())[_contact_role(re.sub(r"\s+", " ", cell.whole.strip()))] += 1
    roles = (votes[c].most_common(1)[0][0] if c in votes else ColumnRole.OTHER for c in range(table.width))
    return replace(table, roles=tuple(roles))


def _contact_role(text: str) -> ColumnRole:
    if len(text) > _LONGEST_LABEL:
        return ColumnRole.OTHER
    if _PHONE.search(text):
        return ColumnRole.PHONE
    if _CONTACT.search(text) or text.startswith(("<", "(")):
        return ColumnRole.OTHER
    if _OFFICIAL.fullmatch(text.replace(" ", "")):
        return ColumnRole.POSITION
    if _DEPARTMENT.fullmatch(text) and not (len(text) <= 3 and _PERSON.fullmatch(text)):
        return ColumnRole.DEPARTMENT
    return ColumnRole.NAME if _PERSON.fullmatch(text) else ColumnRole.OTHER
