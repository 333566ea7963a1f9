"""What a phrase of a career says, once it is read."""

import re
from dataclasses import dataclass, field

_OF_WHOLE = frozenset({
    "CEO", "Co-CEO", "President and CEO", "Chairman and CEO", "Chairman", "Co-Chairman", "Vice Chairman", "President",
    "Founder", "Co-founder", "Chairperson", "Chair", "Honorary Chairman", "Owner",
})  # fmt: skip
"""Titles that belong to an organisation as a whole: what stands before them is its name, not a field."""

_CHIEF_OFFICER = re.compile(r"C[A-Z]{1,3}O|Chief .+ Officer")


def is_of_whole(title: str) -> bool:
    """Whether somebody with this title stands for the whole organisation."""
    return title in _OF_WHOLE or bool(_CHIEF_OFFICER.fullmatch(title))


@dataclass(slots=True)
class Phrase:
    """What a phrase says. ``marks`` are the pieces of its English that somebody has to look at."""

    roles: list[str] = field(default_factory=list)
    subject: str = ""
    units: list[str] = field(default_factory=list)
    organisation: str = ""
    kind: str = ""
    person: str = ""
    join: str = ""
    degree: bool = False
    marks: list[str] = field(default_factory=list)

    @property
    def place_of_work(self) -> list[str]:
        """Units from the inmost outwards, then the organisation."""
        return [*reversed(self.units), *filter(None, [self.organisation])]

    @property
    def has_place(self) -> bool:
        """Whether anything but a role was said."""
        return bool(self.units or self.organisation or self.subject or self.person)


class Unreadable(Exception):
    """The phrase does not fit what is known of such phrases."""
