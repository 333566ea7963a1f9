"""The numbers and bullets that Word works out itself, as the text that stands on the page."""

import re
from dataclasses import dataclass

from gui.readers.office.numerals import numeral
from gui.readers.office.symbols import visible
from gui.readers.word.styles import Styles
from gui.readers.word.xml import Element, W, on, value, whole

_PLACE = re.compile("%([1-9])")
_LEVELS = 9
_PICTURE_BULLET = "•"
_MOST_LINKS = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list. ``restart`` is the level above which it begins anew, 0 for never."""

    text: str
    number_format: str
    start: int
    restart: int
    legal: bool


class Numbering:
    """Counts the lists of a document. Ask in the order of the text, once for each paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = root if root is not None else ()
        self._lists = {value(e, attribute="numId"): e for e in found if e.tag == W + "num"}
        self._abstract = {value(e, attribute="abstractNumId"): e for e in found if e.tag == W + "abstractNum"}
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def mark(self, identifier: str, level: int | None, style: str) -> str:
        """The number or bullet of the next paragraph of a list, two spaces before it for each level.

        ``level`` may be left to the style of the paragraph. Empty where the list is not defined or shows nothing.
        """
        abstract = self._definition(identifier)
        if abstract is None:
            return ""
        place = min(max(self._level_of(abstract, style) if level is None else level, 0), _LEVELS - 1)
        definition = self._level(identifier, place)
        if definition is None:
            return ""
        counts = self._count(identifier, value(abstract, attribute="abstractNumId") or "", place)
        text = _PLACE.sub(
            lambda match: self._numeral(identifier, counts, int(match[1]) - 1, definition), definition.text
        )
        return f"{'  ' * place}{text.strip()} " if text.strip() else ""

    def _definition(self, identifier: str) -> Element | None:
        """The definition of a list, through the style that may stand for it."""
        for _ in range(_MOST_LINKS):
            abstract = self._abstract.get(value(self._lists.get(identifier), W + "abstractNumId"))
            link = value(abstract, W + "numStyleLink")
            if link is None:
                return abstract
            identifier = self._styles.numbering_of(link) or ""
        return None

    def _level_of(self, abstract: Element, style: str) -> int:
        levels = abstract.findall(W + "lvl")
        linked = (level for level in levels if style and value(level, W + "pStyle") == style)
        return whole(value(next(linked, None), attribute="ilvl"))

    def _level(self, identifier: str, place: int) -> _Level | None:
        if (identifier, place) not in self._levels:
            self._levels[identifier, place] = self._read_level(identifier, place)
        return self._levels[identifier, place]

    def _read_level(self, identifier: str, place: int) -> _Level | None:
        override = _at(self._lists.get(identifier), "lvlOverride", place)
        replaced = None if override is None else override.find(W + "lvl")
        element = replaced if replaced is not None else _at(self._definition(identifier), "lvl", place)
        if element is None:
            return None
        start = value(override, W + "startOverride") or value(element, W + "start")
        kind = value(element, W + "numFmt") or "decimal"
        return _Level(
            _bullet(element) if kind == "bullet" else value(element, W + "lvlText") or "",
            kind,
            whole(start, 1),
            whole(value(element, W + "lvlRestart"), place),
            on(element, "isLgl") or False,
        )

    def _count(self, identifier: str, shared: str, place: int) -> list[int | None]:
        """The counters of all levels after this paragraph. Lists of one definition count on from one another."""
        counts = self._counts.setdefault(shared, [None] * _LEVELS)
        definition, before = self._level(identifier, place), counts[place]
        if self._starts_anew(identifier, place) or before is None:
            counts[place] = definition.start if definition else 1
        else:
            counts[place] = before + 1
        for deeper in range(place + 1, _LEVELS):
            below = self._level(identifier, deeper)
            if below is None or 0 < below.restart > place:
                counts[deeper] = None
        return counts

    def _starts_anew(self, identifier: str, place: int) -> bool:
        """Whether the list says where it starts and this is its first paragraph of the level."""
        override = _at(self._lists.get(identifier), "lvlOverride", place)
        first = value(override, W + "startOverride") is not None and (identifier, place) not in self._overridden
        self._overridden.add((identifier, place))
        return first

    def _numeral(self, identifier: str, counts: list[int | None], place: int, shown_in: _Level) -> str:
        level, count = self._level(identifier, place), counts[place]
        if level is None or level.number_format in ("bullet", "none"):
            return ""
        number = level.start if count is None else count
        return numeral(number, "decimal" if shown_in.legal else level.number_format)


def _at(parent: Element | None, name: str, place: int) -> Element | None:
    found = parent.findall(W + name) if parent is not None else ()
    return next((element for element in found if whole(value(element, attribute="ilvl"), -1) == place), None)


def _bullet(level: Element) -> str:
    if level.find(W + "lvlPicBulletId") is not None:
        return _PICTURE_BULLET
    font = value(level, f"{W}rPr/{W}rFonts", "ascii") or ""
    return visible(value(level, W + "lvlText") or "", font)
