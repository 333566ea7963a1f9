"""The small parts of the window: each says what it knows, and asks for what the user wants."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gui import i18n
from gui.bridge.session import Session
from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import EMBARGO_LIFTED, Snapshot
from gui.document.release import Embargo
from gui.document.segment import State
from gui.widgets.embargo_badge import EmbargoBadge, embargo_text
from gui.widgets.issue_panel import IssuePanel
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.segment_panel import SegmentPanel
from gui.widgets.start_page import StartPage
from gui.widgets.status_widgets import Busy, StatusLine
from gui.workspace.facts import facts
from tests.widgets.opened import draft


def issue(severity: Severity, text: str, segment: str = "b1.1") -> Issue:
    return Issue("a-check", severity, segment, note(text))


ISSUES = (
    issue(Severity.WARNING, "A warning about a very long sentence that needs more than one line in a narrow panel."),
    issue(Severity.ERROR, "A wrong figure"),
    issue(Severity.ERROR, "A wrong name"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> IssuePanel:
    made = IssuePanel()
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    made.show_issues(ISSUES)
    return made


def item(panel: IssuePanel, group: int, number: int | None = None) -> QTreeWidgetItem:
    top = panel._tree.topLevelItem(group)
    assert top is not None
    found = top if number is None else top.child(number)
    assert found is not None
    return found


def groups(panel: IssuePanel) -> list[tuple[str, list[str]]]:
    tops = [item(panel, number) for number in range(panel._tree.topLevelItemCount())]
    return [
        (top.text(0), [item(panel, number, n).text(0) for n in range(top.childCount())])
        for number, top in enumerate(tops)
    ]


def test_issues_stand_in_groups_errors_first(panel: IssuePanel) -> None:
    assert groups(panel) == [
        ("Errors (2)", ["A wrong figure", "A wrong name"]),
        ("Warnings (1)", [str(ISSUES[0].message)]),
    ]


def test_issues_are_filtered_by_their_words(panel: IssuePanel) -> None:
    panel._filter.setText("NAME")
    assert groups(panel) == [("Errors (1)", ["A wrong name"])]
    panel._filter.setText("nothing like it")
    assert groups(panel) == []
    assert panel._empty.isVisible()
    assert panel._filter.isVisible()


def test_going_to_an_issue_by_key_and_click(panel: IssuePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.activated) as blocker:
        panel._tree.itemActivated.emit(item(panel, 0, 1), 0)
    assert blocker.args == [ISSUES[2]]
    with qtbot.assertNotEmitted(panel.activated):
        panel._tree.itemActivated.emit(item(panel, 0), 0)


def test_long_issues_wrap(panel: IssuePanel, qtbot: QtBot) -> None:
    qtbot.wait(20)
    heights = [panel._tree.visualItemRect(item(panel, group, 0)).height() for group in (1, 0)]
    assert heights[0] > 1.8 * heights[1]


def test_no_issues_is_said(panel: IssuePanel) -> None:
    panel.show_issues(())
    assert (panel._empty.isVisible(), panel._tree.isVisible(), panel._filter.isVisible()) == (True, False, False)


# -- this segment


def test_figures_and_dates_are_inserted_by_number(session: Session, qtbot: QtBot) -> None:
    panel = SegmentPanel()
    qtbot.addWidget(panel)
    source = next(segment.source.text for segment in session.segments() if "3,200만 달러" in segment.source.text)
    found = facts(source, session.project.release.distributed)
    panel.show_facts(found)
    assert found
    with qtbot.waitSignal(panel.inserted) as blocker:
        panel.insert(1)
    assert blocker.args == [found[0].english]
    with qtbot.assertNotEmitted(panel.inserted):
        panel.insert(99)
    panel.show_facts(())
    assert panel._list.isHidden()


def test_what_a_segment_says_twice_is_offered_once(qtbot: QtBot) -> None:
    panel = SegmentPanel()
    qtbot.addWidget(panel)
    panel.show_facts(facts("수출 3억원, 수입 2억원으로 수출 3억원이 많다.", None))
    offered = [panel._list.item(row).text() for row in range(panel._list.count())]
    assert [line.split("  →")[0] for line in offered] == ["3억원", "2억원"]
    assert offered[0].endswith("Ctrl+1")


# -- notices


def test_a_notice_has_at_most_one_thing_to_do(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.tell("Exported <b>x</b>.docx", "Open it", lambda: done.append("opened"))
    assert bar.text == "Exported <b>x</b>.docx"
    bar._button.click()
    assert (bar.text, done) == ("", ["opened"])
    bar.tell("Only to read")
    assert bar._button.isHidden()
    with qtbot.waitSignal(bar.dismissed):
        next(button for button in bar.findChildren(QToolButton)).click()
    assert bar.text == ""


# -- start


def test_the_start_page_opens_recent_files_and_the_sample(tmp_path: Path, qtbot: QtBot) -> None:
    recent = [str(tmp_path / f"보도자료 {number}.md") for number in range(9)]
    page = StartPage(recent)
    qtbot.addWidget(page)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    assert [text for text in buttons if text.endswith(".md")] == [Path(path).name for path in recent[:6]]
    for text, signal in (("Open…", page.open_wanted), ("Open the sample", page.sample_wanted)):
        with qtbot.waitSignal(signal):
            buttons[text].click()
    with qtbot.waitSignal(page.file_wanted) as blocker:
        buttons["보도자료 2.md"].click()
    assert blocker.args == [recent[2]]
    page.tell("There is no file called x.md.")
    assert not page._said.isHidden()
    page.resize(500, 400)
    assert not page.grab().isNull()


# -- embargo


def with_embargo(session: Session, embargo: Embargo | None) -> Snapshot:
    snapshot = session.project.snapshot()
    return replace(snapshot, release=replace(snapshot.release, embargo=embargo))


def test_the_badge_says_what_holds(session: Session, qtbot: QtBot) -> None:
    soon = datetime.now(UTC) + timedelta(days=2)
    past = datetime(2023, 4, 28, 12, tzinfo=UTC)
    assert embargo_text(session.project.snapshot()).startswith("EMBARGO · 행사 종료 이후")
    assert embargo_text(with_embargo(session, Embargo("x", soon))) == f"EMBARGO until {soon:%Y-%m-%d %H:%M} KST"
    assert embargo_text(with_embargo(session, Embargo("x", past))) == "Embargo ended 2023-04-28 12:00 KST"
    assert embargo_text(with_embargo(session, None)) == "No embargo"
    session.set_property("Embargo", EMBARGO_LIFTED, True)
    assert embargo_text(session.project.snapshot()) == "Embargo lifted"


def test_a_long_condition_stays_whole_for_readers(session: Session, qtbot: QtBot) -> None:
    badge = EmbargoBadge()
    qtbot.addWidget(badge)
    condition = "행사가 끝난 뒤 대변인실이 따로 알릴 때까지 보도할 수 없음 " * 4
    badge.show_embargo(with_embargo(session, Embargo(condition)))
    assert condition.strip() in badge.toolTip() == badge.accessibleName()
    assert badge.text().endswith("…")


# -- status


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_status_counts_what_a_person_confirmed(session: Session, qtbot: QtBot, language: str) -> None:
    i18n.use(language)
    line = StatusLine()
    qtbot.addWidget(line)
    draft(session)
    first, second, third = (segment.key for segment in session.segments()[:3])
    session.confirm([first])
    session.set_state([second], State.REVIEWED)
    session.set_state([third], State.FINAL)
    line.show_counts(session.segments())
    total = sum(bool(segment.source.text.strip()) for segment in session.segments())
    assert {"3", "2", str(total), str(total - 3)} <= set(
        "".join(c if c.isdigit() else " " for c in line._counts.text()).split()
    )
    assert (line._bar.value(), line._bar.maximum()) == (3, total)


def test_the_status_tells_saving_and_errors(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    at = datetime(2026, 9, 17, 5, 2, tzinfo=UTC)
    for when, dirty, text in (
        (None, True, "not saved yet"),
        (at, True, "unsaved changes"),
        (at, False, f"saved {at.astimezone():%H:%M}"),
        (None, False, ""),
    ):
        line.show_saved(when, dirty=dirty)
        assert line._saved.text() == text
    line.show_issues(ISSUES)
    assert line._issues.text() == "3 issues, 2 errors"
    line.show_issues(ISSUES[:1])
    assert (line._issues.text(), line._issues.styleSheet()) == ("1 issue", "")


def test_a_draft_under_way_can_be_stopped(qtbot: QtBot) -> None:
    busy = Busy()
    qtbot.addWidget(busy)
    busy.show_progress(3, 50)
    assert (busy.isHidden(), busy._bar.text()) == (False, "3 of 50")
    with qtbot.waitSignal(busy.cancelled):
        busy._stop.click()


def test_panels_can_be_reached_with_the_keyboard(panel: IssuePanel) -> None:
    assert panel._tree.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_many_findings_that_say_the_same_are_one_line_until_it_is_opened(panel: IssuePanel) -> None:
    same = [issue(Severity.WARNING, "No English yet", f"b{number}.1") for number in range(5)]
    panel.show_issues((*same, *ISSUES[:1]))
    group = item(panel, 0)
    assert [item(panel, 0, number).text(0)[:14] for number in range(group.childCount())] == [
        "A warning abou",
        "No English yet",
    ]
    fold = item(panel, 0, 1)
    assert fold.text(0) == "No English yet (5)"
    assert fold.childCount() == 0
    panel._tree.itemClicked.emit(fold, 0)
    assert fold.childCount() == 5


def test_of_thousands_of_findings_some_hundred_are_listed(panel: IssuePanel) -> None:
    many = [issue(Severity.ERROR, f"Wrong figure {number}") for number in range(5000)]
    panel.show_issues([*many, *[issue(Severity.ERROR, "No English yet")] * 600])
    (title, lines), fold = groups(panel)[0], item(panel, 0, 501)
    assert (title, len(lines)) == ("Errors (5600)", 502)
    assert lines[499:] == ["Wrong figure 499", "… and 4500 more: use the filter.", "No English yet (600)"]
    panel._tree.itemClicked.emit(fold, 0)
    assert fold.childCount() == 501
    panel._filter.setText("figure 4999")
    assert groups(panel) == [("Errors (1)", ["Wrong figure 4999"])]
