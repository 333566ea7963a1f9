"""Marks over the text: what is found wrong or searched for shows, and the text under it stays."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.bridge import theme
from gui.bridge.session import Session
from gui.document.segment import State
from gui.models.segment_model import SOURCE, STATE, TARGET
from gui.widgets.segment_delegate import found_format, issue_format
from gui.widgets.segment_view import SegmentView
from tests.widgets.opened import draft

HEADLINE = 4
"""Its row; large letters have a wave that can be told from its ground."""


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> SegmentView:
    draft(session)
    made = SegmentView(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.go_to(made.segments.row(0).key)
    return made


def pixels(view: SegmentView, row: int, column: int, wanted: QColor) -> int:
    image = view.viewport().grab(view.visualRect(view.segments.index(row, column))).toImage()
    places = ((x, y) for x in range(5, image.width()) for y in range(image.height()))
    return sum(near(image.pixelColor(x, y), wanted) for x, y in places)


def near(one: QColor, other: QColor) -> bool:
    distances = one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue()
    return all(abs(distance) < 40 for distance in distances)


@pytest.mark.parametrize("current", [0, HEADLINE], ids=["painted", "current"])
@pytest.mark.parametrize("column", [SOURCE, TARGET])
def test_a_marked_text_is_still_there(view: SegmentView, current: int, column: int) -> None:
    view.go_to(view.segments.row(current).key)
    row = HEADLINE
    ink = pixels(view, row, column, theme.text())
    key = view.segments.row(row).key
    view.set_marks({(key, column): [(0, 4, issue_format(theme.error()))]})
    assert pixels(view, row, column, theme.text()) > 0.8 * ink
    assert pixels(view, row, column, theme.error()) > 0
    view.set_marks({(key, column): [(0, 4, found_format(current=False))]})
    assert pixels(view, row, column, theme.text()) > 0.8 * ink
    assert pixels(view, row, column, theme.found()) > 20
    view.set_marks({})
    assert pixels(view, row, column, theme.error()) == 0


def test_marks_beyond_the_end_of_a_text_that_became_shorter_do_no_harm(view: SegmentView, session: Session) -> None:
    key = view.segments.row(4).key
    view.set_marks({(key, TARGET): [(2, 500, issue_format(theme.error()))]})
    assert not view.grab().isNull()
    view.go_to(key)
    assert not view.grab().isNull()


def test_a_mark_goes_when_its_text_is_changed_elsewhere(view: SegmentView, session: Session) -> None:
    key = view.segments.row(4).key
    view.set_marks({(key, TARGET): [(0, 5, issue_format(theme.error()))]})
    session.replace_target("Replace", key, "Other words")
    assert pixels(view, 4, TARGET, theme.error()) == 0


def test_the_state_shows_by_shape(view: SegmentView, session: Session) -> None:
    key, images = view.segments.row(4).key, []
    for state in (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL):
        session.set_state([key], state)
        images.append(view.viewport().grab(view.visualRect(view.segments.index(4, STATE))).toImage())
    session.replace_target("Clear", key, "")
    images.append(view.viewport().grab(view.visualRect(view.segments.index(4, STATE))).toImage())
    assert all(one != other for number, one in enumerate(images) for other in images[number + 1 :])
