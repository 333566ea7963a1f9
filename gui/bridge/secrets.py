"""Keys of on-line services."""

import os
from collections.abc import Mapping


class Secrets:
    """Keys, kept until the program closes; ``DAEJO_MICROSOFT_KEY`` and the like hold them for good."""

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
