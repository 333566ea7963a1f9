"""Finds the headline: by the size of its letters where the format tells it, else by where it stands and how it ends."""

import re
from dataclasses import dataclass

from gui.document.errors import Message, note
from gui.document.release import BlockKind
from gui.language.sentences import ends_sentence
from gui.readers.raw import RawPicture, RawTable
from gui.readers.recognition.line_kinds import is_masthead
from gui.readers.recognition.paragraphs import SAME_SIZE, Paragraph, Piece, ends_in_noun
from gui.readers.recognition.releaseline import is_date_alone
from gui.readers.recognition.tables import typed

_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[Ⅰ-Ⅻ])[.\s]")
_DASHED = re.compile(r"\s*(?:[-–—−]|[▴▲△▸▹►])\s*")
_PARTICLE_LAST = re.compile(r"[가-힣0-9a-zA-Z)%](?:로|을|를|은|는|의|에|며|고|여|,)$")

_LONGEST_TITLE = 120
"""A line before the body with more characters than this is body text."""

_LONGEST_LARGE_TITLE = 200
_SHORTEST_HEADLINE = 14
"""Slogans and names of offices are shorter than a headline."""

_SHORTEST_LARGE_HEADLINE = 5
_MOST_FRONT = 30
"""No front has more paragraphs than this."""

_MUCH_LARGER = 1.12
"""The letters of a headline are at least so many times as large as those of the body."""

_MOST_LINES = 4
_UNLIKE_TITLES = frozenset({BlockKind.NOTE, BlockKind.FOOTNOTE, BlockKind.END_MARK, BlockKind.ATTACHMENT})

_LARGEST = note("Its letters are the largest before the body.")
_MARKED_UP = note("It is the first heading of the markup.")
_FIRST_LONG = note("It is the first line long enough for a headline before the body.")


@dataclass(frozen=True, slots=True)
class Title:
    """The pieces ``start`` to ``end`` are the headline; before ``limit`` there is no sure body text."""

    start: int
    end: int
    limit: int
    evidence: Message
    box: int = 0


def title_by_label(pieces: list[Piece]) -> Title | None:
    """The headline that is labelled so: ``제목 : …``."""
    for index, piece in enumerate(pieces[:_MOST_FRONT]):
        if isinstance(piece, Paragraph) and piece.kind.kind is BlockKind.HEADLINE:
            return Title(index, index + 1, index + 1, piece.kind.evidence, piece.box)
    return None


def title_by_size(pieces: list[Piece], body_size: float) -> Title | None:
    """The headline as the largest letters before the body; none where sizes are unknown or nothing stands out."""
    if not body_size:
        return None
    end = _body_begins(pieces, body_size)
    candidates = [i for i in range(end) if _may_be_large_title(pieces[i])]
    sizes = {i: piece.size for i in candidates if isinstance(piece := pieces[i], Paragraph)}
    titled = {i: size for i, size in sizes.items() if _is_title_of_markup(pieces[i])}
    largest = max((titled or sizes).values(), default=0.0)
    if titled:
        candidates = list(titled)
    elif largest < body_size * _MUCH_LARGER:
        return None
    start = next(i for i in candidates if sizes[i] > largest - SAME_SIZE)
    stop = start + 1
    while stop in sizes and stop - start < _MOST_LINES and _continues(pieces[start], pieces[stop]):
        stop += 1
    first = pieces[start]
    box = first.box if isinstance(first, Paragraph) else 0
    while start and _leads_in(pieces, start, body_size):
        start -= 1
    return Title(start, stop, max(stop, end), _MARKED_UP if titled else _LARGEST, box)


def _leads_in(pieces: list[Piece], start: int, body_size: float) -> bool:
    """Whether the line before a headline is its smaller first line: in its box, or set alike below the release line."""
    before, first = pieces[start - 1], pieces[start]
    if not isinstance(before, Paragraph) or not isinstance(first, Paragraph) or before.box != first.box:
        return False
    above = pieces[start - 2] if start > 1 else None
    below_line = isinstance(above, Paragraph) and _is_release_line(above) and before.centred and first.centred
    larger = before.size >= body_size * _MUCH_LARGER and before.kind.plain
    return larger and (bool(first.box) or below_line) and _may_be_large_title(before)


def _is_title_of_markup(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.heading == 1


def _continues(first: Piece, following: Piece) -> bool:
    if not isinstance(first, Paragraph) or not isinstance(following, Paragraph):
        return False
    alike = abs(first.size - following.size) < SAME_SIZE and first.box == following.box
    return alike and first.heading == following.heading and not _DASHED.match(following.text.text)


def _body_begins(pieces: list[Piece], body_size: float) -> int:
    """The first piece that is surely not of the front any more: body text, or a table below large letters."""
    seen = False
    for index, piece in enumerate(pieces[:_MOST_FRONT]):
        if isinstance(piece, RawTable):
            if seen and not _may_head(piece):
                return index
        elif isinstance(piece, Paragraph):
            if _is_body(piece, body_size):
                return index
            seen = seen or (_may_be_large_title(piece) and piece.size > body_size * _MUCH_LARGER)
    return min(len(pieces), _MOST_FRONT)


def _may_head(table: RawTable) -> bool:
    """Whether a table may stand above the headline: local governments put the contacts there."""
    return typed(table).kind is BlockKind.CONTACT_TABLE


def _is_body(paragraph: Paragraph, body_size: float) -> bool:
    kind = paragraph.kind
    if is_release_or_masthead(paragraph) or paragraph.size > body_size * _MUCH_LARGER:
        return False
    if kind.kind in _UNLIKE_TITLES or kind.kind in (BlockKind.ANNEX_HEADING, BlockKind.HEADING):
        return True
    if kind.kind is BlockKind.BULLET:
        return kind.level <= 2
    text = paragraph.text.text.strip()
    return ends_sentence(text) and len(text) > _SHORTEST_HEADLINE * 2


def _may_be_large_title(piece: Piece) -> bool:
    if not isinstance(piece, Paragraph) or is_release_or_masthead(piece):
        return False
    text = piece.text.text.strip()
    if is_date_alone(text) or piece.kind.kind in _UNLIKE_TITLES or piece.kind.annex_marker:
        return False
    return _SHORTEST_LARGE_HEADLINE <= len(text) <= _LONGEST_LARGE_TITLE and not _DASHED.match(text)


def title_by_words(pieces: list[Piece]) -> Title | None:
    """The headline: the first heading of the markup, else the first big line after the release line, else before it."""
    limit = _length(pieces)
    candidates = [i for i in range(limit) if _may_be_headline(pieces[i])]
    paragraphs = {i: piece for i in range(limit) if isinstance(piece := pieces[i], Paragraph)}
    marked = [i for i in candidates if paragraphs[i].heading]
    if marked:
        return _title(paragraphs, marked[0], limit, _MARKED_UP)
    release_line = max((i for i, p in paragraphs.items() if _is_release_line(p)), default=-1)
    dashed = next((i for i, p in paragraphs.items() if p.kind.kind is BlockKind.BULLET), limit)
    group = [i for i in candidates if i < dashed]
    big = [i for i in group if len(paragraphs[i].text.text.strip()) >= _SHORTEST_HEADLINE]
    big.sort(key=lambda i: (_breaks_off(paragraphs[i]), i < release_line))
    if big:
        return _title(paragraphs, big[0], limit, _FIRST_LONG)
    if not group or not any(is_release_or_masthead(p) for p in paragraphs.values()):
        return None
    return _title(paragraphs, max(group, key=lambda i: len(paragraphs[i].text)), limit, _FIRST_LONG)


def _title(paragraphs: dict[int, Paragraph], place: int, limit: int, evidence: Message) -> Title:
    return Title(place, place + 1, limit, evidence, paragraphs[place].box)


def _length(pieces: list[Piece]) -> int:
    """How many pieces stand before the body begins."""
    for index, piece in enumerate(pieces[:_MOST_FRONT]):
        if isinstance(piece, RawPicture) or (isinstance(piece, RawTable) and index < 3 and _may_head(piece)):
            continue
        if isinstance(piece, RawTable) or not (_may_be_front(piece) or _is_spoken_headline(pieces, index)):
            return index
    return min(len(pieces), _MOST_FRONT)


def _is_spoken_headline(pieces: list[Piece], index: int) -> bool:
    """Whether a whole sentence is the headline, as in rebuttals: first after the masthead, and marked text follows."""
    paragraph = pieces[index]
    if not isinstance(paragraph, Paragraph) or not paragraph.kind.plain or len(paragraph.text) > _LONGEST_TITLE:
        return False
    before = [piece for piece in pieces[:index] if not isinstance(piece, RawPicture)]
    after = next((piece for piece in pieces[index + 1 :] if not isinstance(piece, RawPicture)), None)
    first = bool(before) and all(isinstance(p, Paragraph) and is_release_or_masthead(p) for p in before)
    return first and isinstance(after, Paragraph) and not after.kind.plain


def _may_be_front(paragraph: Paragraph) -> bool:
    if is_release_or_masthead(paragraph):
        return True
    text = paragraph.text.text.strip()
    if len(text) > _LONGEST_TITLE:
        return False
    if paragraph.heading:
        return not _NUMBERED.match(text) and paragraph.kind.kind is not BlockKind.ANNEX_HEADING
    if paragraph.kind.kind is BlockKind.BULLET:
        return paragraph.kind.level >= 3 and _DASHED.match(text) is not None
    return paragraph.kind.plain and not (ends_sentence(text) and text.rstrip("\"'”’」)")[-1:] != "!")


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether a line ends with a particle, so that it is the torn first half of a sentence."""
    text = paragraph.text.text.rstrip()
    return _PARTICLE_LAST.search(text[-_LONGEST_TITLE:]) is not None and not ends_in_noun(text)


def _may_be_headline(piece: Piece) -> bool:
    if not isinstance(piece, Paragraph):
        return False
    unmarked = piece.kind.plain or bool(piece.heading)
    return unmarked and not is_release_or_masthead(piece) and not is_date_alone(piece.text.text)


def is_release_or_masthead(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a release line or the masthead."""
    return _is_release_line(paragraph) or is_masthead(paragraph.text.text)


def _is_release_line(paragraph: Paragraph) -> bool:
    return paragraph.kind.kind is BlockKind.EMBARGO
