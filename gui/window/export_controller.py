"""Exporting: first what is missing and wrong, then where to, then the document, on a worker."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.bridge.session import Session
from gui.dialogs.export_review import ExportReview, Finding
from gui.document.errors import DaejoError
from gui.document.issue import Issue, Severity
from gui.i18n import say, tr
from gui.window.context import Context
from gui.window.save_controller import completed, documents_folder
from gui.workspace import exporting

_DOCUMENT = ".docx"


class ExportController(QObject):
    """Writes Word documents of one session."""

    place_wanted = Signal(str)
    """The user chose to mend this segment instead of exporting."""

    exported = Signal(str, object)
    """A document was written: what to say of it, and its path."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def export(self, session: Session, layout: str, issues: list[Issue]) -> None:
        """Ask what has to be asked, then write the document. ``issues`` are those of the project as it is now."""
        self._context.messages.tell("")
        if not self._is_accepted(session, issues):
            return
        path = self._choose_path(session, layout)
        if path is not None:
            self.write(session, layout, path)

    def _is_accepted(self, session: Session, issues: list[Issue]) -> bool:
        snapshot = session.project.snapshot()
        untranslated = [Finding(segment.key, segment.source.text) for segment in exporting.untranslated(snapshot)]
        empty = {finding.segment for finding in untranslated}
        errors = [
            Finding(issue.segment or "", say(issue.message))
            for issue in issues
            if issue.severity is Severity.ERROR and issue.segment not in empty
        ]
        if not untranslated and not errors:
            return True
        review = ExportReview(self._window, untranslated, errors)
        if review.exec():
            return True
        if review.chosen:
            self.place_wanted.emit(review.chosen)
        return False

    def _choose_path(self, session: Session, layout: str) -> Path | None:
        opened = session.opened
        start = (opened.path or opened.suggested_path or documents_folder() / opened.name).with_suffix("")
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Export as Word"),
            f"{start}_{'EN' if layout == 'english' else 'KO-EN'}.docx",
            tr("Word documents ({patterns})", patterns="*.docx"),
        )
        return completed(self._window, name, _DOCUMENT)

    def write(self, session: Session, layout: str, path: Path) -> None:
        """Write the document on a worker and tell how it went."""
        snapshot = session.project.snapshot()
        task = self._context.tasks.run(lambda: exporting.export(snapshot, path, layout), self._on_exported)
        task.failed.connect(self._on_failed)

    def _on_exported(self, report: exporting.ExportReport) -> None:
        done = tr("Exported and verified: {name}", name=report.path.name)
        self._context.messages.tell(done)
        self.exported.emit("\n".join([done, *(say(warning) for warning in report.warnings)]), report.path)

    def _on_failed(self, error: DaejoError) -> None:
        self._context.messages.fail(error)

    def open_document(self, path: Path) -> None:
        """Show an exported document in the system's word processor."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
