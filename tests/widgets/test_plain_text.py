"""Text that is edited where it stands keeps every character, and takes no files for words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QFont, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.document.richtext import RichText
from gui.widgets.find_bar import FindBar
from gui.widgets.issue_panel import IssuePanel
from gui.widgets.plain_text import PlainText
from gui.widgets.segment_editor import SegmentText
from tests.widgets.keys import NONE, SHIFT, compose, press, type_text

AWKWARD = st.text(
    alphabet="a 가\n\t\u00a0\u2028\u202f\u200b\u200d\u00ad\u0301\u2060\u3000\x0b\x85\ufffc🚢🇰🇷", max_size=12
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def text(parent: QWidget) -> PlainText:
    return PlainText(parent)


def show(text: PlainText, words: str) -> None:
    text.show_text(RichText(words), QFont(), 20)


# -- every character is kept


@given(AWKWARD, AWKWARD)
@limits(max_examples=150)
def test_text_is_given_back_as_it_was_shown_or_changed(qapp: QApplication, one: str, other: str) -> None:
    parent = QWidget()
    text = PlainText(parent)
    show(text, one)
    assert text.toPlainText() == one
    text.change_text(other)
    assert text.toPlainText() == other
    for place in range(len(other) + 1):
        text.place_caret(place)
        assert text.caret == place
    parent.deleteLater()


def test_no_break_spaces_stay_where_one_types(text: PlainText) -> None:
    show(text, "KRW 12\u00a0billion")
    type_text(text, "!")
    assert text.toPlainText() == "KRW 12\u00a0billion!"


def test_no_break_spaces_stay_when_copied(text: PlainText) -> None:
    show(text, "12\u00a0billion\nwon")
    text.selectAll()
    text.copy()
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.paste()
    assert text.toPlainText() == "12\u00a0billion\nwon" * 2


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\u2029"])
def test_other_line_breaks_are_line_breaks(text: PlainText, line_break: str) -> None:
    changed: list[str] = []
    show(text, f"one{line_break}two")
    text.textChanged.connect(lambda: changed.append(text.toPlainText()))
    text.change_text(f"one{line_break}two")
    assert (text.toPlainText(), changed) == ("one\ntwo", [])


def test_shift_and_enter_is_enter(text: PlainText) -> None:
    show(text, "one")
    press(text, Qt.Key.Key_Return, SHIFT)
    assert text.toPlainText() == "one\n"


def test_nothing_is_inserted_where_the_text_can_only_be_read(text: PlainText) -> None:
    show(text, "one")
    text.setReadOnly(True)
    press(text, Qt.Key.Key_Return, SHIFT)
    text.insertPlainText("two")
    QGuiApplication.clipboard().setText("three")
    text.paste()
    assert text.toPlainText() == "one"


def test_what_is_composed_comes_out_whole(text: PlainText) -> None:
    show(text, "12\u00a0")
    compose(text, "ㅇ", "어", "억")
    text.commit_preedit()
    assert text.toPlainText() == "12\u00a0억"


# -- files are for the window


def copied_file(folder: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "보도자료.md"))])
    data.setText(str(folder / "보도자료.md"))
    return data


def accepted(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [PlainText, SegmentText])
def test_a_dragged_file_goes_on_to_the_window(tmp_path: Path, parent: QWidget, kind: type[PlainText]) -> None:
    text = kind(parent)
    words = QMimeData()
    words.setText("words")
    assert accepted(text.viewport(), words)
    assert not accepted(text.viewport(), copied_file(tmp_path))


@pytest.mark.parametrize("kind", [PlainText, SegmentText])
def test_pasting_a_copied_file_inserts_nothing(tmp_path: Path, parent: QWidget, kind: type[PlainText]) -> None:
    text = kind(parent)
    QGuiApplication.clipboard().setMimeData(copied_file(tmp_path))
    text.paste()
    assert text.toPlainText() == ""


def test_a_copied_web_address_is_pasted(text: PlainText) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://ministry.example/ocean")])
    data.setText("https://ministry.example/ocean")
    text.insertFromMimeData(data)
    assert text.toPlainText() == "https://ministry.example/ocean"


@pytest.mark.parametrize("kind", [FindBar, IssuePanel])
def test_lines_beside_the_text_take_no_files(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    lines = widget.findChildren(QLineEdit)
    assert lines
    assert not [line for line in lines if line.acceptDrops()]
