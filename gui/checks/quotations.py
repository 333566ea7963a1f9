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
            pair = _unmatched_pair(segment, known)
            if pair is None:
                continue
            korean, english = pair
            before = known.setdefault(bare(korean.text), english.text)
            if not _same(before, english.text):
                message = note("{korean} was put into English before as {before}.", korean=korean.text, before=before)
                source, target = (korean.start, korean.end), (english.start, english.end)
                yield Issue(self.id, self.severity, segment.key, message, source, target, before)


def _unmatched_pair(segment: Segment, known: dict[str, str]) -> tuple[Quotation, Quotation] | None:
    """The one quotation of a segment, in both languages, whose English is not the known one.

    Where several are left their order may have changed in translation, so nothing can be said.
    """
    if not segment.target:
        return None
    korean, english = (
        [quotation for quotation in quotations(text) if len(bare(quotation.text)) >= _SHORTEST]
        for text in (segment.source.text, segment.target)
    )
    if len(korean) != len(english):
        return None
    expected = {quotation: known.get(bare(quotation.text), "") for quotation in korean}
    new = [quotation for quotation, before in expected.items() if not before or not _same(before, segment.target)]
    other = [
        quotation
        for quotation in english
        if not any(before and _same(before, quotation.text) for before in expected.values())
    ]
    return (new[0], other[0]) if len(new) == len(other) == 1 else None


def _same(before: str, now: str) -> bool:
    return bare(before.removeprefix("the ")) in bare(now)
