"""Corrections of colleagues: keeping what goes out, and taking over what comes back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog

from gui.bridge.session import Session
from gui.dialogs import ask
from gui.document.edit import CommentEdit, TargetEdit
from gui.document.errors import DaejoError, ReadCancelled
from gui.i18n import tr
from gui.window.controller import Controller
from gui.window.document_page import DocumentPage
from gui.workspace.corrections.sending import sending
from gui.workspace.corrections.taking import Taking

if TYPE_CHECKING:
    from gui.dialogs.corrections import CorrectionsDialog
    from gui.workspace.exchange.reading import Exchange, StateChange

_PATIENCE = 300
"""Milliseconds of waiting after which a way to stop is shown."""


class CorrectionsController(Controller):
    """Reads a file that came back, from Word or another tool, and shows what is other in it."""

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Its one entry in the menus."""
        return {"corrections": self.on_page(self._choose)}

    def _choose(self, page: DocumentPage) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Take over corrections"),
            "",
            tr("Files that came back ({patterns})", patterns="*.docx *.xlf *.xliff *.xlsx *.csv"),
        )
        if name:
            self.read(page, Path(name))

    def read(self, page: DocumentPage, path: Path) -> None:
        """Read a file on a worker and show what came back for the release of this page."""
        from gui.workspace.exchange.reading import read_any  # loads what reads Word and XML

        snapshot, waiting = page.session.project.snapshot(), self._waiting(path.name)
        task = self._context.tasks.follow(
            lambda progress, cancelled: read_any(path, snapshot, progress, cancelled),
            partial(self._on_read, page, waiting),
        )
        task.failed.connect(self._on_failed)
        waiting.canceled.connect(task.cancel)
        task.ended.connect(waiting.deleteLater)

    def _waiting(self, name: str) -> QProgressDialog:
        """Shown after a while, to stop what takes long."""
        waiting = QProgressDialog(tr("Reading {name}…", name=name), tr("Stop"), 0, 0, self._window)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        patience = QTimer(waiting, singleShot=True)
        patience.timeout.connect(waiting.show)
        patience.start(_PATIENCE)
        return waiting

    def _on_failed(self, error: DaejoError) -> None:
        if not isinstance(error, ReadCancelled):
            self._context.messages.fail(error)

    def _on_read(self, page: DocumentPage, waiting: QProgressDialog, found: "Exchange") -> None:
        """Show what came back, unless another release was opened meanwhile."""
        for timer in waiting.findChildren(QTimer):  # its own too: it lives on below the dialog that comes now
            timer.stop()
        waiting.hide()
        if page is not self.page:
            return
        corrections, session = found.corrections, page.session
        if corrections.changes or corrections.remarks or corrections.problems:
            self._show(page, found)
        elif found.states:
            self._push(session, None, self._agreed(found), corrections.reviewer)
        else:
            self._context.messages.tell(tr("Nothing was changed in {name}.", name=corrections.name))

    def _show(self, page: DocumentPage, found: "Exchange") -> None:
        from gui.dialogs.corrections import CorrectionsDialog  # not needed to open the window

        sources = {segment.key: segment.lead + segment.source.text for segment in page.session.segments()}
        dialog = CorrectionsDialog(self._window, found.corrections, sources)
        dialog.place_wanted.connect(page.go_to)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._push(page.session, dialog, self._agreed(found), dialog.reviewer)
        dialog.deleteLater()

    def _agreed(self, found: "Exchange") -> "tuple[StateChange, ...]":
        """The states that another tool gave to segments, if the user wants them."""
        wanted = found.states and ask.take_states(self._window, len(found.states))
        return found.states if wanted else ()

    def _push(
        self, session: Session, dialog: "CorrectionsDialog | None", states: "Sequence[StateChange]", reviewer: str
    ) -> None:
        from gui.workspace.exchange.states import taking_exchange

        changes, remarks = (dialog.accepted_changes(), dialog.accepted_remarks()) if dialog else ([], [])
        reviewed = dialog is not None and dialog.reviewed
        how = Taking(reviewer, reviewed, datetime.now(UTC), tr("Before corrections"))
        edits = taking_exchange(session.project.snapshot(), changes, remarks, states, how)
        targets = [edit for edit in edits if isinstance(edit, TargetEdit)]
        comments = sum(isinstance(edit, CommentEdit) for edit in edits)
        session.push(tr("Take over corrections"), edits, targets[0].key if targets else "")
        told = tr("Taken over: segments {count}, comments {comments}.", count=len(targets), comments=comments)
        self._context.messages.tell(told)


def keep_sent(session: Session) -> None:
    """Keep what goes out with a bilingual table, so that corrections can be told from what the desk does meanwhile."""
    now = datetime.now(UTC)
    name = tr("Sent out {day}", day=now.astimezone().strftime("%Y-%m-%d %H:%M"))
    session.push(tr("Keep what goes out"), sending(session.project.snapshot(), name, session.author, now))
