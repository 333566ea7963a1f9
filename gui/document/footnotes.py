"""Which block carries the star, or the number, that a foot-note explains."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gui.document.release import Block, BlockKind

_BEGINS = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.ANNEX_HEADING)
"""A foot-note explains nothing that stands before the title of its own section."""

_FARTHEST = 6
"""Blocks between a foot-note and its star at most: it stands right below, or below the table that follows the star."""


def anchors(blocks: Sequence[Block]) -> dict[int, int]:
    """For each foot-note whose mark was found, by their places in ``blocks``: the block that carries the mark.

    That is the nearest one above with a mark of exactly this form (``**`` is not ``*``) that no other foot-note has
    taken. A foot-note whose mark stands nowhere is left out.
    """
    found: dict[int, int] = {}
    taken: Counter[tuple[int, str]] = Counter()
    for index, block in enumerate(blocks):
        mark = block.lead.strip()
        if block.kind is BlockKind.FOOTNOTE and mark:
            places = (place for place in _above(blocks, index) if _count(blocks[place], mark) > taken[place, mark])
            place = next(places, None)
            if place is not None:
                found[index] = place
                taken[place, mark] += 1
    return found


def _above(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The places that a foot-note may belong to, nearest first."""
    seen = 0
    for place in range(index - 1, -1, -1):
        if blocks[place].kind is BlockKind.FOOTNOTE:
            continue
        yield place
        seen += 1
        if blocks[place].kind in _BEGINS or seen > _FARTHEST:
            return


def _count(block: Block, mark: str) -> int:
    """How often a mark stands in a block, other than as its own bullet or as a part of a longer mark."""
    text = block.whole if block.kind.is_table else block.content.text
    return len(mark_pattern(mark).findall(text))


def mark_pattern(mark: str) -> re.Pattern[str]:
    """What finds a mark in a text, but not as a part of a longer one."""
    before, after = (r"(?<!\*)", r"(?!\*)") if mark.startswith("*") else (r"(?<![\d*])", r"(?!\d)")
    return re.compile(before + re.escape(mark) + after)
