"""Everything that can go wrong in a way the user should read.

::

    DaejoError
    ├── ReadError        a file cannot be read as a release
    │   ├── DamagedMemory    a translation memory is no database any more
    │   └── ReadCancelled    the user did not want to wait for it; nothing needs to be said
    ├── ProjectError     a project cannot be opened, saved or locked
    │   ├── DamagedProject   the file is no project any more; an earlier version may be
    │   ├── LockedError      another window or computer has it open
    │   └── ChangedOnDisk    somebody else changed the file since it was opened
    ├── EngineError      an engine cannot draft
    │   ├── ConsentNeeded    the user has not allowed this engine
    │   ├── EmbargoLocked    the release is under embargo
    │   └── EngineUnavailable  no answer, too many requests, refused key, …
    └── ExportError      a document cannot be written or does not match what was written

Each carries one sentence saying what is wrong and what to do. No text of a release, no key and no full path goes into
one: file names only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user: an English template, also the key of the catalogue, and the values for its gaps."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.text.format(**dict(self.values)) if self.values else self.text


def note(text: str, /, **values: object) -> Message:
    """A :class:`Message`, written like a call of ``tr``."""
    return Message(text, tuple(values.items()))


class DaejoError(Exception):
    """Base of all errors that the user reads. ``message`` is the sentence, translatable."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.message = note(text, **values)
        super().__init__(str(self.message))


class ReadError(DaejoError):
    """A file cannot be read as a release."""


class ReadCancelled(ReadError):
    """The user did not want to wait for the file. Whoever began to read it drops this without a word."""


class DamagedMemory(ReadError):
    """A file is no translation memory, or not any more."""


class ProjectError(DaejoError):
    """A project cannot be opened, saved or locked."""


class DamagedProject(ProjectError):
    """The file is no project any more: cut short, overwritten, damaged. An earlier version may be."""


class LockedError(ProjectError):
    """Another window or computer has the project open."""


class ChangedOnDisk(ProjectError):
    """Somebody else changed the file since it was opened."""


class EngineError(DaejoError):
    """An engine cannot draft."""


class ConsentNeeded(EngineError):
    """The user has not allowed this engine to receive text."""


class EmbargoLocked(EngineError):
    """The release is under embargo and the user has not named this engine as allowed for it."""


class EngineUnavailable(EngineError):
    """The service gave no usable answer."""


class ExportError(DaejoError):
    """A document cannot be written, or does not match the project after writing."""
