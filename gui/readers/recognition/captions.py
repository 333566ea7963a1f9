"""Captions that only their place tells: above a table, under a picture, set in the middle or in small letters."""

import re

from gui.document.errors import Message, note
from gui.document.release import BlockKind
from gui.language.sentences import ends_sentence
from gui.readers.raw import RawPicture, RawTable
from gui.readers.recognition.line_kinds import is_unit
from gui.readers.recognition.paragraphs import SAME_SIZE, Paragraph, Piece

_LONGEST = 80
_ABOVE_TABLE = note("It stands right above a table, in the middle or in smaller letters.")
_ABOVE_UNIT = note("It stands right above the unit of a table.")
_UNDER_PICTURE = note("It stands right under a picture.")
_SMALL_AND_POINTING = note("It points at a picture, in the middle and in smaller letters.")
_POINTS_AT_PICTURE = re.compile(r"\s*+(?:[▲△▴↑]|[<\[(]?\s*+(?:사진|그림))\s*")


def caption_evidence(
    paragraph: Paragraph, before: Piece | None, after: Piece | None, body_size: float
) -> Message | None:
    """Why an unmarked line is the caption of the table or picture beside it, ``None`` if it is none."""
    text = paragraph.text.text.strip()
    if isinstance(before, RawPicture) and _POINTS_AT_PICTURE.match(text) and len(text) <= _LONGEST:
        return _UNDER_PICTURE
    small = paragraph.centred and 0 < paragraph.size < body_size - SAME_SIZE
    if small and _POINTS_AT_PICTURE.match(text) and len(text) <= _LONGEST and not ends_sentence(text):
        return _UNDER_PICTURE if isinstance(before, RawPicture) else _SMALL_AND_POINTING
    if not paragraph.kind.plain or len(text) > _LONGEST or ends_sentence(text):
        return None
    larger = 0 < body_size + SAME_SIZE < paragraph.size
    set_apart = (paragraph.centred and not larger) or 0 < paragraph.size < body_size - SAME_SIZE
    if isinstance(after, RawTable) and set_apart:
        return _ABOVE_TABLE
    if isinstance(after, Paragraph) and after.box == paragraph.box and _is_unit(after):
        return _ABOVE_UNIT
    return _UNDER_PICTURE if isinstance(before, RawPicture) and set_apart else None


def stands_alone(paragraph: Paragraph, before: Piece | None, after: Piece | None, body_size: float) -> bool:
    """Whether a title in brackets belongs to no table or picture: at the margin, as large as the body, text around it.

    Only where the format tells sizes, and so pictures too.
    """
    if not body_size or paragraph.centred or paragraph.size < body_size - SAME_SIZE:
        return False
    return not any(_is_figure(piece) for piece in (before, after))


def _is_figure(piece: Piece | None) -> bool:
    return isinstance(piece, RawTable | RawPicture) or (isinstance(piece, Paragraph) and _is_unit(piece))


def _is_unit(paragraph: Paragraph) -> bool:
    return paragraph.kind.kind is BlockKind.CAPTION and is_unit(paragraph.text.text.strip())
