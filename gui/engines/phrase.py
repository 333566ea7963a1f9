"""What a phrase of a career says, once it is read."""

from dataclasses import dataclass, field


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
