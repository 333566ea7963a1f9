"""Puts a finished file in its place, or says in one sentence why not."""

import errno
from pathlib import Path

from gui.document.errors import ExportError
from gui.files import replace_file

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def deliver(path: Path, data: bytes) -> None:
    """Write ``path`` whole or not at all; an earlier file stands until the new one is complete.

    Raises:
        ExportError: the place does not take it.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError
        replace_file(path, lambda file: file.write(data))
    except OSError as error:
        raise _refused(error, path) from error


def _refused(error: OSError, path: Path) -> ExportError:
    name = path.name
    if isinstance(error, IsADirectoryError):
        return ExportError("“{name}” is a folder. Choose a file name.", name=name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ExportError("“{name}” was not written: its folder does not exist. Choose another folder.", name=name)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ExportError(
            "“{name}” was not written: it is write-protected or open in another program, or its folder is read-only. "
            "Close it there or choose another place.",
            name=name,
        )
    if error.errno in _FULL:
        return ExportError(
            "“{name}” was not written: the disk is full. Free some space or choose another place.", name=name
        )
    if error.errno == errno.ENAMETOOLONG:
        return ExportError("“{name}” was not written: the file name is too long. Choose a shorter one.", name=name)
    return ExportError(
        "“{name}” was not written: {reason}. Choose another place.", name=name, reason=error.strerror or "unknown error"
    )
