"""Opening: a release, a project, unsaved work left by a crash, an earlier version."""

from contextlib import suppress
from pathlib import Path

from gui import assets
from gui.document.errors import DamagedProject, Message, ProjectError, note
from gui.document.project import Project
from gui.document.release import Release
from gui.document.work import Cancelled, Progress, never, unheard
from gui.files import digest, replace_file
from gui.workspace import backups, journal_files, lock, store
from gui.workspace.ahead import Ahead
from gui.workspace.journal_files import Recovery
from gui.workspace.names import PROJECT_SUFFIX, is_project
from gui.workspace.open_project import Opened, OpenProject

__all__ = [
    "Recovery",
    "bytes_of",
    "discard",
    "is_project",
    "load",
    "open_path",
    "project_beside",
    "recover",
    "recoverable",
    "restore_backup",
]

_LARGEST_FILE = 256 << 20
"""Bytes. A project of 5,000 segments with its history has less than one million."""


def open_path(
    path: Path,
    *,
    take_over: bool = False,
    ahead: Ahead | None = None,
    progress: Progress = unheard,
    cancelled: Cancelled = never,
) -> OpenProject:
    """Open a file: a release becomes a new project, a project is locked and then loaded.

    To be closed by whoever gets it. The warnings of a release are those of its project until that is saved.

    Args:
        path: the file.
        take_over: open it although another computer or window seems to have it open.
        ahead: the release, where another process has begun to read it.
        progress: called now and then while a long release is read.
        cancelled: asked now and then whether to stop reading a release.

    Raises:
        LockedError: somebody else has the project open.
        DamagedProject: the file is no project any more; it was left as it is (see ``backups.backups_of``).
        ProjectError: the project cannot be read.
        ReadCancelled: ``cancelled`` said so.
        ReadError: the release cannot be read.
    """
    if is_project(path):
        if ahead is not None:  # it was for the release beside the project
            ahead.abandon()
        return _open_project(path, take_over=take_over)
    project = ahead.project(cancelled) if ahead is not None else None
    if project is None:
        project = _read_project(path, progress, cancelled)
    return _opened_release(path, project)


def takes_long(path: Path) -> bool:
    """Whether opening a file takes longer than a window may stand still."""
    from gui.workspace import reading  # its many patterns take a while to compile, and may not be needed

    return not is_project(path) and reading.is_apart(path)


def project_beside(release: Path) -> Path:
    """Where the project of a release is looked for and first saved: beside it, with the same stem."""
    return release.with_suffix(PROJECT_SUFFIX)


def project_for(release: Path) -> Path | None:
    """The project that stands beside a release, ``None`` if there is none."""
    beside = project_beside(release)
    try:
        return beside if not is_project(release) and beside.is_file() else None
    except OSError:  # no disk holds such a name, or it does not answer: opening will tell
        return None


def _read_project(path: Path, progress: Progress, cancelled: Cancelled) -> Project:
    from gui.workspace import reading  # its many patterns take a while to compile, and may not be needed

    return reading.read_project(path, progress, cancelled)


def _opened_release(path: Path, project: Project) -> OpenProject:
    ours = path.resolve().is_relative_to(
        assets.root().resolve()
    )  # the sample: nobody keeps work in the program's folder
    beside = None if ours else project_beside(path)
    return OpenProject(project, Opened(path.name, suggested_path=beside, warnings=project.release.warnings))


def read_release(path: Path) -> Release:
    """Read a release, or the one in a project, without opening it.

    Raises:
        DaejoError: it cannot be read.
    """
    from gui.workspace import reading  # as in _read_project

    return load(path).project.release if is_project(path) else reading.read_release(path)


def load(path: Path) -> store.Loaded:
    """Read a project without opening it: no lock, no journal.

    Raises:
        ProjectError: it cannot be read.
    """
    return store.unpack(path.name, bytes_of(path))


def _open_project(path: Path, *, take_over: bool) -> OpenProject:
    held, warnings = _lock(path, take_over=take_over)
    try:
        data = bytes_of(path)  # only now: whoever had the lock may have saved just before
        loaded = store.unpack(path.name, data)
        signature = store.signature(path, data)
    except (ProjectError, OSError) as error:
        if held is not None:
            held.release()
        raise error if isinstance(error, ProjectError) else _unreadable(path, error) from error
    if loaded.from_the_future:
        warnings = (note("This file was made by a newer version of Daejo. It can be read, but not changed."),)
    opened = Opened(
        path.name,
        path,
        suggested_path=path,
        base=data,
        history=loaded.history,
        signature=signature,
        lock=held,
        read_only=bool(warnings),
        saved_at=loaded.saved_at,
        warnings=warnings,
    )
    return OpenProject(loaded.project, opened)


def _lock(path: Path, *, take_over: bool) -> tuple[lock.Lock | None, tuple[Message, ...]]:
    """The lock; where its folder cannot be written, none and a warning."""
    try:
        return lock.acquire(path, take_over=take_over), ()
    except OSError:
        return None, (note("This project can only be read where it is. To keep changes, save it somewhere else."),)


def bytes_of(path: Path) -> bytes:
    """The content of a file.

    Raises:
        ProjectError: it cannot be read, or is larger than any project.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > _LARGEST_FILE:
        raise ProjectError("{name} is larger than any project. Choose another file.", name=path.name)
    return data


def _unreadable(path: Path, error: OSError) -> ProjectError:
    if isinstance(error, FileNotFoundError):
        return ProjectError("There is no file called {name}.", name=path.name)
    if isinstance(error, IsADirectoryError):
        return ProjectError("{name} is a folder. Choose a file.", name=path.name)
    if isinstance(error, PermissionError):
        return ProjectError("You may not read {name}. Ask its owner, or copy it.", name=path.name)
    return ProjectError("{name} cannot be read from its disk. Copy it somewhere else and try again.", name=path.name)


def recoverable() -> tuple[Recovery, ...]:
    """Unsaved work of processes that are gone, latest first."""
    return journal_files.abandoned()


def recover(recovery: Recovery, *, take_over: bool = False) -> OpenProject:
    """Open unsaved work: the project as it was, its edits made again. It is dirty until saved.

    The old journal goes once the new one is safely on disk.

    Raises:
        LockedError: the project is open somewhere else by now.
        ProjectError: the journal is damaged.
    """
    recorded = journal_files.read(recovery.folder)
    loaded = _unpacked(recovery.name, recorded.base)
    path = recovery.project
    held, warnings = _lock(path, take_over=take_over) if path is not None else (None, ())
    if recorded.is_cut_short:
        warnings = (*warnings, note("The last changes before the crash were damaged and are missing."))
    opened = Opened(
        recovery.name,
        path,
        suggested_path=path,
        base=recorded.base,
        history=loaded.history,
        signature=_known_signature(path, recorded) if path is not None else None,
        lock=held,
        read_only=(path is not None and held is None) or loaded.from_the_future,
        saved_at=loaded.saved_at if path is not None else None,
        warnings=warnings,
    )
    project = OpenProject(loaded.project, opened)
    for edit in recorded.edits:
        project.project.apply(edit)
    if project.flush():
        discard(recovery)
    return project


def _unpacked(name: str, base: bytes) -> store.Loaded:
    """The base of a journal; it being damaged says nothing about the project's file."""
    try:
        return store.unpack(name, base)
    except DamagedProject as error:
        raise ProjectError("The unsaved work is damaged and cannot be recovered.") from error


def _known_signature(path: Path, recorded: journal_files.Recorded) -> store.Signature:
    """That of the file on disk if we wrote it, else one that no file has, so that a save asks first."""
    ours = {digest(recorded.base)} | recorded.saving
    try:
        found = store.signature(path, path.read_bytes())
    except OSError:
        return store.Signature(0, 0, "")
    return found if found.digest in ours else store.Signature(0, 0, "")


def discard(recovery: Recovery) -> None:
    """Forget unsaved work for good."""
    with suppress(OSError):
        journal_files.remove_folder(recovery.folder)


def restore_backup(path: Path, backup: backups.Backup) -> OpenProject:
    """Open an earlier version in place of a damaged file, which is kept beside it under another name.

    Raises:
        LockedError: somebody else has it open.
        ProjectError: the earlier version cannot be read, or the damaged file cannot be replaced; then it stands.
    """
    data = bytes_of(backup.path)
    store.unpack(path.name, data)
    held, _ = _lock(path, take_over=False)
    try:
        _put_in_place_of(path, data)
    except OSError as error:
        raise ProjectError(
            "{name} cannot be replaced where it is. Copy it somewhere else and try again.", name=path.name
        ) from error
    finally:
        if held is not None:
            held.release()
    return _open_project(path, take_over=False)


def _put_in_place_of(path: Path, data: bytes) -> None:
    """Rename the damaged file, which may not even be readable, and give its name to ``data``."""
    aside = _aside(path) if path.exists() else None
    if aside is not None:
        path.rename(aside)
    try:
        replace_file(path, lambda file: file.write(data))
    except OSError:
        if aside is not None:
            aside.rename(path)
        raise


def _aside(path: Path) -> Path:
    """The first free name for a damaged file."""
    numbers = (f" {number}" if number > 1 else "" for number in range(1, 1000))
    names = (path.with_name(f"{path.stem} (damaged{number}){path.suffix}") for number in numbers)
    return next(name for name in names if not name.exists())
