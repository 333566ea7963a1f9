"""Undo steps: what joins, what stays apart, and where undo goes."""

import time

import pytest

from gui.bridge import undo
from gui.bridge.session import Session
from gui.document.edit import TargetEdit
from gui.document.segment import State, Translation
from tests.widgets.opened import draft, draft_edits, paragraph, texts


@pytest.fixture
def key(session: Session) -> str:
    return session.segments()[0].key


def type_on(session: Session, key: str, text: str) -> None:
    """Press the keys of a text one by one at the end."""
    for letter in text:
        whole = session.project.segment(key).target + letter
        session.type_target(key, whole, len(whole))


def test_a_word_is_one_step(session: Session, key: str) -> None:
    type_on(session, key, "Minister")
    assert session.stack.count() == 1
    session.stack.undo()
    assert session.project.segment(key).target == ""


def test_deleting_is_another_step_than_typing(session: Session, key: str) -> None:
    type_on(session, key, "Minister")
    for length in (7, 6, 5):
        session.type_target(key, "Minister"[:length], length)
    assert session.stack.count() == 2


def test_a_pause_begins_a_step(session: Session, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    type_on(session, key, "Mini")
    later = time.monotonic() + undo._PAUSE + 0.1
    monkeypatch.setattr("gui.bridge.undo.time.monotonic", lambda: later)
    type_on(session, key, "ster")
    assert session.stack.count() == 2


def test_another_segment_begins_a_step(session: Session) -> None:
    one, two = (segment.key for segment in session.segments()[:2])
    type_on(session, one, "ab")
    type_on(session, two, "cd")
    type_on(session, one, "ef")
    assert session.stack.count() == 3
    visited: list[str] = []
    session.place_visited.connect(visited.append)
    for _ in range(3):
        session.stack.undo()
    session.stack.redo()
    assert visited == [one, two, one, one]


def test_a_paste_does_not_join_what_was_typed_before(session: Session, key: str) -> None:
    type_on(session, key, "ab")
    session.type_target(key, "abpasted words", 14)
    assert session.stack.count() == 2


def test_a_draft_that_arrives_in_parts_is_one_step(session: Session) -> None:
    edits, run = draft_edits(session), object()
    for start in range(0, len(edits), 20):
        session.push_part("Draft", edits[start : start + 20], run)
    session.push_part("Draft", [TargetEdit("b0.1", Translation("?"), Translation("x"))], object())
    assert session.stack.count() == 1  # the last part fitted nowhere
    drafted = texts(session)
    session.stack.undo()
    assert not any(texts(session))
    session.stack.redo()
    assert texts(session) == drafted


def test_typing_during_a_draft_is_kept_by_undoing_the_draft_last(session: Session, key: str) -> None:
    edits, run = draft_edits(session), object()
    session.push_part("Draft", edits[1:5], run)
    type_on(session, key, "typed")
    session.push_part("Draft", edits[5:], run)
    assert session.stack.count() == 3
    session.stack.undo()
    assert session.project.segment(key).target == "typed"
    session.stack.undo()
    session.stack.undo()
    assert not any(texts(session))


def test_an_edit_that_no_longer_fits_is_skipped_and_not_undone(session: Session, key: str) -> None:
    late = TargetEdit(key, session.project.segment(key).translation, Translation("Machine", State.DRAFT))
    type_on(session, key, "typed")
    steps = session.stack.count()
    session.push("Draft", [late])
    assert session.project.segment(key).target == "typed"
    assert session.stack.count() == steps


def test_everything_goes_back_and_forth(session: Session) -> None:
    unit = paragraph(session)
    draft(session)
    session.confirm([unit.segments[0].key])
    session.split(unit.segments[1].key, 10, 4)
    session.merge(session.project.unit(unit.key).segments[0].key)
    session.set_state([session.project.unit(unit.key).segments[0].key], State.FINAL)
    session.set_property("Embargo", "embargo_lifted", value=True)
    after = session.project.snapshot()
    session.stack.setIndex(0)
    assert not any(texts(session))
    assert session.project.unit(unit.key).segments == unit.segments
    session.stack.setIndex(session.stack.count())
    assert session.project.snapshot() == after


def test_changes_are_told_once(session: Session, key: str) -> None:
    told: list[str] = []
    session.segment_changed.connect(told.append)
    dirty: list[bool] = []
    session.dirty_changed.connect(lambda: dirty.append(session.opened.dirty))
    type_on(session, key, "ab")
    session.type_target(key, "ab", 2)
    assert (told, dirty) == ([key, key], [True])


def test_a_read_only_project_takes_nothing(session: Session, key: str) -> None:
    session.opened.read_only = True
    type_on(session, key, "a")
    draft(session)
    session.confirm([key])
    assert session.stack.count() == 0
