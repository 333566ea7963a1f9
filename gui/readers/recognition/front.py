"""The front of a release: masthead, slogan, release line, headline and subheadlines."""

import re
from collections.abc import Iterator

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind
from gui.document.richtext import RichText, join
from gui.language.sentences import ends_sentence
from gui.readers.raw import RawPicture, RawTable
from gui.readers.recognition.headline import (
    Title,
    is_release_or_masthead,
    title_by_label,
    title_by_size,
    title_by_words,
)
from gui.readers.recognition.line_kinds import is_masthead
from gui.readers.recognition.paragraphs import SAME_SIZE, Paragraph, Piece
from gui.readers.recognition.releaseline import is_date_alone, release_blocks
from gui.readers.recognition.summary import is_diamond, is_of_rebuttal
from gui.readers.recognition.tables import typed

_LEAD = re.compile(r"\s*(?:[-–—−]|[▴▲△▸▹►▶▷])\s*")
_MARKS_OF_SUBHEADLINES = "▶▷"
"""Marks of subheadlines that also begin bullets of level 1."""

_TAIL = re.compile(r"\s*[-–—−]$")

_SMALL_BULLET = 3
_STATEMENT = "다."
"""A whole statement is text of the body, whatever it begins with."""

_LONGEST_SUBHEADLINE = 200
_LONGEST_UNMARKED = 120
_LONGEST_SECTION_TITLE = 14
_MOST_SUBHEADLINES = 4

_PICTURE = note("It is a picture.")
_MASTHEAD = note("It names the kind of the release or the office.")
_SLOGAN = note("It stands above the headline and is none of the lines known there.")
_BETWEEN = note("It stands between the headline and the body.")
_DASHED = note("It follows the headline and begins with a dash or a triangle.")
_BULLETS = note("It follows the headline with a mark that the body does not have.")
_LARGER = note("It follows the headline in letters larger than those of the body.")
_BESIDE = note("It follows the headline, set in its middle or in its box.")


def front(pieces: list[Piece], body_size: float) -> tuple[list[Block], int]:
    """The blocks of the front and the number of pieces they were made of; the rest is the body.

    ``body_size`` is the size of the letters of running text in points, 0 where the format does not tell.
    """
    title = title_by_label(pieces) or title_by_size(pieces, body_size) or title_by_words(pieces)
    if title is None:
        end = next((i for i, piece in enumerate(pieces) if not _heads_front(piece)), len(pieces))
        return [block for piece in pieces[:end] for block in _above(piece)], end
    subheadlines = _subheadlines(pieces, title, body_size)
    end = max([title.end, *(i + 1 for i in subheadlines)])
    while end < title.limit and _heads_front(pieces[end]):
        end += 1
    return list(_blocks(pieces[:end], title, subheadlines)), end


def _lead_length(paragraph: Paragraph) -> int:
    """How much of a headline is its label."""
    indent = len(paragraph.text.text) - len(paragraph.text.text.lstrip())
    return max(0, paragraph.kind.lead - indent) if paragraph.kind.kind is BlockKind.HEADLINE else 0


def picture_block() -> Block:
    """A picture: nothing of it is text."""
    return Block(BlockKind.PICTURE, evidence=_PICTURE)


def _blocks(pieces: list[Piece], title: Title, subheadlines: dict[int, Message]) -> Iterator[Block]:
    for index, piece in enumerate(pieces):
        if index == title.start:
            parts = [part for part in pieces[title.start : title.end] if isinstance(part, Paragraph)]
            text = join((part.text.strip() for part in parts), " ")
            lead = text.text[: _lead_length(parts[0])]
            yield Block(BlockKind.HEADLINE, text, lead=lead, evidence=title.evidence)
        elif title.start < index < title.end:
            continue
        elif index in subheadlines and isinstance(piece, Paragraph):
            yield subheadline_block(piece.text.strip(), subheadlines[index])
        else:
            yield from _above(piece)


def _subheadlines(pieces: list[Piece], title: Title, body_size: float) -> dict[int, Message]:
    """The places of the subheadlines, each with the reason why it is one."""
    found: dict[int, Message] = {}
    for index in range(title.end, len(pieces)):
        piece = pieces[index]
        if _heads_front(piece):
            continue
        if isinstance(piece, RawTable | RawPicture) or len(found) == _MOST_SUBHEADLINES:
            break
        reason = _reason(piece, title, body_size, inside=index < title.limit)
        reason = reason or (_BULLETS if _is_above_body(pieces, index) else None)
        if reason is None:
            break
        found[index] = reason
    return found


def _reason(paragraph: Paragraph, title: Title, body_size: float, *, inside: bool) -> Message | None:
    text = paragraph.text.text.strip()
    if _is_dashed(paragraph):
        return _DASHED
    marked = paragraph.kind.kind is BlockKind.BULLET or (text.startswith("[") and not is_of_rebuttal(text))
    if marked and paragraph.centred and not ends_sentence(text) and len(text) > _LONGEST_SECTION_TITLE:
        return _BESIDE
    if not body_size or not paragraph.size or (paragraph.box and paragraph.box == title.box):
        section = bool(paragraph.heading) and len(text) <= _LONGEST_SECTION_TITLE
        short = paragraph.kind.plain and len(text) <= 4
        beside = _BESIDE if paragraph.box else _BETWEEN
        unmarked = paragraph.kind.plain or bool(paragraph.heading)
        allowed = inside or (bool(paragraph.box) and not ends_sentence(text))
        return beside if unmarked and allowed and not section and not short else None
    return _looks_like_one(paragraph, body_size)


def _looks_like_one(paragraph: Paragraph, body_size: float) -> Message | None:
    """Whether size or place set an unmarked line apart from the body below it."""
    text = paragraph.text.text
    if not paragraph.kind.plain or len(text.strip()) > _LONGEST_UNMARKED or ends_sentence(text):
        return None
    if paragraph.heading or (not paragraph.centred and len(text.strip()) <= _LONGEST_SECTION_TITLE):
        return None
    if paragraph.size > body_size + SAME_SIZE and (paragraph.centred or not text[:1].isspace()):
        return _LARGER
    return _BESIDE if paragraph.centred and paragraph.size > body_size - SAME_SIZE else None


def _is_dashed(paragraph: Paragraph) -> bool:
    kind, text = paragraph.kind, paragraph.text.text
    marked = kind.plain or (kind.kind is BlockKind.BULLET and kind.level >= _SMALL_BULLET)
    if not marked or text.rstrip().endswith(_STATEMENT):
        return False
    return len(text.strip()) <= _LONGEST_SUBHEADLINE and _LEAD.match(text) is not None


def _is_above_body(pieces: list[Piece], index: int) -> bool:
    """Whether a bullet is of a few without a statement, and the body goes on with sentences in another form."""
    mark, end = _mark(pieces[index]), index
    while mark and end < len(pieces) and _mark(pieces[end]) == mark:
        end += 1
    after = pieces[end] if end < len(pieces) else None
    if not 0 < end - index <= _MOST_SUBHEADLINES or not isinstance(after, Paragraph):
        return False
    if any(_is_statement(piece) for piece in pieces[index:end]) or not ends_sentence(after.text.text):
        return False
    return after.kind.plain or (mark in _MARKS_OF_SUBHEADLINES and after.kind.kind is BlockKind.BULLET)


def _mark(piece: Piece) -> str:
    """The bullet of level 1 or 2 that a line begins with; empty for any other line and for diamonds."""
    if not isinstance(piece, Paragraph) or piece.kind.kind is not BlockKind.BULLET or is_diamond(piece.text.text):
        return ""
    return piece.text.text.strip()[:1] if piece.kind.level < _SMALL_BULLET else ""


def _is_statement(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.text.text.rstrip().endswith(_STATEMENT)


def _heads_front(piece: Piece) -> bool:
    if isinstance(piece, RawPicture):
        return True
    return isinstance(piece, Paragraph) and is_release_or_masthead(piece)


def _above(piece: Piece) -> list[Block]:
    if isinstance(piece, RawPicture):
        return [picture_block()]
    if isinstance(piece, RawTable):
        return [typed(piece)]
    text = piece.text.strip()
    if piece.kind.kind is BlockKind.EMBARGO or is_date_alone(text.text):
        return release_blocks(text)
    if is_masthead(text.text):
        return [Block(BlockKind.MASTHEAD, text, evidence=_MASTHEAD)]
    return [Block(BlockKind.SLOGAN, text, evidence=_SLOGAN)]


def subheadline_block(text: RichText, evidence: Message) -> Block:
    """A subheadline: the dashes or the triangle around it are no part of its content."""
    lead = _LEAD.match(text.text)
    tail = _TAIL.search(text.text, lead.end()) if lead else None
    return Block(
        BlockKind.SUBHEADLINE, text, lead=lead[0] if lead else "", tail=tail[0] if tail else "", evidence=evidence
    )
