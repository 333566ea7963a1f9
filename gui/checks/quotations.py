"""The same words quoted twice are quoted in the same English."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment
from gui.language.quotations import Quotation, bare, quotations

_SHORTEST = 4
"""Characters without white space below which a quotation is a word put in quotes."""


class QuotationCheck:
    """A title or phrase in quotation marks that has one English here and another there."""

    id = "quotations"
    label = note("One quotation, one English")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each quotation after the first whose English differs."""
        known: dict[str, str] = {}
        for segment in snapshot.segments():
            pair = _only_pair(segment)
            if pair is None:
                continue
            korean, english = pair
            before = known.setdefault(bare(korean.text), english.text)
            if not _same(before, english.text) and not _same(before, segment.target):
                message = note("{korean} was put into English before as {before}.", korean=korean.text, before=before)
                source, target = (korean.start, korean.end), (english.start, english.end)
                yield Issue(self.id, self.severity, segment.key, message, source, target, before)


def _only_pair(segment: Segment) -> tuple[Quotation, Quotation] | None:
    """The quotations of a segment that has one on either side; with more, their order may have changed."""
    if not segment.target:
        return None
    korean = [found for found in quotations(segment.source.text) if len(bare(found.text)) >= _SHORTEST]
    english = [found for found in quotations(segment.target) if len(bare(found.text)) >= _SHORTEST]
    return (korean[0], english[0]) if len(korean) == len(english) == 1 else None


def _same(before: str, now: str) -> bool:
    return bare(before.removeprefix("the ")) in bare(now)
