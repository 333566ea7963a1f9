"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum

from gui.document.errors import Message


class Severity(StrEnum):
    """How bad an issue is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding: which check, where, and what would mend it.

    Spans are ``(start, end)`` offsets in characters into the segment's source and target. ``suggestion`` replaces the
    target span, or is inserted where the span is ``None``. ``segment`` is ``None`` for the release as a whole.
    """

    check: str
    severity: Severity
    segment: str | None
    message: Message
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    suggestion: str | None = None
