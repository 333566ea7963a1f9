"""Corrections that a person accepted, as edits of the project."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gui.document.edit import CommentEdit, Edit, TargetEdit
from gui.document.project import Snapshot
from gui.document.review import Comment
from gui.document.segment import Origin, OriginKind, State, Translation
from gui.workspace.corrections.model import Change, Remark
from gui.workspace.versions import keeping


@dataclass(frozen=True, slots=True)
class Taking:
    """How corrections are taken over.

    Attributes:
        reviewer: whose corrections they are.
        reviewed: whether the segments count as reviewed by them, else as translated.
        at: now, in UTC.
        version: the name of the version that is kept before.
    """

    reviewer: str
    reviewed: bool
    at: datetime
    version: str


def taking_over(snapshot: Snapshot, changes: Sequence[Change], remarks: Sequence[Remark], how: Taking) -> list[Edit]:
    """The edits for the accepted changes and remarks, after one that keeps the project as it was.

    A segment that was changed since the comparison stays as it is, as with every edit. No edits come of nothing.
    """
    edits = [*_targets(snapshot, changes, how), *_comments(snapshot, remarks)]
    return [keeping(snapshot, how.version, how.reviewer, how.at, automatic=True), *edits] if edits else []


def _targets(snapshot: Snapshot, changes: Sequence[Change], how: Taking) -> Iterator[Edit]:
    now = {segment.key: segment.translation for segment in snapshot.segments()}
    for key, change in {change.key: change for change in changes}.items():
        if key in now and now[key].text == change.current:
            yield TargetEdit(key, now[key], _translation(change.corrected, how))


def _translation(text: str, how: Taking) -> Translation:
    if not text:
        return Translation()
    origin = Origin(OriginKind.HUMAN, how.reviewer or None, at=how.at)
    if how.reviewed:
        return Translation(text, State.REVIEWED, origin, signed_by=how.reviewer, signed_at=how.at)
    return Translation(text, State.TRANSLATED, origin)


def _comments(snapshot: Snapshot, remarks: Sequence[Remark]) -> Iterator[Edit]:
    known = {comment.key: comment for comment in snapshot.comments}
    for remark in remarks:
        if remark.old is None:
            new = replace(remark.comment, key=_new_key(known))
            known[new.key] = new
            yield CommentEdit(new.key, None, new)
        elif known.get(remark.old.key) == remark.old:
            yield CommentEdit(remark.old.key, remark.old, remark.comment)


def _new_key(known: dict[str, Comment]) -> str:
    key = secrets.token_hex(6)
    return key if key not in known else _new_key(known)
