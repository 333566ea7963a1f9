"""Both languages beside each other, for publication."""

from gui.document.release import BlockKind
from tests.exporters.conftest import Export
from tests.exporters.releases import Builder, cell, whole_release


def test_blocks_stand_beside_each_other(export: Export) -> None:
    build = Builder().add(BlockKind.HEADLINE, ("제목", "Headline"))
    build.add(BlockKind.PARAGRAPH, ("가다.", "He went."), ("오다.", "She came."))
    build.add(BlockKind.NOTE, ("항만", "Ports"), lead="※ ").add(
        BlockKind.BULLET, ("투자", "Invest"), lead="□ ", level=1
    )
    build.add(BlockKind.BULLET, ("하나", "One"), lead="① ", level=2)
    (table,) = export(build.snapshot(), "side-by-side").tables
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
        ("제목", "Headline"),
        ("가다. 오다.", "He went. She came."),
        ("※ 항만", "Note: Ports"),
        ("투자", "Invest"),
        ("①\t하나", "①\tOne"),
    ]
    for row in table.rows:
        left, right = (cell.paragraphs[0].style for cell in row.cells)
        assert left is not None
        assert left == right


def test_tables_stand_below_each_other(export: Export) -> None:
    build = Builder().add(BlockKind.PARAGRAPH, ("앞", "Before")).table([[cell(("가", "A")), cell(("나", "B"))]])
    document = export(build.add(BlockKind.PARAGRAPH, ("뒤", "After")).snapshot(), "side-by-side")
    assert [[cell.text for cell in table.rows[0].cells] for table in document.tables] == [
        ["앞", "Before"],
        ["가", "나"],
        ["A", "B"],
        ["뒤", "After"],
    ]


def test_the_embargo_stands_in_both_languages(export: Export) -> None:
    header = export(whole_release(), "side-by-side").sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == [
        "행사 종료 이후 보도 가능(별도 공지)",
        "Embargoed until the event ends (separate notice)",
    ]


def test_an_annex_begins_a_page(export: Export) -> None:
    breaks = [line.paragraph_format.page_break_before for line in export(whole_release(), "side-by-side").paragraphs]
    assert breaks.count(True) == 1
