"""Numbers as Word writes them in front of list items (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable

_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_KOREAN_DIGITS = "영일이삼사오육칠팔구"
_HANJA_DIGITS = "零一二三四五六七八九"
_IDEOGRAPHIC_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_KOREAN_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 10_000
"""No list has more items; a larger start is written in plain digits."""


def numeral(number: int, number_format: str) -> str:
    """A number in a format of Word; plain digits where the format is not known or has no such number."""
    write = _FORMATS.get(number_format)
    return (write(number) if write and 0 < number < _LARGEST else "") or str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (number // worth)
        number %= worth
    return written


def _letters(number: int) -> str:
    """A … Z, then AA, BB …."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digits(signs: str) -> Callable[[int], str]:
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _counted(signs: str, places: str) -> Callable[[int], str]:
    """Numbers as they are spoken: 이십일. ``places`` are the words for ten, hundred and thousand."""

    def write(number: int) -> str:
        figures = str(number)
        parts = []
        for digit, place in zip(figures, range(len(figures) - 1, -1, -1), strict=True):
            sign = "" if digit == "1" and place else signs[int(digit)]
            parts.append(sign + places[place - 1 : place] if digit != "0" else "")
        return "".join(parts)

    return write


def _korean_legal(number: int) -> str:
    return _KOREAN_TENS[number // 10] + _KOREAN_ONES[number % 10] if number < 100 else ""


def _enclosed(*ranges: tuple[int, int, int]) -> Callable[[int], str]:
    """Numbers that are one character: from, to, and the code of the first."""
    return lambda number: next((chr(code + number - low) for low, high, code in ranges if low <= number <= high), "")


_CIRCLED = _enclosed((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number % 100 < 14 else _SUFFIXES.get(number % 10, 'th')}"


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "ganada": _cycle(_GANADA),
    "chosung": _cycle(_CHOSUNG),
    "koreanDigital": _digits(_KOREAN_DIGITS),
    "koreanCounting": _counted(_KOREAN_DIGITS, "십백천"),
    "koreanLegal": _korean_legal,
    "koreanDigital2": _digits(_HANJA_DIGITS),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _enclosed((1, 20, 0x2488)),
    "decimalEnclosedParen": _enclosed((1, 20, 0x2474)),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "numberInDash": lambda number: f"- {number} -",
    "ideographDigital": _digits(_IDEOGRAPHIC_DIGITS),
    "taiwaneseDigital": _digits(_IDEOGRAPHIC_DIGITS),
    "japaneseCounting": _counted(_IDEOGRAPHIC_DIGITS, "十百千"),
    "chineseCounting": _counted(_IDEOGRAPHIC_DIGITS, "十百千"),
    "taiwaneseCounting": _counted(_IDEOGRAPHIC_DIGITS, "十百千"),
    "chineseCountingThousand": _counted(_IDEOGRAPHIC_DIGITS, "十百千"),
    "taiwaneseCountingThousand": _counted(_IDEOGRAPHIC_DIGITS, "十百千"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _enclosed((1, 10, 0x3280)),
}
