"""One writer for each project: a small file beside it that says who has it open."""

import json
import os
import time
from dataclasses import asdict
from pathlib import Path

from gui.document.errors import LockedError
from gui.files import digest, replace_file
from gui.workspace.owner import Owner, this_process

_SETTLE_SECONDS = 0.05
"""How long another process may take to write what it has just created, or to lose a race for a dead owner's lock."""

_LONGEST_NAME = 255
"""Bytes that a file system allows for a name; 82 Hangul syllables reach it."""


class Lock:
    """A held lock. Get one from :func:`acquire`."""

    def __init__(self, path: Path, token: bytes) -> None:
        self.path = path
        self._token = token

    def release(self) -> None:
        """Give the project free. A lock that somebody else has taken over meanwhile is left alone."""
        try:
            if self.path.read_bytes() == self._token:
                self.path.unlink()
        except OSError:
            pass  # gone already, or the drive is: then nobody is kept out


def acquire(project: Path, *, take_over: bool = False) -> Lock:
    """Lock a project for this window.

    A lock of a process that died on this computer is taken over, and so is one that is empty or unreadable. Whether a
    process on another computer still lives cannot be known: that one blocks unless ``take_over`` is set.

    Raises:
        LockedError: somebody else has the project open.
        OSError: the folder cannot be written.
    """
    path = lock_path(project)
    token = json.dumps({**asdict(this_process()), "at": time.time_ns()}).encode()
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)  # less the umask; it is no program
    except FileExistsError:
        owner = _read_owner(path)
        if owner is not None and not take_over:
            _refuse_living(project, owner)
        return _take_over(project, path, token)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(token)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return Lock(path, token)


def lock_path(project: Path) -> Path:
    """Where the lock of a project stands."""
    name = f".~lock.{project.name}#"
    if len(name.encode()) > _LONGEST_NAME:
        name = f".~lock.{digest(project.name.encode())[:16]}#"
    return project.parent / name


def _read_owner(path: Path) -> Owner | None:
    """Who holds the lock; ``None`` where the file says nothing, even after its writer had time to write."""
    owner = _parse(path)
    if owner is None:
        time.sleep(_SETTLE_SECONDS)
        owner = _parse(path)
    return owner


def _parse(path: Path) -> Owner | None:
    try:
        fields = json.loads(path.read_bytes())
        return Owner(int(fields["pid"]), str(fields["host"]), str(fields["birth"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refuse_living(project: Path, owner: Owner) -> None:
    if not owner.is_here:
        raise LockedError(
            "{name} is open on the computer {host}. Close it there, or open it anyway if that computer is off.",
            name=project.name,
            host=owner.host,
        )
    if owner.is_alive():
        raise LockedError("{name} is already open in another window. Go on working there.", name=project.name)


def _take_over(project: Path, path: Path, token: bytes) -> Lock:
    """Put our name on the lock, and look again: of two that do so at once, the last one has it."""
    replace_file(path, lambda file: file.write(token))
    time.sleep(_SETTLE_SECONDS)
    if path.read_bytes() != token:
        raise LockedError("{name} is already open in another window. Go on working there.", name=project.name)
    return Lock(path, token)
