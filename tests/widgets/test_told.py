"""The sentence of a dialog."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.bridge import theme
from gui.widgets.told import Told


def test_a_sentence_is_shown_as_it_is_and_taken_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told = Told()
    QVBoxLayout(window).addWidget(told)
    window.show()
    assert not told.isVisible()
    told.tell("<b>release</b>.tbx cannot be read.")
    assert told.isVisible()
    assert "<b>release</b>" in told.text()
    assert theme.error().name() in told.styleSheet()
    told.tell("release.tbx is written.", good=True)
    assert theme.error().name() not in told.styleSheet()
    told.tell("")
    assert not told.isVisible()
