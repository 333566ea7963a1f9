"""Both languages as a table, for Excel and as CSV."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.errors import ExportError
from gui.document.project import PROJECT_ID, Snapshot
from gui.document.release import BlockKind
from gui.document.review import Comment
from gui.exporters.exchange import COLUMNS, guarded, unguarded
from gui.exporters.registry import exporter
from gui.exporters.text import printable
from gui.exporters.xlsx import escaped, unescaped
from tests.exporters.releases import Builder, whole_release

FORMULAS = ("=1+1", "+82-2-000-0000", "-5 °C", "@SUM(A1)", "\t=1", "'=1", "''-", "'plain")


def release(*english: str) -> Snapshot:
    build = Builder()
    for number, text in enumerate(english, 1):
        build.add(BlockKind.PARAGRAPH, (f"문장 {number}", text))
    return build.snapshot()


def sheet(path: Path) -> list[tuple[str, ...]]:
    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [tuple(str(value or "") for value in row) for row in rows]


def table(path: Path) -> list[tuple[str, ...]]:
    rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    return [tuple(map(unguarded, row)) for row in rows]


def test_a_row_for_each_segment_in_both(tmp_path: Path) -> None:
    snapshot = replace(whole_release(), comments=(Comment("c1", "b5.1", "Shorter?", "Kim"),))
    rows = sheet(exporter("xlsx").export(snapshot, tmp_path / "a.xlsx").path)
    assert rows == table(exporter("csv").export(snapshot, tmp_path / "a.csv").path)
    assert rows[0] == COLUMNS
    assert [row[1] for row in rows[1:]] == [segment.key for segment in snapshot.segments()]
    headline = next(row for row in rows if row[2] == "headline")
    assert headline[5:] == ("translated", "human", "Kim: Shorter?")


def test_nothing_is_a_formula_in_excel(tmp_path: Path) -> None:
    path = exporter("xlsx").export(release(*FORMULAS), tmp_path / "a.xlsx").path
    cells = [row[4] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(FORMULAS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_nothing_is_a_formula_in_csv(tmp_path: Path) -> None:
    path = exporter("csv").export(release(*FORMULAS), tmp_path / "a.csv").path
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    raw = [row[4] for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))][1:]
    assert [text for text in raw if text[:1] in "=+-@\t"] == []
    assert [row[4] for row in table(path)][1:] == list(FORMULAS)


@given(st.text())
def test_what_is_guarded_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text() | st.from_regex(r"[_x0-9A-Fa-f]{0,12}", fullmatch=True))
def test_what_is_escaped_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1, max_size=4))
def test_any_text_is_written(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    snapshot = release(*texts)
    exporter("xlsx").export(snapshot, folder / "a.xlsx")
    path = exporter("csv").export(snapshot, folder / "a.csv").path
    assert [row[4] for row in table(path)][1:] == [printable(text) for text in texts]


def test_the_sheet_can_be_read_at_once(tmp_path: Path) -> None:
    path = exporter("xlsx").export(whole_release(), tmp_path / "a.xlsx").path
    made = openpyxl.load_workbook(path).worksheets[0]
    assert made.freeze_panes == "A2"
    assert made.column_dimensions["D"].width == made.column_dimensions["E"].width == 60
    assert made["D2"].font.name == "Malgun Gothic"
    assert made["E2"].alignment.wrap_text


def test_the_workbook_says_of_which_project_it_is(tmp_path: Path) -> None:
    snapshot = replace(whole_release(), properties=((PROJECT_ID, "ab12"),))
    book = openpyxl.load_workbook(exporter("xlsx").export(snapshot, tmp_path / "a.xlsx").path)
    told = {entry.name: entry.value for entry in book.custom_doc_props}  # type: ignore[attr-defined]  # not in the stubs
    assert told == {"DaejoProject": "ab12"}
    assert not book.properties.creator


def test_more_than_a_cell_holds_is_refused_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="segment 1 has more text"):
        exporter("xlsx").export(release("x" * 32_768), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
    exporter("csv").export(release("x" * 32_768), tmp_path / "a.csv")
