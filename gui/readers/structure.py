"""The one recogniser of a release's structure, shared by all readers.

A reader hands over raw lines and tables (:mod:`gui.readers.raw`); here they become typed blocks. Nothing vanishes: what
fits no kind is a paragraph.
"""

import re
from collections.abc import Iterable, Iterator

from gui.document.errors import Message, note
from gui.document.release import Aside, Block, BlockKind, Release
from gui.language.sentences import ends_sentence
from gui.readers.front import front, page_number
from gui.readers.line_kinds import is_attachment_list
from gui.readers.paragraphs import Paragraph, Piece, assemble
from gui.readers.raw import Raw, RawAside, RawLine, RawTable
from gui.readers.releaseline import read_distributed, read_embargo, release_blocks, weekday_warnings
from gui.readers.tables import open_boxes, typed

_SECTION_LEAD = re.compile(r"(?:\d{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4})\s*\.\s*")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[①-⑳])")
_BRACKETS = re.compile(r"([\[【‹〈《≪<＜(]\s*)(?=\S).*?(\s*[\]】›〉》≫>＞)])", re.DOTALL)
_LONGEST_ANNEX_TITLE = 80
_LONGEST_BRACKETED = 400
_DEEPENS_BY = 2
"""A dash that stands this many spaces deeper than the first dash is a level deeper."""

_DEEPEST = 4
_DASH_LEVEL = 3


def recognise(reader_format: str, name: str, raws: Iterable[Raw], warnings: Iterable[Message] = ()) -> Release:
    """The release that stands in the raw lines and tables.

    Args:
        reader_format: The word for the format of the file.
        name: The file name without folder.
        raws: Lines and tables in the order of the file.
        warnings: What the reader itself could not understand.
    """
    everything = tuple(raws)
    set_aside = tuple(Aside(raw.text, raw.reason) for raw in everything if isinstance(raw, RawAside))
    pieces, joined = assemble(open_boxes(raw for raw in everything if isinstance(raw, RawLine | RawTable)))
    blocks, taken = front(pieces)
    blocks += _Body(pieces[taken:], _heading_base(pieces[:taken])).blocks()
    distributed = read_distributed(blocks)
    return Release(
        reader_format,
        name,
        tuple(blocks),
        read_embargo(blocks, distributed),
        distributed,
        (*warnings, *joined, *weekday_warnings(_release_lines(blocks), distributed), *_missing(blocks)),
        set_aside,
    )


def _release_lines(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if block.kind in (BlockKind.EMBARGO, BlockKind.DISTRIBUTION)]


def _missing(blocks: list[Block]) -> Iterator[Message]:
    if not any(block.kind is BlockKind.HEADLINE for block in blocks):
        yield note("No headline was recognised.")


def _heading_base(pieces: list[Piece]) -> int:
    """The level that the markup gives the headline; headings of the body count from it."""
    return max((piece.heading for piece in pieces if isinstance(piece, Paragraph)), default=0)


class _Body:
    """Types the pieces after the front, one after the other."""

    def __init__(self, pieces: list[Piece], heading_base: int) -> None:
        self._pieces = pieces
        self._heading_base = heading_base
        self._dash_indent: int | None = None
        self._title_expected = False
        self._enclosures = False

    def blocks(self) -> Iterator[Block]:
        for index, piece in enumerate(self._pieces):
            if isinstance(piece, RawTable):
                self._title_expected = False
                yield typed(piece)
            else:
                yield from self._of_paragraph(piece, self._pieces[index + 1 : index + 2])

    def _of_paragraph(self, paragraph: Paragraph, following: list[Piece]) -> list[Block]:
        if paragraph.kind.page_number:
            return [page_number(paragraph)]
        if paragraph.kind.kind is BlockKind.EMBARGO:
            return release_blocks(paragraph.text.strip())
        kind = self._kind(paragraph, following)
        self._title_expected = kind is BlockKind.ANNEX_HEADING and paragraph.kind.annex_marker
        self._enclosures = kind is BlockKind.ATTACHMENT
        return [self._block(paragraph, kind)]

    def _kind(self, paragraph: Paragraph, following: list[Piece]) -> BlockKind:
        kind = paragraph.kind.kind
        if kind in (BlockKind.ATTACHMENT, BlockKind.ANNEX_HEADING):
            return _annex_kind(paragraph, following)
        if self._enclosures and _NUMBERED.match(paragraph.text.text) and is_attachment_list(paragraph.text.text):
            return BlockKind.ATTACHMENT
        if self._title_expected and _is_annex_title(paragraph):
            return BlockKind.ANNEX_HEADING
        if paragraph.heading and paragraph.kind.plain:
            return BlockKind.HEADING
        return kind

    def _block(self, paragraph: Paragraph, kind: BlockKind) -> Block:
        text = paragraph.text.strip()
        indent = len(paragraph.text.text) - len(paragraph.text.text.lstrip())
        if kind is BlockKind.BULLET:
            level = self._bullet_level(paragraph.kind.level, indent)
            return Block(kind, text, level, lead=text.text[: paragraph.kind.lead - indent])
        if kind is BlockKind.HEADING:
            lead, tail = _heading_marks(text.text)
            return Block(kind, text, self._heading_level(paragraph), lead, tail)
        if kind is BlockKind.CAPTION:
            return Block(kind, text, 0, *_bracket_marks(text.text))
        return Block(kind, text, lead=text.text[: max(0, paragraph.kind.lead - indent)])

    def _bullet_level(self, level: int, indent: int) -> int:
        if level != _DASH_LEVEL:
            return level
        if self._dash_indent is None or indent < self._dash_indent:
            self._dash_indent = indent
        return min(_DEEPEST, level + (indent - self._dash_indent >= _DEEPENS_BY))

    def _heading_level(self, paragraph: Paragraph) -> int:
        if paragraph.heading:
            return min(_DEEPEST, max(1, paragraph.heading - self._heading_base))
        return paragraph.kind.level


def _annex_kind(paragraph: Paragraph, following: list[Piece]) -> BlockKind:
    """Whether a line that begins with 붙임 or 참고 lists enclosures, or is the title of an annex that follows."""
    after = following[0] if following else None
    if paragraph.kind.annex_marker:
        lists = isinstance(after, Paragraph) and is_attachment_list(after.text.text)
        return BlockKind.ATTACHMENT if lists else BlockKind.ANNEX_HEADING
    if paragraph.kind.kind is BlockKind.ANNEX_HEADING or paragraph.heading:
        return BlockKind.ANNEX_HEADING
    if is_attachment_list(paragraph.text.text) or after is None:
        return BlockKind.ATTACHMENT
    if isinstance(after, RawTable):
        is_contact = typed(after).kind is BlockKind.CONTACT_TABLE
        return BlockKind.ATTACHMENT if is_contact else BlockKind.ANNEX_HEADING
    lists_on = after.kind.kind in (BlockKind.ATTACHMENT, BlockKind.END_MARK, BlockKind.ANNEX_HEADING)
    return BlockKind.ATTACHMENT if lists_on or is_attachment_list(after.text.text) else BlockKind.ANNEX_HEADING


def _is_annex_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.text.strip()
    titled = paragraph.kind.plain or paragraph.heading > 0 or paragraph.kind.kind is BlockKind.HEADING
    return titled and len(text) <= _LONGEST_ANNEX_TITLE and not ends_sentence(text)


def _heading_marks(text: str) -> tuple[str, str]:
    section = _SECTION_LEAD.match(text)
    return (section[0], "") if section and section.end() < len(text) else _bracket_marks(text)


def _bracket_marks(text: str) -> tuple[str, str]:
    match = _BRACKETS.fullmatch(text) if len(text) <= _LONGEST_BRACKETED else None
    return (match[1], match[2]) if match else ("", "")
