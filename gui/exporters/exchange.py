"""What formats that go to other tools say of a segment: where it comes from, its remarks, and what went wrong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gui.document.errors import ExportError, Message, note
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.review import Comment
from gui.document.segment import Origin, OriginKind, Segment, Unit
from gui.exporters.text import printable

COLUMNS = ("No.", "Key", "Kind", "Korean", "English", "State", "Origin", "Comment")
"""The columns of a table of segments, in order."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Line:
    """A segment as a row of a table, all of it text; in the order of :data:`COLUMNS`."""

    number: str
    key: str
    kind: str
    korean: str
    english: str
    state: str
    origin: str
    comment: str

    def cells(self) -> tuple[str, ...]:
        """The texts in the order of :data:`COLUMNS`."""
        names = (self.number, self.key, self.kind, self.korean, self.english, self.state, self.origin, self.comment)
        return tuple(map(printable, names))


def lines(snapshot: Snapshot) -> Iterator[Line]:
    """A row for each segment, in order. The Korean has the bullet or star of a cell before it, as in the release."""
    remarks = comments_by_segment(snapshot)
    placed = ((unit, segment) for unit in snapshot.units for segment in unit.segments)
    for number, (unit, segment) in enumerate(placed, 1):
        yield Line(
            str(number),
            segment.key,
            unit.kind_of_segments,
            segment.lead + segment.source.text,
            segment.target,
            segment.state.value,
            origin(segment.translation.origin),
            "\n".join(map(remark, remarks.get(segment.key, ()))),
        )


def comments_by_segment(snapshot: Snapshot) -> dict[str, list[Comment]]:
    """The comments on each segment that has any, oldest first."""
    found: dict[str, list[Comment]] = {}
    for comment in snapshot.comments:
        found.setdefault(comment.segment, []).append(comment)
    return found


def remark(comment: Comment) -> str:
    """A comment with its answers, a line each: what other tools show, and what is known again when it comes back."""
    quote = f"“{comment.quote}”: " if comment.quote else ""
    done = " [resolved]" if comment.resolved else ""
    said = [f"{signed(comment.author)}{quote}{comment.text}{done}"]
    said += [f"↳ {signed(reply.author)}{reply.text}" for reply in comment.replies]
    return "\n".join(printable(text) for text in said)


def signed(author: str) -> str:
    """What stands before the words of somebody."""
    return f"{author}: " if author else ""


def origin(value: Origin | None) -> str:
    """Where an English text came from, in a word or three: ``memory 92% agency``; empty if it is not known."""
    if value is None:
        return ""
    match = f"{value.match}%" if value.kind is OriginKind.MEMORY and value.match is not None else ""
    return " ".join(part for part in (value.kind.value, match, value.engine or "") if part)


def embargo(snapshot: Snapshot) -> str:
    """What has to go with an embargoed release wherever it goes, in English as far as there is any; else empty."""
    if not snapshot.embargo_active() or snapshot.release.embargo is None:
        return ""
    units = (unit for unit in snapshot.units if unit.block.kind is BlockKind.EMBARGO)
    english = " ".join(segment.target for unit in units for segment in unit.segments if segment.target)
    return printable(english or snapshot.release.embargo.text)


def warnings(texts: Iterable[str]) -> tuple[Message, ...]:
    """What the user should know of a file that holds ``texts``, as they were before :func:`printable`."""
    unprintable = (text for text in texts if not text.isprintable())
    replaced = sum(printable(text).count(REPLACEMENT) - text.count(REPLACEMENT) for text in unprintable)
    if not replaced:
        return ()
    template = "Control characters that no exchange file can hold: {count}. Each stands as \ufffd."
    return (note(template, count=replaced),)


def texts(snapshot: Snapshot) -> Iterator[str]:
    """All that is exchanged: Korean, English and what colleagues said."""
    for segment in snapshot.segments():
        yield segment.source.text
        yield segment.target
    for comment in snapshot.comments:
        yield from (comment.text, *(reply.text for reply in comment.replies))


def mismatch(name: str) -> ExportError:
    """The error for a file that reads otherwise than what was to be written."""
    return ExportError(
        "“{name}” was not written: the finished document does not match the project. "
        "Save the project and report this fault.",
        name=name,
    )


_FORMULA = re.compile(r"'*[=+\-@\t]")


def guarded(text: str) -> str:
    """The text for a cell of a CSV file: one apostrophe more before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell that :func:`guarded` wrote."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def item_label(unit: Unit, segment: Segment) -> tuple[tuple[str, str], ...]:
    """Names and values that say what a segment is: the kind of its block, and its place in a table."""
    block = unit.block
    told = [("kind", block.kind.value)]
    if block.level:
        told.append(("level", str(block.level)))
    if segment.lead or block.lead:
        told.append(("mark", printable(segment.lead or block.lead)))
    if segment.cell is not None:
        told += [("row", str(segment.cell.row)), ("column", str(segment.cell.column)), ("item", str(segment.cell.item))]
    return tuple(told)
