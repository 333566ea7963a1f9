"""Words of the Korean that are misspelled, or nearly a name that we know."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.known_names import NearMiss, near_misses


class SourceSpellingCheck:
    """Near misses of known names (대응제약 for 대웅제약) and common misspellings, before anyone translates them.

    A slip in a name may lead to somebody else, so it is a warning; the spelling of a loanword only matters to Korean.
    """

    id = "source-spelling"
    label = note("Misspelled names and words in the Korean")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each word."""
        for found in near_misses(segment.source.text):
            yield self._issue(segment, found)

    def _issue(self, segment: Segment, found: NearMiss) -> Issue:
        written = segment.source.text[found.start : found.end]
        if found.kind == "loanword":
            severity = Severity.INFO
            message = note("{written} is usually spelled {right}.", written=written, right=found.right)
        else:
            severity = self.severity
            message = note("{written} may be a slip for {right}: ask.", written=written, right=found.right)
        return Issue(self.id, severity, segment.key, message, (found.start, found.end))
