"""What a rule makes of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """English for a text, and the pieces of it that somebody has still to confirm."""

    text: str
    marks: tuple[str, ...] = ()
