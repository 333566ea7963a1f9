"""Projects that decode and are wrong all the same: mended by hand, by a script, or made to do harm."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Cell, CellItem, Embargo, Release, Table
from gui.document.richtext import Mark, RichText, Style
from gui.document.segment import CellPosition
from gui.document.tables import insert_row, set_cell
from gui.workspace.segmenting import project_from
from gui.workspace.soundness import is_sound

_TABLE = Table(((Cell((CellItem(RichText("이름")),)), Cell()), (Cell((CellItem(RichText("홍길동")),), 2),)), 1)
_RELEASE = Release("text", "a", (Block(BlockKind.HEADLINE, RichText("제목")), Block(BlockKind.TABLE, table=_TABLE)))


def _whole() -> Snapshot:
    return project_from(_RELEASE).snapshot()


def _with_block(place: int, block: Block) -> Snapshot:
    blocks = (*_RELEASE.blocks[:place], block, *_RELEASE.blocks[place + 1 :])
    return replace(_whole(), release=replace(_RELEASE, blocks=blocks))


def _with_cell(position: CellPosition | None) -> Snapshot:
    snapshot = _whole()
    headline, table = snapshot.units
    segments = (replace(table.segments[0], cell=position), *table.segments[1:])
    return replace(snapshot, units=(headline, replace(table, segments=segments)))


def test_what_the_program_makes_is_sound() -> None:
    project = project_from(_RELEASE)
    project.apply(insert_row(project.unit("b2"), 2))
    for edit in set_cell(project.unit("b2"), 2, 1, ("one", "two", "three")):
        project.apply(edit)
    assert is_sound(project.release, project.snapshot().units)


@pytest.mark.parametrize(
    "make",
    [
        lambda: replace(_whole(), units=(_whole().units[0],) * 2),
        lambda: replace(_whole(), units=tuple(replace(unit, key="b1") for unit in _whole().units)),
        lambda: _with_block(0, Block(BlockKind.HEADLINE, RichText("제목", (Mark(0, 10**9, Style.BOLD),)))),
        lambda: _with_block(0, Block(BlockKind.TABLE, RichText("제목"))),
        lambda: _with_block(1, Block(BlockKind.PARAGRAPH, table=_TABLE)),
        lambda: _with_block(1, Block(BlockKind.TABLE, table=Table(((Cell((), 10**8, 10**4),),)))),
        lambda: _with_block(1, Block(BlockKind.TABLE, table=Table(((Cell((), 0, 1),),)))),
        lambda: _with_block(1, Block(BlockKind.TABLE, table=replace(_TABLE, header_rows=3))),
        lambda: _with_cell(None),
        lambda: _with_cell(CellPosition(10**7, 0, 0)),
        lambda: _with_cell(CellPosition(0, 2, 0)),
        lambda: _with_cell(CellPosition(-1, 0, 0)),
        lambda: replace(_whole(), release=replace(_RELEASE, embargo=Embargo("가", datetime(2031, 1, 1)))),  # noqa: DTZ001
    ],
)
def test_what_contradicts_itself_is_not(make: Callable[[], Snapshot]) -> None:
    snapshot = make()
    assert not is_sound(snapshot.release, snapshot.units)
