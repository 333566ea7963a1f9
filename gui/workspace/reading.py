"""From a file to a new project."""

from pathlib import Path

from gui.document.project import Project
from gui.document.release import Release
from gui.readers import registry
from gui.workspace.segmenting import project_from


def suffixes() -> tuple[str, ...]:
    """Usual endings of the files that can be read, for file dialogs."""
    return registry.suffixes()


def read_release(path: Path) -> Release:
    """Read a release.

    Raises:
        ReadError: it cannot be read.
    """
    return registry.read(path)


def read_project(path: Path) -> Project:
    """Read a release as a project with nothing translated yet.

    Raises:
        ReadError: it cannot be read.
    """
    return project_from(read_release(path))
