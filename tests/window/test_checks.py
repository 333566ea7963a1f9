"""Checking while one types, mending, ignoring, and choosing checks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QInputDialog
from pytestqt.qtbot import QtBot

from gui.document.issue import Issue
from gui.workspace import opening
from tests.dialogs.buttons import act_on_dialog, button_of
from tests.widgets.keys import type_text
from tests.window.conftest import Desk

SENTENCE = "정부는 해양 산업에 2,726억원을 투자할 계획입니다."


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    path = tmp_path / "release.md"
    path.write_text(
        f"보도자료\n\n배포 : 2026년 9월 17일(목)\n\n## 해양 산업 투자 계획 발표\n\n{SENTENCE}\n\n<끝>\n",
        encoding="utf-8",
    )
    return path


def _go_to_sentence(desk: Desk) -> str:
    key = next(segment.key for segment in desk.session.segments() if segment.source.text == SENTENCE)
    desk.page.go_to(key)
    return key


def _wrong(desk: Desk) -> list[Issue]:
    return [issue for issue in desk.window.commands.checks.issues if issue.check == "numbers"]


@pytest.fixture
def wrong(desk: Desk, release_file: Path, qtbot: QtBot) -> str:
    """A sentence with a wrong amount, typed and found."""
    desk.window.open(release_file)
    qtbot.waitUntil(lambda: desk.session.opened.name == release_file.name)
    desk.settle()
    key = _go_to_sentence(desk)
    type_text(desk.page.view.editor, "The government plans to invest 27.26 billion won in the ocean industry.")
    qtbot.waitUntil(lambda: bool(_wrong(desk)))
    return key


def test_a_wrong_amount_is_found_while_typing_and_mended_in_one_step(desk: Desk, wrong: str, qtbot: QtBot) -> None:
    typed = desk.session.project.segment(wrong).target
    desk.trigger("quick_fix")
    assert "272.6 billion" in desk.session.project.segment(wrong).target
    qtbot.waitUntil(lambda: not _wrong(desk))
    desk.trigger("undo")
    assert desk.session.project.segment(wrong).target == typed


def test_an_ignored_finding_stays_away_with_its_reason_until_it_is_heeded(
    desk: Desk, wrong: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("agreed with the desk", True))
    count = len(_wrong(desk))
    for _ in range(count):
        desk.trigger("ignore_issue")
    assert _wrong(desk) == []
    type_text(desk.page.view.editor, " And more.")
    desk.settle()
    qtbot.wait(500)
    assert _wrong(desk) == []
    path = tmp_path / "kept.daejo"
    desk.session.opened.save(path)
    kept = opening.load(path).project.property("ignored_issues")
    assert isinstance(kept, dict)
    assert set(kept.values()) == {"agreed with the desk"}
    monkeypatch.setattr(QInputDialog, "getItem", lambda _parent, _title, _label, entries, **_: (entries[0], True))
    desk.trigger("ignored")
    assert len(desk.window.commands.checks.ignored) == count - 1


def test_a_check_can_be_switched_off_and_weighed_anew(desk: Desk, wrong: str, qtbot: QtBot) -> None:
    def choose(value: str) -> None:
        def act(dialog: object) -> None:
            box = dialog._boxes["numbers"]  # type: ignore[attr-defined]  # the dialog's own line for this check
            assert isinstance(box, QComboBox)
            box.setCurrentIndex(box.findData(value))
            button_of(dialog, "OK").click()  # type: ignore[arg-type]  # it is a dialog

        act_on_dialog(act)
        desk.trigger("check_settings")
        desk.settle()

    choose("off")
    qtbot.waitUntil(lambda: not _wrong(desk))
    choose("info")
    qtbot.waitUntil(lambda: {issue.severity.value for issue in _wrong(desk)} == {"info"})


def test_open_errors_are_shown_before_export(desk: Desk, wrong: str, tmp_path: Path) -> None:
    seen: list[str] = []

    def act(dialog: object) -> None:
        seen.append(type(dialog).__name__)
        button_of(dialog, "Cancel").click()  # type: ignore[arg-type]  # it is a dialog

    act_on_dialog(act)
    desk.trigger("export_english")
    desk.settle()
    assert seen == ["ExportDialog"]


def test_f8_goes_to_the_place(desk: Desk, wrong: str) -> None:
    desk.page.go_to(desk.session.segments()[0].key)
    for _ in range(len(desk.window.commands.checks.issues)):
        desk.trigger("next_issue")
        if desk.page.current == wrong:
            break
    assert desk.page.current == wrong
