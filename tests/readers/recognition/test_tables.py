"""Tables of people, of contacts and of figures in their many forms."""

import pytest

from gui.document.release import Block, BlockKind, Cell, ColumnRole, Table
from gui.document.richtext import RichText
from gui.readers.raw import RawTable
from gui.readers.recognition.tables import typed
from tests.readers.raws import BODY, cell, line, read, table

HEADLINE = line("가상부, 창업 공간 열두 곳 연다", 24, centred=True)


def grid(block: Block) -> Table:
    assert block.table is not None
    return block.table


def people(*rows: str | list[str | Cell]) -> list[tuple[str, str, tuple[str, ...]]]:
    release = read(HEADLINE, *BODY, table(*rows))
    assert release.blocks[-1].kind is BlockKind.ATTENDEE_TABLE
    return [(person.name, person.position, person.background) for person in release.attendees]


def test_people_side_by_side() -> None:
    assert people("연번|성명|소속|연번|성명|소속", "1|홍길동|가상부|3|박다온|나래협회", "2|김나래|가상원|||") == [
        ("홍길동", "가상부", ()),
        ("박다온", "나래협회", ()),
        ("김나래", "가상원", ()),
    ]


def test_a_person_in_each_column() -> None:
    rows = ("이름|홍길동|김나래", "직위|장관|원장", "주요 경력|○ 박사\n○ 교수|* 석사")
    assert people(*rows) == [("홍길동", "장관", ("박사", "교수")), ("김나래", "원장", ("* 석사",))]
    (warning,) = read(HEADLINE, *BODY, table(*rows)).warnings
    assert "turned" in str(warning)


@pytest.mark.parametrize(
    "header",
    [
        "성명|직위",
        "이 름|현 직",
        "참석자|소속 및 직위",
        "위원명|소속·직위",
        "성명|직급",
        "발표자|소속/직책",
        "명단|기관명",
    ],
)
def test_headers_of_people(header: str) -> None:
    assert people(header, "홍길동|가상부 장관") == [("홍길동", "가상부 장관", ())]


def test_each_paragraph_of_a_cell_keeps_its_mark() -> None:
    release = read(
        HEADLINE, *BODY, table("이름|현직|주요 학·경력", ["홍길동", "소장", "○ 가상대 박사\n* 명예교수\n- 나래상"])
    )
    items = grid(release.blocks[-1]).rows[1][2].items
    assert [(item.lead, item.text.text) for item in items] == [
        ("○ ", "가상대 박사"),
        ("* ", "명예교수"),
        ("- ", "나래상"),
    ]


CONTACTS = {
    "plain": table(
        "담당 부서|가상국|책임자|과  장|홍길동|(044-000-1111)", "|가상과|담당자|사무관|김나래|(044-000-1112)"
    ),
    "name and number": table(
        "담당부서|가상국|책임자|과장|홍길동(044-000-1111)", "|가상과|담당자|사무관|김나래(a@b.kr)"
    ),
    "group": table(
        [
            cell("담당부서\n(총괄)", rows=2),
            cell("가상국\n가상과", rows=2),
            "책임자",
            "과장",
            "홍길동",
            "(044-000-1111)",
        ],
        ["담당자", "사무관", "김나래", "(044-000-1112)"],
        ["", "나래부", "책임자", "과장", "박다온", "(044-000-1113)"],
        ["", "나래과", "담당자", "서기관", "최새온", "(044-000-1114)"],
    ),
    "no label of offices": table("가상과|책임자|과장|홍길동|044-000-1111", "가상과|담당자|주무관|김나래|044-000-1112"),
    "header": table(
        "담당부서|직급|성명|연락처", "가상과|과장|홍길동|044-000-1111", "가상과|주무관|김나래|044-000-1112"
    ),
}


@pytest.mark.parametrize("form", CONTACTS)
def test_contacts(form: str) -> None:
    block = typed(CONTACTS[form])
    assert block.kind is BlockKind.CONTACT_TABLE
    assert grid(block).roles[-3:] == (ColumnRole.POSITION, ColumnRole.NAME, ColumnRole.PHONE) or form == "header"
    assert ColumnRole.DEPARTMENT in grid(block).roles
    written = "".join(item.whole for row in CONTACTS[form].rows for part in row for item in part.items)
    assert sorted("".join(block.whole.split())) == sorted("".join(written.split()))


def test_offices_under_one_another_are_one_cell() -> None:
    places = {(row, column): found for row, column, found in grid(typed(CONTACTS["plain"])).positions()}
    assert (places[0, 0].row_span, places[0, 1].row_span) == (2, 2)
    assert places[0, 1].whole == "가상국\n가상과"
    groups = {(row, column): found for row, column, found in grid(typed(CONTACTS["group"])).positions()}
    assert [groups[row, 1].whole for row in (0, 2)] == ["가상국\n가상과", "나래부\n나래과"]


def test_names_apart_from_numbers() -> None:
    rows = grid(typed(CONTACTS["name and number"])).rows
    assert [[part.whole for part in row[-2:]] for row in rows] == [["홍길동", "(044-000-1111)"], ["김나래", "(a@b.kr)"]]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        (["구분|2024년|2025년", "수출|(△3.5)|+2.2"], 1),
        (["(단위 : 억원)|2024|2025", "수출|1,234|-"], 1),
        (["구분|내용|비고", "수출|늘어남|좋음"], 1),
        (["가|나", "다|라"], 0),
        (["시간|내용", "14:00|인사"], 1),
    ],
)
def test_header_rows(rows: list[str], labels: int) -> None:
    assert grid(typed(table(*rows))).header_rows == labels


def test_bold_is_kept() -> None:
    text = RichText("○ 박사")
    raw = RawTable((tuple(cell(word) for word in ("이름", "경력")), (cell("홍길동"), cell(text.text))))
    assert grid(typed(raw)).rows[1][1].items[0].text == RichText("박사")


def test_an_office_that_looks_like_a_name() -> None:
    block = typed(table("담당 부서|교육과|책임자|과장|홍길동|044-000-1111"))
    assert grid(block).roles[1:] == (
        ColumnRole.DEPARTMENT, ColumnRole.OTHER, ColumnRole.POSITION, ColumnRole.NAME, ColumnRole.PHONE,
    )  # fmt: skip
