"""Markdown, the HTML in it, and its three kinds of table."""

import html
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import BlockKind, Release, Table
from gui.document.richtext import Mark, Style
from gui.readers.markdown import MarkdownReader, has_markup
from gui.readers.plain.inline import rich


def visible(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def read(text: str) -> Release:
    return MarkdownReader().read("a.md", text.encode())


def kinds(release: Release) -> list[str]:
    return [block.kind.value for block in release.blocks]


def table_of(text: str, kind: BlockKind = BlockKind.TABLE) -> Table:
    (block,) = read("# 제목은 여기에 있습니다\n\n본문 문장입니다.\n\n" + text).of_kind(kind)
    assert block.table is not None
    return block.table


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("**굵게** 보통", "굵게 보통", [(0, 2, Style.BOLD)]),
        ("앞 *기울임* 뒤", "앞 기울임 뒤", [(2, 5, Style.ITALIC)]),
        ("***둘 다***", "둘 다", [(0, 3, Style.BOLD), (0, 3, Style.ITALIC)]),
        ("<b>가<u>나</u></b>다", "가나다", [(0, 2, Style.BOLD), (1, 2, Style.UNDERLINE)]),
        ("A&amp;B &lt;끝&gt; &#9675;", "A&B <끝> ○", []),
        ("LabCentral* 창업자, 대표*", "LabCentral* 창업자, 대표*", []),
        ("* 별표 설명 ** 둘째", "* 별표 설명 ** 둘째", []),
        (r"\*별표\*", "*별표*", []),
        ("<끝> 1 < 2 > 0 <Boston>", "<끝> 1 < 2 > 0 <Boston>", []),
        ('<span style="color:red">붉게</span>', "붉게", []),
        ("<b>닫지 않음", "닫지 않음", [(0, 5, Style.BOLD)]),
        ("snake_case_name __굵게__", "snake_case_name 굵게", [(16, 18, Style.BOLD)]),
    ],
)
def test_inline(source: str, text: str, marks: list[tuple[int, int, Style]]) -> None:
    found = rich(source)
    assert found.text == text
    assert found.marks == tuple(Mark(*mark) for mark in marks)


def test_pipe_table() -> None:
    table = table_of("| 구분 | 값 |\n|:--|--:|\n| **가** | 1\\|2 |\n| 나<br>다 |\n")
    assert [[cell.whole for cell in row] for row in table.rows] == [["구분", "값"], ["가", "1|2"], ["나\n다", ""]]
    assert table.rows[1][0].items[0].text.covered_by(Style.BOLD)


def test_html_table_with_merges() -> None:
    table = table_of(
        "<table>\n<thead><tr><th rowspan='2'>구분</th><th colspan=\"2\">실적</th></tr>\n"
        "<tr><th>'23</th><th>'24</th></tr>"
        "</thead><tbody><tr><td>수출</td><td>△3.5</td><td>4.1</td></tr></tbody></table>\n\n뒤에 오는 문장입니다."
    )
    assert [(row, column, cell.whole) for row, column, cell in table.positions()] == [
        (0, 0, "구분"),
        (0, 1, "실적"),
        (1, 1, "'23"),
        (1, 2, "'24"),
        (2, 0, "수출"),
        (2, 1, "△3.5"),
        (2, 2, "4.1"),
    ]
    assert table.width == 3


def test_attendees_in_html() -> None:
    release = read(
        "# 가상부, 창업가와 만남의 자리 마련\n\n가상부는 자리를 마련했다.\n\n참고\n\n참석자\n\n"
        "<table><tr><th>성명</th><th>소속</th><th>직위</th>"
        "<th>약력</th></tr><tr><td>홍길동</td><td>가상대</td><td>교수</td>"
        "<td><ul><li>○ 박사</li><li>* 명예</li></ul></td></tr></table>"
    )
    assert [(a.name, a.position, a.background) for a in release.attendees] == [
        ("홍길동", "가상대 교수", ("박사", "* 명예"))
    ]


MERGED = """\
<table><caption>참석자 명단</caption>
<tr><th rowspan="2">이름</th><th colspan="2">경력</th></tr><tr><th>현직</th><th>학력</th></tr>
<tr><td rowspan="2">홍길동</td><td>대표</td><td><ul><li>박사<ul><li>석사</li></ul></li></ul></td></tr>
<tr><td>이사</td><td></td></tr><tr><td>김나래</td><td>교수</td><td>학사</td></tr></table>"""


def test_a_header_of_two_storeys_and_a_name_over_two_rows() -> None:
    release = read(MERGED)
    assert [(person.name, person.position, person.background) for person in release.attendees] == [
        ("홍길동", "대표 이사", ("박사", "석사")),
        ("김나래", "교수", ("학사",)),
    ]
    assert release.blocks[0].whole == "참석자 명단"


@pytest.mark.parametrize("text", ["<a@b.kr>", "<big data 산업>", "<s&p 500>", "<table 1> 현황", "<p.3>", "<b-ii>"])
def test_what_only_looks_like_a_tag_is_text(text: str) -> None:
    assert [block.whole for block in read(f"# 제목입니다\n\n가 {text} 나다.").blocks][1:] == [f"가 {text} 나다."]


def test_rows_with_a_single_filled_cell() -> None:
    release = read("이름\t현직\t경력\n홍길동\t소장\t박사\n김나래\t\t\n\t\t석사\n박다온\t대표\t\n")
    assert [(person.name, person.position, person.background) for person in release.attendees] == [
        ("홍길동", "소장", ("박사",)),
        ("김나래", "", ()),
        ("", "", ("석사",)),
        ("박다온", "대표", ()),
    ]


def test_underscores_inside_a_word_are_text() -> None:
    assert rich("가__나__다 __라__").text == "가__나__다 라"


def test_items_behind_one_another_are_put_apart() -> None:
    table = table_of("이름\t직위\t경력\n홍길동\t대표\t○ 박사 ○ 원장 * 현직\n", BlockKind.ATTENDEE_TABLE)
    assert [item.whole for item in table.rows[1][2].items] == ["○ 박사", "○ 원장", "* 현직"]


def test_headings_and_hard_breaks() -> None:
    release = read(
        "# 보도자료\n\n## 가상부, 새 제도를 내년에 시작 ##\n\n"
        "### 첫 해에는 세 곳에서 먼저 시행합니다\n\n본문입니다.\n\n### 1. 배경\n\n글\n"
    )
    assert kinds(release) == ["masthead", "headline", "subheadline", "paragraph", "heading", "paragraph"]
    assert release.headline == "가상부, 새 제도를 내년에 시작"


def test_underlined_headings_and_rules() -> None:
    assert kinds(
        read("가상부의 새로운 제도를 알립니다\n====\n\n본문입니다.\n\n---\n\n추진 배경\n---\n\n둘째입니다.")
    ) == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_paragraphs_of_html() -> None:
    release = read(
        "<h1>가상부의 새로운 제도 안내</h1><p>첫 문장입니다.<br>둘째 문장입니다.</p>"
        "<!-- 숨김 --><ul><li>○ 항목</li></ul>"
    )
    assert [block.whole for block in release.blocks] == [
        "가상부의 새로운 제도 안내",
        "첫 문장입니다.",
        "둘째 문장입니다.",
        "○ 항목",
    ]


def test_markup_decides_over_the_name() -> None:
    reader = MarkdownReader()
    assert reader.accepts("a.txt", "가 <b>나</b>".encode())
    assert reader.accepts("a.txt", b"R&amp;D")
    assert reader.accepts("a.md", "가".encode())
    assert not reader.accepts("a.txt", "□ 가\n<끝>\n* 별표\n1 < 2".encode())


_SHAPES = """\
## 제목;**굵게**;가 *나* 다;| 가 | 나 |;|--|--|;이름\t현직\t경력;<b>라</b>;<td>마;<table>;<tr>;</table>
<ul><li>○ 가</li></ul>
- 부제 -;;가나다  ;라마바;<끝>;참고;※엠바고 : 별도 배포 : 2023. 4. 28.(금);<br>;총 4;건의;<p>문단</p>;\\*
* 별;<!--;* * *;담당 부서\t과장\t044-111-2222"""


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="*_\\|&<>#=-")),
        st.lists(st.sampled_from(re.split(r";|\n", _SHAPES))).map("\n".join),
    )
)
def test_all_visible_characters_come_out(text: str) -> None:
    bare = html.unescape(re.sub(r"</?(?:b|td|table|tr|ul|li|p|br)>|^#+ ", "", text, flags=re.MULTILINE))
    syntax = visible("*|\\-#")
    found, expected = visible("".join(block.whole for block in read(text).blocks)), visible(bare.replace("\ufeff", ""))
    assert {c: n for c, n in found.items() if c not in syntax} == {c: n for c, n in expected.items() if c not in syntax}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("unit", ["\n", " ", "|\n", "---\n", "| \n"])
def test_signs_of_markup_are_soon_looked_for(unit: str) -> None:
    assert not has_markup(unit * 30_000 + "x")
