"""The settings of engines: one way to put them together, from wherever they are kept.

Where there is no window with preferences they come from environment variables and a consent in words:
``DAEJO_LIBRETRANSLATE_URL``, ``DAEJO_LIBRETRANSLATE_KEY``, ``DAEJO_MICROSOFT_KEY``, ``DAEJO_MICROSOFT_REGION`` and
``DAEJO_MYMEMORY_EMAIL``. Keys go nowhere else: a command line can be read by every user of a machine.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from gui.engines.consent import Consents, GivenConsents
from gui.engines.libretranslate import LibreTranslateSettings
from gui.engines.microsoft import MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineSettings
from gui.engines.pacing import Traffic
from gui.engines.pairs import PairSource
from gui.engines.registry import EngineSettings

__all__ = [
    "LIBRETRANSLATE_KEY",
    "LIBRETRANSLATE_URL",
    "MICROSOFT_KEY",
    "MICROSOFT_REGION",
    "MYMEMORY_EMAIL",
    "Consents",
    "EngineSettings",
    "OnlineSettings",
    "PairSource",
    "Traffic",
    "from_environment",
    "memories",
    "online_settings",
]

LIBRETRANSLATE_URL, LIBRETRANSLATE_KEY = "libretranslate_url", "libretranslate_key"
MICROSOFT_REGION, MICROSOFT_KEY = "microsoft_region", "microsoft_key"
MYMEMORY_EMAIL = "mymemory_email"
"""Names of settings, wherever they are kept."""


def memories(release: str) -> Sequence[PairSource]:
    """The translation memories that drafts of a release, by its file name, use, in order of trust.

    It opens them, so call it only where a draft is made.
    """
    from gui.memory import registry

    return registry.memories(sample=Path(release).stem)


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
    online = online_settings(lambda name: environment.get(f"DAEJO_{name.upper()}", ""))
    return EngineSettings(memories, online, consents)


def online_settings(look_up: Callable[[str], str]) -> OnlineSettings:
    """What the on-line engines need; ``look_up`` gives a setting by its name, empty if it is not set."""
    return OnlineSettings(
        libretranslate=LibreTranslateSettings(look_up(LIBRETRANSLATE_URL), look_up(LIBRETRANSLATE_KEY)),
        microsoft=MicrosoftSettings(key=look_up(MICROSOFT_KEY), region=look_up(MICROSOFT_REGION)),
        mymemory=MyMemorySettings(email=look_up(MYMEMORY_EMAIL)),
    )
