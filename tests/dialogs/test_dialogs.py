"""The larger dialogs: preferences, keys, export review, crash report."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.bridge import services
from gui.bridge.messages import report
from gui.bridge.secrets import Secrets
from gui.bridge.services import engines_for
from gui.bridge.settings import Settings
from gui.dialogs.crash_report import CrashReport
from gui.dialogs.export_review import ExportReview, Finding
from gui.dialogs.preferences import Preferences
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


# -- preferences


def preferences(window: QWidget, settings: Settings, secrets: Secrets) -> Preferences:
    return Preferences(window, settings, secrets, engines_for(settings, secrets))


def test_preferences_are_kept_when_accepted(window: QMainWindow, settings: Settings) -> None:
    secrets = Secrets({})
    dialog = preferences(window, settings, secrets)
    choose(dialog._language, "ko")
    choose(dialog._scheme, "dark")
    dialog._services[services.LIBRETRANSLATE_URL].setText(" http://localhost:5000 ")
    dialog._keys[services.MICROSOFT].setText("secret")
    button_of(dialog, "OK").click()
    assert (settings.language, settings.colour_scheme) == ("ko", "dark")
    assert settings.service(services.LIBRETRANSLATE_URL) == "http://localhost:5000"
    assert secrets.get(services.MICROSOFT) == "secret"
    again = preferences(window, settings, secrets)
    assert (again._language.currentData(), again._scheme.currentData()) == ("ko", "dark")


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_cancel_changes_nothing(window: QMainWindow, settings: Settings) -> None:
    dialog = preferences(window, settings, Secrets({}))
    choose(dialog._language, "ko")
    dialog.reject()
    assert settings.language == "system"


def test_a_consent_is_given_and_taken_back_for_one_host(window: QMainWindow, settings: Settings) -> None:
    dialog = preferences(window, settings, Secrets({}))
    box = dialog.findChild(QCheckBox, "consent_google")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    box.setChecked(True)
    dialog.accept()
    assert settings.consents["google"]
    again = preferences(window, settings, Secrets({}))
    again._consents["google"].setChecked(False)
    again.accept()
    assert "google" not in settings.consents


def test_a_key_is_never_written_to_disk(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = preferences(window, settings, Secrets({}))
    dialog._keys[services.LIBRETRANSLATE].setText("very-secret")
    dialog.accept()
    settings._store.sync()
    assert "very-secret" not in (tmp_path / "settings.ini").read_text()


def test_every_field_has_a_name_for_readers(window: QMainWindow, settings: Settings) -> None:
    dialog = preferences(window, settings, Secrets({}))
    fields = [*dialog._services.values(), *dialog._keys.values(), dialog._language, dialog._scheme, dialog._engine]
    assert all(field.accessibleName() for field in fields)


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
    assert {name: view.count() for name, view in lists.items()} == {"Segments without English": 2, "Open errors": 1}
    words = " ".join(label.text() for label in review.findChildren(QLabel))
    assert "2" in words
    button_of(review, "Export all the same").click()
    assert (review.result(), review.chosen) == (1, "")


def test_going_back_goes_to_the_chosen_segment(window: QMainWindow) -> None:
    review = ExportReview(window, FINDINGS, [])
    view = review.findChild(QListWidget)
    assert isinstance(view, QListWidget)
    view.itemActivated.emit(view.item(1))
    assert (review.result(), review.chosen) == (0, "b2.1")


def test_enter_does_not_export(window: QMainWindow, qtbot: QtBot) -> None:
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


def test_checks_are_reached_from_the_preferences(window: QMainWindow, settings: Settings, qtbot: QtBot) -> None:
    dialog = preferences(window, settings, Secrets({}))
    with qtbot.waitSignal(dialog.checks_wanted):
        button_of(dialog, "Checks…").click()
