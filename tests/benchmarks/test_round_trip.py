"""The bilingual table out, corrected by script, and back: how long, and whether anything is lost."""

import random
import time
from pathlib import Path

import pytest

from gui.language.word_diff import word_diff
from gui.workspace.corrections.reading import read_corrections
from tests.benchmarks.conftest import Report
from tests.workspace.corrections.reviewer import (
    HAS_LIBREOFFICE,
    Made,
    Reviewer,
    came_back,
    check,
    edit_at_random,
    long_release,
    sent_out,
    through_libreoffice,
)

SEGMENTS = 1_000
SECONDS_BOUND = 5.0
EDITS = 300
ROUNDS = 5


def test_a_thousand_segments(tmp_path: Path, report: Report) -> None:
    """Export, read back in the process with limits, and the differences of all rows, 300 of which were corrected."""
    release = long_release(SEGMENTS)
    start = time.perf_counter()
    snapshot = sent_out(release, tmp_path / "table.docx").snapshot()
    exported = time.perf_counter() - start
    reviewer = Reviewer(tmp_path / "table.docx", snapshot)
    made = edit_at_random(reviewer, snapshot, EDITS, random.Random(7))
    reviewer.save()
    start = time.perf_counter()
    found = read_corrections(tmp_path / "table.docx", snapshot)
    for change in found.changes:
        word_diff(change.current, change.corrected)
    back = time.perf_counter() - start
    check(made, found)
    report(
        f"round trip of {sum(1 for _ in snapshot.segments())} segments",
        f"{exported + back:.2f} s: {exported:.2f} out, {back:.2f} back (bound {SECONDS_BOUND:.0f} s)",
    )
    assert exported + back < SECONDS_BOUND


def corrected(folder: Path, seed: int, *formats: str) -> Made:
    """A table with edits at random, read back after LibreOffice has written it in these formats."""
    folder.mkdir()
    snapshot = sent_out(long_release(EDITS + 100), folder / "table.docx").snapshot()
    reviewer = Reviewer(folder / "table.docx", snapshot)
    made = edit_at_random(reviewer, snapshot, EDITS, random.Random(seed))
    path = through_libreoffice(reviewer.save(), folder, *formats) if formats else reviewer.save()
    check(made, came_back(path, snapshot))
    return made


@pytest.mark.parametrize("formats", [(), ("docx",), ("odt", "docx")], ids=["xml", "docx", "odt"])
def test_no_correction_is_lost(tmp_path: Path, report: Report, formats: tuple[str, ...]) -> None:
    if formats and not HAS_LIBREOFFICE:
        pytest.skip("LibreOffice is not installed")
    rounds = [corrected(tmp_path / f"{seed}", 1_000 + seed, *formats) for seed in range(ROUNDS)]
    way = " and ".join(("XML", *formats)) if formats else "XML"
    texts = sum(len(made.texts) for made in rounds)
    reported = sum(len(made.reported) for made in rounds)
    report(
        f"{ROUNDS} × {EDITS} corrections through {way}",
        f"{texts} texts and {sum(len(made.comments) for made in rounds)} comments back as made, "
        f"{reported} rows reported, 0 lost, 0 in another row",
    )
