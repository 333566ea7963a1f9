"""Brackets and quotation marks of the English that are left open."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.quotations import unpaired


class PairingCheck:
    """A bracket or quotation mark without a partner, where the Korean is not the same."""

    id = "pairing"
    label = note("Brackets and quotation marks without a partner")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for the first such mark."""
        target = segment.target
        span = unpaired(target) or _open_single(target)
        if span and not unpaired(segment.source.text):
            mark = target[slice(*span)]
            message = note("{mark} has no partner.", mark=mark)
            yield Issue(self.id, self.severity, segment.key, message, None, span)


def _open_single(text: str) -> tuple[int, int] | None:
    """A ‘ that no ’ closes; a ’ alone is an apostrophe."""
    place = text.rfind("‘")
    return None if place < 0 or "’" in text[place:] else (place, place + 1)
