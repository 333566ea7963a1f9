"""English numerals and their values: 1,500, 2.5 million, thirty-eight, half a million, several thousand, dozens."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gui import assets

WORDS = json.loads(assets.path("language", "english_numbers.json").read_text(encoding="utf-8"))
"""The closed classes of words that English numbers are made of and stand among."""

_ONES: dict[str, int] = WORDS["ones"] | WORDS["tens"]
_SCALES: dict[str, int] = WORDS["scales"]
_SHORT: dict[str, int] = WORDS["short_scales"]
_VAGUE: dict[str, list[int]] = WORDS["vague"]


def alternatives(words: Collection[str]) -> str:
    """A regular expression for any of ``words``, the longest first; a space may be a hyphen."""
    return "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in sorted(words, key=len, reverse=True))


def initials(words: Collection[str]) -> str:
    """A look-ahead for the first letters of ``words``: quicker than trying them all at each word of a text."""
    return f"(?=[{''.join(sorted({word[0].lower() for word in words}))}])"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral without unit. ``scale`` is the last scale word (million …) as a number, ``words`` if not in digits.

    ``fault`` names a form that English does not have: ``grouping`` (3,2661), ``scale`` (2,726 hundred million).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    vague: bool = False
    scale: int = 1
    words: bool = False
    fault: str = ""


_SCALE = alternatives([*_SCALES, *(scale + "s" for scale in _SCALES if scale != "hundred")])
_WORD = alternatives(_ONES)
_SPELT = (
    rf"(?:(?:{_WORD})(?:-(?:{_WORD}))?|an?(?=[ -](?:{_SCALE}|dozen)\b)"
    r"|an?(?= (?:year|hour) and [a-z0-9-]+ (?:month|minute))|"
    rf"half(?= an? (?:{_SCALE}|dozen)\b)(?: an?))"
    rf"(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million)) and )(?:{_SCALE}|{_WORD}|dozen)\b(?:-(?:{_WORD})\b)?)*"
)
_DIGITS = r"[0-9]+(?:,[0-9]{3,})*(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+"
_NUMERAL = re.compile(
    rf"(?P<vague>\b{initials([*_VAGUE, *WORDS['few']])}(?:(?:{alternatives(_VAGUE)})(?: of (?:{alternatives(_VAGUE)}))*"
    rf"|(?:{alternatives(WORDS['few'])})(?: (?:hundred|thousand|million|billion|trillion|dozen))*)\b)"
    rf"|(?P<digits>(?=[0-9.])(?<![0-9.])(?!(?<=m)[23]\b)(?:{_DIGITS}))"
    rf"(?P<scales>(?:[ -](?:ten[ -]thousand|{_SCALE})\b)*)"
    rf"(?P<short>\s?(?:bn|mn|mln|tn|trn)\b|(?:k|m|b)(?![A-Za-z]))?"
    rf"|(?P<spelt>\b{initials([*_ONES, 'a', 'half'])}{_SPELT}\b)",
    re.IGNORECASE,
)
_SCALE_TOKEN = re.compile(rf"ten[ -]thousand|{_SCALE}", re.IGNORECASE)
_TOKEN = re.compile(rf"{_SCALE}|{_WORD}|dozen|half", re.IGNORECASE)


def numerals(text: str) -> Iterator[Numeral]:
    """Everything in folded ``text`` that reads as a number, in order, without units."""
    for match in _NUMERAL.finditer(text):
        if match["vague"]:
            yield _vague(match)
        elif match["digits"]:
            yield _digits(match)
        else:
            yield _spelt(match)


def _vague(match: re.Match[str]) -> Numeral:
    """Tens of thousands, several hundred, dozens, a few."""
    words = re.split(r"[ -]of[ -]|[ -]", match[0].lower())
    if words[0] in _VAGUE:
        low, high = (Decimal(end) for end in _VAGUE[words[0]])
        for word in words[1:]:
            factor = _VAGUE[word][0]
            low, high = low * factor, (high + 1) * factor - 1
        return Numeral(match.start(), match.end(), low, high, vague=True)
    scale = Decimal(1)
    for word in words:
        scale *= 12 if word == "dozen" else _SCALES.get(word, 1)
    return Numeral(match.start(), match.end(), 2 * scale, 10 * scale - 1, vague=True)


def _digits(match: re.Match[str]) -> Numeral:
    digits, end = match["digits"], match.end()
    fault = "" if _well_grouped(digits) else "grouping"
    value = Decimal(digits.replace(",", ""))
    scale = 1
    scales = [re.sub(r"\s|-", " ", token.lower()) for token in _SCALE_TOKEN.findall(match["scales"])]
    for word in scales:
        scale *= 10000 if word == "ten thousand" else _SCALES[word.rstrip("s")]
    if "ten thousand" in scales or scales[:1] == ["hundred"] or any(word.endswith("s") for word in scales):
        fault = "scale"
    short = (match["short"] or "").strip()
    if short and (short != "m" or _says_millions(match)):
        scale *= _SHORT[short.lower()]
    elif short:
        end = match.start("short")
    return Numeral(match.start(), end, value * scale, scale=scale, fault=fault)


def _says_millions(match: re.Match[str]) -> bool:
    """5m is millions after a currency and before what is counted; else they are metres."""
    before = _CURRENCY_SIGN.search(match.string, max(0, match.start() - 4), match.start())
    return bool(before or _COUNTED.match(match.string, match.end()))


_CURRENCY_SIGN = re.compile(r"(?:[$€£¥₩]|[A-Z]{3})\s?$")
_COUNTED = re.compile(r" (?:[a-z]{3,}s|people|euro|won|yen|yuan)\b")


def _well_grouped(digits: str) -> bool:
    groups = digits.split(".")[0].split(",")
    return len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))


def _spelt(match: re.Match[str]) -> Numeral:
    """Two hundred and fifty thousand; a million; half a million; two dozen."""
    total = Decimal(0)
    section: Decimal | None = None
    last = 1
    words = [found.lower() for found in _TOKEN.findall(match[0])]
    if not words:
        return Numeral(match.start(), match.end(), Decimal(1), words=True)
    for word in words:
        if word == "half":
            section = Decimal("0.5")
        elif word in _ONES:
            section = (section or Decimal(0)) + _ONES[word]
        elif word in _UNITS_OF_COUNT:
            section = (Decimal(1) if section is None else section) * _UNITS_OF_COUNT[word]
        else:
            last = _SCALES[word.rstrip("s")]
            total, section = total + (1 if section is None else section) * last, None
    return Numeral(match.start(), match.end(), total + (section or 0), scale=last, words=True)


_UNITS_OF_COUNT = {"hundred": 100, "dozen": 12}
