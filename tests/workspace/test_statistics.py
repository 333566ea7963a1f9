"""Counts by state and origin add up to the whole."""

from collections.abc import Callable

from gui.document.edit import TargetEdit
from gui.document.project import Project
from gui.document.segment import OriginKind, State
from gui.workspace.statistics import Count, statistics


def test_everything_is_counted_once(make_project: Callable[[int], Project]) -> None:
    project = make_project(2)
    old = project.segment("b1.1").translation
    project.apply(TargetEdit("b1.1", old, old.typed("The minister’s 12.5-fold plan.")))
    counted = statistics(project.snapshot())
    assert counted.total.segments == 4
    assert counted.states[State.INITIAL].segments + counted.states[State.DRAFT].segments == 4
    assert counted.origins[OriginKind.HUMAN] == Count(1, len("장관은오늘회의를열었습니다"), 4)
    assert counted.origins[None].segments == 3
