"""Korean telephone numbers for callers from abroad.

The plan of the Korean numbering rules: Seoul is 02, the other areas 031 to 064 (Sejong 044), mobiles 010 and older
011 to 019, Internet telephones 070, personal numbers 0502 to 0508. After +82 the 0 is dropped. Numbers such as
1588-0000, 110 or 080-000-0000 have no form for abroad and stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOMESTIC = re.compile(
    r"(?<![\d+.–-])(?:\((?=0\d{1,3}\)))?0(?P<area>2|[3-6]\d|70|1[016-9]|50\d)(?:\)[ -]?|[-–. ] ?)"
    r"(?P<first>\d{3,4})[-–. ](?P<last>\d{4})(?!\d)"
)
_ABROAD = r"+82-\g<area>-\g<first>-\g<last>"


@dataclass(frozen=True, slots=True)
class Number:
    """A domestic number in a text: its span, and how it is called from abroad."""

    start: int
    end: int
    abroad: str


def domestic_numbers(text: str) -> Iterator[Number]:
    """The domestic numbers in a text, in order."""
    for match in _DOMESTIC.finditer(text) if "0" in text else ():
        yield Number(*match.span(), match.expand(_ABROAD))


def international(text: str) -> str:
    """``text`` with each domestic number as it is called from abroad: ``044-205-2201`` becomes ``+82-44-205-2201``."""
    return _DOMESTIC.sub(_ABROAD, text) if "0" in text else text
