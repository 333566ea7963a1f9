"""The main window: puts the parts together, remembers its layout, and shows what they say.

It is made in two steps. Before the first paint there are the menus, the two texts and empty panels; what only a user's
action needs (dialogs, drafting, checks, export) is loaded after it, by :meth:`MainWindow.complete`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QToolBar, QToolButton, QWidget

from gui.bridge.session import Session
from gui.document.errors import Message
from gui.document.project import Snapshot
from gui.i18n import say, tr
from gui.widgets.embargo_badge import EmbargoBadge
from gui.widgets.segment_editor import Format
from gui.widgets.status_widgets import Busy, StatusLine
from gui.window.actions import ICON_ONLY, TOOL_BAR, Actions
from gui.window.context import Context
from gui.window.document_page import DocumentPage
from gui.window.panes import ISSUES, SEGMENT, TABLES, Panes
from gui.workspace.ahead import Ahead

_FOLLOW = 60
"""Milliseconds that the caret rests before panels and counts follow."""

_LONGEST_WAIT = 24 * 3600 * 1000
"""Milliseconds that a timer is trusted with."""

_TOLD_AT_ONCE = 3
"""Warnings that are shown above the text."""

_TOLD = 8000
"""Milliseconds that a message stays in the status bar."""


class MainWindow(QMainWindow):
    """One window, one release."""

    first_painted = Signal()
    """The window is on screen for the first time; :meth:`complete` is due."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._leaving = self._painted = False
        self.page: DocumentPage | None = None
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self.setWindowTitle("Daejo")
        self.named_actions = Actions(self, context.settings)
        self.named_actions.fill(self.menuBar())
        self.panes = Panes(self, context.settings)
        self._desk = QStackedWidget()  # stays while releases come and go: a new central widget upsets the panels
        self.setCentralWidget(self._desk)
        self._embargo = QTimer(self, singleShot=True)
        self._embargo.timeout.connect(self._show_embargo)
        self._make_tool_bar()
        self._make_status_bar()
        self._restore_layout()

    # -- before the first paint

    def _make_tool_bar(self) -> None:
        bar = QToolBar(tr("Tool bar"), movable=False)
        bar.setObjectName("tool_bar")
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in TOOL_BAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self.named_actions[name])
        for name in ICON_ONLY:
            button = bar.widgetForAction(self.named_actions[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self.badge = EmbargoBadge()
        self._badge_place = bar.addWidget(self.badge)
        self.addToolBar(bar)
        self.named_actions.refresh_icons(TOOL_BAR)

    def _make_status_bar(self) -> None:
        self.busy = Busy()
        self.status = StatusLine()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.busy)
        self.statusBar().addPermanentWidget(self.status)

    def _restore_layout(self) -> None:
        settings = self._context.settings
        if not self.restoreGeometry(settings.layout("geometry")) or not self.restoreState(settings.layout("state")):
            self.panes.use_default_sizes()

    def present(self, session: Session | None) -> None:
        """Show a release in place of what is shown, or the start page."""
        self.page = DocumentPage(session) if session is not None else None
        shown = self.page or self._start_page()
        before = self._desk.currentWidget()
        self._desk.addWidget(shown)
        self._desk.setCurrentWidget(shown)
        self.panes.show_for_release(has_release=self.page is not None)
        self.panes.announce_tables(has_table=self.page is not None and bool(self.page.table_units()))
        self.named_actions.enable(has_release=self.page is not None)
        if self.page is not None:
            self.page.view.set_zoom(self._context.settings.zoom)
            self.page.view.set_share(self._context.settings.share)
            self.page.view.editor.setFocus()
        self._show_title()
        self._show_embargo()
        if hasattr(self, "commands"):
            self._furnish()
        if before is not None:
            self._desk.removeWidget(before)
            before.deleteLater()

    def _start_page(self) -> QWidget:
        from gui.widgets.start_page import StartPage

        page = StartPage(self._context.settings.recent)
        page.open_wanted.connect(self.named_actions["open"].trigger)
        page.sample_wanted.connect(self.named_actions["sample"].trigger)
        page.file_wanted.connect(lambda path: self.open(Path(path)))
        self._context.messages.failed.connect(page.tell)
        return page

    # -- after it

    def complete(self) -> None:
        """Load the rest and connect it."""
        from gui.widgets.issue_panel import IssuePanel
        from gui.widgets.segment_panel import SegmentPanel
        from gui.window.commands import Commands
        from gui.window.menus import Menus

        self.issues, self.facts = IssuePanel(), SegmentPanel()
        self.panes.complete()
        self.panes.put({ISSUES: self.issues, SEGMENT: self.facts})
        self.commands = Commands(self, self._context, self.named_actions, self.panes)
        self.named_actions.refresh_icons()
        self._make_timers()
        self._connect()
        self._menus = Menus(self.named_actions, self._context.settings, self.commands, self.panes)
        self._menus.offer_numbers(self.facts.insert)
        if self.page is not None:
            self.commands.files.adopt(self.page.session)
        self._furnish()

    def _make_timers(self) -> None:
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._follow.timeout.connect(self._show_facts)
        self._count = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._count.timeout.connect(self._show_counts)

    def _connect(self) -> None:
        from gui.window.memory_controller import MemoryController

        messages, commands = self._context.messages, self.commands
        messages.told.connect(lambda text: self.statusBar().showMessage(text, _TOLD))
        messages.failed.connect(self._on_failed)
        messages.on_crash(commands.show_crash)
        self._context.tasks.crashed.connect(messages.crash)
        self.badge.clicked.connect(commands.drafts.ask_embargo)
        commands.files.opened.connect(self.present)
        commands.files.saves.saved.connect(self._show_title)
        commands.drafts.progressed.connect(self.busy.show_progress)
        commands.drafts.ended.connect(self.busy.hide)
        commands.drafts.engine_changed.connect(self._show_engine)
        self.busy.cancelled.connect(commands.drafts.cancel)
        commands.files.progressed.connect(self.busy.show_progress)
        commands.files.ended.connect(self.busy.hide)
        self.busy.cancelled.connect(commands.files.cancel)
        commands.checks.changed.connect(self._on_issues)
        self.issues.activated.connect(commands.go_to_issue)
        self.facts.inserted.connect(self._insert)
        memory = commands.part(MemoryController)
        memory.matches_found.connect(self.facts.show_matches)
        self.facts.match_chosen.connect(memory.insert)
        commands.exports.place_wanted.connect(self._go_to)
        commands.exports.exported.connect(self._on_exported)

    def _furnish(self) -> None:
        """Give the page that is shown the rest of its parts."""
        page = self.page
        if page is not None:
            page.furnish()
            self._connect_page(page)
        self.panes.put({TABLES: page.tables if page is not None else QWidget()})
        self.commands.set_page(page)
        for part in self.commands.parts:
            self.panes.put(part.panels())
        if self.commands.find is not None:
            self.commands.find.changed.connect(self._show_marks)
        self._show_counts()
        self._show_engine()
        self._follow.start()

    def _connect_page(self, page: DocumentPage) -> None:
        page.view.zoom_changed.connect(self._on_zoom)
        page.view.zoom_changed.connect(page.tables.set_zoom)
        page.tables.set_zoom(page.view.zoom)
        page.tables.escaped.connect(page.view.editor.setFocus)
        page.view.share_changed.connect(self._on_share)
        page.current_changed.connect(lambda _: self._follow.start())
        page.session.segment_changed.connect(lambda _: self._count.start())
        page.session.unit_changed.connect(lambda _: self._count.start())
        page.session.block_changed.connect(lambda _: self._on_block_changed())
        page.session.property_changed.connect(lambda _: self._on_property_changed())
        page.session.review_changed.connect(self._show_marks)
        page.session.dirty_changed.connect(self._show_title)
        stack = page.session.stack
        stack.canUndoChanged.connect(self.named_actions["undo"].setEnabled)
        stack.canRedoChanged.connect(self.named_actions["redo"].setEnabled)
        self.named_actions["undo"].setEnabled(stack.canUndo())
        self.named_actions["redo"].setEnabled(stack.canRedo())
        page.session.editable_changed.connect(self._on_editable)
        page.session.journal_turned.connect(self._on_journal_turned)
        if page.session.opened.warnings:
            page.notice.tell(_shortened(page.session.opened.warnings))

    # -- what the parts say

    def open(self, path: Path, ahead: Ahead | None = None) -> None:
        """Open a release or a project; see :meth:`FileController.open`."""
        self.commands.files.open(path, ahead)

    def _on_zoom(self, percent: int) -> None:
        self._context.settings.zoom = percent

    def _on_share(self, share: float) -> None:
        self._context.settings.share = share

    def _on_property_changed(self) -> None:
        """The embargo was lifted, a name confirmed …: what is ready-made for the segment may be other."""
        self._show_embargo()
        self._follow.start()

    def _on_block_changed(self) -> None:
        """A block is of another kind now: the embargo may be another, and what the panel says of the segment."""
        self._show_embargo()
        self._count.start()
        self._follow.start()

    def _on_journal_turned(self, failure: Message | None) -> None:
        if failure is not None:
            self._context.messages.warn(failure)

    def _on_editable(self) -> None:
        if self.page is not None:
            self.page.set_editable(self.page.session.editable)

    def start_on_sample(self) -> None:
        """At a first start: a full draft of the sample, and three lines that say how it goes on."""
        self.commands.drafts.draft()
        if self.page is not None and not self._context.settings.hint_dismissed:
            self.page.notice.tell(_hint())
            self.page.notice.dismissed.connect(self._on_hint_dismissed)

    def _on_hint_dismissed(self) -> None:
        self._context.settings.hint_dismissed = True

    def _show_title(self) -> None:
        self.setWindowModified(False)
        if self.page is None:
            self.setWindowTitle("Daejo")
            return
        opened = self.page.session.opened
        self.setWindowTitle(f"{opened.name}[*] — Daejo")
        self.setWindowModified(opened.dirty)
        self.status.show_saved(opened.saved_at, dirty=opened.dirty)

    def _show_embargo(self) -> None:
        self._badge_place.setVisible(self.page is not None)
        if self.page is not None:
            snapshot = self.page.session.project.snapshot()
            self.badge.show_embargo(snapshot)
            self._wait_for_the_end(snapshot)

    def _wait_for_the_end(self, snapshot: Snapshot) -> None:
        """Look at the embargo again when its time has come."""
        embargo = snapshot.release.embargo
        if embargo is not None and embargo.lifts_at is not None and snapshot.embargo_active():
            left = (embargo.lifts_at - datetime.now(UTC)).total_seconds()
            self._embargo.start(min(_LONGEST_WAIT, round(left * 1000) + 1000))

    def _show_counts(self) -> None:
        self.status.setVisible(self.page is not None)
        if self.page is not None:
            self.status.show_counts(self.page.session.segments())
            self.panes.show_table_count(len(self.page.table_units()), self.page.people())

    def _show_engine(self) -> None:
        engine = self.commands.drafts.engine()
        self.status.show_engine(say(engine.label) if engine is not None else tr("on this computer"))

    def _show_facts(self) -> None:
        if self.page is not None and self.page.current:
            self.facts.show_facts(self.commands.facts(self.page.current))
            self.facts.show_block(self.page.session.project.unit_of(self.page.current).block)

    def _on_issues(self) -> None:
        issues = self.commands.checks.issues
        self.issues.show_issues(issues)
        self.panes.show_issue_count(len(issues))
        self.status.show_issues(issues)
        for part in self.commands.parts:
            part.on_issues(issues)
        self._show_marks()

    def _show_marks(self) -> None:
        if self.page is None:
            return
        marks: dict[tuple[str, int], list[Format]] = dict(self.commands.checks.marks())
        others = [part.marks() for part in self.commands.parts]
        if self.commands.find is not None:
            others.append(self.commands.find.marks())
        for other in others:
            for place, formats in other.items():
                marks[place] = marks.get(place, []) + formats
        self.page.view.set_marks(marks)

    def _on_failed(self, text: str) -> None:
        if self.page is not None:
            self.page.notice.tell(text)

    def _on_exported(self, text: str, path: Path) -> None:
        if self.page is not None:
            self.page.notice.tell(text, tr("Open it"), lambda: self.commands.exports.open_document(path))

    def _go_to(self, key: str) -> None:
        if self.page is not None:
            self.page.go_to(key)

    def _insert(self, text: str) -> None:
        if self.page is not None:
            self.page.insert(text)

    # -- the window itself

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system to light or dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "commands"):
            self.named_actions.refresh_icons()
            self._show_embargo()
            self._on_issues()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when there is something to see."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first; the window closes once they are dealt with."""
        if self._leaving or self.page is None or not hasattr(self, "commands"):
            self.panes.remember()
            self._context.settings.set_layout("geometry", self.saveGeometry())
            self._context.settings.set_layout("state", self.saveState())
            event.accept()
        else:
            event.ignore()
            self.commands.files.leave(self._close_now)

    def retire(self) -> None:
        """The program ends: take nothing over any more."""
        if hasattr(self, "commands"):
            self.commands.files.retire()

    def _close_now(self) -> None:
        self._leaving = True
        QTimer.singleShot(0, self, self.close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        if hasattr(self, "commands"):
            event.acceptProposedAction()
            self.open(Path(event.mimeData().urls()[0].toLocalFile()))


def _shortened(warnings: Sequence[Message]) -> str:
    """The first warnings, each once; the others can be read in a list of their own."""
    lines = list(dict.fromkeys(say(warning) for warning in warnings))
    if len(lines) > _TOLD_AT_ONCE:
        more = len(lines) - _TOLD_AT_ONCE + 1
        lines[_TOLD_AT_ONCE - 1 :] = [tr("{count} more: see View, What was set aside.", count=more)]
    return "\n".join(lines)


def _hint() -> str:
    lines = (
        tr("This is a sample: correct the English on the right, beside its Korean."),
        tr("Ctrl+Enter confirms a segment and goes to the next; F8 goes to the next issue."),
        tr("Ctrl+E exports the Word document. Open your own release with Ctrl+O, or drop it here."),
    )
    return "\n".join(lines)
