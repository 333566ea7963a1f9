"""What a segment shows in a document, and which characters a document can hold."""

import re
from collections.abc import Iterable, Iterator

from gui.document.errors import Message, note
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit
from gui.language import telephone

KOREAN_MARK = "[KO] "
"""Stands before Korean that has no English yet, so that it is found in print and by search, not by colour alone."""

_KOREAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3130-\u318f\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]"
)
"""Hangul letters and syllables, and the Chinese characters that releases use as abbreviations."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2, ``Char``) cannot hold, not even escaped."""

_LINE_END = re.compile("\r\n?")


def printable(text: str) -> str:
    """``text`` with one kind of line end, and with U+FFFD in place of each character that XML forbids."""
    if text.isprintable():  # nearly all texts; no forbidden character and no line end counts as printable
        return text
    return _LINE_END.sub("\n", _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))


def is_korean(text: str) -> bool:
    """Whether ``text`` has any Hangul or Chinese character."""
    return _KOREAN.search(text) is not None


def lacks_english(segment: Segment) -> bool:
    """Whether the document has to show a segment's Korean.

    A source without any Korean (a figure, a name in Latin letters) stands for itself.
    """
    return not segment.target.strip() and is_korean(segment.source.text)


def untranslated(snapshot: Snapshot) -> tuple[Segment, ...]:
    """The segments whose Korean stands in the English document, in order."""
    return tuple(segment for segment in snapshot.segments() if lacks_english(segment))


def open_segments(snapshot: Snapshot) -> tuple[Segment, ...]:
    """The segments whose English a person has still to write or confirm, in order."""
    return tuple(
        segment
        for segment in snapshot.segments()
        if lacks_english(segment) or (segment.state.is_open and segment.target.strip())
    )


def shown(segment: Segment) -> str:
    """The text of a segment in the English document: its English, else its source."""
    return printable(segment.target if segment.target.strip() else segment.source.text)


def shown_in(unit: Unit, segment: Segment) -> str:
    """The text of a segment in the English document, telephone numbers of the contact block for callers from abroad."""
    words = shown(segment)
    return telephone.international(words) if unit.block.kind is BlockKind.CONTACT_TABLE else words


def warnings(snapshot: Snapshot, texts: Iterable[str]) -> Iterator[Message]:
    """What the user should know about a document that holds ``texts``, as they were before :func:`printable`."""
    missing = len(untranslated(snapshot))
    if missing:
        yield note("Segments without English: {count}. They are marked in the document.", count=missing)
    pictures = sum(unit.block.kind is BlockKind.PICTURE for unit in snapshot.units)
    if pictures:
        yield note("Pictures of the release that are not in the document: {count}. Place them by hand.", count=pictures)
    replaced = sum(len(_FORBIDDEN.findall(text)) for text in texts if not text.isprintable())
    if replaced:
        yield note(
            "Control characters that a Word document cannot hold: {count}. Each stands as \ufffd.", count=replaced
        )
