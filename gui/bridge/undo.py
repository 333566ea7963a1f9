"""Undo commands: the only writers of the project once a window is open."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from gui.document.edit import Edit, TargetEdit
from gui.document.project import Project

_TYPING, _RUN = 1, 2
"""Qt merges neighbouring commands that share an id."""

_PAUSE = 2.0
"""Seconds without a key press after which typing starts a new undo step."""


class Places(QObject):
    """Tells the views where the last undo or redo happened, so that they can go there."""

    visited = Signal(str)


class EditCommand(QUndoCommand):
    """One user action: some edits, applied together and taken back together."""

    def __init__(self, label: str, project: Project, places: Places, edits: Sequence[Edit], place: str = "") -> None:
        super().__init__(label)
        self._project = project
        self._places = places
        self._edits = list(edits)
        self._place = place
        self._again = False

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of this step that hold, in order."""
        return tuple(self._edits)

    def redo(self) -> None:
        """Apply the edits; those that no longer fit are dropped from the step, so undo restores what was there."""
        self._edits = [edit for edit in self._edits if self._project.apply(edit)]
        self.setObsolete(not self._edits)
        if self._again:
            self._places.visited.emit(self._place)
        self._again = True

    def undo(self) -> None:
        """Apply the inverse edits in reverse order and go back to the place."""
        for edit in reversed(self._edits):
            self._project.apply(edit.inverse())
        self._places.visited.emit(self._place)


class RunCommand(EditCommand):
    """Part of one long action whose edits arrive bit by bit (a draft); the parts join into one step."""

    def __init__(
        self, label: str, project: Project, places: Places, edits: Sequence[Edit], run: object, place: str = ""
    ) -> None:
        super().__init__(label, project, places, edits, place)
        self._run = run

    def id(self) -> int:
        """Marks this command as one that may merge."""
        return _RUN

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next part of the same action into this step."""
        if not isinstance(other, RunCommand) or other._run is not self._run:
            return False
        self._edits += other._edits
        return True


class TypingCommand(EditCommand):
    """Key presses in one segment; they join into one step until a pause, a jump, or a turn to deleting."""

    def __init__(self, label: str, project: Project, places: Places, edit: TargetEdit, caret: int) -> None:
        super().__init__(label, project, places, [edit], edit.key)
        self._time = time.monotonic()
        self._caret = caret
        self._grew = len(edit.new.text) - len(edit.old.text)

    def id(self) -> int:
        """Marks this command as one that may merge."""
        return _TYPING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next key press into this step where it goes on from it."""
        if not isinstance(other, TypingCommand) or not self._goes_on(other):
            return False
        if self._edits and other._edits:
            first, last = self._edits[0], other._edits[-1]
            assert isinstance(first, TargetEdit)
            assert isinstance(last, TargetEdit)
            self._edits = [TargetEdit(first.key, first.old, last.new)]
        self._time, self._caret = other._time, other._caret
        return True

    def _goes_on(self, other: "TypingCommand") -> bool:
        single_keys = self._grew == other._grew and abs(self._grew) == 1
        moved = other._caret - self._caret
        next_to_it = moved == 1 if self._grew > 0 else moved in (-1, 0)  # Backspace, Delete
        same_place = self._place == other._place and next_to_it
        return single_keys and same_place and other._time - self._time < _PAUSE
