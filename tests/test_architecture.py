"""The layers of gui/, as written in pyproject.toml, and what follows from them."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

CHECKOUT = Path(__file__).parents[1]
SIBLINGS = ("readers", "engines", "checks", "memory", "exporters")


def test_import_contracts(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(CHECKOUT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_is_in_a_layer() -> None:
    """A new package that no contract names would be free to import anything."""
    contracts = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    modules = {path.stem for path in (CHECKOUT / "gui").iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert [name for name in sorted(modules - {"__init__"}) if f"gui.{name}" not in contracts] == []


@pytest.mark.parametrize("package", SIBLINGS)
def test_siblings_share_one_shape(package: str) -> None:
    """A protocol, members in files of their own, a registry that knows them: who knows one knows all five."""
    files = {path.name for path in (CHECKOUT / "gui" / package).glob("*.py")} - {"__init__.py"}
    assert "base.py" in files
    assert "registry.py" in files or files == {"base.py"}


def test_the_command_line_starts_without_qt_and_heavy_libraries() -> None:
    probe = "import sys, gui.cli; print(*{'PySide6', 'docx', 'requests', 'deep_translator'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_packaging_is_not_a_package() -> None:
    """An __init__.py there would hide the ``packaging`` library from everything that runs in the checkout."""
    assert not list((CHECKOUT / "packaging").rglob("__init__.py"))
