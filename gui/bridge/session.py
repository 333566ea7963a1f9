"""The open project as the window sees it: signals out, user actions in, each one undo step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.bridge.undo import EditCommand, Places, RunCommand, TypingCommand
from gui.document.edit import BlockEdit, Edit, Json, PropertyEdit, SegmentsEdit, TargetEdit
from gui.document.project import Project
from gui.document.release import BlockKind
from gui.document.segment import HUMAN, Segment, State, Translation
from gui.document.segments import merge_with_next, split_segment
from gui.i18n import tr
from gui.workspace.open_project import OpenProject


class Session(QObject):
    """Wraps one :class:`OpenProject` for its window. All methods belong to the UI thread.

    ``author`` is who works here: it signs reviews, comments and versions.
    """

    segment_changed = Signal(str)
    """The English or the state of a segment changed (its key)."""

    unit_changed = Signal(str)
    """The segments of a unit were replaced (its key)."""

    block_changed = Signal(str)
    """A unit is now of another kind (its key)."""

    property_changed = Signal(str)
    """A property of the project changed (its name)."""

    review_changed = Signal()
    """A comment or a version was added, changed or removed."""

    place_visited = Signal(str)
    """Undo or redo happened at this segment."""

    journal_turned = Signal(object)
    """The recovery journal cannot be written (a :class:`Message` says why), or can be again (``None``)."""

    editable_changed = Signal()
    """Changes have become possible: a project that could only be read was saved under another name."""

    dirty_changed = Signal()
    """The project has, or no longer has, unsaved changes."""

    def __init__(self, opened: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.author = ""
        self.stack = QUndoStack(self)
        self._places = Places(self)
        self._places.visited.connect(self.place_visited)
        self._was_dirty = opened.dirty
        self._was_editable = self.editable
        self.project.subscribe(self._on_edit)
        opened.watch_journal(self.journal_turned.emit)

    @property
    def project(self) -> Project:
        """The project; it is written to through this object only."""
        return self.opened.project

    @property
    def editable(self) -> bool:
        """Whether changes are possible (not for a file of a future version)."""
        return not self.opened.read_only

    def _on_edit(self, edit: Edit) -> None:
        if isinstance(edit, TargetEdit):
            self.segment_changed.emit(edit.key)
        elif isinstance(edit, SegmentsEdit):
            self.unit_changed.emit(edit.unit)
        elif isinstance(edit, BlockEdit):
            self.block_changed.emit(edit.new.key)
        elif isinstance(edit, PropertyEdit):
            self.property_changed.emit(edit.name)
        else:
            self.review_changed.emit()
        self.refresh_dirty()

    def refresh_dirty(self) -> None:
        """Tell listeners if the state of the file has turned: after edits and saves."""
        if self.opened.dirty != self._was_dirty:
            self._was_dirty = self.opened.dirty
            self.dirty_changed.emit()
        if self.editable != self._was_editable:
            self._was_editable = self.editable
            self.editable_changed.emit()

    def push(self, label: str, edits: Sequence[Edit], place: str = "") -> None:
        """Make a change of one or several edits, as one undo step."""
        if edits and self.editable:
            self.stack.push(EditCommand(label, self.project, self._places, edits, place))

    def push_part(self, label: str, edits: Sequence[Edit], run: object, place: str = "") -> None:
        """Make part of a long action; those of one ``run`` become one undo step, which goes back to ``place``."""
        if edits and self.editable:
            self.stack.push(RunCommand(label, self.project, self._places, edits, run, place))

    def type_target(self, key: str, text: str, caret: int) -> None:
        """A person typed: the English of a segment is now ``text`` with the caret at ``caret``."""
        old = self.project.segment(key).translation
        if text == old.text or not self.editable:
            return
        edit = TargetEdit(key, old, old.typed(text))
        self.stack.push(TypingCommand(tr("Typing"), self.project, self._places, edit, caret))

    def replace_target(self, label: str, key: str, text: str) -> None:
        """Put ``text`` on the English side as one step (an insertion, a quick fix, a replacement)."""
        self.replace_targets(label, [(key, text)])

    def replace_targets(self, label: str, texts: Sequence[tuple[str, str]]) -> None:
        """The same for several segments, as one step."""
        edits = [
            TargetEdit(key, old, old.typed(text)) for key, text in texts if (old := self._translation(key)).text != text
        ]
        self.push(label, edits, texts[0][0] if texts else "")

    def set_state(self, keys: Sequence[str], state: State) -> None:
        """Review or approve segments that have English, or open them again; only that keeps what is left to confirm.

        Reviews and approvals are signed with the author and the time.
        """
        edits: list[Edit] = []
        at = datetime.now(UTC)
        for key in keys:
            old = self._translation(key)
            marks = old.marks if state.is_open else ()
            new = Translation(old.text, state, old.origin or HUMAN, marks)
            if state in (State.REVIEWED, State.FINAL):
                new = replace(new, signed_by=self.author, signed_at=at)
            if old.text and (state, marks) != (old.state, old.marks):
                edits.append(TargetEdit(key, old, new))
        self.push(tr("Change state"), edits, keys[0] if keys else "")

    def confirm(self, keys: Sequence[str]) -> bool:
        """Confirm segments (the lines of a cell together); ``False`` where none has English to confirm."""
        olds = {key: old for key in keys if (old := self._translation(key)).text}
        edits = [TargetEdit(key, old, old.confirmed()) for key, old in olds.items() if old.confirmed() != old]
        self.push(tr("Confirm"), edits, keys[0] if keys else "")
        return bool(olds)

    def split(self, key: str, source_at: int, target_at: int) -> None:
        """Split a segment at an offset of its Korean and one of its English.

        Raises:
            ProjectError: an offset leaves one half of the Korean empty.
        """
        edit = split_segment(self.project.unit_of(key), key, source_at, target_at)
        self.push(tr("Split segment"), [edit], edit.new[0].key if edit.new else key)

    def merge(self, key: str) -> None:
        """Join a segment with the next one of its paragraph.

        Raises:
            ProjectError: it is the last of its paragraph.
        """
        self.push(tr("Merge segments"), [merge_with_next(self.project.unit_of(key), key)], key)

    def retype(self, unit: str, kind: BlockKind, level: int = 0) -> None:
        """Say what a unit is, as one step; its English stays."""
        from gui.workspace.retyping import retyped  # the patterns of the recogniser take a while to compile

        edit = retyped(self.project.snapshot(), unit, kind, level)
        if edit is not None:
            self.push(tr("Change the kind"), [edit], edit.new.segments[0].key if edit.new.segments else "")

    def set_property(self, label: str, name: str, value: Json) -> None:
        """Set a property of the project as one step."""
        self.push(label, [PropertyEdit(name, self.project.property(name), value)])

    def segments(self) -> list[Segment]:
        """All segments in order."""
        return [self.project.segment(key) for key in self.project.keys()]  # noqa: SIM118 - a project is no dict

    def _translation(self, key: str) -> Translation:
        return self.project.segment(key).translation
