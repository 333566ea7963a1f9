"""The script ./run, on machines made of a few tools: what it says where it cannot go on, and what it starts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
TOOLS = ("sh", "cat", "cksum", "dirname", "env", "grep", "mktemp", "readlink", "rm", "tail")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="./run is for POSIX systems; Windows has pip install")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of the script alone, in a folder whose name is no plain ASCII word."""
    folder = tmp_path / "보도 자료"
    folder.mkdir()
    shutil.copy(CHECKOUT / "run", folder)
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder for PATH with the usual tools and an ordinary user, but no Python and no package manager."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(shutil.which(name) or pytest.skip(f"no {name} here"))
    _program(tools / "id", "echo 1000")
    return tools


def _program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def run(folder: Path, machine: Path) -> Run:
    def call(*arguments: str, script: Path = folder / "run", **environment: str) -> subprocess.CompletedProcess[str]:
        variables = os.environ | {"PATH": str(machine)} | environment
        return subprocess.run(
            [script, *arguments], cwd=machine, env=variables, capture_output=True, text=True, check=False
        )

    return call


@pytest.fixture
def installed(folder: Path, tmp_path: Path) -> Path:
    """Pretends that everything is installed; gives the file to which the "Python" writes what it was asked to do."""
    asked = tmp_path / "asked"
    (folder / ".venv/bin").mkdir(parents=True)
    _program(folder / ".venv/bin/python", f'printf "[%s]" "$PYTHONPATH" "$PWD" "$@" >"{asked}"')
    checksum = subprocess.check_output(["cksum"], input=(folder / "pyproject.toml").read_bytes()).decode().strip()
    (folder / ".venv/.installed-test").write_text(f"{checksum} {folder}\n", encoding="utf-8")
    return asked


def test_help_needs_nothing(run: Run, folder: Path) -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "./run test" in done.stdout
    assert not (folder / ".venv").exists()


def test_no_python_and_no_apt_names_the_packages(run: Run) -> None:
    done = run("engines")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Please install with your package manager what Debian calls: python3 python3-venv",
        "Daejo needs Python 3.11 or newer, and there is no Python here.",
    ]


def test_ordinary_user_is_told_the_exact_line(run: Run, machine: Path) -> None:
    _program(machine / "apt-get", "exit 1")
    assert "sudo apt-get install python3 python3-venv" in run("engines").stderr


def test_old_python_is_named(run: Run, machine: Path, folder: Path) -> None:
    _program(machine / "python3", '[ "$1" = --version ] && echo "Python 3.9.2"')
    done = run("engines")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and python3 here is Python 3.9.2" in done.stderr
    assert not (folder / ".venv").exists()


def test_python_without_ensurepip_asks_for_its_own_package(run: Run, machine: Path) -> None:
    """Debian's Python can import venv but not ensurepip."""
    script = f'case "$*" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"'
    _program(machine / "python3", script)
    _program(machine / "apt-get", "exit 1")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"sudo apt-get install python{version}-venv" in run("engines").stderr


def test_command_line_gets_its_arguments_untouched(run: Run, installed: Path, machine: Path) -> None:
    done = run("inspect", "보도 자료 1.md", "--json", PYTHONPATH="/elsewhere")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert installed.read_text(encoding="utf-8") == f"[][{machine}][-P][-m][gui][inspect][보도 자료 1.md][--json]"


def test_symlink_leads_to_the_checkout(run: Run, installed: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "daejo").symlink_to(folder / "run")
    (tmp_path / "again").symlink_to("daejo")
    assert run("engines", script=tmp_path / "again").returncode == 0
    assert installed.read_text(encoding="utf-8").endswith("[-m][gui][engines]")


def test_other_encodings_give_way_to_utf8_but_the_language_stays(run: Run, installed: Path, folder: Path) -> None:
    _program(folder / ".venv/bin/python", f'printf "%s" "$LC_ALL|$LC_CTYPE|$LANG" >"{installed}"')
    assert run("engines", LC_ALL="ko_KR.EUC-KR").returncode == 0
    assert installed.read_text(encoding="utf-8") == "|C.UTF-8|ko_KR.EUC-KR"


@pytest.mark.parametrize("change", ["pyproject.toml", "folder"])
def test_changed_or_moved_checkout_is_installed_again(change: str, run: Run, installed: Path, folder: Path) -> None:
    script = folder / "run"
    if change == "folder":
        script = folder.rename(folder.with_name("moved")) / "run"
    else:
        (folder / change).write_text("[project]", encoding="utf-8")
    assert "Installing libraries" in run("engines", script=script).stderr


def test_missing_qt_libraries_stop_the_tests_but_not_the_window(run: Run, installed: Path, machine: Path) -> None:
    _program(machine / "ldconfig", 'echo "	libGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1"')
    _program(machine / "apt-get", "exit 1")
    tests, window = run("test"), run("release.md")
    assert tests.returncode == 1
    assert "sudo apt-get install libegl1 libdbus-1-3" in tests.stderr
    assert window.returncode == 0
    assert installed.read_text(encoding="utf-8").endswith("[-m][gui][release.md]")


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_shellcheck(script: str) -> None:
    checker = shutil.which("shellcheck") or pytest.skip("shellcheck is not installed")
    done = subprocess.run([checker, CHECKOUT / script], capture_output=True, text=True, check=False)
    assert done.stdout == ""
