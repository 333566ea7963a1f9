"""What a word of the vocabulary is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a word does in a phrase of a career."""

    ORGANISATION = "organisation"
    GENERIC = "generic"
    """What closes the name of an organisation: 병원, 협회, 바이오."""
    SCHOOL = "school"
    """A school within a university."""
    UNIT = "unit"
    """A part of an organisation: 센터, 팀, 학과."""
    HEAD = "head"
    """Somebody at the head of a unit, in one word with it: 센터장. The English is ``title>unit``."""
    ROLE = "role"
    DEGREE = "degree"
    FIELD = "field"
    MODIFIER = "modifier"
    FORMER = "former"
    """How somebody holds the office: 전, 직무대행, 내정자. The English is a word before it or a template."""
    EXAM = "exam"
    PLACE = "place"
    COUNTRY = "country"
    AND = "and"
    FILLER = "filler"
    """A word that English leaves out: 학위, 분야, ㈜."""
    LATIN = "latin"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the vocabulary.

    ``join`` tells how a field goes with a role (``of``, ``comma``, ``pre``, ``charge``), a unit with its name
    (``before``, ``dept``) or a degree with its subject (``in``, ``from``). ``context`` is the kind of organisation: for
    one it is what that is, for a role where this English holds. ``sure`` is false where somebody should look at it.
    """

    korean: str
    english: str
    kind: Kind
    join: str = ""
    context: str = ""
    sure: bool = True
