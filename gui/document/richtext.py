"""Text with inline formatting, kept as a string and marks over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """Inline formatting that a release can carry."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class Mark:
    """A style over ``text[start:end]``."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class RichText:
    """A string and the marks over it. Marks never reach beyond the string and are never empty."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> "RichText":
        """``text[start:end]`` with the marks that fall on it, moved."""
        marks = tuple(
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.style)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return RichText(self.text[start:end], marks)

    def strip(self) -> "RichText":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    def covered_by(self, style: Style) -> bool:
        """Whether every visible character carries ``style``."""
        covered = {i for mark in self.marks if mark.style is style for i in range(mark.start, mark.end)}
        visible = [i for i, character in enumerate(self.text) if not character.isspace()]
        return bool(visible) and all(i in covered for i in visible)


EMPTY = RichText("")


def join(parts: Iterable[RichText], separator: str = "") -> RichText:
    """One text from several, marks kept."""
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        marks += [Mark(mark.start + at, mark.end + at, mark.style) for mark in part.marks]
        texts.append(part.text)
        at += len(part.text) + len(separator)
    return RichText(separator.join(texts), tuple(marks))
