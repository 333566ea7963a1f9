"""The fields of a document: their results are text, their codes and page numbers are not."""

import re
from dataclasses import dataclass

from gui.document.errors import Message, note
from gui.readers.asides import PAGE_NUMBER
from gui.readers.office.numerals import numeral
from gui.readers.word.xml import Element, W, value

FIELD_CODE = note("The instruction of a field, which Word does not show.")

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_ENCLOSED = re.compile(r"\s*eq\s*\\o\s*\\a[cdlr]\s*\(\s*([^,()])\s*,\s*([^()]{1,3}?)\s*\)\s*", re.IGNORECASE)
"""Word's way to put a circle around a sign."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: bool = False


class Fields:
    """Follows the begin, separate and end marks of a story's fields, which may span paragraphs.

    A damaged story, whose marks do not balance, has no fields: all its text counts. In ``furniture``, which is set
    aside as a whole, page numbers are words like any other.
    """

    def __init__(self, story: Element, *, furniture: bool) -> None:
        self._furniture = furniture
        kinds = [value(mark, attribute="fldCharType") for mark in story.iter(W + "fldChar")]
        self._sound = kinds.count("begin") == kinds.count("end")
        self._open: list[_Field] = []

    def mark(self, kind: str | None) -> str:
        """Goes past a mark; what a field without result shows where it ends."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.result else _shown(ended.instruction)
        return ""

    def instruct(self, text: str) -> None:
        """A piece of an instruction."""
        if self._open:
            self._open[-1].instruction += text

    @property
    def aside(self) -> Message | None:
        """Why text that stands here does not count; ``None`` where it does."""
        if not self._sound:
            return None
        if any(not field.result for field in self._open):
            return FIELD_CODE
        return next((PAGE_NUMBER for field in self._open if self.result_aside(field.instruction)), None)

    def result_aside(self, instruction: str) -> Message | None:
        """Why the result of a field does not count; ``None`` where it does."""
        name = instruction.split(maxsplit=1)[:1]
        return PAGE_NUMBER if name and name[0].upper() in _PAGE_FIELDS and not self._furniture else None


def _shown(instruction: str) -> str:
    match = _ENCLOSED.fullmatch(instruction)
    if not match:
        return ""
    return numeral(int(match[2]), "decimalEnclosedCircle") if match[2].isdecimal() else f"({match[2]})"
