"""How wide the columns of a table are, from what stands in them."""

import unicodedata
from collections.abc import Iterator, Sequence

from gui.exporters.content import GridCell
from gui.exporters.styles import TEXT_WIDTH

_CHARACTER = 104
"""Twips of an average letter of table text; East Asian characters take two."""

_PADDING = 230
_LONGEST = 40
"""Letters beyond which a line may just as well wrap."""


def column_widths(rows: Sequence[tuple[GridCell, ...]], columns: int) -> tuple[float, ...]:
    """Widths that keep words whole where that is possible, and lines where there is room for them."""
    words, lines = [0] * columns, [0] * columns
    for column, line in _lines(rows):
        lines[column] = max(lines[column], min(_letters(line), _LONGEST))
        words[column] = max(words[column], max((min(_letters(word), _LONGEST) for word in line.split()), default=0))
    least = [_PADDING + _CHARACTER * max(letters, 2) for letters in words]
    wished = [_PADDING + _CHARACTER * max(letters, 2) for letters in lines]
    spare, wanting = TEXT_WIDTH - sum(least), sum(wished) - sum(least)
    if spare <= 0:
        return tuple(map(float, least))
    if spare >= wanting:
        return tuple(map(float, wished))
    return tuple(low + spare * (high - low) / wanting for low, high in zip(least, wished, strict=True))


def _lines(rows: Sequence[tuple[GridCell, ...]]) -> Iterator[tuple[int, str]]:
    """Every line of every cell that is one column wide, with its column."""
    for cells in rows:
        column = 0
        for cell in cells:
            if cell.columns == 1:
                yield from ((column, line) for paragraph in cell.paragraphs for line in paragraph.text.splitlines())
            column += cell.columns


def _letters(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
