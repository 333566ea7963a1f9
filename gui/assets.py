"""Finds the files of ``resources/``, whether run from a checkout, a wheel or a frozen bundle."""

import csv
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The resources folder.

    Wheels and bundles carry it inside the package as ``_resources``; a checkout has it beside the package.

    Raises:
        FileNotFoundError: neither is there, so the installation is damaged.
    """
    package = Path(__file__).parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("resources")


def path(*parts: str) -> Path:
    """The path of one resource, for example ``path("i18n", "ko.json")``."""
    return root().joinpath(*parts)


def rows(*parts: str) -> list[dict[str, str]]:
    """The rows of a tab-separated resource by the names of its columns; quotation marks stand for themselves."""
    with path(*parts).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
