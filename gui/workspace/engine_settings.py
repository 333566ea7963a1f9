"""The settings of engines where there is no window with preferences: environment variables and a consent in words.

``DAEJO_LIBRETRANSLATE_URL``, ``DAEJO_LIBRETRANSLATE_KEY``, ``DAEJO_MICROSOFT_KEY``, ``DAEJO_MICROSOFT_REGION`` and
``DAEJO_MYMEMORY_EMAIL``. Keys go nowhere else: a command line can be read by every user of a machine.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from gui.engines.consent import GivenConsents
from gui.engines.libretranslate import LibreTranslateSettings
from gui.engines.microsoft import MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineSettings
from gui.engines.pairs import PairSource
from gui.engines.registry import EngineSettings


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
    return EngineSettings(memories, _online(environment), consents)


def _online(environment: Mapping[str, str]) -> OnlineSettings:
    def value(name: str) -> str:
        return environment.get(f"DAEJO_{name}", "")

    return OnlineSettings(
        libretranslate=LibreTranslateSettings(value("LIBRETRANSLATE_URL"), value("LIBRETRANSLATE_KEY")),
        microsoft=MicrosoftSettings(key=value("MICROSOFT_KEY"), region=value("MICROSOFT_REGION")),
        mymemory=MyMemorySettings(email=value("MYMEMORY_EMAIL")),
    )
