"""The engines as the user has set them up: models and addresses from the settings, keys from memory or environment."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from gui.bridge.key_stores import Keeping
from gui.bridge.messages import Messages
from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.workspace import drafting, engine_settings
from gui.workspace.drafting import Engine
from gui.workspace.engine_settings import (
    CTRANSLATE2_MODEL,
    DEEPL_KEY,
    FXTRANSLATE_MODEL,
    LIBRETRANSLATE_KEY,
    LIBRETRANSLATE_URL,
    MICROSOFT_KEY,
    MICROSOFT_REGION,
    MYMEMORY_EMAIL,
    Consents,
    EngineSettings,
    GivenConsents,
    LookUp,
    Traffic,
    is_private,
)
from gui.workspace.shared_memories import SharedMemories
from gui.workspace.trying import SENTENCE, try_out

__all__ = [
    "CTRANSLATE2_MODEL",
    "DEEPL_KEY",
    "FIELDS",
    "FXTRANSLATE_MODEL",
    "LIBRETRANSLATE_KEY",
    "LIBRETRANSLATE_URL",
    "MICROSOFT_KEY",
    "MICROSOFT_REGION",
    "MYMEMORY_EMAIL",
    "SENTENCE",
    "Drafters",
    "LookUp",
    "StoredConsents",
    "drafters_for",
    "engines_for",
    "is_private",
    "load_keys",
    "preview",
    "service_of",
    "try_out",
]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "ctranslate2": (CTRANSLATE2_MODEL,),
    "fxtranslate": (FXTRANSLATE_MODEL,),
    "libretranslate": (LIBRETRANSLATE_URL, LIBRETRANSLATE_KEY),
    "deepl": (DEEPL_KEY,),
    "microsoft": (MICROSOFT_KEY, MICROSOFT_REGION),
    "mymemory": (MYMEMORY_EMAIL,),
}
"""What the user enters for each engine, by the names of the settings; those that end in ``_key`` are secrets."""

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


def drafters_for(settings: Settings, secrets: Secrets, traffic: Traffic, memories: SharedMemories) -> Drafters:
    """The same in two steps: settings are read now, on the UI thread, memories where and when a draft is made."""
    known, mine = _settings_of(settings, secrets, traffic), memories

    def drafters(release: str) -> tuple[Engine, ...]:
        return drafting.known_engines(replace(known, memories=engine_settings.memories(release, mine)))

    return drafters


def load_keys(
    settings: Settings, secrets: Secrets, tasks: TaskRunner, messages: Messages, done: Callable[[], object]
) -> None:
    """Fetch the keys that are kept, on a worker: a key store may take its time, or ask for its password.

    Args:
        settings: tell where they are kept.
        secrets: gets them.
        tasks: runs it.
        messages: hears why it failed.
        done: called on the UI thread once there are more keys than before.
    """
    if settings.keys_kept is not Keeping.SESSION:
        task = tasks.run(partial(secrets.load, settings.keys_kept), lambda _: done())
        task.failed.connect(messages.fail)


def preview(look_up: LookUp, agreed: Mapping[str, str]) -> tuple[Engine, ...]:
    """All engines as they would be with other settings; ``agreed`` are engines with the hosts that they may send to."""
    return drafting.known_engines(_engine_settings(look_up, GivenConsents(agreed), Traffic()))


def service_of(setting: str) -> str | None:
    """The service whose key a setting is, ``None`` for a plain setting."""
    service, _, field = setting.rpartition("_")
    return service if field == "key" else None


def _settings_of(settings: Settings, secrets: Secrets, traffic: Traffic | None) -> EngineSettings:
    def look_up(name: str) -> str:
        service = service_of(name)
        return secrets.get(service) if service else settings.service(name)

    return _engine_settings(look_up, StoredConsents(settings), Traffic() if traffic is None else traffic)


def _engine_settings(look_up: LookUp, consents: Consents, traffic: Traffic) -> EngineSettings:
    return EngineSettings(
        models=engine_settings.model_settings(look_up),
        online=engine_settings.online_settings(look_up),
        consents=consents,
        traffic=traffic,
    )
