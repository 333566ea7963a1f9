"""Cities, counties and districts of Korea, their offices and who heads them.

The names are data: ``resources/language/localities.tsv`` (cities, counties, districts) and the regions of the termbase.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from gui.engines.entries import Entry, Kind

_REGION = re.compile(r"특별시|광역시|특별자치시|특별자치도|(?<=..)도|전북특별자치도")
_FORMS = {
    "city": (("시", "{} City"), ("시청", "{} City Hall"), ("시의회", "{} City Council")),
    "county": (("군", "{}-gun"), ("군청", "{}-gun Office"), ("군의회", "{}-gun Council")),
    "district": (("구", "{}-gu"), ("구청", "{}-gu Office"), ("구의회", "{}-gu Council")),
}
_HEADS = {
    "city": ("시장", "Mayor of {}"),
    "county": ("군수", "Mayor of {}-gun"),
    "district": ("구청장", "Mayor of {}-gu"),
}


def localities(rows: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
    """The words that each row of the data (``ko``, ``en``, ``kind``) stands for."""
    for row in rows:
        for ending, english in _FORMS[row["kind"]]:
            yield Entry(row["ko"] + ending, english.format(row["en"]), Kind.ORGANISATION, "", "local")
        ending, title = _HEADS[row["kind"]]
        yield Entry(row["ko"] + ending, title.format(row["en"]), Kind.ROLE, "comma")


def region(korean: str, english: str) -> Iterator[Entry]:
    """The government of a region whose Korean tells its rank (부산광역시, 경기도); a bare place has none here."""
    if _REGION.search(korean) and korean.endswith(("시", "도")):
        yield Entry(korean, english, Kind.ORGANISATION, "", "local")
        yield Entry(f"{korean}의회", f"{english} Council", Kind.ORGANISATION, "", "local", sure=False)
        yield Entry(f"{korean}교육청", f"{english} Office of Education", Kind.ORGANISATION, "", "agency", sure=False)
