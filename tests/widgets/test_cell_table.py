"""The attendee table: Korean over English, edited where it stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.bridge.session import Session
from gui.document.edit import TargetEdit
from gui.document.segment import State, Translation
from gui.document.tables import TableGrid
from gui.widgets.cell_table import CellTable
from gui.widgets.tables_panel import TablesPanel
from tests.widgets.keys import CTRL, SHIFT, click, compose, press, type_text
from tests.widgets.opened import draft, table


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> CellTable:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> CellTable:
    view = CellTable(session, table(session), "Attendees")
    qtbot.addWidget(view)
    view.resize(900, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


def visit(view: CellTable, row: int, column: int) -> None:
    view.go_to(view.cells.segments(view.cells.index(row, column))[0].key)


def place(view: CellTable) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def english(session: Session, view: CellTable, row: int, column: int) -> list[str]:
    grid = TableGrid.of(session.project.unit(view.cells.unit))
    return [segment.target for segment in grid.rows[row][column]]


# -- typing


def test_typing_reaches_the_project_at_once_and_is_undone(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    type_text(view.english_text, "Beatriz")
    assert english(session, view, 1, 0) == ["Beatriz"]
    session.stack.undo()
    assert view.english_text.toPlainText() == ""
    session.stack.redo()
    assert (view.english_text.toPlainText(), view.english_text.caret) == ("Beatriz", 7)


def test_lines_are_items_and_a_line_more_keeps_the_editor(view: CellTable, session: Session) -> None:
    visit(view, 1, 1)
    type_text(view.english_text, "President")
    press(view.english_text, Qt.Key.Key_Return)
    assert view.english_text.hasFocus()
    type_text(view.english_text, "Founder")
    assert english(session, view, 1, 1) == ["President", "Founder"]
    assert (view.english_text.toPlainText(), view.english_text.caret) == ("President\nFounder", 17)
    for _ in range(8):
        press(view.english_text, Qt.Key.Key_Backspace)
    assert english(session, view, 1, 1) == ["President"]
    assert view.english_text.hasFocus()


def test_undo_of_a_line_more_keeps_the_editor(view: CellTable, session: Session) -> None:
    visit(view, 1, 1)
    type_text(view.english_text, "President")
    press(view.english_text, Qt.Key.Key_Return)
    session.stack.undo()
    assert (view.english_text.toPlainText(), view.english_text.hasFocus()) == ("President", True)
    session.stack.undo()
    assert view.english_text.toPlainText() == ""


def test_items_of_the_background_stay_lines_of_their_own(view: CellTable, session: Session) -> None:
    draft(session)
    visit(view, 1, 2)
    items = english(session, view, 1, 2)
    assert view.english_text.toPlainText().split("\n") == items
    assert view.english_text.caret == len(items[0])
    type_text(view.english_text, "!")
    assert english(session, view, 1, 2) == [items[0] + "!", *items[1:]]


def test_composing_reaches_the_project_when_committed_or_left(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    compose(view.english_text, "ㅎ", "하")
    assert english(session, view, 1, 0) == [""]
    compose(view.english_text, "한", commit="한")
    compose(view.english_text, "ㄱ", "그", "글")
    press(view.english_text, Qt.Key.Key_Tab)
    assert english(session, view, 1, 0) == ["한글"]
    assert english(session, view, 1, 1) == [""]


def test_a_draft_for_the_current_cell_appears_and_a_late_one_does_not(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    segment = view.cells.segments(view.currentIndex())[0]
    edit = TargetEdit(segment.key, segment.translation, Translation("Drafted", State.DRAFT))
    session.push("Draft", [edit])
    assert view.english_text.toPlainText() == "Drafted"
    type_text(view.english_text, "!")
    session.push("Draft", [edit])
    assert view.english_text.toPlainText() == "Drafted!"


def test_a_read_only_project_is_not_typed_into(session: Session, qtbot: QtBot) -> None:
    session.opened.read_only = True
    view = shown(session, qtbot)
    visit(view, 1, 0)
    type_text(view.english_text, "x")
    assert view.english_text.toPlainText() == ""


def test_a_table_becomes_editable_once_the_project_is(session: Session, qtbot: QtBot) -> None:
    session.opened.read_only = True
    panel = TablesPanel(session, [table(session)])
    qtbot.addWidget(panel)
    view = panel.current
    assert view is not None
    visit(view, 1, 0)
    session.opened.read_only = False
    panel.set_editable(True)
    type_text(view.english_text, "x")
    assert english(session, view, 1, 0) == ["x"]
    panel.set_editable(False)
    type_text(view.english_text, "y")
    assert view.english_text.toPlainText() == "x"


def test_rows_of_a_read_only_project_stay(session: Session, qtbot: QtBot) -> None:
    session.opened.read_only = True
    view = shown(session, qtbot)
    visit(view, view.cells.rowCount() - 1, 1)
    here = place(view)
    for change in (view.add_row, lambda: view.move_row(-1), view.remove_row):
        change()
        assert place(view) == here


# -- the key that others work with


def test_no_key_of_a_segment_that_is_gone_stands(view: CellTable, session: Session) -> None:
    told: list[str] = []
    view.current_changed.connect(told.append)
    visit(view, 1, 1)
    type_text(view.english_text, "President")
    press(view.english_text, Qt.Key.Key_Return)
    type_text(view.english_text, "Founder")
    session.confirm([view.cells.segments(view.currentIndex())[0].key])
    view.english_text.clearFocus()
    view.english_text.setFocus()
    gone = told[-1]
    assert gone == view.cells.segments(view.currentIndex())[1].key
    for _ in range(8):
        press(view.english_text, Qt.Key.Key_Backspace)
    assert gone not in set(session.project.keys())
    assert told[-1] == view.current_key
    assert told[-1] in set(session.project.keys())


def test_the_key_after_undoing_an_added_row_is_one_of_another_cell(view: CellTable, session: Session) -> None:
    told: list[str] = []
    visit(view, view.cells.rowCount() - 1, 0)
    view.current_changed.connect(told.append)
    view.add_row()
    session.stack.undo()
    assert told[-1] == view.current_key
    assert told[-1] in set(session.project.keys())


# -- going from cell to cell


def test_tab_goes_through_all_cells_and_out_at_the_end(view: CellTable) -> None:
    visit(view, 0, 0)
    for expected in ((0, 1), (0, 2), (1, 0)):
        press(view.english_text, Qt.Key.Key_Tab)
        assert place(view) == expected
        assert view.english_text.hasFocus()
    press(view.english_text, Qt.Key.Key_Backtab, SHIFT)
    assert place(view) == (0, 2)


@pytest.mark.parametrize(
    ("key", "caret", "expected"),
    [
        (Qt.Key.Key_Up, 2, (1, 1)),
        (Qt.Key.Key_Down, 2, (3, 1)),
        (Qt.Key.Key_Left, 0, (2, 0)),
        (Qt.Key.Key_Right, 4, (2, 2)),
        (Qt.Key.Key_Left, 2, (2, 1)),
        (Qt.Key.Key_Right, 2, (2, 1)),
    ],
)
def test_arrows_cross_the_borders(view: CellTable, key: Qt.Key, caret: int, expected: tuple[int, int]) -> None:
    visit(view, 2, 1)
    type_text(view.english_text, "text")
    view.english_text.place_caret(caret)
    press(view.english_text, key)
    assert place(view) == expected


def test_keys_of_the_window_are_left_to_it(view: CellTable, session: Session, qtbot: QtBot) -> None:
    visit(view, 1, 0)
    type_text(view.english_text, "abc")
    press(view.english_text, Qt.Key.Key_Z, CTRL)
    press(view.english_text, Qt.Key.Key_Return, CTRL)
    assert view.english_text.toPlainText() == "abc"
    with qtbot.waitSignal(view.escaped):
        press(view.english_text, Qt.Key.Key_Escape)
    assert english(session, view, 1, 0) == ["abc"]


def test_a_click_puts_the_caret_there(view: CellTable, session: Session, qtbot: QtBot) -> None:
    draft(session)
    qtbot.wait(10)
    index = view.cells.index(1, 1)
    _, box = view._delegate.boxes(index, view.visualRect(index))
    click(view.viewport(), box.topLeft())
    assert (place(view), view.english_text.caret, view.english_text.hasFocus()) == ((1, 1), 0, True)


def test_a_click_into_the_korean_of_an_added_cell_puts_the_caret_there(view: CellTable, qtbot: QtBot) -> None:
    visit(view, 1, 0)
    view.add_row()
    compose(view.korean_text, commit="홍길동")
    visit(view, 1, 0)
    qtbot.wait(20)
    index = view.cells.index(2, 0)
    box, _ = view._delegate.boxes(index, view.visualRect(index))
    click(view.viewport(), box.center())
    assert (view.korean_text.hasFocus(), view.korean_text.caret) == (True, 3)


def test_arrows_go_through_both_languages_of_an_added_cell(view: CellTable) -> None:
    visit(view, 1, 0)
    view.add_row()
    press(view.korean_text, Qt.Key.Key_Down)
    assert (place(view), view.english_text.hasFocus()) == ((2, 0), True)
    press(view.english_text, Qt.Key.Key_Up)
    assert (place(view), view.korean_text.hasFocus()) == ((2, 0), True)
    press(view.korean_text, Qt.Key.Key_Up)
    assert (place(view), view.english_text.hasFocus()) == ((1, 0), True)
    press(view.english_text, Qt.Key.Key_Down)
    assert (place(view), view.korean_text.hasFocus()) == ((2, 0), True)


def test_the_focus_goes_to_the_text_of_the_current_cell(view: CellTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed):
        visit(view, 1, 0)
    view.english_text.clearFocus()
    with qtbot.waitSignal(view.current_changed) as blocker:
        view.setFocus()
    assert view.english_text.hasFocus()
    assert blocker.args == [view.current_key]


# -- look


def test_rows_fit_their_texts_while_typing(view: CellTable, session: Session, qtbot: QtBot) -> None:
    draft(session)
    visit(view, 1, 0)
    qtbot.wait(20)
    low = view.rowHeight(1)
    view.english_text.insertPlainText(" and a very long name" * 30)
    assert view.rowHeight(1) > low
    assert view.english_text.height() >= view.english_text.document().size().height()
    session.stack.undo()
    qtbot.wait(20)
    assert view.rowHeight(1) == low


def test_nothing_moves_when_a_cell_becomes_current(view: CellTable, session: Session, qtbot: QtBot) -> None:
    draft(session)
    qtbot.wait(20)
    heights = [view.rowHeight(row) for row in range(3)]
    for column in range(3):
        visit(view, 1, column)
        qtbot.wait(20)
        assert [view.rowHeight(row) for row in range(3)] == heights
        _, box = view._delegate.boxes(view.currentIndex(), view.visualRect(view.currentIndex()))
        assert view.english_text.geometry() == box


def test_every_size_paints(real: Session, qtbot: QtBot) -> None:
    view = shown(real, qtbot)
    draft(real)
    for zoom in (70, 100, 200):
        view.set_zoom(zoom)
        qtbot.wait(10)
        assert not view.grab().isNull()
        for row in range(2):
            cells = [view.cells.index(row, column) for column in range(3)]
            needed = max(view._delegate.height(cell, view.columnWidth(cell.column())) for cell in cells)
            assert view.rowHeight(row) >= needed


def test_the_question_mark_goes_when_the_name_is_confirmed(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    segment = view.cells.segments(view.currentIndex())[0]
    name = Translation("Beatriz Alvorela", State.DRAFT, marks=("Beatriz Alvorela",))
    session.push("Draft", [TargetEdit(segment.key, segment.translation, name)])
    marked = view.grab().toImage()
    session.confirm(view.current_keys())
    assert not view.cells.unconfirmed(view.currentIndex())
    assert view.grab().toImage() != marked


# -- rows


def test_a_row_is_added_filled_in_both_languages_and_undone(view: CellTable, session: Session) -> None:
    visit(view, 2, 1)
    rows = view.cells.rowCount()
    view.add_row()
    assert (place(view), view.korean_text.hasFocus(), view.cells.rowCount()) == ((3, 0), True, rows + 1)
    compose(view.korean_text, "호", "홍", commit="홍길동")
    press(view.korean_text, Qt.Key.Key_Tab)
    assert view.english_text.hasFocus()
    type_text(view.english_text, "Hong Gil-dong")
    index = view.currentIndex()
    assert (view.cells.korean(index), view.cells.english(index)) == ("홍길동", "Hong Gil-dong")
    for _ in range(3):
        session.stack.undo()
    assert view.cells.rowCount() == rows


def test_korean_reaches_the_project_at_once_and_is_one_step(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    view.add_row()
    for syllable in "홍길동":
        compose(view.korean_text, commit=syllable)
        assert view.cells.korean(view.currentIndex()) == view.korean_text.toPlainText()
    assert view.korean_text.hasFocus()
    session.stack.undo()
    assert (view.korean_text.toPlainText(), view.cells.is_added(view.currentIndex())) == ("", True)
    session.stack.redo()
    assert (view.korean_text.toPlainText(), view.korean_text.caret) == ("홍길동", 3)


def test_korean_after_a_visit_elsewhere_is_another_step(view: CellTable, session: Session) -> None:
    visit(view, 1, 0)
    view.add_row()
    compose(view.korean_text, commit="홍")
    press(view.korean_text, Qt.Key.Key_Tab)
    press(view.english_text, Qt.Key.Key_Backtab, SHIFT)
    compose(view.korean_text, commit="길")
    session.stack.undo()
    assert view.korean_text.toPlainText() == "홍"


def test_undoing_an_added_row_while_korean_is_composed_changes_no_other_cell(
    view: CellTable, session: Session, qtbot: QtBot
) -> None:
    before = session.project.unit(view.cells.unit)
    visit(view, view.cells.rowCount() - 1, 0)
    view.add_row()
    compose(view.korean_text, "ㅎ", "호", commit="홍")
    compose(view.korean_text, "ㄱ", "기")
    session.stack.undo()
    session.stack.undo()
    view.commit_typing()
    qtbot.wait(20)
    assert session.project.unit(view.cells.unit) == before


def test_what_is_composed_can_be_committed_from_outside(session: Session, qtbot: QtBot) -> None:
    panel = TablesPanel(session, [table(session)])
    qtbot.addWidget(panel)
    view = panel.current
    assert view is not None
    visit(view, 1, 0)
    view.add_row()
    compose(view.korean_text, "ㅎ", "호", "홍")
    compose(view.english_text, "ㄱ", "김")
    panel.commit_typing()
    assert (view.cells.korean(view.currentIndex()), view.cells.english(view.currentIndex())) == ("홍", "김")
    compose(view.korean_text, "ㅎ", "호", commit="길")
    assert view.cells.korean(view.currentIndex()) == "홍길"


def test_korean_being_composed_is_kept_when_the_row_is_moved(view: CellTable) -> None:
    visit(view, 1, 0)
    view.add_row()
    compose(view.korean_text, commit="홍길동")
    compose(view.korean_text, "ㄴ", "니", "님")
    view.move_row(-1)
    assert view.cells.korean(view.cells.index(1, 0)) == "홍길동님"


def test_the_korean_of_the_release_is_not_editable(view: CellTable) -> None:
    visit(view, 1, 0)
    assert not view.korean_text.isVisible()


def test_the_current_row_is_removed_and_moved(view: CellTable, session: Session) -> None:
    visit(view, 2, 1)
    second, third = (view.cells.korean(view.cells.index(row, 0)) for row in (2, 3))
    view.move_row(1)
    assert place(view) == (3, 1)
    assert [view.cells.korean(view.cells.index(row, 0)) for row in (2, 3)] == [third, second]
    rows = view.cells.rowCount()
    view.remove_row()
    assert view.cells.rowCount() == rows - 1
    session.stack.undo()
    session.stack.undo()
    assert view.cells.korean(view.cells.index(2, 0)) == second


def test_header_and_ends_stay(view: CellTable, session: Session) -> None:
    visit(view, 0, 0)
    view.remove_row()
    view.move_row(1)
    visit(view, view.cells.rowCount() - 1, 0)
    view.move_row(1)
    assert not session.stack.canUndo()


# -- several tables


def test_each_table_has_a_tab_and_is_found_by_its_segments(session: Session, qtbot: QtBot) -> None:
    unit = table(session)
    panel = TablesPanel(session, [unit])
    qtbot.addWidget(panel)
    assert panel.go_to(unit.segments[3].key)
    assert panel.current is not None
    assert panel.current.current_key == unit.segments[3].key
    assert not panel.go_to("nowhere")


def test_a_release_without_tables_has_an_empty_panel(session: Session, qtbot: QtBot) -> None:
    panel = TablesPanel(session, [])
    qtbot.addWidget(panel)
    assert panel.current is None
    panel.insert("nothing happens")


# -- what is seen while typing


def test_the_caret_stays_in_sight_in_a_cell_higher_than_the_view(
    view: CellTable, session: Session, qtbot: QtBot
) -> None:
    view.resize(900, 120)
    visit(view, 1, 1)
    for line in range(12):
        type_text(view.english_text, f"line {line}")
        press(view.english_text, Qt.Key.Key_Return)

    def is_seen() -> bool:
        caret = view.english_text.cursorRect().translated(view.english_text.pos())
        return caret.top() >= 0 and caret.bottom() <= view.viewport().height()

    qtbot.waitUntil(is_seen)
    for _ in range(12):
        press(view.english_text, Qt.Key.Key_Up)
    qtbot.waitUntil(is_seen)
    assert place(view) == (1, 1)


def test_a_narrow_empty_cell_has_a_dash_for_a_hint_when_it_is_current(view: CellTable) -> None:
    visit(view, 1, 0)
    view.resize(200, 400)
    assert view.english_text.width() < 130
    assert view.english_text.hint == "—"
