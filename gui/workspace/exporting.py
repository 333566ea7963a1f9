"""Documents out of a project."""

from pathlib import Path

from gui.document.errors import ExportError, ProjectError
from gui.document.project import Snapshot
from gui.exporters import registry
from gui.exporters.base import USUAL, Exporter, ExportOptions, ExportReport
from gui.exporters.text import untranslated
from gui.workspace import opening
from gui.workspace.exchange.tmx import TmxExporter

__all__ = ["EXPORTERS", "LAYOUTS", "ExportReport", "export", "exporter_for", "project_to_export", "untranslated"]

EXPORTERS: tuple[Exporter, ...] = (*registry.EXPORTERS, TmxExporter())
"""All formats in the order of menus. TMX stands here, since exporters know nothing of memories."""

LAYOUTS = tuple(member.name for member in EXPORTERS if member.suffix == ".docx")
"""The words of ``export --layout``, the usual one first."""

_ALIASES = {".xliff": ".xlf", ".htm": ".html"}


def export(snapshot: Snapshot, path: Path, layout: str | None = None, options: ExportOptions = USUAL) -> ExportReport:
    """Write a project as a file; ``layout`` and the ending of ``path`` say of which format.

    Raises:
        ExportError: there is no such format, or it cannot be written.
    """
    return exporter_for(path, layout).export(snapshot, path, options)


def exporter_for(path: Path, layout: str | None = None) -> Exporter:
    """The format with this name, or else the usual one for the ending of ``path``.

    Raises:
        ExportError: there is none, or the ending is that of another format.
    """
    chosen = EXPORTERS if layout is None else (registry.exporter(layout),)
    suffix = path.suffix.lower()
    found = next((member for member in chosen if member.suffix == _ALIASES.get(suffix, suffix)), None)
    if found is None:
        endings = ", ".join(dict.fromkeys(member.suffix for member in chosen))
        raise ExportError("{name} cannot be written: its name has to end in {suffix}.", name=path.name, suffix=endings)
    return found


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
