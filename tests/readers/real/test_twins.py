"""The same release as HWPX, HWP and PDF gives the same structure."""

from difflib import unified_diff
from itertools import combinations

import pytest

from gui.document.release import Block, BlockKind
from tests.readers.real.expectations import (
    cases,
    comparable,
    load,
    merges,
    real_file,
    real_release,
    shown,
    size,
    skips,
    squeezed,
)

TORN = 0.05
"""The share of blocks that may have a word torn or glued, where the page itself does not tell."""


def _pairs() -> list[tuple[str, str, str]]:
    stems = dict.fromkeys(stem for stem, _ in cases())
    return [(stem, *pair) for stem in stems for pair in combinations(load(stem)["formats"], 2)]


def _line(block: Block, skip: frozenset[str]) -> str:
    """Kind, level or size and merges, and the whole text of a block."""
    if block.table is None:
        return f"{block.kind.value} {block.level} {squeezed(block.whole)}"
    if block.kind is BlockKind.CONTACT_TABLE and "contact_size" in skip:
        return block.kind.value
    return f"{block.kind.value} {size(block.table)} {sorted(merges(block.table))} {squeezed(block.whole)}"


@pytest.mark.parametrize(("stem", "one", "other"), _pairs())
def test_twins(stem: str, one: str, other: str) -> None:
    expected = load(stem)
    skip = skips(expected, one) | skips(expected, other)
    releases = [real_release(real_file(stem, fmt)) for fmt in (one, other)]
    left, right = ([_line(block, skip) for block in comparable(release, expected, one, other)] for release in releases)
    assert left == right, "\n" + "\n".join(unified_diff(left, right, one, other, n=1, lineterm=""))


@pytest.mark.parametrize("stem", [stem for stem, one, other in _pairs() if {one, other} == {"hwpx", "hwp"}])
def test_hwp_is_equal_to_hwpx(stem: str) -> None:
    """The two formats of Hangul tell the same: every block with its spaces, formatting, merges and evidence."""
    newer, older = (real_release(real_file(stem, fmt)) for fmt in ("hwpx", "hwp"))
    different = [shown(block) for block in newer.blocks if block not in older.blocks]
    assert newer.blocks == older.blocks, different
    assert newer.set_aside == older.set_aside


@pytest.mark.parametrize("stem", dict.fromkeys(stem for stem, _, other in _pairs() if other == "pdf"))
def test_words_of_a_pdf_stay_apart(stem: str) -> None:
    """A PDF knows no words, but nearly all of them come out as they are in the twin."""
    expected = load(stem)
    releases = [real_release(real_file(stem, fmt)) for fmt in ("hwpx", "pdf")]
    pairs = list(zip(*(comparable(release, expected, "hwpx", "pdf") for release in releases), strict=True))
    texts = [(written.whole.split(), found.whole.split()) for written, found in pairs if written.table is None]
    torn = [" ".join(found) for written, found in texts if written != found]
    assert len(torn) <= TORN * len(texts), torn
