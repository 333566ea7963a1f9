import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.document.errors import LockedError
from gui.workspace import lock
from gui.workspace.owner import Owner, this_process

WAIT = """
import sys
from gui.workspace.owner import this_process
print(this_process().birth, flush=True)
sys.stdin.read()
"""
LOCK = """
import sys
from pathlib import Path
from gui.document.errors import LockedError
from gui.workspace import lock
try:
    lock.acquire(Path(sys.argv[1]))
    print("held", flush=True)
except LockedError:
    print("refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "한글 이름.daejo"


@pytest.fixture
def other_process() -> Iterator["subprocess.Popen[str]"]:
    """A process that waits until its standard input closes."""
    with subprocess.Popen(
        [sys.executable, "-c", WAIT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def write_lock(project: Path, pid: int, host: str = "", birth: str = "") -> Path:
    path = lock.lock_path(project)
    path.write_text(json.dumps({"pid": pid, "host": host or socket.gethostname(), "birth": birth}))
    return path


def test_a_lock_is_held_once_and_given_back(project: Path) -> None:
    held = lock.acquire(project)
    with pytest.raises(LockedError, match=r"한글 이름\.daejo is already open"):
        lock.acquire(project)
    held.release()
    assert not lock.lock_path(project).exists()
    lock.acquire(project).release()


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX systems")
def test_a_lock_is_an_ordinary_file(project: Path) -> None:
    before = os.umask(0o022)
    try:
        held = lock.acquire(project)
    finally:
        os.umask(before)
    assert held.path.stat().st_mode & 0o777 == 0o644
    held.release()


def test_a_living_process_keeps_others_out(project: Path, other_process: "subprocess.Popen[str]") -> None:
    assert other_process.stdout is not None
    write_lock(project, other_process.pid, birth=other_process.stdout.readline().strip())
    with pytest.raises(LockedError, match="already open in another window"):
        lock.acquire(project)
    lock.acquire(project, take_over=True).release()


def test_a_dead_owners_lock_is_taken_over(project: Path, other_process: "subprocess.Popen[str]") -> None:
    assert other_process.stdout is not None
    write_lock(project, other_process.pid, birth=other_process.stdout.readline().strip())
    other_process.kill()
    other_process.wait()
    lock.acquire(project).release()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs proc(5) to tell processes of one number apart")
def test_a_number_that_another_process_has_by_now_does_not_count(project: Path) -> None:
    write_lock(project, os.getpid(), birth="1")
    lock.acquire(project).release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff\xfe"])
def test_an_empty_or_unreadable_lock_does_not_block_for_ever(project: Path, content: bytes) -> None:
    lock.lock_path(project).write_bytes(content)
    lock.acquire(project).release()
    assert not lock.lock_path(project).exists()


def test_another_computer_blocks_until_the_user_opens_it_anyway(project: Path) -> None:
    path = write_lock(project, 1, host="office-pc")
    with pytest.raises(LockedError, match="open on the computer office-pc"):
        lock.acquire(project)
    assert path.exists()
    lock.acquire(project, take_over=True).release()


def test_a_lock_that_was_taken_over_is_left_to_its_new_owner(project: Path) -> None:
    first = lock.acquire(project)
    second = lock.acquire(project, take_over=True)
    first.release()
    assert lock.lock_path(project).exists()
    second.release()
    second.release()


def test_of_two_that_take_over_at_once_one_gets_it(project: Path) -> None:
    write_lock(project, 2**22 + 1)
    command = [sys.executable, "-c", LOCK, str(project)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = sorted(process.stdout.readline().strip() for process in both if process.stdout)
    for process in both:
        process.communicate("")
    assert answers == ["held", "refused"]


def test_the_name_of_a_lock_fits_the_file_system(tmp_path: Path) -> None:
    project = tmp_path / ("가" * 82 + ".daejo")
    lock.acquire(project).release()


def test_this_process_is_alive_and_here() -> None:
    assert this_process().is_alive()
    assert this_process().is_here
    assert not Owner(0, "").is_alive()
    assert not Owner(2**22 + 1, "").is_alive()
