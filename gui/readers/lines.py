"""Cuts decoded text into lines and takes out what no document can carry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

_LINE_END = re.compile(r"\r\n|[\r\v\x85\u2028\u2029]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, stray byte order marks and code points that XML, and so Word, cannot hold. None is visible."""

WIDEST = 160
"""Columns: no page is wider, so a line of as many is a whole paragraph. More of a line is not measured."""

_SEPARATORS = re.compile(r"[\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number from 1, and whether a form feed says that a page begins with it."""

    text: str
    number: int
    page_start: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see."""
        return not self.text.strip()


def normalised(text: str) -> str:
    """``text`` with line feeds as its only line ends, one before each form feed, and nothing unwritable."""
    clean = _LINE_END.sub("\n", _SEPARATORS.sub(" ", _UNWRITABLE.sub("", text)))
    return clean.replace("\f", "\n\f")


def lines(text: str, first: int = 1) -> Iterator[Line]:
    """All lines of a normalised text, blank ones too, without their ends; ``first`` is the number of the first."""
    for number, line in enumerate(text.split("\n"), start=first):
        yield Line(line.replace("\f", ""), number, "\f" in line)


def columns(text: str) -> int:
    """The columns that a line takes, :data:`WIDEST` and more for the widest: two for a Hangul or Chinese character."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text[:WIDEST])
