from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.release import BlockKind
from gui.engines.fixed_forms import END_MARK, fixed_form, table_cell

DAY = date(2025, 5, 20)
EVENT = "EMBARGO: Not for release until the event ends"


def english(kind: BlockKind, text: str, on: date | None = DAY) -> str | None:
    found = fixed_form(kind, text, on)
    return found.text if found else None


@pytest.mark.parametrize(
    ("korean", "text"),
    [
        ("행사 종료 이후 보도 가능", EVENT),
        ("행사 종료 후 보도 가능(별도 공지)", f"{EVENT} (separate notice to follow)"),
        ("행사 종료 이후(대변인실 별도 공지)", f"{EVENT} (to be announced separately by the Spokesperson's Office)"),
        ("※엠바고 : 회의 종료 시까지", "EMBARGO: Not for release until the meeting ends"),
        (
            "국무회의 의결 후(별도 통보)",
            "EMBARGO: Not for release until approval by the Cabinet meeting (separate notice to follow)",
        ),
        ("정상회담 시작 이후", "EMBARGO: Not for release until the summit begins"),
        ("배포 즉시", "For immediate release"),
        ("즉시 보도 가능", "For immediate release"),
        ("2025. 5. 20.(화) 12:00", "EMBARGO: Not for release until noon (KST), Tuesday, May 20, 2025"),
        ("5월 21일(수) 오전 9시 이후 보도", "EMBARGO: Not for release until 9 a.m. (KST), Wednesday, May 21, 2025"),
        ("5.21.(수) 조간", "EMBARGO: For release in the morning editions of Wednesday, May 21, 2025"),
        ("5.20.(화) 석간", "EMBARGO: For release in the evening editions of Tuesday, May 20, 2025"),
        (
            "(온라인) 2025. 5. 20.(화) 12:00, (지  면) 5.21.(수) 조간",
            "EMBARGO: Online: not for release until noon (KST), Tuesday, May 20, 2025; "
            "Print: for release in the morning editions of Wednesday, May 21, 2025",
        ),
        (
            "2025. 5. 20.(화) 12:00 < 5.21.(수) 조간 >",
            "EMBARGO: Not for release until noon (KST), Tuesday, May 20, 2025; "
            "For release in the morning editions of Wednesday, May 21, 2025",
        ),
    ],
)
def test_embargo_lines(korean: str, text: str) -> None:
    assert english(BlockKind.EMBARGO, korean) == text


@pytest.mark.parametrize("korean", ["행사 종료 이후 또는 장관이 정하는 때", "추후 안내", "두 행사(서울, 부산) 종료 후"])
def test_a_condition_that_is_not_known_is_left_to_a_person(korean: str) -> None:
    assert english(BlockKind.EMBARGO, korean) is None


def test_an_office_put_together_is_marked() -> None:
    found = fixed_form(BlockKind.EMBARGO, "행사 종료 이후 보도 가능(국제협력비서관실 별도 공지)", DAY)
    assert found
    assert found.marks == ("Office of the Secretary to the President for International Cooperation",)
    assert found.marks[0] in found.text


@pytest.mark.parametrize(
    ("korean", "text", "marked"),
    [
        ("2023년 4월 28일(금)", "Distribution: Friday, April 28, 2023", False),
        ("2025. 5. 20.(화) 09:00", "Distribution: 9 a.m., Tuesday, May 20, 2025", False),
        ("2025. 5. 20.", "Distribution: May 20, 2025", False),
        ("2025. 5. 20.(수)", "Distribution: May 20, 2025", True),  # a Tuesday
    ],
)
def test_distribution_lines(korean: str, text: str, marked: bool) -> None:
    found = fixed_form(BlockKind.DISTRIBUTION, korean, DAY)
    assert found
    assert found.text == text
    assert bool(found.marks) is marked


@pytest.mark.parametrize(
    ("kind", "korean", "text"),
    [
        (BlockKind.END_MARK, "<끝>", END_MARK),
        (BlockKind.END_MARK, "끝.", END_MARK),
        (BlockKind.ANNEX_HEADING, "참고", "Reference"),
        (BlockKind.ANNEX_HEADING, "붙임 1", "Attachment 1"),
        (BlockKind.ANNEX_HEADING, "별첨2", "Appendix 2"),
        (BlockKind.ANNEX_HEADING, "붙임 1. 행사 개요", "Attachment 1: Event Overview"),
        (BlockKind.ANNEX_HEADING, "한미 클러스터 라운드 테이블 참석자", "Korea-U.S. Cluster Roundtable Attendees"),
        (BlockKind.HEADING, "향후 계획", "Future Plans"),
        (BlockKind.MASTHEAD, "보 도 자 료", "Press Release"),
        (BlockKind.CAPTION, "(단위 : 억원)", "(Unit: KRW 100 million)"),
        (BlockKind.CAPTION, "주요 통계(단위 : 억 달러, %)", "Key Statistics (Unit: USD 100 million, %)"),
        (
            BlockKind.ATTACHMENT,
            "붙임  관련 사진 2매(별첨).  끝.",
            "Attachment: Related Photos (2, attached separately)",
        ),
        (
            BlockKind.ATTACHMENT,
            "붙임 : 1. 행사 개요 1부.  2. 참석자 명단 2부.  끝.",
            "Attachments: 1. Event Overview (1 copy); 2. List of Attendees (2 copies)",
        ),
        (BlockKind.PARAGRAPH, "정부는 오늘 밝혔다.", None),
        (BlockKind.CAPTION, "알 수 없는 표(단위 : 억원)", None),
        (BlockKind.ATTACHMENT, "붙임 1. 알 수 없는 문서 1부. 2. 행사 개요 1부.", None),
    ],
)
def test_headings_captions_attachments(kind: BlockKind, korean: str, text: str | None) -> None:
    assert english(kind, korean) == text


@pytest.mark.parametrize(
    ("korean", "text"),
    [
        ("이름", "Name"),
        ("주요 학·경력", "Education and Career"),
        ("합  계", "Total"),
        ("해양수산부", "Ministry of Oceans and Fisheries"),
        ("02-1234-5678", "+82-2-1234-5678"),
        ("(044-000-0101)", "+82-44-000-0101"),
        ("010-0000-1234", "+82-10-0000-1234"),
        ("'23년", "2023"),
        ("'25년p", "2025p"),
        ("2024년 상반기", "First Half of 2024"),
        ("'25.1/4분기", "Q1 2025"),
        ("△3.8", "-3.8"),
        ("1,234", "1,234"),
        ("someone@example.org", "someone@example.org"),
        ("2025. 5. 20.(화) 14:00", "2 p.m., Tuesday, May 20, 2025"),
        ("알 수 없는 말", None),
    ],
)
def test_cells_with_a_fixed_form(korean: str, text: str | None) -> None:
    found = table_cell(korean, DAY)
    assert (found.text if found else None) == text


@given(st.sampled_from(BlockKind), st.text(max_size=30))
def test_any_text_has_a_form_or_has_none(kind: BlockKind, text: str) -> None:
    fixed_form(kind, text, DAY)
    table_cell(text, None)
