"""The window itself: actions, keys, names for readers, languages, light and dark, sizes."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QToolButton, QWidget

from gui import i18n
from gui.i18n import tr
from gui.window.actions import TOOL_BAR, menus
from tests.widgets.opened import draft, table
from tests.window.conftest import Desk

SPECS = [spec for specs in menus().values() for spec in specs if spec is not None]


def all_actions(menu: QWidget) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from all_actions(inner)


def test_every_action_is_in_a_menu_and_does_something(desk: Desk) -> None:
    listed = {action.objectName() for action in all_actions(desk.window.menuBar())}
    assert {spec.name for spec in SPECS} <= listed
    for spec in SPECS:
        action = desk.window.named_actions[spec.name]
        assert action.menu() is not None or action.receivers("2triggered(bool)") > 0, spec.name


def test_no_key_is_given_twice(desk: Desk) -> None:
    actions = set(all_actions(desk.window.menuBar())) | set(desk.window.actions())
    keys = Counter(key.toString() for action in actions for key in action.shortcuts() if not key.isEmpty())
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_letter_of_a_menu_is_given_twice() -> None:
    for title, specs in menus().items():
        letters = Counter(
            spec.text[spec.text.index("&") + 1].lower() for spec in specs if spec is not None and "&" in spec.text
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], title


def test_every_action_has_korean_words() -> None:
    english = {spec.name: spec.text for spec in SPECS}
    i18n.use("ko")
    if tr("Saved.") == "Saved.":
        pytest.skip("the Korean catalogue is not merged yet")
    korean = {spec.name: spec.text for specs in menus().values() for spec in specs if spec is not None}
    assert [name for name, text in korean.items() if text == english[name]] == []


def test_whatever_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    desk.trigger("replace")
    nameless = [
        type(widget).__name__
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton | QLabel) and widget.text())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_tool_buttons_are_large_enough(desk: Desk) -> None:
    small = [
        button.text() or button.toolTip()
        for button in desk.window.findChildren(QToolButton)
        if button.isVisible()
        and not button.objectName().startswith("qt_")
        and min(button.width(), button.height()) < 24
    ]
    assert small == []


def test_f6_goes_round_the_panes(desk: Desk) -> None:
    draft(desk.session)
    desk.settle()
    desk.page.view.editor.setFocus()
    visited = []
    for _ in range(4):
        desk.trigger("next_pane")
        focus = desk.window.focusWidget()
        panes = [desk.page.view, *desk.window.panes.visible()]
        visited.append(next(n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)))
    assert visited == [1, 2, 3, 0]
    desk.trigger("previous_pane")
    focus = desk.window.focusWidget()
    assert focus is not None
    assert desk.window.panes.visible()[-1].isAncestorOf(focus)


def test_without_a_release_only_what_makes_sense_can_be_chosen(make_desk: Callable[[], Desk]) -> None:
    desk = make_desk()
    desk.show(None)
    enabled = {spec.name for spec in SPECS if desk.window.named_actions[spec.name].isEnabled()}
    assert {"open", "sample", "quit", "preferences", "keys", "about"} <= enabled
    assert not enabled & {"save", "export_english", "confirm", "draft_all", "undo"}


def dark() -> QPalette:
    palette = QPalette(QColor("#2b2b2b"))
    for role, colour in (
        (QPalette.ColorRole.Base, "#1e1e1e"),
        (QPalette.ColorRole.Text, "#e6e6e6"),
        (QPalette.ColorRole.WindowText, "#e6e6e6"),
        (QPalette.ColorRole.ButtonText, "#e6e6e6"),
        (QPalette.ColorRole.Highlight, "#4c9be8"),
    ):
        palette.setColor(role, QColor(colour))
    return palette


@pytest.fixture
def restore_palette() -> Iterator[None]:
    before = QGuiApplication.palette()
    yield
    QApplication.setPalette(before)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height", "zoom"), [(1024, 640, 70), (1280, 720, 100), (1920, 1080, 200)])
def test_it_paints_in_every_look(
    make_desk: Callable[[], Desk],
    sample: Path,
    restore_palette: None,
    language: str,
    is_dark: bool,
    width: int,
    height: int,
    zoom: int,
) -> None:
    i18n.use(language)
    desk = make_desk()
    desk.context.settings.zoom = zoom
    i18n.use(language)
    if is_dark:
        QApplication.setPalette(dark())
    desk.window.resize(width, height)
    desk.show(sample)
    draft(desk.session)
    desk.page.go_to(table(desk.session).segments[3].key)
    desk.settle()
    image = desk.window.grab().toImage()
    assert (image.width(), image.height()) == (width, height)
    ground = desk.page.view.viewport().grab().toImage().pixelColor(3, 3)
    assert (ground.lightness() < 128) is is_dark


def test_turning_dark_while_open_repaints_everything(desk: Desk, restore_palette: None) -> None:
    QApplication.setPalette(dark())
    desk.settle()
    for widget in (desk.page.view.viewport(), desk.page.tables):
        image = widget.grab().toImage()
        assert image.pixelColor(image.width() - 30, 3).lightness() < 128


def test_words_are_not_cut_off(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    desk.settle()
    bar = desk.window.findChildren(QToolButton)
    for button in bar:
        if (
            button.isVisible()
            and button.text()
            and button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
    for label in desk.window.status.findChildren(QLabel):
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    assert desk.window.badge.width() >= desk.window.badge.fontMetrics().horizontalAdvance(desk.window.badge.text())
    assert len(TOOL_BAR) > 5


def test_the_layout_is_remembered(make_desk: Callable[[], Desk], sample: Path) -> None:
    desk = make_desk()
    desk.show(sample)
    desk.window.resize(desk.window.width(), 700)
    desk.page.view.set_zoom(125)
    desk.window.close()
    desk.settle()
    again = make_desk()
    again.show(sample)
    assert again.page.view.zoom == 125
    assert again.window.height() == 700
