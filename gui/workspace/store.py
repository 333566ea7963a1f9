"""The project file: one zip, replaced whole.

::

    manifest.json   {"format": "daejo", "version": 1, "program": "0.1.0", "saved": "…Z"}
    project.json    {"release": …, "units": […], "properties": {…}}
    history.jsonl   the edits of each save with its time, one a line, oldest first

A file of a newer version opens for reading and is never written.
"""

import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import gui
from gui.document.edit import Json
from gui.document.errors import ProjectError
from gui.document.project import Project, Snapshot
from gui.files import digest
from gui.workspace import codec
from gui.workspace.soundness import is_sound

SUFFIX = ".daejo"
VERSION = 1
_MAGIC = b"PK\x03\x04"

_LARGEST_PART = 256 << 20
"""Bytes that a part of the zip may unpack to: a hundred times a release of 5,000 segments. More is a zip bomb."""

_LONGEST_HISTORY = 4 << 20
"""Bytes of history that are kept; the oldest lines go first."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a file looked like, to notice that somebody else has changed it."""

    modified: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project file as it was read."""

    project: Project
    history: bytes
    from_the_future: bool
    saved_at: datetime | None


def pack(snapshot: Snapshot, history: bytes = b"", saved_at: datetime | None = None) -> bytes:
    """The bytes of a project file. Cheap enough to be called often, but not on the UI thread."""
    saved = (saved_at or datetime.now(UTC)).isoformat()
    manifest: Json = {"format": "daejo", "version": VERSION, "program": gui.__version__, "saved": saved}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", codec.dumps(manifest))
        archive.writestr("project.json", _project_json(snapshot))
        archive.writestr("history.jsonl", _newest(history))
    return buffer.getvalue()


def _project_json(snapshot: Snapshot) -> bytes:
    """Unit by unit: one ``dumps`` of everything would keep the interpreter, and the window, waiting."""
    units = b",\n".join(codec.dumps(codec.encode_unit(unit, place)) for place, unit in enumerate(snapshot.units))
    release, properties = codec.dumps(codec.encode(snapshot.release)), codec.dumps(dict(snapshot.properties))
    return b'{"release": %b,\n"units": [\n%b\n],\n"properties": %b}\n' % (release, units, properties)


def _newest(history: bytes) -> bytes:
    if len(history) <= _LONGEST_HISTORY:
        return history
    return history[history.index(b"\n", len(history) - _LONGEST_HISTORY) + 1 :]


def unpack(name: str, data: bytes) -> Loaded:
    """The project in the bytes of a file called ``name``.

    Raises:
        ProjectError: it is no project, was cut short, is damaged, or unpacks to more than any project holds.
    """
    if not data.startswith(_MAGIC):
        raise ProjectError("{name} is not a Daejo project, or it is damaged. The file was left as it is.", name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = _read_json(archive, "manifest.json", name)
            document = _read_json(archive, "project.json", name)
            history = _read(archive, "history.jsonl", name)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, RuntimeError) as error:
        raise _damaged(name) from error
    return _loaded(name, manifest, document, history)


def _loaded(name: str, manifest: dict[str, Json], document: dict[str, Json], history: bytes) -> Loaded:
    version, saved = manifest.get("version"), manifest.get("saved")
    if manifest.get("format") != "daejo" or not isinstance(version, int) or version < 1:
        raise _damaged(name)
    future = version > VERSION
    try:
        project = _project_from(document, strict=not future)
        saved_at = datetime.fromisoformat(saved) if isinstance(saved, str) else None
    except (ProjectError, ValueError) as error:
        if future:
            raise ProjectError(
                "{name} was made by a newer version of Daejo. Update Daejo to open it.", name=name
            ) from error
        raise _damaged(name) from error
    return Loaded(project, history, future, saved_at)


def _project_from(document: dict[str, Json], *, strict: bool) -> Project:
    release = codec.release_from(document.get("release"), strict=strict)
    units, properties = document.get("units"), document.get("properties")
    if not isinstance(units, list) or not isinstance(properties, dict):
        raise ProjectError("The project holds a part that this version of Daejo does not know.")
    decoded = [codec.decode_unit(unit, release.blocks, strict=strict) for unit in units]
    if not is_sound(release, decoded):
        raise ProjectError("The project holds a part that this version of Daejo does not know.")
    return Project(release, decoded, properties)


def _damaged(name: str) -> ProjectError:
    return ProjectError(
        "{name} is damaged or was cut short. The file was left as it is; open an earlier version of it.", name=name
    )


def _read_json(archive: zipfile.ZipFile, part: str, name: str) -> dict[str, Json]:
    try:
        value = json.loads(_read(archive, part, name))
    except (ValueError, RecursionError) as error:
        raise _damaged(name) from error
    if not isinstance(value, dict):
        raise _damaged(name)
    return value


def _read(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One part of the zip; ``read`` never gives more than the size that the directory states."""
    info = archive.getinfo(part)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _damaged(name)
    if info.file_size > _LARGEST_PART:
        raise ProjectError("{name} unpacks to more than any project holds. It was not opened.", name=name)
    return archive.read(part)


def signature(path: Path, data: bytes) -> Signature:
    """The signature of a file that holds ``data``.

    Raises:
        OSError: the file is gone.
    """
    found = path.stat()
    return Signature(found.st_mtime_ns, len(data), digest(data))


def is_changed(path: Path, known: Signature) -> bool:
    """Whether the file holds something else than it did. One that is gone has nothing to lose and is not changed."""
    try:
        found = path.stat()
        if (found.st_mtime_ns, found.st_size) == (known.modified, known.size):
            return False
        return digest(path.read_bytes()) != known.digest
    except FileNotFoundError:
        return False
