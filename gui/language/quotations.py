"""Quotations and brackets in Korean and English text: where they stand, and which are left open."""

import re
from dataclasses import dataclass

from gui.language.width import fold

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "｢": "｣"}
_QUOTED = re.compile(
    "|".join(rf"(?P<mark{n}>{o})(?P<text{n}>[^{o}{c}\n]{{1,200}}){c}" for n, (o, c) in enumerate(_PAIRS.items()))
    + r"|(?P<straight>\")(?P<double>[^\"\n]{1,200})\""
    + r"|(?<![A-Za-z0-9가-힣])(?P<single>')(?!\d\d(?!\d))(?P<inner>[^'\n]{2,200}?)'(?![A-Za-z0-9])"
)

_DOUBLE = '“"'
_CLOSES = {")": "(", "]": "[", "”": _DOUBLE, "」": "「", "』": "『", "》": "《", "〉": "〈", "｣": "｢"}
_PAIRED = re.compile(r'[()\[\]“”「」『』《》〈〉｢｣]|"(?<!\d")')
_LIST_MARK = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-zA-Z가나다라마바사아자차카타파하]|[ivx]{1,4})\)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted text. ``start`` and ``end`` are offsets of the text without its marks; ``mark`` is the opening mark."""

    start: int
    end: int
    text: str
    mark: str

    @property
    def marked(self) -> str:
        """The text with its marks."""
        return self.mark + self.text + _PAIRS.get(self.mark, self.mark)


def quotations(text: str) -> tuple[Quotation, ...]:
    """What stands in quotation marks of any kind, in order; apostrophes and short years (``'25``) are none."""
    found = []
    for match in _QUOTED.finditer(text):
        groups = [(name, value) for name, value in match.groupdict().items() if value is not None]
        (_, mark), (name, inner) = groups
        found.append(Quotation(match.start(name), match.end(name), inner, mark))
    return tuple(found)


def unpaired(text: str) -> tuple[int, int] | None:
    """The span of the first bracket or double quotation mark without a partner; ``None`` where all are paired.

    A straight double quote closes a curly one and the other way round. Marks of a list, ``1)`` or ``a)``, need none.
    """
    waiting: list[tuple[str, int]] = []
    alone: list[int] = []
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    for match in _PAIRED.finditer(text):
        mark, position = match[0], match.start()
        opening = _partner(mark, waiting)
        if opening is None:
            waiting.append((mark, position))
        elif waiting and waiting[-1][0] in opening:
            waiting.pop()
        elif position not in marks:
            alone.append(position)
    alone += [position for _, position in waiting]
    return (min(alone), min(alone) + 1) if alone else None


def _partner(mark: str, waiting: list[tuple[str, int]]) -> str | None:
    """The marks that this one closes, ``None`` if it opens."""
    if mark == '"':
        return _DOUBLE if waiting and waiting[-1][0] in _DOUBLE else None
    return _CLOSES.get(mark)


def bare(text: str) -> str:
    """A quotation without what its writers vary: white space, width, hyphens, dots, case."""
    return re.sub(r"[\s\-·‧•.,]+", "", fold(text)).casefold()
