"""Background work: one helper for all of it, with progress, results as they come, cancel, and one end."""

import time
from collections.abc import Callable, Iterator
from functools import cached_property
from threading import Event, Semaphore
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.document.errors import DaejoError
from gui.document.work import Cancelled, Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


_BATCH, _BEAT = 50, 0.1
"""Items at most, and seconds at most, before items of a generator are handed over."""


class Task(QObject):
    """One piece of work. Its signals arrive on the UI thread, in order, ``ended`` last and always."""

    progressed = Signal(int, int)
    """Steps done and steps in all."""

    delivered = Signal(list)
    """Items of a generator, a few at a time."""

    succeeded = Signal(object)
    """The return value."""

    failed = Signal(object)
    """The :class:`DaejoError` that stopped the work."""

    crashed = Signal(object)
    """An unexpected exception: a fault of ours."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancel = Event()
        self._room = Semaphore(1)
        self.delivered.connect(self._on_delivered)

    def cancel(self) -> None:
        """Ask the work to stop; what it delivered before holds."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._cancel.is_set()

    def _on_delivered(self, _items: list[Any]) -> None:
        QTimer.singleShot(0, self, self._room.release)

    def _deliver(self, items: list[Any]) -> None:
        """Hand over items once the last ones were taken and the window had time for its user, or has cancelled."""
        while items and not self.cancelled and not self._room.acquire(timeout=0.1):
            pass
        if items:
            self.delivered.emit(items)

    def _run(self, work: Callable[[], Any]) -> None:
        try:
            self.succeeded.emit(work())
        except DaejoError as error:
            self.failed.emit(error)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the window has to hear of it
            self.crashed.emit(error)
        finally:
            self.ended.emit()


class TaskRunner(QObject):
    """Runs tasks on worker threads. Long-lived: it owns its tasks until they end."""

    crashed = Signal(object)
    """An unexpected exception in any task."""

    _left = Signal(object)
    """A worker has left a task: only now may the task go, since Qt must not lose a sender while it emits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Task] = set()
        self._waiting: dict[Task, Callable[[], Any]] = {}
        self._left.connect(self._forget)

    @cached_property
    def _executor(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # not needed before the first paint

        return ThreadPoolExecutor(max_workers=3, thread_name_prefix="daejo")

    @property
    def running(self) -> int:
        """How many tasks have not ended."""
        return len(self._running)

    def run(self, work: Callable[[], Any], done: Callable[[Any], object] | None = None) -> Task:
        """Run ``work`` on a worker thread; ``done`` gets its return value on the UI thread."""
        return self._start(lambda _task: work, done)

    def follow(self, work: Callable[[Progress, Cancelled], Any], done: Callable[[Any], object] | None = None) -> Task:
        """The same for work that takes a progress callback and a cancel test."""
        return self._start(lambda task: lambda: work(task.progressed.emit, lambda: task.cancelled), done)

    def stream(
        self, work: Callable[[Progress, Cancelled], Iterator[Any]], done: Callable[[Any], object] | None = None
    ) -> Task:
        """Run a generator, given a progress callback and a cancel test; its items arrive through ``delivered``."""
        return self._start(lambda task: lambda: _deliver(task, work), done)

    def _start(self, prepare: Callable[[Task], Callable[[], Any]], done: Callable[[Any], object] | None) -> Task:
        """Starts with the next turn of the event loop, once the caller has connected the signals."""
        task = Task(self)
        self._running.add(task)
        if done is not None:
            task.succeeded.connect(done)
        task.crashed.connect(self.crashed)
        self._waiting[task] = prepare(task)
        QTimer.singleShot(0, task, lambda: self._submit(task))
        return task

    def _submit(self, task: Task) -> None:
        work = self._waiting.pop(task, None)
        if work is not None:
            self._executor.submit(self._run, task, work)

    def _run(self, task: Task, work: Callable[[], Any]) -> None:
        task._run(work)
        self._left.emit(task)

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()

    def shut_down(self) -> None:
        """Cancel what can be; wait for the rest, also for what was just about to start, which may be a save."""
        for task in self._running:
            task.cancel()
        for task in list(self._waiting):
            self._submit(task)
        self._executor.shutdown(wait=True)


def _deliver(task: Task, work: Callable[[Progress, Cancelled], Iterator[Any]]) -> None:
    waiting: list[Any] = []
    last = time.monotonic()
    try:
        for item in work(task.progressed.emit, lambda: task.cancelled):
            waiting.append(item)
            if len(waiting) >= _BATCH or time.monotonic() - last > _BEAT:
                task._deliver(waiting)
                waiting, last = [], time.monotonic()
            if task.cancelled:
                break
    finally:
        task._deliver(waiting)
