"""Faults in the dates of the source, told before anyone translates them."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.dates import korean_dates


class DateCheck:
    """A weekday in the Korean that the calendar does not give that day, and a day that no calendar has.

    A warning: the English may be right all the same, but somebody has to ask which of the two the author meant.
    """

    id = "dates"
    label = note("Dates of the source against the calendar")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each date that cannot be right."""
        text = segment.source.text
        for day in korean_dates(text, snapshot.release.distributed):
            span = (day.start, day.end)
            if day.value and not day.weekday_agrees:
                written = text[day.start : day.end]
                message = note(
                    "{written}: the calendar has another weekday for {date}.", written=written, date=day.value
                )
                yield Issue(self.id, self.severity, segment.key, message, span)
            elif day.value is None and day.year and day.month:
                message = note("No calendar has this day: {date}", date=text[day.start : day.end])
                yield Issue(self.id, self.severity, segment.key, message, span)
