"""Edits waiting to be written down, each segment's typing folded into one."""

from collections.abc import Iterator

from gui.document.edit import Edit, SegmentsEdit, TargetEdit


class Changes:
    """Edits in order; those of one segment, or of the segments of one unit, that follow each other become one."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._typing: dict[str, TargetEdit] = {}

    def add(self, edit: Edit) -> None:
        """Append an edit. One that changes segments closes what was typed before it."""
        if isinstance(edit, TargetEdit):
            first = self._typing.get(edit.key)
            self._typing[edit.key] = TargetEdit(edit.key, first.old if first else edit.old, edit.new)
            return
        self._done += self._typing.values()
        self._typing.clear()
        last = self._done[-1] if self._done else None
        if isinstance(edit, SegmentsEdit) and isinstance(last, SegmentsEdit) and _goes_on(last, edit):
            edit = SegmentsEdit(
                edit.unit, last.old, edit.new
            )  # Korean typed into a table: one table, not one a syllable
            self._done.pop()
        self._done.append(edit)

    @classmethod
    def of(cls, *parts: "Changes") -> "Changes":
        """The edits of several, one after the other."""
        whole = cls()
        for part in parts:
            for edit in part:
                whole.add(edit)
        return whole

    def __iter__(self) -> Iterator[Edit]:
        yield from self._done
        yield from self._typing.values()

    def __bool__(self) -> bool:
        return bool(self._done or self._typing)


def _goes_on(last: SegmentsEdit, edit: SegmentsEdit) -> bool:
    return last.unit == edit.unit and last.new == edit.old
