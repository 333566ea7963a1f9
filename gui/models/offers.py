"""What the panel of a segment offers for insertion: matches of the memories, and ready-made facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.i18n import tr
from gui.workspace.facts import Fact

if TYPE_CHECKING:
    from gui.workspace.memories import Match  # opened after the first paint

Span = tuple[int, int]
"""Start and end in characters."""

_LONGEST = 40
"""Of the words that a match has not, so many characters are named."""


@dataclass(frozen=True, slots=True)
class Offer:
    """English for insertion.

    Attributes:
        korean: what it is the English of.
        english: what is inserted.
        heading: where it comes from; empty for a fact.
        differences: where the Korean says something else than the segment.
        replaced: parts of the English that were put right for the segment.
        match: the match that it is; ``None`` for a fact, which goes to the caret and replaces nothing.
    """

    korean: str
    english: str
    heading: str = ""
    differences: tuple[Span, ...] = ()
    replaced: tuple[Span, ...] = ()
    match: "Match | None" = None

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers."""
        return " ".join(filter(None, (self.heading, f"{self.korean}  →  {self.english}")))


def of_facts(facts: Iterable[Fact]) -> tuple[Offer, ...]:
    """Facts; what is said twice stands once, where it comes first."""
    return tuple(dict.fromkeys(Offer(fact.korean, fact.english) for fact in facts))


def of_matches(matches: "Iterable[Match]", source: str) -> tuple[Offer, ...]:
    """Matches for a segment with this Korean."""
    return tuple(
        Offer(
            match.unit.source,
            match.target,
            _heading(match, source),
            match.differences.match,
            match.repair.replaced,
            match,
        )
        for match in matches
    )


def _heading(match: "Match", source: str) -> str:
    """The memory and the match value; and the words of the segment that the match has not, which it cannot mark."""
    name = tr("{memory} {percent} %", memory=match.memory, percent=match.percent)
    missing = ", ".join(source[start:end] for start, end in match.differences.segment)
    if not missing:
        return name
    shown = missing if len(missing) <= _LONGEST else f"{missing[:_LONGEST]}…"
    return tr("{name} · here: {words}", name=name, words=shown)
