"""An attendee table as rows and columns, through every kind of change."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.bridge.session import Session
from gui.document.edit import TargetEdit
from gui.document.segment import State, Translation
from gui.document.tables import insert_row, move_row, remove_row
from gui.models.table_model import TableModel
from tests.widgets.opened import draft, table


@pytest.fixture
def model(session: Session) -> TableModel:
    return made(session)


def made(session: Session) -> TableModel:
    model = TableModel(session, table(session), session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


def koreans(model: TableModel, column: int = 0) -> list[str]:
    return [model.korean(model.index(row, column)) for row in range(model.rowCount())]


def test_the_real_table_has_eleven_people_and_a_header(real: Session) -> None:
    model = made(real)
    assert (model.rowCount() - model.header_rows, model.columnCount(), model.header_rows) == (11, 3, 1)
    counts = [len(model.segments(model.index(row, 2))) for row in range(1, 12)]
    assert counts == [3, 3, 3, 3, 2, 2, 3, 3, 3, 3, 2]


def test_typing_in_one_line_is_one_undo_step(model: TableModel, session: Session) -> None:
    index = model.index(1, 0)
    for end in range(1, 7):
        assert model.type_english(index, "Hong Gil"[:end], end)
    assert model.english(index) == "Hong G"
    session.stack.undo()
    assert model.english(index) == ""
    session.stack.redo()
    assert model.english(index) == "Hong G"


def test_a_line_more_is_an_item_more_without_a_reset(model: TableModel, session: Session) -> None:
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(None))
    index = model.index(1, 1)
    items = len(model.segments(index))
    text = "\n".join(f"Line {number}" for number in range(items + 1))
    assert model.setData(index, text)
    assert model.english(index) == text
    assert len(model.segments(index)) == items + 1
    session.stack.undo()
    assert len(model.segments(index)) == items
    session.stack.redo()
    assert (model.english(index), resets) == (text, [])


def test_rows_are_added_removed_and_moved(model: TableModel, session: Session) -> None:
    before = koreans(model)
    model.change_rows("Add", insert_row(session.project.unit(model.unit), 2), 2)
    assert koreans(model) == [*before[:2], "", *before[2:]]
    model.change_rows("Move", move_row(session.project.unit(model.unit), 2, 4), 4)
    assert koreans(model)[4] == ""
    model.change_rows("Remove", remove_row(session.project.unit(model.unit), 1), 1)
    assert model.rowCount() == len(before)
    for _ in range(3):
        session.stack.undo()
    assert koreans(model) == before
    for _ in range(3):
        session.stack.redo()
    assert koreans(model)[3] == ""


def test_an_added_row_has_korean_that_can_be_typed(model: TableModel, session: Session) -> None:
    model.change_rows("Add", insert_row(session.project.unit(model.unit), 2), 2)
    index = model.index(2, 0)
    assert model.is_added(index)
    first, second = object(), object()
    for text, run in (("홍", first), ("홍길", first), ("홍길동\n(가명)", second)):
        assert model.type_korean(index, text, run)
    assert model.korean(index) == "홍길동\n(가명)"
    assert not model.type_korean(model.index(1, 0), "안 됨", second)
    session.stack.undo()
    assert model.korean(index) == "홍길"
    session.stack.undo()
    assert model.korean(index) == ""


def test_nothing_is_typed_into_a_row_that_is_gone(model: TableModel, session: Session) -> None:
    row = model.rowCount()
    model.change_rows("Add", insert_row(session.project.unit(model.unit), row), row)
    index = QPersistentModelIndex(model.index(row, 2))
    session.stack.undo()
    model.change_rows("Add", insert_row(session.project.unit(model.unit), row), row)
    before = session.project.unit(model.unit)
    assert not model.type_korean(index, "홍길동", object())
    assert not model.type_english(index, "Hong", 4)
    assert session.project.unit(model.unit) == before


def test_every_cell_knows_its_segments_after_any_change(model: TableModel, session: Session) -> None:
    draft(session)
    model.change_rows("Move", move_row(session.project.unit(model.unit), 1, 3), 3)
    session.stack.undo()
    for segment in session.project.unit(model.unit).segments:
        index = model.index_of(segment.key)
        assert segment in model.segments(index)
        assert segment.cell is not None
        assert (index.row(), index.column()) == (segment.cell.row, segment.cell.column)


def test_names_to_confirm_are_marked_until_they_are(model: TableModel, session: Session) -> None:
    index = model.index(1, 0)
    segment = model.segments(index)[0]
    name = Translation("Hong Gil-dong", State.DRAFT, marks=("Hong Gil-dong",))
    session.push("Draft", [TargetEdit(segment.key, segment.translation, name)])
    assert model.unconfirmed(index)
    assert "to confirm: Hong Gil-dong" in index.data(Qt.ItemDataRole.ToolTipRole)
    session.confirm([segment.key])
    assert not model.unconfirmed(index)


def test_a_reader_hears_both_languages(model: TableModel) -> None:
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{model.korean(model.index(0, 0))} — Not translated yet"
    assert model.headerData(0, Qt.Orientation.Horizontal) == model.korean(model.index(0, 0))
    assert model.headerData(0, Qt.Orientation.Vertical) == 1
    assert model.data(QModelIndex()) is None


def test_nothing_is_editable_in_a_read_only_project(model: TableModel, session: Session) -> None:
    session.opened.read_only = True
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(1, 0), "x")
