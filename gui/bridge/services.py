"""The on-line services as the user has set them up: addresses from the settings, keys from memory or environment."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.workspace import drafting, engine_settings
from gui.workspace.drafting import Engine
from gui.workspace.engine_settings import (
    LIBRETRANSLATE_URL,
    MICROSOFT_REGION,
    MYMEMORY_EMAIL,
    Consents,
    EngineSettings,
    Traffic,
)

__all__ = [
    "LIBRETRANSLATE",
    "LIBRETRANSLATE_URL",
    "MICROSOFT",
    "MICROSOFT_REGION",
    "MYMEMORY_EMAIL",
    "Drafters",
    "StoredConsents",
    "drafters_for",
    "engines_for",
]

LIBRETRANSLATE, MICROSOFT = "libretranslate", "microsoft"
"""Names of services that take a key."""

Drafters: TypeAlias = Callable[[str], tuple[Engine, ...]]
"""Makes the engines with the translation memories for a release, by its file name, opened; on any thread."""


class StoredConsents(Consents):
    """The consents in the settings, asked anew each time, so that taking one back stops a running draft.

    Drafts ask from other threads: :attr:`Settings.consents` is read from there.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def allows(self, engine: str, host: str) -> bool:
        """Whether the user agreed to exactly this host for this engine."""
        return bool(host) and self._settings.consents.get(engine) == host


def engines_for(settings: Settings, secrets: Secrets, traffic: Traffic | None = None) -> tuple[Engine, ...]:
    """All engines with the settings of the moment, the embedded one first. For the UI thread.

    Args:
        settings: addresses and consents.
        secrets: keys.
        traffic: that of the whole program, so that a service which asked for patience gets it; else a new one.
    """
    return drafting.known_engines(_settings_of(settings, secrets, traffic))


def drafters_for(settings: Settings, secrets: Secrets, traffic: Traffic) -> Drafters:
    """The same in two steps: settings are read now, on the UI thread, memories where and when a draft is made."""
    known = _settings_of(settings, secrets, traffic)

    def drafters(release: str) -> tuple[Engine, ...]:
        return drafting.known_engines(replace(known, memories=engine_settings.memories(release)))

    return drafters


def _settings_of(settings: Settings, secrets: Secrets, traffic: Traffic | None) -> EngineSettings:
    def look_up(name: str) -> str:
        service, _, field = name.rpartition("_")
        return secrets.get(service) if field == "key" else settings.service(name)

    return EngineSettings(
        models=engine_settings.model_settings(look_up),
        online=engine_settings.online_settings(look_up),
        consents=StoredConsents(settings),
        traffic=Traffic() if traffic is None else traffic,
    )
