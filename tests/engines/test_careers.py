"""Careers that no rule was written for: phrases with reference English in ``careers/*.tsv``.

What is drafted must be right or bear a mark. The floors are what was measured; they may only rise.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from gui.engines.cells import translate_cell

YEAR = 2023
FOLDER = Path(__file__).parent / "careers"


def verdicts(name: str) -> Counter[str]:
    """How many phrases of a set are right, marked or left, and silently wrong."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return Counter(verdict(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def verdict(row: dict[str, str]) -> str:
    """What became of one phrase; ``accepted`` holds other right English."""
    found = translate_cell(row["ko"], YEAR, row["context"])
    if found is None:
        return "left"
    if found.text in (row["en"], *row["accepted"].split(" | ")):
        return "right"
    return "marked" if found.marks else "silently wrong"


FLOORS = {
    "first.tsv": 0.97, "second.tsv": 0.95, "third.tsv": 0.95, "fourth.tsv": 0.94, "fifth.tsv": 0.9,
    "sixth.tsv": 0.8, "seventh.tsv": 0.8, "eighth.tsv": 0.88, "ninth.tsv": 0.8, "tenth.tsv": 0.88,
    "eleventh.tsv": 0.88, "twelfth.tsv": 0.9, "thirteenth.tsv": 0.82, "fourteenth.tsv": 0.88,
}  # fmt: skip


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_set_of_careers(name: str, floor: float) -> None:
    counts = verdicts(name)
    assert counts["silently wrong"] == 0
    assert counts["right"] >= floor * counts.total()
