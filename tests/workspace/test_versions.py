"""Versions: what was changed since, and bringing one back."""

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from gui.document.edit import TargetEdit
from gui.document.project import Project
from gui.document.review import Version
from gui.document.segments import merge_with_next, split_segment
from gui.workspace.segmenting import project_from
from gui.workspace.versions import bringing_back, differences, keeping, renaming

NOW = datetime.now(UTC)


def typed(project: Project, key: str, text: str) -> None:
    old = project.segment(key).translation
    assert project.apply(TargetEdit(key, old, old.typed(text)))


def kept(project: Project) -> Version:
    edit = keeping(project.snapshot(), "First", "Kim", NOW)
    assert project.apply(edit)
    assert edit.new is not None
    return edit.new


def bring_back(project: Project, version: Version) -> None:
    for edit in list(bringing_back(project.snapshot(), version)):
        assert project.apply(edit)


def test_what_was_changed_is_told_by_segment(make_project: Callable[[int], Project]) -> None:
    project = make_project(3)
    typed(project, "b1.1", "One.")
    version = kept(project)
    assert list(differences(project.snapshot(), version)) == []
    typed(project, "b1.1", "Uno.")
    (found,) = differences(project.snapshot(), version)
    assert (found.key, found.old, found.new) == ("b1.1", "One.", "Uno.")


def test_bringing_back_undoes_typing_splits_and_merges(make_project: Callable[[int], Project]) -> None:
    project = make_project(2)
    typed(project, "b1.1", "One.")
    version, before = kept(project), project.snapshot().units
    project.apply(split_segment(project.unit("b1"), "b1.1", 4, 2))
    project.apply(merge_with_next(project.unit("b2"), "b2.1"))
    typed(project, next(iter(project.keys())), "Uno")
    assert list(differences(project.snapshot(), version))
    bring_back(project, version)
    assert project.snapshot().units == before


def test_a_renamed_version_is_a_persons(make_project: Callable[[int], Project]) -> None:
    project = make_project(1)
    version = kept(project)
    assert project.apply(renaming(version, "As sent"))
    assert [(v.name, v.automatic) for v in project.versions()] == [("As sent", False)]


@given(texts=st.lists(st.text(max_size=20), min_size=1, max_size=6))
def test_any_typing_is_brought_back(texts: list[str]) -> None:
    from gui.document.release import Block, BlockKind, Release
    from gui.document.richtext import RichText

    blocks = tuple(Block(BlockKind.PARAGRAPH, RichText(f"문장 {number}입니다.")) for number in range(len(texts)))
    project = project_from(Release("text", "a.txt", blocks))
    version, before = kept(project), project.snapshot().units
    for key, text in zip(list(project.keys()), texts, strict=True):
        old = project.segment(key).translation
        project.apply(TargetEdit(key, old, old.typed(text)))
    bring_back(project, version)
    assert project.snapshot().units == before
