"""The bilingual table out, corrected, and back."""

import random
from pathlib import Path

import pytest

from tests.exporters.releases import whole_release
from tests.workspace.corrections.reviewer import (
    HAS_LIBREOFFICE,
    Reviewer,
    came_back,
    check,
    edit_at_random,
    long_release,
    sent_out,
    through_libreoffice,
)

needs_libreoffice = pytest.mark.skipif(not HAS_LIBREOFFICE, reason="LibreOffice is not installed")


def test_nothing_edited_nothing_found(tmp_path: Path) -> None:
    project = sent_out(whole_release(), tmp_path / "table.docx")
    found = came_back(tmp_path / "table.docx", project.snapshot())
    assert (found.changes, found.remarks, found.problems, found.notes) == ((), (), (), ())


@needs_libreoffice
@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")])
def test_libreoffice_changes_nothing(tmp_path: Path, formats: tuple[str, ...]) -> None:
    project = sent_out(whole_release(), tmp_path / "table.docx")
    path = through_libreoffice(tmp_path / "table.docx", tmp_path, *formats)
    found = came_back(path, project.snapshot())
    assert (found.changes, found.remarks, found.problems, found.notes) == ((), (), (), ())


@pytest.mark.parametrize("seed", range(10))
def test_edits_come_back_as_made_or_are_reported(tmp_path: Path, seed: int) -> None:
    snapshot = sent_out(long_release(400), tmp_path / "table.docx").snapshot()
    reviewer = Reviewer(tmp_path / "table.docx", snapshot)
    made = edit_at_random(reviewer, snapshot, 300, random.Random(seed))
    check(made, came_back(reviewer.save(), snapshot))


@needs_libreoffice
@pytest.mark.parametrize("seed", [100])
def test_edits_come_back_through_libreoffice(tmp_path: Path, seed: int) -> None:
    snapshot = sent_out(long_release(400), tmp_path / "table.docx").snapshot()
    reviewer = Reviewer(tmp_path / "table.docx", snapshot)
    made = edit_at_random(reviewer, snapshot, 300, random.Random(seed))
    path = through_libreoffice(reviewer.save(), tmp_path, "docx")
    check(made, came_back(path, snapshot))
