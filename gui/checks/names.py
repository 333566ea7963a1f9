"""Names of persons: one Hangul name, one English spelling, across body and table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.naming import confirmed_names
from gui.document.project import Snapshot
from gui.document.segment import Segment
from gui.language.name_matching import Order, find_name, order_of, swapped
from gui.language.names import propose, split_name
from gui.language.particles import occurrences
from gui.language.romanise import has_hangul
from gui.language.term_wording import terms_in

Span = tuple[int, int]

_PERSON = "person"
_LATIN = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)+")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A Korean name in a segment and how the English spells it there."""

    segment: Segment
    korean: str
    source_span: tuple[int, int]
    target_span: tuple[int, int]
    order: Order

    @property
    def latin(self) -> str:
        return self.segment.target[slice(*self.target_span)]


class NameCheck:
    """Spellings that differ from each other, that cannot be the name, or that put the given name first.

    The spelling that a person confirmed holds, else that of the termbase, of the attendee table, the first one.
    """

    id = "names"
    label = note("Names of persons")
    severity = Severity.ERROR

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each spelling that is not right."""
        names = _names(snapshot)
        cells = [(unit, segment) for unit in snapshot.units for segment in unit.segments if unit.is_name(segment)]
        for _, segment in cells:
            yield from self._cell(segment)
        spellings = [spelling for segment in snapshot.segments() for spelling in _spellings(segment, names)]
        keys = {segment.key for _, segment in cells}
        reference = _references(snapshot, spellings, keys)
        for spelling in spellings:
            yield from self._spelling(spelling, reference[spelling.korean])
        for segment in snapshot.segments():
            if segment.key not in keys and segment.target.strip():
                yield from self._missing(segment, names, reference)

    def _cell(self, segment: Segment) -> Iterator[Issue]:
        """A cell that holds nothing but a name."""
        source, target = segment.source.text.strip(), segment.target.strip()
        if not target:
            return
        span = (0, len(segment.target))
        if split_name(source) and order_of(source, target) is None and _LATIN.fullmatch(target):
            message = note("{latin} does not look like {korean} in Latin letters.", latin=target, korean=source)
            yield Issue(self.id, Severity.WARNING, segment.key, message, None, span, propose(source))
        elif _LATIN.fullmatch(source) and not has_hangul(source) and source.casefold() != target.casefold():
            message = note("The release spells this name {source}.", source=source)
            yield Issue(self.id, Severity.WARNING, segment.key, message, None, span, source)

    def _missing(self, segment: Segment, names: frozenset[str], reference: dict[str, str]) -> Iterator[Issue]:
        """A name of the Korean in whose place the English has another one of that family."""
        places = _places(segment, names)
        for korean, span in places:
            if find_name(korean, segment.target) is not None:
                continue
            other = _other_name(korean, [name for name, _ in places], segment.target)
            if other is not None:
                latin = segment.target[slice(*other)]
                message = note("{latin} does not look like {korean} in Latin letters.", latin=latin, korean=korean)
                right = reference.get(korean) or propose(korean)
                yield Issue(self.id, Severity.WARNING, segment.key, message, span, other, right)

    def _spelling(self, spelling: _Spelling, reference: str) -> Iterator[Issue]:
        key, places = spelling.segment.key, (spelling.source_span, spelling.target_span)
        if spelling.latin.casefold() == reference.casefold():
            if spelling.order is Order.GIVEN_FIRST:
                message = note("{latin}: Korean names have the family name first.", latin=spelling.latin)
                yield Issue(self.id, Severity.WARNING, key, message, *places, swapped(spelling.latin))
            return
        message = note("{korean} is spelled {other} elsewhere.", korean=spelling.korean, other=reference)
        yield Issue(self.id, self.severity, key, message, *places, reference)


def _names(snapshot: Snapshot) -> frozenset[str]:
    """The Korean names in the tables of the release."""
    cells = (segment for unit in snapshot.units for segment in unit.segments if unit.is_name(segment))
    return frozenset(text for cell in cells if split_name(text := cell.source.text.strip()))


def _places(segment: Segment, names: frozenset[str]) -> list[tuple[str, Span]]:
    """The Korean names in a segment, those of the tables and of the termbase, each where it stands first."""
    source = segment.source.text
    listed = ((name, next(occurrences(source, name), None)) for name in names if name in source)
    places = {name: span for name, span in listed if span is not None}
    for found in terms_in(source, None):
        if found.term.domain == _PERSON:
            places.setdefault(found.term.korean, (found.start, found.end))
    return sorted(places.items(), key=lambda place: place[1])


def _spellings(segment: Segment, names: frozenset[str]) -> Iterator[_Spelling]:
    for name, span in _places(segment, names) if segment.target.strip() else ():
        match = find_name(name, segment.target)
        if match is not None and not _is_forbidden(name, segment.target[slice(*match[:2])]):
            yield _Spelling(segment, name, span, match[:2], match[2])


def _other_name(korean: str, others: list[str], english: str) -> Span | None:
    """A name of the same family in the English that is neither this one nor another one of the segment."""
    parts = split_name(korean)
    families = "|".join(map(re.escape, parts[0].spellings)) if parts else ""
    for match in re.finditer(rf"\b(?:{families}) [A-Z][a-z]+-[a-z]+\b", english) if families else ():
        if not any(order_of(name, match[0]) for name in (korean, *others)):
            return match.span()
    return None


def _is_forbidden(name: str, latin: str) -> bool:
    """Whether the check of terms reports the spelling already."""
    return any(latin in found.term.forbidden for found in terms_in(name, None))


def _references(snapshot: Snapshot, spellings: list[_Spelling], cells: set[str]) -> dict[str, str]:
    """For each Korean name the spelling that holds."""
    chosen: dict[str, tuple[int, str]] = {}
    for spelling in spellings:
        rank = 1 if spelling.segment.key in cells else 2
        if spelling.korean not in chosen or rank < chosen[spelling.korean][0]:
            chosen[spelling.korean] = rank, spelling.latin
    for name in chosen:
        for found in terms_in(name, snapshot.release.distributed):
            if found.term.domain == _PERSON and found.term.korean == name and found.term.certainty != "B":
                chosen[name] = 0, found.term.english
    confirmed = confirmed_names(snapshot)
    return {name: confirmed.get(name, latin) for name, (_, latin) in chosen.items()}
