"""Short questions: what each button answers, and that Enter and Esc choose what cannot hurt."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs import ask
from gui.workspace.opening import Recovery
from tests.dialogs.buttons import act_on_dialog, press_button, press_key

Button = QMessageBox.StandardButton
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("press", "answer"),
    [
        (lambda: press_button("Save"), Button.Save),
        (lambda: press_button("Discard"), Button.Discard),
        (lambda: press_button("Cancel"), Button.Cancel),
        (lambda: press_key(ENTER), Button.Save),
        (lambda: press_key(ESC), Button.Cancel),
    ],
)
def test_before_closing(window: QWidget, press: Callable[[], None], answer: Button) -> None:
    press()
    assert ask.save_changes(window, "보도자료.daejo") is answer


def take_over(window: QWidget) -> bool:
    return ask.take_over(window, "kim has it open.")


def overwrite(window: QWidget) -> bool:
    return ask.overwrite(window, "Somebody changed it.")


def consent(window: QWidget) -> bool:
    return ask.consent(window, "Google", "translate.google.com")


def break_embargo(window: QWidget) -> bool:
    return ask.break_embargo(window, "Google", "행사 종료 이후", "translate.google.com")


def lift(window: QWidget) -> bool:
    return ask.lift_embargo(window, "행사 종료 이후", lifted=False)


def put_on_again(window: QWidget) -> bool:
    return ask.lift_embargo(window, "행사 종료 이후", lifted=True)


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        (take_over, "Open anyway"),
        (overwrite, "Replace their version"),
        (consent, "Send from now on"),
        (break_embargo, "Allow for this release"),
        (lift, "Mark as lifted"),
        (put_on_again, "Put it on again"),
    ],
)
def test_what_may_hurt_takes_its_own_button(window: QWidget, question: Callable[[QWidget], bool], yes: str) -> None:
    press_button(yes)
    assert question(window)
    for key in (ENTER, ESC):
        press_key(key)
        assert not question(window)


@pytest.mark.parametrize(
    ("press", "answer"),
    [
        (lambda: press_button("Restore"), ask.Recover.OPEN),
        (lambda: press_key(ENTER), ask.Recover.OPEN),
        (lambda: press_button("Throw it away"), ask.Recover.DISCARD),
        (lambda: press_button("Ask again next time"), ask.Recover.LATER),
        (lambda: press_key(ESC), ask.Recover.LATER),
    ],
)
def test_after_a_crash(window: QWidget, tmp_path: Path, press: Callable[[], None], answer: ask.Recover) -> None:
    press()
    recovery = Recovery("보도자료.md", None, datetime(2026, 9, 17, 5, tzinfo=UTC), 3, tmp_path)
    assert ask.recover(window, recovery) is answer


def test_words_of_a_release_are_never_mark_up(window: QWidget) -> None:
    shown: list[str] = []

    def read(dialog: QWidget) -> None:
        labels = [label for label in dialog.findChildren(QLabel) if "보도" in label.text()]
        shown.extend(label.textFormat().name for label in labels)
        dialog.close()

    act_on_dialog(read)
    ask.lift_embargo(window, "<b>보도</b> 금지<br>", lifted=False)
    assert shown == ["PlainText"]


def test_a_server_in_the_own_network_is_told_as_such(window: QWidget) -> None:
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    for host in ("192.168.0.7", "translate.google.com"):
        act_on_dialog(read)
        assert not ask.consent(window, "LibreTranslate", host)
    assert any("192.168.0.7, in your own network" in text for text in told)
    assert any("translate.google.com, on the internet" in text for text in told)
