"""Writing units into the tables and indexes of a memory, inside a transaction of its owner."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime

from gui.memory.pair import TranslationUnit
from gui.memory.rows import SELECT, NewRow, Row, Rows, search_text
from gui.memory.schema import has_trigrams, is_indexed

_INSERT = """
INSERT INTO unit (shape, key, length, changed, before, after, source, target, details)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE unit SET shape = ?, key = ?, length = ?, changed = ?, before = ?, after = ?, source = ?, target = ?, details = ?
WHERE id = ?
"""
_SAME_PLACE = SELECT + " WHERE shape = ? AND key = ? AND before = ? AND after = ?"
_ENTER = (
    "INSERT INTO korean (rowid, text) VALUES (?, ?)",
    "INSERT INTO english (rowid, text) VALUES (?, ?)",
)
_TAKE_OUT = (
    "INSERT INTO korean (korean, rowid, text) VALUES ('delete', ?, ?)",
    "INSERT INTO english (english, rowid, text) VALUES ('delete', ?, ?)",
)
_PUT_IN_ORDER = (
    "INSERT INTO korean (korean) VALUES ('optimize')",
    "INSERT INTO english (english) VALUES ('optimize')",
)


class Writer:
    """Adds, changes and deletes units and keeps the indexes in step.

    Where this SQLite has no full-text search, the memory is marked so that the next one that has it indexes all anew.
    """

    def __init__(self, connection: sqlite3.Connection, rows: Rows) -> None:
        self._connection = connection
        self.rows = rows
        self.indexed = is_indexed(connection) and has_trigrams(connection)
        if not self.indexed:
            connection.execute("DELETE FROM fact WHERE name = 'indexed'")
        self.added = 0

    def add(self, unit: TranslationUnit) -> None:
        """Add a unit, unless it is there already; then it gets the younger date."""
        new = self.rows.row(unit)
        for row in self._at(new):
            same = row.source == new.source and row.target == new.target and row.details == new.details
            if same or (
                row.target == new.target and self.rows.unit(row) == replace(unit, changed=self.rows.unit(row).changed)
            ):
                changed = max(filter(None, (row.changed, new.changed)), default=None)
                self._connection.execute("UPDATE unit SET changed = ? WHERE id = ?", (changed, row.id))
                return
        self._insert(unit, new)

    def remember(self, unit: TranslationUnit, now: datetime) -> None:
        """Put a confirmed unit in the place of that of the same project, or add it."""
        for row in self._at(self.rows.row(unit)):
            earlier = self.rows.unit(row)
            if earlier.project == unit.project:
                created = earlier.created or unit.created or now
                author = earlier.author or unit.author
                kept = replace(unit, created=created, author=author, used=earlier.used)
                self.replace(row.id, kept)
                return
        self._insert(unit, self.rows.row(replace(unit, created=unit.created or now)))

    def replace(self, number: int, unit: TranslationUnit) -> None:
        """Put another unit in the place of one; nothing happens where that is gone."""
        old = self._row(number)
        if old is None:
            return
        self._enter(_TAKE_OUT, number, self.rows.unit(old))
        self._connection.execute(_UPDATE, (*self.rows.row(unit), number))
        self.index(number, unit)

    def delete(self, number: int) -> None:
        """Take a unit out; nothing happens where it is gone."""
        old = self._row(number)
        if old is not None:
            self._enter(_TAKE_OUT, number, self.rows.unit(old))
            self._connection.execute("DELETE FROM unit WHERE id = ?", (number,))

    def index(self, number: int, unit: TranslationUnit) -> None:
        """Enter a unit into the full-text indexes."""
        self._enter(_ENTER, number, unit)

    def put_in_order(self) -> None:
        """Make the full-text indexes smaller and quicker after many changes."""
        if self.indexed:
            for statement in _PUT_IN_ORDER:
                self._connection.execute(statement)

    def _insert(self, unit: TranslationUnit, row: NewRow) -> None:
        with closing(self._connection.execute(_INSERT, row)) as cursor:
            number = cursor.lastrowid
        self.added += 1
        if number is not None:
            self.index(number, unit)

    def _enter(self, statements: tuple[str, str], number: int, unit: TranslationUnit) -> None:
        """What is taken out has to be named as it was entered: the indexes hold no copy of the texts."""
        if self.indexed and unit.is_pair:
            for statement, text in zip(statements, (search_text(unit.source), unit.target), strict=True):
                self._connection.execute(statement, (number, text))

    def _at(self, new: NewRow) -> list[Row]:
        place = new.shape, new.key, new.before, new.after
        return [Row(*row) for row in self._connection.execute(_SAME_PLACE, place)]

    def _row(self, number: int) -> Row | None:
        found = self._connection.execute(SELECT + " WHERE id = ?", (number,)).fetchone()
        return Row(*found) if found else None
