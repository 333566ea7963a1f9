"""Saving: one save at a time, each for the session that asked for it, on a worker."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.bridge.session import Session
from gui.dialogs import ask
from gui.document.errors import ChangedOnDisk, DaejoError
from gui.i18n import say, tr
from gui.window.context import Context
from gui.workspace.names import PROJECT_SUFFIX
from gui.workspace.saving import SaveJob

_AUTOSAVE = 60_000
"""Milliseconds between two saves of a project that has a file; the journal covers what lies between."""


def nothing() -> None:
    """Nothing more to do."""


@dataclass(frozen=True, slots=True)
class _Request:
    """A save that somebody asked for; it is prepared only when its turn comes."""

    session: Session
    path: Path | None = None
    then: Callable[[], object] = nothing
    failed: Callable[[], object] = nothing
    overwrite: bool = False
    quiet: bool = False


class SaveController(QObject):
    """Takes requests and works them off in order."""

    saved = Signal()
    """A project is on disk."""

    def __init__(self, context: Context, window: QWidget, commit: Callable[[], None]) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._commit = commit
        self._watched: Session | None = None
        self._waiting: deque[_Request] = deque()
        self._when_idle: deque[Callable[[], object]] = deque()
        self._writing = False
        self._autosave = QTimer(self, interval=_AUTOSAVE)
        self._autosave.timeout.connect(self.save_quietly)

    def watch(self, session: Session | None) -> None:
        """Save this session from time to time once it has a file."""
        self._watched = session
        self._autosave.start()

    def save(
        self, session: Session, then: Callable[[], object] = nothing, failed: Callable[[], object] = nothing
    ) -> None:
        """Save to the project's own file, asking for a place the first time; then call one of the two."""
        if session.opened.path is None or not session.editable:
            self.save_as(session, then, failed)
        else:
            self._ask_for(_Request(session, None, then, failed))

    def save_as(
        self, session: Session, then: Callable[[], object] = nothing, failed: Callable[[], object] = nothing
    ) -> None:
        """Ask for another name and save there."""
        path = self._choose_path(session)
        if path is None:
            failed()
        else:
            self._ask_for(_Request(session, path, then, failed))

    def _choose_path(self, session: Session) -> Path | None:
        opened = session.opened
        start = opened.path or opened.suggested_path or (documents_folder() / opened.name).with_suffix(PROJECT_SUFFIX)
        patterns = tr("Daejo projects ({patterns})", patterns=f"*{PROJECT_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save the project"), str(start), patterns)
        return completed(self._window, name, PROJECT_SUFFIX)

    def save_quietly(self) -> None:
        """Save what has a file and has changed, without a word unless it fails, which is said once."""
        session = self._watched
        idle = not self._writing and not self._waiting
        if idle and session is not None and session.editable and session.opened.path and session.opened.dirty:
            self._ask_for(_Request(session, quiet=True))

    def when_idle(self, then: Callable[[], object]) -> None:
        """Do something once no save is under way or waiting."""
        self._when_idle.append(then)
        self._next()

    # -- working them off

    def _ask_for(self, request: _Request) -> None:
        if not request.quiet:
            self._commit()
            self._autosave.start()
        self._waiting.append(request)
        self._next()

    def _next(self) -> None:
        if self._writing:
            return
        if self._waiting:
            self._begin(self._waiting.popleft())
        elif self._when_idle:
            self._when_idle.popleft()()
            self._next()

    def _begin(self, request: _Request) -> None:
        try:
            job = request.session.opened.prepare_save(request.path, overwrite=request.overwrite)
        except DaejoError as error:
            self._context.messages.fail(error)
            request.failed()
            self._next()
            return
        self._writing = True
        outcome: list[DaejoError | None] = []
        task = self._context.tasks.run(job.write, lambda _: outcome.append(None))
        task.failed.connect(outcome.append)
        task.ended.connect(lambda: self._finish(request, job, outcome))

    def _finish(self, request: _Request, job: SaveJob, outcome: list[DaejoError | None]) -> None:
        self._writing = False
        error = outcome[0] if outcome else None
        if outcome and error is None:
            self._on_written(request, job)
        else:
            request.session.opened.abandon_save(job)
            if error is not None:
                self._on_not_written(request, job, error)
            else:
                request.failed()  # a fault of ours, reported already
        self._next()

    def _on_written(self, request: _Request, job: SaveJob) -> None:
        request.session.opened.finish_save(job)
        request.session.refresh_dirty()
        self._context.settings.add_recent(str(job.path.resolve()))
        self.saved.emit()
        if not request.quiet:
            self._context.messages.tell(tr("Saved."))
        request.then()

    def _on_not_written(self, request: _Request, job: SaveJob, error: DaejoError) -> None:
        if request.quiet:
            self._autosave.stop()  # until the user saves: once is enough
            self._context.messages.fail(error)
        elif isinstance(error, ChangedOnDisk) and ask.overwrite(self._window, say(error.message)):
            again = _Request(request.session, job.path, request.then, request.failed, overwrite=True)
            self._waiting.appendleft(again)
            return
        elif not isinstance(error, ChangedOnDisk):
            self._context.messages.fail(error)
        request.failed()


def completed(window: QWidget, name: str, suffix: str) -> Path | None:
    """The file that a name from a file dialog means; a name without the ending might name another, existing file."""
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == suffix:
        return path
    path = path.with_name(path.name + suffix)
    return path if not path.exists() or ask.replace_file(window, path.name) else None


def documents_folder() -> Path:
    """Where the user's documents are, for work that has no place yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
