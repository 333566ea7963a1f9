"""The names of a release in a window: found, confirmed once for all places, undone, looked up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.document.edit import TargetEdit
from gui.document.naming import CONFIRMED_NAMES, confirmed_names
from gui.document.segment import Origin, OriginKind, State, Translation
from gui.models.name_model import ENGLISH
from gui.widgets.names_panel import NamesPanel
from gui.window.names_controller import NamesController
from gui.window.panes import NAMES
from tests.window.conftest import Desk

NAME, PROPOSED, CHOSEN = "남궁솔", "Namkoong Sol", "Namgung Sol"


@pytest.fixture
def panel(desk: Desk) -> NamesPanel:
    """The panel of the window, or one of its own while no window has it."""
    shown = next((part for part in desk.window.commands.parts if isinstance(part, NamesController)), None)
    controller = shown or NamesController(desk.context, desk.window)
    if shown is None:
        controller.set_page(desk.page)
        desk.window.panes.put(controller.panels())
    desk.bring_up(NAMES)
    desk.settle()
    assert controller.panel is not None
    return controller.panel


def choose(panel: NamesPanel, hangul: str) -> int:
    rows = [row for row in range(panel.model.rowCount()) if panel.model.entry(row).hangul == hangul]
    panel.table.setCurrentIndex(panel.model.index(rows[0], ENGLISH))
    panel.table.setFocus()
    return rows[0]


def mention(desk: Desk, panel: NamesPanel) -> str:
    """Draft a segment that has the name; gives back its key."""
    key = panel.model.entry(choose(panel, NAME)).occurrences[0]
    old = desk.session.project.segment(key).translation
    new = Translation(f"{PROPOSED} spoke.", State.DRAFT, Origin(OriginKind.RULE), marks=(PROPOSED,))
    desk.session.push("Draft", [TargetEdit(key, old, new)])
    desk.qtbot.wait(500)
    desk.settle()
    return key


def test_enter_confirms_a_name_everywhere_as_one_step(desk: Desk, panel: NamesPanel) -> None:
    key = mention(desk, panel)
    row = choose(panel, NAME)
    assert panel.model.setData(panel.model.index(row, ENGLISH), CHOSEN)
    steps = desk.session.stack.count()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: confirmed_names(desk.session.project.snapshot()) == {NAME: CHOSEN}, timeout=5000)
    assert desk.session.stack.count() == steps + 1
    segment = desk.session.project.segment(key)
    assert segment.target == f"{CHOSEN} spoke."
    assert segment.translation.marks == ()
    desk.qtbot.waitUntil(lambda: panel.model.is_confirmed(row), timeout=5000)
    desk.session.stack.undo()
    assert desk.session.project.property(CONFIRMED_NAMES) is None
    assert desk.session.project.segment(key).target == f"{PROPOSED} spoke."
    desk.qtbot.waitUntil(lambda: not panel.model.is_confirmed(row), timeout=5000)


def test_typing_and_enter_confirms_what_was_typed(desk: Desk, panel: NamesPanel) -> None:
    choose(panel, NAME)
    panel.table.edit(panel.table.currentIndex())
    editor = panel.table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == PROPOSED
    editor.selectAll()
    QTest.keyClicks(editor, CHOSEN)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: confirmed_names(desk.session.project.snapshot()) == {NAME: CHOSEN}, timeout=5000)


def test_escape_after_typing_leaves_all_as_it_was(desk: Desk, panel: NamesPanel) -> None:
    row = choose(panel, NAME)
    panel.table.edit(panel.table.currentIndex())
    editor = panel.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    desk.settle()
    assert panel.model.english(row) == PROPOSED
    assert confirmed_names(desk.session.project.snapshot()) == {}


def test_shift_enter_goes_to_the_place_of_a_name(desk: Desk, panel: NamesPanel) -> None:
    row = choose(panel, NAME)
    QTest.keyClick(panel.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.current == panel.model.entry(row).occurrences[0]
