"""What an engine is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from gui.document.edit import TargetEdit
from gui.document.errors import Message
from gui.document.project import Snapshot
from gui.document.work import Cancelled, Progress


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """Whether an engine can be used now, and if not, why not and what to do.

    Attributes:
        ready: whether it can.
        reason: why not.
        needs_consent: whether all that is missing is that the user allows it.
    """

    ready: bool
    reason: Message | None = None
    needs_consent: bool = False


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """The segments to draft, in order, and the whole release as context."""

    snapshot: Snapshot
    keys: tuple[str, ...]


class Engine(Protocol):
    """Drafts English for segments. Safe to use from a worker thread; never changes the project."""

    name: str
    """Short and stable: the command line's ``--engine``, consents and origins use it."""

    label: Message
    """The name on screen."""

    online: bool
    """Whether text leaves the machine, so that consent and the embargo lock apply."""

    @property
    def host(self) -> str:
        """Where the text goes: the name of the machine, shown when asking for consent; empty if it stays here."""
        ...

    def status(self) -> EngineStatus:
        """Whether the engine can be used, found out without any network traffic."""
        ...

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        """One edit for each segment that the engine can do, as soon as it is done; the others are left out.

        Raises:
            EngineError: the engine gave up; what was yielded before holds.
        """
        ...
