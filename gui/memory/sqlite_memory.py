"""A translation memory in an SQLite file, or in RAM."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from gui.document.errors import ReadError
from gui.memory.base import Match
from gui.memory.pair import TranslationUnit, source_key

_SCHEMA = 1
_TABLES = """
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    english INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    UNIQUE (key, before, after, english)
);
"""
"""Texts stand in the file once; what is compared are their 64-bit digests, 0 for an unknown neighbour.

``changed`` counts seconds since 1970.
"""

_ADD = """
INSERT INTO unit (key, before, after, english, changed, source, target) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key, before, after, english) DO UPDATE SET changed = max(changed, excluded.changed)
"""
_FIND = """
SELECT source, target, before, after FROM unit WHERE key = ?
ORDER BY (before = ? AND after = ?) DESC, (before = ?) + (after = ?) DESC, changed DESC, id DESC
"""


class SqliteMemory:
    """Pairs on disk. May be asked from any thread; a lock keeps the connection to one at a time."""

    def __init__(self, name: str, path: Path | None = None, *, writable: bool = True) -> None:
        """Open the memory, or make it where there is none.

        Args:
            name: What the user calls it.
            path: Its file; ``None`` keeps it in RAM.
            writable: Whether confirmed segments may be added by the user's work.

        Raises:
            ReadError: the file is no translation memory, is damaged, or comes from a later version of the program.
        """
        self.name = name
        self.writable = writable
        self._lock = threading.Lock()
        self._connection = _open(name, path)

    def exact(self, source: str, before: str = "", after: str = "") -> Match | None:
        """The best pair with this source, white space and width folded.

        With several, that whose neighbours are the same (101 %), else that which shares one of them, else the youngest.
        """
        key, near = source_key(source), (_digest(source_key(before)), _digest(source_key(after)))
        with self._reading() as connection:
            rows = connection.execute(_FIND, (_digest(key), *near, *near))
            row = next((row for row in rows if source_key(row[0]) == key), None)
        if row is None:
            return None
        same = any(near) and (row[2], row[3]) == near
        return Match(row[0], row[1], 101 if same else 100, self.name)

    def add(self, units: Iterable[TranslationUnit]) -> None:
        """Add units, all or none; one that is there already gets the younger date.

        Raises:
            OSError: the file cannot be written.
        """
        with self._writing() as connection:
            connection.executemany(_ADD, map(_row, units))

    def __len__(self) -> int:
        with self._reading() as connection:
            count: int = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        return count

    def close(self) -> None:
        """Close the file; the memory cannot be used after it."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.DatabaseError:
                raise _damaged(self.name) from None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                with self._connection:
                    yield self._connection
            except sqlite3.OperationalError as error:
                raise OSError(f"the memory cannot be written: {error.sqlite_errorname}") from None
            except sqlite3.DatabaseError:
                raise _damaged(self.name) from None


def _digest(text: str) -> int:
    """Sixty-four bits of a text, 0 for none."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True) if text else 0


def _row(unit: TranslationUnit) -> tuple[int, int, int, int, int, str, str]:
    neighbours = _digest(source_key(unit.before)), _digest(source_key(unit.after))
    changed = int((unit.changed or datetime.now(UTC)).timestamp())
    return _digest(source_key(unit.source)), *neighbours, _digest(unit.target), changed, unit.source, unit.target


def _damaged(name: str) -> ReadError:
    return ReadError("The translation memory {name} is damaged; replace its file by a copy.", name=name)


def _open(name: str, path: Path | None) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path or ":memory:", check_same_thread=False)
    except sqlite3.OperationalError:
        raise ReadError("The translation memory {name} cannot be opened; check its folder.", name=name) from None
    try:
        _prepare(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    try:
        with closing(connection.execute("PRAGMA user_version")) as found:
            version: int = found.fetchone()[0]
        if version > _SCHEMA:
            raise ReadError("The translation memory {name} is of a later version of Daejo; update Daejo.", name=name)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < _SCHEMA:
            connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_SCHEMA}; COMMIT;")
    except sqlite3.DatabaseError:
        raise _damaged(name) from None
