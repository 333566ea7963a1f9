"""What is sent out is kept; what is accepted is taken over, and can be taken back."""

from pathlib import Path

import pytest

from gui.document.edit import CommentEdit, TargetEdit, VersionEdit
from gui.document.project import PROJECT_ID, Project
from gui.document.release import BlockKind
from gui.document.segment import OriginKind, State, Translation
from gui.workspace.corrections.model import Corrections
from gui.workspace.corrections.sending import sending
from gui.workspace.corrections.taking import Taking, taking_over
from tests.exporters.releases import Builder
from tests.workspace.corrections.reviewer import Reviewer, came_back, sent_out
from tests.workspace.corrections.times import NOW

HOW = Taking("Jane", reviewed=False, at=NOW, version="Before corrections")
KEY = "b1.1"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    pairs = ("첫째", "The first."), ("둘째", "The second.")
    return sent_out(Builder().add(BlockKind.PARAGRAPH, *pairs).snapshot(), tmp_path / "t.docx")


@pytest.fixture
def found(project: Project, tmp_path: Path) -> Corrections:
    reviewer = Reviewer(tmp_path / "t.docx", project.snapshot())
    reviewer.retype(KEY, "The corrected one.")
    reviewer.comment("b1.2", "Sure?", 4, 10)
    return came_back(reviewer.save(), project.snapshot())


def take(project: Project, found: Corrections, how: Taking = HOW) -> list[object]:
    edits = taking_over(project.snapshot(), found.changes, found.remarks, how)
    assert all(project.apply(edit) for edit in edits)
    return list(edits)


def test_accepted_corrections_are_the_reviewers(project: Project, found: Corrections) -> None:
    kinds = [type(edit) for edit in take(project, found)]
    assert kinds == [VersionEdit, TargetEdit, CommentEdit]
    translation = project.segment(KEY).translation
    assert (translation.text, translation.state) == ("The corrected one.", State.TRANSLATED)
    assert translation.origin is not None
    assert (translation.origin.kind, translation.origin.engine) == (OriginKind.HUMAN, "Jane")
    (comment,) = project.comments()
    assert (comment.segment, comment.text, comment.quote, comment.start) == ("b1.2", "Sure?", "second", 4)
    assert comment.key


def test_reviewed_by_the_reviewer(project: Project, found: Corrections) -> None:
    take(project, found, Taking("Jane", reviewed=True, at=NOW, version="Before"))
    translation = project.segment(KEY).translation
    assert (translation.state, translation.signed_by, translation.signed_at) == (State.REVIEWED, "Jane", NOW)


def test_the_project_as_it_was_is_kept(project: Project, found: Corrections) -> None:
    before = project.snapshot()
    take(project, found)
    version = project.versions()[-1]
    assert (version.name, version.automatic, version.at) == ("Before corrections", True, NOW)
    assert [layout.segments for layout in version.layouts] == [unit.segments for unit in before.units]


def test_taken_back_nothing_is_left(project: Project, found: Corrections) -> None:
    before = project.snapshot()
    edits = taking_over(before, found.changes, found.remarks, HOW)
    assert all(project.apply(edit) for edit in edits)
    assert all(project.apply(edit.inverse()) for edit in reversed(edits))
    assert project.snapshot() == before


def test_a_second_time_there_is_nothing_to_take(project: Project, found: Corrections, tmp_path: Path) -> None:
    take(project, found)
    again = came_back(tmp_path / "t.docx", project.snapshot())
    assert (again.changes, again.remarks) == ((), ())


def test_nothing_accepted_changes_nothing(project: Project) -> None:
    assert taking_over(project.snapshot(), (), (), HOW) == []


def test_what_changed_since_the_comparison_stays(project: Project, found: Corrections) -> None:
    old = project.segment(KEY).translation
    assert project.apply(TargetEdit(KEY, old, Translation("Typed.", State.TRANSLATED)))
    assert taking_over(project.snapshot(), found.changes, (), HOW) == []


def test_what_goes_out_is_kept_once(project: Project) -> None:
    assert isinstance(project.property(PROJECT_ID), str)
    assert sending(project.snapshot(), "again", "", NOW) == []
    old = project.segment(KEY).translation
    assert project.apply(TargetEdit(KEY, old, Translation("Other.", State.TRANSLATED)))
    assert [type(edit) for edit in sending(project.snapshot(), "again", "", NOW)] == [VersionEdit]
