"""A release read by another process is the release read here."""

import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

SCRIPT = """
import sys
from pathlib import Path
from gui.workspace.ahead import read_ahead
ahead = read_ahead(Path(sys.argv[1]))
assert (ahead is not None) == (sys.argv[2] == "ahead"), ahead
project = ahead.project() if ahead else None
assert (project is not None) == (sys.argv[3] == "read"), project
if project is not None:
    from gui.workspace.reading import read_project
    assert project.snapshot() == read_project(Path(sys.argv[1])).snapshot()
"""


def _run(path: Path, *expected: str) -> None:
    subprocess.run([sys.executable, "-c", SCRIPT, str(path), *expected], check=True, timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_the_same_project_comes_back(release_file: Path) -> None:
    _run(release_file, "ahead", "read")


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_a_file_that_a_third_process_parses_comes_back_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("장관은 오늘 회의를 열었습니다.")
    document.save(str(tmp_path / "a.docx"))
    _run(tmp_path / "a.docx", "ahead", "read")


REFUSED = """
import sys
from pathlib import Path
from gui.document.errors import ReadCancelled, ReadError
from gui.workspace.ahead import read_ahead
ahead = read_ahead(Path(sys.argv[1]))
assert ahead is not None
try:
    ahead.project(lambda: sys.argv[2] == "cancel")
except ReadError as error:
    print(type(error).__name__, error)
"""


def _refused(path: Path, *cancel: str) -> str:
    code = [sys.executable, "-c", REFUSED, str(path), *(cancel or ("wait",))]
    done = subprocess.run(code, check=True, timeout=60, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_what_is_wrong_with_a_file_is_told_from_there(tmp_path: Path) -> None:
    empty, damaged = tmp_path / "empty.md", tmp_path / "damaged.hwpx"
    empty.write_bytes(b"")
    damaged.write_bytes(b"PK\x03\x04 application/hwp+zip")
    assert _refused(empty) == "ReadError empty.md is empty. Open the file that holds the release.\n"
    assert _refused(damaged).startswith("ReadError damaged.hwpx ")
    assert _refused(tmp_path / "missing.md").startswith("ReadError missing.md is not there")


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_it_need_not_be_waited_for(tmp_path: Path) -> None:
    long = tmp_path / "long.md"
    long.write_text("\n\n".join(f"{number}번째 문단입니다." for number in range(50_000)), encoding="utf-8")
    began = time.monotonic()
    assert _refused(long, "cancel") == "ReadCancelled long.md was not opened.\n"
    assert time.monotonic() - began < 2


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_half_a_release_of_a_process_that_was_killed_is_read_here(tmp_path: Path) -> None:
    long = tmp_path / "long.md"
    long.write_text("\n\n".join(f"{number}번째 문단입니다." for number in range(5000)), encoding="utf-8")
    code = (
        "import os, signal, sys, time; from pathlib import Path; from gui.workspace.ahead import read_ahead\n"
        "ahead = read_ahead(Path(sys.argv[1])); assert ahead is not None\n"
        "import select; select.select([ahead._pipe], [], [])\n"  # it has begun to send, and waits for us to read
        "os.kill(ahead._process, signal.SIGKILL); assert ahead.project() is None"
    )
    subprocess.run([sys.executable, "-c", code, str(long)], check=True, timeout=60)


ABANDONED = """
import os, sys
from pathlib import Path
from gui.workspace.ahead import read_ahead
ahead = read_ahead(Path(sys.argv[1]))
assert ahead is not None
ahead.abandon()
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("nothing is left")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process is forked on Linux only")
def test_one_that_nobody_wants_is_ended(release_file: Path) -> None:
    command = [sys.executable, "-c", ABANDONED, str(release_file)]
    assert subprocess.run(command, check=True, timeout=60, capture_output=True).stdout == b"nothing is left\n"


@pytest.mark.parametrize("name", ["a.daejo", "A.DAEJO"])
def test_a_project_is_not_read_ahead(tmp_path: Path, name: str) -> None:
    _run(tmp_path / name, "here", "nothing")
