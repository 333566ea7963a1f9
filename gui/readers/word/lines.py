"""The lines of a paragraph in the making: letters with their looks in, raw lines out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from gui.document.richtext import Mark, RichText, Style, join
from gui.readers.lines import normalised
from gui.readers.raw import Gap, RawLine, Role
from gui.readers.word.styles import Letters, Look

_PLAIN: frozenset[Style] = frozenset()


@dataclass(slots=True)
class _Line:
    pieces: list[tuple[str, Letters]] = field(default_factory=list)
    page_start: bool = False


class Lines:
    """Takes the text of a paragraph piece by piece. ``page_start``: whether it begins a page."""

    def __init__(self, *, page_start: bool) -> None:
        self._lines = [_Line(page_start=page_start)]

    @property
    def empty(self) -> bool:
        """Whether nothing can be seen yet."""
        return not any(text.strip() for line in self._lines for text, _ in line.pieces)

    @property
    def page_pending(self) -> bool:
        """Whether a page begins after the last text."""
        last = self._lines[-1]
        return last.page_start and not any(text.strip() for text, _ in last.pieces)

    def add(self, text: str, letters: Letters) -> None:
        """Text of one look. Line ends in it are those of the XML and say nothing."""
        self._lines[-1].pieces.append((normalised(text).replace("\n", " "), letters))

    def break_line(self) -> None:
        """A new line within the paragraph."""
        self._lines.append(_Line())

    def break_page(self) -> None:
        """A new page within the paragraph."""
        self._lines.append(_Line(page_start=True))

    def raws(self, look: Look, mark: str) -> Iterator[RawLine]:
        """The lines that can be seen; ``mark`` stands before the first."""
        gap, first, page_start = Gap.PARAGRAPH, True, False
        for line in self._lines:
            page_start |= line.page_start
            text = _rich(line)
            if not text.text.strip():
                continue
            whole = join((RichText(mark), text)) if first else text
            gap = Gap.PAGE if page_start else gap
            role = Role.CAPTION if look.caption else None
            depth = _depth(mark) if first else 0
            yield RawLine(whole, gap, look.heading, size=_size(line), centred=look.centred, role=role, depth=depth)
            gap, first, page_start = Gap.BREAK, False, False


def _depth(mark: str) -> int:
    """The level of a list item, from the two spaces before its mark for each level above; 0 without a mark."""
    return 1 + (len(mark) - len(mark.lstrip())) // 2 if mark.strip() else 0


def _rich(line: _Line) -> RichText:
    whole = join(RichText(text) for text, _ in line.pieces)
    marks: list[Mark] = []
    for style in Style:
        at = 0
        for carries, pieces in groupby(line.pieces, key=lambda piece: style in piece[1].styles):  # used at once
            length = sum(len(text) for text, _ in pieces)
            if carries and length:
                marks.append(Mark(at, at + length, style))
            at += length
    rich = RichText(whole.text, tuple(marks))
    return rich.slice(0, len(rich.text.rstrip()))


def _size(line: _Line) -> float:
    """The size of most letters."""
    counted: Counter[float] = Counter()
    for text, letters in line.pieces:
        counted[letters.size] += len("".join(text.split()))
    return counted.most_common(1)[0][0]
