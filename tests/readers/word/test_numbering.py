"""Numbers and bullets that Word works out itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import BlockKind
from gui.readers.docx import DocxReader
from gui.readers.office.numerals import numeral
from tests.readers import docx_files
from tests.readers.docx_files import paragraph
from tests.readers.word.raws import texts


def numbering(*levels: tuple[str, str], more: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{place}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def item(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "third"),
    [
        ("decimal", "3"), ("ganada", "다"), ("chosung", "ㄷ"), ("koreanDigital", "삼"), ("koreanCounting", "삼"),
        ("koreanLegal", "셋"), ("koreanDigital2", "三"), ("upperRoman", "III"), ("lowerLetter", "c"),
        ("decimalEnclosedCircle", "③"), ("decimalEnclosedParen", "⑶"), ("decimalZero", "03"), ("unheardOf", "3"),
    ],
)  # fmt: skip
def test_formats(form: str, third: str) -> None:
    assert texts(item("글") * 3, numbering=numbering((form, "%1.")))[2] == f"{third}. 글"


def test_levels_count_and_restart() -> None:
    body = item("가") + item("나", 1) + item("다", 1) + item("라") + item("마", 1)
    found = texts(body, numbering=numbering(("decimal", "%1."), ("ganada", "%1.%2)")))
    assert found == ["1. 가", "  1.가) 나", "  1.나) 다", "2. 라", "  2.가) 마"]


def test_another_list_of_the_same_kind_goes_on_unless_it_starts_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("가") + item("나", number=2) + item("다", number=3) + item("라", number=3)
    assert texts(body, numbering=numbering(("decimal", "%1)"), more=more)) == ["1) 가", "2) 나", "1) 다", "2) 라"]


def test_bullets() -> None:
    wingdings = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf06c"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert texts(item("글"), numbering=wingdings) == ["● 글"]
    assert texts(item("글"), numbering=numbering(("bullet", "□"))) == ["□ 글"]


def test_a_list_from_a_style_and_none() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("가", properties='<w:pStyle w:val="s"/>')
    body += paragraph("나", properties='<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(body, styles=styles, numbering=numbering(("decimal", "제%1조"))) == ["제1조 가", "나"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (21, "koreanCounting", "이십일"), (10, "koreanCounting", "십"), (100, "koreanCounting", "백"),
        (120, "chineseCounting", "百二十"), (205, "koreanDigital", "이영오"), (25, "koreanLegal", "스물다섯"),
        (100, "koreanLegal", "100"), (15, "ganada", "가"), (1999, "upperRoman", "MCMXCIX"), (27, "upperLetter", "AA"),
        (11, "ordinal", "11th"), (22, "ordinal", "22nd"), (50, "decimalEnclosedCircle", "㊿"),
        (51, "decimalEnclosedCircle", "51"), (0, "upperRoman", "0"), (10**9, "upperRoman", "1000000000"),
        (12, "decimalFullWidth", "１２"), (3, "numberInDash", "- 3 -"),
    ],
)  # fmt: skip
def test_numerals(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written


@given(st.integers(), st.text(max_size=30))
@settings(max_examples=100)
def test_any_number_can_be_written(number: int, form: str) -> None:
    assert numeral(number, form) == str(number)


@pytest.mark.parametrize(("typed", "levels"), [("", [1, 2, 3]), ("□ 새나루부는 계획을 발표했다.", [1, 3, 4, 4])])
def test_bullets_of_lists_have_the_level_of_the_list(typed: str, levels: list[int]) -> None:
    definition = numbering(("bullet", "•"), ("bullet", "o"), ("bullet", "▪"))
    body = paragraph("머리말이 되는 문장을 하나 적는다.") + (paragraph(typed) if typed else "")
    body += item("가나다") + item("라마바", level=1) + item("사아자", level=2)
    release = DocxReader().read("a.docx", docx_files.docx(body, numbering=definition))
    assert [block.level for block in release.blocks if block.kind is BlockKind.BULLET] == levels
