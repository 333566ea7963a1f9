"""Opening, saving, closing, recovering: the File menu."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.bridge.session import Session
from gui.dialogs import ask
from gui.document.errors import ChangedOnDisk, DaejoError, LockedError, ProjectError
from gui.i18n import say, tr
from gui.window.context import Context
from gui.workspace import backups, opening, reading
from gui.workspace.open_project import OpenProject
from gui.workspace.saving import SaveJob

PROJECT = ".daejo"

_AUTOSAVE = 60_000
"""Milliseconds between two saves of a project that has a file; the journal covers what lies between."""


class FileController(QObject):
    """Owns the session. Saving happens on a worker thread; everything else is quick."""

    opened = Signal(object)
    """A :class:`Session` is open, or ``None`` after closing."""

    saved = Signal()
    """The project is on disk."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.session: Session | None = None
        self._saving = False
        self._waiting: Callable[[], object] | None = None
        self._autosave = QTimer(self, interval=_AUTOSAVE)
        self._autosave.timeout.connect(self._on_autosave)
        self._autosave.start()

    # -- open

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        patterns = " ".join(f"*{suffix}" for suffix in (*reading.suffixes(), PROJECT))
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a release or a project"),
            "",
            tr("Releases and projects ({patterns})", patterns=patterns),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a release or a project in place of what is open; says why if it cannot."""
        self.leave(lambda: self._open(path))

    def _open(self, path: Path, *, take_over: bool = False) -> None:
        self._load(lambda: opening.open_path(path, take_over=take_over), path)

    def _load(self, load: Callable[[], OpenProject], path: Path) -> None:
        """Load a project on a worker: a large one takes longer than a window may stand still."""
        self._context.messages.tell(tr("Opening {name}…", name=path.name))
        task = self._context.tasks.run(load, lambda opened: self._on_loaded(opened, path))
        task.failed.connect(lambda error: self._on_not_loaded(error, path))

    def _on_loaded(self, opened: OpenProject, path: Path) -> None:
        if self.session is not None:  # another file was quicker
            opened.close(discard=True)
            return
        self._context.messages.tell("")
        self._context.settings.add_recent(str(path.resolve()))
        self.show(opened)

    def _on_not_loaded(self, error: DaejoError, path: Path) -> None:
        why = say(error.message)
        earlier = backups.backups_of(path) if isinstance(error, ProjectError) else ()
        self._context.messages.tell("")
        if isinstance(error, LockedError):
            if ask.take_over(self._window, why):
                self._open(path, take_over=True)
        elif earlier and ask.restore_backup(self._window, why, earlier[0].at):
            self._load(lambda: opening.restore_backup(path, earlier[0]), path)
        else:
            self._context.messages.fail(error)

    def adopt(self, session: Session) -> None:
        """Take over a session that is on screen already."""
        self.session = session
        session.setParent(self)

    def show(self, opened: OpenProject) -> None:
        """Make an open project the one of the window."""
        self.session = Session(opened, self)
        self.opened.emit(self.session)

    def offer_recovery(self) -> None:
        """After a crash: offer what was not saved."""
        for recovery in opening.recoverable():
            answer = ask.recover(self._window, recovery)
            if answer is ask.Recover.LATER:
                continue
            if answer is ask.Recover.DISCARD:
                opening.discard(recovery)
            else:
                self.leave(partial(self._recover, recovery))
                return

    def _recover(self, recovery: opening.Recovery) -> None:
        try:
            self.show(opening.recover(recovery))
        except DaejoError as error:
            self._context.messages.fail(error)

    # -- save

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the project, asking for a place the first time; ``then`` is called once it is on disk."""
        if self.session is None:
            return
        if self.session.opened.path is None or not self.session.editable:
            self.save_as(then)
        else:
            self._write(self._prepare(None), then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Save the project under another name."""
        if self.session is None:
            return
        start = self._proposed_name(self.session.opened)
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the project"), start, tr("Daejo projects ({patterns})", patterns=f"*{PROJECT}")
        )
        if name:
            path = Path(name)
            self._write(self._prepare(path if path.suffix == PROJECT else path.with_name(path.name + PROJECT)), then)

    def _proposed_name(self, opened: OpenProject) -> str:
        return str(opened.path or opened.suggested_path or (documents_folder() / opened.name).with_suffix(PROJECT))

    def _prepare(self, path: Path | None) -> SaveJob | None:
        QGuiApplication.inputMethod().commit()
        assert self.session is not None
        try:
            return self.session.opened.prepare_save(path)
        except DaejoError as error:
            self._context.messages.fail(error)
            return None

    def _write(self, job: SaveJob | None, then: Callable[[], object] | None, *, quiet: bool = False) -> None:
        if job is None:
            return
        if self._saving:
            self._waiting = partial(self._write, job, then, quiet=quiet)
            return
        self._saving = True
        task = self._context.tasks.run(job.write, lambda _: self._on_written(job, then, quiet=quiet))
        task.failed.connect(lambda error: self._on_not_written(job, error, then))
        task.ended.connect(self._on_save_ended)

    def _on_written(self, job: SaveJob, then: Callable[[], object] | None, *, quiet: bool) -> None:
        if self.session is None:
            return
        self.session.opened.finish_save(job)
        self.session.stack.setClean()
        self.session.refresh_dirty()
        self.saved.emit()
        if not quiet:
            self._context.messages.tell(tr("Saved."))
        if then is not None:
            then()

    def _on_not_written(self, job: SaveJob, error: DaejoError, then: Callable[[], object] | None) -> None:
        if self.session is not None:
            self.session.opened.abandon_save(job)
        if isinstance(error, ChangedOnDisk) and ask.overwrite(self._window, say(error.message)):
            assert self.session is not None
            again = self.session.opened.prepare_save(job.path, overwrite=True)
            QTimer.singleShot(0, self, lambda: self._write(again, then))
        elif not isinstance(error, ChangedOnDisk):
            self._context.messages.fail(error)

    def _on_save_ended(self) -> None:
        self._saving = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _on_autosave(self) -> None:
        session = self.session
        if session is not None and session.opened.path is not None and session.opened.dirty and session.editable:
            self._write(session.opened.prepare_save(), None, quiet=True)

    # -- close

    def leave(self, then: Callable[[], object] = lambda: None) -> None:
        """Close the project, asking about unsaved changes, and then do what comes next; nothing if the user stays."""
        if self.session is not None:
            QGuiApplication.inputMethod().commit()
            if self.session.opened.dirty and self.session.editable:
                answer = ask.save_changes(self._window, self.session.opened.name)
                if answer is QMessageBox.StandardButton.Cancel:
                    return
                if answer is QMessageBox.StandardButton.Save:
                    self.save(lambda: self._close(then))
                    return
        self._close(then)

    def forget(self) -> None:
        """Close without asking and without keeping anything."""
        self._close(lambda: None)

    def _close(self, then: Callable[[], object]) -> None:
        if self.session is not None:
            closed, self.session = self.session, None
            self.opened.emit(None)
            closed.opened.close(discard=True)
            closed.deleteLater()
        then()


def documents_folder() -> Path:
    """Where the user's documents are, for work that has no place yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
