"""The SQLite file of a translation memory: its tables, and opening it.

Texts stand in the file once, packed (:mod:`gui.memory.packing`). Two full-text indexes without a copy of the text lie
beside them: trigrams of the Korean without spaces for fuzzy search, words of the English for concordance. Where the
SQLite of the system has no FTS5 with trigrams, searches read all units of a fitting length instead.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from gui.document.errors import DamagedMemory, ReadError

APPLICATION = 0x44414A4D
"""``DAJM``: marks the file as a translation memory of ours."""

VERSION = 2
_TABLES = """
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    shape INTEGER NOT NULL,
    key INTEGER NOT NULL,
    length INTEGER NOT NULL,
    changed INTEGER,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    source BLOB NOT NULL,
    target BLOB NOT NULL,
    details BLOB
);
CREATE INDEX unit_source ON unit (shape, key);
CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
"""``shape``, ``key``, ``before`` and ``after`` are 32-bit digests, 0 for no text; ``length`` is that of the source in
characters; ``changed`` counts seconds since 1970. ``fact`` holds what is told of the memory as a whole.
"""

_INDEXES = """
CREATE VIRTUAL TABLE korean USING fts5(text, content='', detail=none, columnsize=0, tokenize='trigram');
CREATE VIRTUAL TABLE english USING fts5(text, content='', detail=none, columnsize=0, tokenize='unicode61');
"""
_VOCABULARIES = """
CREATE VIRTUAL TABLE temp.trigram USING fts5vocab('main', 'korean', 'row');
CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'english', 'row');
"""
_BUSY_SECONDS = 10.0
_WRITABLE = ("mode=rwc",)
_READ_ONLY = ("mode=ro", "mode=ro&immutable=1")
"""The second way is for folders in which SQLite may not even make its lock file, as on a share for reading alone."""

_CACHE_KILOBYTES = 32_000
_MAPPED_BYTES = 2**30
"""Read without a system call a page; not where a memory may lie on a share, whose failures would then be fatal."""


def open_file(name: str, path: Path | None, *, writable: bool) -> sqlite3.Connection:
    """A connection to a memory that any thread may use, one at a time; made new where there is none yet.

    Args:
        name: what the user calls the memory, for errors.
        path: its file; ``None`` keeps it in RAM.
        writable: whether it may be made or written.

    Raises:
        DamagedMemory: the file is no memory, or is damaged.
        ReadError: it cannot be opened, or comes from a later version of the program.
    """
    for options in _WRITABLE if writable else _READ_ONLY:
        try:
            return _opened(name, path, options, writable=writable or path is None)
        except sqlite3.OperationalError:
            continue
        except sqlite3.DatabaseError:
            raise damaged(name) from None
    raise ReadError("The translation memory {name} cannot be opened; check its folder.", name=name)


def damaged(name: str) -> DamagedMemory:
    """The error of a file that cannot be read as a memory."""
    return DamagedMemory("The translation memory {name} is damaged; replace its file by a copy.", name=name)


def closed(name: str) -> ReadError:
    """The error of a memory that is asked after it was closed: it was taken off the list meanwhile."""
    return ReadError("The translation memory {name} is not open; see the list of memories.", name=name)


def has_trigrams(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite can index trigrams (FTS5, since 3.34; some systems build it without)."""
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(text, tokenize='trigram')")
        connection.execute("DROP TABLE temp.probe")
    except sqlite3.OperationalError:
        return False
    return True


def is_indexed(connection: sqlite3.Connection) -> bool:
    """Whether the memory has its full-text indexes."""
    with closing(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'korean'")) as found:
        return found.fetchone() is not None


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make the full-text indexes anew, empty."""
    for table in ("korean", "english"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in _INDEXES.strip().splitlines():
        connection.execute(statement)


def watch_vocabularies(connection: sqlite3.Connection) -> None:
    """Let this connection ask how often a trigram or a word stands in the indexes."""
    connection.executescript(_VOCABULARIES)


def _opened(name: str, path: Path | None, options: str, *, writable: bool) -> sqlite3.Connection:
    target = ":memory:" if path is None else f"{path.absolute().as_uri()}?{options}"
    connection = sqlite3.connect(
        target, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=path is not None
    )
    try:
        _prepare(connection, name, writable=writable)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, name: str, *, writable: bool) -> None:
    application, version = (_pragma(connection, pragma) for pragma in ("application_id", "user_version"))
    if application == 0 and _pragma(connection, "schema_version") == 0 and writable:
        _make(connection)
    elif application != APPLICATION:
        raise damaged(name)
    elif version > VERSION:
        raise ReadError("The translation memory {name} is of a later version of Daejo; update Daejo.", name=name)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES if writable else 0}")
    if writable:
        # Readers go on while another process imports. On a network drive SQLite keeps its usual journal by itself.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another process has been quicker. Pages that become free can be given back later."""
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _pragma(connection, "application_id"):
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        connection.execute("COMMIT")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    with closing(connection.execute(f"PRAGMA {name}")) as found:
        value: int = found.fetchone()[0]
    return value
