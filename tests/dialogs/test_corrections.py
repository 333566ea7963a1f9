"""The difference view."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QMainWindow, QTableView
from pytestqt.qtbot import QtBot

from gui.dialogs.corrections import CorrectionsDialog
from gui.document.errors import note
from gui.document.review import Comment
from gui.workspace.corrections.model import Change, Corrections, Doubt, Problem, ProblemKind, Remark
from tests.dialogs.buttons import button_of
from tests.widgets.keys import press

CHANGES = tuple(Change(f"k{n}", n, f"글 {n}", f"Old {n}.", f"Old {n}.", f"New {n}.") for n in range(1, 6))
DOUBTFUL = Change("k9", 9, "글 9", "Sent.", "Desk.", "Theirs.", doubts=(Doubt.CONFLICT,))
REMARK = Remark(2, Comment("", "k2", "Why?", "Jane", quote="Old"))
PROBLEM = Problem(ProblemKind.MISSING, note("Row {number} is missing. Its English stays.", number=7), "k7", "Old 7.")
ALL = Corrections("t.docx", "Jane", (*CHANGES, DOUBTFUL), (REMARK,), (PROBLEM,), (note("Rows were moved."),))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QMainWindow) -> CorrectionsDialog:
    made = CorrectionsDialog(window, ALL, {f"k{n}": f"글 {n}" for n in range(1, 10)})
    made.show()
    return made


def table(dialog: CorrectionsDialog) -> QTableView:
    return dialog._table


def test_what_is_in_doubt_is_shown_first_with_its_reason(dialog: CorrectionsDialog) -> None:
    assert table(dialog).currentIndex().row() == 0
    assert dialog._detail.old.toPlainText() == "Desk."
    assert "changed here too" in dialog._detail.said.text()
    assert "It went out as: Sent." in dialog._detail.said.text()


def test_keys_decide_and_go_on(dialog: CorrectionsDialog) -> None:
    press(table(dialog), Qt.Key.Key_R)
    press(table(dialog), Qt.Key.Key_A)
    press(table(dialog), Qt.Key.Key_Space)
    assert table(dialog).currentIndex().row() == 3
    assert dialog.accepted_changes() == [CHANGES[0], CHANGES[1]]
    press(table(dialog), Qt.Key.Key_Up)
    press(table(dialog), Qt.Key.Key_Space)
    assert dialog.accepted_changes() == [CHANGES[0]]


def test_several_rows_are_decided_together(dialog: CorrectionsDialog) -> None:
    table(dialog).selectAll()
    press(table(dialog), Qt.Key.Key_A)
    assert len(dialog.accepted_changes()) == 6
    assert dialog.accepted_remarks() == [REMARK]


def test_nothing_is_taken_over_before_something_is_accepted(dialog: CorrectionsDialog) -> None:
    assert not dialog._take.isEnabled()
    button_of(dialog, "Accept all").click()
    assert dialog._take.isEnabled()
    assert dialog._take.text() == "&Take over 6"
    assert dialog._counts.text() == "1 of 7 open"
    button_of(dialog, "Refuse all").click()
    assert not dialog._take.isEnabled()


def test_enter_in_a_field_takes_nothing_over(dialog: CorrectionsDialog) -> None:
    button_of(dialog, "Accept all").click()
    press(dialog._reviewer, Qt.Key.Key_Return)
    press(table(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog._take.click()
    assert dialog.result() == 1


def test_filters(dialog: CorrectionsDialog) -> None:
    box = dialog.findChild(QComboBox)
    (words,) = (field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == "Filter")
    assert isinstance(box, QComboBox)
    counts = {}
    button_of(dialog, "Accept all").click()
    for number in range(box.count()):
        box.setCurrentIndex(number)
        counts[box.itemText(number)] = table(dialog).model().rowCount()
    wanted = {"All corrections": 7, "In doubt": 1, "Not decided": 1, "Accepted": 6, "Refused": 0, "Comments": 1}
    assert counts == wanted
    box.setCurrentIndex(0)
    words.setText("글 3")
    assert table(dialog).model().rowCount() == 1


def test_comments_stand_beside_the_english(dialog: CorrectionsDialog) -> None:
    table(dialog).selectRow(2)
    assert dialog._detail.korean.toPlainText() == "글 2"
    assert dialog._detail.comments.toPlainText() == "“Old”\nJane: Why?"


def test_a_problem_leads_to_its_segment(dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    problems = dialog.findChild(QListWidget)
    assert isinstance(problems, QListWidget)
    with qtbot.waitSignal(dialog.place_wanted) as wanted:
        problems.itemActivated.emit(problems.item(0))
    assert wanted.args == ["k7"]
    assert dialog.isVisible()


def test_a_problem_leads_to_its_row(window: QMainWindow) -> None:
    problem = Problem(ProblemKind.DOUBLED, note("Row {number} is missing. Its English stays.", number=3), "k3")
    dialog = CorrectionsDialog(window, Corrections("t.docx", changes=CHANGES, problems=(problem,)), {})
    problems = dialog.findChild(QListWidget)
    assert isinstance(problems, QListWidget)
    problems.itemActivated.emit(problems.item(0))
    assert dialog._detail.new.toPlainText() == "New 3."


def test_a_thousand_rows_are_smooth(window: QMainWindow) -> None:
    text = (
        "The Government will invest KRW {} billion in shore power over the next three years, half of it in Busan. " * 3
    )
    many = tuple(
        Change(f"k{n}", n, "글" * 60, text.format(1, 2, n), text.format(1, 2, n), text.format(1, n, 5))
        for n in range(1_000)
    )
    start = time.perf_counter()
    dialog = CorrectionsDialog(window, Corrections("t.docx", changes=many), {})
    dialog.show()
    dialog.grab()
    shown = time.perf_counter() - start
    start = time.perf_counter()
    button_of(dialog, "Accept all").click()
    for row in range(0, 1_000, 100):
        table(dialog).selectRow(row)
        dialog.grab()
    moved = (time.perf_counter() - start) / 11
    assert (shown < 1.5, moved < 0.3) == (True, True), (shown, moved)


def test_every_field_has_a_name_for_readers(dialog: CorrectionsDialog) -> None:
    detail = dialog._detail
    fields = (dialog._table, dialog._reviewer, detail.korean, detail.old, detail.new, detail.comments)
    assert all(field.accessibleName() for field in fields)
