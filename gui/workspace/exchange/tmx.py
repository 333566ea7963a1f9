"""A project as a translation memory in TMX 1.4b, for the memories of other tools.

It is written by :mod:`gui.memory.tmx_export`, as any memory of ours; kind, state, origin and what is left to confirm go
along as properties, comments as notes. Segments without English are left out, since a memory holds pairs.
"""

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from gui.document.errors import Message, note
from gui.document.project import Snapshot
from gui.document.review import Comment
from gui.document.segment import Segment, Unit
from gui.exporters import exchange
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.text import printable
from gui.memory.pair import TranslationUnit

STATE, ORIGIN, KIND, MARK = "x-state", "x-origin", "x-kind", "x-to-confirm"
"""Our properties of a translation unit, beside those of :mod:`gui.memory.tmx`."""


class TmxExporter:
    """Writes Korean and English as TMX."""

    name = "tmx"
    label = note("Translation memory (TMX)")
    suffix = ".tmx"
    tag = "KO-EN"
    heeds: frozenset[Choice] = frozenset()

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:  # noqa: ARG002 - nothing to choose
        """See :class:`gui.exporters.base.Exporter`."""
        from gui.memory.tmx import fields  # these load lxml, which takes longer than opening the window may
        from gui.memory.tmx_export import element, write_tmx

        units = list(translation_units(snapshot))
        if any(_sides(fields(element(unit))) != _sides(unit) for unit in units):
            raise exchange.mismatch(path.name)
        write_tmx(path, units, _header(snapshot), total=len(units))
        return ExportReport(path, tuple(_warnings(snapshot)))


def translation_units(snapshot: Snapshot) -> Iterator[TranslationUnit]:
    """The segments with English, each with its neighbours in the release."""
    remarks = exchange.comments_by_segment(snapshot)
    placed = [(unit, segment) for unit in snapshot.units for segment in unit.segments]
    sources = ["", *(printable(segment.source.text) for _, segment in placed), ""]
    for number, (unit, segment) in enumerate(placed, 1):
        if segment.source.text.strip() and segment.target.strip():
            origin, translation = segment.translation.origin, segment.translation
            made = origin.at if origin else None
            yield TranslationUnit(
                sources[number],
                printable(segment.target),
                sources[number - 1],
                sources[number + 1],
                changed=_to_the_second(translation.signed_at or made),
                created=_to_the_second(made),
                author=printable(origin.engine or "") if origin else "",
                editor=printable(translation.signed_by),
                project=printable(snapshot.release.name),
                rest=_rest(unit, segment, remarks.get(segment.key, [])),
            )


def _to_the_second(at: datetime | None) -> datetime | None:
    return at.replace(microsecond=0) if at else None


def _rest(unit: Unit, segment: Segment, comments: list[Comment]) -> str:
    """The ``tu`` with what the fields of a unit cannot say."""
    from lxml import etree

    from gui.memory.tmx import plain_unit

    made = plain_unit()
    made.set("tuid", printable(segment.key))
    told = [(KIND, unit.kind_of_segments), (STATE, segment.state.value)]
    told += [(ORIGIN, exchange.origin(segment.translation.origin))] if segment.translation.origin else []
    told += [(MARK, mark) for mark in segment.translation.open_marks]
    entries: list[tuple[str, dict[str, str], str]] = [("note", {}, exchange.remark(comment)) for comment in comments]
    entries += [("prop", {"type": name}, printable(text)) for name, text in told]
    for place, (tag, attributes, text) in enumerate(entries):
        entry = etree.Element(tag, attributes)
        entry.text = text
        made.insert(place, entry)
    return etree.tostring(made, encoding="unicode")


def _header(snapshot: Snapshot) -> str:
    """A header that warns of an embargo; the rest is usual."""
    from lxml import etree

    made, embargo = etree.Element("header"), exchange.embargo(snapshot)
    if embargo:
        etree.SubElement(made, "note").text = f"EMBARGO: {embargo}"
    return etree.tostring(made, encoding="unicode")


def _sides(unit: TranslationUnit) -> tuple[str, str]:
    """Both texts in the letter form in which memories keep them."""
    return unicodedata.normalize("NFC", unit.source), unicodedata.normalize("NFC", unit.target)


def _warnings(snapshot: Snapshot) -> Iterator[Message]:
    missing = sum(not segment.target.strip() for segment in snapshot.segments())
    if missing:
        yield note("Segments without English: {count}. A translation memory has no place for them.", count=missing)
    yield from exchange.warnings(exchange.texts(snapshot))
