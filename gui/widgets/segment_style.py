"""Document typography: how each kind of block is set on the desk."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from gui.document.release import BlockKind
from gui.document.richtext import RichText, Style
from gui.models.segment_model import Row

_LINE_HEIGHT = 1.62
"""Line distance in sizes of the font, the same for both scripts, whose fonts bring line heights of their own."""

_LABEL = 4
"""A mark of so many characters (``※엠바고 :``), or one with a word in it (``배포``), stands on a line of its own above
the text, a shorter one beside it."""

_WORD = re.compile("[가-힣]")

_BODY_POINTS = 11.5

LABEL_HEIGHT = 1.3
"""Height in body sizes of a mark that stands above the text."""

HANG = 1.5
"""Room in body sizes for a bullet or star to the left of its text."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind of block is set: size relative to body text, weight, and space above in body lines."""

    size: float = 1.0
    bold: bool = False
    space: float = 0.75
    indent: float = 0.0


_STYLES = {
    BlockKind.HEADLINE: TypeStyle(1.6, bold=True, space=1.4),
    BlockKind.SUBHEADLINE: TypeStyle(1.15, space=0.6),
    BlockKind.HEADING: TypeStyle(1.1, bold=True, space=1.1),
    BlockKind.ANNEX_HEADING: TypeStyle(1.15, bold=True, space=1.1),
    BlockKind.MASTHEAD: TypeStyle(0.92, space=0.3),
    BlockKind.SLOGAN: TypeStyle(0.92, space=0.2),
    BlockKind.EMBARGO: TypeStyle(0.96, bold=True, space=0.7),
    BlockKind.DISTRIBUTION: TypeStyle(0.96, space=0.3),
    BlockKind.NOTE: TypeStyle(0.92, space=0.5, indent=1.2),
    BlockKind.FOOTNOTE: TypeStyle(0.92, space=0.3, indent=1.2),
    BlockKind.CAPTION: TypeStyle(0.96, bold=True, space=0.8),
    BlockKind.TABLE: TypeStyle(0.96, space=0.5),
    BlockKind.CONTACT_TABLE: TypeStyle(0.92, space=0.5),
}
_BODY = TypeStyle()


def style_of(row: Row) -> TypeStyle:
    """The style of a row's kind."""
    return _STYLES.get(row.kind, _BODY)


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool, zoom: int) -> QFont:
    """The text font, both scripts at one optical size, at a zoom in percent."""
    result = QFont(QGuiApplication.font())
    result.setPointSizeF(_BODY_POINTS * size * zoom / 100)
    result.setBold(bold)
    return result


def row_font(row: Row, zoom: int) -> QFont:
    """The font of a row."""
    style = style_of(row)
    return font(style.size, bold=style.bold, zoom=zoom)


@lru_cache(maxsize=16)
def em(zoom: int) -> float:
    """The size of body text in pixels: the measure of all spaces."""
    return QFontInfo(font(1.0, bold=False, zoom=zoom)).pixelSize()


def line_height(row: Row, zoom: int) -> float:
    """The distance in pixels between the lines of a row."""
    return round(em(zoom) * style_of(row).size * _LINE_HEIGHT)


def set_line_height(document: QTextDocument, height: float) -> None:
    """Give all lines of a document one height in pixels."""
    block = QTextBlockFormat()
    block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(block)


def apply_marks(document: QTextDocument, rich: RichText) -> None:
    """Set the inline styles of a text that a document shows."""
    cursor = QTextCursor(document)
    for mark in rich.marks:
        cursor.setPosition(units(rich.text[: mark.start]))
        cursor.setPosition(units(rich.text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_char_format(mark.style))


def _char_format(kind: Style) -> QTextCharFormat:
    """How an inline style looks."""
    result = QTextCharFormat()
    if kind is Style.BOLD:
        result.setFontWeight(QFont.Weight.Bold)
    elif kind is Style.ITALIC:
        result.setFontItalic(True)
    else:
        result.setFontUnderline(True)
    return result


def units(text: str) -> int:
    """Length as Qt counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def has_label(row: Row) -> bool:
    """Whether the mark at the head of a row stands above the text."""
    return len(row.lead) >= _LABEL or len(_WORD.findall(row.lead)) > 1


def indent(row: Row, zoom: int) -> float:
    """Pixels from the column's edge to the text; the bullet or star hangs to its left."""
    steps = style_of(row).indent + (row.level * 0.9 if row.kind is BlockKind.BULLET else 0.0)
    hangs = row.lead and not has_label(row) and row.kind is not BlockKind.SUBHEADLINE
    hang = HANG if hangs else 0.0
    return (steps + hang) * em(zoom)


def space_above(row: Row, zoom: int) -> float:
    """Pixels above a row: between paragraphs more than between the sentences of one."""
    label = LABEL_HEIGHT if row.first and has_label(row) else 0.0
    return ((style_of(row).space if row.first else 0.1) + label) * em(zoom)


def space_below(zoom: int) -> float:
    """Pixels below every row."""
    return 0.1 * em(zoom)
