"""The body of a release: what each piece after the front is, from its marks and from what stands around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui.document.errors import Message, note
from gui.document.release import Block, BlockKind
from gui.language.sentences import ends_sentence
from gui.readers.raw import RawPicture, RawTable
from gui.readers.recognition.captions import caption_evidence, stands_alone
from gui.readers.recognition.enclosures import lists_enclosures, numbered_lines
from gui.readers.recognition.front import picture_block
from gui.readers.recognition.line_kinds import bullet_evidence, closing_mark
from gui.readers.recognition.marks import bracket_marks, heading_marks
from gui.readers.recognition.paragraphs import Paragraph, Piece
from gui.readers.recognition.releaseline import release_blocks
from gui.readers.recognition.tables import typed

_LONGEST_ANNEX_TITLE = 80
_LONGEST_HEADING = 40
_DEEPENS_BY = 2
"""A dash that stands this many spaces deeper than the first dash is a level deeper."""

_DEEPEST = 4
_DASH_LEVEL = 3
_MARKS_OF_LISTS = ("•", "o", "▪", "●", "·")
"""The bullets of Word's own lists say nothing of their level, which is that in the list."""

_HEADING_LEVEL = 2
_MUCH_LARGER = 1.12
"""The letters of an unmarked heading are at least so many times as large as those of the body."""

_MARKED_UP = note("The markup makes it a heading.")
_TITLE_OF_ANNEX = note("It follows the label of an annex.")
_NAMES_WHAT_FOLLOWS = note("It begins with the label of an annex, and what it names follows.")
_LISTS_ENCLOSURES = note("It lists what is attached.")
_LARGER = note("Its letters are larger than those of the body.")

_OF_REMARK = note("It belongs to the remark above, which ends with a colon.")
_IN_PARENTHESES = re.compile(r"\s*\([^()]{1,20}\)")
_IN_BRACKETS = note("It stands in brackets between paragraphs.")
_BRACKETED = re.compile(r"\s*[<＜](?!\s*(?:표|그림|사진))")

_CLOSABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NOTE, BlockKind.FOOTNOTE})


class Body:
    """Types the pieces after the front, one after the other.

    ``heading_base`` is the level that the markup gives the headline, ``body_size`` the size in points of running text,
    0 where the format does not tell.
    """

    def __init__(self, pieces: Sequence[Piece], heading_base: int, body_size: float) -> None:
        self._pieces = pieces
        self._heading_base = heading_base
        self._body_size = body_size
        self._dash_indent: int | None = None
        self._title_expected = False
        self._enclosed_until = 0
        self._open_remark = False
        typed_too = any(isinstance(piece, Paragraph) and _is_typed_bullet(piece) for piece in pieces)
        self._above_lists = (_DASH_LEVEL - 1) * typed_too

    def blocks(self) -> Iterator[Block]:
        """The blocks of the body, in the order of the pieces."""
        for index, piece in enumerate(self._pieces):
            if isinstance(piece, RawPicture):
                yield picture_block()
            elif isinstance(piece, RawTable):
                self._title_expected = False
                yield typed(piece)
            else:
                yield from self._of_paragraph(piece, index)

    def _of_paragraph(self, paragraph: Paragraph, index: int) -> list[Block]:
        if paragraph.kind.kind is BlockKind.EMBARGO:
            return release_blocks(paragraph.text.strip())
        kind, evidence = self._kind(paragraph, index)
        self._title_expected = kind is BlockKind.ANNEX_HEADING and paragraph.kind.annex_marker
        self._open_remark = self._remark_goes_on(paragraph, kind)
        if kind is BlockKind.ATTACHMENT:
            first = 1 if paragraph.kind.annex_marker else 2
            listed = index + 1 + numbered_lines(self._pieces, index + 1, first)
            self._enclosed_until = max(self._enclosed_until, listed)
        return [_closed(self._block(paragraph, kind, evidence))]

    def _kind(self, paragraph: Paragraph, index: int) -> tuple[BlockKind, Message]:
        kind, evidence, text = paragraph.kind.kind, paragraph.kind.evidence, paragraph.text.text
        after = self._after(index)
        if kind in (BlockKind.ATTACHMENT, BlockKind.ANNEX_HEADING):
            return self._annex_kind(paragraph, index)
        if index < self._enclosed_until:
            return BlockKind.ATTACHMENT, _LISTS_ENCLOSURES
        if self._open_remark and _IN_PARENTHESES.match(text) and kind is BlockKind.PARAGRAPH:
            return BlockKind.NOTE, _OF_REMARK
        if self._title_expected and _is_annex_title(paragraph):
            return BlockKind.ANNEX_HEADING, _TITLE_OF_ANNEX
        if kind is BlockKind.HEADLINE:
            return BlockKind.HEADING, evidence
        if kind is BlockKind.CAPTION and _BRACKETED.match(text):
            alone = stands_alone(paragraph, self._before(index), after, self._body_size)
            return (BlockKind.HEADING, _IN_BRACKETS) if alone else (kind, evidence)
        if paragraph.heading and paragraph.kind.plain:
            return BlockKind.HEADING, _MARKED_UP
        caption = caption_evidence(paragraph, self._before(index), after, self._body_size)
        if caption:
            return BlockKind.CAPTION, caption
        return (BlockKind.HEADING, _LARGER) if after and self._stands_out(paragraph) else (kind, evidence)

    def _remark_goes_on(self, paragraph: Paragraph, kind: BlockKind) -> bool:
        """Whether lines that begin with a bracket (``(6월) …``) still belong to a remark that ends with a colon."""
        if kind is BlockKind.NOTE:
            return self._open_remark or paragraph.text.text.rstrip().endswith((":", "："))
        return self._open_remark and kind is BlockKind.BULLET and paragraph.kind.level == _DEEPEST

    def _annex_kind(self, paragraph: Paragraph, index: int) -> tuple[BlockKind, Message]:
        """Whether a line that begins with 붙임 or 참고 lists enclosures, or is the title of an annex that follows."""
        if index < self._enclosed_until or lists_enclosures(self._pieces, index):
            return BlockKind.ATTACHMENT, _LISTS_ENCLOSURES
        named = paragraph.kind.kind is BlockKind.ANNEX_HEADING
        return BlockKind.ANNEX_HEADING, paragraph.kind.evidence if named else _NAMES_WHAT_FOLLOWS

    def _before(self, index: int) -> Piece | None:
        return self._pieces[index - 1] if index else None

    def _after(self, index: int) -> Piece | None:
        return self._pieces[index + 1] if index + 1 < len(self._pieces) else None

    def _stands_out(self, paragraph: Paragraph) -> bool:
        """Whether an unmarked short line is set in larger letters than the body."""
        text = paragraph.text.text.strip()
        large = 0 < self._body_size * _MUCH_LARGER <= paragraph.size
        return large and paragraph.kind.plain and len(text) <= _LONGEST_HEADING and not ends_sentence(text)

    def _block(self, paragraph: Paragraph, kind: BlockKind, evidence: Message) -> Block:
        text = paragraph.text.strip()
        indent = len(paragraph.text.text) - len(paragraph.text.text.lstrip())
        lead = text.text[: max(0, paragraph.kind.lead - indent)]
        if kind is BlockKind.BULLET:
            listed = paragraph.depth if lead.strip() in _MARKS_OF_LISTS else 0
            level = self._list_level(listed) if listed else self._bullet_level(paragraph.kind.level, indent)
            told = evidence if level == paragraph.kind.level else bullet_evidence(lead.strip(), level)
            return Block(kind, text, level, lead, evidence=told)
        if kind is BlockKind.HEADING:
            marks = (lead, "") if lead else heading_marks(text.text)
            return Block(kind, text, self._heading_level(paragraph), *marks, evidence=evidence)
        if kind is BlockKind.CAPTION:
            return Block(kind, text, 0, *bracket_marks(text.text), evidence=evidence)
        return Block(kind, text, lead=lead, evidence=evidence)

    def _list_level(self, depth: int) -> int:
        """The level of a bullet that the format set: its own, or below the bullets that the writer typed."""
        return min(_DEEPEST, depth + self._above_lists)

    def _bullet_level(self, level: int, indent: int) -> int:
        if level != _DASH_LEVEL:
            return level
        if self._dash_indent is None or indent < self._dash_indent:
            self._dash_indent = indent
        return min(_DEEPEST, level + (indent - self._dash_indent >= _DEEPENS_BY))

    def _heading_level(self, paragraph: Paragraph) -> int:
        if paragraph.heading:
            return min(_DEEPEST, max(1, paragraph.heading - self._heading_base))
        return paragraph.kind.level or _HEADING_LEVEL


def _is_typed_bullet(paragraph: Paragraph) -> bool:
    return paragraph.kind.kind is BlockKind.BULLET and not paragraph.depth


def _closed(block: Block) -> Block:
    """The end mark behind the last sentence is a mark of the block, nothing to translate."""
    closing = closing_mark(block.text.text) if block.kind in _CLOSABLE and not block.tail else ""
    return replace(block, tail=closing) if 0 < len(closing) < len(block.content) else block


def _is_annex_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.text.strip()
    known = paragraph.kind.kind in (BlockKind.HEADING, BlockKind.ANNEX_HEADING)
    titled = paragraph.kind.plain or paragraph.heading > 0 or known
    return titled and len(text) <= _LONGEST_ANNEX_TITLE and not ends_sentence(text)
