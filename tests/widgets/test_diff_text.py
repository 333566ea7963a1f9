"""Two wordings with their differences marked."""

from pytestqt.qtbot import QtBot

from gui.language.word_diff import Kind
from gui.widgets.diff_text import DiffText, marked


def test_each_side_marks_its_own() -> None:
    old, new = (
        marked("the red port", "the blue port", Kind.DELETED),
        marked("the red port", "the blue port", Kind.INSERTED),
    )
    assert (old.text, old.spans) == ("the red port", ((4, 7, Kind.DELETED),))
    assert (new.text, new.spans) == ("the blue port", ((4, 8, Kind.INSERTED),))


def test_changed_white_space_is_seen() -> None:
    assert marked("a b", "a\N{NO-BREAK SPACE}b", Kind.INSERTED).text == "a⍽b"
    assert marked("a b", "a\N{NO-BREAK SPACE}b", Kind.DELETED).text == "a␣b"
    assert marked("a b", "a\nb", Kind.INSERTED).text == "a↵\nb"
    assert marked("a b c", "a b d", Kind.INSERTED).text == "a b d"


def test_marked_by_colour_and_by_a_line(qtbot: QtBot) -> None:
    view = DiffText("Corrected", Kind.INSERTED)
    qtbot.addWidget(view)
    view.show_difference("𝛼 the red port", "𝛼 the blue port")
    cursor = view.textCursor()
    cursor.setPosition(len("𝛼 the b".encode("utf-16-le")) // 2)
    assert cursor.charFormat().fontUnderline()
    assert not cursor.charFormat().fontStrikeOut()
    cursor.setPosition(2)
    assert not cursor.charFormat().fontUnderline()
    assert view.accessibleName() == "Corrected"
