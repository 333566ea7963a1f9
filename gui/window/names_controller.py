"""The names of persons in the open release: proposed, confirmed once for body and tables, found where they stand."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gui.bridge.session import Session
from gui.document.edit import Edit
from gui.document.naming import CONFIRMED_NAMES
from gui.i18n import tr
from gui.widgets.names_panel import NamesPanel
from gui.window.context import Context
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.window.panes import NAMES
from gui.workspace.naming import NameEntry, confirm_name, names_of

_DEBOUNCE = 400
"""Milliseconds without a change before the names are sought again."""


class NamesController(Controller):
    """Keeps the panel of names up to date, off the UI thread, and puts confirmed spellings in."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self.panel: NamesPanel | None = None
        self._changes = 0
        self._seeking = False
        self._soon = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._soon.timeout.connect(self._seek)

    def panels(self) -> Mapping[str, QWidget]:
        """The list of names."""
        return {NAMES: self.panel or QWidget()}

    def set_page(self, page: DocumentPage | None) -> None:
        """Make the panel of a release."""
        super().set_page(page)
        self._soon.stop()
        self.panel = None
        if page is None:
            return
        session = page.session
        self.panel = NamesPanel(editable=session.editable)
        self.panel.confirm_wanted.connect(self._confirm)
        self.panel.place_wanted.connect(lambda key: page.go_to(key))
        self.panel.refused.connect(self._context.messages.tell)
        for changed in (session.segment_changed, session.unit_changed, session.block_changed):
            changed.connect(self._on_change)
        session.property_changed.connect(self._on_property)
        session.editable_changed.connect(self._on_editable)
        self._seek()

    def refresh(self) -> None:
        """The termbase is another one: some names may be spelled otherwise."""
        self._on_change("")

    def _on_change(self, _key: str) -> None:
        self._changes += 1
        self._soon.start()

    def _on_property(self, name: str) -> None:
        if name == CONFIRMED_NAMES:
            self._on_change(name)

    def _on_editable(self) -> None:
        if self.panel is not None and self.page is not None:
            self.panel.set_editable(editable=self.page.session.editable)

    def _seek(self) -> None:
        """Find the names as they are now; where that still runs for what was before, a little later."""
        if self.page is None:
            return
        if self._seeking:
            self._soon.start()
            return
        self._seeking = True
        session = self.page.session
        snapshot = session.project.snapshot()
        task = self._context.tasks.run(lambda: names_of(snapshot), partial(self._show, session))
        task.ended.connect(self._on_sought)

    def _on_sought(self) -> None:
        self._seeking = False

    def _show(self, session: Session, entries: list[NameEntry]) -> None:
        if self.panel is not None and self.page is not None and self.page.session is session:
            self.panel.show_names(entries)

    def _confirm(self, hangul: str, english: str) -> None:
        """Put a spelling in wherever the name stands, as one undo step."""
        if self.page is None:
            return
        self.page.commit_typing()
        session, changes = self.page.session, self._changes
        snapshot = session.project.snapshot()
        self._context.tasks.run(
            lambda: confirm_name(snapshot, hangul, english),
            lambda edits: self._put_in(session, changes, edits, again=lambda: self._confirm(hangul, english)),
        )

    def _put_in(self, session: Session, changes: int, edits: list[Edit], again: Callable[[], None]) -> None:
        """Make the edits, or work them out anew where somebody typed meanwhile."""
        if self.page is None or self.page.session is not session:
            return
        if changes != self._changes:
            again()
        elif edits:
            session.push(tr("Confirm a name"), edits, self.page.current)
