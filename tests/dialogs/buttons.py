"""Presses buttons of dialogs that block: a timer acts once the dialog is up."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog


def act_on_dialog(act: Callable[[QDialog], object]) -> None:
    """Call ``act`` with the next modal dialog."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, run)

    QTimer.singleShot(0, run)


def press_button(words: str) -> None:
    """Press the button with these words in the next dialog."""
    act_on_dialog(lambda dialog: button_of(dialog, words).click())


def press_key(key: Qt.Key) -> None:
    """Press a key in the next dialog."""
    act_on_dialog(lambda dialog: QTest.keyClick(dialog, key))


def button_of(dialog: QDialog, words: str) -> QAbstractButton:
    buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QAbstractButton)}
    return buttons[words]
