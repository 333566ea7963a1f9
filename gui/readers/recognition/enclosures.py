"""The list of what is attached to a release: one line after 붙임, or a numbered line for each enclosure."""

import re
from collections.abc import Sequence

from gui.document.release import BlockKind
from gui.readers.raw import RawPicture
from gui.readers.recognition.line_kinds import closing_mark, is_attachment_list, is_statement, may_title_annex
from gui.readers.recognition.paragraphs import Paragraph, Piece
from gui.readers.recognition.tables import typed

_NUMBER = re.compile(r"\s*(?:(\d{1,2})[.)]|([①-⑳]))\s*(?=\S)")
_FIRST_AFTER_LABEL = re.compile(r"\D{2,12}?(?:1[.)]|①)\s*\S")
_FIRST_CIRCLED = ord("①")
_OF_ANNEX = frozenset({BlockKind.HEADING, BlockKind.BULLET, BlockKind.CAPTION})
_LONGEST = 100


def numbered_lines(pieces: Sequence[Piece], start: int, number: int) -> int:
    """How many pieces from ``start`` on are short lines with the numbers ``number`` and up."""
    end = start
    while end < len(pieces) and _number(pieces[end]) == number + end - start:
        end += 1
    return end - start


def _number(piece: Piece) -> int | None:
    """The number that a line of a list begins with; a whole sentence is none."""
    if not isinstance(piece, Paragraph) or len(piece.text) > _LONGEST:
        return None
    text = piece.text.text
    match = _NUMBER.match(text)
    if not match or (is_statement(text) and not is_attachment_list(text)):
        return None
    return int(match[1]) if match[1] else ord(match[2]) - _FIRST_CIRCLED + 1


def lists_enclosures(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line that begins with a word for annexes lists enclosures instead of being the title of one."""
    paragraph, after = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
    if not isinstance(paragraph, Paragraph):
        return False
    if paragraph.kind.annex_marker:
        length = numbered_lines(pieces, index + 1, 1)
        listed = isinstance(after, Paragraph) and is_attachment_list(after.text.text)
        return listed or (length > 0 and _closes(pieces, index + 1 + length))
    if paragraph.heading or paragraph.kind.kind is BlockKind.ANNEX_HEADING:
        return False
    if _FIRST_AFTER_LABEL.match(paragraph.text.text) and numbered_lines(pieces, index + 1, 2):
        return True
    if may_title_annex(paragraph.text.text) and isinstance(after, Paragraph) and after.kind.kind in _OF_ANNEX:
        return False
    return is_attachment_list(paragraph.text.text) or _is_followed_as_a_list(after)


def _is_followed_as_a_list(after: Piece | None) -> bool:
    if after is None or isinstance(after, RawPicture):
        return True
    if not isinstance(after, Paragraph):
        return typed(after).kind is BlockKind.CONTACT_TABLE
    listed = after.kind.kind in (BlockKind.ATTACHMENT, BlockKind.END_MARK, BlockKind.ANNEX_HEADING)
    return listed or is_attachment_list(after.text.text)


def _closes(pieces: Sequence[Piece], end: int) -> bool:
    """Whether the release itself ends with the list before ``end``."""
    last, after = pieces[end - 1], pieces[end] if end < len(pieces) else None
    if isinstance(last, Paragraph) and closing_mark(last.text.text):
        return True
    if after is None or isinstance(after, RawPicture):
        return after is None
    if not isinstance(after, Paragraph):
        return typed(after).kind is BlockKind.CONTACT_TABLE
    return after.kind.kind is BlockKind.END_MARK
