"""Titles: a Vice Minister is no Minister."""

from collections.abc import Iterator

from gui.checks.terms import TITLES
from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.term_wording import Wording, mentions, terms_in, wordings
from gui.language.termbase import FoundTerm, Term

_FAMILIES = {
    Severity.ERROR: ("Deputy Prime Minister", "Prime Minister", "Vice Minister", "Deputy Minister", "Minister"),
    Severity.WARNING: ("Deputy Director General", "Deputy Director-General", "Director General", "Director-General",
                       "Deputy Director", "Assistant Director", "Director"),
}  # fmt: skip
"""Ranks that are taken for each other, longer wordings first; those of directors differ from country to country."""


class TitleCheck:
    """Forbidden wordings of titles, and a rank in the English that the Korean does not give."""

    id = "titles"
    label = note("Titles and ranks")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each title whose English is not right."""
        if not segment.target.strip():
            return
        found = terms_in(segment.source.text, snapshot.release.distributed)
        titles = [item for item in found if item.term.domain == TITLES]
        if not titles:
            return
        written = wordings((item.term for item in found), segment.target)
        other = list(self._other_rank(segment, titles, written[titles[0].term]))
        yield from other
        if not other and not any(_is_foreign(item.term) for item in found):
            for item in titles:
                yield from self._forbidden(segment, item, written[item.term])

    def _forbidden(self, segment: Segment, item: FoundTerm, wording: Wording) -> Iterator[Issue]:
        if wording.forbidden and not wording.accepted:
            term = item.term
            said = segment.target[slice(*wording.forbidden)]
            message = note("{korean} is {right}, not {said}.", korean=term.korean, right=term.english, said=said)
            span = item.start, item.end
            yield Issue(self.id, self.severity, segment.key, message, span, wording.forbidden, term.english)

    def _other_rank(self, segment: Segment, titles: list[FoundTerm], wording: Wording) -> Iterator[Issue]:
        """Where the Korean has one title and the English one of the same family, another one."""
        term, place = titles[0].term, (titles[0].start, titles[0].end)
        for severity, family in _FAMILIES.items():
            ranks = _ranks(segment.target, family) if term.english in family else []
            if len({item.term for item in titles}) == len({rank for rank, _ in ranks}) == 1 and not _is(
                term, ranks[0][0]
            ):
                span = ranks[0][1]
                if wording.forbidden and wording.forbidden[0] <= span[0] and span[1] <= wording.forbidden[1]:
                    span = wording.forbidden  # Assistant Vice Minister, not only Vice Minister
                said = segment.target[slice(*span)]
                message = note("{korean} is {right}, not {said}.", korean=term.korean, right=term.english, said=said)
                yield Issue(self.id, severity, segment.key, message, place, span, term.english)


def _is_foreign(term: Term) -> bool:
    """Whether a term names a country but ours; its officials have titles of their own (Secretary of Commerce)."""
    return term.domain == "country" and not term.english.startswith(("Korea", "Republic of Korea"))


def _is(term: Term, rank: str) -> bool:
    return rank.casefold() in {wording.casefold() for wording in (term.english, *term.accepted)}


def _ranks(english: str, family: tuple[str, ...]) -> list[tuple[str, tuple[int, int]]]:
    """The ranks of the family that the English gives with a capital, each where no longer one covers it."""
    found: list[tuple[str, tuple[int, int]]] = []
    for rank in family:
        for span in mentions(english, rank):
            if english[span[0]].isupper() and not any(start <= span[0] and span[1] <= end for _, (start, end) in found):
                found.append((rank, span))
    return found
