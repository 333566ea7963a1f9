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

_Taken: TypeAlias = tuple[list[tuple[int, Changes]], list[tuple[int, str]]]
"""Changes and announced digests with their generations."""


class Journal:
    """Writes edits down on a thread of its own. Nothing is on disk until the first edit, or after a save."""

    def __init__(self, name: str, project: Path | None, base: Base) -> None:
        self._files = JournalFolder(name, project)
        self._base = base
        self._base_generation = self._generation = 1
        self._pending: list[tuple[int, Changes]] = [(1, Changes())]
        self._marks: list[tuple[int, str]] = []
        self._cut: tuple[int, bytes, str, Path] | None = None
        self._unwritten: list[tuple[int, bytes]] = []
        self._asked = self._done = 0
        self._since: float | None = None
        self._stop = False
        self._failure: Message | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def failure(self) -> Message | None:
        """Why edits cannot be written down at present, if so. The journal goes on trying."""
        return self._failure

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
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work)
                if self._since is not None and not self._is_urgent():
                    left = self._since + _FLUSH_SECONDS - time.monotonic()
                    self._changed.wait_for(self._is_urgent, timeout=max(0.0, left))
                if self._stop:
                    return
                asked, cut, taken = self._asked, self._cut, self._take()
            self._encode(taken)
            self._attempt(cut)
            with self._changed:
                self._done = asked
                self._changed.notify_all()
                if self._failure is not None:
                    self._changed.wait_for(self._is_asked, timeout=_RETRY_SECONDS)

    def _is_asked(self) -> bool:
        return self._stop or self._asked > self._done

    def _is_urgent(self) -> bool:
        return self._is_asked() or self._cut is not None

    def _has_work(self) -> bool:
        return self._since is not None or bool(self._unwritten) or self._is_urgent()

    def _take(self) -> _Taken:
        """What has come in since the last time; the lock is held, so nothing slow here."""
        taken = self._pending, self._marks
        self._pending, self._marks, self._since = [(self._generation, Changes())], [], None
        return taken

    def _encode(self, taken: _Taken) -> None:
        pending, marks = taken
        for generation, changes in pending:
            if changes:
                self._unwritten.append((generation, _lines(codec.encode_edit(edit) for edit in changes)))
        if self._unwritten or self._files.begun:  # a mark alone is nothing to recover
            self._unwritten += [(generation, _lines([{"saving": digest}])) for generation, digest in marks]

    def _attempt(self, cut: tuple[int, bytes, str, Path] | None) -> None:
        try:
            self._write()
            if cut is not None:
                self._perform_cut(*cut)
            self._failure = None
        except OSError:
            self._failure = note("Unsaved work cannot be kept safe at present: the disk is full or refuses. Save now.")

    def _write(self) -> None:
        if self._unwritten and not self._files.begun:
            self._files.begin(self._base_generation, self._base())
        while self._unwritten:
            self._files.write(*self._unwritten[0])
            del self._unwritten[0]

    def _perform_cut(self, generation: int, base: bytes, name: str, project: Path) -> None:
        self._files.rename(name, project)
        self._files.cut(generation, base)
        self._base, self._base_generation = (lambda: base), generation
        with self._changed:
            if self._cut is not None and self._cut[0] == generation:
                self._cut = None


def _lines(values: Iterable[dict[str, Json]]) -> bytes:
    return b"".join(codec.dumps(value) + b"\n" for value in values)
