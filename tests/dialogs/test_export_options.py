"""The dialog before an export: what it shows for a layout, what it remembers, what it proposes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from gui.bridge.settings import Settings
from gui.dialogs.export_options import ExportDialog, ExportRequest
from gui.dialogs.export_review import ExportReview, Finding
from gui.workspace.exporting import EXPORTERS, Choice, Exporter, FootNotes
from tests.dialogs.buttons import act_on_dialog, button_of, press_button
from tests.widgets.keys import press

OPEN = [Finding("b1.1", "첫 문장"), Finding("b2.1", "둘째 문장")]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def choose_layout(dialog: ExportDialog, name: str) -> None:
    dialog._layouts.setCurrentIndex(dialog._layouts.findData(name))


def test_enter_exports_what_is_proposed(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "보도자료 6.14"))
    dialog.open()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert dialog.path == tmp_path / "보도자료 6.14_EN.docx"
    options = dialog.options()
    assert (options.draft, options.comments, options.footnotes) == (False, False, FootNotes.REAL)
    assert not options.letterhead


def test_an_unfinished_release_is_a_draft_until_the_user_says_otherwise(
    window: QMainWindow, settings: Settings, tmp_path: Path
) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a", segments=OPEN, errors=OPEN[:1]))
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "2 segments are open. 1 error is open." in words
    assert (dialog.path.name, dialog.options().draft) == ("a_EN (DRAFT).docx", True)
    dialog._final.setChecked(True)
    assert (dialog.path.name, dialog.options().draft) == ("a_EN.docx", False)


def test_the_name_follows_the_layout_until_it_is_typed(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("bilingual", tmp_path / "a", segments=OPEN))
    assert dialog.path.name == "a_KO-EN (DRAFT).docx"
    choose_layout(dialog, "html")
    assert dialog.path.suffix == ".html"
    choose_layout(dialog, "english")
    dialog._file.setText(str(tmp_path / "mine"))
    dialog._file.setModified(True)
    dialog._final.setChecked(True)
    choose_layout(dialog, "tracked")
    assert dialog.path == tmp_path / "mine.docx"


@pytest.mark.parametrize("member", EXPORTERS, ids=lambda member: member.name)
def test_only_what_a_layout_heeds_is_shown(
    window: QMainWindow, settings: Settings, tmp_path: Path, member: Exporter
) -> None:
    name, heeds = member.name, member.heeds
    request = ExportRequest(name, tmp_path / "a", versions=[("v1", "Draft")])
    dialog = ExportDialog(window, settings, request)
    dialog.open()
    shown = {
        Choice.AGAINST: dialog._against,
        Choice.FOOTNOTES: dialog._footnotes,
        Choice.TEMPLATE: dialog._template,
        Choice.COMMENTS: dialog._comments,
        Choice.LETTERHEAD: dialog._letterhead,
    }
    assert {choice for choice, field in shown.items() if field.isVisible()} == heeds - {Choice.DRAFT}


def test_choices_are_remembered(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a"))
    dialog._letterhead.setChecked(True)
    dialog._organisation.setText("Ministry of Seas")
    dialog._logo.set_path(tmp_path / "logo.png")
    dialog._template.set_path(tmp_path / "own.dotx")
    dialog._footnotes.setCurrentIndex(1)
    dialog._comments.setChecked(True)
    dialog.accept()
    again = ExportDialog(window, settings, ExportRequest("english", tmp_path / "b")).options()
    assert (again.letterhead.organisation, again.letterhead.logo) == ("Ministry of Seas", tmp_path / "logo.png")
    assert (again.template, again.footnotes, again.comments) == (tmp_path / "own.dotx", FootNotes.TEXT, True)
    other = ExportDialog(window, settings, ExportRequest("bilingual", tmp_path / "b")).options()
    assert (other.template, bool(other.letterhead)) == (None, False)


def test_comments_go_out_only_on_purpose(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    usual = {
        name: ExportDialog(window, settings, ExportRequest(name, tmp_path / "a")).options().comments
        for name in ("english", "bilingual", "tracked")
    }
    assert usual == {"english": False, "bilingual": True, "tracked": True}


def test_the_latest_version_is_compared_with(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    request = ExportRequest("tracked", tmp_path / "a", versions=[("v1", "Draft"), ("v2", "Review")])
    assert ExportDialog(window, settings, request).options().against == "v2"
    dialog = ExportDialog(window, settings, ExportRequest("tracked", tmp_path / "a"))
    assert not dialog._export.isEnabled()


def test_a_file_is_replaced_only_after_a_question(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a_EN.docx").write_bytes(b"old")
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a"))
    press_button("Cancel")
    dialog.accept()
    assert dialog.result() == 0
    press_button("Replace it")
    dialog.accept()
    assert dialog.result() == 1


def test_another_place(
    window: QMainWindow, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "there.docx"
    path.write_bytes(b"old")  # the system's dialog has asked already
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a"))
    button_of(dialog, "Browse…").click()
    dialog.accept()
    assert (dialog.result(), dialog.path) == (1, path)


def test_going_to_a_finding_leaves_the_export(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a", segments=OPEN))

    def choose(review: object) -> None:
        assert isinstance(review, ExportReview)
        view = review.findChild(QListWidget)
        assert isinstance(view, QListWidget)
        view.itemActivated.emit(view.item(1))

    act_on_dialog(choose)
    button_of(dialog, "Show them…").click()
    assert (dialog.result(), dialog.chosen) == (0, "b2.1")


def test_a_chosen_file_can_be_taken_back(
    window: QMainWindow, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "own.docx"), ""))
    choose, remove = dialog._template._choose, dialog._template._remove
    choose()
    assert dialog._template.path == tmp_path / "own.docx"
    remove.click()
    assert dialog.options().template is None


def test_every_field_has_a_name_for_readers(window: QMainWindow, settings: Settings, tmp_path: Path) -> None:
    dialog = ExportDialog(window, settings, ExportRequest("english", tmp_path / "a"))
    assert all(line.accessibleName() for line in dialog.findChildren(QLineEdit))
