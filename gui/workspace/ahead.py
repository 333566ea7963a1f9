"""Reads a release in a process of its own while this one loads Qt.

The two loads take about as long and each keeps one core busy (measured: 80 ms of a start). It works where a process can
be forked safely, which is Linux before Qt is loaded; elsewhere, and whenever anything goes wrong, the release is read
here as usual. What is wrong with the release itself is told from there: finding it out again may take as long.
"""

import os
import pickle
import select
import signal
import sys
from pathlib import Path

from gui.document.errors import Message, ReadCancelled, ReadError
from gui.document.project import Project, Snapshot
from gui.document.work import Cancelled, never
from gui.workspace.names import is_project

_BEAT = 0.05
"""Seconds between two looks at the user's wish to stop."""


class Ahead:
    """A release on its way from the other process."""

    def __init__(self, name: str, process: int, pipe: int) -> None:
        self._name = name
        self._process = process
        self._pipe = pipe

    def is_ready(self, patience: float) -> bool:
        """Whether the project arrives within so many seconds, so that :meth:`project` does not wait."""
        return bool(select.select([self._pipe], [], [], patience)[0])

    def project(self, cancelled: Cancelled = never) -> Project | None:
        """Wait for the project; ``None`` where the release has to be read here. To be called once.

        Raises:
            ReadCancelled: ``cancelled`` said so.
            ReadError: the release cannot be read.
        """
        with os.fdopen(self._pipe, "rb") as pipe:
            while not select.select([pipe], [], [], _BEAT)[0]:
                if cancelled():
                    self._end()
                    raise ReadCancelled("{name} was not opened.", name=self._name)
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        if status != 0:  # what was sent may be cut short
            return None
        told: Snapshot | Message = pickle.loads(data)  # noqa: S301 - written by our own child
        if isinstance(told, Message):
            raise ReadError(told.text, **dict(told.values))
        return Project(told.release, told.units)

    def abandon(self) -> None:
        """Nobody wants the project any more. To be called instead of :meth:`project`."""
        os.close(self._pipe)
        self._end()

    def _end(self) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


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
    return Ahead(path.name, process, out)


def _send(path: Path, pipe: int) -> None:
    """The life of the other process: it fails if anything goes wrong, and nothing of this one is cleaned up."""
    status = 1
    try:
        with os.fdopen(pipe, "wb") as file:
            file.write(pickle.dumps(_told(path)))
        status = 0
    finally:
        os._exit(status)


def _told(path: Path) -> Snapshot | Message:
    from gui.workspace import reading

    try:
        return reading.read_project(path).snapshot()
    except ReadError as error:
        return error.message
