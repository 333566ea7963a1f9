"""Earlier versions of project files, kept in the program's data folder."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gui.files import digest, replace_file
from gui.workspace.folders import data_folder

_KEPT = 10
"""Earlier versions for each project."""

_APART_SECONDS = 600
"""At least this long between two of them, or a few minutes of autosaving would push out all that is older."""


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier version of a project file."""

    path: Path
    at: datetime


def backups_of(project: Path) -> tuple[Backup, ...]:
    """The earlier versions of a project file, latest first."""
    try:
        files = sorted(_folder(project).glob("*.daejo"), reverse=True)
    except OSError:
        return ()
    return tuple(Backup(file, datetime.fromtimestamp(int(file.stem) / 1000, UTC)) for file in files)


def keep(project: Path) -> None:
    """Keep the file as it stands before it is replaced, if the last one kept is old enough.

    Raises:
        OSError: it cannot be copied.
    """
    known = backups_of(project)
    now = time.time()
    if not project.exists() or (known and now - known[0].at.timestamp() < _APART_SECONDS):
        return
    data = project.read_bytes()
    replace_file(_folder(project) / f"{int(now * 1000):015}.daejo", lambda file: file.write(data))
    for old in known[_KEPT - 1 :]:
        old.path.unlink(missing_ok=True)


def _folder(project: Path) -> Path:
    return data_folder("backups", digest(str(project.resolve()).encode())[:24])
