"""The header of a table: what its labels say of the columns, and how many rows it has."""

import re
from dataclasses import dataclass

from gui.document.release import Cell, ColumnRole, Table

_HEADER_WORDS = (
    (ColumnRole.NUMBER, r"연번|번호|순번|순서|구분번호|no\.?|#"),
    (ColumnRole.BACKGROUND, r".*(?:학·?력|경력|약력|이력|프로필|비고|주요사항).*"),
    (
        ColumnRole.NAME,
        r"이름|성명|성함|참석자(?:명)?|참가자|명단|위원명|위원|발표자|연사|토론자|패널|대표자(?:명)?|수상자(?:명)?|후보자",
    ),
    (ColumnRole.PHONE, r"연락처|전화(?:번호)?|휴대전화|(?:사무실)?전화"),
    (
        ColumnRole.POSITION,
        r"현직|현직책|직위|직책|직함|직급|직위?\(?급\)?|주요직위|보직|(?:소속|기관명?)(?:및|/|·|,|\.)?(?:직위|직책|직함|직급)",
    ),
    (
        ColumnRole.ORGANISATION,
        r"소속|소속기관|기관|기관명|회사|회사명|기업|기업명|단체|단체명|업체명|학교|소속\(?기관\)?|근무처",
    ),
    (ColumnRole.DEPARTMENT, r"담당부서|부서|부서명"),
)
_ROLE_PATTERNS = [(role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADER_WORDS]
_FIGURE = re.compile(
    r"\(?\s*+[△▲▽▼+\-−±]?\s*+(?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?\s*+(?:%p?|p|‰|억|만|조|천|원|명|건|개|달러)*\s*+\)?\*?|[-–－]|△"
)
_DIGIT = re.compile(r"\d")
_LABEL_OF_LABELS = re.compile(
    r"구\s*+분|항\s*+목|연\s*+번|번\s*+호|순\s*+번|분\s*+류|분\s*+야|일\s*+시|시\s*+간|\(?\s*+단\s*+위.*"
)
_LONGEST_LABEL = 40
_HEADER_DEPTH = 2
"""The header of people stands in the first rows: a title row may come before it, or it has two storeys."""

_DEEPEST_LABELS = 3
"""Rows of labels above the figures of a table."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header rows of a table of people, and the role of each grid column."""

    rows: int
    roles: tuple[ColumnRole, ...]


def header_role(cell: Cell) -> ColumnRole:
    """What the label in a cell says that its column holds."""
    if len(cell.whole) > _LONGEST_LABEL:
        return ColumnRole.OTHER
    word = re.sub(r"[\s\[\]<>]|\([^()]*\)", "", cell.whole)
    return next((role for role, pattern in _ROLE_PATTERNS if pattern.fullmatch(word)), ColumnRole.OTHER)


def people_header(table: Table) -> Header | None:
    """The header, if one of the first rows names a person and what they are."""
    roles_of_rows: dict[int, dict[int, ColumnRole]] = {}
    depth_of_rows: dict[int, int] = {}
    for row, column, cell in table.positions():
        if row >= _HEADER_DEPTH:
            break
        role = header_role(cell)
        roles_of_rows.setdefault(row, {}).update({column + right: role for right in range(cell.column_span)})
        depth_of_rows[row] = max(depth_of_rows.get(row, 0), row + cell.row_span)
    _refine(roles_of_rows, depth_of_rows)
    for row, roles in roles_of_rows.items():
        if _names_people(set(roles.values())) and len(table.rows) > depth_of_rows[row]:
            return Header(depth_of_rows[row], tuple(roles.get(c, ColumnRole.OTHER) for c in range(table.width)))
    return None


def forced_people_header(table: Table) -> Header:
    """The header of a table that a person says is of people: names are in its first column that is no number."""
    rows = max(1, label_rows(table)) if len(table.rows) > 1 else 0
    roles = [ColumnRole.OTHER] * table.width
    for row, column, cell in table.positions():
        role = header_role(cell)
        if row < rows and role is not ColumnRole.OTHER:
            roles[column : column + cell.column_span] = [role] * cell.column_span
    if roles and ColumnRole.NAME not in roles:
        roles[next((c for c, role in enumerate(roles) if role is not ColumnRole.NUMBER), 0)] = ColumnRole.NAME
    return Header(rows, tuple(roles))


def _refine(roles: dict[int, dict[int, ColumnRole]], depths: dict[int, int]) -> None:
    """In a header of two storeys the lower one says more: 현직 and 학력 below 경력."""
    if depths.get(0) == _HEADER_DEPTH:
        roles[0] |= {column: role for column, role in roles.get(1, {}).items() if role is not ColumnRole.OTHER}


def _names_people(roles: set[ColumnRole]) -> bool:
    tells = {ColumnRole.POSITION, ColumnRole.ORGANISATION, ColumnRole.BACKGROUND}
    return ColumnRole.NAME in roles and bool(roles & tells) and not roles & {ColumnRole.PHONE, ColumnRole.DEPARTMENT}


def label_rows(table: Table) -> int:
    """How many rows at the top only label the columns below them.

    In a table of figures it is the rows above the first figure; in any other the first row, if its first cell is a
    label of labels (구분, 항목).
    """
    figures: set[int] = set()
    covered: dict[int, int] = {}
    for row, _, cell in table.positions():
        covered[row] = max(covered.get(row, 0), row + cell.row_span)
        text = cell.whole.strip()
        if _FIGURE.fullmatch(text) and _DIGIT.search(text):
            figures.add(row)
    first = min(figures, default=0)
    depth = max((covered[row] for row in range(first) if row in covered), default=0)
    if 0 < depth <= first <= _DEEPEST_LABELS:
        return first
    return 0 if first else _named_labels(table, covered)


def _named_labels(table: Table, covered: dict[int, int]) -> int:
    top = table.rows[0] if table.rows else ()
    named = len(top) > 1 and _LABEL_OF_LABELS.fullmatch(top[0].whole.strip())
    return covered[0] if named and covered[0] < len(table.rows) and covered[0] <= _DEEPEST_LABELS else 0
