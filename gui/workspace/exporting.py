"""Documents out of a project."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gui.checks.ignoring import split_ignored
from gui.checks.registry import run_checks
from gui.document.errors import ExportError, ProjectError
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment
from gui.exporters import registry
from gui.exporters.base import USUAL, Choice, Exporter, ExportOptions, ExportReport, FootNotes, Letterhead
from gui.exporters.text import open_segments
from gui.workspace import opening
from gui.workspace.exchange.tmx import TmxExporter

__all__ = [
    "COMES_BACK",
    "EXPORTERS",
    "LAYOUTS",
    "Choice",
    "ExportOptions",
    "ExportReport",
    "Exporter",
    "FootNotes",
    "Letterhead",
    "Unfinished",
    "export",
    "exporter_for",
    "project_to_export",
    "proposed_name",
    "unfinished",
]

EXPORTERS: tuple[Exporter, ...] = (*registry.EXPORTERS, TmxExporter())
"""All formats in the order of menus. TMX stands here, since exporters know nothing of memories."""

LAYOUTS = tuple(member.name for member in EXPORTERS if member.suffix == ".docx")
"""The words of ``export --layout``, the usual one first."""

COMES_BACK = frozenset({"bilingual", "xliff", "xlsx"})
"""Formats that carry the project's identity and version: corrections made in them can be told from other edits."""

_ALIASES = {".xliff": ".xlf", ".htm": ".html"}

_DRAFT = "DRAFT"
"""The mark in the file name; the document has it at the head of every page."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Why a document would be a draft: segments that nobody has confirmed, and errors elsewhere."""

    segments: tuple[Segment, ...] = ()
    errors: tuple[Issue, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.segments or self.errors)


def unfinished(snapshot: Snapshot, issues: Iterable[Issue]) -> Unfinished:
    """What is still to be done before a document is final; ``issues`` are those of the project as it is."""
    segments = open_segments(snapshot)
    known = {segment.key for segment in segments}
    errors = (issue for issue in issues if issue.severity is Severity.ERROR and issue.segment not in known)
    return Unfinished(segments, tuple(errors))


def proposed_name(stem: str, chosen: Exporter, *, draft: bool) -> str:
    """The file name for a release: what it is in, and whether it is a draft."""
    mark = f" ({_DRAFT})" if draft and Choice.DRAFT in chosen.heeds else ""
    return f"{stem}_{chosen.tag}{mark}{chosen.suffix}"


def export(
    snapshot: Snapshot, path: Path, layout: str | None = None, options: ExportOptions | None = None
) -> ExportReport:
    """Write a project as a file; ``layout`` and the ending of ``path`` say of which format.

    Without ``options`` nobody was asked: a document of a release with open segments or errors is marked as a draft.

    Raises:
        ExportError: there is no such format, or it cannot be written.
    """
    chosen = exporter_for(path, layout)
    return chosen.export(snapshot, path, _unasked(snapshot, chosen) if options is None else options)


def _unasked(snapshot: Snapshot, chosen: Exporter) -> ExportOptions:
    if Choice.DRAFT not in chosen.heeds:
        return USUAL
    draft = bool(open_segments(snapshot)) or bool(
        unfinished(snapshot, split_ignored(run_checks(snapshot), snapshot)[0])
    )
    return ExportOptions(draft=draft)


def exporter_for(path: Path, layout: str | None = None) -> Exporter:
    """The format with this name, or else the usual one for the ending of ``path``.

    Raises:
        ExportError: there is none, or the ending is that of another format.
    """
    chosen = EXPORTERS if layout is None else (_named(layout),)
    suffix = path.suffix.lower()
    found = next((member for member in chosen if member.suffix == _ALIASES.get(suffix, suffix)), None)
    if found is None:
        endings = ", ".join(dict.fromkeys(member.suffix for member in chosen))
        raise ExportError("{name} cannot be written: its name has to end in {suffix}.", name=path.name, suffix=endings)
    return found


def _named(name: str) -> Exporter:
    return next((member for member in EXPORTERS if member.name == name), None) or registry.exporter(name)


def project_to_export(path: Path) -> Path:
    """The project itself, or the one beside a release.

    Raises:
        ProjectError: the release has no draft yet.
    """
    beside = opening.project_beside(path)
    if opening.is_project(path) or not path.is_file():
        return path
    if not beside.exists():
        raise ProjectError(
            "{name} has no draft yet: run “daejo draft {name} -o {project}” first.", name=path.name, project=beside.name
        )
    return beside
