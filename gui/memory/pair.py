"""A translation unit as memories keep it, and when two sources are the same."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from gui.language.width import fold


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A Korean segment and its English.

    ``before`` and ``after`` are the sources of its neighbours, empty where they are not known. ``changed`` is when a
    person last touched it, in UTC.
    """

    source: str
    target: str
    before: str = ""
    after: str = ""
    changed: datetime | None = None


def source_key(text: str) -> str:
    """What two sources must share to be the same: letters in one form, one width, single spaces."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())
