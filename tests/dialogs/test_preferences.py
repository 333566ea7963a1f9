"""Preferences: what is kept, what the engines say of themselves, trying one, and where keys go."""

from collections.abc import Iterator
from pathlib import Path

import keyring.backends.fail
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from gui.bridge import services
from gui.bridge.key_stores import Keeping
from gui.bridge.secrets import Secrets
from gui.bridge.services import engines_for
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.dialogs.preferences import Preferences
from tests.bridge.keyrings import KEY, MemoryKeyring, used
from tests.dialogs.buttons import button_of, press_button
from tests.engines.conftest import TranslationServer, saying, server, status
from tests.engines.tiny_models import ENGLISH, opus_folder, require_libraries

__all__ = ["server"]


class Desk:
    """Preferences over settings that last, opened as often as a test wants."""

    def __init__(self, window: QMainWindow, settings: Settings, tasks: TaskRunner, secrets: Secrets) -> None:
        self.window, self.settings, self.tasks, self.secrets = window, settings, tasks, secrets

    def open(self) -> Preferences:
        engines = engines_for(self.settings, self.secrets)
        return Preferences(self.window, self.settings, self.secrets, engines, self.tasks)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk(qtbot: QtBot, settings: Settings) -> Iterator[Desk]:
    window, tasks = QMainWindow(), TaskRunner()
    qtbot.addWidget(window)
    yield Desk(window, settings, tasks, Secrets({}))
    qtbot.waitUntil(lambda: not tasks.running)
    tasks.shut_down()


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with used(MemoryKeyring()) as made:
        yield made


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def enter(dialog: Preferences, engine: str, name: str, text: str) -> None:
    dialog.engines.panels[engine].lines[name].setText(text)
    dialog.engines.refresh()


def key_of_deepl(dialog: Preferences) -> QLineEdit:
    return dialog.engines.panels["deepl"].lines[services.DEEPL_KEY]


# -- what is kept


def test_they_are_kept_when_accepted(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog._language, "ko")
    choose(dialog._scheme, "dark")
    choose(dialog.engines.engine, "libretranslate")
    enter(dialog, "libretranslate", services.LIBRETRANSLATE_URL, " http://localhost:5000 ")
    enter(dialog, "microsoft", services.MICROSOFT_KEY, KEY)
    button_of(dialog, "OK").click()
    assert (desk.settings.language, desk.settings.colour_scheme, desk.settings.engine) == (
        "ko",
        "dark",
        "libretranslate",
    )
    assert desk.settings.service(services.LIBRETRANSLATE_URL) == "http://localhost:5000"
    assert desk.secrets.get("microsoft") == KEY
    again = desk.open()
    assert (again._language.currentData(), again._scheme.currentData()) == ("ko", "dark")
    assert again.engines.panels["microsoft"].lines[services.MICROSOFT_KEY].text() == KEY


def test_cancel_changes_nothing(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog._language, "ko")
    enter(dialog, "deepl", services.DEEPL_KEY, KEY)
    dialog.reject()
    assert desk.settings.language == "system"
    assert desk.secrets.get("deepl") == ""


def test_checks_are_reached(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    with qtbot.waitSignal(dialog.checks_wanted):
        button_of(dialog, "Checks…").click()


def test_every_field_has_a_name_for_readers(desk: Desk) -> None:
    dialog = desk.open()
    fields = [
        widget
        for kind in (QLineEdit, QComboBox, QListWidget)
        for widget in dialog.findChildren(kind)
        if widget.objectName() != "qt_spinbox_lineedit"
    ]
    assert len(fields) > 12
    assert all(field.accessibleName() for field in fields)
    assert all(button.text() or button.accessibleName() for button in dialog.findChildren(QAbstractButton))


# -- consent


def consent(dialog: Preferences, engine: str) -> QCheckBox:
    box = dialog.findChild(QCheckBox, f"consent_{engine}")
    assert isinstance(box, QCheckBox)
    return box


def test_a_consent_is_given_and_taken_back_for_one_host(desk: Desk) -> None:
    dialog = desk.open()
    assert not consent(dialog, "google").isChecked()
    consent(dialog, "google").click()
    dialog.accept()
    assert desk.settings.consents["google"] == "translate.google.com"
    again = desk.open()
    consent(again, "google").click()
    again.accept()
    assert "google" not in desk.settings.consents


def test_another_address_needs_another_consent(desk: Desk) -> None:
    dialog = desk.open()
    enter(dialog, "libretranslate", services.LIBRETRANSLATE_URL, "http://192.168.0.7:5000/")
    consent(dialog, "libretranslate").click()
    dialog.engines.refresh()
    panel = dialog.engines.panels["libretranslate"]
    assert panel.state == "Ready. The text goes to 192.168.0.7, in your own network."
    panel.lines[services.LIBRETRANSLATE_URL].setText("http://mt.example.org/")
    dialog.accept()
    assert "libretranslate" not in desk.settings.consents


# -- what the engines say of themselves


def test_each_engine_tells_what_is_missing_and_where_text_goes(desk: Desk) -> None:
    require_libraries()
    pytest.importorskip("deepl")
    dialog = desk.open()
    states = {name: panel.state for name, panel in dialog.engines.panels.items()}
    assert states["ctranslate2"].startswith("Choose the folder or the .argosmodel file")
    assert states["libretranslate"].startswith("Enter the address")
    assert states["deepl"].startswith("Enter your key")
    assert states["google"].startswith("Tick the box")
    enter(dialog, "libretranslate", services.LIBRETRANSLATE_URL, "http://localhost:5000/")
    assert dialog.engines.panels["libretranslate"].state == "Ready. Nothing leaves this computer."
    assert consent(dialog, "libretranslate").isHidden()
    consent(dialog, "google").click()
    dialog.engines.refresh()
    assert dialog.engines.panels["google"].state == "Ready. The text goes to translate.google.com, on the internet."


def test_the_state_follows_what_is_typed(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    dialog.engines.panels["libretranslate"].lines[services.LIBRETRANSLATE_URL].setText("http://localhost:5000/")
    qtbot.waitUntil(lambda: dialog.engines.panels["libretranslate"].state.startswith("Ready"))
    row = list(dialog.engines.panels).index("libretranslate")
    assert dialog.engines.list.item(row).text() == "LibreTranslate (own server)\nready"


# -- trying one


def tried(dialog: Preferences, engine: str, qtbot: QtBot) -> str:
    panel = dialog.engines.panels[engine]
    panel.test.click()
    assert not panel.test.isEnabled()
    qtbot.waitUntil(panel.test.isEnabled)
    return panel.result


def test_a_model_is_tried(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    require_libraries()
    dialog = desk.open()
    assert not dialog.engines.panels["ctranslate2"].test.isEnabled()
    enter(dialog, "ctranslate2", services.CTRANSLATE2_MODEL, str(opus_folder(tmp_path / "opus")))
    assert tried(dialog, "ctranslate2", qtbot).startswith(f"“{ENGLISH}” (")


def test_a_server_is_tried_with_a_sentence_of_no_release(desk: Desk, qtbot: QtBot, server: TranslationServer) -> None:
    server.play(saying("The sky is clear and the wind is cool today."), status(403))
    dialog = desk.open()
    enter(dialog, "libretranslate", services.LIBRETRANSLATE_URL, f"http://127.0.0.1:{server.port}/")
    assert tried(dialog, "libretranslate", qtbot).startswith("“The sky is clear")
    assert [request.text for request in server.requests] == [services.SENTENCE]
    assert "refused the request" in tried(dialog, "libretranslate", qtbot)


def test_nothing_is_tried_without_consent(desk: Desk) -> None:
    dialog = desk.open()
    assert not dialog.engines.panels["google"].test.isEnabled()


# -- keys


def test_keys_go_nowhere_by_default(desk: Desk, ring: MemoryKeyring, tmp_path: Path, data_folder: Path) -> None:
    dialog = desk.open()
    key_of_deepl(dialog).setText(KEY)
    dialog.accept()
    desk.settings._store.sync()
    assert KEY not in (tmp_path / "settings.ini").read_text()
    assert not ring.entries
    assert not (data_folder / "keys.json").exists()


def test_keys_in_the_key_store(desk: Desk, ring: MemoryKeyring, qtbot: QtBot) -> None:
    dialog = desk.open()
    key_of_deepl(dialog).setText(KEY)
    choose(dialog.engines.kept, Keeping.KEYRING.value)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert desk.settings.keys_kept is Keeping.KEYRING
    assert ring.entries == {("Daejo", "deepl"): KEY}
    again = desk.open()
    key_of_deepl(again).clear()
    with qtbot.waitSignal(again.accepted):
        again.accept()
    assert not ring.entries


def test_no_key_store_is_told_in_the_dialog_and_another_place_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    with used(keyring.backends.fail.Keyring()):  # type: ignore[no-untyped-call]  # the library has no types there
        dialog = desk.open()
        dialog.show()
        key_of_deepl(dialog).setText(KEY)
        choose(dialog.engines.kept, Keeping.KEYRING.value)
        dialog.accept()
        qtbot.waitUntil(lambda: any("missing or locked" in label.text() for label in dialog.findChildren(QLabel)))
        assert dialog.isVisible()
        choose(dialog.engines.kept, Keeping.SESSION.value)
        with qtbot.waitSignal(dialog.accepted):
            dialog.accept()
    assert desk.settings.keys_kept is Keeping.SESSION
    assert desk.secrets.get("deepl") == KEY


@pytest.mark.parametrize(("answer", "kept"), [("Keep them in a file", True), ("Cancel", False)])
def test_a_file_only_after_a_question(desk: Desk, qtbot: QtBot, data_folder: Path, answer: str, kept: bool) -> None:
    dialog = desk.open()
    key_of_deepl(dialog).setText(KEY)
    choose(dialog.engines.kept, Keeping.FILE.value)
    press_button(answer)
    dialog.accept()
    qtbot.waitUntil(lambda: not desk.tasks.running)
    assert (data_folder / "keys.json").exists() is kept
    assert desk.settings.keys_kept is (Keeping.FILE if kept else Keeping.SESSION)


def test_a_key_of_the_environment_is_neither_shown_nor_kept(desk: Desk, ring: MemoryKeyring, qtbot: QtBot) -> None:
    desk.secrets = Secrets({"DAEJO_DEEPL_KEY": KEY})
    dialog = desk.open()
    assert (key_of_deepl(dialog).text(), key_of_deepl(dialog).placeholderText()) == ("", "from DAEJO_DEEPL_KEY")
    choose(dialog.engines.kept, Keeping.KEYRING.value)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert not ring.entries
