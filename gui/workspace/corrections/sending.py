"""What a project keeps of a document that goes out, so that what comes back can be compared with it."""

import secrets
from datetime import datetime

from gui.document.edit import Edit, PropertyEdit
from gui.document.project import PROJECT_ID, Snapshot
from gui.exporters.bilingual import kept_version
from gui.workspace.versions import keeping


def sending(snapshot: Snapshot, name: str, author: str, at: datetime) -> list[Edit]:
    """The edits that a project needs before its bilingual table is written; none if it went out like this before.

    Args:
        snapshot: the project as it is.
        name: of the version that is kept.
        author: who sends it.
        at: now, in UTC.
    """
    edits: list[Edit] = []
    if not isinstance(snapshot.property(PROJECT_ID), str):
        edits.append(PropertyEdit(PROJECT_ID, snapshot.property(PROJECT_ID), secrets.token_hex(8)))
    if kept_version(snapshot) is None:
        edits.append(keeping(snapshot, name, author, at, automatic=True))
    return edits
