"""What stands in a Word document comes out once, in its order, as what it is."""

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Release
from gui.document.richtext import Style
from gui.exporters.registry import exporter
from gui.readers.docx import DocxReader
from gui.readers.raw import Gap, Raw, RawAside, RawLine, RawPicture, RawTable, Role
from tests.exporters.releases import whole_release
from tests.readers import docx_files
from tests.readers.docx_files import cell, paragraph, run, table
from tests.readers.word.raws import NAME, asides, drawing, grid, lines, raws, texts, warnings

Tree: TypeAlias = "str | tuple[str, list[Tree]]"
KNOTS: dict[str, Callable[[str], str]] = {
    "control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format,
    "box": lambda inner: f"<w:p>{drawing(f'<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>')}</w:p>",
    "frame": lambda inner: table((cell(inner),)),
    "table": lambda inner: table((cell(inner), cell("")), (cell(inner.replace("글", "몫")), cell(""))),
    "merged": lambda inner: table((cell("", merge="restart"), cell("")), (cell(inner, merge="continue"), cell(""))),
}
TREES = st.recursive(
    st.just("글"), lambda inner: st.tuples(st.sampled_from(sorted(KNOTS)), st.lists(inner, max_size=3)), max_leaves=12
)


class TestLines:
    def test_spaces_before_a_bullet_are_kept(self) -> None:
        assert texts(paragraph("   ㅇ 글  ")) == ["   ㅇ 글"]

    def test_line_breaks_tabs_and_hyphens(self) -> None:
        body = paragraph(
            "<w:r><w:t>첫째</w:t><w:tab/><w:t>칸</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>"
        )
        assert [(line.text.text, line.gap) for line in lines(body)] == [
            ("첫째\t칸", Gap.PARAGRAPH),
            ("1-2", Gap.BREAK),
        ]

    def test_pages_begin_at_breaks_and_sections(self) -> None:
        broken = paragraph("첫째", '<w:r><w:br w:type="page"/></w:r>') + "<w:p/>" + paragraph("둘째")
        section = paragraph("셋째", properties="<w:sectPr/>") + paragraph("넷째")
        same = paragraph("다섯", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + paragraph("여섯")
        before = paragraph("일곱", properties="<w:pageBreakBefore/>")
        found = lines(broken + section + same + before)
        assert [line.text.text for line in found if line.gap is Gap.PAGE] == ["둘째", "넷째", "일곱"]

    def test_looks_come_from_defaults_styles_and_runs(self) -> None:
        styles = (
            '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr>'
            '<w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:type="character" w:styleId="d"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        )
        body = paragraph("보통") + paragraph(
            "굵게", run("가늘게", '<w:rStyle w:val="d"/><w:b w:val="0"/>'), properties='<w:pStyle w:val="c"/>'
        )
        plain, styled = lines(body, None, styles=styles)
        assert (plain.size, plain.centred, plain.text.marks) == (11.0, False, ())
        assert (styled.size, styled.centred) == (15.0, True)
        marked = {(mark.style, styled.text.text[mark.start : mark.end]) for mark in styled.text.marks}
        assert marked == {(Style.BOLD, "굵게"), (Style.UNDERLINE, "가늘게")}

    def test_headings_by_outline_and_by_name(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{more}</w:pPr></w:style>'
            for key, name, more in (
                ("t", "Title", ""),
                ("h", "heading 2", ""),
                ("o", "개요", '<w:outlineLvl w:val="0"/>'),
                ("c", "caption", ""),
            )
        )
        body = "".join(paragraph("글", properties=f'<w:pStyle w:val="{key}"/>') for key in "thocx")
        found = lines(body, None, styles=styles)
        assert [line.heading for line in found] == [1, 3, 2, 0, 0]
        assert [line.role for line in found] == [None, None, None, Role.CAPTION, None]

    def test_a_drop_cap_begins_the_paragraph_after_it(self) -> None:
        cap = paragraph("가", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
        assert texts(cap + paragraph("상부는 오늘 밝혔다.")) == ["가상부는 오늘 밝혔다."]

    def test_frames_around_paragraphs_are_boxes(self) -> None:
        sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
        framed = paragraph("안", properties=f"<w:pBdr>{sides}</w:pBdr>")
        body = paragraph("밖") + framed * 2 + paragraph("밖") + framed
        assert [line.box for line in lines(body)] == [0, 1, 1, 0, 2]

    def test_symbols_of_symbol_fonts(self) -> None:
        font = '<w:rFonts w:ascii="Wingdings"/>'
        body = paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', run("\uf06e", font), run(" 글"))
        assert texts(body) == ["▪■ 글"]

    def test_readings_and_formulas(self) -> None:
        ruby = f"<w:r><w:ruby><w:rt>{run('한자')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>"
        number = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
        half = f"<m:oMath><m:f>{number.format('num', '1')}{number.format('den', '2')}</m:f></m:oMath>"
        assert texts(paragraph(ruby)) == ["漢字(한자)"]
        assert texts(paragraph("값은 ", half)) == ["값은 1/2"]
        assert texts(f"<m:oMathPara>{half}</m:oMathPara>") == ["1/2"]


class TestWrapped:
    @pytest.mark.parametrize(
        "wrapped",
        [
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            '<w:customXml w:element="a">{}</w:customXml>',
            '<mc:AlternateContent><mc:Choice Requires="a">{}</mc:Choice></mc:AlternateContent>',
        ],
    )
    def test_whatever_is_wrapped_around_blocks_rows_and_runs(self, wrapped: str) -> None:
        row = f"<w:tr>{cell('가')}{wrapped.format(cell('나'))}</w:tr>"
        body = wrapped.format(paragraph("첫째")) + f"<w:p>{wrapped.format(run('둘째'))}</w:p>"
        found = raws(body + f"<w:tbl>{row}{wrapped.format(row)}</w:tbl>")
        assert [raw.text.text for raw in found if isinstance(raw, RawLine)] == ["첫째", "둘째"]
        (only,) = [raw for raw in found if isinstance(raw, RawTable)]
        assert [[c.whole for c in cells] for cells in only.rows] == [["가", "나"]] * 2

    def test_links_and_smart_tags(self) -> None:
        body = f"<w:p><w:hyperlink r:id='x'>{run('이음')}</w:hyperlink><w:smartTag>{run('꼬리')}</w:smartTag></w:p>"
        assert texts(body) == ["이음꼬리"]

    def test_the_prompt_of_an_empty_field_is_set_aside(self) -> None:
        prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('누르세요')}</w:sdtContent></w:sdt>"
        assert asides(f"<w:p>{run('글')}{prompt}</w:p>") == [("누르세요", "The prompt of an empty form field.")]


class TestRevisions:
    def test_insertions_stay_and_deletions_are_set_aside(self) -> None:
        deleted = "<w:r><w:delText>뺀 글</w:delText></w:r>"
        body = f"<w:p>{run('앞 ')}<w:ins>{run('넣은 글')}</w:ins><w:del>{deleted}</w:del></w:p>"
        moved = f"<w:p><w:moveFrom>{run('옮긴')}</w:moveFrom></w:p><w:p><w:moveTo>{run('옮긴')}</w:moveTo></w:p>"
        assert texts(body + moved) == ["앞 넣은 글", "옮긴"]
        reason = "Deleted in a tracked change."
        assert asides(body + moved) == [("뺀 글", reason), ("옮긴", reason)]

    def test_rows_deleted_with_tracked_changes(self) -> None:
        deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('뺀')}{cell('줄')}</w:tr>"
        kept = f"<w:tr>{cell('가')}{cell('나')}</w:tr>"
        found = raws(f"<w:tbl>{deleted}{kept}</w:tbl>")
        assert [type(raw).__name__ for raw in found] == ["RawTable", "RawAside", "RawAside"]

    def test_hidden_text_is_set_aside(self) -> None:
        assert asides(paragraph("글", run("숨은", "<w:vanish/>"))) == [("숨은", "Formatted as hidden.")]


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    separate = mark("separate") + result if result else ""
    return mark("begin") + code + separate + mark("end")


class TestFields:
    def test_results_are_text_and_codes_are_not(self) -> None:
        nested = field(" REF a ", run("표 ") + field(" SEQ b ", run("1")))
        assert texts(f"<w:p>{run('〈')}{nested}{run('〉')}</w:p>") == ["〈표 1〉"]

    @pytest.mark.parametrize(
        "page", [field(" PAGE ", run("7")), f'<w:fldSimple w:instr=" NUMPAGES ">{run("7")}</w:fldSimple>']
    )
    def test_page_numbers_are_set_aside(self, page: str) -> None:
        assert asides(f"<w:p>{run('글')}{page}</w:p>") == [("7", "It is a page number.")]
        footer = f"<w:p>{run('- ')}{page}{run(' -')}</w:p>"
        assert [text for text, _ in asides(paragraph("글"), footer=footer)] == ["- 7 -"]

    def test_a_field_that_never_ends_swallows_nothing(self) -> None:
        opened = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
        assert texts(opened + paragraph("글")) == ["글"]

    def test_circled_numbers(self) -> None:
        assert texts(paragraph(field(r"eq \o\ac(○,3)", ""), " 셋째")) == ["③ 셋째"]


class TestNotes:
    def test_notes_follow_their_paragraph_with_their_mark(self) -> None:
        def reference(kind: str, number: int) -> str:
            return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

        body = paragraph("첫째", reference("footnote", 5), " 글", reference("endnote", 2))
        body += paragraph("둘째", reference("footnote", 4))
        notes = "".join(f'<w:footnote w:id="{n}">{paragraph(" 각주", str(n))}</w:footnote>' for n in (4, 5))
        separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("줄")}</w:footnote>'
        ends = f'<w:endnote w:id="2">{paragraph("미주")}</w:endnote>'
        found = lines(body, None, footnotes=separator + notes, endnotes=ends)
        assert [(line.text.text, line.role) for line in found] == [
            ("첫째1) 글i)", None),
            ("1) 각주5", Role.FOOTNOTE),
            ("i) 미주", Role.FOOTNOTE),
            ("둘째2)", None),
            ("2) 각주4", Role.FOOTNOTE),
        ]

    def test_notes_that_nothing_refers_to_are_set_aside(self) -> None:
        notes = f'<w:footnote w:id="3">{paragraph("남은")}</w:footnote>'
        assert asides(paragraph("글"), footnotes=notes) == [("남은", "A foot-note that the text does not refer to.")]

    def test_headers_footers_and_comments_are_set_aside_once(self) -> None:
        comment = f'<w:comment w:id="0">{paragraph("고칠 것")}</w:comment>'
        found = asides(paragraph("글"), header=paragraph("머리") * 2, footer=paragraph("- 1 -"), comments=comment)
        assert [text for text, _ in found] == ["머리\n머리", "- 1 -", "고칠 것"]


class TestTables:
    def test_cells_merged_down_and_across(self) -> None:
        found = grid(
            (cell("가", merge="restart"), cell("나", span=2)),
            (cell(merge="continue"), cell("다"), cell("라")),
        )
        assert [[(c.whole, c.row_span, c.column_span) for c in row] for row in found.rows] == [
            [("가", 2, 1), ("나", 1, 2)],
            [("다", 1, 1), ("라", 1, 1)],
        ]

    def test_cells_merged_the_old_way_keep_their_text(self) -> None:
        old = '<w:hMerge w:val="{}"/>'
        row = (
            cell("가", properties=old.format("restart")),
            cell("덮인", properties=old.format("continue")),
            cell("나"),
        )
        found = raws(table(row, (cell("1"), cell("2"), cell("3"))))
        assert isinstance(found[0], RawTable)
        assert [(c.whole, c.column_span) for c in found[0].rows[0]] == [("가", 2), ("나", 1)]
        assert [raw.text for raw in found if isinstance(raw, RawAside)] == ["덮인"]

    def test_rows_that_begin_further_right(self) -> None:
        body = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("나")}</w:tr>'
        found = raws(f"<w:tbl><w:tr>{cell('가')}{cell('다')}</w:tr>{body}</w:tbl>")
        assert isinstance(found[0], RawTable)
        assert [[c.whole for c in row] for row in found[0].rows] == [["가", "다"], ["", "나"]]

    def test_a_nested_table_is_kept_in_lines_with_a_warning(self) -> None:
        inner = table((cell("안"), cell("쪽")))
        body = table((cell("가"), cell(inner, "뒤")), (cell("나"), cell("다")))
        assert isinstance(raws(body)[0], RawTable)
        assert len(warnings(body)) == 1

    def test_items_of_a_cell(self) -> None:
        found = grid((cell("○ 첫째", paragraph("<w:r><w:t>둘째</w:t><w:br/><w:t>셋째</w:t></w:r>")), cell("끝")))
        assert [item.text.text for item in found.rows[0][0].items] == ["○ 첫째", "둘째", "셋째"]


class TestNothingIsLost:
    def test_text_where_none_is_allowed(self) -> None:
        body = "<w:t>떠도는</w:t>" + paragraph("글")
        assert texts(body) == ["글", "떠도는"]
        assert len(warnings(body)) == 1

    def test_the_strict_namespaces(self) -> None:
        strict = docx_files.part("document", f"<w:body>{paragraph('글')}</w:body>")
        strict = strict.replace(docx_files.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        data = docx_files.package({"word/document.xml": strict})
        assert _whole(DocxReader().read(NAME, data)) == "글"

    @given(TREES)
    @settings(max_examples=60, deadline=None)
    def test_every_text_comes_out_once(self, tree: Tree) -> None:
        numbers = count(1)
        found = "".join(map(_text, raws(_written(tree, numbers))))
        assert sorted(re.findall(r"글\d+#", found)) == sorted(f"글{number}#" for number in range(1, next(numbers)))


def _written(tree: Tree, numbers: Iterator[int]) -> str:
    """A paragraph for each word, wrapped up as the words for the knots say."""
    if isinstance(tree, str):
        return paragraph(f"글{next(numbers)}#")
    knot, parts = tree
    return KNOTS[knot]("".join(_written(part, numbers) for part in parts))


def _text(raw: Raw) -> str:
    if isinstance(raw, RawTable):
        return "".join(found.whole for row in raw.rows for found in row)
    if isinstance(raw, RawPicture):
        return ""
    return raw.text.text if isinstance(raw, RawLine) else raw.text


def _whole(release: Release) -> str:
    return "\n".join(block.whole for block in release.blocks)


@pytest.mark.parametrize("layout", ["english", "bilingual"])
def test_a_document_of_our_own_is_read_whole(layout: str, tmp_path: Path) -> None:
    path = exporter(layout).export(whole_release(), tmp_path / f"{layout}.docx").path
    release = DocxReader().read(path.name, path.read_bytes())
    read = "".join((_whole(release) + "".join(aside.text for aside in release.set_aside)).split())
    document: Any = Document(str(path))
    written = [
        text for element in document.element.body.iter(qn("w:t")) if (text := "".join((element.text or "").split()))
    ]
    assert [text for text in written if text not in read] == []
    assert release.warnings == () or layout == "bilingual"
