"""One save, in three steps: prepared on the UI thread, written on any, finished on the UI thread."""

import errno
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from gui.document.errors import ChangedOnDisk, ProjectError
from gui.document.project import Snapshot
from gui.files import digest, replace_file
from gui.workspace import backups, codec, store
from gui.workspace.changes import Changes
from gui.workspace.journal import Journal
from gui.workspace.lock import Lock, acquire


@dataclass(slots=True)
class SaveJob:
    """What is to be written and where. :meth:`write` may run on a worker; the other fields belong to the project."""

    path: Path
    snapshot: Snapshot
    changes: tuple[Changes, ...]
    history: bytes
    known: store.Signature | None
    journal: Journal
    generation: int
    revision: int
    needs_lock: bool
    overwrite: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    lock: Lock | None = None
    data: bytes = b""
    signature: store.Signature | None = None

    def write(self) -> None:
        """Write the file: whole or not at all.

        Raises:
            ChangedOnDisk: somebody else changed the file since it was opened or last saved.
            LockedError: somebody else has a project of this name open.
            ProjectError: the file cannot be written; the old one stands.
        """
        try:
            if self.needs_lock:
                self.lock = acquire(self.path)
            self._write()
        except OSError as error:
            self._release()
            raise _not_saved(self.path.name, error) from error
        except ProjectError:
            self._release()
            raise

    def _write(self) -> None:
        if self.known is not None and not self.overwrite and store.is_changed(self.path, self.known):
            raise ChangedOnDisk(
                "{name} was changed by somebody else since you opened it. Save under another name, or overwrite it.",
                name=self.path.name,
            )
        self.history += self._new_history()
        self.data = store.pack(self.snapshot, self.history, self.at)
        _keep_backup(self.path)
        self.journal.announce(self.generation, digest(self.data))
        replace_file(self.path, lambda file: file.write(self.data))
        self.signature = store.signature(self.path, self.data)

    def _new_history(self) -> bytes:
        at = self.at.isoformat()
        return b"".join(
            codec.dumps({"at": at, **codec.encode_edit(edit)}) + b"\n" for edit in Changes.of(*self.changes)
        )

    def _release(self) -> None:
        if self.lock is not None:
            self.lock.release()
            self.lock = None


def _keep_backup(path: Path) -> None:
    with suppress(OSError):  # a save must not fail because the data folder is full: the file is replaced safely anyway
        backups.keep(path)


def _not_saved(name: str, error: OSError) -> ProjectError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ProjectError("{name} was not saved: the disk is full. Make room, or save somewhere else.", name=name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ProjectError("{name} was not saved: you may not write there. Save somewhere else.", name=name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return ProjectError("{name} was not saved: its folder is gone. Save somewhere else.", name=name)
    if error.errno == errno.ENAMETOOLONG:
        return ProjectError("“{name}” was not written: the file name is too long. Choose a shorter one.", name=name)
    return ProjectError("{name} was not saved: the disk refuses to write. Save somewhere else.", name=name)
