"""The finished release as pages: beside the editor, on paper, as PDF."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.bridge import pages
from gui.bridge.pages import Pages
from gui.bridge.tasks import Task
from gui.document.errors import DaejoError, ExportError
from gui.document.project import Snapshot
from gui.i18n import tr
from gui.widgets.preview_panel import PreviewPanel
from gui.window.context import Context
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.window.panes import PREVIEW
from gui.workspace.printing import finished

_SETTLE = 350
"""Milliseconds without a change after which the pages follow."""


class PrintController(Controller):
    """Lays pages out on a worker, one at a time, the latest state last."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self.preview: PreviewPanel | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._lay_out)
        self._task: Task | None = None
        self._stale = False

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Its entries in the menus."""
        return {
            "print": self.on_page(lambda page: self._laid_out(page, self._print)),
            "pdf": self.on_page(lambda page: self._choose_pdf(page)),
        }

    def panels(self) -> Mapping[str, QWidget]:
        """The preview."""
        return {PREVIEW: self.preview or QWidget()}

    def set_page(self, page: DocumentPage | None) -> None:
        """Follow this release."""
        super().set_page(page)
        self._settle.stop()
        self.preview = PreviewPanel() if page is not None else None
        if page is None or self.preview is None:
            return
        session = page.session
        self.preview.activated.connect(page.go_to)
        self.preview.became_visible.connect(self._settle.start)
        page.current_changed.connect(self.preview.reveal)
        for changed in (session.segment_changed, session.unit_changed, session.block_changed):
            changed.connect(lambda _: self._settle.start())
        self._settle.start()

    def _lay_out(self) -> None:
        """Once the panel is seen; while one layout is under way, the next waits for it."""
        if self.page is None or self.preview is None or not self.preview.isVisible():
            return
        if self._task is not None:
            self._stale = True
            return
        page = self.page
        self._task = self._laid_out(page, lambda made: self._show(page, made))
        self._task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._task = None
        if self._stale:
            self._stale = False
            self._lay_out()

    def _show(self, page: DocumentPage, made: Pages) -> None:
        if page is self.page and self.preview is not None:
            self.preview.show_pages(made)

    def _laid_out(self, page: DocumentPage, done: Callable[[Pages], object]) -> Task:
        task = self._context.tasks.run(partial(_pages, page.session.project.snapshot()), done)
        task.failed.connect(self._on_failed)
        return task

    def _on_failed(self, error: DaejoError) -> None:
        self._context.messages.fail(error)

    # -- paper and PDF

    def _print(self, made: Pages) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # slow to load, rarely used

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(pages.page_layout())
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec():
            first, last = printer.fromPage(), printer.toPage()
            try:
                made.print_to(printer, max(0, first - 1), last - 1 if last else None)
            except ExportError as error:
                self._on_failed(error)
        dialog.deleteLater()

    def _choose_pdf(self, page: DocumentPage) -> None:
        opened = page.session.opened
        start = (opened.path or opened.suggested_path or Path(opened.name)).with_suffix(".pdf")
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the pages as PDF"), str(start), tr("PDF documents ({patterns})", patterns="*.pdf")
        )
        if name:
            self.write_pdf(page, Path(name))

    def write_pdf(self, page: DocumentPage, path: Path) -> None:
        """Write the pages into a file and tell how it went."""
        snapshot = page.session.project.snapshot()
        task = self._context.tasks.run(
            partial(_write, snapshot, path),
            lambda _: self._context.messages.tell(tr("Written: {name}", name=path.name)),
        )
        task.failed.connect(self._on_failed)


def _pages(snapshot: Snapshot) -> Pages:
    return pages.lay_out(finished(snapshot))


def _write(snapshot: Snapshot, path: Path) -> None:
    content = finished(snapshot)
    pages.write_pdf(pages.lay_out(content), path, content.title)
