"""English that leaves something out."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.quotations import bare
from gui.language.romanise import is_hangul
from gui.language.similarity import one_slip

_SHORTEST = 0.45
"""Visible characters of English for each unit of Korean (a syllable is two, any other character one).

On 1,000 sentence pairs of news the median is 1.15, and 1 % lie below this: sentences of which half is gone.
"""

_JUDGEABLE = 60
"""Units of Korean below which a short English says nothing."""

_LATIN = re.compile(r"(?<![A-Za-z0-9.@/-])[A-Z][A-Za-z]*[A-Za-z&.-]*[A-Za-z](?![A-Za-z0-9@/])")
_WORD = re.compile(r"[A-Za-z]{4,}")
_FEWEST_LETTERS = 4
"""Letters that make a Latin word of the Korean a name; shorter ones are abbreviations that may be written out."""


class OmissionCheck:
    """An English much too short for its Korean, and Latin names of the Korean that the English has not."""

    id = "omission"
    label = note("Something left out")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for the length and one for each name."""
        source, target = segment.source.text, segment.target
        if not target.strip():
            return
        if _is_short(source, target):
            message = note("The English is much shorter than the Korean: something may be missing.")
            yield Issue(self.id, self.severity, segment.key, message, None, (0, len(target)))
        for match in _LATIN.finditer(source):
            if len(match[0]) >= _FEWEST_LETTERS and match[0] not in target and not _stands_in(match[0], target):
                message = note("{name} stands in the Korean but not in the English.", name=match[0])
                yield Issue(self.id, self.severity, segment.key, message, match.span(), None, match[0])


def _stands_in(name: str, target: str) -> bool:
    """Whether the English has the name in other letters: other capitals, without hyphen, or a slip mended."""
    if bare(name) in bare(target):
        return True
    return any(one_slip(word, name) for word in _WORD.findall(target))


def _is_short(source: str, target: str) -> bool:
    if len(target) >= 2 * len(source):  # the usual case: no Korean has more than two units a character
        return False
    units = sum(1 + is_hangul(character) for character in source if not character.isspace())
    return units >= _JUDGEABLE and len("".join(target.split())) < _SHORTEST * units
