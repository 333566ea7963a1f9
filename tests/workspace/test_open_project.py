import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.document.edit import TargetEdit
from gui.document.errors import ChangedOnDisk, LockedError, ProjectError
from gui.document.project import Project
from gui.workspace import backups, lock, opening, store
from gui.workspace.open_project import Opened, OpenProject


def type_text(opened: OpenProject, text: str, key: str = "b1.1") -> None:
    old = opened.project.segment(key).translation
    assert opened.project.apply(TargetEdit(key, old, old.typed(text)))


def target(path: Path, key: str = "b1.1") -> str:
    return opening.load(path).project.segment(key).target


def history(path: Path) -> list[str]:
    return [json.loads(line)["edit"] for line in opening.load(path).history.splitlines()]


def test_a_new_project_is_clean_and_has_no_file(opened: OpenProject) -> None:
    assert not opened.dirty
    assert opened.path is None
    with pytest.raises(ProjectError, match="no project file yet"):
        opened.save()


def test_saving_gives_it_a_file_a_name_and_a_lock(opened: OpenProject, tmp_path: Path) -> None:
    type_text(opened, "A meeting.")
    assert opened.dirty
    opened.save(tmp_path / "a.daejo")
    assert not opened.dirty
    assert (opened.name, opened.path) == ("a.daejo", tmp_path / "a.daejo")
    assert opened.saved_at is not None
    assert target(tmp_path / "a.daejo") == "A meeting."
    with pytest.raises(LockedError):
        opening.open_path(tmp_path / "a.daejo")


def test_typing_while_a_save_is_under_way_stays_unsaved(opened: OpenProject, tmp_path: Path) -> None:
    type_text(opened, "one")
    job = opened.prepare_save(tmp_path / "a.daejo")
    type_text(opened, "two")
    job.write()
    opened.finish_save(job)
    assert opened.dirty
    assert target(tmp_path / "a.daejo") == "one"
    opened.save()
    assert target(tmp_path / "a.daejo") == "two"


def test_each_save_adds_its_edits_to_the_history(opened: OpenProject, tmp_path: Path) -> None:
    for text in ("o", "on", "one"):
        type_text(opened, text)
    opened.save(tmp_path / "a.daejo")
    type_text(opened, "two")
    opened.save()
    assert history(tmp_path / "a.daejo") == ["target", "target"]


def test_a_save_that_was_prepared_and_dropped_does_no_harm(opened: OpenProject, tmp_path: Path) -> None:
    type_text(opened, "one")
    opened.prepare_save(tmp_path / "a.daejo")
    type_text(opened, "two", "b2.1")
    opened.save(tmp_path / "a.daejo")
    assert not opened.dirty
    assert history(tmp_path / "a.daejo") == ["target", "target"]


def test_a_failed_save_keeps_its_edits_for_the_history_of_the_next(opened: OpenProject, tmp_path: Path) -> None:
    type_text(opened, "one")
    with pytest.raises(ProjectError, match=r"a\.daejo was not saved: its folder is gone"):
        opened.save(tmp_path / "gone" / "a.daejo")
    assert opened.dirty
    assert opened.path is None
    type_text(opened, "two", "b2.1")
    opened.save(tmp_path / "a.daejo")
    assert history(tmp_path / "a.daejo") == ["target", "target"]


def test_half_a_surrogate_pair_does_not_keep_a_project_from_being_saved(opened: OpenProject, tmp_path: Path) -> None:
    type_text(opened, "half \ud83d")
    assert opened.flush()
    opened.save(tmp_path / "a.daejo")
    assert target(tmp_path / "a.daejo") == "half \ud83d"


def test_saving_under_another_name_moves_the_lock(opened: OpenProject, tmp_path: Path) -> None:
    opened.save(tmp_path / "a.daejo")
    opened.save(tmp_path / "b.daejo")
    assert not lock.lock_path(tmp_path / "a.daejo").exists()
    assert lock.lock_path(tmp_path / "b.daejo").exists()
    opening.open_path(tmp_path / "a.daejo").close(discard=True)


def test_another_projects_file_is_not_replaced_while_it_is_open(
    opened: OpenProject, tmp_path: Path, make_project: Callable[[int], Project]
) -> None:
    opened.save(tmp_path / "a.daejo")
    other = OpenProject(make_project(1), Opened("other.md"))
    with pytest.raises(LockedError):
        other.save(tmp_path / "a.daejo")
    other.close(discard=True)
    assert len(list(opening.load(tmp_path / "a.daejo").project.snapshot().segments())) == 6


def test_a_file_changed_by_somebody_else_is_not_overwritten_unasked(opened: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    opened.save(path)
    theirs = store.pack(opened.project.snapshot(), b"theirs\n")
    path.write_bytes(theirs)
    type_text(opened, "mine")
    with pytest.raises(ChangedOnDisk, match="changed by somebody else"):
        opened.save()
    assert path.read_bytes() == theirs
    opened.save(overwrite=True)
    assert target(path) == "mine"
    opened.save()


def test_a_file_that_was_deleted_is_written_again(opened: OpenProject, tmp_path: Path) -> None:
    opened.save(tmp_path / "a.daejo")
    (tmp_path / "a.daejo").unlink()
    opened.save()
    assert (tmp_path / "a.daejo").exists()


def test_the_version_before_a_save_is_kept_but_not_one_for_each_autosave(opened: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    for text in ("one", "two", "three"):
        type_text(opened, text)
        opened.save(path)
    (backup,) = backups.backups_of(path)
    assert target(backup.path) == "one"


def test_closing_without_discarding_keeps_unsaved_work_for_the_next_start(
    make_project: Callable[[int], Project], data_folder: Path
) -> None:
    opened = OpenProject(make_project(1), Opened("release.md"))
    type_text(opened, "kept")
    opened.close(discard=False)
    (folder,) = (data_folder / "journals").iterdir()
    meta = json.loads((folder / "meta.json").read_bytes())
    meta["owner"]["birth"] = "another life"
    (folder / "meta.json").write_text(json.dumps(meta))
    (recovery,) = opening.recoverable()
    assert (recovery.name, recovery.edits) == ("release.md", 1)
    recovered = opening.recover(recovery)
    assert recovered.project.segment("b1.1").target == "kept"
    recovered.close(discard=True)
    assert list((data_folder / "journals").iterdir()) == []


def test_applying_and_preparing_a_save_of_5000_segments_is_cheap(
    make_project: Callable[[int], Project], tmp_path: Path
) -> None:
    opened = OpenProject(make_project(2500), Opened("release.md"))
    times = []
    for number in range(50):
        start = time.perf_counter()
        type_text(opened, f"text {number}")
        times.append(time.perf_counter() - start)
    start = time.perf_counter()
    opened.prepare_save(tmp_path / "a.daejo")
    prepared = time.perf_counter() - start
    opened.close(discard=True)
    assert sorted(times)[47] < 0.008
    assert prepared < 0.1
