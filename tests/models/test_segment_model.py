"""The text of a release as rows, through every kind of change."""

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.bridge.session import Session
from gui.document.release import BlockKind
from gui.document.segment import State
from gui.models.segment_model import SOURCE, STATE, TARGET, SegmentModel
from tests.widgets.opened import draft, paragraph, table


@pytest.fixture
def model(session: Session) -> SegmentModel:
    made = SegmentModel(session, session)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def shown_keys(model: SegmentModel) -> list[str]:
    return [model.row(number).key for number in range(model.rowCount())]


def expected_keys(session: Session) -> list[str]:
    keys: list[str] = []
    for unit in session.project.snapshot().units:
        keys += [unit.key] if unit.block.kind.is_table else [segment.key for segment in unit.segments]
    return keys


def test_every_segment_outside_the_tables_has_a_row_and_every_table_one(model: SegmentModel, session: Session) -> None:
    assert shown_keys(model) == expected_keys(session)
    assert model.row_of(table(session).segments[0].key) is None
    assert model.columnCount() == 3


def test_a_draft_of_everything_reaches_the_rows(model: SegmentModel, session: Session) -> None:
    draft(session)
    shown = [model.index(row, TARGET).data() for row in range(model.rowCount())]
    texts = [row for row in range(model.rowCount()) if not model.row(row).is_table]
    assert [shown[row] for row in texts] == [session.project.segment(model.row(row).key).target for row in texts]
    assert any(shown)


def test_the_row_of_a_table_says_what_it_is_and_how_far_it_is(model: SegmentModel, session: Session) -> None:
    unit = table(session)
    row = model.row_of(unit.key)
    assert row is not None
    assert model.index(row, SOURCE).data() == "▦ Attendees · 11 rows, 3 columns"
    cells = sum(bool(segment.source.text) for segment in unit.segments)
    assert model.index(row, TARGET).data() == f"▦ 0 of {cells} cells in English"
    session.replace_target("Typing", unit.segments[0].key, "Name")
    assert model.index(row, TARGET).data() == f"▦ 1 of {cells} cells in English"
    assert not model.setData(model.index(row, TARGET), "x")


def test_typing_through_the_model_is_an_undo_step(model: SegmentModel, session: Session) -> None:
    index = model.index(4, TARGET)
    assert model.setData(index, "Minister meets")
    assert index.data() == "Minister meets"
    session.stack.undo()
    assert index.data() == ""
    assert not model.setData(model.index(4, SOURCE), "x")


def test_split_merge_undo_redo_keep_rows_and_project_equal(model: SegmentModel, session: Session) -> None:
    unit = paragraph(session)
    before = shown_keys(model)
    session.replace_target("Typing", unit.segments[0].key, "One two.")
    session.split(unit.segments[0].key, 10, 4)
    assert shown_keys(model) == expected_keys(session)
    assert len(shown_keys(model)) == len(before) + 1
    session.merge(session.project.unit(unit.key).segments[0].key)
    assert shown_keys(model) == expected_keys(session)
    for _ in range(3):
        session.stack.undo()
    assert shown_keys(model) == before
    for _ in range(3):
        session.stack.redo()
    assert shown_keys(model) == expected_keys(session)


def test_the_first_row_of_a_block_carries_its_mark(model: SegmentModel) -> None:
    subheadline = next(model.row(n) for n in range(model.rowCount()) if model.row(n).kind is BlockKind.SUBHEADLINE)
    assert (subheadline.lead, subheadline.first) == ("-", True)


def test_a_screen_reader_hears_state_and_what_is_missing(model: SegmentModel, session: Session) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(4, TARGET).data(role) == "Not translated yet"
    assert model.index(4, STATE).data(role) == "Untranslated"
    session.replace_target("Typing", model.row(4).key, "Minister meets")
    session.confirm([model.row(4).key])
    assert model.index(4, STATE).data(role) == "Translated · typed"
    assert session.project.segment(model.row(4).key).state is State.TRANSLATED


def listen(model: SegmentModel) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    return told


def test_a_change_tells_the_views_exactly_its_row(model: SegmentModel, session: Session) -> None:
    told = listen(model)
    session.replace_target("Typing", model.row(7).key, "Text")
    session.replace_target("Typing", table(session).segments[0].key, "Name")
    assert model.segment(7).target == "Text"
    QCoreApplication.processEvents()
    assert told == [(7, model.row_of(table(session).key))]


def test_a_draft_and_its_undo_are_told_once(model: SegmentModel, session: Session) -> None:
    told = listen(model)
    draft(session)
    QCoreApplication.processEvents()
    session.stack.undo()
    QCoreApplication.processEvents()
    assert told == [(0, model.rowCount() - 1)] * 2


def test_rows_are_told_before_they_are_replaced(model: SegmentModel, session: Session) -> None:
    told = listen(model)
    segment = paragraph(session).segments[0]
    row = model.row_of(segment.key)
    session.replace_target("Typing", segment.key, "One two.")
    session.split(segment.key, 10, 4)
    assert told == [(row, row)]
    QCoreApplication.processEvents()
    assert told == [(row, row)]


def test_rows_are_no_trees(model: SegmentModel) -> None:
    child = model.index(0, 0)
    assert model.rowCount(child) == model.columnCount(child) == 0
    assert model.data(QModelIndex()) is None
