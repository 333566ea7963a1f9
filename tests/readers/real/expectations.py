"""What a person saw on the rendered pages of the real files, and how a release that was read is compared with it.

``expected/<stem>.json`` holds for each file, whatever its format:

* ``headline``, ``embargo``, ``distributed``, ``attendees``, ``contacts``, ``pages`` in number (``null``: any);
* ``blocks``, in order: kind, level (for a table its ``rows x columns``), how the text begins, and for some tables
  merged cells as ``[row, column, row span, column span]``. Kinds or levels between ``|`` are equally right, ``?`` after
  the kind marks a block that may be part of the one before it, ``*`` stands for any blocks. A level ``null`` is not
  compared. A text after ``~`` stands anywhere in the block;
* ``allowances``: by format, what is not compared there and why: ``contact_size``, ``contacts``, ``merges``, or the
  ``rest`` of the blocks ``from`` the one with this text on;
* ``notes``: doubtful judgements.

Pictures are not compared: logos, banners and licence marks have no words. White space is not compared.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gui.document.release import Block, BlockKind, Release, Table
from gui.readers.registry import read_apart, suffixes

EXPECTED = Path(__file__).parent / "expected"
RELEASES = Path(__file__).parents[3].parent / "shared" / "releases" / "real"
_FRONT = 4
"""The release line stands within this many blocks of the headline."""

_REACH = 12
"""An expected block that is not among this many is missing."""

RELEASE_LINE = (BlockKind.MASTHEAD, BlockKind.EMBARGO, BlockKind.DISTRIBUTION)


def squeezed(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def load(stem: str) -> dict[str, Any]:
    """The expectation for the files of this name."""
    found: dict[str, Any] = json.loads((EXPECTED / f"{stem}.json").read_text(encoding="utf-8"))
    return found


def cases() -> list[tuple[str, str]]:
    """Every expected file as its stem and format."""
    return [(path.stem, fmt) for path in sorted(EXPECTED.glob("*.json")) for fmt in load(path.stem)["formats"]]


def existing(stem: str, fmt: str) -> Path:
    """A real file; the test is skipped where it is absent."""
    path = RELEASES / f"{stem}.{fmt}"
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    return path


def real_file(stem: str, fmt: str) -> Path:
    """A real file to be read; the test is skipped where it is absent or nothing reads its format."""
    path = existing(stem, fmt)
    if path.suffix not in suffixes():
        pytest.skip(f"no reader for {path.suffix} is registered")
    return path


@cache
def real_release(path: Path) -> Release:
    """A real file, read once for all tests, in this process: that files are read apart is proved elsewhere."""
    return read_apart(path)


def skips(expected: dict[str, Any], fmt: str) -> frozenset[str]:
    """What is not compared for a format."""
    return frozenset(allowance["skip"] for allowance in expected["allowances"].get(fmt, ()))


def comparable(release: Release, expected: dict[str, Any], *formats: str) -> list[Block]:
    """The blocks that are compared for all of these formats, in the order of the page.

    The release line is printed above the headline wherever the file has it.
    """
    blocks = [block for block in release.blocks if block.kind is not BlockKind.PICTURE]
    headline = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), len(blocks))
    end = headline + _FRONT
    front = sorted(blocks[headline:end], key=lambda block: block.kind not in RELEASE_LINE)
    whole = [*blocks[:headline], *front, *blocks[end:]]
    rest = _rest(expected, *formats)
    return whole[
        : next((i for i, block in enumerate(whole) if rest and first_text(block).startswith(rest)), len(whole))
    ]


def _rest(expected: dict[str, Any], *formats: str) -> str:
    """The text of the first block that is not compared in one of these formats; empty where all are."""
    allowances = (allowance for fmt in formats for allowance in expected["allowances"].get(fmt, ()))
    return next((squeezed(allowance["from"]) for allowance in allowances if allowance["skip"] == "rest"), "")


def first_text(block: Block) -> str:
    """The squeezed text of a block, of a table that of its first cell with any."""
    if block.table is None:
        return squeezed(block.text.text)
    cells = (squeezed(cell.whole) for row in block.table.rows for cell in row)
    return next((text for text in cells if text), "")


def size(table: Table) -> str:
    """Rows and grid columns of a table."""
    return f"{len(table.rows)}x{table.width}"


def merges(table: Table) -> set[tuple[int, int, int, int]]:
    """The merged cells of a table."""
    return {
        (row, column, cell.row_span, cell.column_span)
        for row, column, cell in table.positions()
        if cell.row_span * cell.column_span > 1
    }


def shown(block: Block) -> str:
    """A line for a block in the report of a failure."""
    where = size(block.table) if block.table else str(block.level)
    return f"{block.kind.value:<14} {where:<6} {first_text(block)[:40]}"


@dataclass(frozen=True, slots=True)
class Row:
    """An expected block."""

    kind: str
    level: str | int | None
    text: str
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @classmethod
    def of(cls, fields: list[Any]) -> "Row":
        """The row as it stands in the JSON."""
        kind, level, text, *merged = fields
        return cls(kind, level, squeezed(text), tuple(tuple(cell) for cell in merged[0]) if merged else ())

    @property
    def optional(self) -> bool:
        """Whether the block may be part of the one before it."""
        return self.kind.endswith("?")

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds that are right."""
        return frozenset(self.kind.rstrip("?").split("|"))

    def begins(self, block: Block) -> bool:
        """Whether the block has the expected text."""
        text = first_text(block)
        return self.text[1:] in text if self.text.startswith("~") else text.startswith(self.text)

    def faults(self, block: Block, skip: frozenset[str]) -> Iterator[str]:
        """What is wrong with the block, the text aside."""
        if block.kind.value not in self.kinds:
            yield f"kind {block.kind.value}, expected {self.kind}"
        elif block.table is not None:
            yield from self._faults_of_table(block.table, block.kind is BlockKind.CONTACT_TABLE, skip)
        elif self.level is not None and str(block.level) not in str(self.level).split("|"):
            yield f"level {block.level}, expected {self.level}"

    def _faults_of_table(self, table: Table, contact: bool, skip: frozenset[str]) -> Iterator[str]:
        if contact and "contact_size" in skip:
            return
        if size(table) != self.level:
            yield f"table {size(table)}, expected {self.level}"
        elif missing := set(self.merged) - merges(table):
            yield f"cells {sorted(missing)} are not merged"


def compare(release: Release, expected: dict[str, Any], fmt: str) -> list[str]:
    """The structure as a list of lines, those that differ from the expectation marked with ``!``, ``-`` or ``+``.

    Returns:
        An empty list where the structure is as expected.
    """
    rows, rest = [Row.of(fields) for fields in expected["blocks"]], _rest(expected, fmt)
    compared = rows[: next((i for i, row in enumerate(rows) if rest and row.text == rest), len(rows))]
    report = list(_aligned(comparable(release, expected, fmt), compared, skips(expected, fmt)))
    return report if any(line[0] in "!-+" for line in report) else []


def _aligned(blocks: list[Block], rows: list[Row], skip: frozenset[str]) -> Iterator[str]:
    """Walks both lists; after a difference it goes on where the texts meet again."""
    at = 0
    for number, row in enumerate(rows):
        if row.kind == "*":
            at = _meeting(blocks, at, rows[number + 1 :], len(blocks))
            continue
        found = next((i for i in range(at, min(at + _REACH, len(blocks))) if row.begins(blocks[i])), None)
        if found is None or (row.optional and found > at):
            if not row.optional:
                yield f"- {row.kind:<14} {row.level!s:<6} {row.text[:40]}"
            continue
        yield from (f"+ {shown(block)}" for block in blocks[at:found])
        faults = "; ".join(row.faults(blocks[found], skip))
        yield f"! {shown(blocks[found])}   <- {faults}" if faults else f"  {shown(blocks[found])}"
        at = found + 1
    yield from (f"+ {shown(block)}" for block in blocks[at:])


def _meeting(blocks: list[Block], at: int, rows: list[Row], default: int) -> int:
    following = next((row for row in rows if not row.optional and row.kind != "*"), None)
    if following is None:
        return default
    met = (i for i in range(at, len(blocks)) if following.begins(blocks[i]) and blocks[i].kind.value in following.kinds)
    return next(met, at)
