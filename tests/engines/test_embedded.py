from datetime import date
from pathlib import Path

import pytest

from gui.document.edit import TargetEdit
from gui.document.errors import EngineError
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Release, Table
from gui.document.richtext import RichText
from gui.document.segment import CellPosition, OriginKind, Segment, State, Translation, Unit
from gui.engines.base import DraftRequest
from gui.engines.embedded import EmbeddedEngine, name_cell
from gui.engines.people import People
from gui.engines.registry import engine, engines
from gui.engines.rendering import Rendering
from gui.memory.pair import TranslationUnit
from gui.memory.registry import memories
from gui.memory.sqlite_memory import SqliteMemory
from gui.readers import registry as readers
from gui.workspace.segmenting import project_from

DAY = date(2025, 5, 20)


def paragraph(number: int, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Unit:
    return Unit(f"u{number}", Block(kind, RichText(text)), (Segment(f"s{number}", RichText(text)),))


def snapshot(*units: Unit) -> Snapshot:
    return Snapshot(Release("text", "sample.txt", tuple(unit.block for unit in units), distributed=DAY), units)


def draft(engine: EmbeddedEngine, taken: Snapshot, stop_after: int | None = None) -> list[TargetEdit]:
    steps: list[tuple[int, int]] = []
    request = DraftRequest(taken, tuple(segment.key for segment in taken.segments()))
    cancelled = lambda: stop_after is not None and len(steps) >= stop_after  # noqa: E731 - shorter than a def here
    edits = list(engine.draft(request, lambda done, total: steps.append((done, total)), cancelled))
    assert steps == [(number, len(request.keys)) for number in range(1, len(steps) + 1)]
    return edits


@pytest.fixture
def memory() -> SqliteMemory:
    kept = SqliteMemory("test")
    kept.add([TranslationUnit("정부는 오늘 밝혔다.", "The government said today."),
              TranslationUnit("끝", "END", before="정부는 오늘 밝혔다.", after="이 문장은 새롭다.")])  # fmt: skip
    return kept


def test_memory_before_rules_and_the_rest_left_out(memory: SqliteMemory) -> None:
    taken = snapshot(
        paragraph(0, "정부는  오늘 밝혔다."), paragraph(1, "끝", BlockKind.END_MARK), paragraph(2, "이 문장은 새롭다."),
        paragraph(3, "배포 즉시", BlockKind.EMBARGO),
    )  # fmt: skip
    edits = draft(EmbeddedEngine([memory]), taken)
    drafted = [(e.key, e.new.text, e.new.origin and (e.new.origin.kind, e.new.origin.match)) for e in edits]
    assert drafted == [
        ("s0", "The government said today.", (OriginKind.MEMORY, 100)),
        ("s1", "END", (OriginKind.MEMORY, 101)),  # its neighbours are the same too
        ("s3", "For immediate release", (OriginKind.RULE, None)),
    ]
    for edit in edits:
        assert edit.old == Translation()
        assert edit.new.state is State.DRAFT
        assert edit.new.origin
        assert edit.new.origin.engine == "embedded"
        assert edit.new.origin.at
        assert edit.new.origin.at.tzinfo


def table_unit(*rows: tuple[str, ...], roles: tuple[ColumnRole, ...]) -> Unit:
    cells = tuple(tuple(Cell((CellItem(RichText(text)),)) for text in row) for row in rows)
    segments = tuple(
        Segment(f"{row}-{column}", RichText(text), cell=CellPosition(row, column, 0))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Unit("t", Block(BlockKind.ATTENDEE_TABLE, table=Table(cells, 1, roles)), segments)


def test_attendee_table_by_column() -> None:
    roles = (ColumnRole.NUMBER, ColumnRole.NAME, ColumnRole.POSITION)
    unit = table_unit(
        ("연번", "성명", "직책"), ("1", "남궁솔", "KAIST 총장"), ("2", "David Brown", "한빛병원장"), roles=roles
    )
    edits = {edit.key: edit.new for edit in draft(EmbeddedEngine(), snapshot(unit))}
    assert [new.text for new in edits.values()] == [
        "No.", "Name", "Title",
        "1", "Namkoong Sol", "President, KAIST",
        "2", "David Brown", "President, Hanbit Hospital",
    ]  # fmt: skip
    assert {key: new.marks for key, new in edits.items() if new.marks} == {
        "1-1": ("Namkoong Sol",),
        "2-2": ("Hanbit Hospital",),
    }


def test_the_organisation_of_the_row_decides_a_title() -> None:
    roles = (ColumnRole.NAME, ColumnRole.ORGANISATION, ColumnRole.POSITION)
    unit = table_unit(
        ("이름", "소속", "직위"), ("홍길동", "한국벤처캐피탈협회", "회장"), ("김하나", "포스코", "회장"),
        ("이두리", "서울아산병원", "과장"), roles=roles,
    )  # fmt: skip
    edits = {edit.key: edit.new.text for edit in draft(EmbeddedEngine(), snapshot(unit))}
    assert [edits["1-2"], edits["2-2"], edits["3-2"]] == ["President", "Chairman", "Chief"]
    assert edits["1-1"] == "Korean Venture Capital Association"


@pytest.mark.parametrize(
    ("korean", "text", "marks"),
    [
        ("Tomé Ferrandeiro", "Tomé Ferrandeiro", ()),
        ("윤석열", "Yoon Suk Yeol", ()),  # a public spelling
        ("홍길동(Gildong Hong)", "Gildong Hong", ()),  # the source's own spelling
        ("Gildong Hong (홍길동)", "Gildong Hong", ()),
        ("설나래", "Seol Na-rae", ("Seol Na-rae",)),
        ("설나래 교수", "Seol Na-rae, Professor", ("Seol Na-rae",)),
    ],
)
def test_names(korean: str, text: str, marks: tuple[str, ...]) -> None:
    assert name_cell(korean, People(on=DAY)) == Rendering(text, marks)


@pytest.mark.parametrize("korean", ["데이비드 브라운", "홍길동, 김하나 외"])
def test_what_may_be_no_korean_name_is_left(korean: str) -> None:
    assert name_cell(korean, People(on=DAY)) is None


def test_stops_when_told_and_keeps_what_came() -> None:
    taken = snapshot(*(paragraph(number, "끝", BlockKind.END_MARK) for number in range(5)))
    assert len(draft(EmbeddedEngine(), taken, stop_after=2)) == 2


def test_only_what_was_asked_for() -> None:
    taken = snapshot(paragraph(0, "끝", BlockKind.END_MARK), paragraph(1, "끝", BlockKind.END_MARK))
    edits = EmbeddedEngine().draft(DraftRequest(taken, ("s1",)), lambda _done, _total: None, lambda: False)
    assert [edit.key for edit in edits] == ["s1"]


def test_registry_puts_the_embedded_engine_first() -> None:
    assert engines()[0].name == "embedded"
    assert engine("embedded").status().ready
    assert not engine("embedded").online


def test_registry_names_what_there_is() -> None:
    with pytest.raises(EngineError, match="no engine called papago; choose one of these: embedded, "):
        engine("papago")


def test_the_sample_needs_no_network() -> None:
    sample = Path(__file__).parents[2] / "resources" / "samples" / "ocean-cluster-dialogue.md"
    taken = project_from(readers.read(sample)).snapshot()
    drafted = {edit.key for edit in draft(EmbeddedEngine(memories(sample=sample.stem)), taken)}
    assert [segment.source.text for segment in taken.segments() if segment.key not in drafted] == []
