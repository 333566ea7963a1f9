"""The main window: puts the parts together, remembers its layout, and shows what they say."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from gui.bridge.session import Session
from gui.dialogs.crash_report import CrashReport
from gui.i18n import say, tr
from gui.widgets.embargo_badge import EmbargoBadge
from gui.widgets.facts_panel import KEYS
from gui.widgets.segment_editor import Format
from gui.widgets.start_page import StartPage
from gui.widgets.status_widgets import Busy, StatusLine
from gui.window.actions import TOOL_BAR, Actions
from gui.window.commands import Commands
from gui.window.context import Context
from gui.window.document_page import DocumentPage
from gui.window.find_controller import FindController
from gui.window.panes import Panes
from gui.workspace.facts import facts

_FOLLOW = 60
"""Milliseconds that the caret rests before panels and counts follow."""

_TOLD = 8000
"""Milliseconds that a message stays in the status bar."""


class MainWindow(QMainWindow):
    """One window, one release."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._leaving = False
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self.setWindowTitle("Daejo")
        self.named_actions = Actions(self, context.settings)
        self.named_actions.fill(self.menuBar())
        self.panes = Panes(self)
        self.commands = Commands(self, context, self.named_actions, self.panes)
        self._make_tool_bar()
        self._make_status_bar()
        self._make_timers()
        self._connect()
        self._fill_menus()
        self._on_session(None)
        self._restore_layout()

    @property
    def page(self) -> DocumentPage | None:
        """The open release on screen."""
        return self.commands.page

    def open(self, path: Path) -> None:
        """Open a release or a project."""
        self.commands.files.open(path)

    # -- construction

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
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self.badge = EmbargoBadge()
        self.badge.clicked.connect(self.commands.drafts.ask_embargo)
        self._badge_place = bar.addWidget(self.badge)
        self.addToolBar(bar)

    def _make_status_bar(self) -> None:
        self.busy = Busy()
        self.status = StatusLine()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.busy)
        self.statusBar().addPermanentWidget(self.status)

    def _make_timers(self) -> None:
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._follow.timeout.connect(self._show_facts)
        self._count = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._count.timeout.connect(self._show_counts)

    def _connect(self) -> None:
        messages, commands = self._context.messages, self.commands
        messages.told.connect(lambda text: self.statusBar().showMessage(text, _TOLD))
        messages.failed.connect(self._on_failed)
        messages.crashed.connect(lambda report: CrashReport(self, report).open())
        self._context.tasks.crashed.connect(messages.crash)
        commands.files.opened.connect(self._on_session)
        commands.files.saved.connect(self._show_title)
        commands.drafts.progressed.connect(self.busy.show_progress)
        commands.drafts.ended.connect(self.busy.hide)
        self.busy.cancelled.connect(commands.drafts.cancel)
        commands.checks.changed.connect(self._on_issues)
        self.panes.issues.activated.connect(commands.go_to_issue)
        self.panes.facts.inserted.connect(self._insert)
        commands.exports.place_wanted.connect(self._go_to)
        commands.exports.exported.connect(self._on_exported)

    def _fill_menus(self) -> None:
        self.panes.fill_menu(self._menu("panels"))
        self._menu("recent").aboutToShow.connect(self._fill_recent)
        self._menu("engine").aboutToShow.connect(self._fill_engines)
        insert = self._menu("insert_fact")
        for number in range(1, KEYS + 1):
            action = insert.addAction(tr("Number {number}", number=number))
            action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(lambda _=False, number=number: self.panes.facts.insert(number))

    def _menu(self, name: str) -> QMenu:
        menu = self.named_actions[name].menu()
        assert isinstance(menu, QMenu)
        return menu

    def _fill_recent(self) -> None:
        menu = self._menu("recent")
        menu.clear()
        for path in self._context.settings.recent:
            action = menu.addAction(Path(path).name)
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.open(Path(path)))
        menu.addSeparator()
        menu.addAction(tr("Clear the list"), self._context.settings.clear_recent)

    def _fill_engines(self) -> None:
        menu = self._menu("engine")
        menu.clear()
        group = QActionGroup(menu)
        choices = [("", tr("None: only this computer"))]
        choices += [(engine.name, say(engine.label)) for engine in self._context.engines()[1:]]
        for name, label in choices:
            action = QAction(label, group, checkable=True, checked=name == self._context.settings.engine)
            action.triggered.connect(lambda _=False, name=name: self._use_engine(name))
            menu.addAction(action)

    def _use_engine(self, name: str) -> None:
        self._context.settings.engine = name
        self._show_engine()

    # -- the open release

    def _on_session(self, session: Session | None) -> None:
        old = self.page
        self.commands.drafts.set_session(session)
        self.commands.page = DocumentPage(session) if session is not None else None
        self.commands.find = FindController(self.page) if self.page is not None else None
        self.panes.show_attendees(self.page.attendees if self.page is not None else None)
        self.panes.show_for_release(has_release=session is not None)
        self.setCentralWidget(self.page or self._start_page())
        self.named_actions.enable(has_release=session is not None)
        self.named_actions.refresh_icons()
        if self.page is not None:
            self._connect_page(self.page)
        self.commands.checks.set_session(session)
        self._show_all()
        if old is not None:
            old.deleteLater()

    def _start_page(self) -> StartPage:
        page = StartPage(self._context.settings.recent)
        page.open_wanted.connect(self.commands.files.choose_and_open)
        page.sample_wanted.connect(self.named_actions["sample"].trigger)
        page.file_wanted.connect(lambda path: self.open(Path(path)))
        return page

    def _connect_page(self, page: DocumentPage) -> None:
        page.view.set_zoom(self._context.settings.zoom)
        page.view.zoom_changed.connect(self._on_zoom)
        page.current_changed.connect(lambda _: self._follow.start())
        page.session.segment_changed.connect(lambda _: self._count.start())
        page.session.unit_changed.connect(lambda _: self._count.start())
        page.session.property_changed.connect(lambda _: self._show_embargo())
        page.session.dirty_changed.connect(self._show_title)
        stack = page.session.stack
        for name, enabled in (("undo", stack.canUndoChanged), ("redo", stack.canRedoChanged)):
            enabled.connect(self.named_actions[name].setEnabled)
            self.named_actions[name].setEnabled(False)
        assert self.commands.find is not None
        self.commands.find.changed.connect(self._show_marks)
        for warning in page.session.opened.warnings:
            page.notice.tell(say(warning))
        page.start()

    def _on_zoom(self, percent: int) -> None:
        self._context.settings.zoom = percent

    def start_on_sample(self) -> None:
        """At a first start: a full draft of the sample, and three lines that say how it goes on."""
        self.commands.drafts.draft()
        self._show_hint()

    def _show_hint(self) -> None:
        if self.page is None or self._context.settings.hint_dismissed:
            return
        lines = (
            tr("This is a sample: correct the English on the right, beside its Korean."),
            tr("Ctrl+Enter confirms a segment and goes to the next; F8 goes to the next issue."),
            tr("Ctrl+E exports the Word document. Open your own release with Ctrl+O, or drop it here."),
        )
        self.page.notice.tell("\n".join(lines))
        self.page.notice.dismissed.connect(self._on_hint_dismissed)

    def _on_hint_dismissed(self) -> None:
        self._context.settings.hint_dismissed = True

    # -- what is shown

    def _show_all(self) -> None:
        self._show_title()
        self._show_embargo()
        self._show_counts()
        self._show_engine()
        self._follow.start()

    def _show_title(self) -> None:
        if self.page is None:
            self.setWindowTitle("Daejo")
            self.setWindowModified(False)
            return
        opened = self.page.session.opened
        self.setWindowTitle(f"{opened.name}[*] — Daejo")
        self.setWindowModified(opened.dirty)
        self.status.show_saved(opened.saved_at, dirty=opened.dirty)

    def _show_embargo(self) -> None:
        self._badge_place.setVisible(self.page is not None)
        if self.page is not None:
            self.badge.show_embargo(self.page.session.project.snapshot())

    def _show_counts(self) -> None:
        self.status.setVisible(self.page is not None)
        if self.page is not None:
            self.status.show_counts(self.page.session.segments())

    def _show_engine(self) -> None:
        engine = self.commands.drafts.engine()
        self.status.show_engine(say(engine.label) if engine is not None else tr("on this computer"))

    def _show_facts(self) -> None:
        if self.page is not None and self.page.current:
            project = self.page.session.project
            found = facts(project.segment(self.page.current).source.text, project.release.distributed)
            self.panes.facts.show_facts(found)

    def _on_issues(self) -> None:
        issues = self.commands.checks.issues
        self.panes.issues.show_issues(issues)
        self.panes.show_issue_count(len(issues))
        self.status.show_issues(issues)
        self._show_marks()

    def _show_marks(self) -> None:
        if self.page is None:
            return
        marks: dict[tuple[str, int], list[Format]] = dict(self.commands.checks.marks())
        if self.commands.find is not None:
            for place, formats in self.commands.find.marks().items():
                marks[place] = marks.get(place, []) + formats
        self.page.view.set_marks(marks)

    def _on_failed(self, text: str) -> None:
        if self.page is not None:
            self.page.notice.tell(text)
        else:
            start = self.centralWidget()
            assert isinstance(start, StartPage)
            start.tell(text)

    def _on_exported(self, path: Path) -> None:
        if self.page is not None:
            text = tr("Exported and verified: {name}", name=path.name)
            self.page.notice.tell(text, tr("Open it"), lambda: self.commands.exports.open_document(path))

    def _go_to(self, key: str) -> None:
        if self.page is not None:
            self.page.go_to(key)

    def _insert(self, text: str) -> None:
        if self.page is not None:
            self.page.insert(text)

    # -- window

    def _restore_layout(self) -> None:
        settings = self._context.settings
        if not self.restoreGeometry(settings.layout("geometry")) or not self.restoreState(settings.layout("state")):
            self.panes.use_default_sizes()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system to light or dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "named_actions"):
            self.named_actions.refresh_icons()
            self._show_embargo()
            self._on_issues()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first; the window closes once they are dealt with."""
        if self._leaving:
            self._context.settings.set_layout("geometry", self.saveGeometry())
            self._context.settings.set_layout("state", self.saveState())
            event.accept()
        else:
            event.ignore()
            self.commands.files.leave(self._close_now)

    def _close_now(self) -> None:
        self._leaving = True
        QTimer.singleShot(0, self, self.close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        event.acceptProposedAction()
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))
