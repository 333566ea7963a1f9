"""One open project: what is in memory, its file, its lock and its journal."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gui.document.edit import Edit
from gui.document.errors import Message, ProjectError
from gui.document.project import Project
from gui.workspace import store
from gui.workspace.changes import Changes
from gui.workspace.journal import Base, Journal, Listener
from gui.workspace.lock import Lock
from gui.workspace.saving import SaveJob

__all__ = ["OpenProject", "Opened", "SaveJob"]


@dataclass(frozen=True, slots=True)
class Opened:
    """Where a project came from: its file, if it has one, and what was found there."""

    name: str
    path: Path | None = None
    suggested_path: Path | None = None
    base: bytes | None = None
    history: bytes = b""
    signature: store.Signature | None = None
    lock: Lock | None = None
    read_only: bool = False
    saved_at: datetime | None = None
    warnings: tuple[Message, ...] = ()


class OpenProject:
    """A project with its file. Belongs to one thread at a time, but for :meth:`SaveJob.write`.

    Whoever holds one has to :meth:`close` it, also one that was opened on a worker and is no longer wanted.

    Attributes:
        project: the document; all changes go through its ``apply`` and reach the journal from there.
        path: the project file, ``None`` until first saved.
        suggested_path: where a first save would usually go: beside the release, with the same stem.
        name: what to show for it: the file name.
        read_only: whether the file at ``path`` is never written; saving under another name is possible.
        saved_at: when the file was last saved, ``None`` if never.
    """

    def __init__(self, project: Project, opened: Opened) -> None:
        self.project = project
        self.path = opened.path
        self.suggested_path = opened.suggested_path
        self.name = opened.name
        self.read_only = opened.read_only
        self.saved_at = opened.saved_at
        self._warnings = opened.warnings
        self._history = opened.history
        self._signature = opened.signature
        self._lock = opened.lock
        self._changes = [Changes()]
        self._revision = self._saved_revision = 0
        self._journal = Journal(opened.name, opened.path, _base(project, opened))
        project.subscribe(self._on_applied)

    @property
    def dirty(self) -> bool:
        """Whether there are changes that are in no file yet."""
        return self._revision != self._saved_revision

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What the user should know about the file, and whether the journal fails at present."""
        failure = self._journal.failure
        return (*self._warnings, failure) if failure else self._warnings

    def watch_journal(self, listener: Listener) -> None:
        """Hear that unsaved work cannot be kept safe, as it happens, and with ``None`` that it is safe again.

        ``listener`` is called on the journal's thread (at once, on this one, if the journal fails already); it must not
        wait for the project. After :meth:`close` it hears no more.
        """
        self._journal.watch(listener)

    def _on_applied(self, edit: Edit) -> None:
        self._revision += 1
        self._changes[-1].add(edit)
        self._journal.append(edit)

    def flush(self) -> bool:
        """Wait until the journal holds every change; ``False`` if it cannot be written."""
        return self._journal.flush()

    def prepare_save(self, path: Path | None = None, *, overwrite: bool = False) -> SaveJob:
        """Freeze what is to be saved. Cheap; one save at a time. A job that is dropped unwritten does no harm.

        Args:
            path: a new place and name (Save As), else the present one.
            overwrite: replace the file even if somebody else changed it.

        Raises:
            ProjectError: there is no path yet, or the file must not be written.
        """
        target = path or self.path
        if target is None:
            raise ProjectError("{name} has no project file yet. Choose where to save it.", name=self.name)
        same = self.path is not None and target.resolve() == self.path.resolve()
        if same and self.read_only:
            raise ProjectError("{name} was opened for reading only. Save under another name.", name=self.name)
        changes = tuple(self._changes)
        self._changes.append(Changes())
        return SaveJob(
            path=target,
            snapshot=self.project.snapshot(),
            changes=changes,
            history=self._history,
            known=self._signature if same else None,
            journal=self._journal,
            generation=self._journal.rotate(),
            revision=self._revision,
            needs_lock=not (same and self._lock),
            overwrite=overwrite,
        )

    def finish_save(self, job: SaveJob) -> None:
        """Take over the result of a job that was written: path, state, journal."""
        if job.lock is not None:
            self._release_lock()
            self._lock = job.lock
        self.path, self.name, self.read_only = job.path, job.path.name, False
        self.saved_at, self._signature, self._history = job.at, job.signature, job.history
        self._saved_revision = job.revision
        self._changes = [part for part in self._changes if part not in job.changes]
        self._warnings = ()
        self._journal.cut(job.generation, job.data, self.name, job.path)

    def abandon_save(self, job: SaveJob) -> None:
        """After a job that failed: fold what was kept apart for it with what came later."""
        later = [part for part in self._changes if part not in job.changes]
        self._changes = [Changes.of(*job.changes, *later)]

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Save here and now.

        Raises:
            ProjectError: as :meth:`prepare_save` and :meth:`SaveJob.write`.
        """
        job = self.prepare_save(path, overwrite=overwrite)
        try:
            job.write()
        except ProjectError:
            self.abandon_save(job)
            raise
        self.finish_save(job)

    def close(self, *, discard: bool) -> None:
        """Let go of file, lock and journal.

        Args:
            discard: forget unsaved changes; else they are kept in the journal and offered at the next start, also those
                of a project that can only be read.
        """
        self._journal.close(keep=self.dirty and not discard)
        self._release_lock()

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _base(project: Project, opened: Opened) -> Base:
    """What the journal's first edits build on: the file as it was read, or the project before any edit."""
    if opened.base is not None:
        data = opened.base
        return lambda: data
    snapshot = project.snapshot()
    return lambda: store.pack(snapshot)
