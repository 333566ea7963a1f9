"""What the English release says and how it is built."""

import re
from dataclasses import replace

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from gui.document.project import Project, Snapshot
from gui.document.release import BlockKind, Cell, CellItem, ColumnRole
from gui.document.richtext import RichText
from gui.document.segment import Segment, Unit
from gui.document.tables import insert_row, move_row, remove_row
from gui.exporters.text import untranslated
from gui.language.telephone import international
from tests.exporters.conftest import Export, rows_with, widths
from tests.exporters.releases import Builder, Pair, bold, cell, people, translated, whole_release, without_english


def styled(document: Document) -> list[tuple[str, str]]:
    return [(_style(paragraph), paragraph.text) for paragraph in document.paragraphs]


def _style(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def one(
    export: Export, kind: BlockKind, *pairs: Pair, lead: str = "", tail: str = "", level: int = 0
) -> tuple[str, str]:
    """Style and text of the only paragraph of a release with one block."""
    (paragraph,) = styled(export(Builder().add(kind, *pairs, lead=lead, tail=tail, level=level).snapshot()))
    return paragraph


def header_text(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)


def everything(document: Document) -> str:
    texts = [header_text(document), *(paragraph.text for paragraph in document.paragraphs)]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


@pytest.mark.parametrize("translate", [True, False])
def test_every_segment_appears(export: Export, translate: bool) -> None:
    snapshot = whole_release() if translate else without_english(whole_release())
    text = everything(export(snapshot))
    for segment in snapshot.segments():
        assert international(segment.target or segment.source.text) in text


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if not kind.is_table])
def test_every_kind_of_block_has_a_place(export: Export, kind: BlockKind) -> None:
    assert "Some English" in everything(export(Builder().add(kind, ("원문", "Some English")).snapshot()))


def test_styles_follow_the_blocks(export: Export) -> None:
    shown = styled(export(whole_release()))
    assert shown[:7] == [
        ("Masthead", "Press Release"),
        ("Slogan", "Opening the sea routes together"),
        ("Date", "Released: Friday, June 14, 2024"),
        ("Title", "Minister Kim Hae-sol Discusses Cooperation on Clean Shipping at ‘Blue Harbor Round Table’"),
        (
            "Subtitle",
            "Minister stresses combining Korea’s port technology with the research strength of its partners",
        ),
        ("Body Text", shown[5][1]),
        ("Note", "Note: A “blue harbor” is a port whose cranes, tugs and trucks run without carbon emissions."),
    ]
    styles = [style for style, _ in shown]
    for style in ("Heading 2", "Heading 3", "Foot-note", "Caption", "Attachment", "End Mark", "Heading 1", "Table Gap"):
        assert style in styles


def test_sentences_of_a_unit_are_one_paragraph(export: Export) -> None:
    assert one(export, BlockKind.PARAGRAPH, ("가다.", "He went."), ("오다.", "She came.")) == (
        "Body Text",
        "He went. She came.",
    )


@pytest.mark.parametrize(
    ("kind", "english", "shown"),
    [
        (BlockKind.NOTE, "Ports only", "Note: Ports only"),
        (BlockKind.NOTE, "Note: ports only", "Note: ports only"),
        (BlockKind.NOTE, "Notes on ports", "Notes on ports"),
        (BlockKind.NOTE, "Notebook prices rose", "Note: Notebook prices rose"),
        (BlockKind.NOTE, "* Ports only", "* Ports only"),
        (BlockKind.DISTRIBUTION, "June 14, 2024", "Released: June 14, 2024"),
        (BlockKind.DISTRIBUTION, "Distribution: June 14, 2024", "Distribution: June 14, 2024"),
        (BlockKind.DISTRIBUTION, "For immediate release", "For immediate release"),
    ],
)
def test_a_korean_mark_becomes_a_word_once(export: Export, kind: BlockKind, english: str, shown: str) -> None:
    assert one(export, kind, ("원문", english))[1] == shown


@pytest.mark.parametrize(
    ("lead", "style", "shown"),
    [
        ("□ ", "List Bullet", "Invest"),
        (" ㅇ ", "List Bullet", "Invest"),
        ("① ", "List", "①\tInvest"),
        ("1) ", "List", "1)\tInvest"),
        ("가. ", "List", "A.\tInvest"),
    ],
)
def test_a_mark_becomes_a_list_and_a_number_stays(export: Export, lead: str, style: str, shown: str) -> None:
    assert one(export, BlockKind.BULLET, ("투자", "Invest"), lead=lead, level=1) == (style, shown)


def test_bullets_are_true_lists_of_four_levels(export: Export) -> None:
    build = Builder()
    for level in range(1, 5):
        build.add(BlockKind.BULLET, ("항목", f"Item {level}"), lead="- ", level=level)
    document = export(build.snapshot())
    names = [style for style, _ in styled(document)]
    assert names == ["List Bullet", "List Bullet 2", "List Bullet 3", "List Bullet 4"]
    for level, name in enumerate(names):
        number = document.styles[name].element.find(qn("w:pPr")).find(qn("w:numPr"))
        assert number.find(qn("w:ilvl")).get(qn("w:val")) == str(level)
        assert number.find(qn("w:numId")).get(qn("w:val")) == "1"


def test_end_mark(export: Export) -> None:
    assert one(export, BlockKind.END_MARK, ("끝", "End"))[1] == "– End –"
    assert one(export, BlockKind.END_MARK, ("<끝>", "<End>"))[1] == "<End>"


def test_foot_notes_keep_their_stars(export: Export) -> None:
    assert one(export, BlockKind.FOOTNOTE, ("설명", "Shore power"), lead="** ") == ("Foot-note", "** Shore power")
    assert one(export, BlockKind.FOOTNOTE, ("설명", "* Shore power"), lead="* ")[1] == "* Shore power"


def test_the_embargo_is_boxed_on_every_page_and_not_in_the_body(export: Export) -> None:
    document = export(whole_release())
    assert header_text(document) == "Embargoed until the event ends (separate notice)"
    box = document.styles["Embargo"].element.find(qn("w:pPr")).find(qn("w:pBdr"))
    assert [side.tag for side in box] == [qn(f"w:{side}") for side in ("top", "left", "bottom", "right")]
    assert _style(document.sections[0].header.paragraphs[0]) == "Embargo"
    assert not any("Embargo" in text for _, text in styled(document))


def test_the_embargo_is_named_where_its_english_does_not(export: Export) -> None:
    build = Builder().add(BlockKind.EMBARGO, ("행사 종료 이후", "Until the event ends"))
    assert header_text(export(build.snapshot())) == "EMBARGO: Until the event ends"


def test_no_box_without_an_embargo(export: Export) -> None:
    document = export(Builder().add(BlockKind.HEADLINE, ("제목", "Headline")).snapshot())
    (paragraph,) = document.sections[0].header.paragraphs
    assert (paragraph.text, _style(paragraph)) == ("", "Header")


def test_an_annex_starts_a_page_once(export: Export) -> None:
    document = export(whole_release())
    annexes = [paragraph for paragraph in document.paragraphs if _style(paragraph) == "Heading 1"]
    assert [paragraph.paragraph_format.page_break_before for paragraph in annexes] == [True, None]
    assert document.styles["Heading 1"].paragraph_format.keep_with_next


def test_korean_without_english_is_marked(export: Export) -> None:
    snapshot = Builder().add(BlockKind.PARAGRAPH, ("가다.", "He went."), ("오다.", "")).snapshot()
    (paragraph,) = export(snapshot).paragraphs
    assert paragraph.text == "He went. [KO] 오다."
    marked = [run.text for run in paragraph.runs if run.font.highlight_color is not None]
    assert marked == ["[KO] ", "오다."]
    assert [segment.key for segment in untranslated(snapshot)] == ["b1.2"]


@pytest.mark.parametrize("source", ["1,024", "David Brown", "02-000-0000", "—"])
def test_a_source_without_korean_stands_for_itself(export: Export, source: str) -> None:
    assert one(export, BlockKind.PARAGRAPH, (source, ""))[1] == source


def test_bold_that_covers_a_segment_is_taken_over(export: Export) -> None:
    unit = Unit(
        "b1",
        replace(Builder().add(BlockKind.PARAGRAPH, ("굵게 보통", "")).snapshot().units[0].block),
        (
            Segment("b1.1", bold("굵게"), translated("Bold.")),
            Segment("b1.2", RichText("보통"), translated("Plain.")),
        ),
    )
    (paragraph,) = export(Builder().unit(unit).snapshot()).paragraphs
    assert [(run.text, bool(run.bold)) for run in paragraph.runs] == [("Bold.", True), (" ", False), ("Plain.", False)]


def test_line_breaks_and_tabs_are_kept(export: Export) -> None:
    assert one(export, BlockKind.PARAGRAPH, ("원문", "a\nb\r\nc\rd\te  f "))[1] == "a\nb\nc\nd\te  f "


# Tables


def only_table(document: Document) -> WordTable:
    (table,) = document.tables
    return table


def test_attendee_table(export: Export) -> None:
    table = only_table(export(Builder().attendees(people(34)).snapshot()))
    assert len(table.rows) == 35
    assert [cell.text for cell in table.rows[0].cells] == ["Name", "Position", "Background"]
    assert rows_with(table, "w:tblHeader") == [True] + [False] * 34
    assert all(rows_with(table, "w:cantSplit"))
    background = table.rows[1].cells[2]
    assert [(_style(paragraph), paragraph.text) for paragraph in background.paragraphs] == [
        ("Table Bullet", "Professor, Hanbit University College of Medicine"),
        ("Table Bullet", "Founder, NuriHub*"),
        ("Table Note", "* A private incubator for the life sciences"),
    ]


def test_rows_as_people_left_them(export: Export) -> None:
    snapshot = Builder().attendees(people(4)).snapshot()
    project = Project(snapshot.release, snapshot.units)
    assert project.apply(remove_row(project.unit("b1"), 2))
    assert project.apply(move_row(project.unit("b1"), 3, 1))
    assert project.apply(insert_row(project.unit("b1"), 4))
    table = only_table(export(project.snapshot()))
    names = [row.cells[0].text for row in table.rows]
    assert names == ["Name", "Hong Gil-dong 4", "Hong Gil-dong 1", "Hong Gil-dong 3", ""]


def test_merged_cells(export: Export) -> None:
    rows = [
        [cell(("가", "A"), rows=2), cell(("나", "B"), columns=2)],
        [cell(("다", "C")), cell(("라", "D"))],
        [cell(("마", "E"), columns=3)],
    ]
    table = only_table(export(Builder().table(rows).snapshot()))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B", "B"],
        ["A", "C", "D"],
        ["E", "E", "E"],
    ]


def test_a_merge_never_hides_text(export: Export) -> None:
    snapshot = Builder().table([[cell(("가", "A"), rows=2), cell(("나", "B"))], [cell(("다", "C"))]]).snapshot()
    (unit,) = snapshot.units
    moved = replace(unit.segments[2], cell=replace(unit.segments[0].cell, row=1) if unit.segments[0].cell else None)
    table = only_table(export(replace(snapshot, units=(replace(unit, segments=(*unit.segments[:2], moved)),))))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["A", "B"], ["C", ""]]


def test_empty_rows_of_a_form_stay(export: Export) -> None:
    empty: tuple[Cell, tuple[str, ...]] = (Cell(), ())
    table = Builder().table([[cell(("성명", "Name")), empty], [empty, empty]])
    assert len(only_table(export(table.snapshot())).rows) == 2


def test_neighbouring_tables_stay_apart(export: Export) -> None:
    build = Builder().table([[cell(("가", "A"))]]).table([[cell(("나", "B"))]])
    assert len(export(build.snapshot()).tables) == 2


def test_figures_are_flush_right_and_columns_fill_the_page(export: Export) -> None:
    rows = [[cell(("부산", "Busan Port Authority")), cell(("△1,020.5%", "-1,020.5%"))]]
    table = only_table(export(Builder().table(rows).snapshot()))
    assert _style(table.rows[0].cells[1].paragraphs[0]) == "Table Number"
    assert sum(widths(table)) == 9184
    assert widths(table)[0] > widths(table)[1]


def test_a_split_item_is_one_paragraph(export: Export) -> None:
    snapshot = Builder().table([[cell(("가나", "A"))]]).snapshot()
    (unit,) = snapshot.units
    second = replace(unit.segments[0], key="b1.s9", translation=translated("B"))
    table = only_table(export(replace(snapshot, units=(replace(unit, segments=(*unit.segments, second)),))))
    assert [paragraph.text for paragraph in table.rows[0].cells[0].paragraphs] == ["A B"]


def test_a_cell_with_notes_and_numbers(export: Export) -> None:
    items = tuple(CellItem(RichText("가"), lead) for lead in ("① ", "- ", "", "* ", "* "))
    table = only_table(export(Builder().table([[(Cell(items), ("A", "B", "C", "D", "* E"))]]).snapshot()))
    shown = [(_style(paragraph), paragraph.text) for paragraph in table.rows[0].cells[0].paragraphs]
    assert shown == [
        ("Table Text", "① A"),
        ("Table Bullet", "B"),
        ("Table Text", "C"),
        ("Table Note", "* D"),
        ("Table Note", "* E"),
    ]


def test_long_names_and_many_columns(export: Export) -> None:
    rows = [[cell((f"열{number}", "Incomprehensibilities" * 3)) for number in range(24)]]
    table = only_table(export(Builder().table(rows).snapshot()))
    assert (len(widths(table)), sum(widths(table))) == (24, 9184)
    assert min(widths(table)) > 0


def test_a_table_without_text_does_not_crash(export: Export) -> None:
    document = export(Builder().table([], BlockKind.ATTENDEE_TABLE, 1, (ColumnRole.NAME,)).snapshot())
    assert len(only_table(document).rows) == 1


def test_an_empty_release(export: Export) -> None:
    assert export(Builder().snapshot()).paragraphs == []


def test_title_property_is_the_english_headline(export: Export) -> None:
    def title(snapshot: Snapshot) -> str:
        return str(export(snapshot).core_properties.title)

    assert title(whole_release()).startswith("Minister Kim Hae-sol")
    assert title(Builder().add(BlockKind.PARAGRAPH, ("글", "Text")).snapshot("보도자료.md")) == "보도자료"
    assert len(title(Builder().add(BlockKind.HEADLINE, ("제목", "word " * 90)).snapshot())) == 255
    assert re.fullmatch("a b", title(Builder().add(BlockKind.HEADLINE, ("제목", "a\nb")).snapshot()))
