"""Review in a window: signing one or many, comments on words, versions, the list of segments, statistics."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QPlainTextEdit, QTableWidget

from gui.dialogs.versions import VersionsDialog
from gui.document.segment import State
from gui.models.segment_model import TARGET
from gui.widgets.overview_panel import OverviewPanel
from gui.window.panes import LIST
from gui.window.review_controller import ReviewController
from tests.widgets.keys import type_text
from tests.widgets.opened import draft
from tests.window.conftest import Desk


def review(desk: Desk) -> ReviewController:
    return next(part for part in desk.window.commands.parts if isinstance(part, ReviewController))


def overview(desk: Desk) -> OverviewPanel:
    panel = desk.bring_up(LIST)
    assert isinstance(panel, OverviewPanel)
    return panel


def answer(what: Callable[[QDialog], object]) -> None:
    """Answer the next dialog."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        what(dialog)

    QTimer.singleShot(200, act)


def write(words: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        field = dialog.findChild(QPlainTextEdit)
        assert field is not None
        field.setPlainText(words)
        dialog.accept()

    return fill


def name(words: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(words)
        dialog.accept()

    return fill


def test_a_review_is_signed_and_typing_takes_it_back(desk: Desk) -> None:
    desk.context.settings.author = "Kim"
    desk.session.author = desk.context.settings.author
    draft(desk.session)
    key = desk.page.current
    desk.trigger("review")
    signed = desk.session.project.segment(key).translation
    assert (signed.state, signed.signed_by, signed.signed_at is not None) == (State.REVIEWED, "Kim", True)
    desk.trigger("approve")
    assert desk.session.project.segment(key).state is State.FINAL
    type_text(desk.page.view.editor, "x")
    changed = desk.session.project.segment(key).translation
    assert (changed.state, changed.signed_by) == (State.TRANSLATED, "")


def test_what_is_selected_in_the_list_is_approved_as_one_step(desk: Desk) -> None:
    draft(desk.session)
    panel = overview(desk)
    panel._list.setFocus()
    panel._list.selectAll()
    desk.trigger("approve")
    assert {segment.state for segment in desk.session.segments() if segment.target} == {State.FINAL}
    desk.trigger("undo")
    assert State.FINAL not in {segment.state for segment in desk.session.segments()}


def test_the_list_is_filtered_and_stepped_through(desk: Desk) -> None:
    panel = overview(desk)
    draft(desk.session)
    keys = [segment.key for segment in desk.session.segments() if segment.target]
    desk.session.set_state(keys[5:7], State.REVIEWED)
    panel._state.setCurrentText("Reviewed")
    assert [panel.model.key(panel._shown.mapToSource(panel._shown.index(row, 0)).row()) for row in range(2)] == keys[
        5:7
    ]
    desk.trigger("next_listed")
    assert desk.page.current == keys[5]
    desk.trigger("next_listed")
    assert desk.page.current == keys[6]
    desk.trigger("previous_listed")
    assert desk.page.current == keys[5]


def test_a_comment_on_words_is_marked_answered_and_settled(desk: Desk) -> None:
    draft(desk.session)
    key = desk.page.current
    cursor = desk.page.view.editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    desk.page.view.editor.setTextCursor(cursor)
    answer(write("Sure?"))
    desk.trigger("comment")
    (comment,) = desk.session.project.comments()
    assert (comment.segment, comment.text, comment.quote, comment.start) == (key, "Sure?", "Draft", 0)
    assert (key, TARGET) in review(desk).marks()
    answer(write("Yes."))
    review(desk)._answer(comment.key)
    assert [reply.text for reply in desk.session.project.comments()[0].replies] == ["Yes."]
    review(desk)._settle(comment.key)
    assert desk.session.project.comments()[0].resolved
    assert review(desk).marks() == {}
    for _ in range(3):
        desk.trigger("undo")
    assert desk.session.project.comments() == ()


def test_a_version_is_kept_compared_and_brought_back(desk: Desk) -> None:
    key = desk.page.current
    desk.session.replace_target("Typing", key, "As it was")

    def keep(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        answer(name("First"))
        dialog._keep.click()
        dialog.reject()

    answer(keep)
    desk.trigger("versions")
    (version,) = desk.session.project.versions()
    assert version.name == "First"
    desk.session.replace_target("Typing", key, "As it is")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        seen.append(dialog._model.item(0, 1).text())
        dialog.bring_back_wanted.emit(dialog.chosen)
        dialog.reject()

    answer(look)
    desk.trigger("versions")
    assert seen == ["As it was"]
    assert desk.session.project.segment(key).target == "As it was"
    assert [version.automatic for version in desk.session.project.versions()] == [False, True]
    desk.trigger("undo")
    assert desk.session.project.segment(key).target == "As it is"


def test_statistics_are_shown(desk: Desk) -> None:
    shown: list[str] = []

    def read(dialog: QDialog) -> None:
        table = dialog.findChild(QTableWidget)
        total = table.item(0, 1) if table is not None else None
        shown.append(total.text() if total is not None else "")
        dialog.reject()

    answer(read)
    desk.trigger("statistics")
    assert shown == [str(sum(bool(segment.source.text.strip()) for segment in desk.session.segments()))]
