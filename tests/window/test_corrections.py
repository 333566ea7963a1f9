"""Corrections of a colleague, from the file to one undo step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from gui.dialogs.corrections import CorrectionsDialog
from gui.document.project import PROJECT_ID
from gui.document.segment import State
from gui.window.corrections_controller import CorrectionsController, keep_sent
from gui.workspace.exporting import export
from tests.dialogs.buttons import button_of
from tests.widgets.opened import draft
from tests.window.conftest import Desk
from tests.workspace.corrections.reviewer import Reviewer


@pytest.fixture
def controller(desk: Desk) -> CorrectionsController:
    made = CorrectionsController(desk.context, desk.window)
    made.set_page(desk.page)
    return made


@pytest.fixture
def reviewer(desk: Desk, tmp_path: Path) -> Reviewer:
    draft(desk.session)
    keep_sent(desk.session)
    export(desk.session.project.snapshot(), tmp_path / "table.docx", "bilingual")
    return Reviewer(tmp_path / "table.docx", desk.session.project.snapshot())


def when_shown(act: Callable[[CorrectionsDialog], object]) -> None:
    """Act on the difference view; before it there may be a dialog to wait in."""

    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CorrectionsDialog):
            act(dialog)
        elif left:
            QTimer.singleShot(20, lambda: look(left - 1))

    look(500)


def choose(monkeypatch: pytest.MonkeyPatch, controller: CorrectionsController, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    controller.actions()["corrections"]()


def test_what_goes_out_is_kept_once(desk: Desk) -> None:
    desk.session.author = "Desk"
    keep_sent(desk.session)
    count = desk.session.stack.count()
    keep_sent(desk.session)
    assert desk.session.stack.count() == count == 1
    (version,) = desk.session.project.versions()
    assert (version.automatic, version.author) == (True, "Desk")
    assert desk.session.project.property(PROJECT_ID)


def test_corrections_are_one_undo_step(
    desk: Desk, controller: CorrectionsController, reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = desk.session.project
    commented, *keys = [key for key in reviewer.rows if project.segment(key).target][:4]
    for key in keys:
        reviewer.track(key, "", project.segment(key).target, f"Corrected {key}.", "")
    reviewer.comment(commented, "Sure?")
    before = project.snapshot()
    count = desk.session.stack.count()

    def accept(dialog: CorrectionsDialog) -> None:
        button_of(dialog, "Mark as reviewed").click()
        button_of(dialog, "Accept all").click()
        dialog._take.click()

    when_shown(accept)
    choose(monkeypatch, controller, reviewer.save())
    desk.settle()
    assert desk.session.stack.count() == count + 1
    assert [project.segment(key).target for key in keys] == [f"Corrected {key}." for key in keys]
    translation = project.segment(keys[0]).translation
    assert (translation.state, translation.signed_by) == (State.REVIEWED, "Jane Reviewer")
    assert [comment.text for comment in project.comments()] == ["Sure?"]
    assert desk.told[-1] == "Taken over: segments 3, comments 1."
    desk.session.stack.undo()
    assert project.snapshot() == before


def test_cancelled_nothing_changes(
    desk: Desk, controller: CorrectionsController, reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = next(iter(reviewer.rows))
    reviewer.retype(key, "Corrected.")
    before = desk.session.project.snapshot()
    when_shown(lambda dialog: dialog.reject())
    choose(monkeypatch, controller, reviewer.save())
    desk.settle()
    assert desk.session.project.snapshot() == before


def test_nothing_changed_is_said(
    desk: Desk, controller: CorrectionsController, reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, controller, reviewer.path)
    desk.settle()
    assert desk.told[-1] == "Nothing was changed in table.docx."


def test_a_document_that_is_none_is_one_sentence(
    desk: Desk, controller: CorrectionsController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.docx").write_text("text", encoding="utf-8")
    choose(monkeypatch, controller, tmp_path / "note.docx")
    desk.settle()
    assert desk.failed == ["note.docx is no Word document. Choose the .docx file that came back."]
