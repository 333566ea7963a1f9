"""Tables as the file places them become true grids, and nothing in them is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Table
from gui.document.richtext import RichText
from gui.readers.grids import Grids, RawCell
from gui.readers.raw import Raw, RawLine, RawPicture, RawTable, Role


def cell(text: str, row: int, column: int, row_span: int = 1, column_span: int = 1) -> RawCell:
    return RawCell((RawLine(RichText(text)),) if text else (), row, column, row_span, column_span)


def table(raws: list[Raw]) -> RawTable:
    (only,) = (raw for raw in raws if isinstance(raw, RawTable))
    return only


def placed(raw: RawTable) -> list[tuple[int, int, str, int, int]]:
    return [
        (row, column, cell.whole, cell.row_span, cell.column_span) for row, column, cell in Table(raw.rows).positions()
    ]


def test_a_merged_cell_stands_once_at_its_top_left() -> None:
    cells = [cell("담당", 0, 0, row_span=2), cell("과장", 0, 1), cell("사무관", 1, 1)]
    assert placed(table(Grids().grid(cells))) == [(0, 0, "담당", 2, 1), (0, 1, "과장", 1, 1), (1, 1, "사무관", 1, 1)]


def test_holes_become_empty_cells_and_overlaps_are_cut() -> None:
    cells = [cell("가", 0, 0, row_span=2, column_span=2), cell("나", 1, 1), cell("다", 2, 0), cell("라", 0, 2)]
    assert placed(table(Grids().grid(cells))) == [
        (0, 0, "가", 1, 2),
        (0, 2, "라", 1, 1),
        (1, 0, "", 1, 1),
        (1, 1, "나", 1, 1),
        (1, 2, "", 1, 1),
        (2, 0, "다", 1, 1),
        (2, 1, "", 1, 1),
        (2, 2, "", 1, 1),
    ]


def test_columns_in_which_no_cell_begins_are_not_counted() -> None:
    cells = [cell("가", 0, 0, column_span=3), cell("나", 0, 3), cell("다", 5, 0, column_span=3), cell("라", 5, 3)]
    assert [row[:2] for row in placed(table(Grids().grid(cells)))] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_table_of_one_cell_is_a_box() -> None:
    grids = Grids()
    inner = grids.grid([cell("안쪽", 0, 0)])
    outer = grids.grid([RawCell((RawLine(RichText("바깥")), *inner), 0, 0)])
    assert [(raw.text.text, raw.box) for raw in outer if isinstance(raw, RawLine)] == [("바깥", 2), ("안쪽", 1)]


def test_a_frame_around_tables_keeps_them_tables() -> None:
    grids = Grids()
    inner = grids.grid([cell("항목", 0, 0), cell("값", 0, 1)])
    raws = grids.grid([cell("표 제목", 0, 0, column_span=2), RawCell(tuple(inner), 1, 0), cell("", 1, 1)])
    assert [type(raw) for raw in raws] == [RawLine, RawTable]
    assert not grids.warnings


def test_a_nested_table_becomes_lines_of_its_cell() -> None:
    grids = Grids()
    inner = grids.grid([cell("가", 0, 0), cell("1", 0, 1), cell("나", 1, 0), cell("2", 1, 1)])
    raws = grids.grid([cell("구분", 0, 0), RawCell((RawLine(RichText(" 내용")), *inner), 0, 1)])
    assert table(raws).rows[0][1].whole == "내용\n가\t1\n나\t2"
    assert len(grids.warnings) == 1


def test_pictures_and_footnotes_follow_the_table() -> None:
    footnote = RawLine(RichText("1) 설명"), role=Role.FOOTNOTE)
    picture = RawPicture(10, 20)
    raws = Grids().grid([RawCell((RawLine(RichText("지표1)"), size=10.5), footnote, picture), 0, 0), cell("값", 0, 1)])
    assert raws[1:] == [footnote, picture]
    assert table(raws).size == 10.5


def test_no_cells_are_no_table() -> None:
    assert Grids().grid([]) == []


def test_merges_of_absurd_size_do_no_harm() -> None:
    cells = [cell(str(number), number * 1000, number, 10**9, 10**9) for number in range(1100)]
    assert sum(len(row) for row in table(Grids().grid(cells)).rows) == 1100


SMALL = st.integers(0, 5)
SPAN = st.integers(-1, 7)
CELLS = st.lists(st.tuples(SMALL, SMALL, SPAN, SPAN), min_size=2, max_size=20)


@settings(max_examples=150)
@given(CELLS)
def test_every_table_becomes_a_full_grid_with_all_its_text(places: list[tuple[int, int, int, int]]) -> None:
    cells = [cell(f"글{number}", *place) for number, place in enumerate(places)]
    raw = table(Grids().grid(cells))
    covered = [
        (row + down, column + right)
        for row, column, _, row_span, column_span in placed(raw)
        for down in range(row_span)
        for right in range(column_span)
    ]
    height, width = len(raw.rows), Table(raw.rows).width
    assert sorted(covered) == [(row, column) for row in range(height) for column in range(width)]
    assert {text for _, _, text, _, _ in placed(raw) if text} == {f"글{number}" for number in range(len(cells))}
