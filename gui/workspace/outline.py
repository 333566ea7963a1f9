"""What was recognised in a release, as a tree for people to read."""

from collections.abc import Iterator

from gui.document.footnotes import anchors
from gui.document.release import Block, Cell, Release, Table
from gui.i18n import say, tr

_TEXT_AT = 23
"""The column in which text of the first level begins, after a number of four digits and the longest kind."""


def outline(release: Release, *, evidence: bool = False) -> Iterator[str]:
    """The lines of the tree.

    Args:
        release: what to show. Its blocks are counted from 0, as in ``inspect --json``; a foot-note tells the block that
            carries its mark.
        evidence: also say of each block why it was taken for what it is.
    """
    yield f"{release.name} ({release.format})"
    yield from _timing(release)
    yield ""
    notes = anchors(release.blocks)
    for number, block in enumerate(release.blocks):
        yield from _block(number, block, notes.get(number))
        if evidence and block.evidence is not None:
            yield f"{'':{_TEXT_AT}}    ← {say(block.evidence)}"
    yield from _set_aside(release)
    for warning in release.warnings:
        yield tr("Note: {text}", text=say(warning))


def _timing(release: Release) -> Iterator[str]:
    if release.embargo is not None and release.embargo.lifts_at is not None:
        yield tr("Embargo lifts: {time}", time=release.embargo.lifts_at.isoformat(" ", "minutes"))
    if release.distributed is not None:
        yield tr("Distributed: {date}", date=release.distributed.isoformat())


def _block(number: int, block: Block, note_of: int | None) -> Iterator[str]:
    kind = f"{block.kind.value} {block.level}" if block.level else block.kind.value
    kind = kind if note_of is None else f"{kind} → {note_of}"
    indent = "  " * max(0, block.level - 1)
    if block.table is not None:
        yield f"{number:4}  {kind:17}{_size(block.table)}"
        yield from (f"{'':{_TEXT_AT}}{row}" for row in _rows(block.table))
    else:
        yield f"{number:4}  {kind:17}{indent}{_on_one_line(block.text.text)}".rstrip()


def _size(table: Table) -> str:
    size = tr("{rows} rows × {columns} columns", rows=len(table.rows), columns=table.width)
    return f"{size}, {tr('{count} of them header', count=table.header_rows)}" if table.header_rows else size


def _rows(table: Table) -> Iterator[str]:
    """The cells that begin in each row; a merged one with the rows and columns that it covers."""
    rows: list[list[str]] = [[] for _ in table.rows]
    for row, _, cell in table.positions():
        rows[row].append(_cell(cell))
    return ("| " + " | ".join(cells) for cells in rows)


def _cell(cell: Cell) -> str:
    text = _on_one_line(cell.whole)
    return text if cell.row_span == cell.column_span == 1 else f"{text} [{cell.row_span}×{cell.column_span}]".lstrip()


def _set_aside(release: Release) -> Iterator[str]:
    if release.set_aside:
        yield ""
        yield tr("Set aside:")
    for aside in release.set_aside:
        yield f"  {_on_one_line(aside.text)}  ← {say(aside.reason)}"


def _on_one_line(text: str) -> str:
    return " / ".join(text.splitlines())
