"""Documents out of a project."""

from pathlib import Path

from gui.document.errors import ExportError, ProjectError
from gui.document.project import Snapshot
from gui.exporters.base import ExportReport
from gui.exporters.registry import EXPORTERS, exporter
from gui.exporters.text import untranslated
from gui.workspace import opening

__all__ = ["LAYOUTS", "ExportReport", "export", "project_to_export", "untranslated"]

LAYOUTS = tuple(member.name for member in EXPORTERS)
"""The words of ``export --layout``, the usual one first."""


def export(snapshot: Snapshot, path: Path, layout: str) -> ExportReport:
    """Write a project as a document.

    Raises:
        ExportError: there is no such layout, or it cannot be written.
    """
    chosen = exporter(layout)
    if path.suffix.lower() != chosen.suffix:
        raise ExportError(
            "{name} cannot be written: its name has to end in {suffix}.", name=path.name, suffix=chosen.suffix
        )
    return chosen.export(snapshot, path)


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
