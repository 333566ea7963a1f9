import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gui.document.errors import DaejoError, ReadError
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import HUMAN, CellPosition, Origin, OriginKind, Segment, State, Translation, Unit
from gui.engines.base import DraftRequest
from gui.engines.embedded import EmbeddedEngine
from gui.memory.sqlite_memory import SqliteMemory
from gui.workspace import engine_settings
from gui.workspace.memories import (
    Memories,
    MemorySpec,
    Query,
    Stopped,
    TranslationUnit,
    default_spec,
    load_specs,
    query_for,
    save_specs,
    unit_for,
    units_for,
)
from gui.workspace.shared_memories import SharedMemories

OLD = "외교부는 4월 28일 3건의 협약을 체결했다고 밝혔다."
OLD_ENGLISH = "The Ministry of Foreign Affairs said on April 28 that it signed three agreements."
NEW = "외교부는 5월 3일 12건의 협약을 체결했다고 밝혔다."


def snapshot(*sources: str) -> Snapshot:
    units = tuple(
        Unit(f"u{n}", Block(BlockKind.PARAGRAPH, RichText(text)), (Segment(f"s{n}", RichText(text)),))
        for n, text in enumerate(sources)
    )
    return Snapshot(Release("text", "release.txt", tuple(unit.block for unit in units)), units)


@pytest.fixture
def memories() -> Iterator[Memories]:
    opened = Memories()
    yield opened
    opened.close()


def test_the_default_memory_is_made_on_first_use(memories: Memories, data_folder: Path) -> None:
    (status,) = memories.statuses()
    assert (status.ready, status.units, status.remark) == (True, 0, None)
    assert (data_folder / "memories" / "memory.sqlite").exists()


def test_confirmed_segments_come_back(memories: Memories) -> None:
    taken = snapshot("앞 문장이다.", OLD)
    unit = replace(taken.units[1].segments[0], translation=Translation(OLD_ENGLISH, State.TRANSLATED, HUMAN))
    confirmed = replace(taken, units=(taken.units[0], replace(taken.units[1], segments=(unit,))))
    memories.remember([unit_for(confirmed, "s1", "kim"), unit_for(confirmed, "s0")])
    (match,) = memories.lookup(query_for(taken, "s1"))
    assert (match.percent, match.target, match.unit.author, match.unit.project) == (
        101,
        OLD_ENGLISH,
        "kim",
        "release.txt",
    )
    assert memories.statuses()[0].units == 1  # what has no English is not remembered


def test_a_fuzzy_match_comes_repaired(memories: Memories) -> None:
    memories.remember([TranslationUnit(OLD, OLD_ENGLISH)])
    (match,) = memories.lookup_latest(Query(NEW))
    assert match.target == "The Ministry of Foreign Affairs said on May 3 that it signed 12 agreements."
    assert [match.target[slice(*span)] for span in match.repair.replaced] == ["May 3", "12"]
    assert [NEW[slice(*span)] for span in match.differences.segment] == ["5월 3일 12건"]
    assert match.repair.complete


def test_drafts_take_fuzzy_matches_that_are_whole(memories: Memories) -> None:
    memories.remember(
        [TranslationUnit(OLD, OLD_ENGLISH), TranslationUnit("올해 수출은 수백억 늘 것이다.", "It grows.")]
    )
    taken = snapshot(NEW, "올해 수출은 350억 늘 것이다.")
    request = DraftRequest(taken, ("s0", "s1"))
    (edit,) = EmbeddedEngine([memories]).draft(request, lambda *_: None, lambda: False)
    assert edit.key == "s0"
    assert edit.new.origin
    assert edit.new.origin.kind is OriginKind.MEMORY
    assert edit.new.origin == Origin(OriginKind.MEMORY, "embedded", 95, edit.new.origin.at)


def test_a_draft_with_other_words_is_marked_as_a_whole(memories: Memories) -> None:
    memories.remember([TranslationUnit(OLD, OLD_ENGLISH)])
    found = memories.similar(NEW.replace("밝혔다", "덧붙였다"))
    assert found
    assert found.marks == (found.target,)
    whole = memories.similar(NEW)
    assert whole
    assert whole.marks == ()


def test_penalties_and_order(tmp_path: Path) -> None:
    for name, english in (("old", "Old words"), ("new", "New words")):
        memory = SqliteMemory(name, tmp_path / f"{name}.sqlite")
        memory.add([TranslationUnit("같은 말이다", english), TranslationUnit("둘 다 아는 말", "both")])
        memory.close()
    specs = [MemorySpec(tmp_path / "old.sqlite", "old", writable=False, penalty=10),
             MemorySpec(tmp_path / "new.sqlite", "new")]  # fmt: skip
    both = Memories(specs)
    found = both.lookup(Query("같은 말이다"))
    assert [(match.memory, match.percent) for match in found] == [("new", 100), ("old", 90)]
    assert [match.memory for match in both.lookup(Query("둘 다 아는 말"))] == ["new"]
    exact = both.exact("같은 말이다")
    assert exact
    assert exact.memory == "new"
    both.remember([TranslationUnit("새 말", "fresh")])
    assert [(status.spec.name, status.units) for status in both.statuses()] == [("old", 2), ("new", 3)]
    with pytest.raises(ReadError, match="old is read-only"):
        both.delete("old", 1)
    both.close()


def test_the_list_of_memories_is_kept(tmp_path: Path, data_folder: Path) -> None:
    other = MemorySpec(tmp_path / "other.sqlite", "동료", writable=False, penalty=5)
    save_specs([other, default_spec()])
    assert load_specs() == (other, default_spec())
    save_specs([other])
    assert load_specs() == (default_spec(), other)
    (data_folder / "memories" / "memories.json").write_text("{]", encoding="utf-8")
    assert load_specs() == (default_spec(),)


def test_a_damaged_default_memory_is_moved_aside(data_folder: Path) -> None:
    folder = data_folder / "memories"
    folder.mkdir()
    (folder / "memory.sqlite").write_bytes(b"no database" * 500)
    memories = Memories()
    (status,) = memories.statuses()
    assert status.ready
    assert "was damaged: it is kept as memory.damaged-" in str(status.remark)
    assert next(folder.glob("memory.damaged-*.sqlite")).read_bytes().startswith(b"no database")
    memories.remember([TranslationUnit("가나다", "ABC")])
    assert memories.exact("가나다")
    memories.close()


def test_damage_inside_the_file_is_told_when_it_is_met(data_folder: Path) -> None:
    memories = Memories()
    memories.remember(TranslationUnit(f"문장 번호 {n} 이다", f"sentence number {n}") for n in range(3000))
    memories.close()
    path = data_folder / "memories" / "memory.sqlite"
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\x55" * (len(data) - 12288)
    path.write_bytes(data)
    again = Memories()
    assert again.lookup(Query("문장 번호 7 이다")) == ()
    assert again.concordance("번호") == ()
    assert any(status.remark for status in again.statuses())
    again.close()


def test_other_damaged_memories_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "team.sqlite"
    path.write_bytes(b"no database" * 500)
    memories = Memories([MemorySpec(path, "team"), default_spec()])
    first, second = memories.statuses()
    assert (first.ready, str(first.remark)) == (
        False,
        "The translation memory team is damaged; replace its file by a copy.",
    )
    assert second.ready
    assert path.exists()
    memories.close()


def test_tmx_in_and_out(memories: Memories, tmp_path: Path) -> None:
    memories.remember([TranslationUnit(OLD, OLD_ENGLISH, project="p")])
    memories.export_tmx("memory", tmp_path / "a.tmx", "utf-16")
    (hit,) = memories.concordance("three agreements")
    memories.delete(hit.memory, hit.number)
    steps: list[tuple[int, int]] = []
    assert memories.import_tmx(tmp_path / "a.tmx", "memory", lambda *step: steps.append(step)) == 1
    assert memories.import_tmx(tmp_path / "a.tmx", "memory") == 0
    assert steps
    assert memories.concordance("three agreements")[0].unit.project == "p"
    with pytest.raises(Stopped):
        memories.import_tmx(tmp_path / "a.tmx", "memory", cancelled=lambda: True)
    (tmp_path / "bad.tmx").write_bytes(b"<tmx><body><tu>")
    with pytest.raises(DaejoError, match=r"bad\.tmx is damaged"):
        memories.import_tmx(tmp_path / "bad.tmx", "memory")
    with pytest.raises(ReadError, match="nobody is not open"):
        memories.export_tmx("nobody", tmp_path / "b.tmx")


def test_a_found_unit_is_edited(memories: Memories) -> None:
    memories.remember([TranslationUnit(OLD, OLD_ENGLISH)])
    (hit,) = memories.concordance("협약")
    memories.replace(hit.memory, hit.number, replace(hit.unit, target="Edited"))
    found = memories.exact(OLD)
    assert found
    assert (found.target, found.unit.used) == ("Edited", 0)
    memories.used(found)
    assert memories.concordance("협약")[0].unit.used == 1


def test_lookups_while_an_import_runs(memories: Memories, tmp_path: Path) -> None:
    units = [TranslationUnit(f"{n}번째 문장을 여기에 적어 둔다", f"sentence {n}") for n in range(4000)]
    memories.remember(units[:1])
    other = SqliteMemory("other")
    other.add(units)
    started, answers = threading.Event(), list[bool]()

    def ask() -> None:
        started.wait()
        answers.extend(bool(memories.lookup_latest(Query(units[0].source))) for _ in range(20))

    thread = threading.Thread(target=ask)
    thread.start()
    spec = memories.statuses()[0].spec
    second = SqliteMemory("second", spec.path)
    second.add(iter(units), lambda *_: started.set())
    thread.join()
    second.close()
    assert answers == [True] * 20


def test_the_list_can_change_while_the_memories_are_in_use(memories: Memories, tmp_path: Path) -> None:
    more = MemorySpec(tmp_path / "more.sqlite", "more")
    memories.use((default_spec(), more))
    memories.add("more", [TranslationUnit(OLD, OLD_ENGLISH)])
    taken_off = memories._open["more"]
    memories.use((default_spec(),))
    assert memories.lookup(Query(OLD)) == ()
    assert [status.spec.name for status in memories.statuses()] == ["memory"]
    for ask in (lambda: taken_off.lookup(Query(OLD), lambda: False), lambda: taken_off.delete(1)):
        with pytest.raises(ReadError, match="more is not open"):
            ask()
    memories.use((replace(more, writable=False), default_spec()))
    assert [match.percent for match in memories.lookup(Query(OLD))] == [100]
    with pytest.raises(ReadError, match="more is read-only"):
        memories.add("more", [TranslationUnit(NEW, "New")])


def test_names_in_their_column_are_not_remembered() -> None:
    texts = (("이름", "현직"), ("한누리", "새봄대학교 교수"))
    cells = tuple(tuple(Cell((CellItem(RichText(text)),)) for text in row) for row in texts)
    table = Table(cells, 1, (ColumnRole.NAME, ColumnRole.POSITION))
    done = Translation("English", State.TRANSLATED, HUMAN)
    segments = tuple(
        Segment(f"c{row}{column}", RichText(text), done, CellPosition(row, column, 0))
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    unit = Unit("t", Block(BlockKind.ATTENDEE_TABLE, RichText(""), table=table), segments)
    taken = Snapshot(Release("text", "release.txt", (unit.block,)), (unit,))
    keys = {segment.key for segment in segments}
    assert [one.source for one in units_for(taken, keys)] == ["이름", "현직", "새봄대학교 교수"]
    assert units_for(snapshot(OLD), {"s0", "gone"}) == ()


def test_all_parts_of_the_program_share_the_memories() -> None:
    shared = SharedMemories()
    opened = shared.get()
    assert shared.get() is opened
    shared.close()
    assert shared.get() is not opened
    shared.close()


def test_drafts_take_what_the_user_remembered_before_the_rest() -> None:
    shared = SharedMemories()
    mine, *others = engine_settings.memories("a-release.md", shared)
    assert mine is shared.get()
    assert others == []
    shared.close()
