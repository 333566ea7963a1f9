"""The three columns of a bilingual table that came back: whether it is one, and where they stand by now."""

from collections import Counter
from dataclasses import dataclass

from gui.document.errors import ReadError
from gui.document.segment import Segment
from gui.exporters.bilingual import HEADINGS, MASTHEAD
from gui.exporters.text import printable
from gui.workspace.corrections.returned import Passage, Returned, Row

_HEADINGS = tuple(heading.casefold() for heading in HEADINGS)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where number, Korean and English stand, and how many cells a whole row has."""

    number: int
    korean: int
    english: int
    width: int

    def is_whole(self, row: Row) -> bool:
        """Whether a row has all its cells, none of the two texts merged with another."""
        if len(row.cells) != self.width:
            return False
        return not (row.cells[self.korean].merged or row.cells[self.english].merged)

    def korean_of(self, row: Row) -> str:
        """The Korean of a whole row, else nothing."""
        return row.cells[self.korean].text.strip() if self.is_whole(row) else ""

    def korean_agrees(self, segment: Segment, row: Row) -> bool:
        """Whether a whole row has the Korean of a segment."""
        return self.korean_of(row) == korean_shown(segment)

    def english_of(self, segment: Segment, row: Row) -> str:
        """The English of a whole row. Empty paragraphs around it are no text, unless they went out so."""
        text = row.cells[self.english].text
        return text if text == printable(segment.target) else text.strip("\n")

    def beside(self, row: Row) -> list[Passage]:
        """The cells of columns that are not ours."""
        ours = (self.number, self.korean, self.english)
        return [cell for place, cell in enumerate(row.cells) if place not in ours]


def korean_shown(segment: Segment) -> str:
    """The Korean of a segment as a row shows it."""
    return printable(segment.lead + segment.source.text).strip()


def is_bilingual(returned: Returned) -> bool:
    """Whether the document is one of our tables, or what is left of one."""
    if any(row.links or row.bookmarks or headings(row) >= 2 for row in returned.rows):
        return True
    return any(passage.text.strip() == MASTHEAD for passage in returned.passages)


def headings(row: Row) -> int:
    """How many of our headings stand in a row."""
    return len({cell.text.strip().casefold() for cell in row.cells} & set(_HEADINGS))


def columns(returned: Returned) -> Columns:
    """Where the columns stand: as the headings say, else in our order.

    Raises:
        ReadError: one of them is gone.
    """
    keyed = [row for row in returned.rows if row.links or row.bookmarks]
    head = max((row for row in returned.rows if not (row.links or row.bookmarks)), key=headings, default=None)
    if head is not None and headings(head) == len(_HEADINGS):
        texts = [cell.text.strip().casefold() for cell in head.cells]
        number, korean, english = map(texts.index, _HEADINGS)
        return Columns(number, korean, english, len(texts))
    usual = Counter(len(row.cells) for row in keyed).most_common(1)
    if (head is not None and headings(head)) or not usual or usual[0][0] != len(_HEADINGS):
        raise ReadError(
            "A column of the table in {name} is gone, so its rows cannot be told any more. "
            "Ask for the document with its three columns: number, Korean and English.",
            name=returned.name,
        )
    return Columns(0, 1, 2, len(_HEADINGS))
