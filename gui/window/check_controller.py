"""Checking while one types, and going from issue to issue."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from gui.bridge.session import Session
from gui.bridge.tasks import Task
from gui.checks import registry as checks
from gui.document.issue import Issue, Severity
from gui.i18n import tr
from gui.models.segment_model import SOURCE, TARGET
from gui.widgets.issue_panel import colour
from gui.widgets.segment_delegate import issue_format
from gui.widgets.segment_editor import Format
from gui.window.context import Context

_DEBOUNCE = 350
"""Milliseconds without a key press before a segment is checked again."""

_ORDER = tuple(Severity)

Marks = dict[tuple[str, int], list[Format]]


class CheckController(QObject):
    """Keeps the issues of the open release up to date, off the UI thread."""

    changed = Signal()
    """The issues are others now."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: Session | None = None
        self._by_segment: dict[str | None, tuple[Issue, ...]] = {}
        self._waiting: set[str] = set()
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._timer.timeout.connect(self._check_waiting)

    def set_session(self, session: Session | None) -> None:
        """Check this release from now on."""
        self._session = session
        self._by_segment, self._waiting = {}, set()
        if session is not None:
            session.segment_changed.connect(self._on_segment_changed)
            session.unit_changed.connect(lambda _: self.check_all())
            self.check_all()
        self.changed.emit()

    @property
    def issues(self) -> list[Issue]:
        """All findings: errors first, then in the order of the text."""
        if self._session is None:
            return []
        places = {key: number for number, key in enumerate(self._session.project.keys())}
        found = [issue for issues in self._by_segment.values() for issue in issues]
        return sorted(found, key=lambda issue: (_ORDER.index(issue.severity), places.get(issue.segment or "", -1)))

    def check_all(self) -> None:
        """Run every check on the whole release."""
        session = self._session
        if session is not None:
            snapshot = session.project.snapshot()
            self._waiting.clear()
            self._context.tasks.run(lambda: checks.run_checks(snapshot), lambda found: self._on_checked(session, found))

    def _on_checked(self, session: Session, found: Sequence[Issue]) -> None:
        if session is not self._session:
            return
        grouped: dict[str | None, list[Issue]] = defaultdict(list)
        for issue in found:
            grouped[issue.segment].append(issue)
        self._by_segment = {key: tuple(issues) for key, issues in grouped.items()}
        self.changed.emit()

    def _on_segment_changed(self, key: str) -> None:
        self._waiting.add(key)
        self._timer.start()

    def _check_waiting(self) -> None:
        session, keys = self._session, tuple(self._waiting)
        if session is None:
            return
        if len(keys) > 20:
            self.check_all()
            return
        self._waiting.clear()
        snapshot = session.project.snapshot()
        self._context.tasks.run(
            lambda: {key: checks.run_on_segment(snapshot, key) for key in keys},
            lambda found: self._on_segments_checked(session, found),
        )

    def _on_segments_checked(self, session: Session, found: dict[str, tuple[Issue, ...]]) -> None:
        if session is self._session and any(self._by_segment.get(key, ()) != issues for key, issues in found.items()):
            self._by_segment.update(found)
            self.changed.emit()

    def marks(self) -> Marks:
        """Wavy underlines for findings with a place."""
        result: Marks = defaultdict(list)
        for issue in self.issues:
            shape = issue_format(colour(issue.severity))
            if issue.segment and issue.source_span:
                result[issue.segment, SOURCE].append((*issue.source_span, shape))
            if issue.segment and issue.target_span:
                result[issue.segment, TARGET].append((*issue.target_span, shape))
        return dict(result)

    def next(self, current: str, direction: int) -> Issue | None:
        """The next (+1) or previous (-1) segment's finding in the order of the text, round the end."""
        session = self._session
        if session is None:
            return None
        places = {key: number for number, key in enumerate(session.project.keys())}
        listed = sorted(
            (issue for issue in self.issues if issue.segment), key=lambda issue: places[issue.segment or ""]
        )
        if direction < 0:
            listed.reverse()
        here = places.get(current, -1)
        ahead = [issue for issue in listed if (places[issue.segment or ""] - here) * direction > 0]
        return next(iter(ahead or listed), None)

    def fix(self, key: str) -> bool:
        """Put the first suggestion for a segment in, as one undo step; ``False`` if there is none."""
        session = self._session
        issue = next((issue for issue in self._by_segment.get(key, ()) if issue.suggestion), None)
        if session is None or issue is None or issue.suggestion is None:
            return False
        text = session.project.segment(key).target
        start, end = issue.target_span or (len(text), len(text))
        session.replace_target(tr("Quick fix"), key, text[:start] + issue.suggestion + text[end:])
        return True
