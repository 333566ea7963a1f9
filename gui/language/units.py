"""The units, currencies and counters of ``resources/language/units.tsv``, in Korean and English."""

from dataclasses import dataclass
from decimal import Decimal

from gui import assets


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``factor`` of it make one ``base`` (1 km = 1000 metre); words and signs as they are written.

    ``english`` has singular and plural of each word; the first is the one we write.
    """

    name: str
    kind: str
    base: str
    factor: Decimal
    korean: tuple[str, ...]
    english: tuple[tuple[str, str], ...]
    symbols: tuple[str, ...]


def plural(noun: str) -> str:
    """The regular English plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_SAME_IN_PLURAL = frozenset({"percent", "per cent", "won", "yen", "yuan", "renminbi", "people", "per mille"})


def _forms(word: str) -> tuple[str, str]:
    singular, slash, rest = word.partition("/")
    if slash:
        return singular, rest.partition("/")[0]
    return singular, singular if singular.split()[-1] in _SAME_IN_PLURAL else plural(singular)


def _listed(field: str) -> tuple[str, ...]:
    return tuple(word for word in field.split("|") if word)


def _load() -> dict[str, Unit]:
    lines = assets.path("language", "units.tsv").read_text(encoding="utf-8").splitlines()
    units = {}
    for line in lines[1:]:
        name, kind, base, factor, korean, english, symbols = line.split("\t")
        forms = tuple(_forms(word) for word in _listed(english))
        units[name] = Unit(name, kind, base, Decimal(factor), _listed(korean), forms, _listed(symbols))
    return units


UNITS = _load()
"""Every unit by its name; currencies by their ISO 4217 code."""
