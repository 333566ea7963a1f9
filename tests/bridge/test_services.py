"""The engines as the settings of the window have them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.bridge import services
from gui.bridge.secrets import Secrets
from gui.bridge.services import StoredConsents, drafters_for, engines_for
from gui.bridge.settings import Settings
from gui.workspace.engine_settings import Traffic


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
    drafters = drafters_for(settings, Secrets({}), Traffic())
    settings.set_service(services.LIBRETRANSLATE_URL, "http://localhost:5000")
    assert not any(engine.status().ready for engine in drafters("release.md")[1:])
    later = drafters_for(settings, Secrets({}), Traffic())("release.md")
    assert [engine.name for engine in later[1:] if engine.status().ready] == ["libretranslate"]


def test_a_consent_counts_from_the_moment_it_is_given_until_it_is_taken_back(settings: Settings) -> None:
    consents = StoredConsents(settings)
    assert not consents.allows("google", "translate.google.com")
    settings.set_consent("google", "translate.google.com")
    assert consents.allows("google", "translate.google.com")
    assert not consents.allows("google", "translate.example.org")
    settings.set_consent("google", None)
    assert not consents.allows("google", "translate.google.com")
