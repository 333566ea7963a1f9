"""The recovery journal: every edit reaches the disk within half a second, without keeping the writer of it waiting."""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from gui.document.edit import Edit, Json
from gui.document.errors import Message, note
from gui.workspace import codec
from gui.workspace.changes import Changes
from gui.workspace.journal_files import JournalFolder

_FLUSH_SECONDS = 0.25
"""How long typing is gathered before it is written and synced."""

_RETRY_SECONDS = 2.0
"""How long to wait after a write that failed."""

Base: TypeAlias = Callable[[], bytes]
"""Gives the bytes of the project file that the first edits build on; called on the journal's thread."""

Listener: TypeAlias = Callable[[Message | None], object]
"""Hears why edits cannot be written down, and with ``None`` that they can again; called on the journal's thread."""

_DISK = note("Unsaved work cannot be kept safe at present: the disk is full or refuses. Save now.")
_OTHER = note("Unsaved work cannot be kept safe at present. Save now.")

_TROUBLES = (ValueError, TypeError, LookupError, AttributeError, RuntimeError, MemoryError)
"""What encoding an edit or making the base may raise. None of them may end the journal."""


class Journal:
    """Writes edits down on a thread of its own. Nothing is on disk until the first edit, or after a save."""

    def __init__(self, name: str, project: Path | None, base: Base) -> None:
        self._files = JournalFolder(name, project)
        self._base = base
        self._base_generation = self._generation = 1
        self._pending: list[tuple[int, Changes]] = [(1, Changes())]
        self._marks: list[tuple[int, str]] = []
        self._cut: tuple[int, bytes, str, Path] | None = None
        self._taken: list[tuple[int, Changes | str]] = []
        self._unwritten: list[tuple[int, bytes]] = []
        self._asked = self._done = 0
        self._since: float | None = None
        self._stop = False
        self._failure: Message | None = None
        self._listener: Listener | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def failure(self) -> Message | None:
        """Why edits cannot be written down at present, if so. The journal goes on trying."""
        return self._failure

    def watch(self, listener: Listener) -> None:
        """Tell ``listener`` each time that :attr:`failure` turns, and at once if there is one."""
        with self._changed:
            self._listener, failure = listener, self._failure
        if failure is not None:
            listener(failure)

    def append(self, edit: Edit) -> None:
        """Note an edit; returns at once."""
        with self._changed:
            self._pending[-1][1].add(edit)
            if self._since is None:
                self._since = time.monotonic()
                self._changed.notify_all()

    def rotate(self) -> int:
        """A save begins: the number under which edits are noted from now on, to be given to :meth:`cut`."""
        with self._changed:
            self._generation += 1
            self._pending.append((self._generation, Changes()))
            return self._generation

    def announce(self, generation: int, digest: str) -> None:
        """Note that a file with this digest, holding all before ``generation``, is about to be put in place.

        After a crash the file is then known as ours.
        """
        with self._changed:
            self._marks.append((generation - 1, digest))
        self.flush()

    def cut(self, generation: int, base: bytes, name: str, project: Path) -> None:
        """A save is done: ``base`` holds everything before ``generation``."""
        with self._changed:
            self._cut = (generation, base, name, project)
            self._changed.notify_all()

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until everything noted so far is on disk; ``False`` if it could not be written."""
        with self._changed:
            self._asked += 1
            asked = self._asked
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._done >= asked or self._stop, timeout)
            return self._done >= asked and self._failure is None

    def close(self, *, keep: bool) -> None:
        """Stop; ``keep`` leaves unsaved edits on disk, to be offered at the next start."""
        if keep:
            self.flush()
        with self._changed:
            self._stop = True
            self._changed.notify_all()
        self._thread.join()
        if not keep:
            self._forget()

    def _forget(self) -> None:
        with suppress(OSError):  # a folder that cannot be removed is offered at the next start: better twice than never
            self._files.remove()

    def _run(self) -> None:
        try:
            while self._wait_for_work():
                self._attempt()
        finally:
            self._end()

    def _end(self) -> None:
        """Whatever ended the thread, nobody waits for it in vain, and an end that nobody asked for is told."""
        with self._changed:
            wanted, self._stop = self._stop, True
            self._changed.notify_all()
        if not wanted:
            self._report(_OTHER)

    def _wait_for_work(self) -> bool:
        """Until there is something to write and typing has been gathered; ``False`` at the end."""
        with self._changed:
            if self._failure is not None:
                self._changed.wait_for(self._is_asked, timeout=_RETRY_SECONDS)
            self._changed.wait_for(self._has_work)
            if self._since is not None and not self._is_urgent():
                left = self._since + _FLUSH_SECONDS - time.monotonic()
                self._changed.wait_for(self._is_urgent, timeout=max(0.0, left))
            return not self._stop

    def _is_asked(self) -> bool:
        return self._stop or self._asked > self._done

    def _is_urgent(self) -> bool:
        return self._is_asked() or self._cut is not None

    def _has_work(self) -> bool:
        return self._since is not None or bool(self._taken or self._unwritten) or self._is_urgent()

    def _attempt(self) -> None:
        with self._changed:  # nothing slow in here
            asked, cut = self._asked, self._cut
            self._taken += [*self._pending, *self._marks]
            self._pending, self._marks, self._since = [(self._generation, Changes())], [], None
        self._report(self._try_to_write(cut))
        with self._changed:
            self._done = asked
            self._changed.notify_all()

    def _try_to_write(self, cut: tuple[int, bytes, str, Path] | None) -> Message | None:
        try:
            if cut is not None and self._failure is not None:
                self._forget_before(cut[0])
                self._perform_cut(*cut)
                cut = None
            self._encode()
            self._write()
            if cut is not None:
                self._perform_cut(*cut)
        except OSError:
            return _DISK
        except _TROUBLES:
            return _OTHER
        return None

    def _report(self, failure: Message | None) -> None:
        with self._changed:
            turned, self._failure = failure != self._failure, failure
            listener = self._listener
        if turned and listener is not None:
            listener(failure)

    def _encode(self) -> None:
        while self._taken:
            generation, item = self._taken[0]
            if isinstance(item, Changes):
                lines = _lines(codec.encode_edit(edit) for edit in item)
            else:
                begun = self._unwritten or self._files.begun  # a mark alone is nothing to recover
                lines = _lines([{"saving": item}]) if begun else b""
            if lines:
                self._unwritten.append((generation, lines))
            del self._taken[0]

    def _write(self) -> None:
        if self._unwritten and not self._files.begun:
            self._files.begin(self._base_generation, self._base())
        while self._unwritten:
            self._files.write(*self._unwritten[0])
            del self._unwritten[0]

    def _forget_before(self, generation: int) -> None:
        """What could not be written down is in the project file by now, and need not be tried any more."""
        self._taken = [item for item in self._taken if item[0] >= generation]
        self._unwritten = [item for item in self._unwritten if item[0] >= generation]

    def _perform_cut(self, generation: int, base: bytes, name: str, project: Path) -> None:
        self._files.rename(name, project)
        self._files.cut(generation, base)
        self._base, self._base_generation = (lambda: base), generation
        with self._changed:
            if self._cut is not None and self._cut[0] == generation:
                self._cut = None


def _lines(values: Iterable[dict[str, Json]]) -> bytes:
    return b"".join(codec.dumps(value) + b"\n" for value in values)
