"""Reads a release in a process of its own while this one loads Qt.

The two loads take about as long and each keeps one core busy (measured: 80 ms of a start). It works where a process can
be forked safely, which is Linux before Qt is loaded; elsewhere, and whenever anything goes wrong, the release is read
here as usual, so that there is one place where errors come from.
"""

import os
import pickle
import sys
from pathlib import Path

from gui.document.project import Project, Snapshot
from gui.workspace.names import is_project


class Ahead:
    """A release on its way from the other process."""

    def __init__(self, process: int, pipe: int) -> None:
        self._process = process
        self._pipe = pipe

    def project(self) -> Project | None:
        """Wait for the project; ``None`` where the release has to be read here. To be called once."""
        with os.fdopen(self._pipe, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        if status != 0:  # what was sent may be cut short
            return None
        snapshot: Snapshot = pickle.loads(data)  # noqa: S301 - written by our own child
        return Project(snapshot.release, snapshot.units)


def read_ahead(path: Path | None) -> Ahead | None:
    """Begin to read a release; ``None`` where that is not possible. Only for a process with a single thread."""
    if path is None or is_project(path) or sys.platform != "linux" or "PySide6" in sys.modules:
        return None
    out, into = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(out)
        _send(path, into)
    os.close(into)
    return Ahead(process, out)


def _send(path: Path, pipe: int) -> None:
    """The life of the other process: it fails if anything goes wrong, and nothing of this one is cleaned up."""
    status = 1
    try:
        from gui.workspace import reading

        data = pickle.dumps(reading.read_project(path).snapshot())
        with os.fdopen(pipe, "wb") as file:
            file.write(data)
        status = 0
    finally:
        os._exit(status)
