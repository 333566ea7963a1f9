"""A block as it would be if it were of another kind: for the user who knows better than the recogniser."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from gui.document.errors import note
from gui.document.release import Block, BlockKind, Embargo, Table
from gui.document.richtext import RichText
from gui.readers.recognition.contacts import contact_header
from gui.readers.recognition.front import subheadline_block
from gui.readers.recognition.headers import Header, forced_people_header, label_rows, people_header
from gui.readers.recognition.line_kinds import classify, closing_mark, footnote
from gui.readers.recognition.marks import bracket_marks, heading_marks
from gui.readers.recognition.releaseline import distribution_block, embargo_block, read_distributed, read_embargo
from gui.readers.recognition.summary import summary_block

_CHOSEN = note("You chose this kind.")
_LEVELLED = frozenset({BlockKind.BULLET, BlockKind.HEADING})
_DEEPEST = 4


def retype(block: Block, kind: BlockKind, level: int = 0) -> Block:
    """The block if it is of ``kind``: its marks, level, roles and header rows worked out anew, its text untouched.

    Args:
        block: A block of a release.
        kind: Another text kind for a block of text, another table kind for a table.
        level: 1–4 for a bullet or heading; 0 leaves it to the marks of the text.

    Raises:
        ValueError: A text cannot become a table or a picture, nor the other way round.
    """
    if block.kind is kind and level in (0, block.level):
        return block
    if kind.is_table != block.kind.is_table or BlockKind.PICTURE in (kind, block.kind):
        raise ValueError(f"{block.kind} cannot become {kind}")
    if block.table is not None:
        return Block(kind, table=_retyped_table(block.table, kind), evidence=_CHOSEN)
    shaped = _SHAPES.get(kind, _marked)(block.text, kind)
    if kind not in _LEVELLED:
        return replace(shaped, evidence=_CHOSEN)
    return replace(shaped, level=min(_DEEPEST, level or shaped.level or 1), evidence=_CHOSEN)


def facts_of(blocks: Sequence[Block]) -> tuple[Embargo | None, date | None]:
    """The embargo and the day of distribution that the blocks state, as a release carries them."""
    distributed = read_distributed(blocks)
    return read_embargo(blocks, distributed), distributed


def _retyped_table(table: Table, kind: BlockKind) -> Table:
    """The same cells with the roles and header rows of the kind."""
    if kind is BlockKind.TABLE:
        return replace(table, header_rows=label_rows(table), roles=())
    header = _header(table, kind)
    return replace(table, header_rows=header.rows, roles=header.roles)


def _header(table: Table, kind: BlockKind) -> Header:
    if kind is BlockKind.CONTACT_TABLE:
        return contact_header(table)
    return people_header(table) or forced_people_header(table)


def _plain(text: RichText, kind: BlockKind) -> Block:
    return Block(kind, text)


def _titled(text: RichText, kind: BlockKind) -> Block:
    """A headline: its label (``제목 :``) is its lead, whatever else it begins with is part of it."""
    own = classify(text.text)
    return Block(kind, text, lead=text.text[: own.lead] if own.kind is kind else "")


def _closing(text: RichText, kind: BlockKind) -> Block:
    return Block(kind, text, tail=closing_mark(text.text))


def _marked(text: RichText, kind: BlockKind) -> Block:
    """A bullet, remark or foot-note: whatever mark the text begins with is its lead."""
    own = classify(text.text)
    lead = own.lead or (footnote(text.text).lead if kind is BlockKind.FOOTNOTE else 0)
    level = own.level if kind is BlockKind.BULLET else 0
    closing = closing_mark(text.text[lead:])
    return Block(kind, text, level, text.text[:lead], closing)


def _headed(text: RichText, kind: BlockKind) -> Block:
    own = classify(text.text)
    lead, tail = (text.text[: own.lead], "") if own.lead else heading_marks(text.text)
    return Block(kind, text, own.level, lead, tail)


def _bracketed(text: RichText, kind: BlockKind) -> Block:
    return Block(kind, text, 0, *bracket_marks(text.text))


_SHAPES: dict[BlockKind, Callable[[RichText, BlockKind], Block]] = {
    BlockKind.MASTHEAD: _plain,
    BlockKind.SLOGAN: _plain,
    BlockKind.HEADLINE: _titled,
    BlockKind.ATTACHMENT: _plain,
    BlockKind.END_MARK: _plain,
    BlockKind.ANNEX_HEADING: _plain,
    BlockKind.PARAGRAPH: _closing,
    BlockKind.HEADING: _headed,
    BlockKind.CAPTION: _bracketed,
    BlockKind.EMBARGO: lambda text, _: embargo_block(text),
    BlockKind.DISTRIBUTION: lambda text, _: distribution_block(text),
    BlockKind.SUBHEADLINE: lambda text, _: subheadline_block(text, _CHOSEN),
    BlockKind.SUMMARY: lambda text, _: summary_block(text, classify(text.text), _CHOSEN),
}
