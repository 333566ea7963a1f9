"""A person says what a block is: its marks, segments and the timing of the release follow, and no English is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.edit import TargetEdit
from gui.document.project import Project
from gui.document.release import BlockKind
from gui.document.segment import Translation
from gui.workspace import reading
from gui.workspace.retyping import kinds_for, retyped

TEXT = """보도자료

## 해양 클러스터 대화 개최

□ 장관은 오늘 회의를 열었습니다. 모두 120억원을 지원한다고 밝혔습니다.

지난 2024. 6. 14.(금)에 관한 안내문이 있었습니다.

| 이름 | 현직 |
|---|---|
| 설나래 | 해양대 교수 |

붙임 사진 2매. 끝.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("retyping") / "a.md"
    made.write_text(TEXT, encoding="utf-8")
    return made


def project(path: Path) -> Project:
    made = reading.read_project(path)
    for key in list(made.keys()):
        old = made.segment(key).translation
        made.apply(TargetEdit(key, old, Translation().typed(f"English {key}")))
    return made


def unit_of(made: Project, kind: BlockKind) -> str:
    return next(unit.key for unit in made.snapshot().units if unit.block.kind is kind)


def english(made: Project) -> set[str]:
    return {word for segment in made.snapshot().segments() for word in segment.target.split()}


def test_a_bullet_becomes_a_paragraph_and_back(path: Path) -> None:
    made = project(path)
    key, before = unit_of(made, BlockKind.BULLET), made.snapshot()
    edit = retyped(before, key, BlockKind.PARAGRAPH)
    assert edit is not None
    assert made.apply(edit)
    assert (made.unit(key).block.kind, made.unit(key).block.lead) == (BlockKind.PARAGRAPH, "")
    assert made.unit(key).segments[0].source.text.startswith("□")
    assert made.release.blocks[[unit.key for unit in before.units].index(key)].kind is BlockKind.PARAGRAPH
    assert english(made) == {word for segment in before.segments() for word in segment.target.split()}
    assert made.apply(edit.inverse())
    assert made.snapshot() == before


def test_segments_stay_where_the_text_does(path: Path) -> None:
    made = project(path)
    key = unit_of(made, BlockKind.BULLET)
    edit = retyped(made.snapshot(), key, BlockKind.BULLET, 3)
    assert edit is not None
    assert edit.new.segments == edit.old.segments
    assert edit.new.block.level == 3


def test_the_timing_follows(path: Path) -> None:
    made = project(path)
    key = next(unit.key for unit in made.snapshot().units if unit.block.whole.startswith("지난 2024"))
    edit = retyped(made.snapshot(), key, BlockKind.DISTRIBUTION)
    assert edit is not None
    assert made.release.distributed is None
    made.apply(edit)
    assert made.release.distributed == date(2024, 6, 14)
    made.apply(edit.inverse())
    assert made.release.distributed is None


def test_a_table_of_people_becomes_any_table(path: Path) -> None:
    made = project(path)
    key = unit_of(made, BlockKind.ATTENDEE_TABLE)
    edit = retyped(made.snapshot(), key, BlockKind.TABLE)
    assert edit is not None
    made.apply(edit)
    assert made.release.attendees == ()
    assert [segment.target for segment in edit.new.segments] == [segment.target for segment in edit.old.segments]


def test_the_same_kind_is_no_change(path: Path) -> None:
    made = project(path)
    assert retyped(made.snapshot(), unit_of(made, BlockKind.HEADLINE), BlockKind.HEADLINE) is None


@given(data=st.data())
def test_no_english_is_lost_whatever_is_chosen(path: Path, data: st.DataObject) -> None:
    made = project(path)
    before = english(made)
    for _ in range(3):
        unit = data.draw(st.sampled_from(made.snapshot().units))
        kind, level = data.draw(st.sampled_from(kinds_for(unit.block.kind)))
        edit = retyped(made.snapshot(), unit.key, kind, level)
        if edit is not None:
            assert made.apply(edit)
        assert english(made) >= before
