"""Checking a file without opening it: a project, or a file of pairs."""

from dataclasses import dataclass, field
from pathlib import Path

from gui.checks.registry import run_checks
from gui.document.errors import ProjectError
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.workspace import opening
from gui.workspace.interchange import read_pairs

_PAIR_SUFFIXES = frozenset({".tsv", ".tab", ".txt", ".tmx", ".xlf", ".xliff"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and found; ``labels`` as in :class:`~gui.workspace.interchange.PairFile`."""

    snapshot: Snapshot
    issues: tuple[Issue, ...]
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
    return Checked(snapshot, run_checks(snapshot), labels)
