"""What the kinds of models have in common as files on disk."""

from collections.abc import Sequence
from pathlib import Path

from gui.document.errors import Message, note

DAMAGED = note("The model {name} cannot be loaded: it is damaged, or not made for Korean into English.")


def lacking(place: Path, absent: Sequence[str]) -> Message | None:
    """What to say where the chosen file or folder is gone, or lacks files; ``None`` if all is there."""
    if not place.exists():
        return note("{name}, which was chosen as model, is not there any more; choose it again.", name=place.name)
    if absent:
        return note("{name} is no complete model; it lacks: {files}.", name=place.name, files=", ".join(absent))
    return None


def identity(place: Path | None) -> tuple[object, ...]:
    """Path, and size and time of each file: another one after any file was changed."""
    if place is None:
        return ()
    paths = (*place.glob("*"), *place.glob("model/*")) if place.is_dir() else (place,)
    files = sorted(path for path in paths if path.is_file())
    stats = ((path, path.stat()) for path in files)
    return (place, *((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats))
