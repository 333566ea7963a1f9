"""Korean telephone numbers for callers from abroad.

The plan of the Korean numbering rules: Seoul is 02, the other areas 031 to 064 (Sejong 044), mobiles 010 and older
011 to 019, Internet telephones 070, personal numbers 0502 to 0508. After +82 the 0 is dropped. Numbers such as
1588-0000, 110 or 080-000-0000 have no form for abroad and stay as they are.
"""

import re

_DOMESTIC = re.compile(
    r"(?<![\d+.–-])(?:\((?=0\d{1,3}\)))?0(?P<area>2|[3-6]\d|70|1[016-9]|50\d)(?:\)[ -]?|[-–. ])"
    r"(?P<first>\d{3,4})[-–. ](?P<last>\d{4})(?!\d)"
)


def international(text: str) -> str:
    """``text`` with each domestic number as it is called from abroad: ``044-205-2201`` becomes ``+82-44-205-2201``."""
    return _DOMESTIC.sub(r"+82-\g<area>-\g<first>-\g<last>", text) if "0" in text else text
