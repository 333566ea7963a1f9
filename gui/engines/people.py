"""What a release and its project tell of the spelling of persons' names."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gui.document.naming import confirmed_names
from gui.document.project import Snapshot
from gui.engines.rendering import Rendering
from gui.language.name_proposals import NameProposal, propose_name
from gui.language.names import propose


@dataclass(frozen=True, slots=True)
class People:
    """``confirmed`` spellings by the Hangul; ``sources`` are the Korean texts that may give a Latin spelling."""

    confirmed: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    on: date | None = None

    @classmethod
    def of(cls, snapshot: Snapshot) -> "People":
        """The people of a project."""
        latin = (segment.source.text for segment in snapshot.segments())
        sources = tuple(text for text in latin if any("A" <= letter <= "z" for letter in text))
        return cls(confirmed_names(snapshot), sources, snapshot.release.distributed)

    def proposal(self, name: str) -> NameProposal | None:
        """How the name is to be spelled, ``None`` where the text is no Korean name."""
        return propose_name(name, confirmed=self.confirmed, sources=self.sources, on=self.on)

    def settle(self, rendering: Rendering, source: str) -> Rendering:
        """The rendering with confirmed spellings in place of what was put together for these names."""
        for hangul, english in self.confirmed.items():
            proposed = propose(hangul) if hangul in source else None
            if proposed and proposed in rendering.text:
                marks = tuple(mark for mark in rendering.marks if mark != proposed)
                rendering = replace(rendering, text=rendering.text.replace(proposed, english), marks=marks)
        return rendering
