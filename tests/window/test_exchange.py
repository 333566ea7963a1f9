"""What other tools are given and bring back, from the file to one undo step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog

from gui.dialogs.corrections import CorrectionsDialog
from gui.document.segment import State
from gui.window.corrections_controller import CorrectionsController
from gui.workspace.exporting import export
from tests.dialogs.buttons import button_of
from tests.widgets.opened import draft
from tests.window.conftest import Desk


@pytest.fixture
def controller(desk: Desk) -> CorrectionsController:
    made = CorrectionsController(desk.context, desk.window)
    made.set_page(desk.page)
    draft(desk.session)
    return made


def exported(desk: Desk, folder: Path, old: str, new: str) -> Path:
    """The release as XLIFF, with a text in it replaced once."""
    path = export(desk.session.project.snapshot(), folder / "a.xlf").path
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return path


def translated(desk: Desk) -> str:
    """The key of a segment that is a draft."""
    return next(segment.key for segment in desk.session.segments() if segment.state is State.DRAFT)


def when_asked(act: Callable[[QDialog], object]) -> None:
    """Call ``act`` with the next dialog that is not one of waiting."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog) and not isinstance(dialog, QProgressDialog):
        act(dialog)
    else:
        QTimer.singleShot(20, lambda: when_asked(act))


def test_a_state_alone_is_asked_for_and_one_undo_step(
    desk: Desk, controller: CorrectionsController, tmp_path: Path
) -> None:
    key, project = translated(desk), desk.session.project
    before, count = project.snapshot(), desk.session.stack.count()
    drafted = f'id="{key}" state="initial" subState="daejo:draft"'
    path = exported(desk, tmp_path, drafted, f'id="{key}" state="final"')
    when_asked(lambda dialog: button_of(dialog, "Take the states over").click())
    controller.read(desk.page, path)
    desk.settle()
    assert project.segment(key).state is State.FINAL
    assert desk.session.stack.count() == count + 1
    desk.session.stack.undo()
    assert project.snapshot() == before


def test_english_of_another_tool_goes_through_the_same_dialog(
    desk: Desk, controller: CorrectionsController, tmp_path: Path
) -> None:
    key, project = translated(desk), desk.session.project
    target = f"<target>{project.segment(key).target[:6]}"
    path = exported(desk, tmp_path, target, f"<target>New {target.removeprefix('<target>')}")

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionsDialog)
        button_of(dialog, "Accept all").click()
        dialog._take.click()

    when_asked(accept)
    count = desk.session.stack.count()
    controller.read(desk.page, path)
    desk.settle()
    assert desk.session.stack.count() == count + 1
    assert sum(segment.target.startswith("New ") for segment in desk.session.segments()) == 1


def test_a_wrong_file_is_one_sentence_and_nothing_changes(
    desk: Desk, controller: CorrectionsController, tmp_path: Path
) -> None:
    before = desk.session.project.snapshot()
    (tmp_path / "a.csv").write_text("nothing", encoding="utf-8")
    controller.read(desk.page, tmp_path / "a.csv")
    desk.settle()
    assert desk.failed == ["a.csv is no XLIFF, Excel workbook or CSV table. Choose the file that came back."]
    assert desk.session.project.snapshot() == before
