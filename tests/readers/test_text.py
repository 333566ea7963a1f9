"""Plain text and what OCR makes of a PDF."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import BlockKind, Release
from gui.readers.text import TextReader

OCR = """\
보 도 자 료
보도시점 : 2025. 5. 20.(화) 12:00 < 5.21.(수) 조간 > / 배포 : 2025. 5. 20.(화)

가상시, 청년 창업가 300명과 함께하는
혁신 나눔 한마당 개최
- 창업 공간 열두 곳을 새로 열고, 3년 동안 총
120억 원을 지원하기로 -

□ 가상시(시장 홍길동)는 5월 20일 시청 대강당에서 청년 창업가
300명이 참석한 가운데 혁신 나눔 한마당을 열고, 앞으로 3년 동안
창업 공간을 열두 곳으로 늘리겠다고 밝혔다.
 ㅇ 이번 행사는 창업 초기의 어려움을 듣고 지원 제도를 고치기 위해
마련됐으며, 참석자들은 모두
- 1 -
\f
15건의 건의를 내놓았다.
   - 창업 공간의 임대료를 낮추는 방안
     - 첫 해에는 받지 않는 방안
     * 시가 가진 건물에 한함
※ 지난해에는 창업 공간 네 곳에 42개 팀이 입주
<끝>
- 2 -
"""


def visible(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def whole(release: Release) -> str:
    """Everything a release has, in its blocks and set aside."""
    return "".join([*(block.whole for block in release.blocks), *(aside.text for aside in release.set_aside)])


def read(text: str) -> Release:
    return TextReader().read("a.txt", text.encode())


def kinds(release: Release) -> list[tuple[str, int]]:
    return [(block.kind.value, block.level) for block in release.blocks]


def test_ocr_text() -> None:
    release = read(OCR)
    assert kinds(release) == [
        ("masthead", 0),
        ("embargo", 0),
        ("distribution", 0),
        ("headline", 0),
        ("subheadline", 0),
        ("bullet", 1),
        ("bullet", 2),
        ("bullet", 3),
        ("bullet", 4),
        ("footnote", 0),
        ("note", 0),
        ("end_mark", 0),
    ]
    assert release.headline == "가상시, 청년 창업가 300명과 함께하는 혁신 나눔 한마당 개최"
    (subheadline,) = release.of_kind(BlockKind.SUBHEADLINE)
    assert subheadline.content.text == "창업 공간 열두 곳을 새로 열고, 3년 동안 총 120억 원을 지원하기로"
    assert visible(whole(release)) == visible(OCR)


def test_bullet_goes_on_over_a_page_break() -> None:
    release = read(OCR)
    torn = release.of_kind(BlockKind.BULLET)[1]
    assert torn.text.text.endswith("참석자들은 모두 15건의 건의를 내놓았다.")
    assert any("joined again" in str(warning) for warning in release.warnings)


def test_page_numbers_are_set_aside() -> None:
    assert [(aside.text, str(aside.reason)) for aside in read(OCR).set_aside] == [
        ("- 1 -", "It is a page number."),
        ("- 2 -", "It is a page number."),
    ]


def test_unwrapped_lines_stay_apart() -> None:
    lines = [
        "보도자료",
        "배포 즉시 보도",
        "가상부, 물 절약 운동을 시작",
        "가상부는 오늘 물 절약 운동을 시작했다고 밝혔다." * 3,
    ]
    assert kinds(read("\n".join(lines))) == [("masthead", 0), ("embargo", 0), ("headline", 0), ("paragraph", 0)]


def test_headings_and_bullets_are_never_swallowed() -> None:
    parts = [
        "□ 정부는 다음과 같은 대책을 위해",
        "1. 추진 배경",
        "이는 지난해 시작한 사업의 하나로서",
        "ㅇ 세부 과제",
        "※ 참고 사항",
    ]
    assert [kind for kind, _ in kinds(read("\n\n".join(parts)))] == ["bullet", "heading", "paragraph", "bullet", "note"]


def test_attendee_table_with_items_on_their_own_lines() -> None:
    text = (
        "참고\n참석자 명단\n연번\t성명\t소속 및 직위\t주요 경력\n"
        "1\t홍길동\t가상대학교 교수\t○ 공학 박사\n○ 학회장\n2\t김가상\t나래 대표\t○ 창업자\n"
    )
    release = read(text)
    assert [(a.name, a.position, a.background) for a in release.attendees] == [
        ("홍길동", "가상대학교 교수", ("공학 박사", "학회장")),
        ("김가상", "나래 대표", ("창업자",)),
    ]
    assert [kind for kind, _ in kinds(release)] == ["annex_heading", "annex_heading", "attendee_table"]


_SHAPES = """\
□ 가나|- 다라 -|※ 주의|* 별표|가\t나\t다|1\t2||　|- 1 -|참고|붙임 1부. 끝.|<끝>|건의 계획|총 4|배포 : 2023. 4. 28.(목)
1. 제목|보도자료|\f|(지  면) 5.21.(수) 조간|보도시점\t2025. 5. 20.(화) 12:00\t배포\t2025. 5. 20.(화)|을 한다
※엠바고 : 별도 공지 배포 : 2023. 4. 28.|참고 1\t제목\t|이름\t현직|담당 부서\t과\t044-111-2222
○ 가 ○ 나|이것은 문장입니다.|[제목]"""


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"])),
        st.lists(st.sampled_from(re.split(r"[|\n]", _SHAPES))).map("\n".join),
    )
)
def test_all_visible_characters_come_out(text: str) -> None:
    if text.strip():
        release = read(text)
        assert visible(whole(release)) == visible(text.replace("\ufeff", ""))
        for block in release.blocks:
            assert block.evidence
            assert block.table or block.text.text == block.lead + block.content.text + block.tail
