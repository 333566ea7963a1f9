"""Gathers the text of one OWPML paragraph and cuts it into raw lines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gui.document.richtext import Mark, RichText, Style
from gui.readers.hangul.looks import CharLook
from gui.readers.lines import normalised
from gui.readers.raw import Gap, RawLine


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph as it grows. ``head`` is the number or bullet that Hangul sets in front by itself."""

    centred: bool = False
    head: str = ""
    _parts: list[tuple[str, CharLook]] = field(default_factory=list)

    def add(self, text: str, look: CharLook) -> None:
        """More text; a line feed in it is a line break that its writer asked for."""
        if text:
            self._parts.append((normalised(text), look))

    @property
    def visible(self) -> bool:
        """Whether anything but spaces was added."""
        return any(text.strip() for text, _ in self._parts)

    def take(self) -> Iterator[RawLine]:
        """The lines so far; what is added later begins a new paragraph."""
        gap = Gap.PARAGRAPH
        for parts in _cut(self._parts):
            if not any(text.strip() for text, _ in parts):
                gap = Gap.PARAGRAPH
                continue
            if self.head:
                parts.insert(0, (f"{self.head} ", parts[0][1]))
                self.head = ""
            yield RawLine(_rich(parts), gap, size=_usual_size(parts), centred=self.centred)
            gap = Gap.BREAK
        self._parts = []


def _cut(parts: list[tuple[str, CharLook]]) -> list[list[tuple[str, CharLook]]]:
    lines: list[list[tuple[str, CharLook]]] = [[]]
    for text, look in parts:
        first, *others = text.split("\n")
        lines[-1].append((first, look))
        lines += [[(other, look)] for other in others]
    return lines


def _rich(parts: list[tuple[str, CharLook]]) -> RichText:
    open_at: dict[Style, int] = {}
    marks: list[Mark] = []
    at = 0
    for text, look in [*(part for part in parts if part[0]), ("", CharLook())]:
        for style in [style for style in open_at if style not in look.styles]:
            marks.append(Mark(open_at.pop(style), at, style))
        for style in look.styles:
            open_at.setdefault(style, at)
        at += len(text)
    return RichText("".join(text for text, _ in parts), tuple(marks))


def _usual_size(parts: list[tuple[str, CharLook]]) -> float:
    letters: Counter[float] = Counter()
    for text, look in parts:
        letters[look.size] += sum(not character.isspace() for character in text)
    return letters.most_common(1)[0][0]
