"""What a recovery journal leaves on disk, and how it is read after a crash.

Each open project with unsaved edits has a folder of its own under ``journals`` in the data folder::

    meta.json        who writes it, and the project's name and path
    base-1.daejo     the project as it was opened or last saved
    edits-1.jsonl    the edits since then, one a line
    edits-2.jsonl    those made while a save is under way …

The base makes a journal complete in itself: it recovers projects that were never saved or whose file is damaged. Each
save starts a new number; once the file is safe its bytes become the new base and all that is older goes.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from gui.document.edit import Edit
from gui.document.errors import ProjectError
from gui.files import replace_file
from gui.workspace import codec
from gui.workspace.folders import data_folder
from gui.workspace.owner import Owner, this_process

_RECENT_SECONDS = 24 * 3600
"""After this long without a write, a journal of another computer (or of this one under an old name) is offered too."""


def remove_folder(folder: Path) -> None:
    """Remove a journal for good, first what makes it count, so that a crash leaves no half of one.

    Raises:
        OSError: something in it cannot be removed.
    """
    import shutil  # only where something is removed

    (folder / "meta.json").unlink(missing_ok=True)
    shutil.rmtree(folder)


class JournalFolder:
    """The writing side. Used by one thread only; every method may raise ``OSError`` and can then be called again."""

    def __init__(self, name: str, project: Path | None) -> None:
        self._name = name
        self._project = project
        self._folder: Path | None = None
        self._written: dict[int, int] = {}

    @property
    def begun(self) -> bool:
        """Whether there is anything on disk."""
        return self._folder is not None

    def begin(self, generation: int, base: bytes) -> None:
        """Put the base on disk, and last the meta file, without which a folder does not count."""
        folder = data_folder("journals", os.urandom(16).hex())
        try:
            replace_file(folder / f"base-{generation}.daejo", lambda file: file.write(base))
            self._write_meta(folder)
        except OSError:
            remove_folder(folder)
            raise
        self._folder = folder

    def _write_meta(self, folder: Path) -> None:
        project = str(self._project) if self._project else None
        meta = json.dumps({"owner": asdict(this_process()), "name": self._name, "project": project}).encode()
        replace_file(folder / "meta.json", lambda file: file.write(meta))

    def write(self, generation: int, lines: bytes) -> None:
        """Append whole lines and sync. What an earlier, failed call left half written is cut off first."""
        if self._folder is None:
            raise RuntimeError("begin() first")
        path = self._folder / f"edits-{generation}.jsonl"
        if generation not in self._written:
            replace_file(path, lambda file: file.write(b""))  # also syncs the folder
            self._written[generation] = 0
        with path.open("r+b") as file:
            file.truncate(self._written[generation])
            file.seek(0, os.SEEK_END)
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        self._written[generation] += len(lines)

    def cut(self, generation: int, base: bytes) -> None:
        """Make ``base`` the state before the edits of ``generation``, and forget what is older."""
        if self._folder is None:
            return
        if not any(number >= generation for number in self._written):
            self.remove()
            return
        replace_file(self._folder / f"base-{generation}.daejo", lambda file: file.write(base))
        self._write_meta(self._folder)
        for path in _numbered(self._folder):
            if _number(path) < generation:
                path.unlink()

    def rename(self, name: str, project: Path | None) -> None:
        """The project has another name or place from the next write of the meta file on."""
        self._name, self._project = name, project

    def remove(self) -> None:
        """Leave nothing on disk."""
        if self._folder is not None:
            with suppress(FileNotFoundError):  # somebody has tidied up
                remove_folder(self._folder)
        self._folder = None
        self._written.clear()


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work that a crash left behind. ``project`` is the path of its file, ``None`` if it was never saved."""

    name: str
    project: Path | None
    when: datetime
    edits: int
    folder: Path


@dataclass(slots=True)
class Recorded:
    """The content of a journal: the base, the edits after it, and the digests of files that were being saved."""

    base: bytes
    edits: list[Edit] = field(default_factory=list)
    saving: set[str] = field(default_factory=set)
    is_cut_short: bool = False


def abandoned() -> tuple[Recovery, ...]:
    """The journals whose process is gone, latest first. Unreadable folders are left alone."""
    try:
        folders = list(data_folder("journals").iterdir())
    except OSError:
        return ()
    found = (_recovery(folder) for folder in folders)
    return tuple(sorted((item for item in found if item), key=lambda item: item.when, reverse=True))


def _recovery(folder: Path) -> Recovery | None:
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        owner = Owner(**meta["owner"])
        files = [path for path in _numbered(folder) if path.suffix == ".jsonl"]
        latest = max(path.stat().st_mtime for path in files)
        edits = sum(path.read_bytes().count(b'{"edit"') for path in files)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    at = datetime.fromtimestamp(latest, UTC)
    if not edits or _may_live(owner, at):
        return None
    project = Path(meta["project"]) if meta["project"] else None
    return Recovery(str(meta["name"]), project, at, edits, folder)


def _may_live(owner: Owner, at: datetime) -> bool:
    """Time decides where a process cannot be asked, or not be told from a later one of the same number."""
    is_recent = (datetime.now(UTC) - at).total_seconds() < _RECENT_SECONDS
    if not owner.is_here:
        return is_recent
    return owner.is_alive() and (is_recent or bool(owner.birth))


def read(folder: Path) -> Recorded:
    """What a journal holds: the newest base and the edits from there on, up to the first line that is not whole.

    Raises:
        ProjectError: the base is gone.
    """
    files = _numbered(folder)
    bases = [path for path in files if path.suffix == ".daejo"]
    try:
        recorded = Recorded(bases[-1].read_bytes())
        lines = [
            line
            for path in files
            if path.suffix == ".jsonl" and _number(path) >= _number(bases[-1])
            for line in path.read_bytes().splitlines()
        ]
    except (IndexError, OSError) as error:
        raise ProjectError("The unsaved work is damaged and cannot be recovered.") from error
    _read_lines(lines, recorded)
    return recorded


def _read_lines(lines: list[bytes], recorded: Recorded) -> None:
    for line in lines:
        try:
            value = json.loads(line)
            if isinstance(value, dict) and "saving" in value:
                recorded.saving.add(str(value["saving"]))
            else:
                recorded.edits.append(codec.decode_edit(value))
        except (ValueError, ProjectError):
            recorded.is_cut_short = True
            return


def _numbered(folder: Path) -> list[Path]:
    """Bases and edits in order of their numbers."""
    return sorted((path for path in folder.iterdir() if "-" in path.stem), key=_number)


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])
