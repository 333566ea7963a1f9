"""What was recognised in a release, as the ``inspect --json`` of the command line."""

from gui.document.edit import Json
from gui.document.footnotes import anchors
from gui.document.release import Block, BlockKind, Release, Table
from gui.i18n import say

_NOTE_MARK = "※"


def inspect(release: Release) -> dict[str, Json]:
    """The JSON of a release. ``notes`` has every line marked ※, whatever its block is.

    Blocks, rows and columns are counted from 0. ``note_of`` of a foot-note is the block that carries its mark.
    """
    embargo = release.embargo
    notes = anchors(release.blocks)
    lifts_at = embargo.lifts_at.isoformat() if embargo and embargo.lifts_at else None
    return {
        "format": release.format,
        "headline": release.headline,
        "subheadlines": _contents(release, BlockKind.SUBHEADLINE),
        "slogan": _contents(release, BlockKind.SLOGAN),
        "embargo": {"text": embargo.text, "lifts_at": lifts_at} if embargo else None,
        "distributed": release.distributed.isoformat() if release.distributed else None,
        "blocks": [_block(block, notes.get(number)) for number, block in enumerate(release.blocks)],
        "tables": [
            _table(number, block.kind, block.table) for number, block in enumerate(release.blocks) if block.table
        ],
        "notes": [line for block in release.blocks for line in _marked_lines(block)],
        "attendees": [
            {"name": person.name, "position": person.position, "background": list(person.background)}
            for person in release.attendees
        ],
        "contacts": [
            row for block in release.of_kind(BlockKind.CONTACT_TABLE) if block.table for row in _contacts(block.table)
        ],
        "set_aside": [{"text": aside.text, "reason": say(aside.reason)} for aside in release.set_aside],
        "warnings": [say(warning) for warning in release.warnings],
    }


def _contents(release: Release, kind: BlockKind) -> list[Json]:
    return [block.content.text for block in release.of_kind(kind)]


def _block(block: Block, note_of: int | None) -> Json:
    """A block; what does not apply to it is left out."""
    fields: dict[str, Json] = {"kind": block.kind.value, "text": block.whole}
    if block.level:
        fields["level"] = block.level
    if block.evidence is not None:
        fields["evidence"] = say(block.evidence)
    if note_of is not None:
        fields["note_of"] = note_of
    return fields


def _table(number: int, kind: BlockKind, table: Table) -> Json:
    return {
        "block": number,
        "kind": kind.value,
        "rows": len(table.rows),
        "columns": table.width,
        "header_rows": table.header_rows,
        "cells": [
            {
                "row": row,
                "column": column,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
                "text": cell.whole,
            }
            for row, column, cell in table.positions()
        ],
    }


def _marked_lines(block: Block) -> list[str]:
    """A marked block is one line of the release, however often it was broken."""
    whole = block.whole.strip()
    if block.table is None and whole.startswith(_NOTE_MARK):
        return [whole]
    return [line.strip() for line in whole.splitlines() if line.strip().startswith(_NOTE_MARK)]


def _contacts(table: Table) -> list[Json]:
    """One object for each row below the header that has text of its own, with the roles of its columns as names.

    What is merged over several rows (a department) holds for each of them.
    """
    filled = [place for place in table.positions() if place[0] >= table.header_rows and place[2].whole.strip()]
    rows: dict[int, dict[str, Json]] = {row: {} for row, _, _ in filled}
    for first, column, cell in filled:
        role = table.roles[column].value if column < len(table.roles) else "other"
        for row in range(first, first + cell.row_span):
            fields = rows.get(row, {})
            fields[role] = f"{fields[role]} {cell.whole}" if role in fields else cell.whole
    return [dict(fields) for fields in rows.values()]
