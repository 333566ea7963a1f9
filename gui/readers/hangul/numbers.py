"""The numbers and bullets that Hangul sets by itself: paragraphs, captions, foot-notes."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from gui.readers.hangul.looks import Heading, Level, Looks
from gui.readers.office.numerals import numeral
from gui.readers.office.symbols import visible

_PLACE = re.compile(r"\^([1-9nN])")
_AS_IN_WORD = {
    "CIRCLED_DIGIT": "decimalEnclosedCircle",
    "ROMAN_CAPITAL": "upperRoman",
    "ROMAN_SMALL": "lowerRoman",
    "LATIN_CAPITAL": "upperLetter",
    "LATIN_SMALL": "lowerLetter",
    "HANGUL_SYLLABLE": "ganada",
    "HANGUL_JAMO": "chosung",
    "HANGUL_PHONETIC": "koreanCounting",
    "IDEOGRAPH": "chineseCounting",
    "CIRCLED_IDEOGRAPH": "ideographEnclosedCircle",
    "DECAGON_CIRCLE_HANJA": "ideographTraditional",
}
_SERIES = {
    "CIRCLED_LATIN_CAPITAL": "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ",
    "CIRCLED_LATIN_SMALL": "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ",
    "CIRCLED_HANGUL_SYLLABLE": "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    "CIRCLED_HANGUL_JAMO": "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭",
    "DECAGON_CIRCLE": "갑을병정무기경신임계",
}
_PICTURE_BULLET = "•"


def formatted(number: int, number_format: str) -> str:
    """A number as Hangul sets it (``NumberType1`` of KS X 6101); figures where a series has no sign for it.

    >>> formatted(3, "HANGUL_SYLLABLE"), formatted(14, "ROMAN_CAPITAL"), formatted(2, "CIRCLED_HANGUL_SYLLABLE")
    ('다', 'XIV', '㉯')
    """
    series = _SERIES.get(number_format, "")
    if 0 < number <= len(series):
        return series[number - 1]
    return "*" * number if number_format == "SYMBOL" else numeral(number, _AS_IN_WORD.get(number_format, ""))


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of a document. ``outline`` is the numbering that outline levels take here."""

    looks: Looks
    outline: str = "1"
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def head(self, heading: Heading | None) -> str:
        """What Hangul sets in front of the next paragraph with this heading, empty if nothing."""
        if heading is None:
            return ""
        if heading.kind == "BULLET":
            sign = self.looks.bullets.get(heading.definition, "").strip()
            return visible(visible(sign, ""), "symbol") or _PICTURE_BULLET
        definition = self.outline if heading.kind == "OUTLINE" else heading.definition
        levels = self.looks.numberings.get(definition, {})
        counts = self._counted(definition, levels, heading.level + 1)
        pattern = levels.get(heading.level + 1, Level()).pattern
        return _PLACE.sub(lambda place: _at(place, counts, levels, heading.level + 1), pattern)

    def _counted(self, definition: str, levels: dict[int, Level], level: int) -> dict[int, int]:
        """The counts with this paragraph; levels above that were never used begin at their first number."""
        counts = self._counts[definition]
        for above in range(1, level):
            counts.setdefault(above, levels.get(above, Level()).start)
        counts[level] = counts[level] + 1 if level in counts else levels.get(level, Level()).start
        for below in [deeper for deeper in counts if deeper > level]:
            del counts[below]
        return counts


def _at(place: re.Match[str], counts: dict[int, int], levels: dict[int, Level], level: int) -> str:
    """The number for ``^1`` … ``^9``, or the whole path for ``^n`` (``1.2.3``) and ``^N`` (``1.2.3.``)."""
    if place[1] in "nN":
        return ".".join(str(counts[each]) for each in range(1, level + 1)) + "." * (place[1] == "N")
    wanted = int(place[1])
    return formatted(counts.get(wanted, 1), levels.get(wanted, Level()).number_format)
