import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.errors import ReadError
from gui.memory.base import Match, Memory
from gui.memory.pair import TranslationUnit, source_key
from gui.memory.registry import memories
from gui.memory.sqlite_memory import SqliteMemory
from gui.workspace.samples import sample_release


def test_exact_folds_white_space_and_width() -> None:
    memory: Memory = SqliteMemory("test")
    assert isinstance(memory, SqliteMemory)
    memory.add([TranslationUnit("총 ４건 ‘협약’", "Four agreements")])
    assert memory.exact("총  4건 '협약' ") == Match("총 ４건 ‘협약’", "Four agreements", 100, "test")
    assert memory.exact("총 5건") is None


def test_neighbours_decide_between_several() -> None:
    memory = SqliteMemory("test")
    memory.add(
        [
            TranslationUnit("대표", "CEO", "회사", "끝"),
            TranslationUnit("대표", "Representative", "협회", "끝"),
            TranslationUnit("대표", "Leader", changed=datetime(2020, 1, 1, tzinfo=UTC)),
        ]
    )
    assert memory.exact("대표", "협회", "끝") == Match("대표", "Representative", 101, "test")
    half = memory.exact("대표", "회사", "다른 말")
    assert half
    assert (half.target, half.percent) == ("CEO", 100)


def test_without_neighbours_the_youngest_wins() -> None:
    memory = SqliteMemory("test")
    for year, text in ((2021, "old"), (2023, "young"), (2022, "middle")):
        memory.add([TranslationUnit("말", text, changed=datetime(year, 1, 1, tzinfo=UTC))])
    found = memory.exact("말")
    assert found
    assert (found.target, found.percent) == ("young", 100)


def test_what_was_added_is_there_after_a_restart(tmp_path: Path) -> None:
    first = SqliteMemory("own", tmp_path / "memory.sqlite")
    first.add([TranslationUnit("가", "A")])
    first.add([TranslationUnit("가", "A")])
    first.close()
    second = SqliteMemory("own", tmp_path / "memory.sqlite")
    assert len(second) == 1
    assert second.exact("가")
    second.close()


def test_an_import_that_fails_leaves_nothing_behind() -> None:
    memory = SqliteMemory("test")

    def units() -> list[TranslationUnit]:
        raise ReadError("{name} is damaged", name="x.tmx")

    with pytest.raises(ReadError):
        memory.add(unit for _ in range(2) for unit in units())
    assert len(memory) == 0


def test_may_be_asked_from_several_threads() -> None:
    memory = SqliteMemory("test")
    memory.add(TranslationUnit(f"말 {number}", f"word {number}") for number in range(200))
    wrong: list[int] = []

    def ask() -> None:
        for number in range(200):
            found = memory.exact(f"말 {number}")
            if found is None or found.target != f"word {number}":
                wrong.append(number)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_file_that_is_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(ReadError, match="damaged"):
        SqliteMemory("own", path)


def test_a_memory_of_a_later_version(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ReadError, match="later version"):
        SqliteMemory("own", path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        SqliteMemory("own", tmp_path / "gone" / "memory.sqlite")


def test_start_opens_the_users_memory_and_the_samples(tmp_path: Path) -> None:
    own, *samples = memories(tmp_path, sample_release().stem)
    assert own.writable
    assert (tmp_path / "memory.sqlite").exists()
    assert samples
    assert not any(sample.writable for sample in samples)
    own.close()


def test_the_memory_of_a_sample_serves_that_sample_alone() -> None:
    assert memories(sample="another-release") == ()


@given(st.text(max_size=20))
def test_a_key_of_a_key_is_the_same(text: str) -> None:
    assert source_key(source_key(text)) == source_key(text)
