from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.footnotes import anchors
from gui.document.release import Block, BlockKind, Cell, CellItem, Table
from gui.document.richtext import RichText


def text(kind: BlockKind, whole: str, lead: str = "") -> Block:
    return Block(kind, RichText(whole), lead=lead)


def bullet(whole: str) -> Block:
    return text(BlockKind.BULLET, whole, whole[:2])


def note(whole: str) -> Block:
    return text(BlockKind.FOOTNOTE, whole, whole.split(" ")[0] + " ")


def test_a_star_in_the_paragraph_above() -> None:
    assert anchors([bullet("□ 택시*를 늘린다."), note("* 영업용 승용차")]) == {1: 0}


def test_two_stars_are_not_one() -> None:
    blocks = [bullet("□ 택시*와 버스**를 늘린다."), note("* 승용차"), note("** 승합차")]
    assert anchors(blocks) == {1: 0, 2: 0}
    assert anchors([bullet("□ 버스**를 늘린다."), note("* 승용차")]) == {}


def test_each_star_has_one_foot_note() -> None:
    blocks = [bullet("ㅇ 가*"), note("* 하나"), bullet("ㅇ 나"), note("* 둘")]
    assert anchors(blocks) == {1: 0}
    assert anchors([bullet("ㅇ 가*와 나*"), note("* 하나"), note("* 둘")]) == {1: 0, 2: 0}


def test_a_table_may_stand_between_or_carry_the_star() -> None:
    def table(word: str) -> Block:
        return Block(BlockKind.TABLE, table=Table(((Cell((CellItem(RichText(word)),)),),)))

    assert anchors([bullet("ㅇ 가*"), table("합계"), note("* 하나")]) == {2: 0}
    assert anchors([bullet("ㅇ 가*"), table("합계*"), note("* 하나")]) == {2: 1}


def test_a_star_of_the_section_before_is_none_of_ours() -> None:
    blocks = [bullet("ㅇ 가*"), text(BlockKind.HEADING, "2. 계획"), bullet("ㅇ 나"), note("* 하나")]
    assert anchors(blocks) == {}
    assert anchors([text(BlockKind.HEADLINE, "택시* 증차"), note("* 승용차")]) == {1: 0}


def test_numbers() -> None:
    blocks = [bullet("□ 잔액11)과 금리1)가 올랐다."), note("1) 잠정"), note("11) 확정")]
    assert anchors(blocks) == {1: 0, 2: 0}


def test_a_bullet_that_is_a_star_is_no_mark() -> None:
    assert anchors([text(BlockKind.BULLET, "* 첫째", "* "), note("* 하나")]) == {}


@settings(max_examples=60)
@given(st.lists(st.from_type(Block), max_size=12))
def test_only_foot_notes_are_tied_and_only_upwards(blocks: list[Block]) -> None:
    for foot_note, place in anchors(blocks).items():
        assert place < foot_note
        assert blocks[foot_note].kind is BlockKind.FOOTNOTE
        assert blocks[foot_note].lead.strip() in blocks[place].whole
