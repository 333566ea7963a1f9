"""Corrections of colleagues: keeping what goes out, and taking over what comes back."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog

from gui.bridge.session import Session
from gui.bridge.tasks import Task
from gui.document.edit import CommentEdit, TargetEdit
from gui.document.errors import DaejoError, ReadCancelled
from gui.i18n import tr
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.workspace.corrections.model import Corrections
from gui.workspace.corrections.sending import sending
from gui.workspace.corrections.taking import Taking, taking_over

if TYPE_CHECKING:
    from gui.dialogs.corrections import CorrectionsDialog

_PATIENCE = 300
"""Milliseconds of waiting after which a way to stop is shown."""


class CorrectionsController(Controller):
    """Reads a Word document that came back and shows what is other in it."""

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Its one entry in the menus."""
        return {"corrections": self.on_page(self._choose)}

    def _choose(self, page: DocumentPage) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Take over corrections"),
            "",
            tr("Word documents ({patterns})", patterns="*.docx"),
        )
        if name:
            self.read(page, Path(name))

    def read(self, page: DocumentPage, path: Path) -> None:
        """Read a document on a worker and show what came back for the release of this page."""
        from gui.workspace.corrections.reading import read_corrections  # loads what reads Word

        snapshot = page.session.project.snapshot()
        task = self._context.tasks.follow(
            lambda progress, cancelled: read_corrections(path, snapshot, progress, cancelled),
            partial(self._on_read, page),
        )
        task.failed.connect(self._on_failed)
        self._show_waiting(task, path.name)

    def _show_waiting(self, task: Task, name: str) -> None:
        waiting = QProgressDialog(tr("Reading {name}…", name=name), tr("Stop"), 0, 0, self._window)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setMinimumDuration(_PATIENCE)
        waiting.canceled.connect(task.cancel)
        task.ended.connect(waiting.deleteLater)
        QTimer.singleShot(_PATIENCE, waiting, waiting.show)

    def _on_failed(self, error: DaejoError) -> None:
        if not isinstance(error, ReadCancelled):
            self._context.messages.fail(error)

    def _on_read(self, page: DocumentPage, corrections: Corrections) -> None:
        """Show what came back, unless another release was opened meanwhile."""
        if page is not self.page:
            return
        if not (corrections.changes or corrections.remarks or corrections.problems):
            self._context.messages.tell(tr("Nothing was changed in {name}.", name=corrections.name))
            return
        from gui.dialogs.corrections import CorrectionsDialog  # not needed to open the window

        sources = {segment.key: segment.lead + segment.source.text for segment in page.session.segments()}
        dialog = CorrectionsDialog(self._window, corrections, sources)
        dialog.place_wanted.connect(page.go_to)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._take_over(page.session, dialog)
        dialog.deleteLater()

    def _take_over(self, session: Session, dialog: "CorrectionsDialog") -> None:
        how = Taking(dialog.reviewer, dialog.reviewed, datetime.now(UTC), tr("Before corrections"))
        edits = taking_over(session.project.snapshot(), dialog.accepted_changes(), dialog.accepted_remarks(), how)
        targets = [edit for edit in edits if isinstance(edit, TargetEdit)]
        comments = sum(isinstance(edit, CommentEdit) for edit in edits)
        session.push(tr("Take over corrections"), edits, targets[0].key if targets else "")
        told = tr("Taken over: {count} segments, {comments} comments.", count=len(targets), comments=comments)
        self._context.messages.tell(told)


def keep_sent(session: Session, author: str = "") -> None:
    """Keep what goes out with a bilingual table, so that corrections can be told from what the desk does meanwhile."""
    now = datetime.now(UTC)
    name = tr("Sent out {day}", day=now.astimezone().strftime("%Y-%m-%d %H:%M"))
    session.push(tr("Keep what goes out"), sending(session.project.snapshot(), name, author, now))
