"""What each action does. The names are those of :mod:`gui.window.actions`."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import __version__
from gui.bridge import theme
from gui.dialogs import ask
from gui.dialogs.check_settings import CheckSettings
from gui.dialogs.crash_report import CrashReport
from gui.dialogs.preferences import Preferences
from gui.dialogs.set_aside import SetAside
from gui.dialogs.shortcuts import Shortcuts
from gui.document.errors import DaejoError
from gui.document.issue import Issue
from gui.document.naming import confirmed_names
from gui.document.release import BlockKind
from gui.i18n import say, tr
from gui.models import wording
from gui.widgets.cell_table import CellTable
from gui.window.actions import Actions
from gui.window.check_controller import CheckController
from gui.window.context import Context
from gui.window.controller import Controller
from gui.window.corrections_controller import CorrectionsController
from gui.window.document_page import DocumentPage
from gui.window.draft_controller import DraftController
from gui.window.export_controller import ExportController
from gui.window.file_controller import FileController
from gui.window.find_controller import FindController
from gui.window.memory_controller import MemoryController
from gui.window.names_controller import NamesController
from gui.window.panes import Panes
from gui.window.print_controller import PrintController
from gui.window.review_controller import ReviewController
from gui.window.term_controller import TermController
from gui.workspace import checking, samples
from gui.workspace.facts import Fact, facts

_WIDTH_STEP = 0.04

_Part = TypeVar("_Part", bound=Controller)

PARTS: tuple[type[Controller], ...] = (
    MemoryController,
    ReviewController,
    CorrectionsController,
    TermController,
    NamesController,
    PrintController,
)
"""The parts of the work that have a controller of their own."""


class Commands(Controller):
    """Connects actions with the parts of a window. ``page`` and ``find`` are those of the open release, if any."""

    def __init__(self, window: QWidget, context: Context, actions: Actions, panes: Panes) -> None:
        super().__init__(context, window)
        self._actions = actions
        self._panes = panes
        self.files = FileController(context, window, self.commit_typing)
        self.drafts = DraftController(context, window)
        self.checks = CheckController(context, window)
        self.exports = ExportController(context, window)
        self._crash: CrashReport | None = None
        self.find: FindController | None = None
        self.drafts.ended.connect(lambda: self.checks.check_all())
        self.parts = tuple(part(context, window) for part in PARTS)
        for controller in (self, *self.parts):
            actions.connect(controller.actions())

        self.part(TermController).changed.connect(self._on_terms_changed)

    def part(self, kind: type[_Part]) -> _Part:
        """The part of the work that a class stands for."""
        return next(part for part in self.parts if isinstance(part, kind))

    def _on_terms_changed(self) -> None:
        self.checks.check_all()
        self.part(NamesController).refresh()
        if self.page is not None:
            self.page.current_changed.emit(self.page.current)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """The actions that are no part's own."""
        return {**self._file(), **self._edit(), **self._view(), **self._segment(), **self._rest()}

    def set_page(self, page: DocumentPage | None) -> None:
        """Act on this release from now on."""
        super().set_page(page)
        for part in self.parts:
            part.set_page(page)
        session = page.session if page is not None else None
        self.find = FindController(page) if page is not None else None
        self.drafts.set_session(session)
        self.checks.set_session(session)

    def facts(self, key: str) -> tuple[Fact, ...]:
        """What is ready-made for a segment."""
        assert self.page is not None
        project = self.page.session.project
        confirmed = confirmed_names(project.snapshot())
        return facts(project.segment(key).source.text, project.release.distributed, confirmed=confirmed)

    def kinds(self) -> Iterator[tuple[str, bool, Callable[[], None]]]:
        """What the current block can be: the name, whether it is that, and what makes it that."""
        from gui.workspace.retyping import kinds_for  # the patterns of the recogniser take a while to compile

        if self.page is None or not self.page.current:
            return
        unit = self.page.session.project.unit_of(self.page.current)
        for kind, level in kinds_for(unit.block.kind):
            is_now = (kind, level) == (unit.block.kind, unit.block.level)
            yield wording.kind(kind, level), is_now, partial(self._retype, unit.key, kind, level)

    def _retype(self, unit: str, kind: BlockKind, level: int) -> None:
        self.on_page(lambda page: page.session.retype(unit, kind, level))()

    def commit_typing(self) -> None:
        """Take over what is being typed before anything is done with it."""
        if self.page is not None:
            self.page.commit_typing()

    def show_crash(self, report: str) -> None:
        """Show the report of a fault of ours; further ones go into the same dialog."""
        if self._crash is not None:
            self._crash.add(report)
            return
        self._crash = CrashReport(self._window, report)
        self._crash.finished.connect(self._on_crash_read)
        self._crash.open()

    def _on_crash_read(self) -> None:
        if self._crash is not None:
            self._crash.deleteLater()
        self._crash = None

    def _on_find(self, act: Callable[[FindController], object]) -> Callable[[], None]:
        def run() -> None:
            if self.find is not None:
                act(self.find)

        return run

    # -- which action calls what

    def _file(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self.files.choose_and_open,
            "sample": lambda: self.files.open(samples.sample_release()),
            "save": lambda: self.files.save(),
            "save_as": lambda: self.files.save_as(),
            "export_english": self.on_page(lambda page: self._export(page, "english")),
            "export_bilingual": self.on_page(lambda page: self._export(page, "bilingual")),
            "close": lambda: self.files.leave(),
            "quit": lambda: self._window.close(),
        }

    def _edit(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self.on_page(lambda page: self._travel(page.session.stack.undo)),
            "redo": self.on_page(lambda page: self._travel(page.session.stack.redo)),
            "find": self._on_find(lambda find: find.open(replace=False)),
            "replace": self._on_find(lambda find: find.open(replace=True)),
            "find_next": self._on_find(lambda find: find.step(1)),
            "find_previous": self._on_find(lambda find: find.step(-1)),
            "preferences": self._edit_preferences,
        }

    def _view(self) -> dict[str, Callable[[], object]]:
        return {
            "zoom_in": self.on_page(lambda page: page.view.zoom_step(1)),
            "zoom_out": self.on_page(lambda page: page.view.zoom_step(-1)),
            "zoom_reset": self.on_page(lambda page: page.view.set_zoom(100)),
            "wider_korean": self.on_page(lambda page: page.view.set_share(page.view.share + _WIDTH_STEP)),
            "wider_english": self.on_page(lambda page: page.view.set_share(page.view.share - _WIDTH_STEP)),
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
            "set_aside": self.on_page(lambda page: SetAside(self._window, page.session.project.release).exec()),
        }

    def _segment(self) -> dict[str, Callable[[], object]]:
        return {
            "confirm": self.on_page(self._confirm),
            "previous": self.on_page(lambda page: page.step(-1)),
            "next": self.on_page(lambda page: page.step(1)),
            "next_open": self.on_page(lambda page: page.next_open()),
            "split": self.on_page(lambda page: self._try(page.split)),
            "merge": self.on_page(lambda page: self._try(lambda: page.session.merge(page.current))),
            "row_add": lambda: self._change_rows(CellTable.add_row),
            "row_remove": lambda: self._change_rows(CellTable.remove_row),
            "row_up": lambda: self._change_rows(lambda table: table.move_row(-1)),
            "row_down": lambda: self._change_rows(lambda table: table.move_row(1)),
        }

    def _rest(self) -> dict[str, Callable[[], object]]:
        return {
            "draft_segment": self.on_page(lambda page: self.drafts.draft(page.current_keys())),
            "draft_all": lambda: self.drafts.draft(),
            "copy_source": self.on_page(self._copy_source),
            "clear": self.on_page(self._clear),
            "embargo": self.drafts.ask_embargo,
            "check": lambda: self.checks.check_all(),
            "next_issue": lambda: self._step_issue(1),
            "previous_issue": lambda: self._step_issue(-1),
            "quick_fix": self.on_page(self._fix),
            "ignore_issue": self._ignore,
            "ignored": self._show_ignored,
            "check_settings": self._edit_checks,
            "keys": lambda: Shortcuts(self._window, self._actions).exec(),
            "about": self._show_about,
        }

    # -- what they do

    def _export(self, page: DocumentPage, layout: str) -> None:
        session = page.session
        self._context.messages.tell(tr("Checking…"))
        self.checks.check_all(lambda issues: self.exports.export(session, layout, issues))

    def _travel(self, through_the_stack: Callable[[], object]) -> None:
        self.drafts.abandon()  # what is still to come would be a step that nobody undid
        through_the_stack()

    def _edit_preferences(self) -> None:
        context = self._context
        dialog = Preferences(self._window, context.settings, context.secrets, context.engines(), context.tasks)
        dialog.checks_wanted.connect(self._edit_checks)
        if dialog.exec():
            theme.use_scheme(context.settings.colour_scheme)
            if self.page is not None:
                self.page.session.author = context.settings.author
            self.drafts.engine_changed.emit()

    def _step_pane(self, direction: int) -> None:
        if self.page is None:
            return
        panes = [self.page.view, *self._panes.visible()]
        focus = self._window.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), 0)
        _focus_first(panes[(here + direction) % len(panes)])

    def _confirm(self, page: DocumentPage) -> None:
        told = page.confirm()
        if told:
            self._context.messages.tell(told)

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except DaejoError as error:
            self._context.messages.tell(say(error.message))

    def _change_rows(self, change: Callable[[CellTable], object]) -> None:
        table = self.page.tables.current if self.page is not None else None
        if table is not None:
            self._try(lambda: change(table))

    def _copy_source(self, page: DocumentPage) -> None:
        if page.current:
            segment = page.session.project.segment(page.current)
            page.session.replace_target(tr("Copy the Korean"), segment.key, segment.source.text)

    def _clear(self, page: DocumentPage) -> None:
        if page.current:
            page.session.replace_target(tr("Clear"), page.current, "")

    def _step_issue(self, direction: int) -> None:
        issue = self.checks.next(self.page.current if self.page else "", direction)
        if issue is None:
            self._context.messages.tell(tr("Nothing to mend."))
        else:
            self.go_to_issue(issue)

    def go_to_issue(self, issue: Issue) -> None:
        """Select the place of a finding."""
        if self.page is not None and issue.segment:
            span, in_source = (issue.target_span, False) if issue.target_span else (issue.source_span, True)
            in_source = in_source and span is not None
            self.page.go_to(issue.segment, span[1] if span else None, in_source=in_source)
            self.checks.go_to(issue)
            self._context.messages.tell(say(issue.message))

    def _fix(self, page: DocumentPage) -> None:
        if not self.checks.fix(page.current):
            self._context.messages.tell(tr("There is no quick fix here."))

    def _ignore(self) -> None:
        issue = self.checks.at(self.page.current) if self.page is not None else None
        if issue is None:
            self._context.messages.tell(tr("There is no issue here."))
            return
        reason = ask.reason(self._window, say(issue.message))
        if reason:
            self.checks.ignore(issue, reason)

    def _show_ignored(self) -> None:
        ignored = self.checks.ignored
        chosen = ask.choose(
            self._window,
            tr("Ignored issues"),
            tr("Choose one to see it again."),
            [f"{say(issue.message)} — {self.checks.reason(issue)}" for issue in ignored],
        )
        if chosen is not None:
            self.checks.heed(ignored[chosen])

    def _edit_checks(self) -> None:
        checks = [(check.id, say(check.label), check.severity) for check in checking.all_checks()]
        dialog = CheckSettings(self._window, checks, self._context.settings.check_severities)
        if dialog.exec():
            self._context.settings.check_severities = dialog.chosen
            self.checks.check_all()

    def _show_about(self) -> None:
        text = tr("Daejo {version} puts Korean government press releases into English.", version=__version__)
        QMessageBox.about(self._window, tr("About Daejo"), f"{text}\n\n{tr('MIT licence.')}")


def _focus_first(pane: QWidget) -> None:
    target = next(
        (
            child
            for child in pane.findChildren(QWidget)
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        pane,
    )
    target.setFocus()
