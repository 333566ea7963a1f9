"""Ruled lines of a page become grids."""

from hypothesis import given
from hypothesis import strategies as st

from gui.readers.pages.page import Box
from gui.readers.pages.tables import Grid, find_grids


def _level(y: float, x0: float, x1: float) -> Box:
    return Box(x0, y - 0.2, x1, y + 0.2)


def _upright(x: float, y0: float, y1: float) -> Box:
    return Box(x - 0.2, y0, x + 0.2, y1)


def _table(columns: list[float], rows: list[float]) -> list[Box]:
    level = [_level(y, columns[0], columns[-1]) for y in rows]
    return level + [_upright(x, rows[0], rows[-1]) for x in columns]


def _shape(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


def test_a_line_alone_is_no_table() -> None:
    assert find_grids([_level(100, 50, 400), _level(300, 50, 400), _upright(450, 100, 300)]) == []


def test_rows_count_from_the_top() -> None:
    (grid,) = find_grids(_table([50, 150, 250], [100, 120, 140]))
    assert _shape(grid) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert grid.cells[0].box.y1 > grid.cells[2].box.y1


def test_cells_merge_down_and_across_where_no_line_parts_them() -> None:
    rules = [_level(140, 50, 250), _level(100, 50, 250), _level(120, 150, 250)]
    rules += [_upright(x, 100, 140) for x in (50, 150, 250)] + [_upright(200, 100, 120)]
    (grid,) = find_grids(rules)
    assert _shape(grid) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_dashes_and_double_strokes_are_single_lines() -> None:
    rules = [rule for rule in _table([50, 150, 250], [100, 120, 140]) if rule.y0 != 119.8]
    rules += [Box(x, 119.8, x + 1.5, 120.2) for x in range(50, 250, 3)] + [_level(141.5, 50, 250)]
    (grid,) = find_grids(rules)
    assert len(grid.cells) == 4


def test_a_frame_inside_a_cell_comes_after_the_frame_around_it() -> None:
    outer, inner = find_grids(_table([70, 100, 130], [120, 140, 160]) + _table([50, 400], [100, 300]))
    assert outer.box.around(inner.box)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_every_place_of_the_grid_belongs_to_one_cell(width: int, height: int, data: st.DataObject) -> None:
    columns, rows = [50.0 + 40 * n for n in range(width + 1)], [100.0 + 20 * n for n in range(height + 1)]
    rules = [_level(rows[0], columns[0], columns[-1]), _level(rows[-1], columns[0], columns[-1])]
    rules += [_upright(columns[0], rows[0], rows[-1]), _upright(columns[-1], rows[0], rows[-1])]
    for y in rows[1:-1]:
        rules += [_level(y, a, a + 40) for a in columns[:-1] if data.draw(st.booleans())]
    for x in columns[1:-1]:
        rules += [_upright(x, a, a + 20) for a in rows[:-1] if data.draw(st.booleans())]
    for grid in find_grids(rules):
        places = [
            (row + y, column + x)
            for row, column, down, right in _shape(grid)
            for y in range(down)
            for x in range(right)
        ]
        assert len(places) == len(set(places))
        assert max(column for _, column in places) + 1 == len(grid.columns) - 1
