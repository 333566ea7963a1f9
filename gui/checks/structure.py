"""The build of the release in its English: stars, bullets, numbering."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit

_STARS = re.compile(r"(?<![*\d])\*{1,4}(?![*\d])")
_LEAD = re.compile(r"(?:[○●•▪◦□■◇◆▶▷※☞❍ㅇ·-]|\*(?!\*))\s+")
_CIRCLED = re.compile(r"[①-⑳➀-➓㉠-㉻]")


class StructureCheck:
    """Foot-note stars, bullets and numbers of the Korean against those of the English.

    The marks of a line (``※``, ``○``) are written by the export, so the English must not bring its own.
    """

    id = "structure"
    label = note("Stars, bullets and numbering")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each mark too few or too many."""
        if segment.target.strip():
            yield from self._stars(segment)
            yield from self._lead(unit, segment)
            yield from self._numbers(segment)

    def _stars(self, segment: Segment) -> Iterator[Issue]:
        """A star in the text leads to a foot-note below."""
        korean = list(_STARS.finditer(segment.source.text))
        english = list(_STARS.finditer(segment.target.removeprefix("*").lstrip()))
        if len(korean) > len(english):
            message = note("The star that leads to the foot-note is missing in the English.")
            yield Issue(self.id, self.severity, segment.key, message, korean[-1].span())
        elif len(english) > len(korean):
            message = note("The English has a star that the Korean has not.")
            yield Issue(self.id, self.severity, segment.key, message)

    def _lead(self, unit: Unit, segment: Segment) -> Iterator[Issue]:
        match = _LEAD.match(segment.target)
        has_lead = segment.lead or (unit.block.lead and unit.segments[0] is segment)
        if match and has_lead and not _LEAD.match(segment.source.text):
            message = note("The mark at the beginning is written by itself on export: leave it out here.")
            yield Issue(self.id, self.severity, segment.key, message, None, match.span())

    def _numbers(self, segment: Segment) -> Iterator[Issue]:
        korean, english = _items(segment.source.text), _items(segment.target)
        if korean > 1 and english != korean:
            message = note(
                "{korean} numbered items in the Korean, {english} in the English.", korean=korean, english=english
            )
            yield Issue(self.id, self.severity, segment.key, message)


def _items(text: str) -> int:
    """Numbered items in a line: circled numbers, or (1), 1) in English."""
    circled = len(_CIRCLED.findall(text))
    return circled or len(re.findall(r"(?:^|(?<=\s))\(?\d{1,2}\)\s", text))
