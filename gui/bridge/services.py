"""The on-line services as the user has set them up: addresses from the settings, keys from memory or environment."""

import os
from collections.abc import Mapping

from gui.bridge.settings import Settings
from gui.engines.consent import Consents
from gui.engines.libretranslate import LibreTranslateSettings
from gui.engines.microsoft import MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineSettings

LIBRETRANSLATE_URL, MICROSOFT_REGION, MYMEMORY_EMAIL = "libretranslate_url", "microsoft_region", "mymemory_email"
"""Names of plain settings."""

LIBRETRANSLATE, MICROSOFT = "libretranslate", "microsoft"
"""Names of services that take a key."""


class Secrets:
    """Keys of services, kept until the program closes; ``DAEJO_MICROSOFT_KEY`` and the like hold them for good."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._keys: dict[str, str] = {}

    def __repr__(self) -> str:
        return "Secrets()"

    def get(self, service: str) -> str:
        """The key of a service, empty if there is none."""
        return self._keys.get(service) or self._environment.get(f"DAEJO_{service.upper()}_KEY", "")

    def set(self, service: str, key: str) -> None:
        """Keep a key until the program closes."""
        self._keys[service] = key


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
