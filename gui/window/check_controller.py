"""Checking while one types, going from issue to issue, mending and ignoring."""

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from gui.bridge.session import Session
from gui.document.edit import Json
from gui.document.issue import Issue, Severity
from gui.i18n import tr
from gui.models.segment_model import SOURCE, TARGET
from gui.widgets.issue_panel import colour
from gui.widgets.segment_delegate import issue_format
from gui.widgets.segment_editor import Format
from gui.window.context import Context
from gui.workspace import checking
from gui.workspace.checking import CheckSettings

_DEBOUNCE = 350
"""Milliseconds without a key press before a segment is checked again."""

_REST = 1500
"""Milliseconds at least without a key press before the release as a whole is checked again."""

_PATIENCE = 3
"""How many times as long as the last check of the release took the next one waits for."""

_EMPTY = "untranslated"
"""The check for segments without English; to these leads the next open segment, not the next issue."""

_FEW = 20
"""More changed segments than this (a draft, a replacement) are left to the check of the whole release."""

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
        self._found: tuple[Issue, ...] = ()
        self._waiting: set[str] = set()
        self._changed_meanwhile: set[str] = set()
        self._running = False
        self._gone_to: Issue | None = None
        self.issues: list[Issue] = []
        self.ignored: list[Issue] = []
        self._soon = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._soon.timeout.connect(self._check_waiting)
        self._at_rest = QTimer(self, singleShot=True, interval=_REST)
        self._at_rest.timeout.connect(lambda: self.check_all())

    def set_session(self, session: Session | None) -> None:
        """Check this release from now on."""
        self._session = session
        self._waiting.clear()
        self._take(())
        if session is not None:
            session.segment_changed.connect(self._on_segment_changed)
            session.unit_changed.connect(lambda _: self._at_rest.start())
            session.property_changed.connect(lambda _: self._take(self._found))
            self.check_all()

    def _settings(self) -> CheckSettings:
        chosen = self._context.settings.check_severities
        off = frozenset(name for name, value in chosen.items() if value == "off")
        return CheckSettings(off, {name: Severity(value) for name, value in chosen.items() if name not in off})

    # -- running

    def check_all(self, then: Callable[[list[Issue]], object] | None = None) -> None:
        """Run every check on the whole release; ``then`` gets what is open in it as it is at this moment."""
        session = self._session
        if session is None:
            return
        if self._running and then is None:
            self._at_rest.start()
            return
        self._running = True
        self._changed_meanwhile.clear()
        snapshot, settings, began = session.project.snapshot(), self._settings(), time.monotonic()
        task = self._context.tasks.run(
            lambda: checking.check_all(snapshot, settings), lambda found: self._on_all_checked(session, found, then)
        )
        task.ended.connect(lambda: self._on_ended(time.monotonic() - began))

    def _on_ended(self, seconds: float) -> None:
        self._running = False
        self._at_rest.setInterval(max(_REST, round(seconds * 1000 * _PATIENCE)))

    def _on_all_checked(
        self, session: Session, found: tuple[Issue, ...], then: Callable[[list[Issue]], object] | None
    ) -> None:
        if session is self._session:
            self._take(self._merged(found, self._found, self._changed_meanwhile))
            if then is not None:
                then(self.issues)

    def _merged(self, base: Iterable[Issue], newer: Iterable[Issue], keys: Collection[str]) -> list[Issue]:
        """``base``, but for these segments what the segment checks found in ``newer``."""
        checks = checking.segment_check_ids()
        kept = [issue for issue in base if issue.segment not in keys or issue.check not in checks]
        return kept + [issue for issue in newer if issue.segment in keys and issue.check in checks]

    def _on_segment_changed(self, key: str) -> None:
        self._waiting.add(key)
        self._changed_meanwhile.add(key)
        self._soon.start()
        self._at_rest.start()

    def _check_waiting(self) -> None:
        session, keys = self._session, tuple(self._waiting)
        self._waiting.clear()
        if session is None or len(keys) > _FEW:
            return
        snapshot, settings = session.project.snapshot(), self._settings()
        self._context.tasks.run(
            lambda: {key: checking.check_segment(snapshot, key, settings) for key in keys},
            lambda found: self._on_segments_checked(session, found),
        )

    def _on_segments_checked(self, session: Session, found: dict[str, tuple[Issue, ...]]) -> None:
        newer = [issue for issues in found.values() for issue in issues]
        if session is self._session and (merged := self._merged(self._found, newer, found)) != list(self._found):
            self._take(merged)

    def _take(self, found: Sequence[Issue]) -> None:
        """These are the findings now: errors first, then in the order of the text."""
        self._found = tuple(found)
        if self._session is None:
            self.issues, self.ignored = [], []
        else:
            places = self._places()
            still_open, ignored = checking.split_ignored(self._found, self._session.project.snapshot())
            self.issues = sorted(
                still_open, key=lambda issue: (_ORDER.index(issue.severity), places.get(issue.segment or "", -1))
            )
            self.ignored = list(ignored)
        self.changed.emit()

    def _places(self) -> dict[str, int]:
        assert self._session is not None
        return {key: number for number, key in enumerate(self._session.project.keys())}

    # -- showing

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
        """The next (+1) or previous (-1) finding in the order of the text, from the one gone to or this segment on."""
        if self._session is None:
            return None
        places = self._places()
        placed = [issue for issue in self.issues if issue.segment in places]
        listed = [issue for issue in placed if issue.check != _EMPTY] or placed
        listed.sort(key=lambda issue: (places[issue.segment or ""], issue.target_span or issue.source_span or (0, 0)))
        if self._gone_to in listed and self._gone_to.segment == current:
            return listed[(listed.index(self._gone_to) + direction) % len(listed)]
        here = places.get(current, -1)
        ahead = [issue for issue in listed if (places[issue.segment or ""] - here) * direction > 0]
        others = ahead or listed
        return (others[0] if direction > 0 else others[-1]) if others else None

    def go_to(self, issue: Issue) -> None:
        """This finding is the one that the user is at."""
        self._gone_to = issue

    def at(self, key: str) -> Issue | None:
        """The finding about a segment that the user went to, else its first."""
        found = [issue for issue in self.issues if issue.segment == key]
        return self._gone_to if self._gone_to in found else next(iter(found), None)

    # -- mending and ignoring

    def fix(self, key: str) -> bool:
        """Put a suggestion for a segment in, as one undo step; ``False`` if there is none.

        The segment is checked anew: what was found may be older than the last key press.
        """
        session = self._session
        if session is None or not session.project.has(key):
            return False
        found = checking.check_segment(session.project.snapshot(), key, self._settings())
        mendable = [issue for issue in found if issue.suggestion]
        issue = next((issue for issue in mendable if issue == self._gone_to), next(iter(mendable), None))
        if issue is None or issue.suggestion is None:
            return False
        text = session.project.segment(key).target
        start, end = issue.target_span or (len(text), len(text))
        gap = " " if issue.target_span is None and text and not text.endswith(" ") else ""
        session.replace_target(tr("Quick fix"), key, text[:start] + gap + issue.suggestion + text[end:])
        return True

    def reason(self, issue: Issue) -> str:
        """Why a finding is ignored, empty if it is not."""
        return str(self._reasons().get(self._fingerprint(issue), ""))

    def ignore(self, issue: Issue, reason: str) -> None:
        """Hear no more of a finding; the reason is kept in the project."""
        self._change_ignored(issue, reason)

    def heed(self, issue: Issue) -> None:
        """Show an ignored finding again."""
        self._change_ignored(issue, None)

    def _change_ignored(self, issue: Issue, reason: str | None) -> None:
        session = self._session
        if session is None:
            return
        ignored, mark = self._reasons(), self._fingerprint(issue)
        ignored.pop(mark, None)
        if reason is not None:
            ignored[mark] = reason
        label = tr("Ignore the issue") if reason is not None else tr("Heed the issue")
        session.set_property(label, checking.IGNORED_ISSUES, ignored or None)

    def _reasons(self) -> dict[str, Json]:
        kept = self._session.project.property(checking.IGNORED_ISSUES) if self._session is not None else None
        return dict(kept) if isinstance(kept, dict) else {}

    def _fingerprint(self, issue: Issue) -> str:
        assert self._session is not None
        segment = self._session.project.segment(issue.segment) if issue.segment else None
        return checking.fingerprint(issue, segment)
