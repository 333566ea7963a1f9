"""How wide the columns of a table are, from what stands in them."""

import re
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
    least, wished = _needs(rows, columns)
    spare, wanting = TEXT_WIDTH - sum(least), sum(wished) - sum(least)
    if spare <= 0:
        return _squeezed(least)
    if spare >= wanting:
        return tuple(map(float, wished))
    return tuple(low + spare * (high - low) / wanting for low, high in zip(least, wished, strict=True))


def role_widths(rows: Sequence[tuple[GridCell, ...]], weights: Sequence[float]) -> tuple[float, ...]:
    """Widths in the proportion of ``weights``, but no column narrower than its longest word if the others have room."""
    least, _ = _needs(rows, len(weights))
    widths = [TEXT_WIDTH * weight / sum(weights) for weight in weights]
    missing = sum(max(0.0, low - width) for low, width in zip(least, widths, strict=True))
    spare = sum(max(0.0, width - low) for low, width in zip(least, widths, strict=True))
    if not missing or missing > spare:
        return tuple(weights)
    share = missing / spare
    return tuple(
        float(low) if width < low else width - share * (width - low) for low, width in zip(least, widths, strict=True)
    )


def _needs(rows: Sequence[tuple[GridCell, ...]], columns: int) -> tuple[list[int], list[int]]:
    """For each column what its longest word needs, and what its longest line would like."""
    words, lines = [0] * columns, [0] * columns
    for column, line in _lines(rows):
        lines[column] = max(lines[column], min(_letters(line), _LONGEST))
        pieces = (min(_letters(word), _LONGEST) for word in _BREAK.split(line))
        words[column] = max(words[column], max(pieces, default=0))
    least = [_PADDING + _CHARACTER * max(letters, 2) for letters in words]
    return least, [_PADDING + _CHARACTER * max(letters, 2) for letters in lines]


_BREAK = re.compile(r"\s+|(?<=[^\W\d]-)")
"""Where a line may be broken: at spaces, and after the hyphen of a name but not inside a telephone number."""


def _squeezed(wanted: Sequence[int]) -> tuple[float, ...]:
    """Widths for columns that do not fit: narrow ones keep their words whole, wide ones share what is left."""
    room, left = float(TEXT_WIDTH), len(wanted)
    widths: dict[int, float] = {}
    for column, width in sorted(enumerate(wanted), key=lambda pair: pair[1]):
        widths[column] = min(width, room / left)
        room, left = room - widths[column], left - 1
    return tuple(widths[column] for column in range(len(wanted)))


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
