"""Raws as the readers of paged documents give them, in a few letters, for the tests of the recogniser."""

from gui.document.release import Block, Cell, CellItem, Release
from gui.document.richtext import RichText
from gui.readers.raw import Gap, Raw, RawLine, RawPicture, RawTable, Role
from gui.readers.structure import recognise

PICTURE = RawPicture(20, 10)


def line(
    text: str,
    size: float = 14,
    *,
    centred: bool = False,
    box: int = 0,
    gap: Gap = Gap.PARAGRAPH,
    role: Role | None = None,
) -> RawLine:
    """A line of a document whose letters have sizes; the body has 14 points."""
    return RawLine(RichText(text), gap, size=size, centred=centred, box=box, role=role)


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """A cell with an item for each line of ``text``."""
    items = tuple(CellItem(RichText(part)) for part in text.split("\n") if part)
    return Cell(items, columns, rows)


def table(*rows: str | list[str | Cell], size: float = 12) -> RawTable:
    """A table; a row is its cells, or a text with ``|`` between them."""
    cells = [row.split("|") if isinstance(row, str) else row for row in rows]
    built = tuple(tuple(cell(part) if isinstance(part, str) else part for part in row) for row in cells)
    return RawTable(built, size=size)


BODY: tuple[Raw, ...] = (
    line("□ 가상부(장관 홍길동)는 5월 20일 창업 지원 방안을 내년부터 새로 시작한다고 밝혔다."),
    line(" ㅇ 이번 방안은 창업 초기의 어려움을 듣고 지원 제도를 고치기 위해 마련됐다."),
)
PLAIN_BODY: tuple[Raw, ...] = (
    line("  가상부는 5월 20일 창업 지원 방안을 내년부터 새로 시작한다고 밝혔다. 앞으로 세 해 동안 공간을 늘린다."),
    line("  이번 방안은 창업 초기의 어려움을 듣고 지원 제도를 고치기 위해 마련됐다."),
)
BODY_KINDS = ["bullet", "bullet"]
PLAIN_KINDS = ["paragraph", "paragraph"]


def read(*raws: Raw) -> Release:
    """The release in these raws."""
    return recognise("hwpx", "a.hwpx", raws)


def kinds(release: Release) -> list[str]:
    """The kinds of its blocks."""
    return [block.kind.value for block in release.blocks]


def wording(blocks: tuple[Block, ...]) -> list[str]:
    """What the blocks say, marks apart."""
    return [block.content.text for block in blocks]
