"""Short English cardinals and ordinals: ``three``, ``21``, ``2nd``, ``twenty-first``."""

import re
from decimal import Decimal

from gui.language.english_numerals import WORDS, alternatives, numerals

_ORDINALS: dict[str, int] = WORDS["ordinals"]
_TENS: dict[str, int] = WORDS["tens"]
CARDINAL = (
    rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|(?=[ontwfse])(?:(?:{alternatives(_TENS)})(?:-(?:{alternatives(WORDS['ones'])}))?"
    rf"|{alternatives(WORDS['ones'])}))"
)
"""Pattern of a cardinal in digits or one word."""

ORDINAL_WORD = rf"(?:(?:{alternatives(_TENS)})[- ])?(?:{alternatives(_ORDINALS)})"
ORDINAL = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:st|nd|rd|th)|(?=[fstenwh]){ORDINAL_WORD})\b"


def number_of(written: str) -> Decimal:
    """The value of a text that matches :data:`CARDINAL` or :data:`ORDINAL`."""
    lowered = written.lower()
    if lowered in _ORDINALS:
        return Decimal(_ORDINALS[lowered])
    tens, _, one = lowered.replace(" ", "-").partition("-")
    if tens in _TENS and one in _ORDINALS:
        return Decimal(_TENS[tens] + _ORDINALS[one])
    return next(numerals(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)$", "", lowered))).low
