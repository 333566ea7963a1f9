"""The files that a Linux desktop reads name what is really there."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

CHECKOUT = Path(__file__).parents[2]
LINUX = CHECKOUT / "packaging/linux"


@pytest.fixture
def entry() -> dict[str, str]:
    lines = (LINUX / "daejo.desktop").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines[1:])


def test_desktop_entry_names_the_command_and_the_icon(entry: dict[str, str]) -> None:
    scripts = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"{entry['Exec'].split()[0]} = " in scripts
    assert (CHECKOUT / "resources/icons" / f"{entry['Icon']}.svg").is_file()


def test_desktop_entry_opens_our_projects(entry: dict[str, str]) -> None:
    kinds = [element.get("type") for element in ElementTree.parse(LINUX / "daejo-mime.xml").getroot()]
    assert set(kinds) <= set(entry["MimeType"].split(";"))


def test_desktop_entry_is_valid() -> None:
    validator = shutil.which("desktop-file-validate") or pytest.skip("desktop-file-validate is not installed")
    done = subprocess.run([validator, LINUX / "daejo.desktop"], capture_output=True, text=True, check=False)
    assert done.stdout == ""
