"""Translation memories at work: matches for the current segment, confirmed segments remembered, and their dialogs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.document.edit import TargetEdit
from gui.document.project import Snapshot
from gui.i18n import tr
from gui.window.context import Context
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage

if TYPE_CHECKING:
    from gui.dialogs.concordance import Concordance
    from gui.workspace.memories import Match

_FOLLOW = 60
"""Milliseconds that the caret rests before matches are looked up."""

_SETTLE = 1200
"""Milliseconds without a change before what is confirmed is remembered."""


class MemoryController(Controller):
    """Looks up and remembers off the UI thread; the memories are opened by the first look-up."""

    matches_found = Signal(object, str)
    """The matches for the current segment, best first, and its Korean; none while they are looked up."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self._memories = context.memories
        self._asked = 0
        self._unwritten: set[str] = set()
        self._writing = False
        self._concordance: Concordance | None = None
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._follow.timeout.connect(self._look_up)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._remember)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._remember_now)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Concordance, the list of memories, aligning old releases."""
        return {"concordance": self._search, "memories": self._manage, "align": self._align}

    def set_page(self, page: DocumentPage | None) -> None:
        """Follow the caret of this release; what was confirmed in the one before is remembered first."""
        if self.page is not None and page is not self.page:
            self._remember()
        super().set_page(page)
        self._clear()
        if page is not None:
            page.current_changed.connect(lambda _: self._clear())
            page.session.segment_changed.connect(self._on_segment_changed)
            page.session.unit_changed.connect(lambda _: self._clear())

    # -- matches

    def _clear(self) -> None:
        """Those of the segment before are none of this one's."""
        self._asked += 1
        self.matches_found.emit((), "")
        self._follow.start()

    def _look_up(self) -> None:
        if self.page is None or not self.page.current:
            return
        self._asked += 1
        asked, snapshot, key = self._asked, self.page.session.project.snapshot(), self.page.current
        source = self.page.session.project.segment(key).source.text

        def work() -> "tuple[Match, ...]":
            from gui.workspace.memories import query_for

            return self._memories.get().lookup_latest(query_for(snapshot, key))

        def show(matches: "tuple[Match, ...]") -> None:
            if asked == self._asked:
                self.matches_found.emit(matches, source)

        task = self._context.tasks.run(work, show)
        task.failed.connect(self._context.messages.fail)

    def insert(self, match: "Match") -> None:
        """Put the English of a match in place of that of the current segment, as one step."""
        self.on_page(lambda page: self._insert(page, match))()

    def _insert(self, page: DocumentPage, match: "Match") -> None:
        from gui.workspace.memories import translation_of

        if not page.current or not page.session.editable:
            return
        edit = TargetEdit(page.current, page.session.project.segment(page.current).translation, translation_of(match))
        page.session.push(tr("Insert a match"), [edit], page.current)
        page.go_to(page.current)
        task = self._context.tasks.run(lambda: self._memories.get().used(match))
        task.failed.connect(self._context.messages.fail)

    # -- remembering

    def _on_segment_changed(self, key: str) -> None:
        """Typing into a confirmed segment ends some time: it is remembered when nothing has changed for a while."""
        assert self.page is not None
        if self.page.session.project.segment(key).state.is_open:
            self._unwritten.discard(key)
        elif self.page.session.editable:
            self._unwritten.add(key)
            self._settle.start()

    def _remember(self) -> None:
        """Write what waits, one write at a time, so that the last English of a segment is the one that stays."""
        self._settle.stop()
        if self.page is None or not self._unwritten:
            return
        if self._writing:
            self._settle.start()
            return
        work = self._work(self.page, self._unwritten)
        self._unwritten = set()
        self._writing = True
        task = self._context.tasks.run(work)
        task.failed.connect(self._context.messages.fail)
        task.ended.connect(self._on_written)

    def _on_written(self) -> None:
        self._writing = False

    def _remember_now(self) -> None:
        """The program ends."""
        if self.page is not None and self._unwritten:
            self._work(self.page, self._unwritten)()

    def _work(self, page: DocumentPage, keys: set[str]) -> Callable[[], None]:
        snapshot: Snapshot = page.session.project.snapshot()
        user = page.session.author

        def remember() -> None:
            from gui.workspace.memories import units_for

            self._memories.get().remember(units_for(snapshot, keys, user))

        return remember

    # -- dialogs

    def _search(self) -> None:
        from gui.dialogs.concordance import Concordance  # not needed before it is first opened

        if self._concordance is None:
            self._concordance = Concordance(self._window, self._context.tasks, self._memories)
            self._concordance.inserted.connect(self._insert_text)
        self._concordance.search_for(_selected(self.page) if self.page is not None else "")

    def _insert_text(self, text: str) -> None:
        self.on_page(lambda page: page.insert(text))()

    def _manage(self) -> None:
        from gui.dialogs.memories import MemoriesDialog

        MemoriesDialog(self._window, self._context.tasks, self._memories).exec()
        self._clear()

    def _align(self) -> None:
        from gui.dialogs.alignment import AlignmentDialog

        session = self.page.session if self.page is not None else None
        snapshot = session.project.snapshot() if session is not None else None
        user = session.author if session is not None else ""
        AlignmentDialog(self._window, self._context.tasks, self._memories, snapshot, user).exec()
        self._clear()


def _selected(page: DocumentPage) -> str:
    """What is selected in the current segment, in either language; empty where nothing is."""
    table = page.tables.current
    if table is not None and page.current in table.current_keys():
        fields = (table.korean_text, table.english_text)
    else:
        fields = (page.view.source_text, page.view.editor)
    selections = (field.textCursor().selectedText() for field in fields)
    return next(filter(None, selections), "")
