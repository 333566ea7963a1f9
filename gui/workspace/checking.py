"""Checking: a project while it is open, with what the user has set, or a file without opening it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gui.checks import registry
from gui.checks.base import Check
from gui.checks.ignoring import IGNORED_ISSUES, fingerprint, split_ignored
from gui.document.errors import ProjectError
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.workspace import opening
from gui.workspace.interchange import read_pairs

__all__ = [
    "IGNORED_ISSUES",
    "CheckSettings",
    "Checked",
    "all_checks",
    "check_all",
    "check_file",
    "check_segment",
    "fingerprint",
    "segment_check_ids",
    "split_ignored",
]

_PAIR_SUFFIXES = frozenset({".tsv", ".tab", ".txt", ".tmx", ".xlf", ".xliff"})


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the user has set: checks that are off, and severities other than the usual, both by id."""

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def enabled(self) -> frozenset[str]:
        """The ids of the checks that run."""
        return frozenset(check.id for check in all_checks()) - self.off

    def applied(self, issues: Iterable[Issue]) -> tuple[Issue, ...]:
        """The findings with the severities that the user wants."""
        return tuple(replace(issue, severity=self.severities.get(issue.check, issue.severity)) for issue in issues)


def all_checks() -> tuple[Check, ...]:
    """Every check there is, in the order in which findings are shown."""
    return registry.CHECKS


def segment_check_ids() -> frozenset[str]:
    """The ids of the checks that look at one segment at a time."""
    return frozenset(check.id for check in registry.SEGMENT_CHECKS)


def check_segment(snapshot: Snapshot, key: str, settings: CheckSettings) -> tuple[Issue, ...]:
    """The findings in one segment alone: quick enough to follow typing."""
    return settings.applied(registry.run_on_segment(snapshot, key, settings.enabled()))


def check_all(snapshot: Snapshot, settings: CheckSettings) -> tuple[Issue, ...]:
    """All findings."""
    return settings.applied(registry.run_checks(snapshot, settings.enabled()))


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, what is open, and what the project ignores with a reason.

    ``labels`` are as in :class:`~gui.workspace.interchange.PairFile`.
    """

    snapshot: Snapshot
    issues: tuple[Issue, ...]
    ignored: tuple[Issue, ...] = ()
    labels: dict[str, int | str] = field(default_factory=dict)


def check_file(path: Path) -> Checked:
    """Run all checks on a project, a TMX, an XLIFF or a two-column TSV.

    Raises:
        ProjectError: the file is none of these, or damaged.
        ReadError: the file is not text.
    """
    if opening.is_project(path):
        snapshot, labels = opening.load(path).project.snapshot(), {}
    else:
        data = opening.bytes_of(path)
        if path.suffix.lower() not in _PAIR_SUFFIXES:
            raise ProjectError("{name} cannot be checked. Give a project, a TMX, an XLIFF or a TSV.", name=path.name)
        pairs = read_pairs(path.name, data)
        snapshot, labels = pairs.snapshot, pairs.labels
    return Checked(snapshot, *split_ignored(registry.run_checks(snapshot), snapshot), labels)
