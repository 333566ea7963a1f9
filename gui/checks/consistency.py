"""One Korean, one English, and the other way round."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment
from gui.language.quotations import bare

_FEWEST_WORDS = 4
"""Words that an English must have before it is odd that it stands for two different Korean texts."""


class ConsistencyCheck:
    """The same Korean translated in two ways, and two Korean texts with the same English."""

    id = "consistency"
    label = note("The same Korean, the same English")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each segment that differs from an earlier one."""
        targets: dict[str, Segment] = {}
        sources: dict[str, Segment] = {}
        for segment in snapshot.segments():
            if segment.target.strip() and segment.source.text.strip():
                yield from self._targets(segment, targets)
                yield from self._sources(segment, sources)

    def _targets(self, segment: Segment, targets: dict[str, Segment]) -> Iterator[Issue]:
        first = targets.setdefault(" ".join(segment.source.text.split()), segment)
        if first.target != segment.target and bare(first.target) != bare(segment.target):
            message = note("The same Korean has another English before: {before}", before=first.target)
            span = 0, len(segment.target)
            yield Issue(self.id, self.severity, segment.key, message, None, span, first.target)

    def _sources(self, segment: Segment, sources: dict[str, Segment]) -> Iterator[Issue]:
        if len(segment.target.split()) < _FEWEST_WORDS:
            return
        first = sources.setdefault(" ".join(segment.target.casefold().split()), segment)
        if first is not segment and bare(first.source.text) != bare(segment.source.text):
            message = note("Another Korean has the same English: {before}", before=first.source.text)
            yield Issue(self.id, Severity.INFO, segment.key, message, (0, len(segment.source)))
