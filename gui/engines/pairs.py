"""What the embedded engine asks of a translation memory; the memories of :mod:`gui.memory` answer it as they are."""

from typing import Protocol


class Pair(Protocol):
    """A pair found in memory."""

    @property
    def target(self) -> str:
        """The English."""
        ...

    @property
    def percent(self) -> int:
        """100 for the same source, 101 where its neighbours are the same too."""
        ...


class PairSource(Protocol):
    """Somewhere to look up what was translated before."""

    def exact(self, source: str, before: str = "", after: str = "") -> Pair | None:
        """The best pair with this source; neighbours decide between several."""
        ...
