"""Good manners towards a service: one request at a time, slowly, and not again and again into a wall."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from gui.document.work import Cancelled
from gui.engines.calls import POLL, Limits, Stopped


@dataclass(frozen=True, slots=True)
class Patience:
    """When to try again and when to give up.

    Attributes:
        limits: how long one call may take.
        attempts: how often the same text is tried.
        pause: seconds before the second attempt; doubled before each further one, and varied by half either way.
        longest_pause: seconds; a server that asks for a longer one is given up instead.
        failures: how many failures in a row open the circuit breaker.
        cooldown: seconds that the breaker stays open.
    """

    limits: Limits = field(default_factory=Limits)
    attempts: int = 3
    pause: float = 1.0
    longest_pause: float = 30.0
    failures: int = 5
    cooldown: float = 60.0

    def pause_before(self, attempt: int, asked: float = 0.0) -> float:
        """Seconds to wait before ``attempt`` (the first is 0), at least as long as the server ``asked`` for."""
        jitter = random.uniform(0.5, 1.5)  # noqa: S311 - spreads requests, protects nothing
        return max(asked, min(self.longest_pause, self.pause * 2.0 ** (attempt - 1) * jitter))


def wait(seconds: float, cancelled: Cancelled) -> None:
    """Sleep, waking at once when the user cancels.

    Raises:
        Stopped: ``cancelled`` became true.
    """
    end = time.monotonic() + seconds
    while not cancelled():
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(POLL, left))
    raise Stopped


class Pace:
    """Lets one request through at a time, and no more than ``per_second``, whichever threads ask."""

    def __init__(self, per_second: float) -> None:
        self._interval = 1.0 / per_second
        self._turn = threading.Lock()
        self._next = 0.0

    @contextmanager
    def turn(self, cancelled: Cancelled) -> Iterator[None]:
        """Hold the one turn there is, once it is due.

        Raises:
            Stopped: ``cancelled`` became true while waiting.
        """
        while not self._turn.acquire(timeout=POLL):
            if cancelled():
                raise Stopped
        try:
            wait(self._next - time.monotonic(), cancelled)
            self._next = time.monotonic() + self._interval
            yield
        finally:
            self._turn.release()


class Breaker:
    """Stops asking a service that keeps failing, for a while; then one more failure is enough to stop again."""

    def __init__(self, failures: int, cooldown: float) -> None:
        self._limit = failures
        self._cooldown = cooldown
        self._lock = threading.Lock()
        self._failures = 0
        self._until = 0.0

    @property
    def pause(self) -> float:
        """Seconds for which the service is still left in peace, 0 if it may be asked."""
        return max(0.0, self._until - time.monotonic())

    def succeeded(self) -> None:
        """The service works."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The service failed once more."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._limit:
                self._until = time.monotonic() + self._cooldown


@dataclass(frozen=True, slots=True)
class Lane:
    """The way to one service on one host, which all engines that use it share."""

    pace: Pace
    breaker: Breaker


class Traffic:
    """The lanes of all services, kept as long as the program runs: engines are made anew for each draft.

    Safe to use from any thread.
    """

    def __init__(self) -> None:
        self._lanes: dict[tuple[str, str], Lane] = {}
        self._lock = threading.Lock()

    def lane(self, service: str, host: str, per_second: float, patience: Patience) -> Lane:
        """The lane of a service on a host; whoever asks first decides on its pace and patience."""
        with self._lock:
            known = self._lanes.get((service, host))
            if known is None:
                known = Lane(Pace(per_second), Breaker(patience.failures, patience.cooldown))
                self._lanes[service, host] = known
            return known
