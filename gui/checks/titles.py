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
        abroad = any(_is_foreign(item.term) for item in found)
        other = self._other_rank(segment, titles, written[titles[0].term], abroad=abroad)
        if other is not None:
            yield other
        elif not abroad:
            for item in titles:
                yield from self._forbidden(segment, item, written[item.term])

    def _forbidden(self, segment: Segment, item: FoundTerm, wording: Wording) -> Iterator[Issue]:
        if wording.forbidden and not wording.accepted:
            term = item.term
            said = segment.target[slice(*wording.forbidden)]
            message = note("{korean} is {right}, not {said}.", korean=term.korean, right=term.english, said=said)
            span = item.start, item.end
            yield Issue(self.id, self.severity, segment.key, message, span, wording.forbidden, term.english)

    def _other_rank(self, segment: Segment, titles: list[FoundTerm], wording: Wording, *, abroad: bool) -> Issue | None:
        """Where the Korean has one title and the English one of the same family, another one."""
        term, place = titles[0].term, (titles[0].start, titles[0].end)
        severity, family = next((item for item in _FAMILIES.items() if term.english in item[1]), (self.severity, ()))
        ranks = dict(_ranks(segment.target, family))
        if len(ranks) != 1 or len({item.term for item in titles}) != 1:
            return None
        ((rank, span),) = ranks.items()
        if rank in (term.english, *term.accepted):
            return None
        if wording.forbidden and wording.forbidden[0] <= span[0] and span[1] <= wording.forbidden[1]:
            span = wording.forbidden  # Assistant Vice Minister, not only Vice Minister
        said = segment.target[slice(*span)]
        message = note("{korean} is {right}, not {said}.", korean=term.korean, right=term.english, said=said)
        return Issue(self.id, self.severity if abroad else severity, segment.key, message, place, span, term.english)


def _is_foreign(term: Term) -> bool:
    """Whether a term names a country but ours; its officials have titles of their own (Secretary of Commerce)."""
    return term.domain == "country" and not term.english.startswith(("Korea", "Republic of Korea"))


def _ranks(english: str, family: tuple[str, ...]) -> list[tuple[str, tuple[int, int]]]:
    """The ranks of the family that the English gives with a capital, each where no longer one covers it."""
    found: list[tuple[str, tuple[int, int]]] = []
    for rank in family:
        for span in mentions(english, rank):
            if english[span[0]].isupper() and not any(start <= span[0] and span[1] <= end for _, (start, end) in found):
                found.append((rank, span))
    return found
