"""One title or phrase quoted in several ways in the Korean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.language.quotations import Quotation, bare, quotations
from gui.language.width import fold

_SHORTEST = 6
"""Characters without white space below which two quotations are too easily alike."""

_ALIKE = 0.85
_NEIGHBOURS = 4
"""With how many neighbours in alphabetical order a quotation is compared."""


@dataclass(frozen=True, slots=True)
class _Place:
    segment: str
    quotation: Quotation


class SourceQuotationCheck:
    """The same words quoted with different words or different marks: one of them was not copied but retyped."""

    id = "source-quotations"
    label = note("Titles and phrases that the Korean quotes in several ways")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each way of quoting after the first."""
        groups: dict[str, list[_Place]] = {}
        for segment in snapshot.segments():
            for quotation in quotations(segment.source.text):
                key = bare(quotation.text)
                if len(key) >= _SHORTEST:
                    groups.setdefault(key, []).append(_Place(segment.key, quotation))
        for places in groups.values():
            yield from self._variants(places)
        for earlier, later in _near(groups):
            words = note("{now} was quoted before as {before}: ask which is right.")
            yield self._issue(groups[later][0], self.severity, words, groups[earlier][0].quotation)

    def _variants(self, places: list[_Place]) -> Iterator[Issue]:
        """The same words in other marks or another spelling; “…” and "…" are one kind of mark."""
        first = places[0].quotation
        seen = {_way(first)}
        for place in places[1:]:
            if _way(place.quotation) not in seen:
                seen.add(_way(place.quotation))
                words = note("{now} was quoted before as {before}: one way of writing it is enough.")
                yield self._issue(place, Severity.INFO, words, first)

    def _issue(self, place: _Place, severity: Severity, words: Message, before: Quotation) -> Issue:
        now = place.quotation
        message = replace(words, values=(("now", now.marked), ("before", before.marked)))
        return Issue(self.id, severity, place.segment, message, (now.start - 1, now.end + 1))


def _way(quotation: Quotation) -> str:
    return fold(quotation.marked).translate(_ONE_SHAPE)


_ONE_SHAPE = str.maketrans("“”｢｣", '""「」')


def _near(groups: dict[str, list[_Place]]) -> set[tuple[str, str]]:
    """Pairs of keys that are nearly the same, in the order of the release.

    Such keys share their beginning or their end, so each is compared with its neighbours in both alphabetical orders.
    """
    place = {key: number for number, key in enumerate(groups)}
    found = set()
    for ordered in (sorted(groups), sorted(groups, key=lambda key: key[::-1])):
        for number, key in enumerate(ordered):
            for other in ordered[number + 1 : number + 1 + _NEIGHBOURS]:
                if _alike(key, other):
                    found.add((key, other) if place[key] < place[other] else (other, key))
    return found


def _alike(first: str, second: str) -> bool:
    """Numbers make another thing of a title (제1차, 제2차)."""
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    upper_bounds_first = matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio
    return all(ratio() >= _ALIKE for ratio in upper_bounds_first)
