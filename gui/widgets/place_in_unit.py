"""Where the caret stands in a paragraph whose segments are being replaced by a split, a merge, or their undo."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceInUnit:
    """A caret before the change.

    Attributes:
        unit: the unit whose segments are replaced.
        lengths: of the English of its segments, in characters.
        number: the segment with the caret, from 0.
        caret: its offset in that segment.
    """

    unit: str
    lengths: tuple[int, ...]
    number: int
    caret: int

    def among(self, lengths: Sequence[int]) -> tuple[int, int]:
        """The segment and the offset in it that hold the same words now, given the new lengths.

        A caret where a segment was cut goes to the front of the second half.
        """
        if len(lengths) > len(self.lengths):
            length = lengths[self.number]
            is_behind = self.caret >= length
            return (self.number + 1, max(0, self.caret - length - 1)) if is_behind else (self.number, self.caret)
        offset = sum(length + 1 for length in self.lengths[: self.number]) + self.caret
        for number, length in enumerate(lengths):
            if offset <= length:
                return number, offset
            offset -= length + 1
        return len(lengths) - 1, offset
