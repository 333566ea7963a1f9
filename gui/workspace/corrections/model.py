"""What a document that came back means for the project: changes, remarks, and what has to be looked at."""

from dataclasses import dataclass
from enum import StrEnum

from gui.document.errors import Message
from gui.document.review import Comment
from gui.workspace.corrections.returned import Hand


class Doubt(StrEnum):
    """Why a change is not taken over with all others, but only by itself."""

    CONFLICT = "conflict"
    """The desk has changed the same segment since the document went out."""

    DOUBLED = "doubled"
    """The row stands there several times, with different English."""

    NO_KEY = "no key"
    """The row has lost its key; it was found by its Korean alone."""

    KOREAN = "korean"
    """The Korean beside it was altered."""

    OTHER_ROW = "other row"
    """The English is that of another row."""

    PLACE = "place"
    """In a finished document: which paragraph or sentence it is shows by its place alone."""


class ProblemKind(StrEnum):
    """What cannot be taken over, and is therefore only said."""

    MISSING = "missing"
    DOUBLED = "doubled"
    UNKNOWN = "unknown"
    NO_KEY = "no key"
    KOREAN = "korean"
    MERGED = "merged"
    GONE = "gone"
    OBJECT = "object"
    OUTSIDE = "outside"
    COMMENT = "comment"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Change:
    """The English of a segment as it came back.

    Attributes:
        key: the segment.
        number: its place in the project, from 1.
        source: its Korean.
        exported: its English as it went out.
        current: its English now.
        corrected: its English as it came back.
        hands: who changed it while changes were tracked.
        doubts: why it has to be looked at by itself; of two changes of one segment at most one can be taken over.
    """

    key: str
    number: int
    source: str
    exported: str
    current: str
    corrected: str
    hands: tuple[Hand, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that came back: a new one (its key is empty), or ``old`` with answers or resolved."""

    number: int
    comment: Comment
    old: Comment | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What has to be settled by hand: a sentence, the segment if it is known, and the text that is at stake."""

    kind: ProblemKind
    message: Message
    segment: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that came back in one document, in the order of the release.

    Attributes:
        name: the file name.
        reviewer: who most likely corrected it; empty if the document does not say.
        changes: English that differs from what stands in the project.
        remarks: new and answered comments.
        problems: what cannot be taken over.
        notes: what else should be known.
    """

    name: str
    reviewer: str = ""
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
