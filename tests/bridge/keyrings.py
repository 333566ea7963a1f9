"""Key stores for tests, put in place the way that ``keyring`` itself offers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import keyring
import keyring.backend
import keyring.errors

KEY = "s3cretkey0123456789"

_Backend = TypeVar("_Backend", bound=keyring.backend.KeyringBackend)


@contextmanager
def used(backend: _Backend) -> Iterator[_Backend]:
    """The key store of the system, as far as ``keyring`` knows."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A real backend of ``keyring`` that keeps its entries in memory, and can be locked."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no types there
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked(username)
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked(password)
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked(username)
        if (service, username) not in self.entries:
            raise keyring.errors.PasswordDeleteError("not found")
        del self.entries[service, username]

    def _refuse_if_locked(self, told: str) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked(f"locked, and it tells {told} {KEY}")
