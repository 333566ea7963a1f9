from datetime import UTC, date, datetime
from typing import cast

from gui.document.edit import Json
from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Project, Snapshot
from gui.document.release import Aside, Block, BlockKind, Cell, CellItem, ColumnRole, Embargo, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import Origin, OriginKind, Segment, State, Translation, Unit
from gui.workspace import drafting, reporting
from gui.workspace.inspecting import inspect
from gui.workspace.outline import outline
from gui.workspace.segmenting import project_from


def cell(*lines: str) -> Cell:
    return Cell(tuple(CellItem(RichText(line)) for line in lines))


TABLE = Table(
    ((cell("부서"), cell("전화")), (cell("총괄과"), cell("02-1"))), 1, (ColumnRole.DEPARTMENT, ColumnRole.PHONE)
)
PEOPLE = Table(
    ((cell("홍길동"), cell("원장"), cell("박사", "교수")),),
    0,
    (ColumnRole.NAME, ColumnRole.POSITION, ColumnRole.BACKGROUND),
)
RELEASE = Release(
    "markdown",
    "a.md",
    (
        Block(BlockKind.SLOGAN, RichText("바다로 여는 내일")),
        Block(BlockKind.EMBARGO, RichText("※엠바고 : 행사 뒤"), lead="※"),
        Block(BlockKind.HEADLINE, RichText("제목"), evidence=note("It is the first big line.")),
        Block(BlockKind.SUBHEADLINE, RichText("- 부제 -"), lead="- ", tail=" -"),
        Block(BlockKind.BULLET, RichText("□ 첫째"), level=1, lead="□ "),
        Block(BlockKind.NOTE, RichText("※ 참고"), lead="※ "),
        Block(BlockKind.PARAGRAPH, RichText("본문*\n※ 안에 있는 줄")),
        Block(BlockKind.FOOTNOTE, RichText("* 설명"), lead="* "),
        Block(BlockKind.ATTENDEE_TABLE, table=PEOPLE),
        Block(BlockKind.CONTACT_TABLE, table=TABLE),
    ),
    Embargo("행사 뒤", datetime(2026, 4, 28, 9, tzinfo=UTC)),
    date(2026, 4, 28),
    (note("A line {line} was joined.", line=3),),
    (Aside("- 1 -", note("A page number.")),),
)


def segments_of(snapshot: Snapshot) -> list[dict[str, Json]]:
    return cast("list[dict[str, Json]]", reporting.segments(snapshot)["segments"])


def test_inspect_tells_what_was_recognised() -> None:
    found = inspect(RELEASE)
    blocks, tables = found.pop("blocks"), found.pop("tables")
    assert found == {
        "format": "markdown",
        "headline": "제목",
        "subheadlines": ["부제"],
        "slogan": ["바다로 여는 내일"],
        "embargo": {"text": "행사 뒤", "lifts_at": "2026-04-28T09:00:00+00:00"},
        "distributed": "2026-04-28",
        "notes": ["※엠바고 : 행사 뒤", "※ 참고", "※ 안에 있는 줄"],
        "attendees": [{"name": "홍길동", "position": "원장", "background": ["박사", "교수"]}],
        "contacts": [{"department": "총괄과", "phone": "02-1"}],
        "set_aside": [{"text": "- 1 -", "reason": "A page number."}],
        "warnings": ["A line 3 was joined."],
    }
    assert isinstance(blocks, list)
    assert blocks[4] == {"kind": "bullet", "text": "□ 첫째", "level": 1}
    assert blocks[2] == {"kind": "headline", "text": "제목", "evidence": "It is the first big line."}
    assert blocks[7] == {"kind": "footnote", "text": "* 설명", "note_of": 6}
    assert isinstance(tables, list)
    assert [table["block"] for table in cast("list[dict[str, Json]]", tables)] == [8, 9]
    assert tables[1] == {
        "block": 9,
        "kind": "contact_table",
        "rows": 2,
        "columns": 2,
        "header_rows": 1,
        "cells": [
            {"row": row, "column": column, "row_span": 1, "column_span": 1, "text": text}
            for row, column, text in [(0, 0, "부서"), (0, 1, "전화"), (1, 0, "총괄과"), (1, 1, "02-1")]
        ],
    }


def test_the_tree_for_people() -> None:
    lines = list(outline(RELEASE))
    assert lines == [
        "a.md (markdown)",
        "Embargo lifts: 2026-04-28 09:00+00:00",
        "Distributed: 2026-04-28",
        "",
        "   0  slogan           바다로 여는 내일",
        "   1  embargo          ※엠바고 : 행사 뒤",
        "   2  headline         제목",
        "   3  subheadline      - 부제 -",
        "   4  bullet 1         □ 첫째",
        "   5  note             ※ 참고",
        "   6  paragraph        본문* / ※ 안에 있는 줄",
        "   7  footnote → 6     * 설명",
        "   8  attendee_table   1 rows × 3 columns",
        "                       | 홍길동 | 원장 | 박사 / 교수",
        "   9  contact_table    2 rows × 2 columns, 1 of them header",
        "                       | 부서 | 전화",
        "                       | 총괄과 | 02-1",
        "",
        "Set aside:",
        "  - 1 -  ← A page number.",
        "Note: A line 3 was joined.",
    ]
    explained = list(outline(RELEASE, evidence=True))
    assert [line for line in explained if line not in lines] == [f"{'':23}    ← It is the first big line."]


def test_the_tree_shows_depth_and_merges() -> None:
    merged = Table(((Cell((CellItem(RichText("합계")),), 2, 1),), (cell("가"), Cell((), 1, 1))))
    blocks = (Block(BlockKind.BULLET, RichText("- 셋째"), 3), Block(BlockKind.TABLE, table=merged))
    assert list(outline(Release("text", "a", blocks)))[2:] == [
        "   0  bullet 3             - 셋째",
        "   1  table            2 rows × 2 columns",
        "                       | 합계 [1×2]",
        "                       | 가 | ",
    ]


def test_inspect_of_a_bare_release_has_every_field() -> None:
    found = inspect(Release("text", "a", ()))
    assert (found["headline"], found["embargo"], found["distributed"]) == (None, None, None)


def test_segments_of_tables_tell_their_place_with_the_table_counted_from_1() -> None:
    listed = segments_of(project_from(RELEASE).snapshot())
    assert listed[2] == {
        "key": "b3.1",
        "block": "b3",
        "kind": "headline",
        "source": "제목",
        "target": "",
        "state": "initial",
        "origin": None,
        "marks": [],
    }
    assert listed[-1]["kind"] == "cell"
    assert listed[-1]["cell"] == {"table": 2, "row": 1, "column": 1, "item": 0}


def test_a_drafted_segment_tells_engine_match_and_open_marks() -> None:
    origin = Origin(OriginKind.MEMORY, "embedded", 101)
    draft = Translation("Hong Gildong left", State.DRAFT, origin, ("Hong Gildong", "gone"))
    unit = Unit("b1", Block(BlockKind.PARAGRAPH), (Segment("b1.1", RichText("홍길동"), draft),))
    listed = segments_of(Project(RELEASE, [unit]).snapshot())[0]
    assert listed["origin"] == {"engine": "embedded", "match": 101}
    assert listed["marks"] == ["Hong Gildong"]


def test_issues_are_counted_by_severity_and_named_as_the_file_names_them() -> None:
    unit = Unit("b1", Block(BlockKind.PARAGRAPH), (Segment("p1.1", RichText("하나"), Translation("one")),))
    found = [
        Issue("hangul", Severity.ERROR, "p1.1", note("Wrong."), target_span=(0, 3), suggestion="two"),
        Issue("release", Severity.INFO, None, note("Fine.")),
    ]
    report = reporting.issues(Snapshot(RELEASE, (unit,)), found, {"p1.1": 7})
    assert report["counts"] == {"error": 1, "warning": 0, "info": 1}
    assert report["issues"] == [
        {
            "check": "hangul",
            "severity": "error",
            "segment": 7,
            "source": "하나",
            "target": "one",
            "message": "Wrong.",
            "source_span": None,
            "target_span": [0, 3],
            "suggestion": "two",
        },
        {
            "check": "release",
            "severity": "info",
            "segment": None,
            "source": None,
            "target": None,
            "message": "Fine.",
            "source_span": None,
            "target_span": None,
            "suggestion": None,
        },
    ]


def test_engines_tell_whether_they_are_ready() -> None:
    listed = reporting.engines(drafting.known_engines())["engines"]
    assert isinstance(listed, list)
    assert listed[0] == {
        "name": "embedded",
        "label": "On this computer",
        "online": False,
        "host": "",
        "ready": True,
        "reason": None,
    }
