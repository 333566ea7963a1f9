"""The English release with tracked changes against an earlier version.

Foot-notes stand as text here: a reviewer compares words, and a star that came or went is one.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from gui.document.errors import ExportError, Message, note
from gui.document.project import Snapshot
from gui.document.review import Version
from gui.document.segment import Unit
from gui.exporters import english, remarks, text, tracking
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.content import Content, Paragraph
from gui.exporters.tracking import Signature

_AUTHOR = "Daejo"
"""Signs changes that nobody has signed."""


class TrackedExporter:
    """Writes the English so that Word shows what changed since a version, to be accepted or rejected there."""

    name = "tracked"
    label = note("English with tracked changes (Word)")
    suffix = ".docx"
    tag = "EN-changes"
    heeds = frozenset({Choice.DRAFT, Choice.COMMENTS, Choice.LETTERHEAD, Choice.TEMPLATE, Choice.AGAINST})

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:
        """See :class:`gui.exporters.base.Exporter`.

        Raises:
            ExportError: also where there is no version to compare with.
        """
        from gui.exporters import word  # loads python-docx, which takes longer than opening the window may

        before = at_version(snapshot, _version(snapshot, options.against))
        old, new = english.content(before, options.letterhead), english.content(snapshot, options.letterhead)
        made = content(before, snapshot, options)
        warned: list[Message] = []
        if options.comments is not False:
            warned += remarks.warnings(made, snapshot)
            made = remarks.attach(made, snapshot)
        word.write(made, english.expected(snapshot), path, options, (old, new))
        raw = (segment.target or segment.source.text for segment in snapshot.segments())
        return ExportReport(path, (*text.warnings(snapshot, raw), *warned))


def _version(snapshot: Snapshot, key: str | None) -> Version:
    for version in reversed(snapshot.versions):
        if key is None or version.key == key:
            return version
    raise ExportError("There is no earlier version to compare with. Keep a version first.")


def at_version(snapshot: Snapshot, version: Version) -> Snapshot:
    """The project with the segments of a version; a unit that the version does not know stays as it is."""
    layouts = {layout.unit: layout.segments for layout in version.layouts}
    return replace(
        snapshot, units=tuple(replace(unit, segments=layouts.get(unit.key, unit.segments)) for unit in snapshot.units)
    )


def content(before: Snapshot, after: Snapshot, options: ExportOptions) -> Content:
    """The document as it is now, with everything that changed since."""
    plain = english.content(after, options.letterhead)
    now = datetime.now(UTC)
    old = {unit.key: items for unit, items in english.blocks(before)}
    new = {unit.key: items for unit, items in english.blocks(after)}
    above = plain.body[: len(plain.body) - sum(map(len, new.values()))]
    body = [
        item
        for unit in after.units
        for item in tracking.items(old.get(unit.key, ()), new.get(unit.key, ()), _signature(unit, options.author, now))
    ]
    by = Signature(options.author or _AUTHOR, now)
    header = tracking.items(english.page_header(before), plain.header, by)
    lines = tuple(line for line in header if isinstance(line, Paragraph))
    return replace(plain, header=lines, body=(*above, *body))


def _signature(unit: Unit, author: str, now: datetime) -> Signature:
    """Who signed last for a block."""
    signed = [part for segment in unit.segments if (part := segment.translation).signed_by and part.signed_at]
    last = max(signed, key=lambda part: part.signed_at or now, default=None)
    if last is None or last.signed_at is None:
        return Signature(author or _AUTHOR, now)
    return Signature(text.printable(last.signed_by), last.signed_at)
