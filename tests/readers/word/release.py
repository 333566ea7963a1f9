"""A release as ministries lay it out in Word. All names and figures are invented."""

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

FRONT = (("보도시점", "2031. 5. 20.(화) 12:00", "배포", "2031. 5. 20.(화) 09:00"),)
STATISTICS = (
    ("구분", "'30년", "'31년", ""),
    ("", "", "1/4", "2/4"),
    ("수출", "108.6", "112.4", "115.0"),
    ("수입", "98.1", "97.5", "△3.8"),
)
CONTACTS = (
    ("담당 부서", "가상통계처", "책임자", "과장", "홍길동", "(044-000-1111)"),
    ("", "지수과", "담당자", "사무관", "김가상", "(044-000-1112)"),
)
BY_BACKGROUND = (
    ("이름", "현직", "주요 학·경력"),
    ("박나래", "가상대학교 교수", "○ 가상대 박사\n○ 나래연구소 소장\n* 가상 지역의 연구소"),
    ("최다온", "나래기업 대표", "○ 나래대 석사\n○ 나래기업 이사"),
)
BY_POSITION = (
    ("연번", "이름", "소속", "직위"),
    ("1", "박나래", "가상대학교", "교수"),
    ("2", "최다온", "나래연구소", "소장"),
)


def release(*, boxed_title: bool = True) -> bytes:
    """The whole release; ``boxed_title``: whether annex titles stand in a table, as most do."""
    document: Any = docx.Document()
    _line(document, "보도자료", size=28)
    _table(document, FRONT)
    _line(document, "2031년 1분기 가상지수, 전년보다 3.5% 올라", size=20, bold=True)
    _line(document, "- 3개 분기 연속 상승, 서비스가 이끌어 -", size=14)
    _line(document, "- 물가를 뺀 지수는 0.4% 내려 -", size=14)
    _table(document, (("〈 주요 내용 〉\n• 지수는 112.4로 올랐습니다.\n• 수입은 줄었습니다.",),))
    _body(document)
    _table(document, CONTACTS, merges=((0, 0, 1, 0),))
    document.add_page_break()
    _annex(document, "참고 1", "자문위원 명단", boxed=boxed_title)
    _table(document, BY_BACKGROUND)
    _annex(document, "참고 2", "참석자 명단", boxed=boxed_title)
    _table(document, BY_POSITION)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _body(document: Any) -> None:
    first = document.add_paragraph("□ 가상통계처(처장 홍길동)는 5월 20일 「2031년 1분기 가상지수」를 ")
    first.add_run("발표했다").bold = True
    first.add_run(".")
    for text in (
        " ㅇ 지수*는 전년 동기보다 3.5% 오른 112.4로 집계됐다.",
        "  * 2020년을 100으로 하여 산출",
        "   - 서비스업 : 4.2% 상승",
        "< 분기별 가상지수(2020=100) >",
    ):
        document.add_paragraph(text)
    _table(document, STATISTICS, merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)))
    for text in (
        "※ 분기별 지수는 잠정치이다.",
        "[ 향후 계획 ]",
        "□ 다음 발표는 8월 20일이다.",
        "붙임  관련 사진 2매(별첨).  끝.",
    ):
        document.add_paragraph(text)


def _annex(document: Any, marker: str, title: str, *, boxed: bool) -> None:
    if boxed:
        _table(document, ((marker, "", title),))
    else:
        document.add_paragraph(marker)
        document.add_paragraph(title)


def _line(document: Any, text: str, *, size: float, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = bold


def _table(
    document: Any, rows: tuple[tuple[str, ...], ...], merges: tuple[tuple[int, int, int, int], ...] = ()
) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            _fill(table.cell(row, column), text)
    for top, left, bottom, right in merges:
        text = rows[top][left]
        _fill(table.cell(top, left).merge(table.cell(bottom, right)), text)
    document.add_paragraph()  # without it Word makes one table of two


def _fill(cell: Any, text: str) -> None:
    """One paragraph for each line."""
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell._tc.append(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{line}</w:t></w:r></w:p>"))
