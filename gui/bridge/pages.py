"""A finished document laid out as pages of A4: for the preview, for paper and for PDF, from one layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gui.bridge.page_looks import GREY, HAIRLINE, OPEN, TINT, Look, look
from gui.document.errors import ExportError
from gui.document.richtext import Style
from gui.files import replace_file
from gui.i18n import tr
from gui.workspace.printing import Content, Grid, GridCell, Item, Paragraph, Run

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points, the unit of the whole layout."""

_SIDE, _TOP, _BOTTOM = 62.0, 52.0, 56.0
"""Margins. The header stands below ``_TOP``, the number of the page in the middle of ``_BOTTOM``."""

_GAP = 10.0
"""Below the header."""

_RESOLUTION = 600


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out document. Made on any thread, then painted on one."""

    body: QTextDocument
    header: QTextDocument

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, self.body.pageCount())

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page (from 0); the painter's unit is a point and its origin the page's corner."""
        self._paint(painter, self.header, QPointF(_SIDE, _TOP), QRectF(0, 0, WIDTH, HEIGHT))
        window = QRectF(0, page * HEIGHT, WIDTH, HEIGHT)
        self._paint(painter, self.body, QPointF(0, -page * HEIGHT), window)
        painter.setPen(QColor(GREY))
        painter.setFont(_font(look("Header")))
        foot = QRectF(0, HEIGHT - _BOTTOM, WIDTH, _BOTTOM)
        number = tr("Page {page} of {count}", page=page + 1, count=self.count)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, number)

    def _paint(self, painter: QPainter, document: QTextDocument, at: QPointF, clip: QRectF) -> None:
        painter.save()
        painter.translate(at)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        painter.setClipRect(clip)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def segment_at(self, page: int, at: QPointF) -> str:
        """The key of the segment at a point of a page, empty where there is none."""
        layout = self.body.documentLayout()
        place = QPointF(at.x(), at.y() + page * HEIGHT)
        position = layout.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        cursor = QTextCursor(self.body)
        cursor.setPosition(max(0, position))
        for step in (QTextCursor.MoveOperation.NoMove, QTextCursor.MoveOperation.NextCharacter):
            cursor.movePosition(step)
            key = cursor.charFormat().property(_KEY)
            if isinstance(key, str) and key:
                return key
        return ""

    def place_of(self, key: str) -> float | None:
        """How far down in the whole document a segment begins, in points; ``None`` if it is not shown."""
        block = self.body.begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                if fragments.fragment().charFormat().property(_KEY) == key:
                    return self.body.documentLayout().blockBoundingRect(block).top()
                fragments += 1
            block = block.next()
        return None

    def print_to(self, device: QPagedPaintDevice, first: int = 0, last: int | None = None) -> None:
        """Put pages (from 0, ``last`` included; all by default) on a printer or into a PDF.

        Raises:
            ExportError: nothing can be painted there.
        """
        painter = QPainter(device)
        if not painter.isActive():
            raise ExportError("The pages cannot be printed there. Choose another printer or place.")
        scale = device.logicalDpiX() / 72
        for page in range(first, min(self.count - 1 if last is None else last, self.count - 1) + 1):
            if page > first:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self.paint(painter, page)
            painter.restore()
        painter.end()


_KEY = int(QTextFormat.Property.UserProperty) + 1
"""The property of a text that names its segment."""


def lay_out(content: Content) -> Pages:
    """The pages of a document. Takes a while for a long one: meant for a worker."""
    QEventLoop()  # gives a worker what the timers of a layout need
    header = _document(WIDTH - 2 * _SIDE)
    _fill(QTextCursor(header), content.header)
    body = QTextDocument()
    body.setDocumentMargin(0)
    body.setUndoRedoEnabled(False)
    body.setDefaultFont(_font(look("BodyText")))
    body.setUseDesignMetrics(True)
    body.setPageSize(QSizeF(WIDTH, HEIGHT))
    frame = QTextFrameFormat()
    frame.setLeftMargin(_SIDE)
    frame.setRightMargin(_SIDE)
    frame.setTopMargin(_TOP + header.size().height() + _GAP)
    frame.setBottomMargin(_BOTTOM)
    body.rootFrame().setFrameFormat(frame)
    _fill(QTextCursor(body), content.body)
    pages = Pages(body, header)
    pages.body.documentLayout().documentSize()  # lay it out here and now
    application = QCoreApplication.instance()
    if application is not None:
        for document in (header, body):
            document.moveToThread(application.thread())
    return pages


def write_pdf(pages: Pages, path: Path, title: str) -> None:
    """Write the pages as a PDF, whole or not at all.

    Raises:
        ExportError: it cannot be written there.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Daejo")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page_layout())
    pages.print_to(writer)
    data = buffer.data().data()
    try:
        replace_file(path, lambda file: file.write(data))
    except OSError:
        raise ExportError("{name} cannot be written there. Choose another place.", name=path.name) from None


def page_layout() -> QPageLayout:
    """A4 without margins: the pages bring their own."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)


def _document(width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setTextWidth(width)
    return document


def _font(style: Look) -> QFont:
    """Sizes in pixels of a painter whose pixel is a point, so that no screen's resolution plays a part."""
    font = QFont(["Arial", "Liberation Sans", "Noto Sans", "Noto Sans KR", "Malgun Gothic"])
    font.setPixelSize(max(1, round(style.size)))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def _fill(cursor: QTextCursor, items: Sequence[Item]) -> None:
    """Write the items where the cursor stands; a document begins with a block of its own, which is used."""
    fresh = True
    for item in items:
        if isinstance(item, Paragraph):
            _write(cursor, item, fresh=fresh)
            fresh = False
        else:
            _write_grid(cursor, item)
            fresh = True  # Qt leaves a block behind each table


def _write(cursor: QTextCursor, paragraph: Paragraph, *, fresh: bool) -> None:
    style = look(paragraph.style)
    block = _block(style, new_page=paragraph.new_page)
    if fresh:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    base = QTextCharFormat()
    base.setFont(_font(style))
    base.setForeground(QBrush(QColor(style.colour)))
    cursor.setBlockCharFormat(base)
    if style.mark:
        cursor.insertText(f"{style.mark}\t", base)
    for run in paragraph.runs:
        if not run.is_deleted:
            cursor.insertText(run.text.replace("\n", "\N{LINE SEPARATOR}"), _characters(base, run))


def _block(style: Look, *, new_page: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setAlignment(style.align)
    block.setTopMargin(style.above)
    block.setBottomMargin(style.below)
    block.setLeftMargin(style.indent)
    block.setTextIndent(-style.hanging)
    block.setTabPositions([_tab(style.hanging)] if style.hanging else [])
    block.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style.boxed:
        block.setBackground(QBrush(QColor(TINT if style.boxed == HAIRLINE else "#FDF3F3")))
    if new_page:
        block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    return block


def _tab(position: float) -> QTextOption.Tab:
    return QTextOption.Tab(position, QTextOption.TabType.LeftTab)


def _characters(base: QTextCharFormat, run: Run) -> QTextCharFormat:
    made = QTextCharFormat(base)
    if Style.BOLD in run.styles or run.character_style == "Label":
        made.setFontWeight(QFont.Weight.Bold)
    if Style.ITALIC in run.styles:
        made.setFontItalic(True)
    if Style.UNDERLINE in run.styles:
        made.setFontUnderline(True)
    if run.character_style == "Untranslated":
        made.setBackground(QBrush(QColor(OPEN)))
    if run.key:
        made.setProperty(_KEY, run.key)
    return made


def _write_grid(cursor: QTextCursor, grid: Grid) -> None:
    shape = QTextTableFormat()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    total = sum(grid.weights) or 1
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * weight / total) for weight in grid.weights]
    )
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setBorderCollapse(True)
    shape.setBorder(1 if grid.ruled else 0)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(QColor(HAIRLINE)))
    shape.setHeaderRowCount(grid.header_rows)
    table = cursor.insertTable(max(1, len(grid.rows)), max(1, len(grid.weights)), shape)
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            if not cell.continues:
                table.cellAt(row, column).setFormat(_cell_format(cell, is_header=row < grid.header_rows))
                rows = min(cell.rows, len(grid.rows) - row)
                if rows > 1 or cell.columns > 1:  # only now: the span is part of the format
                    table.mergeCells(row, column, rows, cell.columns)
                _fill(table.cellAt(row, column).firstCursorPosition(), cell.paragraphs)
            column += cell.columns
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _cell_format(cell: GridCell, *, is_header: bool) -> QTextTableCellFormat:
    made = QTextTableCellFormat()
    fill = f"#{cell.fill}" if cell.fill else TINT if is_header else ""
    if fill:
        made.setBackground(QBrush(QColor(fill)))
    return made
