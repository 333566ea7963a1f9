import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from gui.document.edit import TargetEdit
from gui.document.errors import DaejoError, DamagedProject, LockedError, ProjectError, ReadCancelled
from gui.workspace import backups, lock, opening, store
from gui.workspace.open_project import OpenProject

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def type_text(opened: OpenProject, text: str) -> str:
    key = next(opened.project.snapshot().segments()).key
    old = opened.project.segment(key).translation
    assert opened.project.apply(TargetEdit(key, old, old.typed(text)))
    return key


@pytest.fixture
def project_file(release_file: Path, tmp_path: Path) -> Path:
    """A saved project."""
    path = tmp_path / "a.daejo"
    opened = opening.open_path(release_file)
    opened.save(path)
    opened.close(discard=True)
    return path


def fill(path: Path) -> None:
    """Take all that is left of a disk."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1024))


def mounted(tmp_path: Path, *options: str) -> Iterator[Path]:
    folder = tmp_path / "mounted"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    if not AS_ROOT or mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a file system takes root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    yield from mounted(tmp_path, "size=256k")


@pytest.fixture
def read_only_disk(tmp_path: Path, project_file: Path) -> Iterator[Path]:
    """A disk that holds the project and cannot be written."""
    for folder in mounted(tmp_path, "size=1m"):
        shutil.copy(project_file, folder)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder


def test_a_release_becomes_a_new_project_that_would_be_saved_beside_it(release_file: Path) -> None:
    opened = opening.open_path(release_file)
    assert opened.path is None
    assert opened.suggested_path == release_file.with_suffix(".daejo")
    assert opened.name == release_file.name
    opened.close(discard=True)


def test_what_a_release_was_not_understood_in_is_told_until_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("장관은 오늘 회의를 열었습니다.\n", encoding="utf-8")
    opened = opening.open_path(path)
    assert opened.warnings == opened.project.release.warnings != ()
    opened.save(tmp_path / "a.daejo")
    assert opened.warnings == ()
    opened.close(discard=True)


def test_a_slow_release_tells_its_progress_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("장관은 오늘 회의를 열었습니다.")
    document.save(str(path))
    assert opening.takes_long(path)
    opened = opening.open_path(path, progress=lambda done, total: None)
    assert opened.project.release.format == "docx"
    opened.close(discard=True)
    with pytest.raises(ReadCancelled, match=r"a\.docx"):
        opening.open_path(path, cancelled=lambda: True)


def test_the_project_beside_a_release_is_found(release_file: Path) -> None:
    beside = release_file.with_suffix(".daejo")
    assert opening.project_for(release_file) is None
    beside.mkdir()
    assert opening.project_for(release_file) is None
    beside.rmdir()
    beside.write_bytes(b"")
    assert opening.project_for(release_file) == beside
    assert opening.project_for(beside) is None
    assert opening.project_for(release_file.with_name("가" * 84 + ".md")) is None


def test_a_project_opens_clean_and_writable(project_file: Path) -> None:
    opened = opening.open_path(project_file)
    assert (opened.dirty, opened.read_only, opened.warnings) == (False, False, ())
    assert opened.saved_at is not None
    opened.close(discard=True)


@pytest.mark.parametrize("name", ["gone.daejo", "gone.md", "folder.daejo", "folder"])
def test_what_is_not_there_or_no_file_is_one_clear_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.daejo").mkdir()
    (tmp_path / "folder").mkdir()
    with pytest.raises(DaejoError, match=name):
        opening.open_path(tmp_path / name)


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    path.touch()
    os.truncate(path, 300 << 20)  # a hole: takes no room on the disk
    with pytest.raises(ProjectError, match="larger than any project"):
        opening.open_path(path)


@pytest.mark.parametrize("keep", [0, 1, 100, -1])
def test_a_project_cut_short_is_left_as_it_is_and_an_earlier_version_opens(project_file: Path, keep: int) -> None:
    backups.keep(project_file)
    damaged = project_file.read_bytes()[:keep]
    project_file.write_bytes(damaged)
    with pytest.raises(ProjectError, match=r"a\.daejo"):
        opening.open_path(project_file)
    assert project_file.read_bytes() == damaged
    restored = opening.restore_backup(project_file, backups.backups_of(project_file)[0])
    assert not restored.dirty
    assert project_file.with_name("a (damaged).daejo").read_bytes() == damaged
    restored.close(discard=True)


def test_a_damaged_file_stands_where_there_is_no_room_for_an_earlier_version(
    small_disk: Path, project_file: Path
) -> None:
    path = small_disk / "a.daejo"
    shutil.copy(project_file, path)
    backups.keep(path)
    path.write_bytes(b"damaged")
    (small_disk / "room").write_bytes(bytes(4096))
    fill(small_disk / "filler")
    (small_disk / "room").unlink()  # enough for the lock alone
    with pytest.raises(ProjectError, match="cannot be replaced"):
        opening.restore_backup(path, backups.backups_of(path)[0])
    assert path.read_bytes() == b"damaged"
    assert sorted(item.name for item in small_disk.iterdir()) == ["a.daejo", "filler"]


def test_a_damaged_file_that_is_open_elsewhere_is_not_replaced(project_file: Path) -> None:
    backups.keep(project_file)
    project_file.write_bytes(b"damaged")
    held = lock.acquire(project_file)
    with pytest.raises(LockedError):
        opening.restore_backup(project_file, backups.backups_of(project_file)[0])
    held.release()
    assert project_file.read_bytes() == b"damaged"
    assert not project_file.with_name("a (damaged).daejo").exists()


def test_a_future_version_opens_for_reading_and_is_never_rewritten(project_file: Path, tmp_path: Path) -> None:
    parts = zipfile.ZipFile(project_file)
    buffer = io.BytesIO()
    with parts, zipfile.ZipFile(buffer, "w") as future:
        for name in parts.namelist():
            content = json.loads(parts.read(name)) if name == "manifest.json" else None
            future.writestr(
                name, json.dumps({**content, "version": store.VERSION + 1}) if content else parts.read(name)
            )
    project_file.write_bytes(buffer.getvalue())
    opened = opening.open_path(project_file)
    assert opened.read_only
    assert "newer version" in str(opened.warnings[0])
    type_text(opened, "x")
    with pytest.raises(ProjectError, match="reading only"):
        opened.save()
    with pytest.raises(ProjectError, match="reading only"):
        opened.save(overwrite=True)
    assert project_file.read_bytes() == buffer.getvalue()
    opened.save(tmp_path / "copy.daejo")
    assert not opened.read_only
    opened.close(discard=True)


def test_two_processes_on_one_project(project_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from gui.workspace.opening import open_path\n"
        "open_path(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(project_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LockedError, match="already open in another window"):
            opening.open_path(project_file)
        other.kill()
    opening.open_path(project_file).close(discard=True)


def test_a_project_is_locked_before_it_is_read(project_file: Path) -> None:
    """Else whoever had it open could save after we read it."""
    held = lock.acquire(project_file)
    project_file.write_bytes(b"PK\x03\x04 half of a save")
    with pytest.raises(LockedError):
        opening.open_path(project_file)
    held.release()
    with pytest.raises(ProjectError, match="damaged"):
        opening.open_path(project_file)
    assert not lock.lock_path(project_file).exists()


def test_a_full_disk_keeps_no_lock_that_says_nothing(small_disk: Path) -> None:
    fill(small_disk / "filler")
    with pytest.raises(OSError, match="No space left"):
        lock.acquire(small_disk / "a.daejo")
    assert [item.name for item in small_disk.iterdir()] == ["filler"]


def test_a_file_on_a_read_only_disk_opens_and_saves_elsewhere(read_only_disk: Path, tmp_path: Path) -> None:
    opened = opening.open_path(read_only_disk / "a.daejo")
    assert opened.read_only
    assert "save it somewhere else" in str(opened.warnings[0])
    type_text(opened, "kept")
    with pytest.raises(ProjectError, match="reading only"):
        opened.save()
    with pytest.raises(ProjectError, match="you may not write there"):
        opened.save(read_only_disk / "b.daejo")
    opened.save(tmp_path / "elsewhere.daejo")
    assert (opened.dirty, opened.read_only) == (False, False)
    opened.close(discard=True)


def test_a_full_disk_keeps_the_old_file_and_says_so(small_disk: Path, project_file: Path) -> None:
    path = small_disk / "a.daejo"
    shutil.copy(project_file, path)
    before = path.read_bytes()
    opened = opening.open_path(path)
    key = type_text(opened, "short")
    fill(small_disk / "filler")
    with pytest.raises(ProjectError, match=r"a\.daejo was not saved: the disk is full"):
        opened.save()
    assert path.read_bytes() == before
    assert opened.dirty
    assert sorted(item.name for item in small_disk.iterdir()) == [".~lock.a.daejo#", "a.daejo", "filler"]
    (small_disk / "filler").unlink()
    opened.save()
    assert opening.load(path).project.segment(key).target == "short"
    opened.close(discard=True)


@pytest.mark.skipif(AS_ROOT, reason="root may read and write everything")
def test_a_file_without_permission_is_one_clear_error(project_file: Path) -> None:
    project_file.chmod(0)
    with pytest.raises(ProjectError, match="may not read"):
        opening.open_path(project_file)


@pytest.mark.skipif(not AS_ROOT or not shutil.which("setpriv"), reason="giving up root takes root and setpriv")
def test_without_permission_as_an_ordinary_user(project_file: Path, release_file: Path) -> None:
    project_file.chmod(0o600)
    top = Path(tempfile.gettempdir())
    for folder in (item for item in (*project_file.parents, *release_file.parents) if top in item.parents):
        folder.chmod(0o755)
    code = (
        "import sys; from pathlib import Path; from gui.workspace.opening import open_path\n"
        "from gui.document.errors import DaejoError\n"
        "try:\n    open_path(Path(sys.argv[1]))\nexcept DaejoError as error:\n    print(error)\n"
        "try:\n    open_path(Path(sys.argv[2])).save(Path(sys.argv[1]).with_name('b.daejo'))\n"
        "except DaejoError as error:\n    print(error)"
    )
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-c", code]
    environment = {**os.environ, "DAEJO_DATA": str(project_file.parent / "nobody")}
    told = subprocess.run(
        [*command, str(project_file), str(release_file)], capture_output=True, text=True, check=False, env=environment
    )
    if "Permission denied" in told.stderr and not told.stdout:
        pytest.skip("the interpreter itself cannot be run by another user here")
    assert told.stdout.splitlines() == [
        "You may not read a.daejo. Ask its owner, or copy it.",
        "b.daejo was not saved: you may not write there. Save somewhere else.",
    ]


def crashed(opened: OpenProject, data_folder: Path) -> None:
    """Leave things as a crash of another process would."""
    opened.flush()
    for meta in (data_folder / "journals").glob("*/meta.json"):
        fields = json.loads(meta.read_bytes())
        fields["owner"]["birth"] = "another life"
        meta.write_text(json.dumps(fields))
    opened._release_lock()


def test_recovered_work_meets_a_file_that_somebody_else_changed(project_file: Path, data_folder: Path) -> None:
    opened = opening.open_path(project_file)
    key = type_text(opened, "mine")
    crashed(opened, data_folder)
    theirs = store.pack(opening.load(project_file).project.snapshot(), b"theirs\n")
    project_file.write_bytes(theirs)
    recovered = opening.recover(opening.recoverable()[0])
    assert recovered.project.segment(key).target == "mine"
    with pytest.raises(ProjectError, match="changed by somebody else"):
        recovered.save()
    assert project_file.read_bytes() == theirs
    recovered.close(discard=True)
    opened.close(discard=True)


def test_unsaved_work_survives_a_project_file_that_is_damaged_or_gone(project_file: Path, data_folder: Path) -> None:
    opened = opening.open_path(project_file)
    key = type_text(opened, "mine")
    crashed(opened, data_folder)
    project_file.unlink()
    recovered = opening.recover(opening.recoverable()[0])
    recovered.save()
    assert opening.load(project_file).project.segment(key).target == "mine"
    recovered.close(discard=True)
    opened.close(discard=True)


def test_work_recovered_where_nothing_can_be_written_is_kept_until_it_is_saved(
    project_file: Path, data_folder: Path, tmp_path: Path
) -> None:
    opened = opening.open_path(project_file)
    key = type_text(opened, "mine")
    crashed(opened, data_folder)
    project_file.rename(tmp_path / "elsewhere")
    project_file = tmp_path / "gone" / "a.daejo"
    for meta in (data_folder / "journals").glob("*/meta.json"):
        meta.write_text(json.dumps({**json.loads(meta.read_bytes()), "project": str(project_file)}))
    for _ in range(2):
        recovered = opening.recover(opening.recoverable()[0])
        assert recovered.read_only
        assert recovered.dirty
        assert recovered.project.segment(key).target == "mine"
        recovered.close(discard=False)
        crashed(recovered, data_folder)
    recovered = opening.recover(opening.recoverable()[0])
    recovered.save(tmp_path / "b.daejo")
    recovered.close(discard=False)
    assert list((data_folder / "journals").iterdir()) == []
    assert opening.load(tmp_path / "b.daejo").project.segment(key).target == "mine"
    opened.close(discard=True)


def test_a_journal_with_a_damaged_base_says_nothing_about_the_file(project_file: Path, data_folder: Path) -> None:
    opened = opening.open_path(project_file)
    type_text(opened, "mine")
    crashed(opened, data_folder)
    (base,) = (data_folder / "journals").glob("*/base-1.daejo")
    base.write_bytes(b"cut short")
    with pytest.raises(ProjectError, match="unsaved work is damaged") as raised:
        opening.recover(opening.recoverable()[0])
    assert not isinstance(raised.value, DamagedProject)
    opened.close(discard=True)


def test_discarded_work_is_not_offered_again(project_file: Path, data_folder: Path) -> None:
    opened = opening.open_path(project_file)
    type_text(opened, "mine")
    crashed(opened, data_folder)
    opening.discard(opening.recoverable()[0])
    assert opening.recoverable() == ()
    opened.close(discard=True)


def test_unreadable_journals_are_left_alone(data_folder: Path) -> None:
    for name, content in (("a", None), ("b", "{"), ("c", "[]"), ("d", '{"owner": {"x": 1}}')):
        folder = data_folder / "journals" / name
        folder.mkdir(parents=True)
        if content is not None:
            (folder / "meta.json").write_text(content)
    assert opening.recoverable() == ()
