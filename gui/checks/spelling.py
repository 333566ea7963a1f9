"""English spelling and grammar, with the names of the release left in peace."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.proofreading import Slip, meant_name, proofreader
from gui.language.similarity import distance

_LATIN = re.compile(r"[^\W\d_가-힣]{2,}")
_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{5,}(?![\w’'-])")
_MOST_REPLACEMENTS = 3
_LONG = 7
"""Letters from which on a word may have two slips."""


class SpellingCheck:
    """Misspelled words and faults of grammar.

    A word with a capital is a name and reported only where it is a slip for a word of our own data (``Minstry``); words
    that stand in Latin letters in the Korean are taken as given.
    """

    id = "spelling"
    label = note("English spelling and grammar")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each mistake."""
        target = segment.target
        if not re.search(r"[a-z]{2}", target):
            return
        others = (other.target for other in snapshot.segments() if other.target.strip())
        given = frozenset(_LATIN.findall(segment.source.text))
        for slip in proofreader().slips(target, others):
            if not slip.spelling or _is_mistake(target[slip.start : slip.end], slip, given):
                yield self._issue(segment, slip)
        for match in _NAME.finditer(target):
            meant = meant_name(match[0]) if match[0] not in given else None
            if meant:
                yield self._issue(segment, Slip(match.start(), match.end(), (meant,), spelling=True, remark=""))

    def _issue(self, segment: Segment, slip: Slip) -> Issue:
        word, span = segment.target[slip.start : slip.end], (slip.start, slip.end)
        suggestion = slip.replacements[0] if slip.replacements else None
        if slip.spelling:
            words = ", ".join(slip.replacements[:_MOST_REPLACEMENTS])
            message = note("“{word}” may be misspelled: {words}?", word=word, words=words)
            return Issue(self.id, self.severity, segment.key, message, None, span, suggestion)
        message = note("Grammar: {remark}", remark=slip.remark)
        return Issue(self.id, Severity.INFO, segment.key, message, None, span, suggestion)


def _is_mistake(word: str, slip: Slip, given: frozenset[str]) -> bool:
    """Whether a word that Harper does not know is a slip, and neither given by the Korean nor a rare word."""
    others = [other for other in slip.replacements if other.casefold() != word]
    allowed = 1 if len(word) < _LONG else 2
    known = len(others) < len(slip.replacements)
    return word not in given and not known and any(distance(word, other, allowed) <= allowed for other in others)
