"""The larger dialogs: keys, export review, crash report."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QListWidget, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.bridge.messages import report
from gui.bridge.settings import Settings
from gui.dialogs.crash_report import CrashReport
from gui.dialogs.export_review import ExportReview, Finding
from gui.dialogs.shortcuts import Shortcuts
from gui.window.actions import Actions
from tests.dialogs.buttons import button_of
from tests.widgets.keys import press


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


# -- keys


@pytest.fixture
def actions(window: QMainWindow, settings: Settings) -> Actions:
    made = Actions(window, settings)
    made.fill(window.menuBar())
    return made


def select(dialog: Shortcuts, name: str) -> None:
    cells = [dialog._table.item(row, 0) for row in range(dialog._table.rowCount())]
    row = next(n for n, cell in enumerate(cells) if cell is not None and cell.data(Qt.ItemDataRole.UserRole) == name)
    dialog._table.selectRow(row)


def test_a_key_is_changed_and_remembered(window: QMainWindow, settings: Settings, actions: Actions) -> None:
    dialog = Shortcuts(window, actions)
    select(dialog, "confirm")
    dialog._keys.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
    button_of(dialog, "Change").click()
    assert actions["confirm"].shortcut() == QKeySequence("Ctrl+Alt+Y")
    assert settings.shortcut("confirm") == "Ctrl+Alt+Y"
    button_of(dialog, "Usual key").click()
    assert actions["confirm"].shortcut() == QKeySequence("Ctrl+Return")
    assert settings.shortcut("confirm") is None


def test_a_key_belongs_to_one_action(window: QMainWindow, actions: Actions) -> None:
    dialog = Shortcuts(window, actions)
    select(dialog, "confirm")
    dialog._keys.setKeySequence(QKeySequence("F8"))
    button_of(dialog, "Change").click()
    assert "F8 already belongs to “Next issue”" in dialog._said.text()
    assert actions["confirm"].shortcut() == QKeySequence("Ctrl+Return")


def test_going_back_to_a_usual_key_that_another_action_took(window: QMainWindow, actions: Actions) -> None:
    dialog = Shortcuts(window, actions)
    select(dialog, "confirm")
    dialog._keys.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
    button_of(dialog, "Change").click()
    select(dialog, "approve")
    dialog._keys.setKeySequence(QKeySequence("Ctrl+Return"))
    button_of(dialog, "Change").click()
    select(dialog, "confirm")
    button_of(dialog, "Usual key").click()
    assert "already belongs to “Approve”" in dialog._said.text()
    assert actions["confirm"].shortcut() == QKeySequence("Ctrl+Alt+Y")


def test_keys_are_filtered_and_a_choice_is_needed(window: QMainWindow, actions: Actions) -> None:
    dialog = Shortcuts(window, actions)
    dialog._table.setCurrentCell(-1, -1)
    button_of(dialog, "Change").click()
    assert dialog._said.text() == "Choose an action first."
    dialog._filter.setText("zoom")
    shown = [row for row in range(dialog._table.rowCount()) if not dialog._table.isRowHidden(row)]
    assert len(shown) == 2


# -- export review


FINDINGS = [Finding("b1.1", "첫 문장"), Finding("b2.1", "둘째 문장")]


def test_the_review_lists_what_is_missing_and_wrong(window: QMainWindow) -> None:
    review = ExportReview(window, FINDINGS, [Finding("b3.1", "A wrong figure")])
    lists = {view.accessibleName(): view for view in review.findChildren(QListWidget)}
    assert {name: view.count() for name, view in lists.items()} == {"Open segments": 2, "Open errors": 1}
    words = " ".join(label.text() for label in review.findChildren(QLabel))
    assert "2" in words
    button_of(review, "Go back").click()
    assert (review.result(), review.chosen) == (0, "")


def test_a_finding_is_gone_to(window: QMainWindow) -> None:
    review = ExportReview(window, FINDINGS, [])
    view = review.findChild(QListWidget)
    assert isinstance(view, QListWidget)
    view.itemActivated.emit(view.item(1))
    assert (review.result(), review.chosen) == (1, "b2.1")


def test_enter_goes_back(window: QMainWindow, qtbot: QtBot) -> None:
    review = ExportReview(window, FINDINGS, [])
    review.open()
    press(review, Qt.Key.Key_Return)
    assert review.result() == 0
    assert not review.isVisible()


# -- crash report


def test_a_crash_report_tells_the_place_and_no_text(window: QMainWindow) -> None:
    secret = "대통령은 오늘 비밀 발표를 했습니다"
    try:
        _fail_on(secret)
    except ValueError as error:
        dialog = CrashReport(window, report(error))
    view = dialog.findChild(QPlainTextEdit)
    assert isinstance(view, QPlainTextEdit)
    text = view.toPlainText()
    assert "ValueError" in text
    assert "_fail_on" in text
    assert secret not in text
    assert str(Path.home()) not in text
    button_of(dialog, "Copy the report").click()
    assert QGuiApplication.clipboard().text() == text


def _fail_on(text: str) -> None:
    raise ValueError(text)
