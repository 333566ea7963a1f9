"""Keys of on-line services: in memory for the engines, and where the user wants them kept."""

import os
from collections.abc import Mapping

from gui.bridge.key_stores import Keeping, store

SERVICES = ("deepl", "libretranslate", "microsoft")
"""The services that take a key."""


class Secrets:
    """Keys by service. What is in no other place comes from ``DAEJO_MICROSOFT_KEY`` and the like.

    Reading and setting are for the UI thread and never wait; :meth:`load` and :meth:`keep` are for a worker.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._keys: Mapping[str, str] = {}  # replaced whole, for engines are made on other threads too

    def __repr__(self) -> str:
        return "Secrets()"

    def get(self, service: str) -> str:
        """The key of a service, empty if there is none."""
        return self.own(service) or self.environment(service)

    def environment(self, service: str) -> str:
        """The key of a service in the environment."""
        return self._environment.get(variable(service), "")

    def own(self, service: str) -> str:
        """The key that the user has entered, which alone is kept anywhere."""
        return self._keys.get(service, "")

    def set(self, service: str, key: str) -> None:
        """Use a key until the program closes."""
        self._keys = {**self._keys, service: key}

    def load(self, kept: Keeping) -> None:
        """Fetch what was kept; a key that was entered meanwhile stays.

        Raises:
            KeyStoreError: the keys cannot be had.
        """
        found = {service: store(kept).read(service) for service in SERVICES}
        self._keys = {**found, **self._keys}

    def keep(self, where: Keeping, before: Keeping) -> None:
        """Keep the keys where the user wants them from now on, and remove them from where they were before.

        A key that could not be had at the start, and that nobody has entered since, stays or moves with the others.

        Raises:
            KeyStoreError: they could not be put there, or not be removed; they are nowhere lost.
        """
        if before is not where:
            self.load(before)
        for service, key in self._keys.items():
            store(where).write(service, key)
        if before is not where:
            for service in SERVICES:
                store(before).write(service, "")


def variable(service: str) -> str:
    """The environment variable that may hold the key of a service."""
    return f"DAEJO_{service.upper()}_KEY"
