import os
import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.errors import ReadError
from gui.memory import schema, writing
from gui.memory.base import MatchKind, Memory, Query
from gui.memory.pair import TranslationUnit, source_key
from gui.memory.registry import memories
from gui.memory.sqlite_memory import SqliteMemory
from gui.workspace.samples import sample_release
from tests.memory.sentences import Sentences


def test_exact_folds_white_space_and_width() -> None:
    memory: Memory = SqliteMemory("test")
    assert isinstance(memory, SqliteMemory)
    memory.add([TranslationUnit("총 ４건 ‘협약’", "Four agreements")])
    found = memory.exact("총  4건 '협약' ")
    assert found
    assert (found.target, found.percent, found.kind, found.memory) == ("Four agreements", 100, MatchKind.EXACT, "test")
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
    whole = memory.exact("대표", "협회", "끝")
    assert whole
    assert (whole.target, whole.percent, whole.kind) == ("Representative", 101, MatchKind.CONTEXT)
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
    SqliteMemory("own", path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ReadError, match="later version"):
        SqliteMemory("own", path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        SqliteMemory("own", tmp_path / "gone" / "memory.sqlite")


def test_a_sample_comes_with_its_memory() -> None:
    samples = memories(sample_release().stem)
    assert samples
    assert not any(sample.writable for sample in samples)


def many(count: int, seed: int = 1) -> list[TranslationUnit]:
    return [TranslationUnit(*pair) for pair in islice(Sentences(seed, words=3000), count)]


@pytest.fixture(scope="module")
def large() -> SqliteMemory:
    memory = SqliteMemory("large")
    memory.add(many(6000))
    return memory


def test_a_changed_sentence_is_found_among_thousands(large: SqliteMemory) -> None:
    for number, unit in enumerate(many(6000)[::600]):
        words = unit.source.split()
        words[number % len(words)] = "전혀다른말을"
        found = large.lookup(Query(" ".join(words)))
        assert found, unit.source
        assert (found[0].unit.source, found[0].kind) == (unit.source, MatchKind.FUZZY)
        assert 70 <= found[0].percent < 100


def test_without_trigrams_all_units_are_compared(large: SqliteMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "has_trigrams", lambda connection: False)
    plain = SqliteMemory("plain")
    plain.add(many(6000))
    assert (large.indexed, plain.indexed) == (True, False)
    query = Query(many(1)[0].source.replace("이번", "다음") + " 덧붙임")
    first, second = large.lookup(query), plain.lookup(query)
    assert [match.unit for match in first] == [match.unit for match in second]
    assert [hit.unit for hit in plain.concordance("정책")] == [hit.unit for hit in large.concordance("정책")]


def test_a_memory_written_without_trigrams_is_indexed_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "has_trigrams", lambda connection: False)
        patched.setattr(writing, "has_trigrams", lambda connection: False)
        first = SqliteMemory("own", tmp_path / "m.sqlite")
        first.add([TranslationUnit("협약을 체결했다", "signed an agreement")])
        first.close()
    second = SqliteMemory("own", tmp_path / "m.sqlite")
    assert second.indexed
    assert second.concordance("체결했다")
    assert second.concordance("agree")
    second.close()


def test_matches_below_the_threshold_are_left_out(large: SqliteMemory) -> None:
    source = many(1)[0].source
    query = Query(source + " 그리고 아주 다른 말이 이어진다", threshold=70)
    assert all(match.percent >= 70 for match in large.lookup(query))
    assert large.lookup(Query(source, limit=1))[0].percent == 100
    assert large.lookup(Query("가나")) == large.lookup(Query("  ")) == ()


def test_figures_alone_are_a_high_match() -> None:
    memory = SqliteMemory("test")
    memory.add([TranslationUnit("총 4건", "A total of four")])
    (found,) = memory.lookup(Query("총 1,250건"))
    assert (found.percent, found.target) == (95, "A total of 1,250")
    assert found.differences.segment == ((2, 8),)


def test_a_cancelled_search_answers_nothing(large: SqliteMemory) -> None:
    words = many(2)
    assert large.lookup(Query(words[0].source + words[1].source), cancelled=lambda: True) == ()
    assert large.lookup(Query(words[0].source))  # and the memory is as good as before


def test_remembering_replaces_what_the_same_project_had_there() -> None:
    memory = SqliteMemory("test")
    unit = TranslationUnit("대표", "CEO", "회사", "끝", project="a", author="kim")
    memory.remember([unit, replace(unit, project="b", target="Chief")])
    memory.remember([replace(unit, target="President", author="lee")])
    kept = [(found.target, found.project, found.author) for _, found in memory.units()]
    assert kept == [("President", "a", "kim"), ("Chief", "b", "kim")]
    assert memory.concordance("CEO") == ()
    assert [hit.unit.target for hit in memory.concordance("president")] == ["President"]


def test_a_unit_can_be_edited_and_deleted() -> None:
    memory = SqliteMemory("test")
    memory.add([TranslationUnit("가격 안정", "price stability"), TranslationUnit("수출 확대", "more exports")])
    (hit,) = memory.concordance("price")
    memory.replace(hit.number, replace(hit.unit, source="물가 안정", target="stable prices"))
    assert memory.exact("가격 안정") is None
    assert [found.unit.source for found in memory.concordance("물가 안정")] == ["물가 안정"]
    memory.delete(hit.number)
    assert memory.concordance("prices") == ()
    assert len(memory) == 1
    memory.delete(hit.number)  # gone already


def test_concordance_in_both_languages() -> None:
    memory = SqliteMemory("test")
    memory.add(
        [
            TranslationUnit("해양 클러스터의 성장 전략을 발표했다.", "It announced a Growth strategy for the cluster."),
            TranslationUnit("성장전략 회의", "Meeting on growth strategies"),
            TranslationUnit("다른 말", "Other words"),
        ]
    )
    korean = memory.concordance("성장 전략")
    assert [hit.unit.source[slice(*hit.source_spans[0])] for hit in korean] == ["성장전략", "성장 전략"]
    english = memory.concordance("growth strateg")
    assert [hit.unit.target[slice(*hit.target_spans[0])] for hit in english] == ["growth strateg", "Growth strateg"]
    (slip,) = memory.concordance("announcde a growth strategy")
    assert 75 <= slip.percent < 100
    assert memory.concordance(" ") == memory.concordance("없는말이다") == ()


def test_two_processes_share_a_file(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    first, second = SqliteMemory("own", path), SqliteMemory("own", path)
    first.add(many(500))
    second.remember([TranslationUnit("둘째 창에서", "from the second window")])
    assert first.exact("둘째 창에서")
    found = second.exact(many(1)[0].source)
    assert found
    assert found.target == many(1)[0].target
    first.close()
    second.close()


def test_a_read_only_memory_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    SqliteMemory("own", path).close()
    memory = SqliteMemory("other", path, writable=False)
    with pytest.raises(OSError, match="READONLY"):
        memory.add([TranslationUnit("가", "A")])
    memory.close()


def test_the_memory_of_a_sample_serves_that_sample_alone() -> None:
    assert memories("another-release") == ()


@given(st.text(max_size=20))
def test_a_key_of_a_key_is_the_same(text: str) -> None:
    assert source_key(source_key(text)) == source_key(text)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_memory_in_a_folder_for_reading_alone(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    own = SqliteMemory("own", folder / "m.sqlite")
    own.add([TranslationUnit("가나다", "ABC")])
    own.close()
    folder.chmod(0o555)
    shared = SqliteMemory("share", folder / "m.sqlite", writable=False)
    assert shared.exact("가나다")
    shared.close()
    folder.chmod(0o755)
