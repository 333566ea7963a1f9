"""What taking over a file of terms would change, before anything is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gui.language.termbase import Term
from gui.workspace.term_rows import tidy


class ChangeKind(StrEnum):
    """What becomes of a term of the file.

    A conflict has another English for the same Korean and some of the same days; a change has the same English, and
    differs in the rest.
    """

    ADDED = "added"
    CHANGED = "changed"
    CONFLICT = "conflict"
    SAME = "same"


class Policy(StrEnum):
    """What to do where the user has the same Korean already."""

    SKIP = "skip"
    REPLACE = "replace"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Change:
    """A term of the file, and the term of the user that stands in its place."""

    kind: ChangeKind
    new: Term
    old: Term | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file of terms would change, in the order of the file."""

    mine: tuple[Term, ...]
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many terms of the file are of a kind."""
        return sum(change.kind is kind for change in self.changes)

    def result(self, policy: Policy) -> tuple[Term, ...]:
        """The user's terms once the file is taken over."""
        replaced: dict[Term, Term] = {}
        added: list[Term] = []
        for change in self.changes:
            if change.kind is ChangeKind.ADDED or (change.old is not None and policy is Policy.BOTH):
                added += [change.new] if change.kind is not ChangeKind.SAME else []
            elif change.old is not None and policy is Policy.REPLACE:
                replaced[change.old] = change.new
        kept = (replaced.get(term, term) for term in self.mine)
        return tuple(dict.fromkeys((*kept, *added)))


def plan(mine: Iterable[Term], terms: Sequence[Term]) -> ImportPlan:
    """Compare the terms of a file with those of the user; rows that a file repeats count once."""
    own = tuple(mine)
    known: dict[str, list[Term]] = {}
    for term in own:
        known.setdefault(term.key, []).append(term)
    new = dict.fromkeys(map(tidy, terms))
    return ImportPlan(own, tuple(_change(term, known.get(term.key, [])) for term in new))


def _change(term: Term, known: Sequence[Term]) -> Change:
    if term in known:
        return Change(ChangeKind.SAME, term, term)
    rivals = [old for old in known if _meet(old, term)]
    same = next((old for old in rivals if old.english == term.english), None)
    if same is not None:
        return Change(ChangeKind.CHANGED, term, same)
    return Change(ChangeKind.CONFLICT, term, rivals[0]) if rivals else Change(ChangeKind.ADDED, term)


def _meet(one: Term, other: Term) -> bool:
    """Whether two terms hold on some day together."""
    first = one.valid_to is None or other.valid_from is None or other.valid_from <= one.valid_to
    second = other.valid_to is None or one.valid_from is None or one.valid_from <= other.valid_to
    return first and second
