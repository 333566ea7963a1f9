"""Calls that may hang, made so that the caller never does."""

import queue
import threading
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic
from typing import TypeAlias

from gui.document.work import Cancelled

POLL = 0.05
"""Seconds between two looks at ``cancelled``."""


class Trouble(StrEnum):
    """Why a call brought no answer. It is all that is kept of an error: the errors themselves carry text and keys."""

    NO_CONNECTION = "no connection"
    BROKEN = "broken off"
    TIMEOUT = "timeout"
    TOO_MANY = "too many requests"
    SERVER = "server error"
    REFUSED = "refused"
    UNREADABLE = "unreadable"

    @property
    def passing(self) -> bool:
        """Whether the same call may well succeed a little later."""
        return self in (Trouble.BROKEN, Trouble.TIMEOUT, Trouble.TOO_MANY, Trouble.SERVER)


@dataclass(frozen=True, slots=True)
class Failure:
    """A call without an answer; ``retry_after`` is the pause in seconds that the server asked for, else 0."""

    trouble: Trouble
    retry_after: float = 0.0


Outcome: TypeAlias = str | Failure
"""What a call brought, as a value: an exception would carry the text along in its chain and its frames."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, in seconds: for the connection, for the next bytes, and for the whole call."""

    connect: float = 5.0
    read: float = 20.0
    total: float = 30.0


@dataclass(frozen=True, slots=True)
class Call:
    """A call under way; ``abandoned`` is set once nobody waits for it any more."""

    limits: Limits
    abandoned: threading.Event


current: ContextVar[Call] = ContextVar("current")
"""The call that the running thread works for; unset everywhere else."""


class Stopped(Exception):
    """The user cancelled."""


def run(work: Callable[[], Outcome], limits: Limits, cancelled: Cancelled) -> Outcome:
    """Do ``work`` on a thread of its own, and leave it behind when it takes too long or is no longer wanted.

    The thread is a daemon, so that a server that hangs cannot keep the program from closing.

    Raises:
        Stopped: ``cancelled`` became true. If that was before the start, ``work`` was not begun.
    """
    if cancelled():
        raise Stopped
    call = Call(limits, threading.Event())
    answers: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    threading.Thread(target=_work, args=(work, call, answers), name="engine call", daemon=True).start()
    try:
        return _wait(answers, monotonic() + limits.total, cancelled)
    finally:
        call.abandoned.set()


def _work(work: Callable[[], Outcome], call: Call, answers: "queue.SimpleQueue[Outcome]") -> None:
    outcome: Outcome = Failure(Trouble.UNREADABLE)
    current.set(call)
    try:
        outcome = work()
    finally:
        answers.put(outcome)


def _wait(answers: "queue.SimpleQueue[Outcome]", deadline: float, cancelled: Cancelled) -> Outcome:
    while not cancelled():
        left = deadline - monotonic()
        if left <= 0:
            return Failure(Trouble.TIMEOUT)
        try:
            return answers.get(timeout=min(POLL, left))
        except queue.Empty:
            continue
    raise Stopped
