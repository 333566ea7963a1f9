"""The main job without a window: read, draft, check, export."""

from dataclasses import dataclass
from pathlib import Path

from gui.checks.ignoring import split_ignored
from gui.checks.registry import run_checks
from gui.document.errors import Message, ProjectError
from gui.document.issue import Issue
from gui.document.segment import HUMAN
from gui.engines.base import Engine
from gui.workspace import opening
from gui.workspace.drafting import DraftSummary, draft_all
from gui.workspace.exporting import LAYOUTS, export
from gui.workspace.names import PROJECT_SUFFIX
from gui.workspace.open_project import OpenProject

DOCUMENT_SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class Results:
    """What the main job left: the project, the document and what the user should know."""

    project: Path
    document: Path
    summary: DraftSummary
    issues: tuple[Issue, ...]
    warnings: tuple[Message, ...]


def main_job(release: Path, folder: Path, engines: tuple[Engine, ...]) -> Results:
    """Read a release or project, draft what is open, check it, and leave project and document in ``folder``.

    Raises:
        DaejoError: the file cannot be read, or the results not written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError("The folder {name} cannot be made. Choose another one.", name=folder.name) from error
    project = folder / (release.stem + PROJECT_SUFFIX)
    summary = draft_file(release, project, engines)
    snapshot = opening.load(project).project.snapshot()
    report = export(snapshot, folder / (release.stem + DOCUMENT_SUFFIX), LAYOUTS[0])
    issues, _ = split_ignored(run_checks(snapshot), snapshot)
    return Results(project, report.path, summary, issues, report.warnings)


def draft_file(source: Path, project: Path, engines: tuple[Engine, ...], *, overwrite: bool = False) -> DraftSummary:
    """Open a release or project, draft what is open, save it as ``project``.

    A project of that name that nobody has worked on is replaced, so that a script can run twice.

    Raises:
        ProjectError: it cannot be saved there, or would replace a person's work and ``overwrite`` is not set.
        ReadError: the release cannot be read.
        EngineError: an engine gave up; what it had done is saved.
    """
    if not opening.is_project(project):
        raise ProjectError("{name} is no name for a project. Give one that ends in .daejo.", name=project.name)
    if not overwrite and _is_there(project) and project.resolve() != source.resolve():
        _refuse_to_lose(project)
    opened = opening.open_path(source)
    try:
        return _draft_and_save(opened, project, engines)
    finally:
        opened.close(discard=True)


def _draft_and_save(opened: OpenProject, project: Path, engines: tuple[Engine, ...]) -> DraftSummary:
    try:
        return draft_all(opened.project.snapshot(), engines, opened.project.apply)
    finally:
        opened.save(project, overwrite=True)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no disk holds such a name, or it does not answer: saving will tell
        return False


def _refuse_to_lose(project: Path) -> None:
    loaded = opening.load(project)
    segments = tuple(loaded.project.snapshot().segments())
    typed = any(item.translation.origin == HUMAN or not item.state.is_open or item.added for item in segments)
    if typed or loaded.from_the_future:
        raise ProjectError(
            "{name} holds work of a person. Give another name, or --overwrite to replace it.", name=project.name
        )
