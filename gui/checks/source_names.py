"""Names in the Korean that can mean more than one thing."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.term_wording import terms_in


class SourceNamesCheck:
    """A name whose row in the termbase says that somebody has to ask which is meant (which university of Munich)."""

    id = "source-names"
    label = note("Names in the Korean that can mean more than one thing")
    severity = Severity.INFO

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each such name."""
        for found in terms_in(segment.source.text, snapshot.release.distributed):
            term = found.term
            if term.certainty == "B" and "ask" in term.note.casefold().replace(":", " ").split():
                message = note("{name} is not clear. {remark}", name=term.korean, remark=term.note)
                yield Issue(self.id, self.severity, segment.key, message, (found.start, found.end))
