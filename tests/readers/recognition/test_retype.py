"""A block that the user says is of another kind."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Table
from gui.document.richtext import RichText
from gui.readers.markdown import MarkdownReader
from gui.readers.recognition.releaseline import KST
from gui.readers.recognition.retype import facts_of, retype

TEXT_KINDS = [kind for kind in BlockKind if not kind.is_table and kind is not BlockKind.PICTURE]


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, RichText(text))


def table(*rows: str) -> Block:
    cells = tuple(tuple(Cell((CellItem(RichText(text)),)) for text in row.split("|")) for row in rows)
    return Block(BlockKind.TABLE, table=Table(cells))


@pytest.mark.parametrize(
    ("text", "kind", "level", "shape"),
    [
        ("ㅇ 창업 공간", BlockKind.BULLET, 0, (2, "ㅇ ", "")),
        ("ㅇ 창업 공간", BlockKind.BULLET, 3, (3, "ㅇ ", "")),
        ("창업 공간", BlockKind.BULLET, 0, (1, "", "")),
        ("※ 창업 공간", BlockKind.FOOTNOTE, 0, (0, "※ ", "")),
        ("1) 창업 공간", BlockKind.FOOTNOTE, 0, (0, "1) ", "")),
        ("1. 창업 공간", BlockKind.HEADING, 0, (2, "1. ", "")),
        ("< 창업 공간 >", BlockKind.HEADING, 1, (1, "< ", " >")),
        ("창업 공간", BlockKind.HEADING, 0, (1, "", "")),
        ("< 창업 공간 >", BlockKind.CAPTION, 0, (0, "< ", " >")),
        ("- 창업 공간 -", BlockKind.SUBHEADLINE, 0, (0, "- ", " -")),
        ("- 창업 공간 -", BlockKind.HEADLINE, 0, (0, "", "")),
        ("제목 : 창업 공간", BlockKind.HEADLINE, 0, (0, "제목 : ", "")),
        ("• 창업 공간", BlockKind.SUMMARY, 0, (3, "• ", "")),
        ("〈 창업 공간 〉", BlockKind.SUMMARY, 0, (0, "〈 ", " 〉")),
        ("보도시점 : 5. 20. 12:00 /", BlockKind.EMBARGO, 0, (0, "보도시점 : ", " /")),
        ("배포 : 5. 20.", BlockKind.DISTRIBUTION, 0, (0, "배포 : ", "")),
    ],
)
def test_marks_and_level_are_those_of_the_new_kind(
    text: str, kind: BlockKind, level: int, shape: tuple[int, str, str]
) -> None:
    block = retype(paragraph(text), kind, level)
    assert (block.kind, block.level, block.lead, block.tail) == (kind, *shape)
    assert str(block.evidence) == "You chose this kind."


def test_the_end_mark_of_a_paragraph_is_its_tail() -> None:
    assert retype(Block(BlockKind.NOTE, RichText("문을 연다.  끝.")), BlockKind.PARAGRAPH).tail == "  끝."


def test_the_same_kind_stays_as_it_was() -> None:
    block = paragraph("창업 공간")
    assert retype(block, BlockKind.PARAGRAPH) is block


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip() == text), st.sampled_from(TEXT_KINDS), st.integers(0, 4))
def test_no_text_is_lost(text: str, kind: BlockKind, level: int) -> None:
    block = retype(Block(BlockKind.NOTE, RichText(text)), kind, level)
    assert block.text.text == text == block.lead + block.content.text + block.tail


@pytest.mark.parametrize("kind", [BlockKind.TABLE, BlockKind.PICTURE])
def test_a_text_is_no_table_and_no_picture(kind: BlockKind) -> None:
    with pytest.raises(ValueError, match="cannot become"):
        retype(paragraph("창업 공간"), kind)


def test_a_table_of_attendees() -> None:
    block = retype(table("구분|참가자|소속", "1|홍길동|가상부"), BlockKind.ATTENDEE_TABLE)
    assert block.table is not None
    assert block.table.header_rows == 1
    assert block.table.roles == (ColumnRole.OTHER, ColumnRole.NAME, ColumnRole.ORGANISATION)
    assert retype(block, BlockKind.TABLE).table == Table(block.table.rows, 1)


def test_a_table_without_names_takes_the_first_column_for_them() -> None:
    block = retype(table("번호|사람|무엇", "1|홍길동|가상부"), BlockKind.ATTENDEE_TABLE)
    assert block.table is not None
    assert block.table.roles == (ColumnRole.NUMBER, ColumnRole.NAME, ColumnRole.OTHER)


def test_a_table_of_contacts_keeps_its_cells() -> None:
    block = table("가상국|책임자|과장|홍길동|044-000-1111", "가상과|담당자|사무관|김나래|044-000-1112")
    contacts = retype(block, BlockKind.CONTACT_TABLE)
    assert block.table is not None
    assert contacts.table is not None
    assert contacts.table.rows == block.table.rows
    assert contacts.table.roles[-3:] == (ColumnRole.POSITION, ColumnRole.NAME, ColumnRole.PHONE)


def test_facts_follow_the_kinds() -> None:
    text = "# 가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n\n5월 21일(수) 12시부터\n"
    blocks = MarkdownReader().read("a.md", text.encode()).blocks
    assert facts_of(blocks) == (None, None)
    released = retype(paragraph("배포 : 2025. 5. 20.(화)"), BlockKind.DISTRIBUTION)
    embargo, distributed = facts_of([*blocks[:-1], released, retype(blocks[-1], BlockKind.EMBARGO)])
    assert distributed == date(2025, 5, 20)
    assert embargo is not None
    assert embargo.lifts_at == datetime(2025, 5, 21, 12, tzinfo=KST)
