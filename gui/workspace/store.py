"""The project file: one zip, replaced whole.

::

    manifest.json   {"format": "daejo", "version": 3, "program": "0.1.0", "saved": "…Z"}
    project.json    {"release": …, "units": […], "properties": {…}}
    review.json     {"comments": […], "versions": […]}, since version 3
    history.jsonl   the edits of each save with its time, one a line, oldest first

A file of an older version opens as it is and is written as the newest. A file of a newer version opens for reading and
is never written.
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
from gui.document.errors import DamagedProject, ProjectError
from gui.document.project import Project, Snapshot
from gui.document.review import Comment, Version
from gui.files import digest
from gui.workspace import codec
from gui.workspace.soundness import is_sound

VERSION = 3
"""1: the first. 2: what was set aside, the evidence of a block, summaries, pictures, changes of a block's kind.
3: comments, versions, signatures.
"""

_MAGIC = b"PK\x03\x04"

_LARGEST_PART = 256 << 20
"""Bytes that a part of the zip may unpack to: a hundred times a release of 5,000 segments. More is a zip bomb."""

_LONGEST_HISTORY = 4 << 20
"""Bytes of history that are kept; the oldest lines go first."""


class _TooLargeError(Exception):
    """A part of the zip would unpack to too much."""


_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, EOFError, RuntimeError, ProjectError)
"""What the zip, JSON and codec modules make of bytes that are no project."""


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
        archive.writestr("review.json", _review_json(snapshot))
        archive.writestr("history.jsonl", _newest(history))
    return buffer.getvalue()


def _project_json(snapshot: Snapshot) -> bytes:
    """Unit by unit: one ``dumps`` of everything would keep the interpreter, and the window, waiting."""
    units = b",\n".join(codec.dumps(codec.encode_unit(unit, place)) for place, unit in enumerate(snapshot.units))
    release, properties = codec.dumps(codec.encode(snapshot.release)), codec.dumps(dict(snapshot.properties))
    return b'{"release": %b,\n"units": [\n%b\n],\n"properties": %b}\n' % (release, units, properties)


def _review_json(snapshot: Snapshot) -> bytes:
    return codec.dumps({"comments": codec.encode(snapshot.comments), "versions": codec.encode(snapshot.versions)})


def _newest(history: bytes) -> bytes:
    if len(history) <= _LONGEST_HISTORY:
        return history
    return history[history.index(b"\n", len(history) - _LONGEST_HISTORY) + 1 :]


def unpack(name: str, data: bytes) -> Loaded:
    """The project in the bytes of a file called ``name``.

    A file that says it is of a newer version is never called damaged, whatever else is wrong with it: an earlier
    version must not take its place.

    Raises:
        DamagedProject: it is no project, was cut short, or is damaged.
        ProjectError: a newer version made it and this one cannot read it, or it unpacks to more than any project holds.
    """
    if not data.startswith(_MAGIC):
        raise DamagedProject("{name} is not a Daejo project, or it is damaged. The file was left as it is.", name=name)
    future = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = _read_json(archive, "manifest.json")
            future = _version(manifest) > VERSION
            document = _read_json(archive, "project.json")
            review = _read_json(archive, "review.json") if "review.json" in archive.namelist() else {}
            history = _read(archive, "history.jsonl")
        return Loaded(_project_from(document, review, strict=not future), history, future, _saved_at(manifest))
    except _TooLargeError:
        raise ProjectError("{name} unpacks to more than any project holds. It was not opened.", name=name) from None
    except _UNREADABLE as error:
        raise (_too_new(name) if future else _damaged(name)) from error


def _version(manifest: dict[str, Json]) -> int:
    version = manifest.get("version")
    if manifest.get("format") != "daejo" or not isinstance(version, int) or version < 1:
        raise ValueError("not the manifest of a project")
    return version


def _saved_at(manifest: dict[str, Json]) -> datetime | None:
    saved = manifest.get("saved")
    return datetime.fromisoformat(saved) if isinstance(saved, str) else None


def _project_from(document: dict[str, Json], review: dict[str, Json], *, strict: bool) -> Project:
    release = codec.release_from(document.get("release"), strict=strict)
    units, properties = document.get("units"), document.get("properties")
    if not isinstance(units, list) or not isinstance(properties, dict):
        raise TypeError("units or properties are missing")
    decoded = [codec.decode_unit(unit, release.blocks, strict=strict) for unit in units]
    if not is_sound(release, decoded):
        raise ValueError("the project contradicts itself")
    comments = codec.decode_all(Comment, review.get("comments", []), strict=strict)
    versions = codec.decode_all(Version, review.get("versions", []), strict=strict)
    return Project(release, decoded, properties, comments, versions)


def _damaged(name: str) -> DamagedProject:
    return DamagedProject(
        "{name} is damaged or was cut short. The file was left as it is; open an earlier version of it.", name=name
    )


def _too_new(name: str) -> ProjectError:
    return ProjectError("{name} was made by a newer version of Daejo. Update Daejo to open it.", name=name)


def _read_json(archive: zipfile.ZipFile, part: str) -> dict[str, Json]:
    value = json.loads(_read(archive, part))
    if not isinstance(value, dict):
        raise TypeError(f"{part} holds no object")
    return value


def _read(archive: zipfile.ZipFile, part: str) -> bytes:
    """One part of the zip; ``read`` never gives more than the size that the directory states."""
    info = archive.getinfo(part)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{part} is packed in another way")
    if info.file_size > _LARGEST_PART:
        raise _TooLargeError
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
