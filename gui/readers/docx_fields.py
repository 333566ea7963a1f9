"""The fields of a document: their results are text, their codes and page numbers are not."""

import re
from dataclasses import dataclass

from gui.document.errors import Message, note
from gui.readers.docx_numerals import numeral
from gui.readers.docx_xml import Element, W, value

FIELD_CODE = note("The instruction of a field, which Word does not show.")
PAGE_NUMBER = note("A page number that Word works out itself.")

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_ENCLOSED = re.compile(r"\s*eq\s*\\o\s*\\a[cdlr]\s*\(\s*([^,()])\s*,\s*([^()]{1,3}?)\s*\)\s*", re.IGNORECASE)
"""Word's way to put a circle around a sign."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: bool = False


class Fields:
    """Follows the begin, separate and end marks of a story's fields, which may span paragraphs.

    A damaged story, whose marks do not balance, has no fields: all its text counts.
    """

    def __init__(self, story: Element) -> None:
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
        return PAGE_NUMBER if any(shows_page(field.instruction) for field in self._open) else None


def shows_page(instruction: str) -> bool:
    """Whether a field shows the number of a page."""
    return instruction.split(maxsplit=1)[:1] in [[name] for name in _PAGE_FIELDS]


def _shown(instruction: str) -> str:
    match = _ENCLOSED.fullmatch(instruction)
    if not match:
        return ""
    return numeral(int(match[2]), "decimalEnclosedCircle") if match[2].isdecimal() else f"({match[2]})"
