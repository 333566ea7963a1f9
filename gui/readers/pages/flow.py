"""Joins the lines of a PDF to paragraphs: the page breaks lines where they are full, often inside a word.

A line is full if what follows would not have fitted on it. Whether a space belongs at the break the text layer tells
where its writer (Hangul, Word) drew the space; elsewhere the words of the document itself decide, and the doubt is
counted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from gui.document.richtext import RichText, Style, join
from gui.language.sentences import ends_sentence
from gui.readers.pages.lines import Frame, Item, Line
from gui.readers.raw import Gap, RawLine
from gui.readers.recognition.line_kinds import classify
from gui.readers.recognition.paragraphs import is_closed_subheadline

_SAME_SIZE = 0.12
_WIDEST_LEADING = 2.3
"""Letter sizes from line to line within a paragraph whose own distance is not known yet."""

_LOOSER = 1.3
_CLEARLY_LOOSER = 1.15
"""Times the usual leading: a line as deep as the bullet before it and so far below it begins a paragraph."""

_INDENT = 0.8
_SPACE_WIDTH = 0.5
"""Letter sizes: the width of a space of Hangul, in which leading spaces are counted."""

_SLACK = 0.25
_MOST_INDENT = 24
_FULL_WITHIN = 1.2
_MARKS_SPACES = 0.15
_BREAKS_WORDS = 0.05
_NO_ROOM = 0.2
_RUNNING_TEXT = 20
"""Lines of fewer characters stand in narrow cells and tell nothing of how the document breaks its lines."""

_INLINE_MARKS = re.compile(r"[▲▴△▵①-⑳➊-➓❶-❿➜↳→⇒·∙㉮-㉻]")
_BOXED_BY_FONT = re.compile(r"[\ue000-\uf8ff\U000f0000-\U000fffff]\s")
"""A number in a box or the like, drawn by a character of the font's own: an item begins."""

_EDGE = re.compile(r"^\W+|(?<=\w)\W+$")
_HYPHENED = re.compile(r"\w-$")
_LETTER = re.compile(r"[가-힣0-9A-Za-z]")
_CLOSING, _OPENING = ")]}”’」』》〉,.%", "([{“‘「『《〈"
_ENDING = re.compile(
    r"[을를은는이가에의로와과도고며다서던]|(?:에서|에게|으로|부터|까지|보다|처럼|라고|이라고)(?:는|도|의)?"
    r"|[했됐였]다|[하되]?[고며는여기]|[한된]다|[가-힣]?니다|습니다"
)
"""What a word may end with but none begins with."""

_BARE_STEM = re.compile(r"[가-힣]{2}[하되]$")
_PARTICLE = re.compile(r"[가-힣](?:[을를은는의에와과며고로]|에서|에게|까지|부터)$")


@dataclass(slots=True)
class Habits:
    """How a document breaks its lines, and what is doubtful.

    ``marks_spaces``: a line that ends between two words has a space at its end even where there is no room for one, as
    Hangul writes it; other programs drop it there. ``breaks_words``: lines end inside words. ``words`` are those that
    stand inside lines. ``leading`` is the usual distance of lines within a paragraph in letter sizes, 0 where it is not
    known. ``doubtful`` maps a page to the number of joins on it that might be wrong.
    """

    marks_spaces: bool
    breaks_words: bool
    words: frozenset[str]
    leading: float = 0.0
    doubtful: dict[int, int] = field(default_factory=dict)


def habits(pages: Iterable[Iterable[Item]]) -> Habits:
    """The habits of a document, from all its lines."""
    lines = [line for page in pages for line in _all_lines(page)]
    full = [line for line in lines if line.right - line.box.x1 < line.size * _NO_ROOM and line.right]
    full = [line for line in full if len(line.text) >= _RUNNING_TEXT and not ends_sentence(line.text.text)]
    marked = sum(line.open_end for line in full)
    pieces = (_EDGE.sub("", word) for line in lines for word in line.text.text.split()[1:-1])
    words = frozenset(word for word in pieces if word)
    closed = {id(line) for line in full if not line.open_end}
    broken = sum(_breaks_word(line, after, words) for line, after in pairwise(lines) if id(line) in closed)
    return Habits(
        marked > len(full) * _MARKS_SPACES, broken > len(full) * _BREAKS_WORDS, words, _usual_leading(lines, full)
    )


def _usual_leading(lines: Iterable[Line], full: Iterable[Line]) -> float:
    """The distance from a full line to the plain one that goes on with it, in letter sizes."""
    running = {id(line) for line in full}
    pairs = [(line, after) for line, after in pairwise(lines) if id(line) in running and line.page == after.page]
    steps = [
        (line.box.y0 - after.box.y0) / line.size
        for line, after in pairs
        if classify(after.text.text).plain and abs(line.size - after.size) < line.size * _SAME_SIZE
    ]
    usual = [step for step in steps if 0 < step < _WIDEST_LEADING]
    return median(usual) if usual else 0.0


def _breaks_word(line: Line, following: Line, words: frozenset[str]) -> bool:
    one, other = _torn(line, following)
    if not one or not other:
        return False
    ending = _ENDING.fullmatch(other) and not (_PARTICLE.search(one) and len(other) > 1)
    return one + other in words or bool(ending or _BARE_STEM.search(one))


def _torn(line: Line, following: Line) -> tuple[str, str]:
    """The last word of a line and the first of the next, without what stands around them."""
    return _EDGE.sub("", line.text.text.split()[-1]), _EDGE.sub("", following.text.text.split()[0])


def _all_lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Frame):
            for cell in item.cells:
                yield from _all_lines(cell)


@dataclass(slots=True)
class _Open:
    """A paragraph in the making."""

    text: RichText
    first: Line
    last: Line
    edge: float | None = None
    leading: float | None = None

    def add(self, line: Line, glue: str) -> None:
        self.text = join((self.text, line.text), glue)
        self.edge = line.box.x0
        if line.page == self.last.page and self.last.box.y0 > line.box.y0:
            self.leading = self.last.box.y0 - line.box.y0
        self.last = line

    def raw(self) -> RawLine:
        line = self.first
        centred = is_centred(line)
        indent = 0 if centred else _indent(line)
        text = join((RichText(" " * indent), self.text))
        return RawLine(text, Gap.PARAGRAPH, size=line.size, centred=centred)


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column, with room on either side."""
    before, after = line.box.x0 - line.left, line.right - line.box.x1
    return min(before, after) > line.size * _INDENT and abs(before - after) < line.size


def _indent(line: Line) -> int:
    before, after = line.box.x0 - line.left, line.right - line.box.x1
    if before > after and after < line.size:
        return 0
    return max(0, min(_MOST_INDENT, round(before / (line.size * _SPACE_WIDTH))))


class Joiner:
    """Makes paragraphs of lines that follow one another."""

    def __init__(self, known: Habits) -> None:
        self._habits = known
        self._open: _Open | None = None

    def add(self, line: Line) -> Iterator[RawLine]:
        """Take the next line; gives the paragraph before it once that is finished."""
        glue = None if self._open is None else self._glue(self._open, line)
        if self._open is not None and glue is not None:
            self._open.add(line, glue)
            return
        yield from self.finish()
        self._open = _Open(line.text, line, line)

    def finish(self) -> Iterator[RawLine]:
        """The last paragraph."""
        if self._open is not None:
            yield self._open.raw()
        self._open = None

    def _glue(self, before: _Open, line: Line) -> str | None:
        """What stands between two lines of a paragraph; ``None`` if they are two."""
        last = before.last
        if abs(last.size - line.size) > max(last.size, line.size) * _SAME_SIZE or not _near(before, line):
            return None
        if not _may_go_on(before, line) or _indented(before, line) or self._set_off(before, line):
            return None
        return self._wrapped(last, line)

    def _set_off(self, before: _Open, line: Line) -> bool:
        """Whether a line stands as deep as the bullet before it, but farther below it than lines of one paragraph."""
        first, leading = before.first, self._habits.leading * line.size
        as_deep = line.box.x0 > line.left + line.size * _SLACK and abs(first.box.x0 - line.box.x0) < line.size * _SLACK
        if not leading or not as_deep or before.edge is not None or is_centred(first):
            return False
        return line.page == first.page and first.box.y0 - line.box.y0 > leading * _CLEARLY_LOOSER

    def _wrapped(self, last: Line, line: Line) -> str | None:
        room = _room(last)
        if ends_sentence(last.text.text) and room > last.size * _FULL_WITHIN:
            return None
        word_fits = line.first_word <= room - last.size * _SLACK
        if not word_fits and not last.open_end and _HYPHENED.search(last.text.text) and line.text.text[0].isalnum():
            return ""
        if self._habits.marks_spaces:
            if last.open_end:
                return None if word_fits else " "
            return None if line.first_letter <= room - last.size * _SLACK else ""
        if word_fits:
            return None
        had_room = line.first_letter <= room - last.size * _SLACK
        return " " if last.open_end or had_room else self._likelier(last, line)

    def _likelier(self, last: Line, line: Line) -> str:
        """A space or nothing: by the words of the document, then by what Korean words begin and end with."""
        end, start = last.text.text.split()[-1], line.text.text.split()[0]
        if not (_LETTER.match(end[-1]) and _LETTER.match(start)):
            return "" if start[0] in _CLOSING or end[-1] in _OPENING else " "
        if _breaks_word(last, line, self._habits.words):
            return ""
        one, _ = _torn(last, line)
        if one in self._habits.words or _PARTICLE.search(one):
            return " "
        self._habits.doubtful[last.page] = self._habits.doubtful.get(last.page, 0) + 1
        return "" if self._habits.breaks_words else " "


def _room(line: Line) -> float:
    """The width left free on a line."""
    if is_centred(line):
        return (line.right - line.left) - (line.box.x1 - line.box.x0)
    return line.right - line.box.x1


def _near(before: _Open, line: Line) -> bool:
    """Whether the line stands where the next line of the paragraph would: below, in the next column, on a new page."""
    last = before.last
    distance = last.box.y0 - line.box.y0
    if line.page != last.page or distance <= 0:
        return True
    limit = before.leading * _LOOSER if before.leading else last.size * _WIDEST_LEADING
    return distance <= limit


def _may_go_on(before: _Open, line: Line) -> bool:
    text = line.text.text
    if _BOXED_BY_FONT.match(text) or _ends_title(before, line) or is_closed_subheadline(before.text.text):
        return False
    if classify(text).plain:
        return True
    hanging = before.edge is None or abs(before.edge - line.box.x0) < line.size
    inside = line.box.x0 > before.first.box.x0 + line.size * _SPACE_WIDTH
    return bool(_INLINE_MARKS.match(text)) and hanging and inside and not ends_sentence(before.last.text.text)


def _ends_title(before: _Open, line: Line) -> bool:
    """Whether a centred line in bold letters ends before a line that is neither."""
    last = before.last
    return is_centred(last) and _is_bold(last) and not is_centred(line) and not _is_bold(line)


def _is_bold(line: Line) -> bool:
    return any(mark.style is Style.BOLD and mark.start == 0 for mark in line.text.marks)


def _indented(before: _Open, line: Line) -> bool:
    """Whether the line stands apart from the edge that the lines of the paragraph share."""
    if is_centred(before.first) or before.edge is None or line.page != before.last.page:
        return False
    if line.box.y0 > before.last.box.y0:
        return False
    return abs(line.box.x0 - before.edge) > line.size * _INDENT
