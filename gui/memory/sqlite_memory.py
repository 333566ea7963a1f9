"""A translation memory in an SQLite file, or in RAM."""

import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.work import Cancelled, Progress, never
from gui.memory import concordance, schema, search
from gui.memory.base import Hit, Match, Query
from gui.memory.packing import Deflater
from gui.memory.pair import TranslationUnit
from gui.memory.rows import SELECT, Row, Rows, dictionaries_of
from gui.memory.writing import Writer

_SAMPLE = 400
"""Units from which the dictionaries of a memory are made; until there are as many at once, nothing is deflated."""

_MANY = 20_000
"""After so many new units the full-text indexes are put in order, which makes them smaller and quicker."""

_STEP = 1000
_OPERATIONS = 20_000
"""SQLite asks whether a search was cancelled every so many of its steps (about a millisecond)."""

_FACT = "INSERT OR REPLACE INTO fact VALUES (?, ?)"


class SqliteMemory:
    """Translation units on disk. May be asked from any thread, and by several processes at once.

    Reading and writing have a connection each, so that nobody waits for an import to end.
    """

    def __init__(self, name: str, path: Path | None = None, *, writable: bool = True) -> None:
        """Open the memory, or make it where there is none.

        Args:
            name: What the user calls it.
            path: Its file; ``None`` keeps it in RAM.
            writable: Whether confirmed segments may be added by the user's work.

        Raises:
            DamagedMemory: the file is no translation memory, or is damaged.
            ReadError: it cannot be opened, or comes from a later version of the program.
        """
        self.name = name
        self.writable = writable
        self._write_lock = threading.RLock()
        self._writer = schema.open_file(name, path, writable=writable)
        self._read_lock = self._write_lock if path is None else threading.RLock()
        self._reader = self._writer if path is None else schema.open_file(name, path, writable=writable)
        self.indexed = False
        self._known = Rows()
        self._counts: dict[str, int] = {}
        try:
            self._set_up(can_write=writable or path is None)
        except BaseException:
            self.close()
            raise

    def _set_up(self, *, can_write: bool) -> None:
        with self._reading() as connection:
            able = schema.has_trigrams(connection)
            whole = _fact(connection, "indexed") == b"1"
        if able and can_write and not whole:
            self._rebuild()
        with self._reading() as connection:
            self.indexed = able and _fact(connection, "indexed") == b"1"
            if self.indexed:
                schema.watch_vocabularies(connection)

    def __len__(self) -> int:
        with self._reading() as connection:
            count: int = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        return count

    def exact(self, source: str, before: str = "", after: str = "") -> Match | None:
        """The best unit with this source, white space and width folded.

        With several, that whose neighbours are the same (101 %), else that which shares one of them, else the youngest.
        """
        with self._reading() as connection:
            found = search.exact(self._view(connection), Query(source, before, after))
        return search.whole(found[0], self.name) if found else None

    def lookup(self, query: Query, cancelled: Cancelled = never) -> tuple[Match, ...]:
        """The best units for a segment, best first: exact, then fuzzy ones; nothing if it was cancelled.

        Raises:
            DamagedMemory: the file is damaged.
        """
        with self._reading(cancelled) as connection:
            return search.lookup(self._view(connection), query)
        return ()

    def similar(self, source: str, on: date | None = None) -> Match | None:
        """The best fuzzy match whose figures, days and names were all put right; ``on`` is the date of the release."""
        return search.ready_made(self.lookup(Query(source, on=on)))

    def concordance(self, text: str, limit: int = 100, cancelled: Cancelled = never) -> tuple[Hit, ...]:
        """The units in which a text stands, or something like it, in either language; nothing if it was cancelled.

        Raises:
            DamagedMemory: the file is damaged.
        """
        with self._reading(cancelled) as connection:
            return concordance.find(self._view(connection), text, limit)
        return ()

    def units(self) -> Iterator[tuple[int, TranslationUnit]]:
        """All units in the order in which they were added, with their numbers."""
        page = self._page(0)
        while page:
            yield from page
            page = self._page(page[-1][0])

    def unit(self, number: int) -> TranslationUnit | None:
        """The unit with a number, ``None`` if it is gone."""
        with self._reading() as connection:
            row = connection.execute(SELECT + " WHERE id = ?", (number,)).fetchone()
            return self._rows(connection).unit(Row(*row)) if row else None
        return None

    def add(self, units: Iterable[TranslationUnit], progress: Progress | None = None) -> int:
        """Add units, all or none; of two that differ in nothing but their dates the younger stays.

        Returns:
            How many are new.

        Raises:
            OSError: the file cannot be written.
        """
        waiting = iter(units)
        first = list(islice(waiting, _SAMPLE))
        if not first:
            return 0
        with self._writing() as writer:
            if len(first) == _SAMPLE and not writer.rows.korean.dictionary:
                found = dictionaries_of(first)
                self._writer.executemany(_FACT, zip(("korean", "english"), found, strict=True))
                writer.rows = Rows(*map(Deflater, found))
            done = 0
            for done, unit in enumerate(chain(first, waiting), 1):
                writer.add(unit)
                if progress and done % _STEP == 0:
                    progress(done, 0)
            if done >= _MANY:
                writer.put_in_order()
        if done >= _MANY:
            with self._write_lock:
                self._writer.executescript("PRAGMA incremental_vacuum")  # execute() would give back one page
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return writer.added

    def remember(self, units: Iterable[TranslationUnit]) -> None:
        """Keep confirmed segments: each takes the place of the one with its source and neighbours from its project.

        Raises:
            OSError: the file cannot be written.
        """
        now = datetime.now(UTC)
        with self._writing() as writer:
            for unit in units:
                writer.remember(unit if unit.changed else replace(unit, changed=now), now)

    def replace(self, number: int, unit: TranslationUnit) -> None:
        """Put another unit in the place of one.

        Raises:
            OSError: the file cannot be written.
        """
        with self._writing() as writer:
            writer.replace(number, unit)

    def delete(self, number: int) -> None:
        """Take a unit out.

        Raises:
            OSError: the file cannot be written.
        """
        with self._writing() as writer:
            writer.delete(number)

    @property
    def header(self) -> str:
        """What the TMX files that were imported say of themselves, as the XML of one ``header``; empty if none was."""
        with self._reading() as connection:
            return _fact(connection, "header").decode()
        return ""

    @header.setter
    def header(self, xml: str) -> None:
        with self._writing():
            self._writer.execute(_FACT, ("header", xml.encode()))

    def close(self) -> None:
        """Close the file; the memory cannot be used after it."""
        with self._read_lock, self._write_lock:
            self._reader.close()
            self._writer.close()

    def _page(self, after: int) -> list[tuple[int, TranslationUnit]]:
        with self._reading() as connection:
            rows = self._rows(connection)
            found = connection.execute(SELECT + " WHERE id > ? ORDER BY id LIMIT ?", (after, _STEP))
            return [(row.id, rows.unit(row)) for row in map(Row._make, found)]
        return []

    def _view(self, connection: sqlite3.Connection) -> search.View:
        return search.View(connection, self._rows(connection), self.name, self.indexed, self._counts)

    def _rows(self, connection: sqlite3.Connection) -> Rows:
        """How rows are packed. The dictionaries come once, and then for ever: another process may have made them."""
        if not self._known.korean.dictionary:
            found = _fact(connection, "korean"), _fact(connection, "english")
            if any(found):
                self._known = Rows(*map(Deflater, found))
        return self._known

    def _rebuild(self) -> None:
        """Index what was written on a system without trigrams, or by nobody yet."""
        with self._writing() as writer:
            schema.make_indexes(self._writer)
            writer.indexed = True
            found = self._writer.execute(SELECT)
            for row in map(Row._make, found):
                writer.index(row.id, writer.rows.unit(row))
            self._writer.execute(_FACT, ("indexed", b"1"))

    @contextmanager
    def _reading(self, cancelled: Cancelled = never) -> Iterator[sqlite3.Connection]:
        """The connection for reading; where the search is cancelled, the block ends without an error."""
        with self._read_lock:
            try:
                if cancelled is not never:
                    self._reader.set_progress_handler(cancelled, _OPERATIONS)
                yield self._reader
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise ReadError("The translation memory {name} cannot be read now.", name=self.name) from None
            except sqlite3.ProgrammingError:
                raise schema.closed(self.name) from None
            except (sqlite3.DatabaseError, zlib.error, ValueError):
                raise schema.damaged(self.name) from None
            finally:
                if cancelled is not never:
                    self._stop_asking()

    def _stop_asking(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
            self._reader.set_progress_handler(None, 0)

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        with self._write_lock:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield Writer(self._writer, self._rows(self._writer))
                    self._writer.execute("COMMIT")
                except BaseException:
                    if self._writer.in_transaction:
                        self._writer.execute("ROLLBACK")
                    raise
            except sqlite3.OperationalError as error:
                raise OSError(f"the memory cannot be written: {error.sqlite_errorname}") from None
            except sqlite3.ProgrammingError:
                raise schema.closed(self.name) from None
            except (sqlite3.DatabaseError, zlib.error):
                raise schema.damaged(self.name) from None


def _fact(connection: sqlite3.Connection, name: str) -> bytes:
    found = connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    return found[0] if found else b""
