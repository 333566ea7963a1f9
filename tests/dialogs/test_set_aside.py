"""What of a file is no part of the release: as large as what it has to tell."""

import pytest
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.set_aside import SetAside
from gui.document.errors import note
from gui.document.release import Aside, Release


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def shown(qtbot: QtBot, parent: QWidget, release: Release) -> SetAside:
    dialog = SetAside(parent, release)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_a_dialog_with_nothing_to_list_is_small(qtbot: QtBot, parent: QWidget) -> None:
    assert shown(qtbot, parent, Release("markdown", "a.md", ())).height() < 200


def test_a_single_warning_leaves_the_room_to_the_texts(qtbot: QtBot, parent: QWidget) -> None:
    asides = tuple(Aside(f"- {page} -", note("It is a page number.")) for page in range(1, 6))
    dialog = shown(
        qtbot, parent, Release("pdf", "a.pdf", (), warnings=(note("It is a page number."),), set_aside=asides)
    )
    warnings = dialog.findChild(QListWidget)
    assert warnings is not None
    assert warnings.height() < dialog.height() / 3
