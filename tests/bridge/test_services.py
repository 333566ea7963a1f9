"""The engines as the settings of the window have them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gui.bridge import services
from gui.bridge.key_stores import Keeping
from gui.bridge.messages import Messages
from gui.bridge.secrets import Secrets
from gui.bridge.services import StoredConsents, drafters_for, engines_for
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.workspace.engine_settings import Traffic
from gui.workspace.shared_memories import SharedMemories
from tests.bridge.keyrings import KEY, MemoryKeyring, used


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_settings_and_keys_reach_the_engines(settings: Settings) -> None:
    secrets = Secrets({})
    assert not any(engine.status().ready for engine in engines_for(settings, secrets)[1:])
    settings.set_service(services.LIBRETRANSLATE_URL, "http://localhost:5000")
    secrets.set("microsoft", "key")
    settings.set_consent("microsoft", "api.cognitive.microsofttranslator.com")
    ready = {engine.name for engine in engines_for(settings, secrets)[1:] if engine.status().ready}
    assert ready == {"libretranslate", "microsoft"}


def test_a_key_of_the_environment_is_found_under_its_usual_name(settings: Settings) -> None:
    engines = {engine.name: engine for engine in engines_for(settings, Secrets({"DAEJO_MICROSOFT_KEY": "key"}))}
    assert engines["microsoft"].status().needs_consent


def test_drafters_know_the_settings_of_the_moment_they_were_made(settings: Settings) -> None:
    with closing(SharedMemories()) as memories:
        drafters = drafters_for(settings, Secrets({}), Traffic(), memories)
        settings.set_service(services.LIBRETRANSLATE_URL, "http://localhost:5000")
        assert not any(engine.status().ready for engine in drafters("release.md")[1:])
        later = drafters_for(settings, Secrets({}), Traffic(), memories)("release.md")
        assert [engine.name for engine in later[1:] if engine.status().ready] == ["libretranslate"]


def test_a_consent_counts_from_the_moment_it_is_given_until_it_is_taken_back(settings: Settings) -> None:
    consents = StoredConsents(settings)
    assert not consents.allows("google", "translate.google.com")
    settings.set_consent("google", "translate.google.com")
    assert consents.allows("google", "translate.google.com")
    assert not consents.allows("google", "translate.example.org")
    settings.set_consent("google", None)
    assert not consents.allows("google", "translate.google.com")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    qtbot.waitUntil(lambda: not runner.running)
    runner.shut_down()


def test_kept_keys_are_there_soon_after_the_start(settings: Settings, tasks: TaskRunner, qtbot: QtBot) -> None:
    with used(MemoryKeyring()) as ring:
        ring.entries["Daejo", "deepl"] = KEY
        secrets, called = Secrets({}), list[str]()
        settings.keys_kept = Keeping.KEYRING
        services.load_keys(settings, secrets, tasks, Messages(), lambda: called.append(secrets.get("deepl")))
        qtbot.waitUntil(lambda: called == [KEY])


def test_a_locked_key_store_is_told_at_the_start(settings: Settings, tasks: TaskRunner, qtbot: QtBot) -> None:
    with used(MemoryKeyring()) as ring:
        ring.locked = True
        messages = Messages()
        settings.keys_kept = Keeping.KEYRING
        with qtbot.waitSignal(messages.failed, check_params_cb=lambda text: "missing or locked" in text):
            services.load_keys(settings, Secrets({}), tasks, messages, lambda: None)


def test_where_nothing_is_kept_no_key_store_is_asked(settings: Settings, tasks: TaskRunner) -> None:
    services.load_keys(settings, Secrets({}), tasks, Messages(), lambda: None)
    assert not tasks.running


def test_the_choice_of_where_keys_are_kept_lasts(settings: Settings) -> None:
    settings.keys_kept = Keeping.FILE
    assert settings.keys_kept is Keeping.FILE


def test_keys_are_kept_until_the_program_closes_unless_something_else_was_chosen(settings: Settings) -> None:
    assert settings.keys_kept is Keeping.SESSION
    settings._store.setValue("keys_kept", "elsewhere")
    assert settings.keys_kept is Keeping.SESSION


def test_models_of_the_settings_reach_the_engines(settings: Settings, tmp_path: Path) -> None:
    pytest.importorskip("ctranslate2")
    settings.set_service(services.CTRANSLATE2_MODEL, str(tmp_path / "gone"))
    known = {engine.name: engine for engine in engines_for(settings, Secrets({}))}
    assert str(known["ctranslate2"].status().reason).startswith("gone, which was chosen as model")
