"""Tables of any shape: what people merge, and what damaged files claim to have merged."""

from pathlib import Path

import docx
import docx_integrity
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gui.document.project import Project
from gui.document.release import BlockKind, Cell, CellItem
from gui.document.richtext import RichText
from gui.document.tables import insert_row, move_row, remove_row, set_cell
from gui.exporters.content import GridCell, Paragraph, Run
from gui.exporters.registry import exporter
from gui.exporters.styles import TEXT_WIDTH
from gui.exporters.tables import is_figure
from gui.exporters.widths import column_widths, role_widths
from tests.exporters.releases import Builder

SPANS = st.tuples(st.integers(1, 3), st.integers(1, 3))
SHAPES = st.lists(st.lists(SPANS, max_size=4), min_size=1, max_size=5)


@settings(max_examples=80)
@example(shape=[[(1, 1), (1, 3)], [(2, 1)], []], header_rows=0, attendees=False)  # the second reaches over the first
@given(shape=SHAPES, header_rows=st.integers(0, 2), attendees=st.booleans())
def test_no_shape_loses_text(
    tmp_path_factory: pytest.TempPathFactory,
    shape: list[list[tuple[int, int]]],
    header_rows: int,
    attendees: bool,
) -> None:
    rows = [
        [
            (Cell((CellItem(RichText(f"칸{row}-{column}")),), *spans), (f"cell {row}-{column}",))
            for column, spans in enumerate(cells)
        ]
        for row, cells in enumerate(shape)
    ]
    kind = BlockKind.ATTENDEE_TABLE if attendees else BlockKind.TABLE
    path = tmp_path_factory.mktemp("shape") / "shape.docx"
    exporter("english").export(Builder().table(rows, kind, header_rows).snapshot(), path)
    assert [finding.code for finding in docx_integrity.check(str(path))] == []
    assert _texts(path) >= {f"cell {row}-{column}" for row, cells in enumerate(shape) for column in range(len(cells))}


def _texts(path: Path) -> set[str]:
    return {cell.text for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("text", ["1,024", "△3", "-0.5%", "+2.3%p", "(12)", " 60 ", "2024", "12.5"])
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "Busan", "2 units", "(+82-2-000-0000)", "KRW 3", "-"])
def test_no_figures(text: str) -> None:
    assert not is_figure(text)


GROUPED = """이름|현직|경력;한국 측;갑|대표|가;을|이사|나;미국 측;병|교수|다"""


def _grouped() -> Project:
    """Attendees below headings that reach over the whole width, as two delegations are listed."""
    lines = [line.split("|") for line in GROUPED.split(";")]
    rows = [
        [
            (Cell((CellItem(RichText(text)),), column_span=3 if len(texts) == 1 else 1), (f"{text}-en",))
            for text in texts
        ]
        for texts in lines
    ]
    snapshot = Builder().table(rows, BlockKind.ATTENDEE_TABLE, 1).snapshot()
    return Project(snapshot.release, snapshot.units)


def _exported_rows(project: Project, path: Path) -> list[list[str]]:
    exporter("english").export(project.snapshot(), path)
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[0].rows]


def test_merged_cells_go_with_their_rows(tmp_path: Path) -> None:
    project = _grouped()
    project.apply(remove_row(project.unit("b1"), 2))
    project.apply(move_row(project.unit("b1"), 2, 4))
    project.apply(insert_row(project.unit("b1"), 1))
    for edit in set_cell(project.unit("b1"), 1, 0, ("New",)):
        project.apply(edit)
    assert _exported_rows(project, tmp_path / "a.docx") == [
        ["이름-en", "현직-en", "경력-en"],
        ["New", "", ""],
        ["한국 측-en"] * 3,
        ["미국 측-en"] * 3,
        ["병-en", "교수-en", "다-en"],
        ["을-en", "이사-en", "나-en"],
    ]


def test_a_row_removed_from_any_table_leaves_no_gap(tmp_path: Path) -> None:
    rows = [[(Cell((CellItem(RichText(text)),)), (f"{text}-en",))] for text in ("가", "나", "다")]
    snapshot = Builder().table([*rows, [(Cell(), ())]], BlockKind.TABLE, 0).snapshot()
    project = Project(snapshot.release, snapshot.units)
    project.apply(remove_row(project.unit("b1"), 1))
    assert _exported_rows(project, tmp_path / "a.docx") == [["가-en"], ["다-en"], [""]]


def test_columns_that_do_not_fit_keep_the_words_of_narrow_ones() -> None:
    long = "Incomprehensibilities"
    rows = [tuple(GridCell((Paragraph("TableText", (Run(words),)),)) for words in ("12.5%", *[long] * 8))]
    widths = column_widths(rows, 9)
    assert widths[0] == column_widths([rows[0][:2]], 2)[0]
    assert len({round(width) for width in widths[1:]}) == 1
    assert round(sum(widths)) == TEXT_WIDTH


def test_a_long_name_widens_its_column() -> None:
    def rows(name: str) -> list[tuple[GridCell, ...]]:
        return [tuple(GridCell((Paragraph("TableText", (Run(words),)),)) for words in (name, "Director", "Professor"))]

    weights = [21.0, 30.0, 49.0]
    assert role_widths(rows("Hong Gil-dong"), weights) == tuple(weights)
    widths = role_widths(rows("Jean Montmorency-Featherstonehaughs"), weights)
    assert widths[0] > TEXT_WIDTH * 0.21
    assert round(sum(widths)) == TEXT_WIDTH
    assert role_widths(rows("a" * 99), [1.0, 1.0, 1.0])[0] > TEXT_WIDTH / 3
