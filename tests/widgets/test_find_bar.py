"""Find and replace: what is found, and what the bar asks for."""

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.document.richtext import RichText
from gui.document.segment import Segment, State, Translation
from gui.widgets.find_bar import FindBar, Found, find_all
from tests.widgets.keys import SHIFT, press, type_text

LETTERS = st.text(alphabet="abAB. (*가나", max_size=12)


def segments(pairs: list[tuple[str, str]]) -> list[Segment]:
    return [
        Segment(str(number), RichText(korean), Translation(english, State.DRAFT))
        for number, (korean, english) in enumerate(pairs)
    ]


def naive(pairs: list[tuple[str, str]], words: str) -> list[Found]:
    found = []
    for number, pair in enumerate(pairs):
        for in_target, text in enumerate(pair):
            at = text.find(words)
            while at >= 0:
                found.append(Found(str(number), bool(in_target), at, at + len(words)))
                at = text.find(words, at + len(words))
    return found


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=5), st.text(alphabet="abAB. (*가나", min_size=1, max_size=3))
@limits(max_examples=200)
def test_matches_are_those_of_a_naive_search(pairs: list[tuple[str, str]], words: str) -> None:
    assert find_all(segments(pairs), words, match_case=True) == naive(pairs, words)
    lower = [(one.lower(), two.lower()) for one, two in pairs]
    assert find_all(segments(pairs), words, match_case=False) == naive(lower, words.lower())


def test_nothing_is_found_for_no_words() -> None:
    assert find_all(segments([("a", "b")]), "", match_case=False) == []


def test_keys_step_and_close(qtbot: QtBot) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.open("ministry", replace=False)
    stepped: list[int] = []
    bar.stepped.connect(stepped.append)
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Return, SHIFT)
    assert stepped == [1, -1]
    with qtbot.waitSignal(bar.closed):
        press(bar, Qt.Key.Key_Escape)


def test_the_bar_starts_with_the_selected_words_and_counts(qtbot: QtBot) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.open("ministry", replace=True)
    assert (bar.words, bar.new, bar.match_case) == ("ministry", "", False)
    with qtbot.waitSignal(bar.changed):
        type_text(bar._words, "x")
    for current, total, text in ((2, 5, "2 of 5"), (0, 0, "Nothing found")):
        bar.show_count(current, total)
        assert bar._count.text() == text
    bar.open("", replace=False)
    assert bar.words
