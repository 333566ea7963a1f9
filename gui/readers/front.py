"""The front of a release: masthead, slogan, release line, headline and subheadlines."""

import re
from collections.abc import Iterator

from gui.document.release import Block, BlockKind
from gui.language.sentences import ends_sentence
from gui.readers.line_kinds import is_masthead
from gui.readers.paragraphs import Paragraph, Piece, ends_in_noun
from gui.readers.raw import RawTable
from gui.readers.releaseline import is_date_alone, release_blocks

_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[Ⅰ-Ⅻ])[.\s]")
_SUBHEADLINE_LEAD = re.compile(r"\s*(?:[-–—−]|[▴▲△])\s*")
_SUBHEADLINE_TAIL = re.compile(r"\s*[-–—−]$")
_PARTICLE_LAST = re.compile(r"[가-힣0-9a-zA-Z)%](?:로|을|를|은|는|의|에|며|고|여|,)$")

_LONGEST_TITLE = 120
"""A line before the body with more characters than this is body text."""

_SHORTEST_HEADLINE = 14
"""Slogans and names of offices are shorter than a headline."""

_LONGEST_SECTION_TITLE = 14
_MOST_SUBHEADLINES = 4
_MOST_FRONT = 30
"""No front has more paragraphs than this."""


def front(pieces: list[Piece]) -> tuple[list[Block], int]:
    """The blocks of the front and the number of pieces they were made of; the rest is the body."""
    length = _length(pieces)
    paragraphs = [piece for piece in pieces[:length] if isinstance(piece, Paragraph)]
    headline = _headline(paragraphs)
    if headline is None:
        length = next((i for i, p in enumerate(paragraphs) if not _heads_front(p)), length)
        return [block for p in paragraphs[:length] for block in _before_headline(p)], length
    end = _end_of_subheadlines(paragraphs, headline)
    return list(_blocks(paragraphs[:end], headline)), end


def _blocks(paragraphs: list[Paragraph], headline: int) -> Iterator[Block]:
    for index, paragraph in enumerate(paragraphs):
        if index < headline:
            yield from _before_headline(paragraph)
        elif index == headline:
            yield Block(BlockKind.HEADLINE, paragraph.text.strip())
        elif _is_release_line(paragraph):
            yield from release_blocks(paragraph.text.strip())
        elif paragraph.kind.page_number or _is_masthead(paragraph):
            yield from _before_headline(paragraph)
        else:
            yield _subheadline(paragraph)


def _length(pieces: list[Piece]) -> int:
    """How many pieces stand before the body begins."""
    for index, piece in enumerate(pieces[:_MOST_FRONT]):
        if isinstance(piece, RawTable) or not (_may_be_front(piece) or _is_spoken_headline(pieces, index)):
            return index
    return min(len(pieces), _MOST_FRONT)


def _is_spoken_headline(pieces: list[Piece], index: int) -> bool:
    """Whether a whole sentence is the headline, as in rebuttals: first after the masthead, and marked text follows."""
    paragraph, before, after = pieces[index], pieces[:index], pieces[index + 1 : index + 2]
    if isinstance(paragraph, RawTable) or not paragraph.kind.plain or len(paragraph.text) > _LONGEST_TITLE:
        return False
    first = bool(before) and all(isinstance(p, Paragraph) and (_is_release_line(p) or _is_masthead(p)) for p in before)
    return first and bool(after) and all(isinstance(p, Paragraph) and not p.kind.plain for p in after)


def _may_be_front(paragraph: Paragraph) -> bool:
    if _heads_front(paragraph):
        return True
    text = paragraph.text.text.strip()
    if len(text) > _LONGEST_TITLE:
        return False
    if paragraph.heading:
        return not _NUMBERED.match(text) and paragraph.kind.kind is not BlockKind.ANNEX_HEADING
    if paragraph.kind.kind is BlockKind.BULLET:
        return paragraph.kind.level >= 3 and _SUBHEADLINE_LEAD.match(text) is not None
    return paragraph.kind.plain and not (ends_sentence(text) and text.rstrip("\"'”’」)")[-1:] != "!")


def _headline(paragraphs: list[Paragraph]) -> int | None:
    """The headline: the first heading of the markup, else the first big line after the release line, else before it."""
    candidates = [i for i, paragraph in enumerate(paragraphs) if _may_be_headline(paragraph)]
    marked = [i for i in candidates if paragraphs[i].heading]
    if marked:
        return marked[0]
    release_line = max((i for i, p in enumerate(paragraphs) if _is_release_line(p)), default=-1)
    subheadline = next((i for i, p in enumerate(paragraphs) if p.kind.kind is BlockKind.BULLET), len(paragraphs))
    group = [i for i in candidates if i < subheadline]
    big = [i for i in group if len(paragraphs[i].text.text.strip()) >= _SHORTEST_HEADLINE]
    big.sort(key=lambda i: (_breaks_off(paragraphs[i]), i < release_line))
    if big:
        return big[0]
    known_release = release_line >= 0 or any(_is_masthead(p) for p in paragraphs)
    return max(group, key=lambda i: len(paragraphs[i].text), default=None) if known_release else None


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether a line ends with a particle, so that it is the torn first half of a sentence."""
    text = paragraph.text.text.rstrip()
    return _PARTICLE_LAST.search(text[-_LONGEST_TITLE:]) is not None and not ends_in_noun(text)


def _may_be_headline(paragraph: Paragraph) -> bool:
    text = paragraph.text.text
    unmarked = paragraph.kind.plain or bool(paragraph.heading)
    taken = _is_release_line(paragraph) or _is_masthead(paragraph) or is_date_alone(text)
    return unmarked and not taken


def _end_of_subheadlines(paragraphs: list[Paragraph], headline: int) -> int:
    found = 0
    for index in range(headline + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if _heads_front(paragraph):
            continue
        text = paragraph.text.text.strip()
        section = bool(paragraph.heading) and len(text) <= _LONGEST_SECTION_TITLE
        if section or found == _MOST_SUBHEADLINES or (paragraph.kind.plain and len(text) <= 4):
            return index
        found += 1
    return len(paragraphs)


def _heads_front(paragraph: Paragraph) -> bool:
    return _is_release_line(paragraph) or _is_masthead(paragraph) or paragraph.kind.page_number


def _is_release_line(paragraph: Paragraph) -> bool:
    return paragraph.kind.kind is BlockKind.EMBARGO


def _is_masthead(paragraph: Paragraph) -> bool:
    return is_masthead(paragraph.text.text)


def _before_headline(paragraph: Paragraph) -> list[Block]:
    text = paragraph.text.strip()
    if _is_release_line(paragraph) or is_date_alone(text.text):
        return release_blocks(text)
    if paragraph.kind.page_number:
        return [page_number(paragraph)]
    return [Block(BlockKind.MASTHEAD if _is_masthead(paragraph) else BlockKind.SLOGAN, text)]


def _subheadline(paragraph: Paragraph) -> Block:
    text = paragraph.text.strip()
    lead = _SUBHEADLINE_LEAD.match(text.text)
    tail = _SUBHEADLINE_TAIL.search(text.text, lead.end()) if lead else None
    return Block(BlockKind.SUBHEADLINE, text, lead=lead[0] if lead else "", tail=tail[0] if tail else "")


def page_number(paragraph: Paragraph) -> Block:
    """A page number: kept, but all of it is mark, so that nothing of it is translated."""
    text = paragraph.text.strip()
    return Block(BlockKind.PARAGRAPH, text, lead=text.text)
