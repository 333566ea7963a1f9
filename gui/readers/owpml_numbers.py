"""The numbers and bullets that Hangul sets by itself: paragraphs, captions, foot-notes."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from gui.readers.owpml_looks import Heading, Level, Looks

_PLACE = re.compile(r"\^([1-9nN])")
_CIRCLED_DIGITS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SERIES = {
    "CIRCLED_DIGIT": _CIRCLED_DIGITS,
    "LATIN_CAPITAL": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "LATIN_SMALL": "abcdefghijklmnopqrstuvwxyz",
    "CIRCLED_LATIN_CAPITAL": "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ",
    "CIRCLED_LATIN_SMALL": "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ",
    "HANGUL_SYLLABLE": "가나다라마바사아자차카타파하",
    "CIRCLED_HANGUL_SYLLABLE": "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    "HANGUL_JAMO": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "CIRCLED_HANGUL_JAMO": "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭",
    "CIRCLED_IDEOGRAPH": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "DECAGON_CIRCLE": "갑을병정무기경신임계",
    "DECAGON_CIRCLE_HANJA": "甲乙丙丁戊己庚辛壬癸",
    "SYMBOL": ("*", "**", "***", "****"),
}
_TENS = {"HANGUL_PHONETIC": ("일이삼사오육칠팔구", "십"), "IDEOGRAPH": ("一二三四五六七八九", "十")}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3999

_BULLET_OF_SYMBOL_FONT = {
    "\uf06c": "●", "\uf06d": "❍", "\uf06e": "■", "\uf06f": "□", "\uf071": "❑", "\uf075": "◆", "\uf076": "❖",
    "\uf077": "⬥", "\uf09f": "•", "\uf0a7": "▪", "\uf0a8": "◻", "\uf0b7": "•", "\uf0d8": "➢", "\uf0e8": "➔",
    "\uf0f0": "⇨", "\uf0fc": "✓", "\uf0fe": "☑",
}  # fmt: skip
"""Bullets that Hangul takes from the fonts Wingdings and Symbol, by the code they have there."""

_PICTURE_BULLET = "•"


def formatted(number: int, number_format: str) -> str:
    """A number as Hangul sets it; figures where a series has no sign for it.

    >>> formatted(3, "HANGUL_SYLLABLE"), formatted(14, "ROMAN_CAPITAL"), formatted(12, "IDEOGRAPH")
    ('다', 'XIV', '十二')
    """
    if number_format in ("ROMAN_CAPITAL", "ROMAN_SMALL") and 0 < number <= _LARGEST_ROMAN:
        return _roman(number) if number_format == "ROMAN_CAPITAL" else _roman(number).lower()
    if number_format in _TENS and 0 < number < 100:
        return _in_tens(number, *_TENS[number_format])
    series = _SERIES.get(number_format, "")
    return series[number - 1] if 0 < number <= len(series) else str(number)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def _in_tens(number: int, digits: str, ten: str) -> str:
    tens, ones = divmod(number, 10)
    return (digits[tens - 1] if tens > 1 else "") + ten * (tens > 0) + (digits[ones - 1] if ones else "")


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
            return _BULLET_OF_SYMBOL_FONT.get(sign, sign) or _PICTURE_BULLET
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
