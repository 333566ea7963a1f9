"""The gate that text has to pass before it leaves the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from gui.document.errors import ConsentNeeded, EmbargoLocked, Message, note
from gui.document.project import ALLOWED_ENGINES, Snapshot


class Consents(Protocol):
    """What the user has allowed. Asked before every request, so a consent taken back stops a running draft."""

    def allows(self, engine: str, host: str) -> bool:
        """Whether ``engine`` may send text to ``host``."""
        ...


@dataclass(frozen=True, slots=True)
class GivenConsents:
    """Consents as they are stored: for each engine, by name, the host that the user was shown and agreed to.

    The host is part of the consent: a server address that was changed since needs a new one.
    """

    hosts: Mapping[str, str] = field(default_factory=dict)

    def allows(self, engine: str, host: str) -> bool:
        """Whether the user agreed to exactly this host for this engine."""
        return bool(host) and self.hosts.get(engine) == host


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who would receive the text: an engine by name and by its name on screen, and the host behind it."""

    engine: str
    label: Message
    host: str


def consent_missing(recipient: Recipient, consents: Consents) -> Message | None:
    """The sentence that asks for consent, ``None`` where it was given."""
    if consents.allows(recipient.engine, recipient.host):
        return None
    text = "{engine} is not allowed to receive text yet; allow it in the preferences."
    return note(text, engine=recipient.label, host=recipient.host)  # the command line has words of its own for them


def require_permission(recipient: Recipient, consents: Consents, snapshot: Snapshot) -> None:
    """Return only where text of this release may be sent to ``recipient``.

    Raises:
        ConsentNeeded: the user has not allowed the engine, or another host of it.
        EmbargoLocked: the release is under embargo and the engine is not among its :data:`ALLOWED_ENGINES`.
    """
    if missing := consent_missing(recipient, consents):
        raise ConsentNeeded(missing.text, **dict(missing.values))
    if snapshot.embargo_active() and not _allowed_for_release(recipient.engine, snapshot):
        raise EmbargoLocked(
            "The release is under embargo: nothing is sent to {engine} unless you allow it for this release.",
            engine=recipient.label,
        )


def _allowed_for_release(engine: str, snapshot: Snapshot) -> bool:
    allowed = snapshot.property(ALLOWED_ENGINES)
    return isinstance(allowed, list) and engine in allowed
