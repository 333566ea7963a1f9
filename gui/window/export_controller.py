"""Exporting: what to write and where to, with what is unfinished in view, then the document, on a worker."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.bridge.session import Session
from gui.dialogs.export_options import ExportDialog, ExportRequest
from gui.dialogs.export_review import Finding
from gui.document.errors import DaejoError
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.i18n import say, tr
from gui.window.context import Context
from gui.window.corrections_controller import keep_sent
from gui.window.save_controller import documents_folder
from gui.workspace import exporting


class ExportController(QObject):
    """Writes documents of one session."""

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
        request = _request(session, layout, issues)
        dialog = ExportDialog(self._window, self._context.settings, request)
        if dialog.exec():
            self.write(session, dialog.layout_name, dialog.path, dialog.options())
        elif dialog.chosen:
            self.place_wanted.emit(dialog.chosen)
        dialog.deleteLater()

    def write(self, session: Session, layout: str, path: Path, options: exporting.ExportOptions) -> None:
        """Write the document on a worker and tell how it went. What may come back is kept as a version."""
        if layout in exporting.COMES_BACK:
            keep_sent(session)
        snapshot = session.project.snapshot()
        task = self._context.tasks.run(lambda: exporting.export(snapshot, path, layout, options), self._on_exported)
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


def _request(session: Session, layout: str, issues: list[Issue]) -> ExportRequest:
    opened, snapshot = session.opened, session.project.snapshot()
    start = (opened.path or opened.suggested_path or documents_folder() / opened.name).with_suffix("")
    todo = exporting.unfinished(snapshot, issues)
    return ExportRequest(
        layout,
        start,
        _versions(snapshot),
        [Finding(segment.key, segment.source.text) for segment in todo.segments],
        [Finding(issue.segment or "", say(issue.message)) for issue in todo.errors],
        session.author,
    )


def _versions(snapshot: Snapshot) -> list[tuple[str, str]]:
    def label(name: str, at: str) -> str:
        return f"{name} ({at})" if at else name

    return [
        (version.key, label(version.name, version.at.astimezone().strftime("%Y-%m-%d %H:%M") if version.at else ""))
        for version in snapshot.versions
    ]
