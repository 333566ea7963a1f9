"""Segments that have no English yet."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit


class UntranslatedCheck:
    """An empty target beside a source that has something to say.

    A warning and not an error: the state of each segment shows it already and the export asks about it, while errors
    are kept for English that says something wrong.
    """

    id = "untranslated"
    label = note("Segments without English")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding if the English is empty."""
        if not segment.target.strip() and any(character.isalnum() for character in segment.source.text):
            yield Issue(self.id, self.severity, segment.key, note("This segment has no English yet."))
