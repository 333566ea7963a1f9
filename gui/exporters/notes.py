"""Foot-notes of a release as Word's own: which there are, and where their references stand in the English."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gui.document.errors import Message, note
from gui.document.footnotes import anchors, mark_pattern
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit
from gui.exporters import text
from gui.exporters.cutting import Place


@dataclass(slots=True)
class Notes:
    """The foot-notes that get a reference.

    ``units`` are their numbers by the key of their unit, ``places`` where the references go by the key of the segment;
    ``astray`` counts those whose star is not in the English, so that their reference ends the paragraph.
    """

    units: dict[str, int] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    astray: int = 0


NONE = Notes()


def warnings(found: Notes) -> Iterator[Message]:
    """What the user should look at."""
    if found.astray:
        yield note(
            "Foot-notes whose star is not in the English: {count}. Their reference is at the end of the paragraph.",
            count=found.astray,
        )


def find(snapshot: Snapshot) -> Notes:
    """The foot-notes whose star the release shows.

    Any other stays a paragraph; so does one on the embargo line: that stands in the header, where no foot-note may be.
    """
    notes, taken = Notes(), Counter[tuple[int, str]]()
    for index, carrier in sorted(anchors([unit.block for unit in snapshot.units]).items()):
        unit, above = snapshot.units[index], snapshot.units[carrier]
        if not unit.segments or not above.segments or above.block.kind is BlockKind.EMBARGO:
            continue
        mark = unit.block.lead.strip()
        number = notes.units[unit.key] = len(notes.units) + 1
        key, start, end = _place(above, mark, taken[carrier, mark])
        taken[carrier, mark] += 1
        notes.astray += start == end
        notes.places.setdefault(key, []).append(Place(start, end, number))
    return notes


def _place(unit: Unit, mark: str, nth: int) -> tuple[str, int, int]:
    """Where the English has the ``nth`` mark, from 0; without it the end of what the mark belongs to."""
    pattern = mark_pattern(mark)
    found = [
        (segment.key, *match.span()) for segment in unit.segments for match in pattern.finditer(text.shown(segment))
    ]
    if nth < len(found):
        return found[nth]
    last = _carrier(unit, mark)
    end = len(text.shown(last))
    return last.key, end, end


def _carrier(unit: Unit, mark: str) -> Segment:
    """The cell line that has the mark in Korean; of a paragraph its last sentence."""
    if unit.block.kind.is_table:
        pattern = mark_pattern(mark)
        return next((item for item in unit.segments if pattern.search(item.source.text)), unit.segments[-1])
    return unit.segments[-1]
