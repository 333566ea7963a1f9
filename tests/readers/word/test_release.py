"""A release in Word has the structure of the same release in Markdown."""

from datetime import date, datetime

import pytest

from gui.document.release import BlockKind, ColumnRole, Release
from gui.document.richtext import Style
from gui.readers.docx import DocxReader
from gui.readers.recognition.releaseline import KST
from tests.readers.word import release as docx_release

KINDS = [
    "masthead", "embargo", "distribution", "headline", "subheadline", "subheadline", "summary", "summary", "summary",
    "bullet", "bullet", "footnote", "bullet", "caption", "table", "note", "heading", "bullet", "attachment",
    "contact_table", "annex_heading", "annex_heading", "attendee_table", "annex_heading", "annex_heading",
    "attendee_table",
]  # fmt: skip


def read(data: bytes) -> Release:
    return DocxReader().read("보도자료.docx", data)


@pytest.fixture(scope="module")
def release() -> Release:
    return read(docx_release.release())


def test_kinds(release: Release) -> None:
    assert [block.kind.value for block in release.blocks] == KINDS
    assert release.warnings == ()


def test_annex_titles_need_no_table(release: Release) -> None:
    unboxed = read(docx_release.release(boxed_title=False))
    assert [block.kind.value for block in unboxed.blocks] == KINDS


def test_front(release: Release) -> None:
    assert release.headline == "2031년 1분기 가상지수, 전년보다 3.5% 올라"
    assert [block.content.text for block in release.of_kind(BlockKind.SUBHEADLINE)] == [
        "3개 분기 연속 상승, 서비스가 이끌어",
        "물가를 뺀 지수는 0.4% 내려",
    ]
    assert release.distributed == date(2031, 5, 20)
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2031, 5, 20, 12, 0, tzinfo=KST)


def test_levels_and_marks(release: Release) -> None:
    bullets = release.of_kind(BlockKind.BULLET)
    assert [block.level for block in bullets] == [1, 2, 3, 1]
    (bold,) = [mark for mark in bullets[0].text.marks if mark.style is Style.BOLD]
    assert bullets[0].text.text[bold.start : bold.end] == "발표했다"


def test_statistics_keep_their_merges(release: Release) -> None:
    (block,) = release.of_kind(BlockKind.TABLE)
    assert block.table is not None
    spans = {
        (row, column): (cell.row_span, cell.column_span)
        for row, column, cell in block.table.positions()
        if cell.row_span * cell.column_span > 1
    }
    assert spans == {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    assert (len(block.table.rows), block.table.width) == (4, 4)


def test_people(release: Release) -> None:
    first, second = release.of_kind(BlockKind.ATTENDEE_TABLE)
    assert first.table is not None
    assert second.table is not None
    assert first.table.roles == (ColumnRole.NAME, ColumnRole.POSITION, ColumnRole.BACKGROUND)
    assert [(person.name, person.position) for person in release.attendees] == [
        ("박나래", "가상대학교 교수"),
        ("최다온", "나래기업 대표"),
        ("박나래", "가상대학교 교수"),
        ("최다온", "나래연구소 소장"),
    ]
    assert [len(person.background) for person in release.attendees] == [3, 2, 0, 0]


def test_contacts(release: Release) -> None:
    (block,) = release.of_kind(BlockKind.CONTACT_TABLE)
    assert block.table is not None
    assert block.table.roles[-1] is ColumnRole.PHONE
