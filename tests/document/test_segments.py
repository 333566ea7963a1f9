import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.errors import ProjectError
from gui.document.project import Project
from gui.document.release import Block, BlockKind, Cell, ColumnRole, Release, Table
from gui.document.richtext import Mark, RichText, Style
from gui.document.segment import HUMAN, CellPosition, Origin, OriginKind, Segment, State, Translation, Unit
from gui.document.segments import merge_with_next, split_segment

TEXT = "회의가 열렸다. 예산이 늘었다."
MACHINE = Origin(OriginKind.MACHINE, "google")


def unit(*segments: Segment, text: str = TEXT) -> Unit:
    return Unit("b1", Block(BlockKind.PARAGRAPH, RichText(text)), segments)


def test_split_cuts_both_sides_and_keeps_marks() -> None:
    source = RichText(TEXT, (Mark(5, 12, Style.BOLD),))
    whole = unit(Segment("b1.1", source, Translation("A meeting. More money.", State.DRAFT, MACHINE, ("More",))))
    first, second = split_segment(whole, "b1.1", 9, 10).new
    assert (first.source.text, second.source.text) == ("회의가 열렸다.", "예산이 늘었다.")
    assert first.source.marks == (Mark(5, 8, Style.BOLD),)
    assert second.source.marks == (Mark(0, 3, Style.BOLD),)
    assert (first.target, second.target) == ("A meeting.", "More money.")
    assert (first.translation.marks, second.translation.marks) == ((), ("More",))
    assert first.translation.origin == MACHINE


def test_new_keys_are_never_used_again_so_a_late_draft_finds_nothing() -> None:
    whole = unit(Segment("b1.1", RichText(TEXT)))
    keys = {piece.key for _ in range(3) for piece in split_segment(whole, "b1.1", 9, 0).new}
    assert len(keys) == 6
    assert "b1.1" not in keys


def test_a_confirmed_segment_has_to_be_reviewed_again_after_a_split() -> None:
    whole = unit(Segment("b1.1", RichText(TEXT), Translation("One. Two.", State.FINAL, HUMAN)))
    assert [piece.state for piece in split_segment(whole, "b1.1", 9, 4).new] == [State.TRANSLATED] * 2
    assert [piece.state for piece in split_segment(whole, "b1.1", 9, 0).new] == [State.INITIAL, State.TRANSLATED]


@pytest.mark.parametrize("at", [0, len(TEXT), 100])
def test_neither_half_of_the_korean_may_be_empty(at: int) -> None:
    with pytest.raises(ProjectError, match="cursor"):
        split_segment(unit(Segment("b1.1", RichText(TEXT))), "b1.1", at, 0)


def test_the_last_segment_has_nothing_to_merge_with() -> None:
    with pytest.raises(ProjectError, match="last segment"):
        merge_with_next(unit(Segment("b1.1", RichText(TEXT))), "b1.1")


def test_merging_a_draft_with_typed_text_makes_it_a_persons() -> None:
    pair = unit(
        Segment("b1.1", RichText(TEXT[:8]), Translation("One.", State.DRAFT, MACHINE)),
        Segment("b1.2", RichText(TEXT[9:]), Translation("Two.", State.TRANSLATED, HUMAN)),
    )
    (merged,) = merge_with_next(pair, "b1.1").new
    assert merged.translation == Translation("One. Two.", State.DRAFT, HUMAN)


@given(st.text("가나 다.\n", min_size=2), st.data())
def test_merging_takes_a_split_back(text: str, data: st.DataObject) -> None:
    source = RichText(text).strip()
    cut = data.draw(st.integers(0, len(source)))
    if not (source.text[:cut].strip() and source.text[cut:].strip()):
        return
    project = Project(Release("text", "a", ()), [unit(Segment("b1.1", source), text=text)])
    assert project.apply(split_segment(project.unit("b1"), "b1.1", cut, 0))
    first = project.unit("b1").segments[0].key
    assert project.apply(merge_with_next(project.unit("b1"), first))
    assert project.unit("b1").segments[0].source == source


def test_the_edit_and_its_inverse_hold_in_a_project() -> None:
    project = Project(Release("text", "a", ()), [unit(Segment("b1.1", RichText(TEXT)))])
    edit = split_segment(project.unit("b1"), "b1.1", 9, 0)
    assert project.apply(edit)
    assert project.apply(edit.inverse())
    assert [segment.key for segment in project.unit("b1").segments] == ["b1.1"]


@pytest.mark.parametrize(
    ("place", "is_name"),
    [((1, 0), True), ((0, 0), False), ((1, 1), False), ((1, 2), False), (None, False)],
)
def test_a_name_stands_below_the_header_in_a_column_of_names(place: tuple[int, int] | None, is_name: bool) -> None:
    rows = ((Cell(), Cell(), Cell()),) * 2
    table = Table(rows, 1, (ColumnRole.NAME, ColumnRole.POSITION))  # the last column has no role
    segment = Segment("s", RichText("홍길동"), cell=CellPosition(*place, 0) if place else None)
    unit = Unit("u", Block(BlockKind.ATTENDEE_TABLE, RichText(""), table=table), (segment,))
    assert unit.is_name(segment) is is_name
