"""The desk: one current segment, edited where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from gui.bridge.session import Session
from gui.document.edit import TargetEdit
from gui.document.release import BlockKind
from gui.document.segment import State, Translation
from gui.models.segment_model import SOURCE, STATE, TARGET
from gui.widgets.segment_view import SegmentView
from tests.widgets.keys import click, compose, drag, mouse, press, type_text
from tests.widgets.opened import close_session, draft, open_session, paragraph, table

LONG = "a long English sentence that needs several lines in its column " * 5


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> SegmentView:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot, width: int = 900) -> SegmentView:
    view = SegmentView(session)
    qtbot.addWidget(view)
    view.resize(width, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.go_to(view.segments.row(0).key)
    return view


def english(view: SegmentView, row: int) -> str:
    return view.segments.segment(row).target


def key_of(view: SegmentView, kind: BlockKind) -> str:
    return next(
        view.segments.row(row).key for row in range(view.segments.rowCount()) if view.segments.row(row).kind is kind
    )


# -- typing


def test_typing_reaches_the_project_at_once(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    type_text(view.editor, "Sample release")
    assert session.project.segment(view.current_key).target == "Sample release"
    assert session.project.segment(view.current_key).state is State.DRAFT


def test_typing_is_undone_in_groups_as_in_a_word_processor(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    type_text(view.editor, "Sample release")
    for _ in range(3):
        press(view.editor, Qt.Key.Key_Backspace)
    session.stack.undo()
    assert view.editor.toPlainText() == "Sample release"
    session.stack.undo()
    assert view.editor.toPlainText() == ""
    session.stack.redo()
    assert view.editor.toPlainText() == "Sample release"


def test_typing_after_a_jump_is_another_step(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    type_text(view.editor, "world")
    view.editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(view.editor, "Big ")
    session.stack.undo()
    assert view.editor.toPlainText() == "world"


def test_undo_and_redo_keys_are_left_to_the_window(view: SegmentView, qtbot: QtBot) -> None:
    type_text(view.editor, "abc")
    press(view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.editor.toPlainText() == "abc"


def test_undo_keeps_the_caret_where_it_happened(view: SegmentView, session: Session) -> None:
    key = view.current_key
    session.replace_target("Typing", key, "The minister met the press.")
    session.replace_target("Replace", key, "The minister met all the press.")
    view.editor.place_caret(0)
    session.stack.undo()
    assert (view.editor.toPlainText(), view.editor.caret) == ("The minister met the press.", 17)


def test_emoji_and_carets_count_in_characters(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    session.replace_target("Typing", view.current_key, "🚢 ships")
    view.editor.place_caret(1)
    assert (view.editor.caret, view.editor.textCursor().position()) == (1, 2)
    type_text(view.editor, "!")
    assert english(view, 0) == "🚢! ships"


def test_pasting_lines_gives_one_line(view: SegmentView, session: Session) -> None:
    data = QMimeData()
    data.setText("The minister \r\nmet\n\n the press.\n")
    view.editor.insertFromMimeData(data)
    assert english(view, 0) == "The minister met the press."


def test_rich_text_is_pasted_plain(view: SegmentView) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    QGuiApplication.clipboard().setMimeData(data)
    view.editor.paste()
    assert view.editor.toPlainText() == "bold"
    assert "font-weight" not in view.editor.toHtml().split("<body", 1)[1].replace("font-weight:400", "")


def test_a_read_only_project_is_not_typed_into(tmp_path: object, session: Session, qtbot: QtBot) -> None:
    session.opened.read_only = True
    view = shown(session, qtbot)
    type_text(view.editor, "abc")
    assert english(view, 0) == view.editor.toPlainText() == ""
    assert not session.stack.canUndo()
    assert not view.segments.flags(view.segments.index(0, TARGET)) & Qt.ItemFlag.ItemIsEditable


def test_the_desk_becomes_editable_once_the_project_is(session: Session, qtbot: QtBot) -> None:
    session.opened.read_only = True
    view = shown(session, qtbot)
    session.opened.read_only = False
    view.set_editable(True)
    type_text(view.editor, "abc")
    assert english(view, 0) == "abc"
    view.set_editable(False)
    type_text(view.editor, "def")
    assert view.editor.toPlainText() == "abc"


# -- input methods


def test_a_syllable_reaches_the_project_when_it_is_committed(view: SegmentView) -> None:
    compose(view.editor, "ㅎ", "하", "한")
    assert english(view, 0) == ""
    compose(view.editor, commit="한")
    assert english(view, 0) == view.editor.toPlainText() == "한"
    compose(view.editor, "ㄱ", "그", "글", commit="글")
    assert (english(view, 0), view.editor.caret) == ("한글", 2)


def test_composing_in_the_middle_keeps_what_stands_around(view: SegmentView, session: Session) -> None:
    session.replace_target("Typing", view.current_key, "the ministry")
    view.editor.place_caret(4)
    compose(view.editor, "ㅂ", "부", commit="부")
    assert (english(view, 0), view.editor.caret) == ("the 부ministry", 5)


def test_what_is_being_composed_is_kept_when_one_goes_to_another_segment(view: SegmentView, session: Session) -> None:
    first, second = view.segments.row(0).key, view.segments.row(1).key
    compose(view.editor, "ㅎ", "하", "한")
    view.go_to(second)
    assert session.project.segment(first).target == "한"
    assert session.project.segment(second).target == view.editor.toPlainText() == ""
    compose(view.editor, commit="글")
    assert session.project.segment(second).target == "글"


def test_what_is_composed_can_be_committed_from_outside(view: SegmentView, session: Session) -> None:
    key = view.current_key
    compose(view.editor, "ㅎ", "하", "한")
    view.commit_typing()
    assert session.project.segment(key).target == view.editor.toPlainText() == "한"
    view.commit_typing()
    compose(view.editor, "ㄱ", "그", commit="글")
    assert session.project.segment(key).target == "한글"


def test_a_draft_of_other_segments_does_not_disturb_composing(view: SegmentView, session: Session) -> None:
    compose(view.editor, "ㅎ", "하")
    keys = [view.segments.row(row).key for row in (1, 2, 3)]
    session.push("Draft", [TargetEdit(key, Translation(), Translation("Draft", State.DRAFT)) for key in keys])
    view.set_marks({})
    compose(view.editor, "한", commit="한")
    assert english(view, 0) == view.editor.toPlainText() == "한"


# -- going from segment to segment


@pytest.mark.parametrize(
    ("key", "caret", "row"),
    [
        (Qt.Key.Key_Down, 0, 3),
        (Qt.Key.Key_Up, 4, 1),
        (Qt.Key.Key_Right, 4, 3),
        (Qt.Key.Key_Left, 0, 1),
        (Qt.Key.Key_Return, 2, 3),
        (Qt.Key.Key_Enter, 2, 3),
        (Qt.Key.Key_Right, 2, 2),
        (Qt.Key.Key_Left, 2, 2),
    ],
)
def test_keys_go_on_at_the_borders(
    view: SegmentView, session: Session, qtbot: QtBot, key: Qt.Key, caret: int, row: int
) -> None:
    session.replace_target("Typing", view.segments.row(2).key, "text")
    view.go_to(view.segments.row(2).key, caret=caret)
    press(view.editor, key)
    assert view.currentIndex().row() == row
    assert view.editor.hasFocus()
    assert view.editor.toPlainText() == english(view, row)


def test_arrows_stay_in_a_text_of_several_lines(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    session.replace_target("Typing", view.segments.row(2).key, LONG)
    view.go_to(view.segments.row(2).key, caret=0)
    press(view.editor, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2
    assert view.editor.caret > 0


def last_text(view: SegmentView) -> str:
    rows = [view.segments.row(number) for number in range(view.segments.rowCount())]
    return next(row.key for row in reversed(rows) if not row.is_table)


def test_a_click_on_a_table_asks_for_it_and_leaves_the_caret(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    unit, current = table(session), view.current_key
    row = view.segments.row_of(unit.key)
    assert row is not None
    view.scrollTo(view.segments.index(row, TARGET))
    qtbot.wait(20)
    with qtbot.waitSignal(view.table_wanted) as blocker:
        click(view.viewport(), view.visualRect(view.segments.index(row, TARGET)).center())
    assert (blocker.args, view.current_key, view.go_to(unit.key)) == ([unit.key], current, False)


def test_going_out_at_the_ends_is_told(view: SegmentView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.left) as blocker:
        press(view.editor, Qt.Key.Key_Up)
    assert blocker.args == [-1]
    view.go_to(last_text(view))
    with qtbot.waitSignal(view.left) as blocker:
        press(view.editor, Qt.Key.Key_Return)
    assert blocker.args == [1]


def test_a_click_puts_the_caret_there(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    draft(session)
    qtbot.wait(20)
    cell = view.visualRect(view.segments.index(4, TARGET))
    place = view._delegate.text_rect(4, cell).topLeft()
    click(view.viewport(), place)
    assert (view.currentIndex().row(), view.editor.caret, view.editor.hasFocus()) == (4, 0, True)
    source = view.visualRect(view.segments.index(6, SOURCE))
    click(view.viewport(), source.center())
    assert view.currentIndex().row() == 6
    assert view.source_text.hasFocus()


def test_coming_back_to_the_text_tells_which_segment_is_worked_on(view: SegmentView, qtbot: QtBot) -> None:
    view.editor.clearFocus()
    with qtbot.waitSignal(view.current_changed) as blocker:
        view.editor.setFocus()
    assert blocker.args == [view.current_key]


def test_keys_for_the_desk_go_to_the_text(view: SegmentView, qtbot: QtBot) -> None:
    view.setFocus()
    press(view, Qt.Key.Key_A)
    assert view.editor.hasFocus()
    assert english(view, 0) == "a"


# -- the editor lies over the painted text


@pytest.mark.parametrize("zoom", [70, 100, 200])
@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.NOTE, BlockKind.PARAGRAPH, BlockKind.SLOGAN])
def test_nothing_jumps_when_a_segment_becomes_current(
    view: SegmentView, session: Session, qtbot: QtBot, zoom: int, kind: BlockKind
) -> None:
    draft(session)
    view.set_zoom(zoom)
    key = key_of(view, kind)
    other = view.segments.row(0 if view.segments.row(0).key != key else 1).key
    view.go_to(key)
    assert view.editor.height() >= view.editor.document().size().height()
    edited = [letters(view, key, column) for column in (SOURCE, TARGET)]
    view.go_to(other)
    painted = [letters(view, key, column) for column in (SOURCE, TARGET)]
    for one, two in zip(edited, painted, strict=True):
        assert corners(two) == pytest.approx(corners(one), abs=1)  # the tint behind changes the edges of letters
        assert len(one & two) > 0.85 * len(one | two)


def letters(view: SegmentView, key: str, column: int) -> set[tuple[int, int]]:
    """Where the dark pixels of a cell's text are, from the corner of the cell."""
    row = view.segments.row_of(key)
    assert row is not None
    view.editor.setCursorWidth(0)
    index = view.segments.index(row, column)
    view.scrollTo(index, SegmentView.ScrollHint.PositionAtTop)
    cell = view.visualRect(index)
    image = view.viewport().grab(cell.adjusted(5, 0, 0, 0)).toImage()
    pixels = ((x, y) for x in range(image.width()) for y in range(min(image.height(), 200)))
    return {(x, y) for x, y in pixels if image.pixelColor(x, y).lightness() < 128}


def corners(pixels: set[tuple[int, int]]) -> tuple[int, int, int, int]:
    across, down = [x for x, _ in pixels], [y for _, y in pixels]
    return min(across), min(down), max(across), max(down)


def test_the_row_grows_and_shrinks_with_the_text(view: SegmentView, qtbot: QtBot) -> None:
    low = view.rowHeight(0)
    view.editor.insertPlainText(LONG)
    high = view.rowHeight(0)
    assert high > 3 * low
    assert view.editor.height() >= view.editor.document().size().height()
    view.editor.selectAll()
    press(view.editor, Qt.Key.Key_Delete)
    assert view.rowHeight(0) == low


def test_rows_in_view_fit_their_texts(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    draft(session)
    view.set_zoom(150)
    for share in (0.25, 0.7):
        view.set_share(share)
        qtbot.wait(20)
        assert_rows_fit(view)


def assert_rows_fit(view: SegmentView) -> None:
    widths = view.columnWidth(SOURCE), view.columnWidth(TARGET)
    last = view.rowAt(view.viewport().height())
    for row in range(max(0, view.rowAt(0)), last if last >= 0 else view.segments.rowCount()):
        assert view.rowHeight(row) >= view._delegate.row_height(row, *widths)


def test_the_real_release_fits_and_grabs(real: Session, qtbot: QtBot) -> None:
    draft(real)
    view = shown(real, qtbot, 1200)
    for row in range(0, view.segments.rowCount(), 5):
        view.go_to(view.segments.row(row).key)
        assert_rows_fit(view)
        assert not view.grab().isNull()


# -- changes made elsewhere


def test_a_late_draft_never_overwrites_typing(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    key = view.current_key
    late = TargetEdit(key, session.project.segment(key).translation, Translation("Machine text", State.DRAFT))
    type_text(view.editor, "Typed")
    session.push("Draft", [late])
    assert session.project.segment(key).target == view.editor.toPlainText() == "Typed"


def test_a_draft_for_the_current_segment_appears_in_the_editor(view: SegmentView, session: Session) -> None:
    key = view.current_key
    session.push("Draft", [TargetEdit(key, Translation(), Translation("Machine text", State.DRAFT))])
    assert view.editor.toPlainText() == "Machine text"


def test_split_goes_on_at_the_caret_and_undo_comes_back(view: SegmentView, session: Session) -> None:
    segment = paragraph(session).segments[1]
    session.replace_target("Typing", segment.key, "One two three.")
    view.go_to(segment.key, caret=7)
    row = view.currentIndex().row()
    session.split(segment.key, 12, view.editor.caret)
    assert (view.currentIndex().row(), view.editor.toPlainText(), view.editor.caret) == (row + 1, "three.", 0)
    session.stack.undo()
    assert (view.current_key, view.editor.toPlainText(), view.editor.caret) == (segment.key, "One two three.", 8)


def test_merge_keeps_the_caret_in_its_words(view: SegmentView, session: Session) -> None:
    first, second = paragraph(session).segments[:2]
    session.replace_targets("Typing", [(first.key, "First."), (second.key, "Second.")])
    view.go_to(first.key, caret=3)
    row = view.currentIndex().row()
    session.merge(first.key)
    assert (view.currentIndex().row(), view.editor.toPlainText(), view.editor.caret) == (row, "First. Second.", 3)
    session.stack.undo()
    assert (view.current_key, view.editor.toPlainText(), view.editor.caret) == (first.key, "First.", 3)


def test_a_split_leaves_all_other_rows_as_high_as_they_were(view: SegmentView, session: Session, qtbot: QtBot) -> None:
    draft(session)
    segment = paragraph(session).segments[0]
    row = view.segments.row_of(segment.key)
    assert row is not None
    view.go_to(segment.key, caret=0)
    qtbot.wait(20)
    rows = [*range(row), *range(row + 1, view.segments.rowCount())]
    heights = [view.rowHeight(number) for number in rows]
    session.split(segment.key, 10, 4)
    qtbot.wait(20)
    after = [view.rowHeight(number) for number in [*range(row), *range(row + 2, view.segments.rowCount())]]
    assert after == heights
    assert_rows_fit(view)
    session.stack.undo()
    qtbot.wait(20)
    assert [view.rowHeight(number) for number in rows] == heights


@pytest.mark.parametrize("caret", [0, 7, 14])
@pytest.mark.parametrize("number", [0, 1])
def test_no_key_of_a_segment_that_is_gone_stands(view: SegmentView, session: Session, number: int, caret: int) -> None:
    told: list[str] = []
    view.current_changed.connect(told.append)
    segment = paragraph(session).segments[number]
    session.replace_target("Typing", segment.key, "One two three.")
    view.go_to(segment.key, caret=caret)
    steps: tuple[Callable[[], object], ...] = (
        lambda: session.split(segment.key, 12, caret),
        session.stack.undo,
        session.stack.redo,
        lambda: session.merge(session.project.unit(paragraph(session).key).segments[0].key),
        session.stack.undo,
        session.stack.undo,
    )
    for step in steps:
        step()
        assert told[-1] == view.current_key
        assert told[-1] in set(session.project.keys())


def test_a_release_of_one_segment_keeps_a_current_one(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "short.md"
    path.write_text("장관은 회의에 참석해 축사를 했습니다.\n", encoding="utf-8")
    session = open_session(path)
    view = shown(session, qtbot)
    told: list[str] = []
    view.current_changed.connect(told.append)
    row = view.segments.rowCount() - 1
    view.go_to(view.segments.row(row).key)
    session.split(view.current_key, 4, 0)
    assert told[-1] == view.current_key
    assert told[-1] in set(session.project.keys())
    session.stack.undo()
    assert told[-1] == view.current_key
    assert told[-1] in set(session.project.keys())
    close_session(session)


def test_a_split_elsewhere_leaves_the_current_segment_alone(view: SegmentView, session: Session) -> None:
    current = last_text(view)
    view.go_to(current)
    segment = paragraph(session).segments[0]
    session.split(segment.key, 10, 0)
    assert view.current_key == current
    session.type_target(current, "x", 1)
    assert view.editor.toPlainText() == "x"


# -- size and columns


def test_zoom_goes_in_steps_between_70_and_200(view: SegmentView) -> None:
    sizes = []
    for _ in range(8):
        view.zoom_step(1)
        sizes.append(view.zoom)
    assert sizes == [110, 125, 150, 175, 200, 200, 200, 200]
    for _ in range(12):
        view.zoom_step(-1)
    assert view.zoom == 70
    view.zoom_step(1)
    assert view.zoom == 80


def test_the_divider_is_dragged_with_the_mouse(view: SegmentView, qtbot: QtBot) -> None:
    x = view.columnViewportPosition(STATE) + view.columnWidth(STATE) // 2
    before = view.share
    with qtbot.waitSignal(view.share_changed):
        drag(view.viewport(), (x, 200), (x + 80, 210))
    moved = view.columnViewportPosition(STATE) + view.columnWidth(STATE) // 2
    assert view.share > before
    assert abs(moved - x - 80) <= 2
    drag(view.viewport(), (moved, 200), (5000, 200))
    assert view.share == 0.8


def test_the_pointer_shows_where_the_divider_is(view: SegmentView) -> None:
    none = Qt.MouseButton.NoButton
    x = view.columnViewportPosition(STATE) + 5
    mouse(view.viewport(), QEvent.Type.MouseMove, (x, 100), none, none)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SplitHCursor
    mouse(view.viewport(), QEvent.Type.MouseMove, (20, 100), none, none)
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_click_on_the_divider_without_a_drag_only_goes_to_the_segment(view: SegmentView, qtbot: QtBot) -> None:
    cell, share = view.visualRect(view.segments.index(3, STATE)), view.share
    click(view.viewport(), cell.center())
    assert (view.currentIndex().row(), view.share) == (3, share)


def test_the_caret_stays_in_sight_in_a_segment_higher_than_the_view(view: SegmentView, qtbot: QtBot) -> None:
    view.resize(600, 120)
    view.go_to(key_of(view, BlockKind.PARAGRAPH))
    view.editor.insertPlainText(LONG * 4)

    def is_seen() -> bool:
        caret = view.editor.cursorRect().translated(view.editor.pos())
        return caret.top() >= 0 and caret.bottom() <= view.viewport().height()

    qtbot.waitUntil(is_seen)
    for _ in range(8):
        press(view.editor, Qt.Key.Key_Up)
    qtbot.waitUntil(is_seen)
    view.verticalScrollBar().setValue(0)
    type_text(view.editor, "x")
    qtbot.waitUntil(is_seen)
