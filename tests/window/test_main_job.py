"""The main job in the window, end to end, as a user does it."""

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget

from gui.bridge.session import Session
from gui.document.segment import State
from gui.document.tables import TableGrid
from gui.window.panes import TABLES
from gui.workspace import opening
from gui.workspace.folders import data_folder
from tests.dialogs.buttons import act_on_dialog, button_of, press_button
from tests.widgets.keys import CTRL, press, type_text
from tests.widgets.opened import draft, paragraph, table, texts
from tests.window.conftest import Desk


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """The system's own file dialog cannot be pressed; what it gives back can be decided."""
    name = str(path) if path is not None else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))


def test_the_sample_is_drafted_confirmed_to_the_end_and_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.trigger("draft_all")
    desk.settle()
    assert all(texts(desk.session))
    desk.page.go_to(desk.session.segments()[0].key)
    for _ in range(len(desk.session.segments())):
        if desk.told[-1:] == ["Everything is confirmed."]:
            break
        desk.trigger("confirm")
    assert all(segment.state is State.TRANSLATED for segment in desk.session.segments())
    assert desk.told[-1] == "Everything is confirmed."
    path = tmp_path / "done.daejo"
    save_to(monkeypatch, path)
    desk.trigger("save")
    desk.settle()
    assert not desk.window.isWindowModified()
    again = opening.load(path)
    assert again.project.snapshot() == desk.session.project.snapshot()


def test_what_is_typed_can_be_undone_from_anywhere(desk: Desk) -> None:
    type_text(desk.page.view.editor, "One")
    desk.trigger("next")
    type_text(desk.page.view.editor, "Two")
    cell = table(desk.session).segments[3]
    desk.page.go_to(cell.key)
    assert desk.page.tables.current is not None
    type_text(desk.page.tables.current.english_text, "Three")
    for expected in (["One", "Two"], ["One"], []):
        desk.trigger("undo")
        assert [text for text in texts(desk.session) if text] == expected
    for _ in range(3):
        desk.trigger("redo")
    assert [text for text in texts(desk.session) if text] == ["One", "Two", "Three"]
    assert desk.page.current == cell.key


def test_confirming_goes_by_where_the_user_works(desk: Desk) -> None:
    draft(desk.session)
    first = desk.session.segments()[0].key
    cell = table(desk.session).segments[3]
    desk.page.go_to(cell.key)
    desk.page.view.editor.setFocus()
    desk.trigger("confirm")
    assert desk.session.project.segment(first).state is State.TRANSLATED
    assert desk.session.project.segment(cell.key).state is State.DRAFT


def test_ctrl_enter_confirms_all_lines_of_a_cell_and_goes_on(desk: Desk) -> None:
    draft(desk.session)
    grid = TableGrid.of(table(desk.session))
    background = [segment.key for segment in grid.rows[1][2]]
    desk.page.go_to(background[0])
    cells = desk.page.tables.current
    assert cells is not None
    press(cells.english_text, Qt.Key.Key_Return, CTRL)
    states = {desk.session.project.segment(key).state for key in background}
    assert states == {State.TRANSLATED}
    assert desk.page.current == grid.rows[2][0][0].key
    assert cells.english_text.hasFocus()


def test_esc_goes_from_the_table_back_to_the_text(desk: Desk) -> None:
    desk.page.go_to(table(desk.session).segments[0].key)
    cells = desk.page.tables.current
    assert cells is not None
    press(cells.english_text, Qt.Key.Key_Escape)
    assert desk.page.view.editor.hasFocus()


def test_split_and_merge_from_the_menu(desk: Desk) -> None:
    draft(desk.session)
    unit = paragraph(desk.session)
    desk.page.go_to(unit.segments[0].key, 5)
    desk.page.view.source_text.place_caret(12)
    desk.trigger("split")
    desk.settle()
    assert len(desk.session.project.unit(unit.key).segments) == len(unit.segments) + 1
    desk.trigger("undo")
    desk.settle()
    desk.trigger("merge")
    desk.settle()
    assert len(desk.session.project.unit(unit.key).segments) == len(unit.segments) - 1
    desk.trigger("undo")
    desk.settle()
    assert [segment.key for segment in desk.session.project.unit(unit.key).segments] == [
        segment.key for segment in unit.segments
    ]
    assert desk.page.current in {segment.key for segment in desk.session.segments()}


def test_rows_from_the_menu(desk: Desk) -> None:
    people = table(desk.session)
    desk.page.go_to(people.segments[3].key)
    rows = desk.page.people()
    desk.trigger("row_add")
    desk.settle()
    assert desk.page.people() == rows + 1
    desk.trigger("undo")
    desk.settle()
    assert desk.page.people() == rows
    assert desk.page.current in {segment.key for segment in desk.session.segments()}


# -- find and replace


def test_find_and_replace_with_undo(desk: Desk) -> None:
    draft(desk.session)
    before = texts(desk.session)
    desk.trigger("replace")
    bar = desk.page.find_bar
    assert bar.isVisible()
    bar._words.setText("Draft")
    bar._new.setText("Version")
    desk.trigger("find_next")
    assert bar._count.text() == f"1 of {len([text for text in before if text])}"
    bar.replaced_all.emit()
    assert texts(desk.session) == [text.replace("Draft", "Version") for text in before]
    desk.trigger("undo")
    assert texts(desk.session) == before
    desk.settle()
    bar.closed.emit()
    assert desk.page.view.editor.hasFocus()


def test_replacing_one_by_one_leaves_the_korean_alone(desk: Desk) -> None:
    draft(desk.session)
    desk.trigger("find")
    bar = desk.page.find_bar
    bar._words.setText("text")
    bar._new.setText("word")
    desk.trigger("find_next")
    bar.replaced.emit()
    bar.replaced.emit()
    assert sum("word" in text for text in texts(desk.session)) >= 1
    assert sum(text.count("word") for text in texts(desk.session)) == 2


# -- closing


@pytest.mark.parametrize(("button", "stays"), [("Cancel", True), ("Discard", False)])
def test_closing_asks_about_unsaved_changes(desk: Desk, button: str, stays: bool) -> None:
    type_text(desk.page.view.editor, "unsaved")
    press_button(button)
    desk.window.close()
    desk.settle()
    assert desk.window.isVisible() is stays
    assert opening.recoverable() == ()


def test_closing_saves_if_asked(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.daejo"
    save_to(monkeypatch, path)
    type_text(desk.page.view.editor, "kept")
    press_button("Save")
    desk.window.close()
    desk.settle()
    assert not desk.window.isVisible()
    assert "kept" in [segment.target for segment in opening.load(path).project.snapshot().segments()]


def test_cancelling_the_name_of_the_file_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    save_to(monkeypatch, None)
    type_text(desk.page.view.editor, "kept")
    press_button("Save")
    desk.window.close()
    desk.settle()
    assert desk.window.isVisible()
    assert desk.page.view.editor.toPlainText() == "kept"


# -- opening


def test_a_dropped_file_is_opened(desk: Desk, shared: Path) -> None:
    release = next((shared / "releases").glob("2023-04-28*.md"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(release))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(desk.window.rect().center(), copy, data, left, none)
    desk.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    desk.window.dropEvent(QDropEvent(QPointF(10, 10), copy, data, left, none))
    desk.settle()
    assert desk.session.opened.name == release.name
    assert desk.window.panes._docks[TABLES].isVisible()


def test_two_files_are_not_taken(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.md"), QUrl.fromLocalFile("/tmp/b.md")])
    event = QDragEnterEvent(
        desk.window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    desk.window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_recent_files_are_listed_and_opened(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "다른 보도자료.md"
    other.write_text("보도자료\n\n## 제목\n\n본문입니다.\n\n<끝>\n", encoding="utf-8")
    desk.window.open(other)
    desk.settle()
    desk.trigger("close")
    desk.settle()
    assert desk.window.page is None
    menu = desk.window._menus._menu("recent")
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    entries[other.name].trigger()
    desk.settle()
    assert desk.session.opened.name == other.name


def test_a_file_that_cannot_be_opened_is_said_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "damaged.md"
    bad.write_bytes(b"")
    desk.window.open(bad)
    desk.settle()
    assert len(desk.failed) == 1
    assert "damaged.md" in desk.failed[0]
    assert str(tmp_path) not in desk.failed[0]


# -- recovery


def test_work_of_a_crash_is_offered_and_restored(make_desk: Callable[[], Desk], sample: Path) -> None:
    crashed = opening.open_path(sample)
    key = crashed.project.snapshot().units[0].segments[0].key
    Session(crashed).replace_target("Typing", key, "Work that was not saved")
    crashed.flush()
    _forget_owner()
    desk = make_desk()
    desk.show(None)
    press_button("Restore")
    desk.window.commands.files.offer_recovery()
    desk.settle()
    assert desk.session.project.segment(key).target == "Work that was not saved"
    assert desk.window.isWindowModified()


def _forget_owner() -> None:
    """Make the journal look like that of a process that is gone."""
    for meta in (data_folder() / "journals").glob("*/meta.json"):
        content = json.loads(meta.read_text(encoding="utf-8"))
        content["owner"]["pid"] = 2**22 + 1
        meta.write_text(json.dumps(content), encoding="utf-8")


# -- export


def accept_export(dialog: QDialog) -> None:
    button_of(dialog, "Browse…").click()
    button_of(dialog, "Export").click()


@pytest.mark.parametrize("action", ["export_english", "export_bilingual"])
def test_export_with_gaps_asks_and_writes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    desk.session.replace_target("Typing", desk.session.segments()[0].key, "Sample release")
    path = tmp_path / "out"
    save_to(monkeypatch, path)
    act_on_dialog(accept_export)
    desk.trigger(action)
    desk.settle()
    written = docx.Document(str(path.with_suffix(".docx")))
    words = "\n".join(paragraph.text for paragraph in written.paragraphs)
    words += "\n".join(cell.text for grid in written.tables for row in grid.rows for cell in row.cells)
    assert "Sample release" in words
    assert desk.page.notice.text.startswith("Exported and verified: out.docx")


def test_going_back_from_an_export_goes_to_the_segment(desk: Desk) -> None:
    chosen: list[str] = []

    def choose(dialog: QDialog) -> None:
        view = dialog.findChild(QListWidget)
        assert isinstance(view, QListWidget)
        item = view.item(6)
        chosen.append(item.data(Qt.ItemDataRole.UserRole))
        view.itemActivated.emit(item)

    def show(dialog: QDialog) -> None:
        act_on_dialog(choose)
        button_of(dialog, "Show them…").click()

    act_on_dialog(show)
    desk.trigger("export_english")
    desk.settle()
    assert desk.page.current == chosen[0]


def test_an_export_to_where_one_may_not_write_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "nowhere" / "out.docx")
    act_on_dialog(accept_export)
    desk.trigger("export_english")
    desk.settle()
    assert len(desk.failed) == 1
