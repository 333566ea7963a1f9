"""The settings of engines: one way to put them together, from wherever they are kept.

Where there is no window with preferences they come from environment variables and a consent in words:
``DAEJO_CTRANSLATE2_MODEL``, ``DAEJO_FXTRANSLATE_MODEL``, ``DAEJO_LIBRETRANSLATE_URL``, ``DAEJO_LIBRETRANSLATE_KEY``,
``DAEJO_DEEPL_KEY``, ``DAEJO_MICROSOFT_KEY``, ``DAEJO_MICROSOFT_REGION`` and ``DAEJO_MYMEMORY_EMAIL``. Keys go nowhere
else: a command line can be read by every user of a machine.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from gui.engines.addresses import is_private
from gui.engines.consent import Consents, GivenConsents
from gui.engines.deepl import DeepLSettings
from gui.engines.libretranslate import LibreTranslateSettings
from gui.engines.microsoft import MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineSettings
from gui.engines.pacing import Traffic
from gui.engines.pairs import PairSource
from gui.engines.registry import EngineSettings, ModelSettings
from gui.workspace.shared_memories import SharedMemories

__all__ = [
    "CTRANSLATE2_MODEL",
    "DEEPL_KEY",
    "FXTRANSLATE_MODEL",
    "LIBRETRANSLATE_KEY",
    "LIBRETRANSLATE_URL",
    "MICROSOFT_KEY",
    "MICROSOFT_REGION",
    "MYMEMORY_EMAIL",
    "Consents",
    "EngineSettings",
    "GivenConsents",
    "LookUp",
    "OnlineSettings",
    "PairSource",
    "Traffic",
    "from_environment",
    "is_private",
    "memories",
    "model_settings",
    "online_settings",
]

LIBRETRANSLATE_URL, LIBRETRANSLATE_KEY = "libretranslate_url", "libretranslate_key"
MICROSOFT_REGION, MICROSOFT_KEY = "microsoft_region", "microsoft_key"
MYMEMORY_EMAIL = "mymemory_email"
DEEPL_KEY = "deepl_key"
CTRANSLATE2_MODEL, FXTRANSLATE_MODEL = "ctranslate2_model", "fxtranslate_model"
"""Names of settings, wherever they are kept."""

LookUp: TypeAlias = Callable[[str], str]
"""Gives a setting by its name, empty if it is not set."""


def memories(release: str, mine: SharedMemories) -> Sequence[PairSource]:
    """The translation memories that drafts of a release, by its file name, use, in order of trust.

    It opens them, those of the user (``mine``) first, so call it only where a draft is made.
    """
    from gui.memory import registry

    return (mine.get(), *registry.memories(sample=Path(release).stem))


def from_environment(
    engine: str | None = None,
    send_to: str | None = None,
    memories: Sequence[PairSource] = (),
    environment: Mapping[str, str] = os.environ,
) -> EngineSettings:
    """The settings of a command.

    Args:
        engine: the engine that was asked for.
        send_to: the host that the user named as allowed to receive text; it holds for this engine and this run only.
        memories: as :func:`memories` gives them, where a draft is made.
        environment: the variables.
    """
    consents = GivenConsents({engine: send_to} if engine and send_to else {})

    def look_up(name: str) -> str:
        return environment.get(f"DAEJO_{name.upper()}", "")

    return EngineSettings(memories, model_settings(look_up), online_settings(look_up), consents)


def model_settings(look_up: LookUp) -> ModelSettings:
    """Where the models on this machine are."""
    return ModelSettings(look_up(CTRANSLATE2_MODEL), look_up(FXTRANSLATE_MODEL))


def online_settings(look_up: LookUp) -> OnlineSettings:
    """What the on-line engines need."""
    return OnlineSettings(
        deepl=DeepLSettings(look_up(DEEPL_KEY)),
        libretranslate=LibreTranslateSettings(look_up(LIBRETRANSLATE_URL), look_up(LIBRETRANSLATE_KEY)),
        microsoft=MicrosoftSettings(key=look_up(MICROSOFT_KEY), region=look_up(MICROSOFT_REGION)),
        mymemory=MyMemorySettings(email=look_up(MYMEMORY_EMAIL)),
    )
