"""Drafting: this segment or all that is open, on a worker, segment by segment, with a way to stop."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.bridge.services import Drafters
from gui.bridge.session import Session
from gui.bridge.tasks import Task
from gui.dialogs import ask
from gui.document.edit import Json, TargetEdit
from gui.document.project import ALLOWED_ENGINES, EMBARGO_LIFTED, Snapshot
from gui.document.work import Cancelled, Progress
from gui.i18n import say, tr
from gui.models import wording
from gui.window.context import Context
from gui.workspace.drafting import Engine, choose_keys, pre_translate, summary


@dataclass(slots=True)
class _Run:
    """One draft: for which session, who may be asked, and what has come."""

    session: Session
    asked: int
    engines: frozenset[str]
    task: Task | None = None
    arrived: list[TargetEdit] = field(default_factory=list)


class DraftController(QObject):
    """One draft at a time. What arrives is one undo step; what a person typed meanwhile stays."""

    progressed = Signal(int, int)
    """Segments done and asked for."""

    ended = Signal()
    """No draft runs any more."""

    engine_changed = Signal()
    """Another engine drafts the rest."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._session: Session | None = None
        self._run: _Run | None = None

    def set_session(self, session: Session | None) -> None:
        """Draft for this session from now on; what still comes for another one is dropped."""
        self.abandon()
        self._session = session
        if session is not None:
            session.property_changed.connect(self._on_property_changed)

    def _on_property_changed(self, name: str) -> None:
        """A permission taken back, an embargo put on again: a draft, which sees only its snapshot, ends."""
        if self._run is not None and self._run.engines and name in (ALLOWED_ENGINES, EMBARGO_LIFTED):
            self.cancel()

    def engine(self) -> Engine | None:
        """The engine that drafts what the embedded one leaves, ``None`` for none."""
        name = self._context.settings.engine
        return next((engine for engine in self._context.engines()[1:] if engine.name == name), None)

    def choices(self) -> list[tuple[str, str]]:
        """The engines that can draft the rest: names and labels, the empty name for none."""
        others = self._context.engines()[1:]
        return [("", tr("None: only this computer")), *((engine.name, say(engine.label)) for engine in others)]

    def use_engine(self, name: str) -> None:
        """Let this engine draft the rest."""
        self._context.settings.engine = name
        self.engine_changed.emit()

    def draft(self, only: Collection[str] | None = None) -> None:
        """Draft these segments, or all that nobody has touched."""
        session = self._session
        if session is None or self._run is not None or not session.editable:
            return
        snapshot = session.project.snapshot()
        keys = choose_keys(snapshot, only)
        if not keys:
            self._context.messages.tell(tr("There is nothing left to draft here."))
            return
        second = self._usable(session)
        names = frozenset({second.name} if second is not None else ())
        run = self._run = _Run(session, len(keys), names)
        run.task = self._context.tasks.stream(
            partial(self._work, self._context.drafters(), session.project.snapshot(), keys, names)
        )
        run.task.delivered.connect(partial(self._on_delivered, run))
        run.task.progressed.connect(partial(self._on_progressed, run))
        run.task.failed.connect(self._context.messages.fail)
        run.task.ended.connect(partial(self._on_ended, run))
        self.progressed.emit(0, len(keys))

    def _usable(self, session: Session) -> Engine | None:
        """The engine for the rest, if there is one, it is ready, and the user lets it have the text."""
        engine = self.engine()
        if engine is None:
            return None
        status = engine.status()
        if status.reason is not None and not status.needs_consent:
            self._context.messages.warn(status.reason)
            return None
        return engine if self._may_send(session, engine) else None

    def _work(
        self,
        drafters: Drafters,
        snapshot: Snapshot,
        keys: Sequence[str],
        names: Collection[str],
        progress: Progress,
        cancelled: Cancelled,
    ) -> Iterator[TargetEdit]:
        """On the worker: the embedded engine with its memories, then those that were named."""
        embedded, *others = drafters(snapshot.release.name)
        chosen = [embedded, *(engine for engine in others if engine.name in names)]
        return pre_translate(snapshot, keys, chosen, progress, cancelled)

    def cancel(self) -> None:
        """Stop drafting; what has arrived stays."""
        if self._run is not None and self._run.task is not None:
            self._run.task.cancel()

    def abandon(self) -> None:
        """Stop drafting, and take nothing more of what is still under way."""
        self.cancel()
        if self._run is not None:
            self._run = None
            self.ended.emit()

    def _may_send(self, session: Session, engine: Engine) -> bool:
        if not engine.online:
            return True
        label, host = say(engine.label), engine.host
        if self._context.settings.consents.get(engine.name) != host:
            if not ask.consent(self._window, label, host):
                return False
            self._context.settings.set_consent(engine.name, host)
        return self._may_break_embargo(session, engine, label)

    def _may_break_embargo(self, session: Session, engine: Engine, label: str) -> bool:
        snapshot = session.project.snapshot()
        allowed = snapshot.property(ALLOWED_ENGINES)
        names: list[Json] = list(allowed) if isinstance(allowed, list) else []
        if not snapshot.embargo_active() or engine.name in names:
            return True
        embargo = snapshot.release.embargo
        if not ask.break_embargo(self._window, label, embargo.text if embargo else "", engine.host):
            return False
        session.set_property(tr("Allow {engine}", engine=label), ALLOWED_ENGINES, [*names, engine.name])
        return True

    def _on_delivered(self, run: _Run, edits: list[TargetEdit]) -> None:
        if run is self._run:
            run.session.push_part(tr("Draft"), edits, run)
            run.arrived += edits

    def _on_progressed(self, run: _Run, done: int, total: int) -> None:
        if run is self._run:
            self.progressed.emit(done, total)

    def _on_ended(self, run: _Run) -> None:
        if run is not self._run:
            return
        self._run = None
        if run.arrived:
            self._context.messages.tell(wording.drafted(summary(run.arrived, run.asked)))
        else:
            self._context.messages.tell(tr("No engine on hand can draft this; type it, or choose an engine."))
        self.ended.emit()

    def ask_embargo(self) -> None:
        """Let the user mark the embargo as lifted, or put it on again."""
        session = self._session
        if session is None or session.project.release.embargo is None:
            self._context.messages.tell(tr("This release has no embargo."))
            return
        lifted = session.project.property(EMBARGO_LIFTED) is True
        if ask.lift_embargo(self._window, session.project.release.embargo.text, lifted=lifted):
            session.set_property(tr("Change the embargo"), EMBARGO_LIFTED, None if lifted else True)
