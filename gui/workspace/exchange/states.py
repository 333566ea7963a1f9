"""Corrections and states that a person accepted, as edits of the project."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gui.document.edit import Edit, TargetEdit
from gui.document.project import Snapshot
from gui.document.segment import State, Translation
from gui.workspace.corrections.model import Change, Remark
from gui.workspace.corrections.taking import Taking, taking_over
from gui.workspace.exchange.reading import StateChange
from gui.workspace.versions import keeping

_SIGNED = (State.REVIEWED, State.FINAL)


def taking_exchange(
    snapshot: Snapshot,
    changes: Sequence[Change],
    remarks: Sequence[Remark],
    states: Iterable[StateChange],
    how: Taking,
) -> list[Edit]:
    """The edits for accepted changes, remarks and states, after one that keeps the project as it was.

    A segment whose English is not taken over keeps its state, since that was given to other words.
    """
    edits = taking_over(snapshot, changes, remarks, how)
    now = {segment.key: segment.translation for segment in snapshot.segments()}
    wanted = {state.key: state.new for state in states if now[state.key].state is state.old}
    result = [_with_state(edit, wanted, how) for edit in edits]
    taken = {edit.key for edit in result if isinstance(edit, TargetEdit)}
    alone = [
        TargetEdit(key, now[key], _signed(now[key], state, how))
        for key, state in wanted.items()
        if key not in taken and now[key].text
    ]
    if alone and not result:
        result.append(keeping(snapshot, how.version, how.reviewer, how.at, automatic=True))
    return [*result, *alone]


def _with_state(edit: Edit, wanted: dict[str, State], how: Taking) -> Edit:
    if isinstance(edit, TargetEdit) and edit.key in wanted and edit.new.text:
        return replace(edit, new=_signed(edit.new, wanted[edit.key], how))
    return edit


def _signed(translation: Translation, state: State, how: Taking) -> Translation:
    """In a state, signed if that takes a person, and with nothing left to confirm if it is no draft."""
    by, at = (how.reviewer, how.at) if state in _SIGNED else ("", None)
    marks = translation.marks if state.is_open else ()
    return replace(translation, state=state, marks=marks, signed_by=by, signed_at=at)
