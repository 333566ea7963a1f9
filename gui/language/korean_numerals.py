"""Korean numerals and their values: 2조 3,500억, 3만 5천여, 삼십오만, 서른여덟, 대여섯, 수십만, 사흘."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gui import assets

WORDS = json.loads(assets.path("language", "korean_numbers.json").read_text(encoding="utf-8"))
"""The closed classes of words that Korean numbers are made of and stand among."""

_DIGITS: dict[str, int] = WORDS["digits"]
_SMALL: dict[str, int] = WORDS["small"]
_BIG: dict[str, int] = WORDS["big"]
_NATIVE: dict[str, int] = WORDS["native"]
_TENS: dict[str, int] = WORDS["native_tens"]
_PAIRS: dict[str, list[int]] = WORDS["pairs"]
_DAYS: dict[str, list[int]] = WORDS["days"]


def alternatives(words: Collection[str]) -> str:
    """A regular expression for any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral without unit. ``big`` is the last big unit written (만, 억 …), ``odd`` whether 여 or 몇 is in it.

    ``style`` is ``arabic``, ``sino``, ``native``, ``vague`` or ``days``. ``other`` is the value in speech where 만 may
    have been left out (2억 5천).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    style: str
    big: int = 1
    odd: bool = False
    other: Decimal | None = None


ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_SINO_DIGIT = "일이삼사오육칠팔구"
_BIG_UNIT = r"(?:만(?!큼|족)|억(?![제울압])|조(?![각직치항합절])|경(?![기제쟁찰로영우험력]))"
_REST = r"(?:[0-9]{1,3}(?![0-9,.])|\s[0-9]{1,3}(?![0-9,.]|\s?[년월일시분초차대층호세살%~-]))"
_SECTION = rf"(?:{ARABIC}(?:[십백천](?:(?:\s(?=[0-9{_SINO_DIGIT}]))?[0-9{_SINO_DIGIT}]?[십백천])*{_REST}?)?)"
_SINO_SECTION = rf"(?:(?:[{_SINO_DIGIT}]?[십백천])+[{_SINO_DIGIT}]?|[{_SINO_DIGIT}])"
_MIXED = (
    rf"(?<![0-9.,]){_SECTION}(?:\s?(?:여|몇)?\s?{_BIG_UNIT}"
    rf"(?:\s?(?:{_SECTION}|[일이삼사오육칠팔구]?[십백천])\s?여?\s?{_BIG_UNIT})*(?:\s?(?<!년\s){_SECTION})?)?(?:여(?![가-힣]))?"
)
_FIRST = "".join(
    sorted({word[0] for words in (_DIGITS, _SMALL, _BIG, _NATIVE, _TENS, _PAIRS, _DAYS) for word in words})
)
_NUMERAL = re.compile(
    rf"(?=[0-9수몇{_FIRST}])"
    rf"(?:(?P<vague>(?<![가-힣])(?:수|몇)\s?(?:[십백천]\s?{_BIG_UNIT}|[십백천]|{_BIG_UNIT}))"
    rf"|(?P<arabic>{_MIXED})"
    rf"|(?<![가-힣0-9A-Za-z])(?:(?P<days>{alternatives(_DAYS)})(?!치|살이|빨리|아침)"
    rf"|(?P<pair>{alternatives(_PAIRS)})(?=\s?[가-힣])"
    rf"|(?P<native>(?:{alternatives(_TENS)})(?:{alternatives(_NATIVE)})?|{alternatives(_NATIVE)})(?=\s?[가-힣])"
    rf"|(?P<sino>(?:{_SINO_SECTION}?{_BIG_UNIT}\s?)*(?:{_SINO_SECTION})?(?<=[가-힣]))(?=\s?여?\s?[가-힣])))"
)
_TOKEN = re.compile(rf"{ARABIC}|[{_SINO_DIGIT}십백천만억조경영공]")


def numerals(text: str) -> Iterator[Numeral]:
    """Everything in folded ``text`` that can be read as a numeral, in order; what follows decides whether it is one."""
    for match in _NUMERAL.finditer(text):
        style = match.lastgroup or ""
        if match[0]:
            yield _READERS[style](match)


def _vague(match: re.Match[str]) -> Numeral:
    scale = Decimal(1)
    for character in match[0][1:].replace(" ", ""):
        scale *= _SMALL.get(character) or _BIG[character]
    return Numeral(match.start(), match.end(), scale, scale * 10 - 1, "vague", big=_last_big(match[0]))


def _days(match: re.Match[str]) -> Numeral:
    return _pair_of(match, _DAYS[match[0]], "days")


def _pair(match: re.Match[str]) -> Numeral:
    return _pair_of(match, _PAIRS[match[0]], "native")


def _pair_of(match: re.Match[str], values: list[int], style: str) -> Numeral:
    high = Decimal(values[1]) if len(values) > 1 else None
    return Numeral(match.start(), match.end(), Decimal(values[0]), high, style)


def _native(match: re.Match[str]) -> Numeral:
    tens = next((word for word in _TENS if match[0].startswith(word)), "")
    value = _TENS.get(tens, 0) + _NATIVE.get(match[0][len(tens) :], 0)
    return Numeral(match.start(), match.end(), Decimal(value), None, "native")


def _mixed(match: re.Match[str]) -> Numeral:
    return _summed(match, "arabic")


def _sino(match: re.Match[str]) -> Numeral:
    return _summed(match, "sino")


_READERS = {"vague": _vague, "days": _days, "pair": _pair, "native": _native, "arabic": _mixed, "sino": _sino}


def _summed(match: re.Match[str], style: str) -> Numeral:
    """The sum of the sections: each small unit multiplies the digit before it, each big one its section."""
    written = match[0].rstrip()
    total = section = Decimal(0)
    digit: Decimal | None = None
    for token in _TOKEN.findall(written):
        if token in _BIG:
            section += digit or 0
            total += (section or 1) * _BIG[token]
            section, digit = Decimal(0), None
        elif token in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[token]
            digit = None
        else:
            digit = Decimal(_DIGITS[token]) if token in _DIGITS else Decimal(token.replace(",", ""))
    rest = section + (digit or 0)
    return Numeral(
        match.start(), match.start() + len(written), total + rest, None, style, big=_last_big(written),
        odd="여" in written or "몇" in written, other=_spoken(written, total, section, rest),
    )  # fmt: skip


def _spoken(written: str, total: Decimal, section: Decimal, rest: Decimal) -> Decimal | None:
    """2억 5천 is 250 million in speech and 200,005,000 by the letter: the other reading, where there are two."""
    if total >= _BIG["억"] and section and written[-1] in "백천":
        return total + rest * _BIG["만"] if total % _BIG["억"] == 0 else None
    return None


def _last_big(written: str) -> int:
    return next((_BIG[character] for character in reversed(written) if character in _BIG), 1)
