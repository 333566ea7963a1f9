"""Drafting English: which segments, and engine after engine, each doing what the earlier ones left."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from gui.document.edit import TargetEdit
from gui.document.errors import ConsentNeeded, EngineUnavailable
from gui.document.project import Snapshot
from gui.document.segment import OriginKind, Segment
from gui.document.work import Cancelled, Progress, never, unheard
from gui.engines import registry
from gui.engines.base import DraftRequest, Engine, EngineStatus
from gui.engines.registry import EngineSettings

__all__ = [
    "DraftSummary",
    "Engine",
    "EngineSettings",
    "EngineStatus",
    "choose_keys",
    "draft_all",
    "engines_for",
    "known_engines",
    "pre_translate",
    "summary",
]

_EXACT = 100
"""Percent from which a match of the memory is the same sentence."""


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What came of a draft, in segments.

    Attributes:
        remembered: translated before, word for word (memory, 100 % and more).
        alike: taken from a sentence that is alike (memory, less than 100 %).
        ruled: fixed forms and cells of tables.
        machine: engines as origins name them, each with how many it drafted, the busiest first.
        to_confirm: how many of all these hold a part that a person has to confirm.
        left: without a draft.
    """

    remembered: int
    alike: int
    ruled: int
    machine: tuple[tuple[str, int], ...]
    to_confirm: int
    left: int

    @property
    def drafted(self) -> int:
        """How many were drafted."""
        return self.remembered + self.alike + self.ruled + sum(count for _, count in self.machine)


def choose_keys(snapshot: Snapshot, only: Collection[str] | None = None) -> tuple[str, ...]:
    """The segments that may be drafted, in order: none that a person typed or confirmed.

    Args:
        snapshot: the project.
        only: keys to choose among; ``None`` means all.
    """
    wanted = None if only is None else frozenset(only)
    return tuple(
        segment.key
        for segment in snapshot.segments()
        if (wanted is None or segment.key in wanted) and _may_be_drafted(segment)
    )


def _may_be_drafted(segment: Segment) -> bool:
    origin = segment.translation.origin
    typed = bool(segment.target) and origin is not None and origin.kind is OriginKind.HUMAN
    return segment.state.is_open and not typed and bool(segment.source.text.strip())


def pre_translate(
    snapshot: Snapshot, keys: Sequence[str], engines: Sequence[Engine], progress: Progress, cancelled: Cancelled
) -> Iterator[TargetEdit]:
    """Draft segments with each engine in turn, those on this computer first.

    Progress counts segments that are drafted, and with the last engine also those that it could not do.

    Raises:
        EngineError: an engine gave up; what was yielded before holds.
    """
    left = list(keys)
    in_turn = sorted(engines, key=lambda engine: engine.online)
    for engine in in_turn:
        if not left or cancelled():
            return
        done = len(keys) - len(left)
        # What an engine leaves that others follow is not done.
        report = _report_all(progress, done, len(keys)) if engine is in_turn[-1] else unheard
        drafted: set[str] = set()
        for edit in engine.draft(DraftRequest(snapshot, tuple(left)), report, cancelled):
            drafted.add(edit.key)
            if report is unheard:
                progress(done + len(drafted), len(keys))
            yield edit
        left = [key for key in left if key not in drafted]


def _report_all(progress: Progress, done: int, total: int) -> Progress:
    return lambda more, _: progress(done + more, total)


def summary(edits: Iterable[TargetEdit], asked: int) -> DraftSummary:
    """What came of a draft of ``asked`` segments."""
    drafts = [edit.new for edit in edits]
    origins = [draft.origin for draft in drafts if draft.origin is not None]
    percents = [origin.match or 0 for origin in origins if origin.kind is OriginKind.MEMORY]
    machine = Counter(origin.engine or "" for origin in origins if origin.kind is OriginKind.MACHINE)
    return DraftSummary(
        remembered=sum(percent >= _EXACT for percent in percents),
        alike=sum(percent < _EXACT for percent in percents),
        ruled=sum(origin.kind is OriginKind.RULE for origin in origins),
        machine=tuple(machine.most_common()),
        to_confirm=sum(bool(draft.open_marks) for draft in drafts),
        left=asked - len(drafts),
    )


def known_engines(settings: EngineSettings | None = None) -> tuple[Engine, ...]:
    """All engines, ready or not, the one on this computer first."""
    return registry.engines(settings)


def engines_for(name: str | None, settings: EngineSettings | None = None) -> tuple[Engine, ...]:
    """The engines of a draft: the embedded one, then the one that was asked for.

    Raises:
        ConsentNeeded: the user has not allowed it; ``engine`` and ``host`` are among the values of the message.
        EngineError: there is no such engine, or it cannot be used now.
    """
    embedded = known_engines(settings)[0]
    if name is None or name == embedded.name:
        return (embedded,)
    chosen = registry.engine(name, settings)
    status = chosen.status()
    if status.reason is not None and not status.ready:
        error = ConsentNeeded if status.needs_consent else EngineUnavailable
        raise error(status.reason.text, **dict(status.reason.values))
    return (embedded, chosen)


def draft_all(snapshot: Snapshot, engines: Sequence[Engine], apply: Callable[[TargetEdit], object]) -> DraftSummary:
    """Draft everything that may be drafted, here and now, handing each edit to ``apply``.

    Raises:
        EngineError: an engine gave up; what was applied before holds.
    """
    keys, edits = choose_keys(snapshot), list[TargetEdit]()
    for edit in pre_translate(snapshot, keys, engines, unheard, never):
        apply(edit)
        edits.append(edit)
    return summary(edits, len(keys))
