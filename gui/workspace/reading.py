"""From a file to a new project."""

from pathlib import Path

from gui.document.project import Project
from gui.document.release import Release
from gui.document.work import Cancelled, Progress, never, unheard
from gui.readers import registry
from gui.workspace.segmenting import project_from


def suffixes() -> tuple[str, ...]:
    """Usual endings of the files that can be read, for file dialogs."""
    return registry.suffixes()


def is_apart(path: Path) -> bool:
    """Whether a file is read by a process of its own."""
    return registry.is_apart(path)


def read_release(path: Path, progress: Progress = unheard, cancelled: Cancelled = never) -> Release:
    """Read a release.

    Args:
        path: the file.
        progress: called now and then while a long file is read.
        cancelled: asked now and then whether to stop.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: it cannot be read.
    """
    return registry.read(path, progress, cancelled)


def read_project(path: Path, progress: Progress = unheard, cancelled: Cancelled = never) -> Project:
    """Read a release as a project with nothing translated yet; see :func:`read_release`.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: it cannot be read.
    """
    return project_from(read_release(path, progress, cancelled))
