"""What a person accepts of an exchange, as one undo step."""

from datetime import UTC, datetime

from gui.document.edit import TargetEdit, VersionEdit
from gui.document.project import Project, Snapshot
from gui.document.release import BlockKind
from gui.document.segment import State, Translation
from gui.workspace.corrections.model import Change
from gui.workspace.corrections.taking import Taking
from gui.workspace.exchange.reading import StateChange
from gui.workspace.exchange.states import taking_exchange
from tests.exporters.releases import Builder

AT = datetime(2024, 6, 1, tzinfo=UTC)
HOW = Taking("Kim", reviewed=False, at=AT, version="Before")


def snapshot() -> Snapshot:
    return Builder().add(BlockKind.PARAGRAPH, ("하나", "One"), ("둘", "Two"), ("셋", "")).snapshot()


def taken(changes: list[Change], states: list[StateChange]) -> dict[str, Translation]:
    before = snapshot()
    project = Project(before.release, before.units)
    edits = taking_exchange(before, changes, [], states, HOW)
    assert all(project.apply(edit) for edit in edits)
    assert sum(isinstance(edit, VersionEdit) for edit in edits) == (1 if edits else 0)
    assert len({edit.key for edit in edits if isinstance(edit, TargetEdit)}) == len(edits[1:])
    return {segment.key: segment.translation for segment in project.snapshot().segments()}


def state(key: str, new: State, old: State = State.TRANSLATED) -> StateChange:
    return StateChange(key, 1, old, new)


def test_a_state_comes_with_its_text_in_one_edit() -> None:
    now = taken([Change("b1.1", 1, "하나", "One", "One", "1")], [state("b1.1", State.FINAL)])
    assert (now["b1.1"].text, now["b1.1"].state, now["b1.1"].signed_by) == ("1", State.FINAL, "Kim")


def test_a_state_alone_is_signed() -> None:
    now = taken([], [state("b1.2", State.REVIEWED)])
    assert (now["b1.2"].text, now["b1.2"].state, now["b1.2"].signed_at) == ("Two", State.REVIEWED, AT)


def test_a_segment_that_changed_meanwhile_or_is_empty_keeps_its_state() -> None:
    now = taken([], [state("b1.2", State.FINAL, State.DRAFT), state("b1.3", State.FINAL, State.INITIAL)])
    assert (now["b1.2"].state, now["b1.3"].state) == (State.TRANSLATED, State.INITIAL)


def test_nothing_comes_of_nothing() -> None:
    assert taking_exchange(snapshot(), [], [], [], HOW) == []
