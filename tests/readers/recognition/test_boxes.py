"""Tables that only draw a frame or place pictures, and page furniture."""

import pytest

from gui.document.errors import note
from gui.document.release import BlockKind
from gui.readers.raw import Gap, RawAside, RawLine, RawTable, Role
from tests.readers.raws import BODY, BODY_KINDS, PICTURE, cell, kinds, line, read, table, wording

HEADLINE = line("가상부, 창업 공간 열두 곳 연다", 24, centred=True)


@pytest.mark.parametrize(
    ("row", "level", "lead"),
    [("Ⅰ|추진 배경", 1, "Ⅰ "), ("1||추진 배경", 2, "1 "), ("2|| 추진 배경", 2, "2 "), ("가|추진 배경", 2, "가 ")],
)
def test_framed_headings(row: str, level: int, lead: str) -> None:
    (heading,) = read(HEADLINE, *BODY, table(row), *BODY).of_kind(BlockKind.HEADING)
    assert (heading.level, heading.lead, heading.content.text) == (level, lead, "추진 배경")


@pytest.mark.parametrize(
    "row", ["참고|회의 개요", "참 고||회의 개요", "붙임 1||회의 개요", "별첨|회의 개요", "참고2| 회의 개요"]
)
def test_framed_titles_of_annexes(row: str) -> None:
    release = read(HEADLINE, *BODY, table(row), line("□ 일시 : 5. 20.(화) 14:00"))
    assert kinds(release) == ["headline", *BODY_KINDS, "annex_heading", "annex_heading", "bullet"]


def test_a_number_beside_a_number_is_a_table() -> None:
    assert kinds(read(HEADLINE, *BODY, table("1|12.5%")))[-1] == "table"


def test_a_table_that_places_pictures_has_captions() -> None:
    photos = table("|", "개막식|▲ 꽃길", "|", "손님들|")
    assert kinds(read(HEADLINE, *BODY, photos, PICTURE, PICTURE)) == [
        "headline", *BODY_KINDS, "caption", "caption", "caption", "picture", "picture",
    ]  # fmt: skip


def test_captions_are_known_by_their_place() -> None:
    release = read(
        HEADLINE,
        *BODY,
        line("연도별 공간 수", 12, centred=True),
        line("(단위 : 곳)", 10),
        table("구분|2024년|2025년", "공간|4|12"),
        line("부처별 공간 수", 11),
        table("구분|2024년|2025년", "공간|4|12"),
        PICTURE,
        line("▲ 홍길동 장관이 창업 공간에서 이야기하고 있다.", 11),
        line("열두 곳의 이름", 14, role=Role.CAPTION),
        line("「창업 지원법」"),
    )
    assert kinds(release)[3:] == [
        "caption", "caption", "table", "caption", "table", "picture", "caption", "caption", "paragraph",
    ]  # fmt: skip
    assert all(block.evidence for block in release.blocks)


def test_large_lines_of_the_body_are_headings() -> None:
    release = read(HEADLINE, *BODY, line("앞으로 할 일", 18), *BODY, line("가상부장관", 24))
    assert kinds(release) == ["headline", *BODY_KINDS, "heading", *BODY_KINDS, "paragraph"]


def test_foot_notes_of_the_file() -> None:
    release = read(HEADLINE, *BODY, line("1) 2020년을 100으로 하여 산출", 9, role=Role.FOOTNOTE))
    assert (release.blocks[-1].kind, release.blocks[-1].lead) == (BlockKind.FOOTNOTE, "1) ")


def test_furniture_is_set_aside() -> None:
    reason = note("It is a header.")
    release = read(
        RawAside("가상부", reason),
        HEADLINE,
        *BODY,
        line("- 3 -", 10),
        line("보이지 않음", 1),
        line("`", 4),
        line("끝", 4),
    )
    assert kinds(release) == ["headline", *BODY_KINDS, "end_mark"]
    assert [aside.text for aside in release.set_aside] == ["가상부", "- 3 -", "보이지 않음", "`"]
    assert [str(aside.reason) for aside in release.set_aside] == [
        "It is a header.",
        "It is a page number.",
        "Its letters are too small to be read.",
        "Its letters are too small to be read.",
    ]


def test_a_picture_within_a_paragraph_does_not_part_it() -> None:
    release = read(
        HEADLINE, *BODY, line("□ 가상부는 창업 지원 방안을 내년부터"), PICTURE, line("새로 시작한다.", gap=Gap.WRAP)
    )
    assert kinds(release) == ["headline", *BODY_KINDS, "bullet", "picture"]
    assert release.blocks[3].content.text.endswith("내년부터 새로 시작한다.")


@pytest.mark.parametrize("closing", ["  끝.", " <끝>", "  \U000f00c1", " ‹끝>"])
def test_an_end_mark_behind_the_last_sentence_is_nothing_to_translate(closing: str) -> None:
    (last,) = read(HEADLINE, *BODY, line(f"□ 내년에 시작한다.{closing}")).blocks[-1:]
    assert (last.tail, last.content.text) == (closing, "내년에 시작한다.")


def test_a_frame_in_the_body_keeps_its_lines_and_marks() -> None:
    frame = table([cell("▪ (일시) 5. 20.(화) 14:00\n▪ (참석) 장관(주재), 나래협회장")], ["※ 비공개"])
    release = read(HEADLINE, *BODY, frame, *BODY)
    assert kinds(release) == ["headline", *BODY_KINDS, "bullet", "bullet", "note", *BODY_KINDS]
    assert wording(release.of_kind(BlockKind.NOTE)) == ["비공개"]


def test_a_table_without_text_is_no_block() -> None:
    empty = RawTable(((cell(""), cell("")),))
    lines: list[RawLine] = [line("□ 본문이다.")]
    assert kinds(read(HEADLINE, *lines, empty)) == ["headline", "bullet"]


def test_a_title_in_brackets_without_a_table_is_a_heading() -> None:
    title = "< 홍길동 장관의 말 >"
    assert kinds(read(HEADLINE, *BODY, line(title), *BODY))[3] == "heading"
    assert kinds(read(HEADLINE, *BODY, line(title), table("구분|수", "공간|12")))[3] == "caption"
    assert kinds(read(HEADLINE, *BODY, line(title, centred=True), *BODY))[3] == "caption"
