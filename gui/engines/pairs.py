"""What the embedded engine asks of a translation memory; the memories of :mod:`gui.memory` answer it as they are."""

from datetime import date
from typing import Protocol


class Pair(Protocol):
    """A pair found in memory."""

    @property
    def target(self) -> str:
        """The English."""
        ...

    @property
    def percent(self) -> int:
        """100 for the same source, 101 where its neighbours are the same too, less for one that is like it."""
        ...

    @property
    def marks(self) -> tuple[str, ...]:
        """Parts of the English that a person has still to confirm."""
        ...


class PairSource(Protocol):
    """Somewhere to look up what was translated before."""

    def exact(self, source: str, before: str = "", after: str = "") -> Pair | None:
        """The best pair with this source; neighbours decide between several."""
        ...

    def similar(self, source: str, on: date | None = None) -> Pair | None:
        """The best pair with a source like this one whose figures, days and names were all put right."""
        ...
