"""Official names and the newsroom's words, as they hold on the day of the release."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.render import english_date
from gui.language.term_wording import Wording, terms_in, wordings
from gui.language.termbase import FoundTerm, Term

_OFFICIAL = frozenset({"ministry", "agency", "commission", "constitutional", "presidency", "public-institution"})
_NAMES = _OFFICIAL | {"organisation", "international", "region", "person", "event"}
"""Domains in which a forbidden wording names something else; in the others it is only poor English."""

TITLES = "title"
"""The domain that the check of titles looks after."""


_BODY = re.compile(
    r"\b(?:Ministry|Department|Agency|Service|Administration|Commission|Office|Committee|Board) (?:of|for|on) (?:the )?"
    r"[A-Z][\w-]*(?:,? (?:and |of |the |& )*[A-Z][\w-]*)*"
)
"""What looks like the official name of a body."""


_SHORT_FORM = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:ministry|agency|office|commission|committee|administration|board)\b"
)
"""What stands for a name that was given before."""


class TermCheck:
    """The preferred or an accepted English of each term, none that is forbidden, none that is out of date."""

    id = "terms"
    label = note("Terms and official names")
    severity = Severity.ERROR

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each term whose English is not right."""
        found = terms_in(segment.source.text, snapshot.release.distributed)
        written = wordings((item.term for item in found), segment.target) if segment.target.strip() else {}
        for item in found:
            if item.term.domain != TITLES:
                yield from self._english(segment, item, written.get(item.term))
                yield from self._out_of_date(snapshot, segment, item)

    def _english(self, segment: Segment, item: FoundTerm, wording: Wording | None) -> Iterator[Issue]:
        term, span = item.term, (item.start, item.end)
        if wording is None:
            return
        if wording.forbidden:
            severity = self.severity if term.domain in _NAMES else Severity.WARNING
            said = segment.target[slice(*wording.forbidden)]
            message = note("{korean} is {right}, not {said}.", korean=term.korean, right=term.english, said=said)
            suggestion = _in_title(term.english) if said.startswith("Minister ") else term.english
            yield Issue(self.id, severity, segment.key, message, span, wording.forbidden, suggestion)
        elif not wording.accepted and _is_binding(term) and not _SHORT_FORM.search(segment.target):
            made_up = _BODY.search(segment.target) if term.domain in _OFFICIAL else None
            severity = Severity.WARNING if made_up or term.by_user else Severity.INFO
            message = note("The English of {korean} is {right}.", korean=term.korean, right=term.english)
            place = made_up.span() if made_up else None
            yield Issue(self.id, severity, segment.key, message, span, place, term.english)

    def _out_of_date(self, snapshot: Snapshot, segment: Segment, item: FoundTerm) -> Iterator[Issue]:
        """A name that did not hold on the day of the release: the text speaks of the past, or nobody noticed."""
        day, term = snapshot.release.distributed, item.term
        if day is None or term.valid(day) or term.domain not in _OFFICIAL:
            return
        if term.valid_to and term.valid_to < day:
            message = note("{korean} was the name until {day}.", korean=term.korean, day=english_date(term.valid_to))
        elif term.valid_from:
            message = note("{korean} is the name from {day} on.", korean=term.korean, day=english_date(term.valid_from))
        else:
            return
        yield Issue(self.id, Severity.INFO, segment.key, message, (item.start, item.end))


def _in_title(ministry: str) -> str:
    return ministry.replace("Ministry", "Minister", 1)


def _is_binding(term: Term) -> bool:
    """Whether nobody words it as they like: the name of a body (정부 is a mere word), or what the user laid down."""
    return term.certainty != "B" and (term.by_user or (term.domain in _OFFICIAL and not term.english.islower()))
