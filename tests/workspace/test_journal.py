import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.document.edit import Json, PropertyEdit, SegmentsEdit, TargetEdit
from gui.document.errors import Message
from gui.document.segment import Translation
from gui.workspace import journal_files
from gui.workspace.changes import Changes
from gui.workspace.journal import Journal


def typed(key: str, old: str, new: str) -> TargetEdit:
    return TargetEdit(key, Translation(old), Translation(new))


@pytest.fixture
def journal() -> Iterator[Journal]:
    journal = Journal("a.daejo", None, lambda: b"base")
    yield journal
    journal.close(keep=False)


@pytest.fixture
def folder(data_folder: Path) -> Path:
    return data_folder / "journals"


def recorded(folder: Path) -> journal_files.Recorded:
    (only,) = folder.iterdir()
    return journal_files.read(only)


def test_typing_in_a_segment_becomes_one_edit() -> None:
    changes = Changes()
    for edit in (typed("a", "", "x"), typed("b", "", "y"), typed("a", "x", "xy")):
        changes.add(edit)
    assert list(changes) == [typed("a", "", "xy"), typed("b", "", "y")]


def test_a_change_of_segments_keeps_its_place_between_typing() -> None:
    changes = Changes()
    split = SegmentsEdit("b1", (), ())
    for edit in (typed("a", "", "x"), split, typed("a", "x", "xy")):
        changes.add(edit)
    assert list(changes) == [typed("a", "", "x"), split, typed("a", "x", "xy")]


def test_nothing_is_written_before_the_first_edit(journal: Journal, folder: Path) -> None:
    assert journal.flush()
    assert not folder.exists()


def test_an_edit_is_on_disk_within_half_a_second(journal: Journal, folder: Path) -> None:
    start = time.perf_counter()
    journal.append(typed("a", "", "x"))
    assert time.perf_counter() - start < 0.01
    time.sleep(0.5)
    assert recorded(folder).edits == [typed("a", "", "x")]
    assert recorded(folder).base == b"base"


def test_a_finished_save_cuts_what_it_holds(journal: Journal, folder: Path) -> None:
    journal.append(typed("a", "", "x"))
    generation = journal.rotate()
    journal.append(typed("a", "x", "xy"))
    journal.flush()
    assert recorded(folder).edits == [typed("a", "", "x"), typed("a", "x", "xy")]
    journal.announce(generation, "digest")
    assert recorded(folder).saving == {"digest"}
    journal.cut(generation, b"saved", "b.daejo", Path("b.daejo"))
    journal.flush()
    assert recorded(folder).edits == [typed("a", "x", "xy")]
    assert recorded(folder).base == b"saved"


def test_nothing_is_left_after_a_save_without_later_edits(journal: Journal, folder: Path) -> None:
    journal.append(typed("a", "", "x"))
    generation = journal.rotate()
    journal.announce(generation, "digest")
    journal.cut(generation, b"saved", "a.daejo", Path("a.daejo"))
    journal.flush()
    assert list(folder.iterdir()) == []
    journal.append(typed("a", "x", "y"))
    journal.flush()
    assert recorded(folder).base == b"saved"


def test_a_save_that_failed_loses_nothing(journal: Journal, folder: Path) -> None:
    journal.append(typed("a", "", "x"))
    journal.rotate()
    journal.append(typed("a", "x", "y"))
    generation = journal.rotate()
    journal.append(PropertyEdit("p", None, 1))
    journal.flush()
    assert len(recorded(folder).edits) == 3
    journal.cut(generation, b"saved", "a.daejo", Path("a.daejo"))
    journal.flush()
    assert recorded(folder).edits == [PropertyEdit("p", None, 1)]


def test_a_line_that_a_crash_cut_short_ends_the_replay(journal: Journal, folder: Path) -> None:
    journal.append(typed("a", "", "x"))
    journal.flush()
    (file,) = folder.glob("*/edits-1.jsonl")
    with file.open("ab") as end:
        end.write(b'{"edit": "target", "key"')
    assert recorded(folder).edits == [typed("a", "", "x")]
    assert recorded(folder).is_cut_short


def test_a_journal_of_a_living_process_is_not_offered(journal: Journal) -> None:
    journal.append(typed("a", "", "x"))
    journal.flush()
    assert journal_files.abandoned() == ()


def test_a_failing_disk_is_reported_and_the_edits_are_written_later(journal: Journal, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    journal.append(typed("a", "", "x"))
    assert not journal.flush()
    assert "disk is full" in str(journal.failure)
    folder.unlink()
    assert journal.flush()
    assert journal.failure is None
    assert recorded(folder).edits == [typed("a", "", "x")]


def nested(depth: int) -> Json:
    value: Json = 1
    for _ in range(depth):
        value = [value]
    return value


def test_an_edit_that_cannot_be_written_down_is_told_and_does_not_end_the_journal(
    journal: Journal, folder: Path
) -> None:
    journal.append(PropertyEdit("p", None, nested(100_000)))
    assert not journal.flush()
    assert "cannot be kept safe" in str(journal.failure)
    generation = journal.rotate()
    journal.append(typed("a", "", "x"))
    journal.cut(generation, b"saved", "a.daejo", Path("a.daejo"))
    assert journal.flush()
    assert journal.failure is None
    assert recorded(folder).edits == [typed("a", "", "x")]
    assert recorded(folder).base == b"saved"


@pytest.mark.parametrize("error", [OSError, ValueError, KeyError, RecursionError, MemoryError])
def test_a_base_that_fails_is_told_to_whoever_listens_and_tried_again(folder: Path, error: type[Exception]) -> None:
    fails = [error("release text")]

    def base() -> bytes:
        if fails:
            raise fails.pop()
        return b"base"

    heard: list[Message | None] = []
    journal = Journal("a.daejo", None, base)
    journal.watch(heard.append)
    journal.append(typed("a", "", "x"))
    assert not journal.flush()
    assert journal.flush()
    assert recorded(folder).edits == [typed("a", "", "x")]
    journal.close(keep=False)
    assert [str(message).startswith("Unsaved work cannot be kept safe") for message in heard] == [True, False]


def test_a_listener_that_comes_late_hears_of_a_failure_at_once(journal: Journal, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    journal.append(typed("a", "", "x"))
    assert not journal.flush()
    heard: list[Message | None] = []
    journal.watch(heard.append)
    assert heard == [journal.failure]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_end_that_nobody_asked_for_is_told_and_keeps_nobody_waiting() -> None:
    class UnknownError(Exception):
        """Of a kind that nobody expects."""

    def base() -> bytes:
        raise UnknownError

    journal = Journal("a.daejo", None, base)
    journal.append(typed("a", "", "x"))
    start = time.perf_counter()
    assert not journal.flush()
    journal.append(typed("a", "x", "y"))
    assert not journal.flush()
    journal.close(keep=True)
    assert time.perf_counter() - start < 1
    assert journal.failure is not None


def test_a_journal_that_somebody_removed_begins_anew_with_the_next_save(journal: Journal, folder: Path) -> None:
    journal.append(typed("a", "", "x"))
    assert journal.flush()
    shutil.rmtree(folder)
    generation = journal.rotate()
    journal.append(typed("a", "x", "y"))
    assert not journal.flush()
    journal.cut(generation, b"saved", "a.daejo", Path("a.daejo"))
    assert journal.flush()
    assert recorded(folder).edits == [typed("a", "x", "y")]


def test_what_a_failed_write_left_half_written_is_cut_off(folder: Path) -> None:
    files = journal_files.JournalFolder("a", None)
    files.begin(1, b"base")
    files.write(1, b'{"saving": "1"}\n')
    (path,) = folder.glob("*/edits-1.jsonl")
    with path.open("ab") as end:
        end.write(b'{"sav')
    files.write(1, b'{"saving": "2"}\n')
    assert recorded(folder).saving == {"1", "2"}
