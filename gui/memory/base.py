"""What a translation memory is."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Match:
    """A pair found in memory: ``percent`` is 100 for the same source, 101 where its neighbours are the same too."""

    source: str
    target: str
    percent: int
    memory: str


class Memory(Protocol):
    """Pairs of Korean and English segments."""

    name: str

    def exact(self, source: str, before: str = "", after: str = "") -> Match | None:
        """The best pair with this source, white space and width folded; neighbours decide between several."""
        ...
