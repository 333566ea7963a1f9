"""The summary box: what a ministry wants read first, in a frame between the headline and the body."""

import re

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind
from gui.document.richtext import RichText
from gui.readers.raw import RawPicture
from gui.readers.recognition.line_kinds import LineKind, classify
from gui.readers.recognition.marks import bracket_marks
from gui.readers.recognition.paragraphs import Paragraph, Piece

_REBUTTAL = re.compile(
    r"보\s*도\s*(?:된\s*)?내\s*용|설\s*명\s*내\s*용|해\s*명\s*내\s*용|보도\s*매체|기사\s*내용|입\s*장"
)
_TITLE = re.compile(r"\s*(?:〈.+〉|<.+>|《.+》|≪.+≫)\s*")
_DIAMOND = re.compile(r"\s*[◇◆◈❖]")
_LIST_LEVEL = 3
_MOST_LINES = 12
_OF_BODY = frozenset({BlockKind.BULLET, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.NOTE})

_FRAMED = note("It stands in a box between the headline and the body.")
_DIAMONDS = note("It stands behind a diamond between the headline and the body, which has other marks.")
_LISTED = note("It belongs to a titled list between the headline and the body.")


def summary(pieces: list[Piece]) -> tuple[list[Block], int]:
    """The blocks of the summary box that the pieces begin with and the number of pieces they were made of."""
    end = _framed(pieces)
    if end:
        return _blocks(pieces[:end], _FRAMED), end
    end = _listed(pieces)
    if end:
        return _blocks(pieces[:end], _LISTED), end
    end = _diamonds(pieces)
    return _blocks(pieces[:end], _DIAMONDS), end


def summary_block(text: RichText, kind: LineKind, evidence: Message) -> Block:
    """A line of a summary box: its title in brackets, a bullet with its level, or plain text."""
    if kind.kind is BlockKind.BULLET:
        return Block(BlockKind.SUMMARY, text, kind.level, lead=text.text[: kind.lead], evidence=evidence)
    return Block(BlockKind.SUMMARY, text, 0, *bracket_marks(text.text), evidence=evidence)


def _blocks(pieces: list[Piece], evidence: Message) -> list[Block]:
    texts = [piece.text.strip() for piece in pieces if isinstance(piece, Paragraph)]
    return [summary_block(text, classify(text.text), evidence) for text in texts]


def _framed(pieces: list[Piece]) -> int:
    """How many of the first pieces stand in one box that is a summary."""
    box = next((piece.box for piece in pieces[:1] if isinstance(piece, Paragraph)), 0)
    inside = 0
    while inside < len(pieces) and _in_box(pieces[inside], box):
        inside += 1
    after = next((piece for piece in pieces[inside:] if not isinstance(piece, RawPicture)), None)
    body_follows = isinstance(after, Paragraph) and after.kind.kind in _OF_BODY and inside <= _MOST_LINES
    return inside if box and body_follows and not _is_rebuttal(pieces[:inside]) else 0


def _in_box(piece: Piece, box: int) -> bool:
    if not isinstance(piece, Paragraph) or piece.box != box:
        return False
    return piece.kind.kind in (BlockKind.BULLET, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION)


def _listed(pieces: list[Piece]) -> int:
    """How many of the first pieces are a title in brackets and the small bullets under it."""
    if len(pieces) < 2 or not isinstance(pieces[0], Paragraph) or not _TITLE.fullmatch(pieces[0].text.text):
        return 0
    end = 1
    while end < len(pieces) and _is_small_bullet(pieces[end]):
        end += 1
    return end if end > 1 and not _is_rebuttal(pieces[:end]) else 0


def _diamonds(pieces: list[Piece]) -> int:
    """How many of the first pieces are bullets with a diamond where the body goes on with other marks."""
    end = 0
    while end < len(pieces) and _is_diamond(pieces[end]):
        end += 1
    after = pieces[end] if end < len(pieces) else None
    body_follows = isinstance(after, Paragraph) and after.kind.kind in _OF_BODY
    return end if body_follows and end <= _MOST_LINES and not _is_rebuttal(pieces[:end]) else 0


def _is_diamond(piece: Piece) -> bool:
    bulleted = isinstance(piece, Paragraph) and piece.kind.kind is BlockKind.BULLET
    return bulleted and isinstance(piece, Paragraph) and is_diamond(piece.text.text)


def _is_small_bullet(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.kind.kind is BlockKind.BULLET and piece.kind.level == _LIST_LEVEL


def is_diamond(text: str) -> bool:
    """Whether a line begins with a diamond, the mark of summaries above the body."""
    return _DIAMOND.match(text) is not None


def is_of_rebuttal(text: str) -> bool:
    """Whether a line speaks of what was reported or of the answer to it, as rebuttals do."""
    return _REBUTTAL.search(text[:40]) is not None


def _is_rebuttal(pieces: list[Piece]) -> bool:
    return any(isinstance(piece, Paragraph) and is_of_rebuttal(piece.text.text) for piece in pieces)
