"""A word typed twice."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit

_TWICE = re.compile(r"(?<![\w’'-])([A-Za-z]+)(\s+)\1(?![\w’'-])", re.IGNORECASE)
_GRAMMATICAL = frozenset({"that", "had"})
"""May stand twice in good English."""

_NEVER = frozenset(
    {"the", "a", "an", "of", "to", "and", "for", "with", "at", "by", "from", "in", "on", "as", "or", "is"}
)


class RepeatedWordCheck:
    """``the the``: always wrong; other words twice, but for names (Bora Bora), nearly always."""

    id = "repeated-words"
    label = note("Words typed twice")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each pair."""
        for match in _TWICE.finditer(segment.target):
            word = match[1]
            is_name = word[0].isupper() and match[0][-len(word)].isupper() and word.lower() not in _NEVER
            if word.lower() in _GRAMMATICAL or is_name:
                continue
            severity = Severity.ERROR if word.lower() in _NEVER else self.severity
            message = note("The word “{word}” stands twice.", word=word)
            yield Issue(self.id, severity, segment.key, message, None, match.span(), word)
