"""Translation units as rows of the memory's file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from gui.memory.packing import Deflater, dictionary_of
from gui.memory.pair import TranslationUnit, source_key, source_shape

SELECT = "SELECT unit.id, changed, before, after, source, target, details FROM unit"
"""What :class:`Row` is read with."""

_DIGEST_BYTES = 4


class Row(NamedTuple):
    """A unit as it is read."""

    id: int
    changed: int | None
    before: int
    after: int
    source: bytes
    target: bytes
    details: bytes | None


class NewRow(NamedTuple):
    """A unit as it is written: the columns after ``id``."""

    shape: int
    key: int
    length: int
    changed: int | None
    before: int
    after: int
    source: bytes
    target: bytes
    details: bytes | None


class Place(NamedTuple):
    """Where the units with one source and its neighbours stand."""

    shape: int
    key: int
    before: int
    after: int


def place_of(source: str, before: str = "", after: str = "") -> Place:
    """The digests by which units with this source are found."""
    return Place(
        digest(source_shape(source)), digest(source_key(source)), digest(source_key(before)), digest(source_key(after))
    )


def place_of_unit(unit: TranslationUnit) -> Place:
    """The digests of a unit; one that lacks a language has no shape, so that no search finds it."""
    if unit.is_pair:
        return place_of(unit.source, unit.before, unit.after)
    return Place(0, digest(unit.source + unit.target + unit.rest), 0, 0)


def digest(text: str) -> int:
    """Thirty-two bits of a text, 0 for none. That they are the same tells nothing yet; then texts are compared."""
    if not text:
        return 0
    encoded = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(encoded, digest_size=_DIGEST_BYTES).digest(), signed=True)


def search_text(source: str) -> str:
    """The Korean as its trigrams are indexed: without spaces, which writers set as they like, in one letter case."""
    return "".join(source_key(source).casefold().split())


_PLAIN = Deflater()


@dataclass(frozen=True, slots=True)
class Rows:
    """Turns units into rows and back with the dictionaries of a memory."""

    korean: Deflater = _PLAIN
    english: Deflater = _PLAIN

    def row(self, unit: TranslationUnit) -> NewRow:
        """The row of a unit."""
        place = place_of_unit(unit)
        return NewRow(
            place.shape,
            place.key,
            len(unit.source),
            _seconds(unit.changed),
            place.before,
            place.after,
            self.korean.pack(unit.source),
            self.english.pack(unit.target),
            self._details(unit),
        )

    def unit(self, row: Row) -> TranslationUnit:
        """The unit of a row.

        Raises:
            ValueError, zlib.error: the row is damaged.
        """
        details = json.loads(self.english.unpack(row.details)) if row.details else {}
        created = _moment(details.pop("created", None))
        return TranslationUnit(
            self.korean.unpack(row.source),
            self.english.unpack(row.target),
            changed=_moment(row.changed),
            created=created,
            **details,
        )

    def _details(self, unit: TranslationUnit) -> bytes | None:
        told: dict[str, str | int | None] = {name: getattr(unit, name) for name in _DETAILS}
        told["created"] = _seconds(unit.created)
        kept = {name: value for name, value in told.items() if value}
        return self.english.pack(json.dumps(kept, ensure_ascii=False, separators=(",", ":"))) if kept else None


_DETAILS = ("before", "after", "author", "editor", "used", "project", "rest")


def dictionaries_of(units: Sequence[TranslationUnit]) -> tuple[bytes, bytes]:
    """The dictionaries, Korean and English, for units like these."""
    english = (text for unit in units for text in (unit.rest, unit.target))
    return dictionary_of(unit.source for unit in units), dictionary_of(english)


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
