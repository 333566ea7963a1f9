"""Where a line of glyphs has spaces, and which of its letters are bold."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from gui.document.richtext import Mark, RichText, Style
from gui.readers.pages.page import Glyph

_UNMARKED_SPACE, _CLEAR_SPACE = 0.2, 0.7
"""Letter sizes: a gap that is a space where the text layer has none at all, and where it has some elsewhere."""

_GUESSED_SPACE = -0.2
"""Letter sizes: where PDFium sees a space, the widths of the font may be wrong by so much."""

_OTHER_LINE = 0.8
_AS_WIDE = 0.9
_MIXED_WHITE = (0.1, 0.27)
"""Letter sizes: the white that other programs put between Hangul and Latin letters; Word and LibreOffice take 0.2."""

_USUAL_SPACE = 0.5
"""Letter sizes: the space of Hangul."""

_DOUBLE = 1.6
_EVEN = 0.3
"""Letter sizes: syllables whose gaps differ by less are one word drawn out over its cell."""

_FEWEST_KNOWN = 3


def spaces_after(glyphs: list[Glyph], blanks: list[float]) -> list[int]:
    """How many spaces stand after each glyph of a line but the last.

    ``blanks`` are the places on the line where a space was drawn on its own.
    """
    pairs = list(pairwise(glyphs))
    gaps = [right.x0 - left.x1 for left, right in pairs]
    marked = [_marked(left, right, blanks) for left, right in pairs]
    hangul = all("가" <= glyph.text <= "힣" for glyph in glyphs)
    if hangul and gaps and not any(marked) and max(gaps) - min(gaps) < glyphs[0].size * _EVEN:
        return [0] * len(gaps)
    usual = median(gaps) if gaps else 0.0
    known = [gap for gap, is_marked in zip(gaps, marked, strict=True) if is_marked and gap > 0]
    base = median(known) if len(known) >= _FEWEST_KNOWN else 0.0
    clear = _CLEAR_SPACE if known else _UNMARKED_SPACE
    counts = []
    for (left, right), gap, is_marked in zip(pairs, gaps, marked, strict=True):
        size = max(left.size, right.size)
        torn = abs(left.y - right.y) > size * _OTHER_LINE or gap < -size
        white = gap - max(0.0, usual)
        guessed = right.gap_before and white > size * _GUESSED_SPACE and not _set_apart(left, right, gap, base)
        if is_marked or torn or guessed or white > size * clear:
            counts.append(2 if not torn and gap > max(base, size * _USUAL_SPACE) * _DOUBLE else 1)
        else:
            counts.append(0)
    return counts


def _set_apart(left: Glyph, right: Glyph, gap: float, space: float) -> bool:
    """Whether a gap is the little white that Word and LibreOffice put between Hangul and figures or Latin letters."""
    mixed = left.text.isascii() != right.text.isascii() and left.text.isalnum() and right.text.isalnum()
    widest = max(space * _AS_WIDE, left.size * _MIXED_WHITE[1])
    return mixed and left.size * _MIXED_WHITE[0] < gap < widest


def _marked(left: Glyph, right: Glyph, blanks: list[float]) -> bool:
    if right.x0 - left.x1 < -max(left.size, right.size):
        return True
    return left.space_after or right.space_before or any(left.x1 - 1 <= x <= right.x0 - 0.5 for x in blanks)


def rich_text(glyphs: list[Glyph], spaces: list[int]) -> RichText:
    """The text of glyphs with ``spaces`` after them, its bold letters marked."""
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for glyph, count in zip(glyphs, [*spaces, 0], strict=True):
        piece = glyph.text + " " * count
        if glyph.bold:
            if marks and marks[-1].end == at:
                marks[-1] = Mark(marks[-1].start, at + len(glyph.text), Style.BOLD)
            else:
                marks.append(Mark(at, at + len(glyph.text), Style.BOLD))
        texts.append(piece)
        at += len(piece)
    return RichText("".join(texts), tuple(_bridged("".join(texts), marks)))


def _bridged(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Marks with only spaces between them are one."""
    last: Mark | None = None
    for mark in marks:
        if last and not text[last.end : mark.start].strip():
            last = Mark(last.start, mark.end, mark.style)
            continue
        if last:
            yield last
        last = mark
    if last:
        yield last
