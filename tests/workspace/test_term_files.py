"""Terms in and out of TBX, CSV, TSV and Excel; what is damaged or dangerous in them."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from gui.document.errors import ExportError, ReadError
from gui.language.termbase import Term
from gui.workspace.term_files import SUFFIXES, Stopped, read_terms, write_terms
from gui.workspace.term_rows import day, tidy

FULL = Term(
    "새벽 나루 사업",
    "Dawn Ferry Project",
    "policy",
    ("Dawn Ferry", "DFP"),
    ("Daybreak Port Project", "Dawn Port"),
    date(2023, 2, 8),
    date(2026, 12, 31),
    "V",
    "첫 줄\nsecond line, with “quotes”; and more",
    "https://example.invalid/terms?a=1&b=2",
    by_user=True,
)
PLAIN = Term("누리 파도", "Nuripado", "", by_user=True)


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# -- round trips


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_gives_back_what_was_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"용어{suffix}"
    write_terms(path, [FULL, PLAIN])
    found = read_terms(path)
    assert found.terms == (FULL, PLAIN)
    assert found.remarks == ()


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from("=+-@'\"\t;,\n<&가힣A"), max_size=20
)
_TERMS = st.builds(
    Term,
    _TEXT,
    _TEXT,
    _TEXT,
    st.lists(_TEXT, max_size=3).map(tuple),
    st.lists(_TEXT, max_size=3).map(tuple),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.sampled_from("VAB"),
    _TEXT,
    _TEXT,
).map(tidy).filter(lambda term: bool(term.key and term.english and not (
    term.valid_from and term.valid_to and term.valid_to < term.valid_from)))  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60)
@given(terms=st.lists(_TERMS, min_size=1, max_size=3))
def test_any_term_comes_back(suffix: str, terms: list[Term], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    write_terms(path, terms)
    assert read_terms(path).terms == tuple(terms)


def test_what_excel_would_run_is_only_text(tmp_path: Path) -> None:
    evil = Term("=HYPERLINK(A1)", "+cmd|' /C calc'!A0", "@x", note="-1", by_user=True)
    write_terms(tmp_path / "t.csv", [evil])
    line = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in line.split(","))
    write_terms(tmp_path / "t.xlsx", [evil])
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n"}
    assert sheet["A2"].value == "=HYPERLINK(A1)"
    assert sheet["A2"].quotePrefix
    assert read_terms(tmp_path / "t.csv").terms == read_terms(tmp_path / "t.xlsx").terms == (evil,)


def test_what_looks_like_an_escape_of_excel_is_text(tmp_path: Path) -> None:
    odd = Term("가나", "a_x000A_b", "", by_user=True)
    write_terms(tmp_path / "t.xlsx", [odd])
    assert read_terms(tmp_path / "t.xlsx").terms == (odd,)


def test_only_known_endings_are_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"t\.doc: terms are exported as"):
        write_terms(tmp_path / "t.doc", [PLAIN])
    with pytest.raises(ExportError, match="cannot be written"):
        write_terms(tmp_path / "none" / "t.csv", [PLAIN])
    with pytest.raises(ExportError, match="longer than a cell"):
        write_terms(tmp_path / "t.xlsx", [Term("가나", "x" * 40_000, "")])


def test_cancelling_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = put(tmp_path, "t.tbx", "before")
    with pytest.raises(Stopped):
        write_terms(path, [PLAIN], cancelled=lambda: True)
    assert path.read_text() == "before"
    write_terms(path, [PLAIN])
    with pytest.raises(Stopped):
        read_terms(path, cancelled=lambda: True)


# -- tables of others


def test_headers_in_korean_in_any_order_and_cp949(tmp_path: Path) -> None:
    text = "비고,영문명,국문명,시행 번호,유효 시작일\n참고,Nuripado,누리 파도,7,2024. 5. 17.\n"
    found = read_terms(put(tmp_path, "t.csv", text.encode("cp949")))
    assert found.terms == (Term("누리 파도", "Nuripado", "", valid_from=date(2024, 5, 17), note="참고", by_user=True),)
    assert [str(remark) for remark in found.remarks] == [
        "The column “시행 번호” was left out: terms have no such field."
    ]


@pytest.mark.parametrize(
    "text", ["ko\ten\n가나\tGana\n", "한국어;영어\n가나;Gana\n", "가나,Gana\n", "\n\nKorean,English\n가나,Gana"]
)
def test_separators_and_a_table_without_headers(tmp_path: Path, text: str) -> None:
    assert read_terms(put(tmp_path, "t.csv", text)).terms == (Term("가나", "Gana", "", by_user=True),)


def test_rows_that_say_nothing_usable_are_told_with_their_number(tmp_path: Path) -> None:
    text = "ko,en,from,to\n가나,,,\n,Gana,,\n다라,Dara,soon,\n마바,Maba,2025-01-01,2024-01-01\n,,,\n사아,Saa,,\n"
    found = read_terms(put(tmp_path, "t.csv", text))
    assert [term.english for term in found.terms] == ["Saa"]
    assert [str(remark) for remark in found.remarks] == [
        "Row 2 has no English.",
        "Row 3 has no Korean.",
        "Row 4: “soon” is no day; write it as 2024-05-17.",
        "Row 5 ends before it begins.",
    ]


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    found = read_terms(put(tmp_path, "t.csv", "ko,en\n" + "가,\n" * 50 + "나,Na\n"))
    assert len(found.remarks) == 21
    assert str(found.remarks[-1]) == "30 more remarks of this kind."


def test_a_workbook_of_others(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "표지"
    first.append(["용어집"])
    terms = book.create_sheet("용어")
    terms.append(["용어", "번역", "적용일", "비고"])
    terms.append(["누리 파도", "Nuripado", date(2024, 5, 17), 3.0])
    terms.append(["가나", "=1+1"])
    book.save(tmp_path / "t.xlsx")
    found = read_terms(tmp_path / "t.xlsx")
    assert found.terms == (Term("누리 파도", "Nuripado", "", valid_from=date(2024, 5, 17), note="3", by_user=True),)
    assert [str(remark) for remark in found.remarks] == [
        "Row 3 has no English.",  # a formula that was never worked out has no value
        "The sheet “표지” was left out.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-17", date(2024, 5, 17)),
        ("2024.5.17.", date(2024, 5, 17)),
        ("2024년 5월 17일", date(2024, 5, 17)),
        ("", None),
    ],
)
def test_days(text: str, expected: date | None) -> None:
    assert day(text) == expected


# -- TBX of others

DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
 <conceptEntry id="1"><min:subjectField>energy</min:subjectField><basic:definition>Sun and wind.</basic:definition>
  <langSec xml:lang="ko-KR"><termSec><term>햇살 바람</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
  <langSec xml:lang="en-US">
   <termSec><term>solar wind</term>
    <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
   <termSec><term>sun and wind</term></termSec>
   <termSec><term>Sun-Wind</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="ja"><termSec><term>ひかり</term></termSec></langSec>
 </conceptEntry>
 <conceptEntry id="2"><langSec xml:lang="ko"><termSec><term>홀로</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""

MARTIF = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="a">
 <descripGrp><descrip type="definition">What it is.</descrip><admin type="source">A book</admin></descripGrp>
 <langSet xml:lang="ko"><ntig><termGrp><term>가나 회의</term></termGrp></ntig>
 <tig><term>가나회의체</term></tig></langSet>
 <langSet xml:lang="en"><tig><term>Gana Conference</term>
 <termNote type="normativeAuthorization">preferredTerm</termNote></tig></langSet></termEntry></body></text></martif>"""


def test_tbx_in_the_style_of_tags(tmp_path: Path) -> None:
    found = read_terms(put(tmp_path, "t.tbx", DCT))
    assert found.terms == (
        Term("햇살 바람", "Sun-Wind", "energy", ("sun and wind",), ("solar wind",), note="Sun and wind.", by_user=True),
    )
    assert [str(remark) for remark in found.remarks] == [
        "Left out: 1 × ja term; terms have no such field.",
        "Left out: 1 × partOfSpeech; terms have no such field.",
        "Left out: 1 entries without a Korean or without an English term.",
    ]


def test_tbx_of_version_2(tmp_path: Path) -> None:
    found = read_terms(put(tmp_path, "t.xml", MARTIF))
    assert [term.korean for term in found.terms] == ["가나 회의", "가나회의체"]
    assert {(term.english, term.note, term.source) for term in found.terms} == {
        ("Gana Conference", "What it is.", "A book")
    }
    assert found.remarks == ()


def test_utf_16_is_read(tmp_path: Path) -> None:
    data = DCT.replace("UTF-8", "UTF-16").encode("utf-16")
    assert read_terms(put(tmp_path, "t.tbx", data)).terms[0].english == "Sun-Wind"


# -- bad files

BOMB = (
    '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.txt", "very secret")
    start = f'<!DOCTYPE tbx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = start + DCT.partition("?>")[2].replace("Sun-Wind", "&x;")
    assert read_terms(put(tmp_path, "t.tbx", text)).terms[0].english == "&x;"
    text = BOMB + DCT.partition("?>")[2].replace("Sun-Wind", "&j;")
    with pytest.raises(ReadError, match="is damaged or no TBX"):
        read_terms(put(tmp_path, "t.tbx", text))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("t.tbx", DCT[:700], "t.tbx is damaged or no TBX file; export it again from where it came."),
        ("t.tbx", "<html><body/></html>", "t.tbx is no termbase in TBX format."),
        ("t.tbx", DCT.replace("ko-KR", "zh").replace('"ko"', '"zh"'),
         "Left out: 2 × zh term; terms have no such field."),
        ("t.csv", "a,b\n1,2\n",
         "t.csv has no columns of Korean and English: name them “ko” and “en” in the first row."),
        ("t.csv", "", "t.csv holds no terms."),
        ("t.csv", "ko,en\n", "t.csv holds no terms."),
        ("t.csv", "ko,en\n가,\n", "Row 2 has no English."),
        ("t.csv", 'ko,en\n"' + "가" * 200_000,
         "Row 2 of t.csv is damaged: a quotation mark is open or a cell too long."),
        ("t.csv", b"\x00\x01\x02" * 99, "t.csv is no table of terms: save it as CSV in UTF-8, or as .xlsx."),
        ("t.xlsx", b"PK\x03\x04 nothing",
         "t.xlsx is damaged, protected or no Excel workbook; save it again as .xlsx or CSV."),
    ],
)  # fmt: skip
def test_bad_files_have_one_clear_sentence(tmp_path: Path, name: str, data: str | bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_terms(put(tmp_path, name, data))
    assert str(caught.value) == sentence


def test_a_missing_file_a_damaged_sheet_and_a_bomb(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_terms(tmp_path / "none.csv")
    write_terms(tmp_path / "t.xlsx", [PLAIN])
    with zipfile.ZipFile(tmp_path / "t.xlsx") as whole, zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as broken:
        for member in whole.namelist():
            data = whole.read(member)
            broken.writestr(member, data[: len(data) // 2] if "sheet1" in member else data)
    with pytest.raises(ReadError, match=r"bad\.xlsx is damaged"):
        read_terms(tmp_path / "bad.xlsx")
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(5):
            bomb.writestr(f"xl/{number}.xml", b"0" * 100_000_000)
    with pytest.raises(ReadError, match=r"bomb\.xlsx unpacks to more"):
        read_terms(tmp_path / "bomb.xlsx")
