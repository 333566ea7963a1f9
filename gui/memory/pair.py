"""A translation unit as memories keep it, and when two sources are the same."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from gui.language.width import fold


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A Korean segment and its English.

    Attributes:
        source: the Korean; empty in a unit of an exchange file that has none, which is kept only to be written again.
        target: the English.
        before: the source of the segment before, empty where it is not known.
        after: the source of the segment after.
        changed: when a person last touched it, in UTC.
        created: when it was made.
        author: who made it.
        editor: who last changed it.
        used: how often it was put into a release.
        project: the release it comes from.
        rest: the ``tu`` of the TMX it was read from, where that holds more than the fields say (properties, notes,
            inline tags, other languages): its XML, with the texts that the fields hold left out.
    """

    source: str
    target: str
    before: str = ""
    after: str = ""
    changed: datetime | None = None
    created: datetime | None = None
    author: str = ""
    editor: str = ""
    used: int = 0
    project: str = ""
    rest: str = ""

    @property
    def is_pair(self) -> bool:
        """Whether it has both languages, so that it can be found."""
        return bool(self.source.strip() and self.target.strip())


_LAST = 64
"""A unit on its way into a memory is asked for its keys several times over."""


@lru_cache(maxsize=_LAST)
def source_key(text: str) -> str:
    """What two sources must share to be the same: letters in one form, one width, single spaces."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_LETTER = re.compile(r"[^\W\d_]")


def source_shape(text: str) -> str:
    """What two sources share that differ in figures, spaces and capitals only; figures alone stand as they are."""
    bare = "".join(source_key(text).split()).casefold()
    return _FIGURE.sub("0", bare) if _LETTER.search(bare) else bare
