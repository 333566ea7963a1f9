"""The life of the process that parses a foreign file: what it may use, what it tells, when it ends.

It is no sandbox: the process has the rights of the user. It is there so that whatever a file does to a parser (an
abort, a segmentation fault, memory without end) happens to somebody else than the window; see
:mod:`gui.readers.isolation` for the other side.
"""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from gui.document.errors import Message, ReadError, note
from gui.document.work import Progress

Work: TypeAlias = Callable[[Path, Progress], object]
"""What is done with the file: a function that a process can import. What it gives back must be picklable."""

_BEAT = 0.1
"""Seconds between two messages about progress: more often, nobody sees it."""

_ROOM = 1 << 30
"""Bytes of addresses a process may have beyond the memory it may use: libraries and the stacks of threads."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Progress: steps done and steps in all."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """The work is done."""

    value: object


@dataclass(frozen=True, slots=True)
class Refused:
    """The file cannot be read, for a reason that the user should know."""

    reason: Message


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The system gave no more memory."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Something nobody expected was raised: its type and place, without its words, which may be those of the file."""

    where: str


Told: TypeAlias = Steps | Result | Refused | OutOfMemory | Broken
"""All that goes through the pipe, pickled; ``Steps`` any number of times, then one of the others."""


def live(work: Work, path: Path, memory: int, seconds: int, pipe: "Connection") -> None:
    """Do the work and tell the outcome; the whole life of the process.

    Args:
        work: what is to be done.
        path: the file.
        memory: bytes that the process may use.
        seconds: of processor time that it may use.
        pipe: takes what there is to tell.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows knows no other way; see isolation
    _be_silent()
    _limit(memory + _ROOM, seconds)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pipe.send_bytes(_outcome(work, path, _Teller(pipe).tell))


def _be_silent() -> None:
    """Libraries print what they find in a file."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit(addresses: int, seconds: int) -> None:
    """Limits of the system's own, where it has them: they hold even while the other process looks elsewhere."""
    if sys.platform == "win32":
        return
    import resource

    wanted = {resource.RLIMIT_AS: addresses, resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for what, most in wanted.items():
        _, hard = resource.getrlimit(what)
        with suppress(ValueError, OSError):  # not every system knows every limit
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _end_with_parent() -> None:
    """Nobody is left to hear the outcome."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Teller:
    """Tells of progress, now and then."""

    def __init__(self, pipe: "Connection") -> None:
        self._pipe = pipe
        self._last = 0.0

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= _BEAT:
            self._last = now
            self._pipe.send_bytes(pickle.dumps(Steps(done, total)))


def _outcome(work: Work, path: Path, progress: Progress) -> bytes:
    try:
        return pickle.dumps(Result(work(path, progress)))
    except ReadError as error:
        return pickle.dumps(Refused(error.message))
    except MemoryError:
        return pickle.dumps(OutOfMemory())
    except RecursionError:
        return pickle.dumps(Refused(_nested(path.name)))
    except Exception as error:  # noqa: BLE001 - the other process has to hear of whatever it is
        return pickle.dumps(Broken(_where(error)))


def _nested(name: str) -> Message:
    return note(
        "{name} is nested deeper than any press release should be. "
        "Open it in its own program, save it again and open the new file.",
        name=name,
    )


def _where(error: BaseException) -> str:
    import traceback  # seldom needed

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
