"""PDF pages become the lines, tables and paragraphs that their writer saw."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gui.document.errors import ReadError
from gui.document.release import BlockKind, Release
from gui.document.richtext import Style
from gui.readers.pdf import PdfReader
from tests.readers.pdf_files import PdfPage, pdf

FULL = "□ 가상산업부는 오늘 서울에서 행사를 열어 새로운 산업의 지원방안 "
SHEET = (562, 842)
"""As wide as the lines and a margin on either side."""

INSIDE = "□ 새로운 추진전략은 업무 절차와 문화 전반의 혁신을 통해 국민주"


def _read(*pages: PdfPage) -> Release:
    return PdfReader().read("a.pdf", pdf(*pages))


def _texts(release: Release) -> list[str]:
    return [block.whole for block in release.blocks]


def test_it_takes_what_begins_as_a_pdf() -> None:
    reader = PdfReader()
    assert reader.accepts("a.txt", pdf(PdfPage()))
    assert not reader.accepts("a.pdf", "보도자료".encode())


def test_a_line_that_runs_to_the_edge_goes_on_and_its_space_is_kept() -> None:
    page = PdfPage(size=SHEET).paragraph([FULL, "네 건을 마련하기로 했다고 밝혔다."])
    assert _texts(_read(page)) == [f"{FULL}네 건을 마련하기로 했다고 밝혔다."]


def test_a_word_cut_at_the_edge_is_whole_again() -> None:
    page = (
        PdfPage(size=SHEET)
        .paragraph([FULL, "네 건을 마련했다."])
        .paragraph([INSIDE, "권을 구현하는 것이 목표다."], y=600)
    )
    assert _texts(_read(page))[1] == f"{INSIDE}권을 구현하는 것이 목표다."


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    page = (
        PdfPage(size=SHEET)
        .paragraph([FULL, "네 건을 마련했다고 밝혔다."])
        .paragraph(["짧은 줄이다.", "다음 문단이다."], y=600)
    )
    assert _texts(_read(page))[1:] == ["짧은 줄이다.", "다음 문단이다."]


def test_a_paragraph_goes_on_after_the_page_and_its_number() -> None:
    first = PdfPage(size=SHEET).text(285, 40, "- 1 -", 10).paragraph([FULL], y=80)
    second = PdfPage(size=SHEET).text(285, 40, "- 2 -", 10).paragraph(["네 건을 마련했다고 밝혔다."], y=780)
    release = _read(first, second)
    assert _texts(release) == [f"{FULL}네 건을 마련했다고 밝혔다."]
    assert [aside.text for aside in release.set_aside] == ["- 1 -", "- 2 -"]


def test_running_heads_are_set_aside() -> None:
    pages = [PdfPage().text(57, 800, f"월간 동향 {n}호", 9).text(57, 400, f"문단 {n}이다.") for n in range(1, 5)]
    release = _read(*pages)
    assert [aside.text for aside in release.set_aside] == [f"월간 동향 {n}호" for n in range(1, 5)]
    assert len(release.blocks) == 4


def test_leading_space_tells_the_depth_of_a_bullet() -> None:
    lines = ["□ 첫째 항목이다.", "- 둘째 항목이다."]
    page = PdfPage().text(57, 700, lines[0]).text(78, 676, lines[1]).text(92, 652, "- 더 깊은 항목이다.")
    assert [(block.kind, block.level) for block in _read(page).blocks] == [
        (BlockKind.BULLET, 1),
        (BlockKind.BULLET, 3),
        (BlockKind.BULLET, 4),
    ]


def test_ruled_lines_make_a_table_and_missing_lines_merge_its_cells() -> None:
    page = PdfPage().text(57, 800, "문단이다.").grid([57, 200, 300], [700, 670, 640])
    page.operators.remove("0.5 w 200 700 m 200 640 l S")
    page.line(200, 670, 200, 640)
    page.text(60, 680, "제목").text(60, 650, "구분").text(210, 650, "금액")
    release = _read(page)
    table = release.blocks[1].table
    assert table is not None
    assert [[(cell.whole, cell.column_span) for cell in row] for row in table.rows] == [
        [("제목", 2)],
        [("구분", 1), ("금액", 1)],
    ]
    assert any("these pages: 1." in str(warning) for warning in release.warnings)


def test_a_table_without_lines_at_its_sides_is_closed() -> None:
    page = PdfPage().line(57, 700, 400, 700).line(57, 670, 400, 670).line(57, 640, 400, 640).line(200, 700, 200, 640)
    for y, (left, right) in ((680, ("구분", "금액")), (650, ("합계", "12.5"))):
        page.text(60, y, left).text(210, y, right)
    assert _texts(_read(page)) == ["구분\t금액\n합계\t12.5"]


def test_a_dotted_frame_around_lines_is_a_box_and_no_table() -> None:
    page = PdfPage().box(57, 600, 500, 700)
    for x in range(57, 500, 2):
        page.line(x, 699, x + 1, 699)
    page.text(70, 670, "〈 주요 내용 〉").text(70, 640, "• 지원 방안 네 건을 마련한다.")
    assert all(block.table is None for block in _read(page).blocks)


def test_a_table_goes_on_on_the_next_page_without_its_header_twice() -> None:
    first, second = PdfPage().grid([57, 200, 400], [120, 90, 60]), PdfPage().grid([57, 200, 400], [800, 770, 740])
    for page, y, name in ((first, 70, "반도체"), (second, 750, "바이오")):
        page.text(60, y + 30, "구분").text(210, y + 30, "금액").text(60, y, name).text(210, y, "120")
    release = _read(first, second)
    assert _texts(release) == ["구분\t금액\n반도체\t120\n바이오\t120"]
    assert any("taken for one" in str(warning) for warning in release.warnings)


def test_a_row_torn_by_the_page_is_one_row() -> None:
    first, second = PdfPage().grid([57, 200, 400], [120, 90, 60]), PdfPage().grid([57, 200, 400], [800, 770, 740])
    for page, y, cells in (
        (first, 100, ("이름", "경력")),
        (first, 70, ("홍길동", "○ 박사")),
        (second, 780, ("", "○ 교수")),
    ):
        page.text(60, y, cells[0]).text(210, y, cells[1])
    second.text(60, 750, "김나래").text(210, 750, "○ 대표")
    table = _read(first, second).blocks[0].table
    assert table is not None
    assert [[cell.whole for cell in row] for row in table.rows] == [
        ["이름", "경력"],
        ["홍길동", "○ 박사\n○ 교수"],
        ["김나래", "○ 대표"],
    ]


def test_white_space_parts_the_columns_of_a_contact_table() -> None:
    page = PdfPage().text(57, 800, "문단이다.").grid([57, 200, 500], [700, 670, 640])
    for y, label, rank, name, phone in (
        (680, "책임자", "과장", "홍길동", "1234"),
        (650, "담당자", "사무관", "김나래", "5678"),
    ):
        page.text(60, y, label).text(210, y, rank).text(270, y, name).text(330, y, f"(044-200-{phone})", 10)
    table = _read(page).blocks[1].table
    assert table is not None
    assert [cell.whole for cell in table.rows[1]] == ["담당자", "사무관", "김나래", "(044-200-5678)"]


def test_a_frame_around_tables_keeps_them_tables() -> None:
    page = PdfPage().box(50, 500, 550, 720).line(50, 680, 550, 680).text(60, 695, "투자 동향을 정리한 표")
    page.grid([60, 200, 400], [670, 640, 610])
    for y, (left, right) in ((650, ("구분", "금액")), (620, ("합계", "12.5"))):
        page.text(65, y, left).text(210, y, right)
    release = _read(page)
    assert [block.whole for block in release.blocks if block.table] == ["구분\t금액\n합계\t12.5"]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["왼쪽 단의 첫째 줄은 길고", "왼쪽 단의 둘째 줄도 길고", "왼쪽 단의 셋째 줄은 끝이다."]
    right = ["오른쪽 단의 첫째 줄 길고", "오른쪽 단의 둘째 줄 길고", "오른쪽 단의 셋째 줄 끝이다."]
    page = PdfPage().paragraph(left).paragraph(right, x=320)
    text = " ".join(_texts(_read(page)))
    assert text.index("셋째 줄은 끝이다") < text.index("오른쪽")


def test_lines_beside_a_table_stay_lines() -> None:
    page = PdfPage().text(60, 690, "첫째 줄이다.").text(57, 650, "둘째 줄이다.").text(58, 610, "셋째 줄이다.")
    page.grid([300, 400, 500], [710, 650, 600])
    for y, (left, right) in ((670, ("구분", "금액")), (620, ("합계", "12.5"))):
        page.text(310, y, left).text(410, y, right)
    assert _texts(_read(page)) == ["첫째 줄이다.", "둘째 줄이다.", "셋째 줄이다.", "구분\t금액\n합계\t12.5"]


def test_letters_that_nobody_sees_are_set_aside_with_the_reason() -> None:
    page = PdfPage().text(57, 700, "보이는 문단이 여기에 있습니다.")
    page.text(57, 600, "숨은 글", mode=3).text(57, 500, "하얀 글", colour="1 g").text(57, 400, "작은 글", size=1)
    page.text(57, 900, "바깥 글")
    release = _read(page)
    assert _texts(release) == ["보이는 문단이 여기에 있습니다."]
    assert {aside.text: str(aside.reason) for aside in release.set_aside} == {
        "숨은 글": "It is not drawn on the page.",
        "하얀 글": "It is white on white.",
        "작은 글": "Its letters are too small to be read.",
        "바깥 글": "It stands outside the page.",
    }


def test_white_letters_on_a_painted_area_are_seen() -> None:
    page = PdfPage().box(50, 690, 200, 720, fill="0 0 1").text(57, 700, "참고", colour="1 g").text(57, 600, "본문이다.")
    assert _texts(_read(page))[0] == "참고"


def test_recognised_text_behind_the_picture_of_a_page_is_the_text() -> None:
    release = _read(PdfPage().text(57, 700, "스캔한 문단이다.", mode=3))
    assert _texts(release) == ["스캔한 문단이다."]
    assert any("picture" in str(warning) for warning in release.warnings)


def test_letters_drawn_twice_are_bold_letters() -> None:
    page = PdfPage().text(57, 700, "굵은 글씨다.").text(57.4, 700, "굵은 글씨다.")
    (block,) = _read(page).blocks
    assert block.text.text == "굵은 글씨다."
    assert block.text.covered_by(Style.BOLD)


def test_letters_drawn_out_over_a_cell_are_one_word() -> None:
    page = PdfPage().text(57, 700, "제조업", spread=26).text(57, 600, "다음 문단이다.")
    assert _texts(_read(page))[0] == "제조업"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_is_read_upright(rotate: int) -> None:
    turned = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[rotate]
    page = PdfPage(rotate=rotate).text(57, 500, "첫째 문단이다.").text(57, 400, "둘째 문단이다.")
    page.operators.insert(0, f"{turned} cm")
    assert _texts(_read(page)) == ["첫째 문단이다.", "둘째 문단이다."]


@given(
    st.lists(
        st.lists(st.text("가나다라 -○□*2.,)", min_size=2, max_size=30), min_size=1, max_size=12), min_size=1, max_size=3
    )
)
@example([["가-"]])
@settings(max_examples=40)
def test_no_letter_is_lost(texts: list[list[str]]) -> None:
    pages = [PdfPage().paragraph(lines) for lines in texts]
    pages[0].text(57, 750, "가나다라")
    release = _read(*pages)
    found = "".join([*_texts(release), *(aside.text for aside in release.set_aside)])
    written = "".join("".join(lines) for lines in texts) + "가나다라"
    assert Counter("".join(found.split())) == Counter("".join(written.split()))


@given(
    st.lists(st.floats(40, 560), min_size=2, max_size=6),
    st.lists(st.floats(40, 800), min_size=2, max_size=6),
    st.lists(st.tuples(st.floats(20, 500), st.floats(50, 780)), min_size=1, max_size=12, unique=True),
)
@settings(max_examples=40)
def test_no_letter_is_lost_among_lines(
    columns: list[float], rows: list[float], places: list[tuple[float, float]]
) -> None:
    page = PdfPage().grid(columns, rows)
    for number, (x, y) in enumerate(places):
        page.text(round(x, 2), round(y, 2), f"가나{chr(ord('다') + number)}", 10)
    release = _read(page)
    found = "".join([*_texts(release), *(aside.text for aside in release.set_aside)])
    assert all(chr(ord("다") + number) in found for number in range(len(places)))


def test_progress_is_told_for_each_page() -> None:
    steps: list[tuple[int, int]] = []
    pages = [PdfPage().text(57, 700, f"문단 {n}이다.") for n in range(3)]
    PdfReader().read("a.pdf", pdf(*pages), lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_pages_without_hangul_are_named() -> None:
    english = PdfPage().paragraph(["This page has no Hangul in it at all, only Latin."])
    release = _read(PdfPage().text(57, 700, "문단이다."), english)
    assert any("these pages: 2" in str(warning) for warning in release.warnings)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
        (pdf(PdfPage().text(57, 700, "2025 12 100"))[:700], "damaged"),
        (pdf(), "damaged"),
        (pdf(PdfPage(), locked=True), "password"),
        (pdf(PdfPage()), "scanned"),
        (pdf(PdfPage().text(57, 700, "7 ( ) 15:00")), "no Hangul"),
        (pdf(*[PdfPage()] * 501), "501 pages"),
    ],
)
def test_bad_files_end_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence):
        PdfReader().read("a.pdf", data)


def test_a_telephone_number_broken_at_its_hyphen_is_whole_again() -> None:
    page = PdfPage().text(57, 800, "문단이다.").grid([57, 150, 230], [700, 640])
    page.text(60, 680, "담당자").text(155, 680, "(044-200-", 8).text(155, 669, "1111)", 8)
    assert "(044-200-1111)" in _texts(_read(page))[-1]


def test_a_number_in_a_character_of_the_font_begins_an_item() -> None:
    page = PdfPage().text(57, 800, "문단이다.").grid([57, 250, 400], [700, 600])
    lines = ["\uf000 국민의 의견을 정책에", "\uf000 국민의 알 권리 보장"]
    page.text(60, 680, "참여").text(255, 680, lines[0], 13).text(255, 660, lines[1], 13)
    table = _read(page).blocks[1].table
    assert table is not None
    assert [item.whole for item in table.rows[0][1].items] == lines


def test_a_line_as_deep_as_the_bullet_and_well_below_it_is_a_paragraph() -> None:
    body = [
        "가나다라마바사 아자차카타파하 가나다라마 바사 아자차카타파",
        "하가나다 라마바사아자차 카타파하가나다 라마바사아 자차카타",
        "사이다.",
    ]
    page = (
        PdfPage(size=(520, 842))
        .paragraph(body)
        .text(66, 622, "➋ 나라마바사 아자차카타파하 가나다라마바사 아자 차카타", 14)
    )
    page.text(66, 590, "양국은 후속 협의를 서울에서 열기로 했다.", 14)
    assert _texts(_read(page))[1:] == [
        "➋ 나라마바사 아자차카타파하 가나다라마바사 아자 차카타",
        "양국은 후속 협의를 서울에서 열기로 했다.",
    ]
