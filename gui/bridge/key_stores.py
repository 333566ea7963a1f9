"""Where the keys of on-line services may be kept beyond the end of the program, each only if the user says so.

Everything here may take long (a key store of the system may ask for its password): call it on a worker only.
"""

import json
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from gui.document.errors import DaejoError
from gui.files import replace_file
from gui.workspace.folders import data_folder

_PROGRAM = "Daejo"


class Keeping(StrEnum):
    """How long, and where, keys are kept."""

    SESSION = "session"
    """In memory, until the program closes."""

    KEYRING = "keyring"
    """In the key store of the system."""

    FILE = "file"
    """In a file that only the user may read."""


class KeyStoreError(DaejoError):
    """Keys cannot be read from where they are kept, or not be put there."""


class KeyStore(Protocol):
    """Keeps one key for each service."""

    def read(self, service: str) -> str:
        """The key of a service, empty if there is none.

        Raises:
            KeyStoreError: the store is not to be had.
        """
        ...

    def write(self, service: str, key: str) -> None:
        """Keep the key of a service; an empty one is removed.

        Raises:
            KeyStoreError: it could not be kept or removed.
        """
        ...


class _Memory:
    """Keeps nothing: :class:`gui.bridge.secrets.Secrets` itself does, until the program closes."""

    def read(self, _service: str) -> str:
        return ""

    def write(self, _service: str, _key: str) -> None:
        pass


class KeyringStore:
    """The key store of the system: Secret Service, Keychain or Credential Locker, through ``keyring``."""

    def read(self, service: str) -> str:
        """The key of a service."""
        try:
            import keyring  # takes a tenth of a second and more

            return keyring.get_password(_PROGRAM, service) or ""
        except Exception:  # noqa: BLE001, S110 - a backend may raise anything, and its words may hold the key
            pass
        raise _unavailable()

    def write(self, service: str, key: str) -> None:
        """Keep or remove a key; a store that says it did and did not is found out."""
        if self.read(service) == key:
            return
        try:
            import keyring

            if key:
                keyring.set_password(_PROGRAM, service, key)
            else:
                keyring.delete_password(_PROGRAM, service)
        except Exception:  # noqa: BLE001, S110 - as above; what came of it shows in the next line
            pass
        if self.read(service) != key:
            raise _unavailable()


def _unavailable() -> KeyStoreError:
    return KeyStoreError(
        "The key store of this system is missing or locked. Unlock it, or keep keys until Daejo closes, in a file, or "
        "in environment variables."
    )


class FileStore:
    """A file in the program's data folder, with mode 0600 where the system knows modes."""

    def read(self, service: str) -> str:
        """The key of a service."""
        return self._keys().get(service, "")

    def write(self, service: str, key: str) -> None:
        """Keep or remove a key; the file goes with the last one."""
        keys = {name: kept for name, kept in (self._keys() | {service: key}).items() if kept}
        try:
            _replace(self._path(), keys)
        except OSError as error:
            problem = KeyStoreError("The file with the keys cannot be written: {reason}.", reason=error.strerror)
        else:
            return
        raise problem

    @staticmethod
    def _path() -> Path:
        return data_folder() / "keys.json"

    def _keys(self) -> dict[str, str]:
        try:
            content = json.loads(self._path().read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            content = None
        if not isinstance(content, dict):
            raise KeyStoreError(
                "The file with the keys cannot be read; delete {name} and enter them again.", name="keys.json"
            )
        return {str(name): str(key) for name, key in content.items()}


def _replace(path: Path, keys: dict[str, str]) -> None:
    if not keys:
        path.unlink(missing_ok=True)
        return
    path.touch(mode=0o600)  # before anything is in it; what replaces it keeps its mode
    path.chmod(0o600)
    replace_file(path, lambda file: file.write(json.dumps(keys).encode()))


_STORES: dict[Keeping, KeyStore] = {
    Keeping.SESSION: _Memory(),
    Keeping.KEYRING: KeyringStore(),
    Keeping.FILE: FileStore(),
}


def store(keeping: Keeping) -> KeyStore:
    """The store for a way of keeping keys."""
    return _STORES[keeping]
