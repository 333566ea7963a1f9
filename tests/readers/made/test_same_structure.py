"""Whatever stands in a release in whatever order: Word, Hangul and Markdown give the same blocks and all text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Block, BlockKind
from gui.readers.docx import DocxReader
from gui.readers.hwpx import HwpxReader
from gui.readers.markdown import MarkdownReader
from tests.readers.made.releases import Made, Text, as_docx, as_hwpx, as_markdown

_FRONT = (
    Text("보도자료", 28, True, False),
    [["보도시점", "2031. 5. 20.(화) 12:00", "배포", "2031. 5. 19.(월) 09:00"]],
    Text("가상지수 발표, 1분기에 전년보다 3.5% 올라", 24, True, True),
    Text("- 세 분기 연속 상승, 서비스가 이끌어 -", 15, True, False),
)
_FIRST = Text("□ 가상통계처(처장 홍길동)는 5월 20일 가상지수를 발표했다.", 14, False, False)
_LINES = (
    "□ 지난 분기의 지수는 모두 오른 것으로 나타났다.",
    " ㅇ 서비스업이 4.2% 올라 상승을 이끌었다.",
    "  - 숙박·음식점업 5.1%, 운수업 3.9%",
    "   · 항공 운수는 12.4% 올랐다.",
    "  * 2020년을 100으로 하여 산출한 값",
    "※ 분기별 지수는 잠정치이다.",
    "처장은 앞으로도 정확한 통계를 내겠다고 말했다.",
    "[ 향후 계획 ]",
    "2. 지수를 고르는 기준",
    "Ⅱ. 앞으로 할 일",
    "Q1. 지수는 언제 다시 나오나요?",
    "붙임  관련 사진 2매(별첨).  끝.",
    "(단위 : 조원)",
    "➊ 조사 대상을 넓힌다.",
)
_TABLES = (
    [["구분", "2030년", "<"], ["^", "1/4", "2/4"], ["수출", "108.6", "112.4"], ["수입", "△3.8", "98.1"]],
    [["연번", "이름", "소속", "직위"], ["1", "박나래", "가상대학교", "교수"], ["2", "최다온", "나래기업", "대표"]],
    [
        ["담당 부서", "가상통계처", "책임자", "과장", "홍길동", "(044-000-1111)"],
        ["^", "^", "담당자", "사무관", "김가상", "(044-000-1112)"],
    ],
    [["참고 1", "", "지수의 산출 방법"]],
    [["< 주요 내용 > // ㅇ 첫째 내용이다. // ㅇ 둘째 내용이다."]],
)
_PARTS = st.one_of(st.sampled_from(_LINES).map(lambda text: Text(text, 14, False, False)), st.sampled_from(_TABLES))


@given(st.lists(_PARTS, max_size=12))
@settings(max_examples=60, deadline=None)
def test_formats_agree_and_keep_all_text(parts: list[Text | list[list[str]]]) -> None:
    made = Made("any", parts=[*_FRONT, _FIRST, *parts])
    word = _blocks(DocxReader().read("a.docx", as_docx(made)).blocks)
    assert word == _blocks(HwpxReader().read("a.hwpx", as_hwpx(made)).blocks)
    assert word == _blocks(MarkdownReader().read("a.md", as_markdown(made)).blocks)
    assert "".join(text for _, text in word) == "".join(_squeezed(text) for part in made.parts for text in _texts(part))


def _blocks(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(_label(block), _squeezed(block.whole)) for block in blocks if block.kind is not BlockKind.PICTURE]


def _label(block: Block) -> str:
    size = f"{len(block.table.rows)}x{block.table.width}" if block.table else str(block.level)
    return f"{block.kind.value} {size}"


def _texts(part: Text | list[list[str]] | None) -> list[str]:
    if isinstance(part, Text):
        return [part.text]
    return [cell.replace("//", "") for row in part or () for cell in row if cell not in ("<", "^")]


def _squeezed(text: str) -> str:
    return "".join(text.split())
