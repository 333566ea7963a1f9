"""Adding a term, editing the termbase, and taking over a file of terms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QRadioButton, QTreeWidget
from pytestqt.qtbot import QtBot

from gui.bridge.tasks import TaskRunner
from gui.dialogs.add_term import AddTerm
from gui.dialogs.term_import import TermImport
from gui.dialogs.termbase import TermbaseDialog
from gui.language.termbase import Term
from gui.workspace.term_files import read_terms, write_terms
from tests.dialogs.buttons import act_on_dialog, button_of, press_button
from tests.widgets.keys import press, type_text

ONE = Term("누리 파도", "Nuripado", "event", by_user=True)
TWO = Term("새벽 나루", "Dawn Ferry", "", by_user=True)
LOCKED = Term("국세청", "National Tax Service", "agency")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


# -- one term


def test_what_is_selected_is_a_term_with_enter(window: QMainWindow, qtbot: QtBot) -> None:
    dialog = AddTerm(window, "누리  파도", "Nuripado")
    with qtbot.waitExposed(dialog):
        dialog.show()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.term == Term("누리 파도", "Nuripado", "", by_user=True)


def test_the_caret_stands_where_something_is_missing(window: QMainWindow, qtbot: QtBot) -> None:
    dialog = AddTerm(window, "누리 파도")
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not button_of(dialog, "Save").isEnabled()
    qtbot.waitUntil(dialog._fields["en"].hasFocus)
    type_text(dialog._fields["en"], "Nuripado")
    button_of(dialog, "Save").click()
    assert dialog.term
    assert dialog.term.english == "Nuripado"


def test_it_says_what_the_termbase_has(window: QMainWindow) -> None:
    dialog = AddTerm(window, "국세청", "Tax Office")
    assert dialog._remark.text() == "Built in: National Tax Service. Yours will be used instead."


def test_a_day_that_is_none_is_told_and_nothing_is_lost(window: QMainWindow) -> None:
    dialog = AddTerm(window, "가나", "Gana")
    dialog._fields["valid_from"].setText("soon")
    dialog.accept()
    assert dialog.term is None
    assert dialog._remark.text() == "“soon” is no day; write it as 2024-05-17."
    dialog._fields["valid_from"].setText("2024.5.17.")
    dialog._fields["accepted"].setText("GN; Gana-do")
    dialog.accept()
    assert dialog.term
    assert dialog.term.accepted == ("GN", "Gana-do")


# -- the table


@pytest.fixture
def dialog(window: QMainWindow, tasks: TaskRunner, qtbot: QtBot) -> TermbaseDialog:
    made = TermbaseDialog(window, [ONE, TWO], [LOCKED], tasks)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_searching_counts_and_locks(dialog: TermbaseDialog, qtbot: QtBot) -> None:
    assert dialog._count.text() == "3 shown · 2 of your own"
    type_text(dialog._search, "tax")
    qtbot.waitUntil(lambda: dialog._count.text() == "1 shown · 2 of your own")
    dialog.table.selectRow(0)
    assert not button_of(dialog, "Remove").isEnabled()


def test_enter_searches_and_does_not_close(dialog: TermbaseDialog) -> None:
    type_text(dialog._search, "dawn")
    press(dialog._search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._count.text() == "1 shown · 2 of your own"


def test_rows_are_removed_and_added(dialog: TermbaseDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(0)
    dialog.table.setFocus()
    press(dialog.table, Qt.Key.Key_Delete)
    assert list(dialog.terms) == [TWO]
    dialog._search.setText("Gana")
    dialog._find()

    def fill(add: QDialog) -> None:
        assert isinstance(add, AddTerm)
        assert add._fields["en"].text() == "Gana"  # what was looked for and not found
        add._fields["ko"].setText("가나")
        button_of(add, "Save").click()

    act_on_dialog(fill)
    button_of(dialog, "Add…").click()
    assert list(dialog.terms) == [Term("가나", "Gana", "", by_user=True), TWO]
    button_of(dialog, "OK").click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_cancel_asks_before_changes_are_lost(dialog: TermbaseDialog) -> None:
    dialog._model.remove([0])
    press_button("Cancel")
    dialog.reject()
    assert dialog.isVisible()
    press_button("Discard")
    dialog.reject()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_file_is_taken_over_once_its_changes_were_seen(dialog: TermbaseDialog, tmp_path: Path, qtbot: QtBot) -> None:
    rival, new = Term("누리 파도", "Nuri Wave", "", by_user=True), Term("가나", "Gana", "", by_user=True)
    write_terms(tmp_path / "t.xlsx", [rival, TWO, new])
    seen: list[str] = []

    def agree(preview: QDialog) -> None:
        assert isinstance(preview, TermImport)
        seen.extend(label.text() for label in preview.findChildren(QLabel))
        view = preview.findChildren(QTreeWidget)[0]
        for row in range(view.topLevelItemCount()):
            item = view.topLevelItem(row)
            seen.append(" | ".join(item.text(column) for column in range(4)) if item else "")
        preview.findChildren(QRadioButton)[1].click()
        button_of(preview, "Take over").click()

    act_on_dialog(agree)
    dialog.import_file(tmp_path / "t.xlsx")
    qtbot.waitUntil(lambda: dialog._told.text() == "Taken over from t.xlsx; OK keeps it.")
    assert seen == [
        "Other English: 1 · Changed: 0 · New: 1 · The same: 1",
        "Other English | 누리 파도 | Nuripado | Nuri Wave",
        "New | 가나 |  | Gana",
    ]
    assert dialog.terms == (rival, TWO, new)


def test_a_bad_file_is_told_in_the_dialog(dialog: TermbaseDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    dialog.import_file(tmp_path / "t.csv")
    qtbot.waitUntil(lambda: dialog._told.isVisible() and not dialog._busy.isVisible())
    assert dialog._told.text().startswith("t.csv has no columns of Korean and English")
    assert button_of(dialog, "Import…").isEnabled()


def test_what_is_shown_is_exported(dialog: TermbaseDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog._only_mine.setChecked(True)
    dialog.export_file(tmp_path / "t.tbx")
    qtbot.waitUntil(lambda: dialog._told.text() == "t.tbx is written.")
    assert read_terms(tmp_path / "t.tbx").terms == (ONE, TWO)


def test_a_long_import_can_be_stopped(dialog: TermbaseDialog, tmp_path: Path, qtbot: QtBot) -> None:
    rows = "".join(f"용어{n}호,Term {n}\n" for n in range(60_000))
    (tmp_path / "t.csv").write_text("ko,en\n" + rows, encoding="utf-8")
    dialog.import_file(tmp_path / "t.csv")
    assert dialog._busy.isVisible()
    dialog._cancel()
    qtbot.waitUntil(lambda: not dialog._busy.isVisible())
    QApplication.processEvents()
    assert dialog.terms == (ONE, TWO)
