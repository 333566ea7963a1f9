"""What copying out of a PDF does to a release: blank lines gone, lines cut at the width of a page, page numbers."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime

import pytest

from gui.document.release import BlockKind, Release
from gui.readers.lines import columns
from gui.readers.markdown import MarkdownReader
from gui.readers.recognition.releaseline import KST
from gui.readers.text import TextReader

SENTENCE = (
    "대통령은 이번 행사를 계기로 두 나라의 연구 인력과 생산 역량이 결합하면 "
    "양국 경제 모두에 도움이 될 것이라고 강조했습니다."
)
LINES = (
    "보도자료",
    "보도시점 : 2031년 5월 9일(금) 오후 2시 이후   배포 : 2031년 5월 9일(금)",
    "한-가상국 첨단산업 라운드 테이블에서 협력 논의",
    "- 연구개발과 제조 역량을 결합하기로 -",
    f"{SENTENCE} 참석자 12명은 {SENTENCE}",
    "또한 정부는 지원 방안 4건을 올해 안에 마련하고, 관련 부처와 함께 제도를 개선해 나갈 계획이라고 밝혔습니다.",
    "※ 가상 허브 : 창업 기업의 성장을 위해 연구시설과 입주 공간을 마련하고 시험과 검사를 지원하는 곳('31~'33년)",
    "또한 오늘 논의한 내용을 반영하여 새로운 특구 조성 방안을 수립하고 적극 추진하기로 했습니다.",
    "<끝>",
    "참고",
    "라운드 테이블 참석자",
    "이름\t현직\t주요 학·경력",
    "홍길동\t가상연구소 소장\t○ 가상대 박사\n○ 가상병원 교수\n* 가상 지역의 병원",
    "김나래\t나래기업 대표\t○ 나래대 석사\n○ 나래기업 이사",
    "박다온\t다온법인 변호사\t○ 다온대 법무 박사\n○ 다온법인 대표",
)
KINDS = [
    BlockKind.MASTHEAD, BlockKind.EMBARGO, BlockKind.DISTRIBUTION, BlockKind.HEADLINE, BlockKind.SUBHEADLINE,
    BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.PARAGRAPH, BlockKind.END_MARK,
    BlockKind.ANNEX_HEADING, BlockKind.ANNEX_HEADING, BlockKind.ATTENDEE_TABLE,
]  # fmt: skip


def _cut_at_syllables(line: str, width: int) -> list[str]:
    cut = [""]
    for character in line:
        if columns(cut[-1] + character) > width:
            cut.append("")
        cut[-1] += character
    return cut


def _cut_at_words(line: str, width: int) -> list[str]:
    cut = [""]
    for word in line.split(" "):
        if cut[-1] and columns(f"{cut[-1]} {word}") > width:
            cut.append("")
        cut[-1] = f"{cut[-1]} {word}".strip()
    return cut


def _with_pages(text: str, height: int) -> str:
    lines = text.split("\n")
    pages = [lines[start : start + height] for start in range(0, len(lines), height)]
    return "\n".join("\n".join([*page, "", f"- {number} -", ""]) for number, page in enumerate(pages, 1))


def _wrapped(cut: Callable[[str, int], list[str]], separator: str) -> str:
    return separator.join("\n".join(cut(line, 84)) if "\t" not in line else line for line in LINES)


def _read(text: str) -> Release:
    return TextReader().read("a.txt", text.encode())


def _blocks(release: Release) -> list[tuple[BlockKind, str]]:
    return [(block.kind, "".join(block.whole.split())) for block in release.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES),
        "\r\n".join(LINES),
        _wrapped(_cut_at_words, "\n\n"),
        _wrapped(_cut_at_syllables, "\n\n"),
        _wrapped(_cut_at_words, "\n"),
        _wrapped(_cut_at_syllables, "\n"),
        *(_with_pages(_wrapped(_cut_at_words, "\n\n"), height) for height in range(9, 30, 2)),
        *(_with_pages(_wrapped(_cut_at_syllables, "\n\n"), height) for height in range(9, 30, 2)),
    ],
)
def test_a_release_out_of_a_pdf_has_the_same_blocks(text: str) -> None:
    whole = _blocks(_read("\n\n".join(LINES)))
    assert [kind for kind, _ in whole] == KINDS
    release = _read(text)
    assert _blocks(release) == whole
    assert [len(person.background) for person in release.attendees] == [3, 2, 2]
    set_aside = [aside.text for aside in release.set_aside]
    visible = Counter("".join([*(block.whole for block in release.blocks), *set_aside])) - Counter(" \t\n")
    assert {c: n for c, n in visible.items() if not c.isspace()} == {
        c: n for c, n in Counter(text).items() if not c.isspace()
    }


def test_long_lines_of_markdown_are_paragraphs_without_blank_lines_too() -> None:
    text = f"# 제목입니다\n\n{SENTENCE * 2}\n{SENTENCE * 3}\n"
    kinds = [block.kind for block in MarkdownReader().read("a.md", text.encode()).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_page_numbers_between_rows_stand_behind_the_table() -> None:
    text = "이름\t현직\t경력\n홍길동\t소장\t○ 박사\n\n- 3 -\n\n○ 교수\n김나래\t대표\t○ 석사\n"
    release = _read(text)
    (table,) = release.blocks
    assert table.whole == "이름\t현직\t경력\n홍길동\t소장\t○ 박사\n○ 교수\n김나래\t대표\t○ 석사"
    assert [aside.text for aside in release.set_aside] == ["- 3 -"]


def test_a_table_of_another_width_on_the_next_page_is_another_table() -> None:
    text = "이름\t현직\t경력\n홍길동\t소장\t박사\n- 3 -\n구분\t수\n가\t1\n"
    assert [block.kind for block in _read(text).blocks if block.table] == [BlockKind.ATTENDEE_TABLE, BlockKind.TABLE]


def test_a_release_line_torn_from_its_labels() -> None:
    text = "보도자료\n\n보도시점\n\n(온라인) 2031. 5. 9.(금) 16:00\n(지\n\n면) 2031. 5. 10.(토) 조간\n\n배포\n\n"
    release = _read(
        text + "2031. 5. 9.(금) 09:00\n\n‘31년 1분기 해외직접투자는 150.9억\n\n달러로 14.6% 늘어\n\n" + SENTENCE
    )
    assert (release.distributed, release.headline) == (
        date(2031, 5, 9),
        "‘31년 1분기 해외직접투자는 150.9억 달러로 14.6% 늘어",
    )
    assert release.embargo is not None
    assert release.embargo.lifts_at == datetime(2031, 5, 9, 16, tzinfo=KST)
