"""Tables other than the attendees', what a block is, and what was set aside: seen and changed in a window."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from gui.dialogs.set_aside import SetAside
from gui.document.release import BlockKind
from gui.document.segment import Unit
from tests.widgets.keys import type_text
from tests.window.conftest import Desk

TEXT = """보도자료

## 해양 클러스터 대화 개최

□ 장관은 오늘 회의를 열었습니다.

<table>
<tr><td rowspan="2">구분</td><td colspan="2">2024년</td></tr>
<tr><td>1분기</td><td>2분기</td></tr>
<tr><td>합계</td><td>12.5</td><td>13.1</td></tr>
</table>

| 이름 | 현직 |
|---|---|
| 설나래 | 해양대 교수 |

- 1 -
"""


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Desk:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    desk.window.open(path)
    desk.settle()
    assert desk.session.opened.name == "a.md"
    return desk


def unit(desk: Desk, kind: BlockKind) -> Unit:
    return next(unit for unit in desk.session.project.snapshot().units if unit.block.kind is kind)


def test_every_table_is_a_grid_with_its_merges(opened: Desk) -> None:
    statistics = unit(opened, BlockKind.TABLE)
    opened.page.go_to(statistics.segments[0].key)
    table = opened.page.tables.current
    assert table is not None
    assert (table.rowSpan(0, 0), table.columnSpan(0, 1)) == (2, 2)
    type_text(table.english_text, "Category")
    assert opened.session.project.segment(statistics.segments[0].key).target == "Category"


def test_tab_leads_from_cell_to_cell_over_merges(opened: Desk) -> None:
    keys = [segment.key for segment in unit(opened, BlockKind.TABLE).segments]
    visited = []
    for key in keys:
        opened.page.go_to(key)
        assert opened.page.tables.current is not None
        visited.append(opened.page.tables.current.current_key)
    assert visited == keys


def test_the_row_of_a_table_leads_into_it(opened: Desk) -> None:
    statistics = unit(opened, BlockKind.TABLE)
    opened.page.view.table_wanted.emit(statistics.key)
    assert opened.page.current == statistics.segments[0].key


def test_a_block_is_changed_in_the_menu_and_back(opened: Desk) -> None:
    bullet = unit(opened, BlockKind.BULLET)
    opened.page.go_to(bullet.segments[0].key)
    menu = opened.window.named_actions["kind"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    chosen = {action.text(): action for action in menu.actions()}
    assert chosen["Bullet, level 1"].isChecked()
    chosen["Remark (※)"].trigger()
    opened.settle()
    assert opened.session.project.unit(bullet.key).block.kind is BlockKind.NOTE
    opened.trigger("undo")
    assert opened.session.project.unit(bullet.key) == bullet


def test_a_table_of_another_kind_has_another_name(opened: Desk) -> None:
    people = unit(opened, BlockKind.ATTENDEE_TABLE)
    assert opened.page.people() == 1
    opened.session.retype(people.key, BlockKind.TABLE)
    opened.settle()
    assert opened.page.people() == 0
    opened.session.stack.undo()
    opened.page.go_to(people.segments[2].key)
    assert opened.page.tables.current is not None
    assert opened.page.tables.current.accessibleName() == "Attendees"


def test_what_was_set_aside_can_be_read(opened: Desk) -> None:
    shown: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SetAside)
        shown.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(200, read)
    opened.trigger("set_aside")
    assert shown == ["What was set aside"]


def test_opening_a_long_document_can_be_stopped(opened: Desk, tmp_path: Path) -> None:
    document = Document()
    for number in range(20_000):
        document.add_paragraph(f"□ {number}번째 문단입니다.")
    document.save(str(tmp_path / "long.docx"))
    opened.window.open(tmp_path / "long.docx")
    opened.qtbot.waitUntil(opened.window.busy.isVisible, timeout=20_000)
    opened.window.busy.cancelled.emit()
    opened.settle()
    assert (opened.session.opened.name, opened.window.busy.isVisible(), opened.failed) == ("a.md", False, [])
