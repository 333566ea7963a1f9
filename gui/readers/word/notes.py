"""Foot-notes and end-notes: their marks, counted as Word counts them, and their lines."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from gui.document.errors import note
from gui.document.richtext import RichText, join
from gui.readers.office.numerals import numeral
from gui.readers.raw import Raw, RawLine, Role
from gui.readers.word.package import Package
from gui.readers.word.tables import set_aside
from gui.readers.word.xml import Element, W, value

_UNUSED = note("A foot-note that the text does not refer to.")
_USUAL_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a document. ``lines_of`` reads the content of a note of a part.

    A note is read once, where the text first refers to it, so one that refers to itself ends.
    """

    def __init__(self, package: Package, lines_of: Callable[[str, Element], list[Raw]]) -> None:
        self._lines_of = lines_of
        self._notes = {
            (kind, value(element, attribute="id")): (path, element)
            for kind in _USUAL_FORMATS
            for path, root in package.parts(f"{kind}s")
            for element in root.findall(W + kind)
            if value(element, attribute="type") in (None, "normal")
        }
        settings = package.part("settings")
        self._formats = {
            kind: value(settings, f"{W}{kind}Pr/{W}numFmt") or usual for kind, usual in _USUAL_FORMATS.items()
        }
        self._counts = dict.fromkeys(_USUAL_FORMATS, 0)

    def take(self, kind: str, reference: Element) -> tuple[str, list[Raw]]:
        """The mark that stands in the text, and the lines of the note, mark first.

        The mark is empty where the text brings its own.
        """
        own = _switched_on(reference, "customMarkFollows")
        mark = "" if own else self._next_mark(kind)
        found = self._notes.pop((kind, value(reference, attribute="id")), None)
        return mark, [*self._lines(*found, mark)] if found else []

    def unused(self) -> Iterator[Raw]:
        """The notes that no text refers to."""
        while self._notes:
            path, element = self._notes.pop(next(iter(self._notes)))
            yield from set_aside(self._lines_of(path, element), _UNUSED)

    def _next_mark(self, kind: str) -> str:
        self._counts[kind] += 1
        sign = numeral(self._counts[kind], self._formats[kind])
        return f"{sign})" if sign.isalnum() and sign.isascii() else sign

    def _lines(self, path: str, element: Element, mark: str) -> Iterator[Raw]:
        lead = f"{mark} " if mark else ""
        for raw in self._lines_of(path, element):
            if isinstance(raw, RawLine):
                yield replace(raw, text=join((RichText(lead), raw.text.strip())), role=Role.FOOTNOTE)
                lead = ""
            else:
                yield raw


def _switched_on(element: Element, name: str) -> bool:
    """An on-off attribute, off where it is missing."""
    return (value(element, attribute=name) or "0") in ("1", "true", "on")
