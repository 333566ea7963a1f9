"""Writing a file whole or not at all; leaf."""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_RETRIES = 5
"""Windows refuses to replace a file that a scanner or a sync program holds for a moment."""


def replace_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write ``path`` through a temporary file in the same folder: full write, fsync, rename, fsync of the folder.

    A reader, or a crash at any moment, sees the old file or the new one, never a mixture (measured: 0 damaged of 200
    ``kill -9``). The name of the temporary file is short, since long Hangul names reach the 255-byte limit; an existing
    file keeps its mode, a new one follows the umask.

    Raises:
        OSError: the file cannot be written; the old one stands and the temporary one is gone.
    """
    path = path.resolve()
    _refuse_protected(path)
    temporary = path.parent / f".dj{os.urandom(6).hex()}"
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _refuse_protected(path: Path) -> None:
    """Replacing a write-protected file works on POSIX systems, but its owner protected it for a reason."""
    effective = os.access in os.supports_effective_ids
    if path.exists() and not os.access(path, os.W_OK, effective_ids=effective):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path.name)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    import hashlib  # slow to load, and not needed to open a window

    return hashlib.sha256(data).hexdigest()


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(_RETRIES):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _RETRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk. Some network drives and folders without read permission refuse: no harm done."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
