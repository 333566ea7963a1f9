"""The on-line services as the user has set them up: addresses from the settings, keys from memory or environment."""

from collections.abc import Sequence

from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.engines.base import Engine
from gui.engines.consent import Consents
from gui.engines.libretranslate import LibreTranslateSettings
from gui.engines.microsoft import MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineSettings
from gui.engines.pairs import PairSource
from gui.engines.registry import EngineSettings
from gui.workspace import drafting

LIBRETRANSLATE_URL, MICROSOFT_REGION, MYMEMORY_EMAIL = "libretranslate_url", "microsoft_region", "mymemory_email"
"""Names of plain settings."""

LIBRETRANSLATE, MICROSOFT = "libretranslate", "microsoft"
"""Names of services that take a key."""


class StoredConsents(Consents):
    """The consents in the settings, read anew each time, so that taking one back stops a running draft."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def allows(self, engine: str, host: str) -> bool:
        """Whether the user agreed to exactly this host for this engine."""
        return bool(host) and self._settings.consents.get(engine) == host


def online_settings(settings: Settings, secrets: Secrets) -> OnlineSettings:
    """What the on-line engines need, with the settings of the moment."""
    return OnlineSettings(
        libretranslate=LibreTranslateSettings(settings.service(LIBRETRANSLATE_URL), secrets.get(LIBRETRANSLATE)),
        microsoft=MicrosoftSettings(key=secrets.get(MICROSOFT), region=settings.service(MICROSOFT_REGION)),
        mymemory=MyMemorySettings(email=settings.service(MYMEMORY_EMAIL)),
    )


def engines_for(settings: Settings, secrets: Secrets, memories: Sequence[PairSource] = ()) -> tuple[Engine, ...]:
    """All engines with the settings of the moment, the embedded one first; ``memories`` only where a draft is made."""
    known = EngineSettings(memories, online_settings(settings, secrets), StoredConsents(settings))
    return drafting.known_engines(known)
