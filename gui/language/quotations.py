"""Quotations and brackets in Korean and English text: where they stand, and which are left open."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gui.language.width import fold

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "｢": "｣"}
_STRAIGHT = "\"'"
_OPENING = re.compile("[" + "".join(_PAIRS) + _STRAIGHT + "]")
_LONGEST = 200
_NO_QUOTATION = re.compile(r"'\d\d(?!\d)")

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


@lru_cache(maxsize=20_000)
def quotations(text: str) -> tuple[Quotation, ...]:
    """What stands in quotation marks of any kind, in order; apostrophes and short years (``'25``) are none."""
    found: list[Quotation] = []
    position = 0
    for match in _OPENING.finditer(text):
        start, mark = match.end(), match[0]
        if match.start() < position or (mark == "'" and not _may_open(text, match.start())):
            continue
        end = _closing(text, start, mark)
        if end is not None:
            found.append(Quotation(start, end, text[start:end], mark))
            position = end + 1
    return tuple(found)


def _may_open(text: str, position: int) -> bool:
    return not text[max(0, position - 1) : position].isalnum() and not _NO_QUOTATION.match(text, position)


def _closing(text: str, start: int, mark: str) -> int | None:
    """Where the quotation ends that begins at ``start``; ``None`` for one left open, empty or on several lines."""
    closing = _PAIRS.get(mark, mark)
    end = text.find(closing, start, start + _LONGEST)
    while mark == "'" and end >= 0 and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalnum():
        end = text.find(closing, end + 1, start + _LONGEST)
    inner = text[start:end] if end > start else ""
    return end if inner and "\n" not in inner and (mark == closing or mark not in inner) else None


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
