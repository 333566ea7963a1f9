"""Releases of other shapes: each ministry has its own habits."""

from collections import Counter
from datetime import date, datetime

import pytest

from gui.document.release import BlockKind, Cell, CellItem, ColumnRole, Release
from gui.document.richtext import RichText
from gui.readers.markdown import MarkdownReader
from gui.readers.raw import RawTable
from gui.readers.recognition.releaseline import KST
from gui.readers.recognition.tables import typed
from gui.readers.text import TextReader

MINISTRY = """\
| 보도시점 | 2025. 5. 20.(화) 12:00<br>< 5.21.(수) 조간 > | 배포 | 2025. 5. 20.(화) |
|---|---|---|---|

# 2025년 1분기 가상지수, 전년보다 3.5% 올라

- 3개 분기 연속 상승, 서비스가 이끌어 -

- 물가를 뺀 지수는 0.4% 내려 -

□ 가상통계처(처장 홍길동)는 5월 20일 「2025년 1분기 가상지수」를 발표했다.

 ㅇ 지수*는 전년 동기보다 3.5% 오른 112.4로 집계됐다.

  * 2020년을 100으로 하여 산출

   - 서비스업 : 4.2% 상승

< 분기별 가상지수(2020=100) >

| 구분 | '24.4/4 | '25.1/4 |
|---|---|---|
| 전체 | 108.6 | 112.4 |

(단위 : 2020=100)

[ 향후 계획 ]

□ 다음 발표는 8월 20일이다.

붙임  1. 분기별 지수 1부.
      2. 관련 사진 2매.  끝.

| 담당 부서 | 가상통계처 | 책임자 | 과장 | 홍길동 | (044-000-1111) |
|---|---|---|---|---|---|
| | 지수과 | 담당자 | 사무관 | 김가상 | (044-000-1112) |

참고 1 | 자문위원 명단

| 연번 | 이름 | 소속 | 직위 |
|---|---|---|---|
| 1 | 박나래 | 가상대학교 | 교수 |
| 2 | 최다온 | 나래연구소 | 소장 |
"""

REBUTTAL = """\
보도설명자료
보도일시 : 배포 즉시 보도
배포일시 : 2024. 8. 13.(화)

가상 택시 요금, 아직 결정된 바 없음

‹ 보도 내용 (가상신문, 8.13) ›
◈ 내년부터 요금이 오를 것이라고 보도
‹ 설명 내용 ›
□ 요금 조정은 아직 결정된 바 없으며, 관계 기관과 협의하고 있습니다.
참고로 지난해 요금은 그대로였습니다.
"""


def markdown(text: str) -> Release:
    return MarkdownReader().read("a.md", text.encode())


def plain(text: str) -> Release:
    return TextReader().read("a.txt", text.encode())


def kinds(release: Release) -> list[str]:
    return [block.kind.value for block in release.blocks]


def test_ministry() -> None:
    release = markdown(MINISTRY)
    assert kinds(release) == [
        "embargo", "distribution", "headline", "subheadline", "subheadline", "bullet", "bullet", "footnote", "bullet",
        "caption", "table", "caption", "heading", "bullet", "attachment", "attachment", "contact_table",
        "annex_heading", "attendee_table",
    ]  # fmt: skip
    assert [block.level for block in release.of_kind(BlockKind.BULLET)] == [1, 2, 3, 1]
    assert release.distributed == date(2025, 5, 20)
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2025, 5, 20, 12, 0, tzinfo=KST)
    assert [(a.name, a.position) for a in release.attendees] == [
        ("박나래", "가상대학교 교수"),
        ("최다온", "나래연구소 소장"),
    ]
    assert release.warnings == ()


def test_contact_roles() -> None:
    (block,) = markdown(MINISTRY).of_kind(BlockKind.CONTACT_TABLE)
    assert block.table is not None
    assert block.table.roles == (
        ColumnRole.OTHER,
        ColumnRole.DEPARTMENT,
        ColumnRole.OTHER,
        ColumnRole.POSITION,
        ColumnRole.NAME,
        ColumnRole.PHONE,
    )


def test_rebuttal() -> None:
    release = plain(REBUTTAL)
    assert kinds(release) == [
        "masthead", "embargo", "distribution", "headline", "heading", "bullet", "heading", "bullet", "paragraph",
    ]  # fmt: skip
    assert release.embargo is None
    assert release.distributed == date(2024, 8, 13)


@pytest.mark.parametrize(
    ("line", "lifts_at"),
    [
        ("보도시점 : 2025. 5. 20.(화) 12:00 / 배포 : 2025. 5. 20.(화)", datetime(2025, 5, 20, 12, 0, tzinfo=KST)),
        ("보도시점 2025. 5. 21.(수) 조간 배포 2025. 5. 20.(화)", datetime(2025, 5, 21, 6, 0, tzinfo=KST)),
        ("보도시점 : 5.21.(수) 석간 / 배포 : 2025. 5. 20.(화)", datetime(2025, 5, 21, 12, 0, tzinfo=KST)),
        (
            "보도일시 : 2025년 5월 20일(화) 오후 2시 30분 / 배포 : 2025. 5. 20.",
            datetime(2025, 5, 20, 14, 30, tzinfo=KST),
        ),
        ("※ 엠바고: 본회의 통과시(별도통보) 배포 : 2025. 5. 20.(화)", None),
        ("보도시점 : (인터넷) 추후 안내 / 배포 : 2025. 5. 20.(화)", None),
        ("엠바고 : 행사 종료 즉시 보도 가능 / 배포 : 2025. 5. 20.(화)", None),
        ("보도시점 : 2025. 5. 20.(화) 24:00 / 배포 : 2025. 5. 20.(화)", datetime(2025, 5, 21, 0, 0, tzinfo=KST)),
        ("엠바고 : 2025. 5. 20.(화) 국무회의 종료 후(10:00 예정) / 배포 : 2025. 5. 20.", None),
    ],
)
def test_embargo(line: str, lifts_at: datetime | None) -> None:
    release = plain(f"보도자료\n{line}\n\n가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n")
    assert kinds(release) == ["masthead", "embargo", "distribution", "headline", "bullet"]
    assert release.embargo is not None
    assert release.embargo.lifts_at == lifts_at
    assert release.distributed == date(2025, 5, 20)
    assert "".join(b.text.text for b in release.blocks[1:3]).replace(" ", "") == line.replace(" ", "")


def test_web_and_paper_times_in_two_lines() -> None:
    release = plain(
        "보도시점 : (온라인) 2025. 5. 20.(화) 12:00\n(지  면) 2025. 5. 21.(수) 조간\n배포 : 2025. 5. 20.(화)\n\n"
        "가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n"
    )
    assert kinds(release)[:4] == ["embargo", "embargo", "distribution", "headline"]
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2025, 5, 20, 12, 0, tzinfo=KST)


def test_release_line_after_the_headline() -> None:
    release = plain(
        "보도자료\n\n가상부, 새로운 제도를 내년에 시작\n\n- 세 곳에서 먼저 -\n\n"
        "보도시점 : 배포 즉시 배포 : 2025. 5. 20.(화)\n\n□ 본문이다."
    )
    assert kinds(release) == ["masthead", "headline", "subheadline", "embargo", "distribution", "bullet"]
    assert release.embargo is None


def test_wrong_weekday_is_a_warning() -> None:
    release = plain("보도자료\n배포 : 2023년 4월 28일(목)\n\n가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.")
    assert [str(warning) for warning in release.warnings] == [
        "The release writes 2023-04-28 as (목), but the calendar says (금): check the date."
    ]


@pytest.mark.parametrize("end", ["<끝>", "끝.", "‹끝›", "‹끝>", "< 끝 >", "- 끝 -", "[끝]"])
def test_end_marks(end: str) -> None:
    assert kinds(plain(f"□ 본문이다.\n\n{end}\n")) == ["bullet", "end_mark"]


@pytest.mark.parametrize("line", ["붙임  관련 사진 2매(별첨).  끝.", "붙 임 : 행사 개요 1부", "※ 붙임 : 사진 3장. 끝."])
def test_attachment_lines(line: str) -> None:
    release = plain(f"□ 본문이다.\n\n{line}\n")
    assert kinds(release) == ["bullet", "attachment"]
    assert release.blocks[1].text.text == line


@pytest.mark.parametrize("marker", ["참고", "참고 1", "붙임", "붙임 2", "별첨", "[참고]", "<붙임 1>", "붙 임"])
def test_annex_markers_take_a_title(marker: str) -> None:
    assert kinds(plain(f"□ 본문이다.\n\n<끝>\n\n{marker}\n\n행사 개요\n\n□ 일시와 장소")) == [
        "bullet", "end_mark", "annex_heading", "annex_heading", "bullet",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("가상부는 오늘 여러 기관과 협력하여 등 총 4", "건의 협약을 맺었다.", "등 총 4건의 협약을"),
        ("가상부는 오늘 지역의 여러 기관과 함께 새로운 창업 공간", "을 마련했다고 밝혔다.", "창업 공간을 마련했다고"),
        ("가상부는 오늘 지역의 여러 기관과 함께 새로운 창업 공간의", "임대료를 낮추겠다고 밝혔다.", "공간의 임대료를"),
        ("가상부는 오늘 지역의 여러 기관과 새로운 방안을 논의", "했습니다. 다음 달에 발표한다.", "논의했습니다. 다음"),
        ("가상부는 오늘 지역의 여러 기관과 함께 창업 공간, 자금,", "교육을 돕겠다고 밝혔다.", "자금, 교육을"),
    ],
)
def test_torn_paragraphs_are_joined(before: str, after: str, whole: str) -> None:
    release = markdown(f"# 가상부, 새로운 제도를 내년에 시작\n\n{before}\n\n{after}\n")
    assert kinds(release) == ["headline", "paragraph"]
    assert whole in release.blocks[1].text.text
    assert len(release.warnings) == 1


@pytest.mark.parametrize("after", ["## 건의 사항", "ㅇ 건의 사항", "※ 건의", "[ 건의 ]", "<끝>", "1. 건의", "참고"])
def test_marked_lines_are_never_swallowed(after: str) -> None:
    release = markdown(
        f"# 가상부, 새로운 제도를 내년에 시작\n\n가상부는 오늘 여러 기관과 협력하여 등 총 4\n\n{after}\n"
    )
    assert len(release.blocks) == 3
    assert release.warnings == ()


def test_kinds_count_for_a_text_without_any_structure() -> None:
    release = plain("그냥 적어 둔 글입니다.\n\n둘째 문단입니다.")
    assert Counter(kinds(release)) == {"paragraph": 2}
    assert [str(warning) for warning in release.warnings] == ["No headline was recognised."]


def test_a_whole_sentence_as_headline() -> None:
    release = plain(
        "보도설명자료\n배포 : 2024. 5. 20.(월)\n\n"
        "가상 택시의 사용 기한을 두 해 늘릴 수 있습니다.\n\n< 보도 내용 >\n\nㅇ 기한이 짧다"
    )
    assert kinds(release) == ["masthead", "distribution", "headline", "heading", "bullet"]


def test_boxes_around_lines() -> None:
    box = "<table><tr><td>〈 달라지는 모습 〉</td></tr>"
    box += "<tr><td>• 공간이 늘어납니다.<br>• 임대료가 내립니다.</td></tr></table>"
    title = "<table><tr><td>참고 1</td><td></td><td>행사 개요</td></tr></table><table><tr><td> </td></tr></table>"
    number = "<table><tr><td>Ⅰ</td><td></td><td>추진 배경</td></tr></table>"
    release = markdown(
        f"# 가상부, 새로운 제도를 내년에 시작\n\n{box}\n\n□ 본문이다.\n\n{number}\n\n글이다.\n\n{title}\n"
    )
    assert kinds(release) == [
        "headline", "summary", "summary", "summary", "bullet", "heading", "paragraph", "annex_heading", "annex_heading",
    ]  # fmt: skip


def test_headline_before_the_release_line_and_a_torn_first_paragraph() -> None:
    release = markdown(
        "보도자료\n\n가상지수는 112.4로 전년 동기보다 3.5% 상승\n\n"
        "보도시점 2024. 6. 21.(금) 11:00 배포 2024. 6. 21.(금) 09:00\n\n"
        "2024년 1분기 가상지수는 전체 기준으로 지난해 같은 기간의 108.6보다 높은 112.4로\n\n"
        "집계되어 두 분기 연속 상승하였다.\n"
    )
    assert kinds(release) == ["masthead", "headline", "embargo", "distribution", "paragraph"]


def test_tabs_after_bullets_are_no_table() -> None:
    assert kinds(plain("□\t첫째를 말한다.\nㅇ\t둘째를 말한다.\n")) == ["bullet", "bullet"]


def test_masthead_in_a_table() -> None:
    head = "| 가상부 | 보도자료 | 함께 여는 내일 |\n|---|---|---|\n"
    head += "| 보도시점 | 배포 즉시 | |\n| 배포 | 2025. 5. 20.(화) | |\n"
    release = markdown(f"{head}\n가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n")
    assert kinds(release) == ["masthead", "masthead", "slogan", "embargo", "distribution", "headline", "bullet"]


def test_a_table_with_an_office_in_it_stays_a_table() -> None:
    table = "| 구분 | 담당 | 예산 |\n|---|---|---|\n| 창업 공간 | 교육부 | 12억 |\n"
    release = markdown(f"# 가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n\n{table}")
    assert kinds(release) == ["headline", "bullet", "table"]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ([["구분", "'24년", "'25년"], ["수출", "7.5", "9.3"], ["합계", "40.4", "△3.8"]], 1),
        ([["구분", "2024", "2025"], ["수출", "1,234", "12%"]], 1),
        ([["구분", "금액", ""], ["", "계획", "실적"], ["수출", "7", "9"]], 2),
        ([["가", "나"], ["다", "라"]], 0),
        ([["1", "2"], ["3", "4"]], 0),
    ],
)
def test_rows_above_the_figures_of_a_table_are_its_header(rows: list[list[str]], labels: int) -> None:
    cells = tuple(tuple(Cell((CellItem(RichText(text)),)) for text in row) for row in rows)
    block = typed(RawTable(cells))
    assert block.kind is BlockKind.TABLE
    assert block.table is not None
    assert block.table.header_rows == labels


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("■ 본문", 1), ("▣ 본문", 1), ("\uf06e 본문", 1), ("◉ 본문", 2), ("О 본문", 2), ("Ο 본문", 2), ("ᄋ 본문", 2),
        ("ㅡ 본문", 3), ("‐ 본문", 3), ("\U000f02b1 본문", 3), ("⇒ 본문", 4), ("☞ 본문", 4),
    ],
)  # fmt: skip
def test_marks_of_bullets(text: str, level: int) -> None:
    (block,) = plain(text).blocks
    assert (block.kind, block.level, block.content.text) == (BlockKind.BULLET, level, "본문")
    assert text[0] in str(block.evidence)


@pytest.mark.parametrize(
    "text", ["△3.5% 줄었다", "「창업 지원법」", "｢창업 지원법｣ 시행", "美 대통령 방한", "7월p 잠정치"]
)
def test_marks_that_are_none(text: str) -> None:
    assert kinds(plain(text)) == ["paragraph"]


def test_an_attachment_list_without_copies() -> None:
    release = plain("□ 본문이다.\n\n붙임  1. 사진 2장.\n      2. 창업 공간 목록 1부.  끝.\n")
    assert kinds(release) == ["bullet", "attachment", "attachment"]
    assert kinds(plain("□ 본문이다.\n\n붙임 자료를 확인하시기 바랍니다.\n")) == ["bullet", "paragraph"]


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        ("보도시점 : 5. 21.(수) 조간", 1),
        ("보도시점 : 행사 종료 후(10:00 예정)", 0),
        ("보도시점 : 2025. 5. 21.(수) 조간", 0),
    ],
)
def test_an_embargo_without_a_year_is_a_warning(line: str, doubts: int) -> None:
    release = plain(f"보도자료\n{line}\n\n가상부, 새로운 제도를 내년에 시작\n\n□ 본문이다.\n")
    assert len([warning for warning in release.warnings if "embargo" in str(warning)]) == doubts
