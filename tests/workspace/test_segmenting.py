from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Block, BlockKind, Cell, CellItem, Release, Table
from gui.document.richtext import Mark, RichText, Style
from gui.document.segment import CellPosition, Segment
from gui.workspace.segmenting import project_from

TEXT_KINDS = [kind for kind in BlockKind if not kind.is_table]
KOREAN = st.text("가나다했습니다. 1,)(\"'!?…\n\t~·함임음됨U.S", max_size=80)


def segments_of(*blocks: Block) -> list[Segment]:
    return list(project_from(Release("text", "a", blocks)).snapshot().segments())


def visible(text: str) -> str:
    return "".join(text.split())


def test_sentences_get_a_segment_each_and_keep_their_marks() -> None:
    text = RichText("회의를 열었습니다. 지원합니다.", (Mark(4, 14, Style.BOLD),))
    first, second = segments_of(Block(BlockKind.PARAGRAPH, text))
    assert (first.key, second.key) == ("b1.1", "b1.2")
    assert second.source == RichText("지원합니다.", (Mark(0, 3, Style.BOLD),))


def test_a_headline_is_one_segment_whatever_it_holds() -> None:
    (only,) = segments_of(Block(BlockKind.HEADLINE, RichText("회의를 열었습니다. 지원합니다.")))
    assert only.source.text == "회의를 열었습니다. 지원합니다."


def test_marks_at_the_ends_are_no_part_of_a_segment() -> None:
    (only,) = segments_of(Block(BlockKind.SUBHEADLINE, RichText("- 역량 결합 강조 -"), lead="- ", tail=" -"))
    assert only.source.text == "역량 결합 강조"


def test_a_block_without_words_has_a_unit_but_no_segment() -> None:
    project = project_from(Release("text", "a", (Block(BlockKind.PARAGRAPH, RichText("※ "), lead="※ "),)))
    assert project.unit("b1").segments == ()


def test_every_item_of_a_cell_is_a_segment_and_merges_are_counted() -> None:
    items = Cell((CellItem(RichText("박사"), "○ "), CellItem(RichText("원장"), "* ")))
    rows = ((Cell((CellItem(RichText("이름")),), column_span=2), items), (Cell(), Cell((CellItem(RichText("가")),))))
    first, second, third, fourth = segments_of(Block(BlockKind.TABLE, table=Table(rows)))
    assert (first.key, first.cell) == ("b1.r0.c0.i0", CellPosition(0, 0, 0))
    assert (second.key, second.lead) == ("b1.r0.c2.i0", "○ ")
    assert (third.key, third.cell) == ("b1.r0.c2.i1", CellPosition(0, 2, 1))
    assert fourth.cell == CellPosition(1, 1, 0)


@settings(max_examples=200)
@given(st.sampled_from(TEXT_KINDS), KOREAN)
def test_nothing_visible_is_left_out(kind: BlockKind, text: str) -> None:
    block = Block(kind, RichText(text))
    assert visible("".join(segment.source.text for segment in segments_of(block))) == visible(block.content.text)


@given(st.lists(KOREAN, max_size=6))
def test_nothing_visible_of_a_table_is_left_out(texts: list[str]) -> None:
    row = tuple(Cell((CellItem(RichText(text)),)) for text in texts)
    found = segments_of(Block(BlockKind.TABLE, table=Table((row,))))
    assert visible("".join(segment.source.text for segment in found)) == visible("".join(texts))
