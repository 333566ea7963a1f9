"""Comments as edits: writing, answering, settling, removing one."""

import secrets
from dataclasses import replace
from datetime import datetime

from gui.document.edit import CommentEdit
from gui.document.review import Comment, Reply


def writing(segment: str, text: str, author: str, at: datetime, quote: str = "", start: int = 0) -> CommentEdit:
    """A new comment on a segment, or on the words ``quote`` that stand at ``start`` in its English."""
    comment = Comment(secrets.token_hex(6), segment, text, author, at, quote, start)
    return CommentEdit(comment.key, None, comment)


def answering(comment: Comment, text: str, author: str, at: datetime) -> CommentEdit:
    """An answer; it opens a settled comment again."""
    new = replace(comment, replies=(*comment.replies, Reply(text, author, at)), resolved=False)
    return CommentEdit(comment.key, comment, new)


def settling(comment: Comment, *, resolved: bool) -> CommentEdit:
    """Settle a comment, or open it again."""
    return CommentEdit(comment.key, comment, replace(comment, resolved=resolved))


def removing(comment: Comment) -> CommentEdit:
    """Take a comment away, answers included."""
    return CommentEdit(comment.key, comment, None)
