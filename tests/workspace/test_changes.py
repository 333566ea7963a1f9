"""Folded edits lead to the same project as the edits themselves: what the journal and the history rest on."""

from hypothesis import given
from hypothesis import strategies as st

from gui.document.edit import Edit, PropertyEdit, TargetEdit
from gui.document.errors import ProjectError
from gui.document.project import Project
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segments import merge_with_next, split_segment
from gui.workspace import codec
from gui.workspace.changes import Changes
from gui.workspace.segmenting import project_from

RELEASE = Release(
    "text", "a", tuple(Block(BlockKind.PARAGRAPH, RichText("회의를 열었습니다. 예산이 늘었습니다.")) for _ in range(2))
)
ACTION = st.tuples(st.sampled_from(["type", "split", "merge", "undo", "property"]), st.integers(0, 5))


def act(project: Project, done: list[Edit], action: str, number: int) -> Edit | None:
    unit = project.unit(f"b{number % 2 + 1}")
    segment = unit.segments[number % len(unit.segments)]
    if action == "type":
        return TargetEdit(segment.key, segment.translation, segment.translation.typed(segment.target + str(number)))
    if action == "property":
        return PropertyEdit("p", project.snapshot().property("p"), number)
    if action == "undo":
        return done.pop().inverse() if done else None
    try:
        return split_segment(unit, segment.key, 5, 1) if action == "split" else merge_with_next(unit, segment.key)
    except ProjectError:
        return None


@given(st.lists(ACTION, max_size=30))
def test_folded_edits_end_where_the_edits_end(actions: list[tuple[str, int]]) -> None:
    project, changes, done = project_from(RELEASE), Changes(), list[Edit]()
    for action, number in actions:
        edit = act(project, done, action, number)
        if edit is not None and project.apply(edit):
            changes.add(edit)
            if action != "undo":
                done.append(edit)
    replayed = project_from(RELEASE)
    assert all(replayed.apply(codec.decode_edit(codec.encode_edit(edit))) for edit in changes)
    assert replayed.snapshot() == project.snapshot()
