"""The list of translation memories, concordance and the alignment of old releases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.bridge.tasks import TaskRunner
from gui.dialogs.alignment import AlignmentDialog
from gui.dialogs.concordance import Concordance
from gui.dialogs.edit_unit import EditUnit
from gui.dialogs.memories import MemoriesDialog
from gui.models.alignment_model import CHOSEN, ENGLISH, KOREAN
from gui.models.memory_model import PENALTY, STATUS, WRITABLE
from gui.workspace.memories import TranslationUnit, load_specs
from gui.workspace.shared_memories import SharedMemories
from tests.dialogs.buttons import act_on_dialog, press_button
from tests.widgets.keys import press, type_text
from tests.workspace.test_aligning import ENGLISH as ENGLISH_TEXT
from tests.workspace.test_aligning import KOREAN as KOREAN_TEXT

PORT = TranslationUnit("새누리 항구를 열었다.", "The port of Saenuri was opened.")
SHIP = TranslationUnit("배 12척이 새누리 항구에 들어왔다.", "Twelve ships came into the port of Saenuri.")


class Room:
    """Tasks, memories and a window for the dialogs of one test."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.tasks, self.memories, self.window = TaskRunner(), SharedMemories(), QMainWindow()
        qtbot.addWidget(self.window)

    def settle(self) -> None:
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: self.tasks.running == 0, timeout=20_000)
        self.qtbot.wait(10)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.tasks.shut_down()
    made.memories.close()


# -- the list


@pytest.fixture
def manager(room: Room) -> MemoriesDialog:
    dialog = MemoriesDialog(room.window, room.tasks, room.memories)
    QAbstractItemModelTester(dialog._model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog)
    with room.qtbot.waitExposed(dialog):
        dialog.show()
    room.settle()
    return dialog


def column(dialog: MemoriesDialog, number: int) -> list[object]:
    return [dialog._model.index(row, number).data() for row in range(dialog._model.rowCount())]


def test_a_memory_is_added_moved_changed_and_taken_off(room: Room, manager: MemoriesDialog, tmp_path: Path) -> None:
    assert column(manager, STATUS) == ["ready, keeps what you confirm"]
    assert not manager._remove.isEnabled()
    manager.add_file(tmp_path / "memory.sqlite")
    room.settle()
    assert column(manager, 0) == ["memory", "memory 2"]
    manager.table.selectRow(1)
    manager._up.click()
    room.settle()
    assert [spec.name for spec in load_specs()] == ["memory 2", "memory"]
    first = manager._model.index(0, WRITABLE)
    manager._model.setData(first, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    room.settle()
    manager._model.setData(manager._model.index(0, PENALTY), 99)
    room.settle()
    assert (load_specs()[0].writable, load_specs()[0].penalty) == (False, 30)
    assert column(manager, STATUS) == ["ready, read-only", "ready, keeps what you confirm"]
    manager.add_file(tmp_path / "memory.sqlite")
    assert manager._told.text() == "memory.sqlite is in the list already."
    manager.table.selectRow(0)
    manager._remove.click()
    room.settle()
    assert column(manager, 0) == ["memory"]
    assert (tmp_path / "memory.sqlite").exists()


def test_tmx_goes_out_and_comes_in(room: Room, manager: MemoriesDialog, tmp_path: Path) -> None:
    room.memories.get().add("memory", [PORT, SHIP])
    manager.export_file(tmp_path / "out.tmx")
    room.settle()
    room.memories.get().delete("memory", 1)
    manager.import_file(tmp_path / "out.tmx")
    room.settle()
    assert manager._told.text() == "out.tmx: 1 new pairs."
    assert column(manager, 1) == ["2"]
    (tmp_path / "bad.tmx").write_text("no TMX", encoding="utf-8")
    manager.import_file(tmp_path / "bad.tmx")
    room.settle()
    assert "bad.tmx" in manager._told.text()
    assert manager.table.isEnabled()


def test_an_import_can_be_stopped(room: Room, manager: MemoriesDialog, tmp_path: Path) -> None:
    room.memories.get().add("memory", [PORT])
    manager.export_file(tmp_path / "out.tmx")
    room.settle()
    manager.import_file(tmp_path / "out.tmx")
    manager._cancel()
    room.settle()
    assert manager._told.text() == "Stopped; nothing was changed."


# -- concordance


@pytest.fixture
def concordance(room: Room) -> Concordance:
    room.memories.get().add("memory", [PORT, SHIP])
    dialog = Concordance(room.window, room.tasks, room.memories)
    QAbstractItemModelTester(dialog._model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog)
    room.qtbot.addWidget(dialog)
    dialog.search_for("항구")
    room.settle()
    return dialog


def test_hits_in_both_languages(room: Room, concordance: Concordance) -> None:
    assert {concordance._model.hit(row).unit.source for row in range(2)} == {PORT.source, SHIP.source}
    concordance._search.clear()
    type_text(concordance._search, "ships")
    press(concordance, Qt.Key.Key_Return)
    room.settle()
    assert concordance._model.rowCount() == 1
    with room.qtbot.waitSignal(concordance.inserted) as inserted:
        concordance._insert.click()
    assert inserted.args == [SHIP.target]
    concordance._copy.click()
    assert QGuiApplication.clipboard().text() == SHIP.target
    concordance.search_for("nothing of the kind")
    room.settle()
    assert concordance._told.text() == "Nothing like that stands in the memories."
    assert not concordance._insert.isEnabled()


def test_only_the_latest_search_counts(room: Room, concordance: Concordance) -> None:
    concordance.search_for("항구")
    concordance.search_for("ships")
    room.settle()
    assert concordance._model.rowCount() == 1


def test_a_pair_is_edited_and_deleted(room: Room, concordance: Concordance) -> None:
    concordance.search_for("ships")
    room.settle()

    def edit(dialog: object) -> None:
        assert isinstance(dialog, EditUnit)
        dialog._target.clear()
        assert not dialog._buttons.buttons()[0].isEnabled()
        dialog._target.setPlainText("Twelve ships entered.")
        dialog.accept()

    act_on_dialog(edit)
    concordance._edit.click()
    room.settle()
    found = room.memories.get().exact(SHIP.source)
    assert found
    assert found.target == "Twelve ships entered."
    press_button("Delete")
    concordance._delete.click()
    room.settle()
    assert room.memories.get().exact(SHIP.source) is None


# -- old releases


@pytest.fixture
def alignment(room: Room, tmp_path: Path) -> AlignmentDialog:
    (tmp_path / "ko.md").write_text(KOREAN_TEXT, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH_TEXT, encoding="utf-8")
    dialog = AlignmentDialog(room.window, room.tasks, room.memories, user="kim")
    QAbstractItemModelTester(dialog._model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog)
    with room.qtbot.waitExposed(dialog):
        dialog.show()
    room.settle()
    dialog.choose(KOREAN, tmp_path / "ko.md")
    dialog.choose(ENGLISH, tmp_path / "en.txt")
    room.settle()
    return dialog


def row_with(dialog: AlignmentDialog, text: str) -> int:
    rows = range(dialog._model.rowCount())
    return next(row for row in rows if text in dialog._model.index(row, KOREAN).data())


def test_chosen_pairs_go_into_the_memory(room: Room, alignment: AlignmentDialog) -> None:
    row = row_with(alignment, "350명")
    alignment._model.setData(
        alignment._model.index(row, CHOSEN), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole
    )
    alignment._add.click()
    room.settle()
    assert "are in memory now." in alignment._told.text()
    memories = room.memories.get()
    found = memories.exact("장관은 2030년까지 1조 2천억원을 투자하겠다고 밝혔다.")
    assert found
    assert (found.target, found.unit.author) == ("The minister said 1.2 trillion won would be invested by 2030.", "kim")
    assert memories.exact("회의에는 12개국에서 350명이 참석했다.") is None
    room.qtbot.wait(1100)  # another second: dates must not make them other pairs
    alignment._add.click()
    room.settle()
    assert alignment._told.text() == "0 new pairs are in memory; it had the others."


def texts(dialog: AlignmentDialog) -> list[tuple[str, str]]:
    alignment = dialog._model.alignment
    assert alignment
    return [alignment.texts(bead) for bead in alignment.beads]


def test_pairs_are_joined_cut_and_moved_and_all_can_be_undone(alignment: AlignmentDialog) -> None:
    before = texts(alignment)
    row = row_with(alignment, "회의를 열었다")
    alignment._go_to(row, KOREAN)
    alignment._join.click()
    joined = texts(alignment)
    assert joined[row] == (f"{before[row][0]} {before[row + 1][0]}", f"{before[row][1]} {before[row + 1][1]}")
    alignment._cut.click()
    assert texts(alignment) == before
    alignment._go_to(row, ENGLISH)
    alignment._down.click()
    assert texts(alignment)[row] == (before[row][0], "")
    for _ in range(3):
        alignment._undo.click()
    assert texts(alignment) == before
    assert not alignment._undo.isEnabled()
    alignment._travel(1)
    assert texts(alignment) == joined


def test_a_pair_of_one_and_one_is_cut_into_two_halves(alignment: AlignmentDialog) -> None:
    before = texts(alignment)
    row = row_with(alignment, "회의를 열었다")
    alignment._go_to(row, KOREAN)
    alignment._cut.click()
    assert texts(alignment)[row : row + 2] == [(before[row][0], ""), ("", before[row][1])]
    assert row not in alignment._model.chosen
    alignment._cut.click()
    assert "between two sentences" in alignment._told.text()


def test_a_pair_is_left_out_by_key(alignment: AlignmentDialog) -> None:
    row = row_with(alignment, "350명")
    alignment._go_to(row, ENGLISH)
    press(alignment.table, Qt.Key.Key_Space)
    assert row not in alignment._model.chosen
    press(alignment.table, Qt.Key.Key_Space)
    assert row in alignment._model.chosen


def test_doubtful_pairs_are_gone_to(alignment: AlignmentDialog) -> None:
    model = alignment._model
    doubtful = [row for row in range(model.rowCount()) if str(model.index(row, 3).data()).startswith("?")]
    if doubtful:
        alignment.table.setCurrentIndex(QModelIndex())
        alignment._doubtful.click()
        assert alignment.table.currentIndex().row() == doubtful[0]
    else:
        alignment._doubtful.click()
        assert alignment._told.text() == "All pairs are sure."


def test_a_file_that_cannot_be_read(room: Room, alignment: AlignmentDialog, tmp_path: Path) -> None:
    alignment.choose(ENGLISH, tmp_path / "gone.txt")
    room.settle()
    assert "gone.txt" in alignment._told.text()
