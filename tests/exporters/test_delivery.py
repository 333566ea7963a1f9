"""A document is written whole, or an error says why not and the old file stands."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gui.document.errors import ExportError
from gui.exporters import verify, word
from gui.exporters.english import content
from gui.exporters.package import document
from gui.exporters.registry import EXPORTERS, exporter
from gui.exporters.text import shown
from tests.exporters.releases import whole_release

NOBODY = 65534


def refused(path: Path) -> str:
    """The sentence of the refusal; also that it left nothing behind."""
    before = _bytes(path)
    with pytest.raises(ExportError) as caught:
        exporter("english").export(whole_release(), path)
    assert _bytes(path) == before
    if path.parent.is_dir():
        assert not list(path.parent.glob(".dj*"))
    assert str(path.parent) not in str(caught.value)
    return str(caught.value)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


@contextmanager
def as_ordinary_user() -> Iterator[Path]:
    """A folder of an ordinary user, and their rights: nothing is write-protected for root."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_missing_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "no" / "release.docx") == (
        "“release.docx” was not written: its folder does not exist. Choose another folder."
    )


def test_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "release.docx").mkdir()
    assert refused(tmp_path / "release.docx") == "“release.docx” is a folder. Choose a file name."


def test_name_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("가" * 90 + ".docx")).endswith("the file name is too long. Choose a shorter one.")


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX systems")
def test_read_only_folder() -> None:
    with as_ordinary_user() as folder:
        (folder / "release.docx").write_bytes(b"old")
        folder.chmod(0o500)
        assert "its folder is read-only" in refused(folder / "release.docx")


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX systems")
def test_write_protected_file() -> None:
    with as_ordinary_user() as folder:
        path = folder / "release.docx"
        path.write_bytes(b"old")
        path.chmod(0o400)
        assert "it is write-protected" in refused(path)


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX systems")
def test_file_size_limit(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "release.docx"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        sentence = refused(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert sentence == "“release.docx” was not written: the disk is full. Free some space or choose another place."


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk(full_disk: Path) -> None:
    (full_disk / "release.docx").write_bytes(b"old")
    assert "the disk is full" in refused(full_disk / "release.docx")


def test_an_older_document_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "보도자료.docx"
    path.write_bytes(b"old")
    assert exporter("english").export(whole_release(), path).path == path
    assert path.read_bytes().startswith(b"PK")


def test_a_document_that_differs_is_refused() -> None:
    snapshot = whole_release()
    data, layout = document(content(snapshot)), content(snapshot)
    expected = [(segment.key, shown(segment)) for segment in snapshot.segments()]
    verify.verify(data, layout, expected, "release.docx")
    other = document(content(type(snapshot)(snapshot.release, snapshot.units[:-1])))
    for wrong in (other, data[:-200], b""):
        with pytest.raises(ExportError, match="does not match the project"):
            verify.verify(wrong, layout, expected, "release.docx")
    for incomplete in (expected[1:], [*expected, ("b99", "text")], [("b1.1", "Other"), *expected[1:]]):
        with pytest.raises(ExportError, match="does not match the project"):
            verify.verify(data, layout, incomplete, "release.docx")


def test_a_mismatch_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match="does not match the project"):
        word.write(content(whole_release()), [("b1.1", "Something else")], path)
    assert [item.name for item in tmp_path.iterdir()] == ["release.docx"]
    assert path.read_bytes() == b"old"


def test_each_format_has_a_name_of_its_own() -> None:
    names = [member.name for member in EXPORTERS]
    assert names[:2] == ["english", "bilingual"]
    assert len(set(names)) == len(names)
    with pytest.raises(ExportError, match="no layout “pdf”"):
        exporter("pdf")


def test_the_registry_loads_no_document_library() -> None:
    code = "import sys, gui.exporters.registry; print(sorted({'docx', 'lxml', 'zipfile'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
