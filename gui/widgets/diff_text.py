"""Two wordings with what differs marked: by colour, and by a line through or under the words."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit, QWidget

from gui.bridge import theme
from gui.language.word_diff import Kind, Piece, word_diff
from gui.models.correction_model import DIFFERS
from gui.widgets.segment_style import units

_LINES = 2
"""Lines of a cell; the whole text stands below the table."""

_LEAD = 40
"""Characters that are shown before the first difference."""

_PAD = 4

_VISIBLE = str.maketrans({"\N{NO-BREAK SPACE}": "⍽", "\t": "→", "\n": "↵\n"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A wording as it is shown, and the stretches of it that differ, in characters."""

    text: str
    spans: tuple[tuple[int, int, Kind], ...]


@lru_cache(maxsize=512)
def marked(old: str, new: str, kind: Kind) -> Marked:
    """The old wording with what is deleted (``Kind.DELETED``), or the new one with what is inserted."""
    text, spans = "", list[tuple[int, int, Kind]]()
    for piece in word_diff(old, new):
        if piece.kind in (Kind.SAME, kind):
            shown = piece.text if piece.kind is Kind.SAME else _shown(piece)
            if piece.kind is kind:
                spans.append((len(text), len(text) + len(shown), kind))
            text += shown
    return Marked(text, tuple(spans))


def _shown(piece: Piece) -> str:
    """White space that was changed, made visible."""
    text = piece.text.translate(_VISIBLE)
    return text.replace(" ", "␣") if not text.strip() else text


def _shortened(found: Marked) -> Marked:
    """From a little before the first difference on."""
    first = found.spans[0][0] if found.spans else 0
    if first <= _LEAD:
        return found
    cut = found.text.find(" ", first - _LEAD) + 1
    if not 0 < cut <= first:
        cut = first
    spans = tuple((start - cut + 1, end - cut + 1, kind) for start, end, kind in found.spans)
    return Marked("…" + found.text[cut:], spans)


def difference_format(kind: Kind, *, selected: bool = False) -> QTextCharFormat:
    """How a deleted or an inserted word looks; on the ground of a selection in the colour of its text."""
    result = QTextCharFormat()
    if not selected:
        colour = theme.error() if kind is Kind.DELETED else theme.good()
        result.setForeground(colour)
        result.setBackground(theme.blend(colour, theme.base(), 0.12))
    result.setFontStrikeOut(kind is Kind.DELETED)
    result.setFontUnderline(kind is Kind.INSERTED)
    return result


class DiffText(QTextEdit):
    """One wording in full, to read and to copy from."""

    def __init__(self, name: str, kind: Kind, parent: QWidget | None = None) -> None:
        """``kind`` says which of the two wordings it shows, see :func:`marked`."""
        super().__init__(parent)
        self._kind = kind
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def show_difference(self, old: str, new: str) -> None:
        """Show one of the two wordings."""
        found = marked(old, new, self._kind)
        self.setPlainText(found.text)
        cursor = QTextCursor(self.document())
        for start, end, kind in found.spans:
            cursor.setPosition(units(found.text[:start]))
            cursor.setPosition(units(found.text[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(difference_format(kind))


class DiffDelegate(QStyledItemDelegate):
    """Paints a cell with the old or the new wording, cut down to where they differ.

    The model says by the role ``DIFFERS`` in which rows the columns ``old`` and ``new`` are to be compared.
    """

    def __init__(self, old: int, new: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = {old: Kind.DELETED, new: Kind.INSERTED}
        self._old, self._new = old, new

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the row, then the text."""
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        differs = index.column() in self._columns and index.data(DIFFERS)
        _draw(painter, option, self._marked(index) if differs else Marked(text, ()))

    def _marked(self, index: QModelIndex | QPersistentModelIndex) -> Marked:
        old, new = (str(index.sibling(index.row(), column).data() or "") for column in (self._old, self._new))
        return _shortened(marked(old, new, self._columns[index.column()]))

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike, so that a thousand need no laying out."""
        return QSize(80, row_height(option.fontMetrics.lineSpacing()))


def row_height(line: int) -> int:
    """Pixels of a row with lines of so many."""
    return _LINES * line + 2 * _PAD


def _draw(painter: QPainter, option: QStyleOptionViewItem, found: Marked) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    box = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    layout = QTextLayout(found.text.replace("\n", "\N{LINE SEPARATOR}"), option.font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats([_range(found.text, span, selected=selected) for span in found.spans])
    _lay_out(layout, box)
    role = option.palette.ColorRole.HighlightedText if selected else option.palette.ColorRole.Text
    painter.save()
    painter.setClipRect(box)
    painter.setPen(option.palette.color(role))
    layout.draw(painter, QPointF(box.topLeft()))
    painter.restore()


def _range(text: str, span: tuple[int, int, Kind], *, selected: bool) -> QTextLayout.FormatRange:
    start, end, kind = span
    result = QTextLayout.FormatRange()
    result.start = units(text[:start])
    result.length = units(text[start:end])
    result.format = difference_format(kind, selected=selected)
    return result


def _lay_out(layout: QTextLayout, box: QRect) -> None:
    layout.beginLayout()
    height = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
