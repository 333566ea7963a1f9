"""How the files of the program are called."""

from pathlib import Path

PROJECT_SUFFIX = ".daejo"


def is_project(path: Path) -> bool:
    """Whether a file counts as a project: by its ending, so that a damaged one does too."""
    return path.suffix.lower() == PROJECT_SUFFIX
