"""The embedded default: translation memory, termbase and fixed forms. No network, no key, nothing to download."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from gui.document.edit import TargetEdit
from gui.document.errors import note
from gui.document.segment import Origin, OriginKind, Segment, State, Translation
from gui.engines.base import Cancelled, DraftRequest, EngineStatus, Progress
from gui.engines.pairs import PairSource

NAME = "embedded"


class EmbeddedEngine:
    """Drafts what has been translated before and what has a fixed form; leaves out everything else."""

    name = NAME
    label = note("On this computer")
    online = False

    def __init__(self, memories: Sequence[PairSource] = ()) -> None:
        self._memories = tuple(memories)

    def status(self) -> EngineStatus:
        """Always ready."""
        return EngineStatus(ready=True)

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        """One edit for each segment that memory or a rule covers."""
        wanted = frozenset(request.keys)
        segments = tuple(request.snapshot.segments())
        total, done = len(request.keys), 0
        for place, segment in enumerate(segments):
            if segment.key not in wanted:
                continue
            if cancelled():
                return
            before = segments[place - 1].source.text if place else ""
            after = segments[place + 1].source.text if place + 1 < len(segments) else ""
            translation = self._remembered(segment, before, after)
            if translation and translation != segment.translation:
                yield TargetEdit(segment.key, segment.translation, translation)
            done += 1
            progress(done, total)

    def _remembered(self, segment: Segment, before: str, after: str) -> Translation | None:
        for memory in self._memories:
            pair = memory.exact(segment.source.text, before, after)
            if pair:
                origin = Origin(OriginKind.MEMORY, NAME, pair.percent, datetime.now(UTC))
                return Translation(pair.target, State.DRAFT, origin)
        return None
