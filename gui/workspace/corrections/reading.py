"""From a file that came back to its corrections."""

from pathlib import Path

from gui.document.errors import ReadError, note
from gui.document.project import PROJECT_ID, Snapshot
from gui.document.work import Cancelled, Progress, never, unheard
from gui.readers import isolation
from gui.workspace.corrections import bilingual, document, finished
from gui.workspace.corrections.base import Sent
from gui.workspace.corrections.columns import is_bilingual
from gui.workspace.corrections.model import Corrections
from gui.workspace.corrections.remarks import lost, remarks
from gui.workspace.corrections.returned import Returned


def read_corrections(
    path: Path, snapshot: Snapshot, progress: Progress = unheard, cancelled: Cancelled = never
) -> Corrections:
    """What was changed in a document that came back: our bilingual table, or the finished English.

    Args:
        path: the Word document; it is parsed by a process of its own.
        snapshot: the project as it is now.
        progress: called now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: the file is no sound Word document, of another project, or has nothing in common with this one.
    """
    if not path.is_file():
        raise ReadError("{name} is not there, or is not a file.", name=path.name)
    return corrections(isolation.run(document.read, path.absolute(), progress, cancelled), snapshot)


def corrections(returned: Returned, snapshot: Snapshot) -> Corrections:
    """What a document that was read means for the project.

    Raises:
        ReadError: it is of another project, or has nothing in common with this one.
    """
    ours = snapshot.property(PROJECT_ID)
    if returned.project and ours and returned.project != ours:
        raise ReadError(
            "{name} is of another project. Open that project to take its corrections over; nothing was changed.",
            name=returned.name,
        )
    sent = Sent.of(snapshot, returned.version)
    layout = bilingual if is_bilingual(returned) else finished
    found = layout.compare(returned, sent)
    notes = list(found.notes)
    if layout is bilingual and returned.project != (ours or ""):
        notes.append(note("Nothing in the document says that it is of this project, but its Korean and its keys fit."))
    found.problems += lost(returned, found, sent)
    new = sorted(remarks(returned, found, sent), key=lambda remark: remark.number)
    changes = sorted(found.changes, key=lambda change: change.number)
    authors = (author for author in _authors(returned) if author)
    return Corrections(
        returned.name, next(authors, ""), tuple(changes), tuple(new), tuple(found.problems), tuple(notes)
    )


def _authors(returned: Returned) -> list[str]:
    """Who may have corrected it: authors of tracked changes, then whoever saved it, then authors of comments."""
    tracked = [hand.author for row in returned.rows for cell in row.cells for hand in cell.hands]
    tracked += [hand.author for passage in returned.passages for hand in passage.hands]
    tracked.sort(key=tracked.count, reverse=True)
    return [*tracked[:1], returned.editor, *(found.author for found in returned.notes.values())]
