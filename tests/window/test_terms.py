"""Terms in the window: two key presses from a selection, and what follows from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QMainWindow

from gui.dialogs.add_term import AddTerm
from gui.dialogs.termbase import TermbaseDialog
from gui.language import termbase
from gui.language.particles import without_particle
from gui.language.termbase import Term
from gui.widgets.plain_text import PlainText
from gui.window.term_controller import TermController
from gui.workspace import terms
from tests.dialogs.buttons import act_on_dialog, button_of, press_key
from tests.widgets.keys import CTRL, press
from tests.window.conftest import Desk


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    termbase.use(())


@pytest.fixture
def part(desk: Desk) -> TermController:
    made = TermController(desk.context, desk.window)
    made.set_page(desk.page)
    return made


def select(text: PlainText, start: int, end: int) -> str:
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    return cursor.selectedText()


def test_a_selection_is_a_term_with_enter_and_the_other_segments_know_it(desk: Desk, part: TermController) -> None:
    changed: list[int] = []
    part.changed.connect(lambda: changed.append(1))
    korean = select(desk.page.view.source_text, 0, 4)
    desk.page.session.replace_target("test", desk.page.current, "Brand New Words")
    english = select(desk.page.view.editor, 0, 9)
    press_key(Qt.Key.Key_Return)
    part.actions()["add_term"]()
    desk.settle()
    assert [(term.korean, term.english) for term in terms.mine()] == [(without_particle(korean.strip()), english)]
    assert changed == [1]
    assert desk.told[-1].endswith("is in the termbase.")


def test_ctrl_t_and_enter_are_all_it_takes(desk: Desk) -> None:
    desk.page.session.replace_target("test", desk.page.current, "Brand New Words")
    korean = select(desk.page.view.source_text, 0, 5)
    select(desk.page.view.editor, 0, 9)
    press_key(Qt.Key.Key_Return)
    press(desk.page.view.editor, Qt.Key.Key_T, CTRL)
    desk.settle()
    assert [term.english for term in terms.mine()] == ["Brand New"]
    assert korean.startswith(terms.mine()[0].korean)


def test_in_a_table_the_cell_is_the_term(desk: Desk, part: TermController) -> None:
    unit = desk.page.table_units()[0]
    segment = next(one for one in unit.segments if one.source.text.strip())
    desk.page.go_to(segment.key)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AddTerm)
        seen.append(dialog._fields["ko"].text())
        dialog.reject()

    act_on_dialog(look)
    part.actions()["add_term"]()
    assert seen
    assert segment.source.text.split()[0] in seen[0]
    assert terms.mine() == ()


def test_the_termbase_is_edited_and_kept(desk: Desk, part: TermController, data_folder: Path) -> None:
    terms.add(Term("누리 파도", "Nuripado", ""))

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, TermbaseDialog)
        assert dialog._model.setData(dialog._model.index(0, 1), "Nuri Wave")
        button_of(dialog, "OK").click()

    act_on_dialog(change)
    part.actions()["termbase"]()
    desk.settle()
    desk.settle()
    assert [term.english for term in terms.mine()] == ["Nuri Wave"]
    assert "Nuri Wave" in (data_folder / "terms.tsv").read_text(encoding="utf-8-sig")


def test_without_a_release_the_termbase_can_be_opened(desk: Desk, part: TermController) -> None:
    part.set_page(None)
    part.actions()["add_term"]()  # nothing to select from: nothing happens
    assert isinstance(desk.window, QMainWindow)
