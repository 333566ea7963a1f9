import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.edit import Edit, SegmentsEdit, TargetEdit
from gui.document.errors import ProjectError
from gui.document.project import Project
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import HUMAN, Origin, OriginKind, State, Translation, Unit
from gui.document.tables import TableGrid, insert_row, move_row, remove_row, set_cell, set_source
from gui.workspace.segmenting import project_from

MACHINE = Origin(OriginKind.MACHINE, "google")


def cell(*lines: str, lead: str = "", row_span: int = 1) -> Cell:
    return Cell(tuple(CellItem(RichText(line), lead) for line in lines), row_span=row_span)


ROLES = (ColumnRole.NAME, ColumnRole.POSITION, ColumnRole.BACKGROUND)
ROWS = (
    (cell("이름"), cell("현직"), cell("주요 학·경력")),
    (cell("홍길동"), cell("원장"), cell("박사", "교수", lead="○ ")),
    (cell("김철수"), cell(), cell("대표", lead="○ ")),
)


@pytest.fixture
def project() -> Project:
    return project_of(ROWS)


def project_of(rows: tuple[tuple[Cell, ...], ...]) -> Project:
    block = Block(BlockKind.ATTENDEE_TABLE, table=Table(rows, 1, ROLES))
    return project_from(Release("markdown", "a.md", (block,)))


def apply(project: Project, *edits: Edit) -> list[list[list[str]]]:
    assert all(project.apply(edit) for edit in edits)
    return sources(project.unit("b1"))


def sources(unit: Unit) -> list[list[list[str]]]:
    return [[[item.source.text for item in box] for box in row] for row in TableGrid.of(unit).rows]


def targets(unit: Unit, row: int, column: int) -> list[str]:
    return [item.target for item in TableGrid.of(unit).rows[row][column]]


def test_the_grid_is_rows_by_roles_with_a_segment_for_each_line(project: Project) -> None:
    grid = TableGrid.of(project.unit("b1"))
    assert grid.roles == ROLES
    assert sources(project.unit("b1"))[1] == [["홍길동"], ["원장"], ["박사", "교수"]]
    assert len(grid.header) == 1
    assert [row[0][0].key for row in grid.body] == ["b1.r1.c0.i0", "b1.r2.c0.i0"]
    assert grid.body[1][1] == ()


def test_an_inserted_row_pushes_the_others_down_and_keeps_their_keys(project: Project) -> None:
    rows = apply(project, insert_row(project.unit("b1"), 2))
    assert [row[0] for row in rows] == [["이름"], ["홍길동"], [""], ["김철수"]]
    grid = TableGrid.of(project.unit("b1"))
    assert grid.rows[3][0][0].key == "b1.r2.c0.i0"
    assert all(box[0].added for box in grid.rows[2])


def test_a_row_can_be_added_at_the_end_and_filled_on_both_sides(project: Project) -> None:
    apply(project, insert_row(project.unit("b1"), 3))
    apply(project, set_source(project.unit("b1"), 3, 2, ("학사", "석사")))
    rows = apply(project, *set_cell(project.unit("b1"), 3, 2, ("BA", "MA")))
    assert rows[3] == [[""], [""], ["학사", "석사"]]
    assert targets(project.unit("b1"), 3, 2) == ["BA", "MA"]


def test_a_removed_row_comes_back_with_undo(project: Project) -> None:
    before = project.unit("b1")
    edit = remove_row(before, 1)
    assert [row[0] for row in apply(project, edit)] == [["이름"], ["김철수"]]
    apply(project, edit.inverse())
    assert project.unit("b1") == before


@given(st.integers(1, 2), st.integers(1, 2))
def test_moving_a_row_there_and_back_changes_nothing(at: int, to: int) -> None:
    project = project_of(ROWS)
    before = project.unit("b1")
    apply(project, move_row(before, at, to))
    apply(project, move_row(project.unit("b1"), to, at))
    assert project.unit("b1") == before


@pytest.mark.parametrize("at", [0, 4, -1])
def test_a_row_goes_below_the_header_and_not_beyond_the_end(project: Project, at: int) -> None:
    with pytest.raises(ProjectError, match="no such row"):
        insert_row(project.unit("b1"), at)


def test_rows_merged_with_each_other_stay_where_they_are() -> None:
    rows = (ROWS[0], (cell("홍길동", row_span=2), cell("원장"), cell("박사")), (cell("소장"), cell("교수")))
    with pytest.raises(ProjectError, match="merged"):
        remove_row(project_of(rows).unit("b1"), 1)


def test_typing_as_many_lines_as_there_are_touches_only_those_that_differ(project: Project) -> None:
    apply(project, *set_cell(project.unit("b1"), 1, 2, ("PhD", "Professor")))
    (edit,) = set_cell(project.unit("b1"), 1, 2, ("PhD", "Dean"))
    assert isinstance(edit, TargetEdit)
    assert edit.new == Translation("Dean", State.DRAFT, HUMAN)


def test_more_lines_become_items_without_korean_and_leave_the_rest_untouched(project: Project) -> None:
    key = "b1.r1.c2.i0"
    drafted = Translation("PhD", State.DRAFT, MACHINE)
    apply(project, TargetEdit(key, Translation(), drafted))
    edits = set_cell(project.unit("b1"), 1, 2, ("PhD", "Professor", "Dean"))
    assert len(edits) == 1
    assert isinstance(edits[0], SegmentsEdit)
    rows = apply(project, *edits)
    assert rows[1][2] == ["박사", "교수", ""]
    assert project.segment(key).translation == drafted
    assert [item.lead for item in TableGrid.of(project.unit("b1")).rows[1][2]] == ["○ "] * 3


def test_fewer_lines_empty_the_english_and_never_the_korean(project: Project) -> None:
    apply(project, *set_cell(project.unit("b1"), 1, 2, ("PhD", "Professor", "Dean")))
    rows = apply(project, *set_cell(project.unit("b1"), 1, 2, ("PhD",)))
    assert rows[1][2] == ["박사", "교수"]
    assert targets(project.unit("b1"), 1, 2) == ["PhD", ""]


def test_emptying_an_added_row_cell_by_cell_does_not_lose_the_row(project: Project) -> None:
    apply(project, insert_row(project.unit("b1"), 3))
    for column in range(3):
        apply(project, *set_cell(project.unit("b1"), 3, column, ("x", "y")))
        apply(project, *set_cell(project.unit("b1"), 3, column, ()))
    assert sources(project.unit("b1"))[3] == [[""], [""], [""]]


def test_a_cell_that_was_empty_can_be_written_in(project: Project) -> None:
    apply(project, *set_cell(project.unit("b1"), 2, 1, ("Director",)))
    assert targets(project.unit("b1"), 2, 1) == ["Director"]


def test_korean_of_the_release_cannot_be_changed(project: Project) -> None:
    with pytest.raises(ProjectError, match="release itself"):
        set_source(project.unit("b1"), 1, 0, ("이몽룡",))


def test_fewer_lines_of_korean_keep_what_has_english(project: Project) -> None:
    apply(project, insert_row(project.unit("b1"), 3))
    apply(project, set_source(project.unit("b1"), 3, 2, ("학사", "석사", "박사")))
    apply(project, *set_cell(project.unit("b1"), 3, 2, ("BA", "MA", "")))
    rows = apply(project, set_source(project.unit("b1"), 3, 2, ("학사",)))
    assert rows[3][2] == ["학사", ""]
    assert targets(project.unit("b1"), 3, 2) == ["BA", "MA"]


def test_a_cell_that_is_not_there_is_an_error(project: Project) -> None:
    with pytest.raises(ProjectError, match="no such cell"):
        set_cell(project.unit("b1"), 9, 0, ("x",))
