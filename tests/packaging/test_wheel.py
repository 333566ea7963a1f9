"""The wheel, built and installed for real: it carries its resources and starts away from the checkout."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[2]


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    return next(folder.glob("daejo-*.whl"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new environment with the wheel in it; its libraries are borrowed from this one, not daejo."""
    venv = tmp_path_factory.mktemp("venv")
    _run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv)
    names = {"base": str(venv), "platbase": str(venv)}
    site, programs = (Path(sysconfig.get_path(kind, "venv", names)) for kind in ("purelib", "scripts"))
    # A folder that a .pth adds is not searched for .pth files, so the editable install of the checkout stays out.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = programs / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check")
    _run(*pip, "install", "--no-deps", "--no-index", "--ignore-installed", wheel, cwd=venv)
    return programs


def test_wheel_carries_every_resource_and_nothing_of_the_checkout(wheel: Path) -> None:
    names = [name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name]
    resources = {path.relative_to(CHECKOUT) for path in (CHECKOUT / "resources").rglob("*") if path.is_file()}
    carried = {Path("resources", *Path(name).parts[2:]) for name in names if name.startswith("gui/_resources/")}
    assert carried == resources
    assert {name.split("/")[0] for name in names} == {"gui"}


def test_wheel_carries_the_licence(wheel: Path) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in ZipFile(wheel).namelist())


def test_installed_program_finds_its_resources(scripts: Path, tmp_path: Path) -> None:
    probe = "from gui import assets; print(assets.path('i18n', 'ko.json'))"
    found = Path(_run(scripts / Path(sys.executable).name, "-c", probe, cwd=tmp_path).strip())
    assert found.is_file()
    assert found.parts[-4:] == ("gui", "_resources", "i18n", "ko.json")
    assert CHECKOUT not in found.parents


def test_installed_command_starts(scripts: Path, tmp_path: Path) -> None:
    command = scripts / ("daejo.exe" if os.name == "nt" else "daejo")
    assert "embedded" in _run(command, "engines", cwd=tmp_path)
