import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from gui.files import replace_file

CHECKOUT = Path(__file__).parents[1]


def test_a_new_file_appears_whole_and_alone(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", lambda file: file.write(b"text"))
    assert [item.name for item in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"text"


def test_the_mode_of_a_file_stays_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"1")
    old.chmod(0o640)
    replace_file(old, lambda file: file.write(b"2"))
    assert old.stat().st_mode & 0o777 == 0o640
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "new", lambda file: file.write(b"2"))
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(errno.EIO, "the disk is gone")

    with pytest.raises(OSError, match="gone"):
        replace_file(path, fail)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """With a limit on the size of files, a write comes back short and then fails, as on a full disk."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(OSError, match="large"):
            replace_file(path, lambda file: file.write(bytes(100_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a"]


def test_a_name_of_82_syllables_can_be_saved_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / ("가" * 83 + ".daejo")
    for content in (b"1", b"2", b"3"):
        replace_file(path, lambda file, content=content: file.write(content))  # type: ignore[misc]  # mypy cannot infer it
    assert path.read_bytes() == b"3"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace_file(tmp_path / "link", lambda file: file.write(b"2"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"2"


def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    code = (
        "import sys, itertools; from pathlib import Path; from gui.files import replace_file\n"
        "for n in itertools.count():\n"
        "    replace_file(Path(sys.argv[1]), lambda f: f.write(bytes([n % 256]) * 500_000)); print(n, flush=True)"
    )
    for number in range(8):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, cwd=CHECKOUT) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.005 * number)
            process.kill()
        data = path.read_bytes()
        assert len(data) == 500_000
        assert len(set(data)) == 1


@contextmanager
def as_nobody(*paths: Path) -> Iterator[None]:
    """Without the rights of root, for whom nothing is protected; the paths belong to whoever is left."""
    effective, nobody = os.geteuid(), 65534
    if effective == 0:
        for path in paths:
            os.chown(path, nobody, nobody)
        os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(effective)


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX systems")
def test_a_write_protected_file_stands() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "old"
        path.write_bytes(b"old")
        path.chmod(0o444)
        Path(name).chmod(0o777)
        with as_nobody(path), pytest.raises(PermissionError):
            replace_file(path, lambda file: file.write(b"new"))
        assert path.read_bytes() == b"old"
        assert [item.name for item in Path(name).iterdir()] == ["old"]


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX systems")
def test_a_folder_that_cannot_be_synced_does_not_make_a_good_save_fail() -> None:
    """A folder that may not be read cannot be opened for fsync, as one on some network drives cannot be synced."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o300)
        with as_nobody(folder):
            replace_file(folder / "new", lambda file: file.write(b"new"))
        assert (folder / "new").read_bytes() == b"new"
