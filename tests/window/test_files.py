"""Opening, saving and closing when things happen at once or not as usual."""

import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from gui.document.project import Project
from gui.window.save_controller import completed
from gui.workspace import opening
from gui.workspace.samples import sample_release
from gui.workspace.saving import SaveJob
from tests.dialogs.buttons import act_on_dialog, button_of, press_button
from tests.widgets.keys import type_text
from tests.window.conftest import Desk, MakeDesk

OTHER = "보도자료\n\n## 등대 음악회 개최\n\n주민들이 등대 아래에서 작은 음악회를 열었습니다.\n\n<끝>\n"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.md"
    path.write_text(OTHER, encoding="utf-8")
    return path


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Path:
    """The open release as a project with a file."""
    path = tmp_path / "a.daejo"
    desk.session.opened.save(path)
    return path


@pytest.fixture
def slow_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    write = SaveJob.write

    def slow(job: SaveJob) -> None:
        time.sleep(0.3)
        write(job)

    monkeypatch.setattr(SaveJob, "write", slow)


def _load(path: Path) -> Project:
    return opening.load(path).project


def _headline(project: Project) -> str | None:
    return project.release.headline


def _opened(desk: Desk, name: str) -> None:
    desk.qtbot.waitUntil(lambda: desk.window.page is not None and desk.session.opened.name == name)
    desk.settle()


@pytest.mark.usefixtures("slow_saves")
def test_a_save_under_way_belongs_to_the_project_it_was_asked_for(desk: Desk, saved: Path, other: Path) -> None:
    before = _headline(_load(saved))
    type_text(desk.page.view.editor, "Typed")
    desk.trigger("save")
    press_button("Discard")  # only asked if the file arrives before the save has ended
    desk.window.open(other)
    _opened(desk, "other.md")
    assert _headline(_load(saved)) == before
    assert desk.session.opened.path is None
    type_text(desk.page.view.editor, "Lighthouse")
    assert desk.session.opened.dirty
    assert desk.failed == []


@pytest.mark.usefixtures("slow_saves")
def test_what_is_typed_while_a_closing_save_writes_is_asked_for_again(desk: Desk, saved: Path, qtbot: QtBot) -> None:
    type_text(desk.page.view.editor, "First")
    press_button("Save")
    desk.trigger("close")
    qtbot.wait(50)
    type_text(desk.page.view.editor, " second")
    press_button("Save")
    qtbot.waitUntil(lambda: desk.window.page is None, timeout=5000)
    assert "First second" in {segment.target for segment in _load(saved).snapshot().segments()}


@pytest.mark.usefixtures("slow_saves")
def test_saves_asked_for_together_are_worked_off_in_order(
    desk: Desk, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_text(desk.page.view.editor, "One")
    desk.window.commands.files.saves.save_quietly()
    desk.trigger("save")
    desk.trigger("save")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b.daejo"), ""))
    desk.trigger("save_as")
    desk.settle()
    assert desk.failed == []
    assert desk.session.opened.name == "b.daejo"
    assert not desk.window.isWindowModified()
    assert str(tmp_path / "b.daejo") in desk.context.settings.recent


def test_work_that_has_no_place_to_go_is_asked_for_too(desk: Desk) -> None:
    type_text(desk.page.view.editor, "Recovered")
    desk.session.opened.read_only = True
    press_button("Cancel")
    desk.trigger("close")
    assert desk.window.page is not None


def test_the_sample_with_nothing_but_its_draft_closes_without_a_question(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(sample_release())
    desk.trigger("draft_all")
    desk.settle()
    desk.trigger("close")
    assert desk.window.page is None


def test_what_cannot_be_opened_leaves_what_is_open(desk: Desk, tmp_path: Path) -> None:
    binary = tmp_path / "picture.md"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    page = desk.page
    type_text(page.view.editor, "Kept")
    for path in (binary, tmp_path):
        desk.window.open(path)
        desk.settle()
    assert desk.page is page
    assert desk.session.stack.canUndo()
    assert len(desk.failed) == 2


def test_what_is_open_is_not_opened_again(desk: Desk, saved: Path) -> None:
    page = desk.page
    desk.window.open(saved)
    desk.settle()
    assert desk.page is page
    assert desk.told[-1] == "a.daejo is open already."


@pytest.mark.parametrize(("button", "opened"), [("Open the project", "other.daejo"), ("Begin anew", "other.md")])
def test_a_project_beside_the_release_is_offered(desk: Desk, other: Path, button: str, opened: str) -> None:
    begun = opening.open_path(other)
    begun.save(other.with_suffix(".daejo"))
    begun.close(discard=True)
    press_button(button)
    desk.window.open(other)
    _opened(desk, opened)


def test_a_file_of_a_newer_version_is_never_replaced_by_an_older_one(desk: Desk, saved: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.daejo"
    newer.write_bytes(_of_version(saved.read_bytes(), 99))
    before = newer.read_bytes()
    (tmp_path / "copy.daejo").write_bytes(saved.read_bytes())
    desk.window.open(newer)
    desk.settle()
    assert len(desk.failed) == 1
    assert newer.read_bytes() == before


def _of_version(data: bytes, version: int) -> bytes:
    """The same project as a version writes it that we cannot know: with parts of another shape."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        manifest = json.loads(old.read("manifest.json")) | {"version": version}
        new.writestr("manifest.json", json.dumps(manifest))
        new.writestr("project.json", json.dumps({"chapters": []}))
        new.writestr("history.jsonl", b"")
    return made.getvalue()


def test_a_name_without_its_ending_does_not_replace_another_file_unasked(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.daejo").write_bytes(b"somebody's")
    press_button("Cancel")
    assert completed(desk.window, str(tmp_path / "a"), ".daejo") is None
    assert completed(desk.window, str(tmp_path / "A.DAEJO"), ".daejo") == tmp_path / "A.DAEJO"
    assert completed(desk.window, str(tmp_path / "b"), ".daejo") == tmp_path / "b.daejo"
    assert completed(desk.window, "", ".daejo") is None


def test_a_file_of_somebody_else_is_overwritten_only_if_the_user_says_so(desk: Desk, saved: Path) -> None:
    theirs = _touched(saved)
    type_text(desk.page.view.editor, "Mine")
    press_button("Cancel")
    desk.trigger("save")
    desk.settle()
    assert saved.read_bytes() == theirs
    press_button("Replace their version")
    desk.trigger("save")
    desk.settle()
    assert "Mine" in {segment.target for segment in _load(saved).snapshot().segments()}


def test_autosave_says_once_that_somebody_else_changed_the_file(desk: Desk, saved: Path) -> None:
    theirs = _touched(saved)
    type_text(desk.page.view.editor, "Mine")
    desk.window.commands.files.saves.save_quietly()
    desk.settle()
    assert saved.read_bytes() == theirs
    assert len(desk.failed) == 1


def _touched(path: Path) -> bytes:
    theirs = path.read_bytes() + b" "
    path.write_bytes(theirs)
    return theirs


def test_earlier_releases_do_not_stay_alive(desk: Desk, tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"release{number}.md"
        path.write_text(OTHER, encoding="utf-8")
        desk.window.open(path)
        _opened(desk, path.name)
    panels = desk.window.findChildren(type(desk.page.tables))
    assert len(panels) == 1
    assert len(desk.window.findChildren(type(desk.session))) == 1


def test_export_sees_what_was_typed_a_moment_ago(desk: Desk) -> None:
    key = next(
        segment.key
        for segment in desk.session.segments()
        if "2,170" in segment.source.text or "억" in segment.source.text
    )
    desk.page.go_to(key)
    type_text(desk.page.view.editor, "It will cost 999 trillion won.")
    seen: list[str] = []

    def act(dialog: QDialog) -> None:
        seen.append(type(dialog).__name__)
        button_of(dialog, "Cancel").click()

    act_on_dialog(act)
    desk.trigger("export_english")
    desk.settle()
    assert seen == ["ExportDialog"]


def test_the_panels_keep_their_places_while_releases_come_and_go(desk: Desk, other: Path) -> None:
    before = desk.page.view.width()
    desk.window.open(other)
    _opened(desk, "other.md")
    assert abs(desk.page.view.width() - before) < 20
    desk.trigger("close")
    desk.window.open(other)
    _opened(desk, "other.md")
    assert abs(desk.page.view.width() - before) < 20
