"""What a number in a text says: kind, exact value, unit and hedge, the same for Korean and English."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gui.language.units import UNITS


class Kind(StrEnum):
    """What a number counts or names."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    POINT = "point"
    """Percentage points; basis points are hundredths."""
    MULTIPLE = "multiple"
    RATIO = "ratio"
    """``low`` out of ``high``: two thirds, one in three."""
    VERSUS = "versus"
    """``low`` to ``high``: 7대 3."""
    ORDINAL = "ordinal"
    LABEL = "label"
    """A number after its noun: Article 3, Phase 2."""
    AGE = "age"
    AGE_BAND = "age_band"
    DECADE = "decade"
    DURATION = "duration"
    NIGHT = "night"
    MEASURE = "measure"
    MAGNITUDE = "magnitude"
    DATE = "date"
    TIME = "time"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    COMPARED = "compared"
    """The base of a comparison: against the month, quarter or year before."""


def kind_of(unit: str) -> Kind:
    """What a number of a unit tells, by the unit's name; whatever is no unit is a counter."""
    return Kind(UNITS[unit].kind) if unit in UNITS else Kind.COUNT


class Hedge(StrEnum):
    """How a number is bounded: the classes of Korean hedges and of the English words that satisfy them."""

    ABOUT = "about"
    ODD = "odd"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"


class Role(StrEnum):
    """Whether a figure is the amount of a change or the level reached by it: *by* 40% or *to* 40%."""

    CHANGE = "change"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year as far as it is known; ``part`` is ``early``, ``mid`` or ``late`` in a month or year.

    ``year_given`` is false where the year comes from the date of the release. ``weekday`` counts from 0 = Monday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    year_given: bool = True
    zone: str = ""
    """``local``, ``korea`` or nothing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in a text.

    ``start`` and ``end`` are the offsets of figure and unit without hedge. ``low`` is the value in ``unit`` and
    ``high`` the upper end of a range (or the second number of a ratio), both exact. ``other`` is a second reading of
    an ambiguous figure (2억 5천 원). A ``vague`` number (수십) has the range it may stand for. An ``optional`` number
    may stand on the other side but need not (names with figures, idioms). ``fault`` names what is wrong in its form.
    """

    start: int
    end: int
    kind: Kind
    low: Decimal
    high: Decimal | None = None
    unit: str = ""
    hedges: frozenset[Hedge] = frozenset()
    vague: bool = False
    optional: bool = False
    other: Decimal | None = None
    day: Day | None = None
    direction: int = 0
    """1 up, -1 down, 0 not said."""
    plainly: bool = False
    """Whether the word that gives the direction stands right beside the figure."""
    role: Role | None = None
    fault: str = ""
    bounded: bool = False
    """Bounded in a way of its own, so that English bounds need not agree: a span (19세 이상 34세 이하), 1조원대."""
    noun: str = ""
    """English: the word after the number in lower case. Korean: the counter as written."""
    figure_end: int | None = None
    """Where the figure ends and its unit begins."""
    parts: "tuple[Quantity, ...]" = ()
    """The two counts of a ratio, for a translation that keeps them apart: 3명 중 1명."""

    @property
    def base_unit(self) -> str:
        """The unit that :attr:`base_low` counts in, for example metres for kilometres."""
        unit = UNITS.get(self.unit)
        return unit.base if unit else self.unit

    @property
    def base_low(self) -> Decimal:
        """``low`` in the base unit."""
        return self.low * self._factor

    @property
    def base_high(self) -> Decimal | None:
        """``high`` in the base unit."""
        return None if self.high is None else self.high * self._factor

    @property
    def _factor(self) -> Decimal:
        unit = UNITS.get(self.unit)
        return unit.factor if unit else Decimal(1)
