"""One table of the release, Korean over English in each cell, edited where it stands."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.bridge.session import Session
from gui.document.edit import SegmentsEdit
from gui.document.release import Table
from gui.document.richtext import RichText
from gui.document.segment import Unit
from gui.document.tables import insert_row, move_row, remove_row
from gui.i18n import tr
from gui.models.table_model import TableModel
from gui.widgets import segment_style as style
from gui.widgets.cell_delegate import CellDelegate, Index, no_english
from gui.widgets.cell_steps import ARROWS, Stop, along, beside
from gui.widgets.column_widths import shares, widths
from gui.widgets.plain_text import PlainText
from gui.widgets.text_table import TextTable

_LEAST_WIDTH = 5.5
"""Width in body sizes below which columns are not squeezed: a table of many columns scrolls sideways instead."""

_PAUSE = 2000
"""Milliseconds without a key press after which typing Korean starts a new undo step, as it does with English."""


class CellTable(TextTable):
    """One table. Its current cell is edited in place: the English, and the Korean of a row added by hand."""

    current_changed = Signal(str)
    """Another cell is worked on, or has other segments: the key of its first open one, empty if it has none left."""

    escaped = Signal()
    """Esc was pressed: the user wants to go back to the text."""

    def __init__(self, session: Session, unit: Unit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._placing = False
        self._told = ""
        self.cells = TableModel(session, unit, self)
        self._shares = shares(unit.block.table or Table(()))
        self._delegate = CellDelegate(self.cells, self)
        self._run = object()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._end_run)
        self._korean = self._text(tr("Korean of the cell"), tr("Korean"), self._on_korean_typed)
        self._english = self._text(tr("English of the cell"), tr("Not translated yet"), self._on_typed)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._measure_visible)
        self.set_up_look()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        self.verticalHeader().setDefaultSectionSize(64)
        self.setModel(self.cells)
        self.setItemDelegate(self._delegate)
        self.verticalScrollBar().valueChanged.connect(self._measure_visible)
        self.cells.dataChanged.connect(self._on_data_changed)
        self.cells.rowsInserted.connect(self._settle.start)
        self.cells.rowsRemoved.connect(self._settle.start)
        self.cells.spans_changed.connect(self._show_spans)
        session.unit_changed.connect(self._on_unit_changed)
        self._show_spans()
        self.set_editable(session.editable)

    def _text(self, name: str, hint: str, typed: Callable[[], object]) -> PlainText:
        text = PlainText(self.viewport())
        text.setAccessibleName(name)
        text.hint = hint
        text.hide()
        text.textChanged.connect(typed)
        text.height_changed.connect(self._on_height_changed)
        text.entered.connect(self._on_entered)
        self.follow_caret(text)
        text.installEventFilter(self)
        return text

    # -- current cell

    @property
    def current_key(self) -> str:
        """The first open segment of the current cell, else its first; empty if the cell has none."""
        index = self.currentIndex()
        segments = self.cells.segments(index) if index.isValid() else ()
        still_open = [segment for segment in segments if segment.state.is_open]
        return next((segment.key for segment in still_open or segments), "")

    def current_keys(self) -> list[str]:
        """All segments of the current cell."""
        index = self.currentIndex()
        return [segment.key for segment in self.cells.segments(index)] if index.isValid() else []

    @property
    def english_text(self) -> PlainText:
        """The English of the current cell."""
        return self._english

    @property
    def korean_text(self) -> PlainText:
        """The Korean of the current cell, shown where it can be typed."""
        return self._korean

    def go_to(self, key: str) -> bool:
        """Make the cell of a segment current, the caret behind it; ``False`` if it is not in this table."""
        index = self.cells.index_of(key)
        if not index.isValid():
            return False
        self._visit(index)
        segments = self.cells.segments(index)
        line = next(number for number, segment in enumerate(segments) if segment.key == key)
        self._english.place_caret(sum(len(segment.target) + 1 for segment in segments[: line + 1]) - 1)
        return True

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - like Qt's own setters
        """Let the cells be typed into, or only read and copied."""
        for text in (self._korean, self._english):
            text.setReadOnly(not editable)

    def _visit(self, index: QModelIndex, *, korean: bool = False) -> None:
        self.commit_typing()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        text = self._korean if korean and self.cells.is_added(index) else self._english
        text.setFocus()

    def commit_typing(self) -> None:
        """Write what is still being composed into the project; what is typed next is another undo step."""
        for text in (self._korean, self._english):
            text.commit_preedit()
        self._end_run()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the texts over the new current cell."""
        super().currentChanged(current, previous)
        self._end_run()
        self._delegate.current = QPersistentModelIndex(current)
        self._show_current()
        self.viewport().update()
        self._tell_current()

    def _tell_current(self) -> None:
        self._told = self.current_key
        if self._told:
            self.current_changed.emit(self._told)

    def _on_unit_changed(self, unit: str) -> None:
        """Never leave anybody with the key of a segment that is gone."""
        told = self._told
        if unit == self.cells.unit and told != self.current_key and not self.cells.index_of(told).isValid():
            self._told = self.current_key
            self.current_changed.emit(self._told)

    def _show_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            for text, words, korean in (
                (self._korean, self.cells.korean(index), True),
                (self._english, self.cells.english(index), False),
            ):
                with QSignalBlocker(text):
                    text.show_text(RichText(words), *self._delegate.face(index, korean=korean))
        self._place_texts()
        self._english.setVisible(index.isValid())
        self._korean.setVisible(index.isValid() and self.cells.is_added(index))
        self._settle.start()

    def _on_entered(self) -> None:
        self._delegate.active = True
        self.viewport().update()
        self._tell_current()

    def _on_typed(self) -> None:
        index = QPersistentModelIndex(self.currentIndex())
        if index.isValid():
            self.cells.type_english(index, self._english.toPlainText(), self._english.caret)

    def _on_korean_typed(self) -> None:
        index = QPersistentModelIndex(self.currentIndex())
        if index.isValid():
            self.cells.type_korean(index, self._korean.toPlainText(), self._run)
            self._pause.start()

    def _end_run(self) -> None:
        self._run = object()

    def _on_data_changed(self, first: QModelIndex) -> None:
        if self._delegate.current == first:
            with QSignalBlocker(self._english):
                self._english.change_text(self.cells.english(first))
            with QSignalBlocker(self._korean):
                self._korean.change_text(self.cells.korean(first))
        self._settle.start()

    def insert(self, text: str) -> None:
        """Put text at the caret of the current cell."""
        if self.currentIndex().isValid():
            self._english.insertPlainText(text)
            self._english.setFocus()

    # -- rows

    def _show_spans(self) -> None:
        self.clearSpans()
        for (row, column), (rows, columns) in self.cells.spans.items():
            self.setSpan(row, column, rows, columns)

    def _change(self, label: str, row: int, make: Callable[[Unit], SegmentsEdit]) -> bool:
        """Whether rows could be changed at all."""
        self.commit_typing()
        self.cells.change_rows(label, make(self._session.project.unit(self.cells.unit)), row)
        return self._session.editable

    def add_row(self) -> None:
        """Add an empty row below the current one and go into its Korean.

        Raises:
            ProjectError: the table has merged rows.
        """
        row = max(self.currentIndex().row() + 1, self.cells.header_rows)
        if self._change(tr("Add a row"), row, lambda unit: insert_row(unit, row)):
            self._visit(self.cells.index(row, 0), korean=True)

    def remove_row(self) -> None:
        """Remove the current row.

        Raises:
            ProjectError: the table has merged rows.
        """
        row = self.currentIndex().row()
        if row >= self.cells.header_rows:
            self._change(tr("Remove the row"), row, lambda unit: remove_row(unit, row))

    def move_row(self, direction: int) -> None:
        """Move the current row up (-1) or down (+1).

        Raises:
            ProjectError: the table has merged rows.
        """
        row, column = self.currentIndex().row(), self.currentIndex().column()
        to = row + direction
        is_below_header = self.cells.header_rows <= min(row, to) and max(row, to) < self.cells.rowCount()
        if is_below_header and self._change(tr("Move the row"), to, lambda unit: move_row(unit, row, to)):
            self._visit(self.cells.index(to, column))

    # -- sizes

    @property
    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._delegate.zoom

    def set_zoom(self, percent: int) -> None:
        """Change the size of the text."""
        self._delegate.zoom = percent
        self._refresh()

    def _refresh(self) -> None:
        self._delegate.forget()
        self._show_current()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        least = round(_LEAST_WIDTH * style.em(self.zoom))
        for column, width in enumerate(widths(self._shares, self.viewport().width(), least)):
            self.setColumnWidth(column, width)
        self._place_texts()
        self._settle.start()

    def _measure_visible(self) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        stop = last + 1 if last >= 0 else self.cells.rowCount()
        for row in range(max(first, 0), min(stop + 1, self.cells.rowCount())):
            height = self._row_height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self._place_texts()

    def _row_height(self, row: int) -> int:
        columns = range(self.cells.columnCount())
        height = max((self._cell_height(self.cells.index(row, column)) for column in columns), default=0)
        if row == self.currentIndex().row() and self._english.isVisible():
            written = round(self._english.document().size().height())
            height = max(height, self._delegate.framed(written + self._boxes()[0].height()))
        return height

    def _cell_height(self, index: QModelIndex) -> int:
        """The part of a cell's height that falls to one of its rows."""
        seen = self.cells.origin(index)
        rows, columns = self.cells.spans.get((seen.row(), seen.column()), (1, 1))
        width = sum(self.columnWidth(seen.column() + right) for right in range(columns))
        return ceil(self._delegate.height(seen, width) / rows)

    def _on_height_changed(self) -> None:
        if self._placing:
            self._settle.start()
        else:
            self._measure_visible()

    def _boxes(self) -> tuple[QRect, QRect]:
        index = self.currentIndex()
        korean, english = self._delegate.boxes(index, self.visualRect(index))
        if self.cells.is_added(index):
            room = round(self._korean.document().size().height()) - korean.height()
            korean.setHeight(korean.height() + room)
            english.setTop(english.top() + room)
        return korean, english

    def updateEditorGeometries(self) -> None:
        """Keep the texts over the current cell while scrolling and resizing."""
        super().updateEditorGeometries()
        if hasattr(self, "_settle"):
            self._place_texts()

    def _place_texts(self) -> None:
        """Qt must not resize a text within its own resizing: it would stay laid out for the old width."""
        if self._placing or not self.currentIndex().isValid():
            return
        self._placing = True
        korean, english = self._boxes()
        self._korean.setGeometry(korean)
        self._english.setGeometry(english)
        self._english.hint = no_english(english.width())
        self._placing = False

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret where the click was."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid():
            korean, english = self._delegate.boxes(index, self.visualRect(index))
            in_korean = at.y() < english.top()
            self._visit(index, korean=in_korean)
            text, box = (self._korean, korean) if self._korean.hasFocus() else (self._english, english)
            is_inside = in_korean == (text is self._korean)
            text.setTextCursor(text.cursorForPosition(at - box.topLeft() if is_inside else QPoint(0, 0)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the text of the current cell."""
        super().focusInEvent(event)
        if self._english.isVisible():
            self._english.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead out of a cell."""
        if isinstance(watched, PlainText):
            if event.type() == QEvent.Type.FocusOut:
                self._on_focus_out()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_focus_out(self) -> None:
        self.commit_typing()
        self._delegate.active = False
        self.viewport().update()

    def _on_key(self, text: PlainText, event: QKeyEvent) -> bool:
        """Whether the key was used up."""
        key = Qt.Key(event.key())
        here = Stop(self.currentIndex().row(), self.currentIndex().column(), text is self._korean)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._go(along(self.cells, here, -1 if key == Qt.Key.Key_Backtab else 1))
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        if key in ARROWS and text.step_of(event):
            self._go(beside(self.cells, here, *ARROWS[key]))
            return True
        return False

    def _go(self, stop: Stop | None) -> bool:
        if stop is not None:
            self._visit(self.cells.index(stop.row, stop.column), korean=stop.korean)
        return stop is not None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system to light or dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_settle"):
            self._refresh()
