"""The contact block: telephone numbers for callers from abroad."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.telephone import domestic_numbers

_ABROAD = re.compile(r"\+\s?82[\s()0-]*(?P<digits>\d[\d\s().-]{6,})")


class ContactCheck:
    """A Korean telephone number comes with +82 and without the 0 of its area, and its digits stay the same."""

    id = "contacts"
    label = note("Telephone numbers with +82")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each number."""
        if not segment.target.strip():
            return
        for number in domestic_numbers(segment.target):
            message = note("From abroad this number cannot be called: write {number}.", number=number.abroad)
            place = number.start, number.end
            yield Issue(self.id, self.severity, segment.key, message, None, place, number.abroad)
        numbers = [number.abroad for number in domestic_numbers(segment.source.text)]
        for match in _ABROAD.finditer(segment.target):
            if numbers and _digits(match["digits"]) not in {_digits(number)[2:] for number in numbers}:
                message = note("This is not the number of the Korean: {number}.", number=numbers[0])
                suggestion = numbers[0] if len(numbers) == 1 else None
                yield Issue(self.id, Severity.ERROR, segment.key, message, None, match.span(), suggestion)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
