"""The same release as HWPX, HWP and PDF gives the same structure."""

from difflib import unified_diff
from itertools import combinations

import pytest

from gui.document.release import Block
from tests.readers.expectations import cases, comparable, first_text, load, merges, real_file, real_release, size, skips

_LENGTH = 60
"""Characters of a block that are compared; the whole text is compared by ``test_recall``."""


def _pairs() -> list[tuple[str, str, str]]:
    stems = dict.fromkeys(stem for stem, _ in cases())
    return [(stem, *pair) for stem in stems for pair in combinations(load(stem)["formats"], 2)]


def _line(block: Block, skip: frozenset[str]) -> str:
    if block.table is None:
        return f"{block.kind.value} {block.level} {first_text(block)[:_LENGTH]}"
    if block.kind.value == "contact_table" and "contact_size" in skip:
        return block.kind.value
    spans = "" if "merges" in skip else sorted(merges(block.table))
    return f"{block.kind.value} {size(block.table)} {spans} {first_text(block)[:_LENGTH]}"


@pytest.mark.parametrize(("stem", "one", "other"), _pairs())
def test_twins(stem: str, one: str, other: str) -> None:
    skip = skips(load(stem), one) | skips(load(stem), other)
    releases = [real_release(real_file(stem, fmt)) for fmt in (one, other)]
    left, right = ([_line(block, skip) for block in comparable(release)] for release in releases)
    assert left == right, "\n" + "\n".join(unified_diff(left, right, one, other, n=1, lineterm=""))
