"""Style that only the whole release shows: won in one form, the President's full name first."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.language.term_wording import terms_in
from gui.language.termbase import Term

_CODE = re.compile(r"(?:\bKRW|₩)\s?\d[\d.,]*(?: (?:million|billion|trillion))?")
_WORD = re.compile(r"\b\d[\d.,]*(?: (?:million|billion|trillion))? won\b")
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.SLOGAN, BlockKind.MASTHEAD})


class ReleaseStyleCheck:
    """``KRW 12 billion`` beside ``12 billion won``, and a President without a first name where he is named first."""

    id = "release-style"
    label = note("One style for won, full names first")
    severity = Severity.INFO

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """At most one finding for each of the two."""
        yield from self._won(snapshot)
        yield from self._president(snapshot)

    def _won(self, snapshot: Snapshot) -> Iterator[Issue]:
        forms = [
            [(segment.key, match) for segment in snapshot.segments() for match in pattern.finditer(segment.target)]
            for pattern in (_CODE, _WORD)
        ]
        if all(forms):
            rare, common = sorted(forms, key=len)
            for key, match in rare:
                message = note(
                    "{now} here, {other} elsewhere: one form in a release.", now=match[0], other=common[0][1][0]
                )
                yield Issue(self.id, self.severity, key, message, None, match.span(), _in_other_form(match[0]))

    def _president(self, snapshot: Snapshot) -> Iterator[Issue]:
        """The first mention in the running text."""
        for unit in snapshot.units:
            if unit.block.kind in _HEADS or unit.block.kind.is_table:
                continue
            for segment in unit.segments:
                person = next(_presidents(segment.source.text, snapshot), None)
                family = person.english.split()[0] if person else ""
                match = (
                    re.search(rf"\bPresident ({re.escape(family)}\b(?! [A-Z]))?", segment.target) if person else None
                )
                if person and person.english in segment.target:
                    return
                if person and match and match[1]:
                    message = note("At first mention the full name: President {name}.", name=person.english)
                    suggestion = f"President {person.english}"
                    yield Issue(self.id, self.severity, segment.key, message, None, match.span(), suggestion)
                    return


def _in_other_form(amount: str) -> str:
    figure = re.sub(r"^(?:KRW|₩)\s?| won$", "", amount)
    return f"KRW {figure}" if amount.endswith("won") else f"{figure} won"


def _presidents(korean: str, snapshot: Snapshot) -> Iterator[Term]:
    """Persons of the termbase with 대통령 after their name."""
    for found in terms_in(korean, snapshot.release.distributed):
        if found.term.domain == "person" and korean[found.end :].lstrip().startswith("대통령"):
            yield found.term
