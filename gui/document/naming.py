"""The English spellings of persons that a person has confirmed for a project."""

from gui.document.project import Snapshot

CONFIRMED_NAMES = "confirmed_names"
"""Property: a mapping from a name in Hangul, without white space, to its confirmed English."""


def confirmed_names(snapshot: Snapshot) -> dict[str, str]:
    """The confirmed spellings by the Hangul without white space."""
    value = snapshot.property(CONFIRMED_NAMES)
    return {name: str(english) for name, english in value.items()} if isinstance(value, dict) else {}
