"""The release that comes with the program."""

from pathlib import Path

from gui import assets
from gui.document.errors import ReadError


def sample_release() -> Path:
    """The path of the sample release.

    Raises:
        ReadError: the installation is damaged.
    """
    names = (path for path in sorted(assets.path("samples").glob("*.md")) if path.stem.lower() != "readme")
    found = next(names, None)
    if found is None:
        raise ReadError("The sample release is missing: install Daejo again.")
    return found
