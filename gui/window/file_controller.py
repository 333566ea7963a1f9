"""Opening, closing, recovering: the File menu. What is open owns the window; what is loading does not, yet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.bridge.session import Session
from gui.bridge.tasks import Task
from gui.dialogs import ask
from gui.document.errors import DaejoError, DamagedProject, LockedError, ReadCancelled
from gui.document.segment import OriginKind, Segment
from gui.i18n import say, tr
from gui.window.context import Context
from gui.window.save_controller import SaveController, nothing
from gui.workspace import backups, opening, reading
from gui.workspace.ahead import Ahead
from gui.workspace.names import PROJECT_SUFFIX
from gui.workspace.open_project import OpenProject

_PATIENCE = 300
"""Milliseconds of waiting after which a way to stop is shown."""


def _is_sample_as_drafted(session: Session) -> bool:
    """Whether this is the sample with nothing but its draft: each start makes it again, so there is nothing to save."""
    nowhere = session.opened.path is None and session.opened.suggested_path is None
    return nowhere and not any(
        segment.added or not segment.state.is_open or _typed(segment) for segment in session.segments()
    )


def _typed(segment: Segment) -> bool:
    origin = segment.translation.origin
    return origin is not None and origin.kind is OriginKind.HUMAN


class FileController(QObject):
    """Owns the session. Loading and saving happen on workers."""

    opened = Signal(object)
    """A :class:`Session` is open, or ``None`` after closing."""

    progressed = Signal(int, int)
    """Steps of opening a long file: done and in all."""

    ended = Signal()
    """Nothing is being opened any more."""

    def __init__(self, context: Context, window: QWidget, commit: Callable[[], None]) -> None:
        """``commit`` takes over what is being typed, a syllable under composition included."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._commit = commit
        self._retired = False
        self._loading: set[Task] = set()
        self.session: Session | None = None
        self.saves = SaveController(context, window, commit)

    # -- open

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        patterns = " ".join(f"*{suffix}" for suffix in (*reading.suffixes(), PROJECT_SUFFIX))
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a release or a project"),
            "",
            tr("Releases and projects ({patterns})", patterns=patterns),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path, ahead: Ahead | None = None) -> None:
        """Open a release or a project in place of what is open; what is open stays if that fails.

        Args:
            path: the file.
            ahead: the release, where another process has begun to read it.
        """
        if self._is_open(path):
            self._context.messages.tell(tr("{name} is open already.", name=path.name))
            return
        beside = opening.project_for(path)
        if beside is not None:
            answer = ask.project_beside(self._window, path.name, beside.name)
            if answer is ask.Beside.CANCEL:
                if ahead is not None:
                    ahead.abandon()
                return
            path = beside if answer is ask.Beside.PROJECT else path
        if not self._is_open(path):
            self._load(partial(opening.open_path, path, ahead=ahead), path)

    def _is_open(self, path: Path) -> bool:
        shown = self.session.opened.path if self.session is not None else None
        return shown is not None and shown.resolve() == path.resolve()

    def _load(self, load: Callable[..., OpenProject], path: Path) -> None:
        """Load on a worker, which may take long; ``load`` is given ``progress`` and ``cancelled``.

        What is asked for last is what is opened.
        """
        self.cancel()
        self._context.messages.tell(tr("Opening {name}…", name=path.name))
        task = self._context.tasks.follow(
            lambda progress, cancelled: load(progress=progress, cancelled=cancelled),
            lambda opened: self._on_loaded(task, opened, path),
        )
        self._loading.add(task)
        task.progressed.connect(self.progressed)
        QTimer.singleShot(_PATIENCE, self, partial(self._offer_to_stop, task))
        task.failed.connect(lambda error: self._on_not_loaded(error, path))
        task.ended.connect(lambda: self._on_load_ended(task))

    def _offer_to_stop(self, task: Task) -> None:
        """Nobody knows yet how long it takes."""
        if task in self._loading:
            self.progressed.emit(0, 0)

    def cancel(self) -> None:
        """Stop opening what is being opened; what is open stays."""
        for task in self._loading:
            task.cancel()

    def _on_load_ended(self, task: Task) -> None:
        self._loading.discard(task)
        if not self._loading:
            self.ended.emit()

    def _on_loaded(self, task: Task, opened: OpenProject, path: Path) -> None:
        self._context.messages.tell("")
        let_go = partial(opened.close, discard=True)
        if self._retired or task.cancelled:
            let_go()
        else:
            self.leave(lambda: self._show(opened, path), let_go)

    def _show(self, opened: OpenProject, path: Path) -> None:
        if opened.path is not None or opened.suggested_path is not None:  # the sample is in a menu of its own
            self._context.settings.add_recent(str(path.resolve()))
        self.adopt(Session(opened, self))
        self.opened.emit(self.session)

    def _on_not_loaded(self, error: DaejoError, path: Path) -> None:
        why = say(error.message)
        earlier = backups.backups_of(path) if isinstance(error, DamagedProject) else ()
        self._context.messages.tell("")
        if isinstance(error, LockedError):
            if ask.take_over(self._window, why):
                self._load(partial(opening.open_path, path, take_over=True), path)
        elif earlier and ask.restore_backup(self._window, why, earlier[0].at):
            self._load(lambda **_: opening.restore_backup(path, earlier[0]), path)
        elif not isinstance(error, ReadCancelled):
            self._context.messages.fail(error)

    def adopt(self, session: Session) -> None:
        """Take over a session as the one that is open."""
        self.session = session
        self.saves.watch(session)
        session.setParent(self)

    def _recover(self, recovery: opening.Recovery) -> None:
        self._load(lambda **_: opening.recover(recovery), recovery.project or Path(recovery.name))

    def offer_recovery(self) -> None:
        """After a crash: offer what was not saved, one piece of work at a time."""
        for recovery in opening.recoverable():
            answer = ask.recover(self._window, recovery)
            if answer is ask.Recover.DISCARD:
                opening.discard(recovery)
            elif answer is ask.Recover.OPEN:
                self._recover(recovery)
                return

    # -- save

    def save(self, then: Callable[[], object] = nothing) -> None:
        """Save the project, asking for a place the first time; ``then`` is called once it is on disk."""
        if self.session is not None:
            self.saves.save(self.session, then)

    def save_as(self) -> None:
        """Save the project under another name."""
        if self.session is not None:
            self.saves.save_as(self.session)

    # -- close

    def leave(self, then: Callable[[], object] = nothing, stay: Callable[[], object] = nothing) -> None:
        """Close the project, asking about unsaved changes, and do what comes next; ``stay`` if the user stays."""
        self._commit()
        session = self.session
        if session is None or not session.opened.dirty or _is_sample_as_drafted(session):
            self._close(then)
            return
        answer = ask.save_changes(self._window, session.opened.name)
        if answer is QMessageBox.StandardButton.Save:
            self.saves.save(session, lambda: self.leave(then, stay), stay)  # asks again if typing went on meanwhile
        elif answer is QMessageBox.StandardButton.Discard:
            self._close(then)
        else:
            stay()

    def forget(self) -> None:
        """Close without asking and without keeping anything."""
        self._close(nothing)

    def retire(self) -> None:
        """The window is gone: what is still loading is let go when it arrives."""
        self._retired = True

    def _close(self, then: Callable[[], object]) -> None:
        """Close once no save is under way, which belongs to the project that is closed."""
        self.saves.when_idle(lambda: self._close_now(then))

    def _close_now(self, then: Callable[[], object]) -> None:
        if self.session is not None:
            closed, self.session = self.session, None
            self.saves.watch(None)
            self.opened.emit(None)
            closed.opened.close(discard=True)
            closed.deleteLater()
        then()
