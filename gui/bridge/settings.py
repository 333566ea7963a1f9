"""What the program remembers between two starts. Never a text, never a key."""

import getpass
from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gui.bridge.key_stores import Keeping

_RECENT = 10

_T = TypeVar("_T", str, int, bool, float)


class Settings:
    """Typed access to the settings store of the system."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Daejo", "Daejo")
        self._consents: Mapping[str, str] = dict(
            entry.split("\t", 1) for entry in self._list("consents") if "\t" in entry
        )

    def _get(self, name: str, default: _T) -> _T:
        value = self._store.value(name, default, type(default))
        return value if isinstance(value, type(default)) else default

    def _list(self, name: str) -> list[str]:
        value = self._store.value(name)
        if isinstance(value, str):
            return [value]
        return [str(item) for item in value] if isinstance(value, list) else []

    @property
    def language(self) -> str:
        """``"system"``, ``"en"`` or ``"ko"``."""
        return self._get("language", "system")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def colour_scheme(self) -> str:
        """``"system"``, ``"light"`` or ``"dark"``."""
        return self._get("colour_scheme", "system")

    @colour_scheme.setter
    def colour_scheme(self, value: str) -> None:
        self._store.setValue("colour_scheme", value)

    @property
    def author(self) -> str:
        """Who works here: signs reviews, comments and versions; at first the name of the account."""
        return self._get("author", "") or _account()

    @author.setter
    def author(self, value: str) -> None:
        self._store.setValue("author", value.strip())

    @property
    def zoom(self) -> int:
        """Size of the text in percent."""
        return self._get("zoom", 100)

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("zoom", value)

    @property
    def share(self) -> float:
        """The share of the width that the Korean has."""
        return self._get("share", 0.46)

    @share.setter
    def share(self, value: float) -> None:
        self._store.setValue("share", value)

    @property
    def closed_panels(self) -> list[str]:
        """The panels that the user has closed, by name; at first those that not everybody needs."""
        return self._list("closed_panels") if self._store.contains("closed_panels") else ["list", "preview"]

    @closed_panels.setter
    def closed_panels(self, value: list[str]) -> None:
        self._store.setValue("closed_panels", value)

    @property
    def engine(self) -> str:
        """The engine that drafts what the embedded one leaves; empty for none."""
        return self._get("engine", "")

    @engine.setter
    def engine(self, value: str) -> None:
        self._store.setValue("engine", value)

    @property
    def hint_dismissed(self) -> bool:
        """Whether the hint of the first start was closed."""
        return self._get("hint_dismissed", default=False)

    @hint_dismissed.setter
    def hint_dismissed(self, value: bool) -> None:
        self._store.setValue("hint_dismissed", value)

    @property
    def recent(self) -> list[str]:
        """Files opened lately, the last one first."""
        return self._list("recent")

    def add_recent(self, path: str) -> None:
        """Put a file at the head of the recent ones."""
        self._store.setValue("recent", [path, *(name for name in self.recent if name != path)][:_RECENT])

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._store.remove("recent")

    @property
    def check_severities(self) -> dict[str, str]:
        """The checks that the user has set, by id: ``"off"``, ``"error"``, ``"warning"`` or ``"info"``."""
        return dict(entry.split("\t", 1) for entry in self._list("checks") if "\t" in entry)

    @check_severities.setter
    def check_severities(self, value: dict[str, str]) -> None:
        self._store.setValue("checks", ["\t".join(entry) for entry in sorted(value.items())])

    @property
    def consents(self) -> Mapping[str, str]:
        """The on-line engines that the user has allowed, each with the host that was agreed to.

        A draft asks for them from another thread: they are kept apart from the store, and replaced whole.
        """
        return self._consents

    def set_consent(self, engine: str, host: str | None) -> None:
        """Allow an engine to send text to a host; ``None`` takes the consent back."""
        consents = {name: agreed for name, agreed in self._consents.items() if name != engine}
        if host is not None:
            consents[engine] = host
        self._consents = consents
        self._store.setValue("consents", ["\t".join(entry) for entry in sorted(consents.items())])

    @property
    def keys_kept(self) -> Keeping:
        """Where the keys of on-line services are kept; the keys themselves never are in the settings."""
        kept = self._get("keys_kept", Keeping.SESSION.value)
        return Keeping(kept) if kept in list(Keeping) else Keeping.SESSION

    @keys_kept.setter
    def keys_kept(self, value: Keeping) -> None:
        self._store.setValue("keys_kept", value.value)

    def service(self, name: str) -> str:
        """A plain setting of an on-line service (an address, a region); keys are not kept here."""
        return self._get(f"services/{name}", "")

    def set_service(self, name: str, value: str) -> None:
        """Set one."""
        self._store.setValue(f"services/{name}", value)

    def export_choice(self, name: str) -> str:
        """What was last chosen for a document: a layout's options, the words and the logo of the letterhead."""
        return self._get(f"export/{name}", "")

    def set_export_choice(self, name: str, value: str) -> None:
        """Remember one."""
        self._store.setValue(f"export/{name}", value)

    def shortcut(self, action: str) -> str | None:
        """The user's own key for an action, ``""`` for none, ``None`` for the usual one."""
        return self._get(f"shortcuts/{action}", "") if self._store.contains(f"shortcuts/{action}") else None

    def set_shortcut(self, action: str, keys: str | None) -> None:
        """Change the key of an action; ``None`` goes back to the usual one."""
        if keys is None:
            self._store.remove(f"shortcuts/{action}")
        else:
            self._store.setValue(f"shortcuts/{action}", keys)

    def layout(self, name: str) -> QByteArray:
        """A remembered geometry or arrangement of the window; empty at first."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, value: QByteArray) -> None:
        """Remember one."""
        self._store.setValue(f"layout/{name}", value)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return ""
