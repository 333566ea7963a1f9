"""Drafting: this segment or all that is open, on a worker, segment by segment, with a way to stop."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.bridge.session import Session
from gui.bridge.tasks import Task
from gui.dialogs import ask
from gui.document.edit import Json, TargetEdit
from gui.document.errors import DaejoError
from gui.document.project import ALLOWED_ENGINES, EMBARGO_LIFTED, Snapshot
from gui.engines.base import Cancelled, Engine, Progress
from gui.i18n import say, tr
from gui.models import wording
from gui.window.context import Context
from gui.workspace.drafting import choose_keys, pre_translate


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
        self._task: Task | None = None
        self._arrived: list[TargetEdit] = []

    def set_session(self, session: Session | None) -> None:
        """Draft for this session from now on; stops what runs."""
        self.cancel()
        self._session = session

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
        if session is None or self._task is not None or not session.editable:
            return
        snapshot = session.project.snapshot()
        keys = choose_keys(snapshot, only)
        if not keys:
            self._context.messages.tell(tr("There is nothing left to draft here."))
            return
        second = self.engine()
        names = {second.name} if second is not None and self._may_send(session, second) else set[str]()
        snapshot = session.project.snapshot()
        self._arrived = []
        self._task = self._context.tasks.stream(partial(self._work, snapshot, keys, names))
        self._task.delivered.connect(self._on_delivered)
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self._on_failed)
        self._task.ended.connect(self._on_ended)
        self.progressed.emit(0, len(keys))

    def _work(
        self, snapshot: Snapshot, keys: Sequence[str], names: set[str], progress: Progress, cancelled: Cancelled
    ) -> Iterator[TargetEdit]:
        """On the worker: the embedded engine with its memories, then those that were named."""
        embedded, *others = self._context.drafters(snapshot.release.name)
        chosen = [embedded, *(engine for engine in others if engine.name in names)]
        return pre_translate(snapshot, keys, chosen, progress, cancelled)

    def cancel(self) -> None:
        """Stop drafting; what has arrived stays."""
        if self._task is not None:
            self._task.cancel()

    def _may_send(self, session: Session, engine: Engine) -> bool:
        if not engine.online:
            return True
        label, host = say(engine.label), engine.host
        if self._context.settings.consents.get(engine.name) != host:
            if not ask.consent(self._window, label, host):
                return False
            self._context.settings.set_consent(engine.name, host)
        return self._may_break_embargo(session, engine.name, label)

    def _may_break_embargo(self, session: Session, name: str, label: str) -> bool:
        snapshot = session.project.snapshot()
        allowed = snapshot.property(ALLOWED_ENGINES)
        names: list[Json] = list(allowed) if isinstance(allowed, list) else []
        if not snapshot.embargo_active() or name in names:
            return True
        embargo = snapshot.release.embargo
        if not ask.break_embargo(self._window, label, embargo.text if embargo else ""):
            return False
        session.set_property(tr("Allow {engine}", engine=label), ALLOWED_ENGINES, [*names, name])
        return True

    def _on_delivered(self, edits: list[TargetEdit]) -> None:
        if self._session is not None:
            self._session.push_part(tr("Draft"), edits, self._task)
            self._arrived += edits

    def _on_failed(self, error: DaejoError) -> None:
        self._context.messages.fail(error)

    def _on_ended(self) -> None:
        self._task = None
        origins = Counter(wording.origin(edit.new.origin) for edit in self._arrived)
        if origins:
            parts = ", ".join(f"{name} {count}" for name, count in origins.most_common())
            self._context.messages.tell(tr("Drafted {count}: {parts}", count=len(self._arrived), parts=parts))
        elif self._session is not None:
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
