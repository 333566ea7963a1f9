"""Has a foreign file parsed by a process of its own, and ends that process when it takes too much.

The process is started afresh (``spawn``), so that it is the same on every system and in a frozen bundle, and holds
neither Qt nor the text of other releases. Measured on real releases, reading takes up to half a second and 64 MB; the
limits are far above that and far below what a trap takes (PDFium was seen to abort at 6 GB).
"""

import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast

import psutil

from gui.document.errors import ReadCancelled, ReadError
from gui.document.work import Cancelled, Progress, never, unheard
from gui.readers.child import Broken, OutOfMemory, Refused, Result, Steps, Told, Work, live

T = TypeVar("T")

_BEAT = 0.05
"""Seconds between two looks at the clock, the memory and the user's wish to stop."""

_GRACE = 2.0
"""Seconds to wait for the end of a process; one that waits for a disk that is gone cannot even be killed."""

_TURN = threading.Lock()
"""Starting a process looks after all others that have ended: two threads at once would take them from each other."""


_ENDED_BY = {int(number): number.name for number in signal.Signals}
"""The names of the signals that this system has."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may take.

    ``silence`` seconds without progress are a hang: the slowest step of a real file takes a fifth of that on a busy
    machine. ``total`` seconds are the end even for a file that does get on. ``memory`` is in bytes.
    """

    silence: float = 60.0
    total: float = 600.0
    memory: int = 1 << 30


def run(
    work: Callable[[Path, Progress], T],
    path: Path,
    progress: Progress = unheard,
    cancelled: Cancelled = never,
    limits: Limits | None = None,
) -> T:
    """What ``work`` makes of a file, in a process of its own. Any thread may call this.

    Args:
        work: a function at the top of a module; its result is pickled on the way back.
        path: the file; absolute, since the process may stand in another folder.
        progress: called in this process, at most some ten times a second.
        cancelled: asked twenty times a second.
        limits: what the process may take.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: what ``work`` raised, or that the process took too much or did not live to say anything.
    """
    with _Child(work, path, limits or Limits()) as child:
        return cast("T", child.result(progress, cancelled))


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A process started now does not hear Ctrl+C, which a terminal sends to all: whoever started it will end it."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # or the start would see to that, and listen again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Child:
    """The process, from its start to its end."""

    def __init__(self, work: Work, path: Path, limits: Limits) -> None:
        self._name = path.name
        self._limits = limits
        self._pipe, self._process = self._start(work, path)
        self._began = self._moved = time.monotonic()

    def _start(self, work: Work, path: Path) -> tuple[Connection, SpawnProcess]:
        context = get_context("spawn")
        try:
            ours, theirs = context.Pipe(duplex=False)
            arguments = (work, path, self._limits.memory, round(self._limits.total), theirs)
            process = context.Process(target=live, args=arguments, name="daejo-reader", daemon=True)
            with _TURN, _deaf_to_ctrl_c():
                process.start()
        except OSError as error:
            raise ReadError(
                "The system lets no other program start now, and {name} cannot be read without. "
                "Close some programs and open it again.",
                name=self._name,
            ) from error
        theirs.close()
        return ours, process

    def __enter__(self) -> "_Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """It has nothing left to do, and must not be left behind."""
        self._pipe.close()
        with _TURN:
            self._process.kill()
            self._process.join(_GRACE)
            if self._process.exitcode is not None:
                self._process.close()

    def result(self, progress: Progress, cancelled: Cancelled) -> object:
        """Wait for the outcome, watching the process meanwhile."""
        while True:
            told = self._told()
            if isinstance(told, Steps):
                self._moved = time.monotonic()
                progress(told.done, told.total)
            elif told is not None:
                return self._value(told)
            self._check_limits()
            if cancelled():
                raise ReadCancelled("{name} was not opened.", name=self._name)

    def _told(self) -> Told | None:
        """What the process tells, or ``None`` after some time without a word."""
        try:
            return cast("Told", pickle.loads(self._pipe.recv_bytes())) if self._pipe.poll(_BEAT) else None  # noqa: S301 - written by our own process
        except (EOFError, OSError):
            with _TURN:
                self._process.join(_GRACE)
            raise self._died(self._process.exitcode) from None

    def _value(self, told: Told) -> object:
        match told:
            case Result(value):
                return value
            case Refused(reason):
                raise ReadError(reason.text, **dict(reason.values))
            case OutOfMemory():
                raise self._too_large()
            case Broken(where):
                raise self._damaged() from RuntimeError(where)
        raise TypeError(told)

    def _check_limits(self) -> None:
        now = time.monotonic()
        if now - self._moved > self._limits.silence or now - self._began > self._limits.total:
            raise self._too_slow()
        try:
            memory = psutil.Process(self._process.pid).memory_info().rss
        except psutil.Error:  # it has just ended, or the system does not tell
            return
        if memory > self._limits.memory:
            raise self._too_large()

    def _died(self, code: int | None) -> ReadError:
        """What to say of a process that ended without a word; a negative exit code is the signal that ended it."""
        match _ENDED_BY.get(-(code or 0)):
            case "SIGKILL":  # the system does that when memory runs out
                return self._too_large()
            case "SIGXCPU":
                return self._too_slow()
        return self._damaged()

    def _too_slow(self) -> ReadError:
        return ReadError(
            "{name} takes longer to read than any press release should. "
            "Open it in its own program, save it again and open the new file.",
            name=self._name,
        )

    def _too_large(self) -> ReadError:
        return ReadError(
            "{name} needs more memory than any press release should. "
            "Open it in its own program, save it again and open the new file.",
            name=self._name,
        )

    def _damaged(self) -> ReadError:
        return ReadError(
            "{name} is damaged in a way that stops the program that reads it. "
            "Open it in its own program, save it again and open the new file.",
            name=self._name,
        )
