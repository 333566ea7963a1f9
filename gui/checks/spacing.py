"""Spaces and punctuation of the English."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit
from gui.language.sentences import ends_sentence


class _Rule(NamedTuple):
    """A pattern, what replaces it, and what to say."""

    pattern: re.Pattern[str]
    replacement: str
    message: Message


_RULES = (
    _Rule(re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)"), " ", note("Two spaces where one is enough.")),
    _Rule(re.compile(r"(?<=[\w)”’\"]) +([,;:!?.])(?=\s|$)"), r"\1", note("A space before a punctuation mark.")),
    _Rule(re.compile(r"(?<=[a-z\d)”’])([,;])(?=[A-Za-z])"), r"\1 ", note("No space after a punctuation mark.")),
    _Rule(re.compile(r"(?<=[a-z]{2})([.?!])(?=[A-Z][a-z]+ )"), r"\1 ", note("No space between two sentences.")),
    _Rule(re.compile(r"([(\[“]) +"), r"\1", note("A space after an opening bracket or quotation mark.")),
    _Rule(re.compile(r" +([)\]”])"), r"\1", note("A space before a closing bracket or quotation mark.")),
    _Rule(re.compile(r"(?<=[A-Za-z]{2})\((?=[A-Za-z]{4})"), " (", note("No space before a bracket.")),
    _Rule(re.compile(r"(?<![.,])([.,;])\1(?![.,])"), r"\1", note("A punctuation mark too many.")),
    _Rule(re.compile(r",\."), ".", note("A punctuation mark too many.")),
)
_ANY = re.compile(
    r"\S[ \u00a0]{2}| [,;:!?.)\]”]|[a-z\d)”’][,;][A-Za-z]|[a-z]{2}[.?!][A-Z]|[(\[“] |[A-Za-z]{2}\(|([.,;])\1|,\."
)
"""What any of the rules above needs: one look instead of many."""

_SENTENCES = frozenset({BlockKind.PARAGRAPH})
_CLOSED = re.compile(r"[.?!…:;][\"”’)\]*]*$")


class SpacingCheck:
    """Spaces doubled, missing or left over, marks too many, and a sentence without its full stop."""

    id = "spacing"
    label = note("Spaces and punctuation")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each place."""
        target = segment.target
        if not target.strip():
            return
        for rule in _RULES if _ANY.search(target) else ():
            for match in rule.pattern.finditer(target):
                suggestion = match.expand(rule.replacement)
                yield Issue(self.id, self.severity, segment.key, rule.message, None, match.span(), suggestion)
        if unit.block.kind in _SENTENCES and _lacks_full_stop(segment):
            end = len(target.rstrip())
            message = note("The Korean sentence is finished, the English has no full stop.")
            yield Issue(self.id, self.severity, segment.key, message, None, (end, end), ".")


def _lacks_full_stop(segment: Segment) -> bool:
    return ends_sentence(segment.source.text) and not _CLOSED.search(segment.target.rstrip())
