"""The desk: Korean and English side by side, scrolling as one, the current segment edited in place."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.bridge.session import Session
from gui.document.richtext import RichText
from gui.i18n import tr
from gui.models.segment_model import SOURCE, STATE, TARGET, SegmentModel
from gui.widgets import segment_style as style
from gui.widgets.divider import Divider
from gui.widgets.place_in_unit import PlaceInUnit
from gui.widgets.segment_delegate import SegmentDelegate
from gui.widgets.segment_editor import Format, SegmentText
from gui.widgets.text_table import TextTable

_Index = QModelIndex | QPersistentModelIndex

_ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200)


class SegmentView(TextTable):
    """Shows the segments of one session. There is always one current segment, edited where it stands."""

    current_changed = Signal(str)
    """Another segment is current (its key)."""

    left = Signal(int)
    """The caret went out at the top (-1) or the bottom (+1)."""

    share_changed = Signal(float)
    """The divider between the columns was moved by hand (the share of the Korean)."""

    table_wanted = Signal(str)
    """The row of a table was clicked (the key of its unit)."""

    zoom_changed = Signal(int)
    """The size of the text changed (percent)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = ""
        self._replacing = False
        self._replaced: PlaceInUnit | None = None
        self._placing = False
        self._marks: dict[tuple[str, int], list[Format]] = {}
        self.segments = SegmentModel(session, self)
        self._delegate = SegmentDelegate(self.segments, self._formats_of, self)
        self.set_up_look()
        self.setAccessibleName(tr("Korean and English, segment by segment"))
        self.setModel(self.segments)
        self.setItemDelegate(self._delegate)
        self._source = self._text_widget(tr("Korean of the current segment"))
        self._source.setReadOnly(True)
        self._source.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._target = self._text_widget(tr("English of the current segment"))
        self._target.hint = tr("Not translated yet")
        self._target.textChanged.connect(self._on_typed)
        self._delegate.edited = frozenset((SOURCE, TARGET))
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._on_settle)
        self._divider = Divider(self, STATE)
        self._divider.moved.connect(self._on_divider_moved)
        self._connect()
        self.set_editable(session.editable)

    def _text_widget(self, name: str) -> SegmentText:
        widget = SegmentText(self.viewport())
        widget.setAccessibleName(name)
        widget.hide()
        widget.left.connect(self.step)
        self.follow_caret(widget)
        widget.height_changed.connect(self._on_height_changed)
        widget.entered.connect(lambda: self.current_changed.emit(self.current_key))
        return widget

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._measure_visible)
        self._session.segment_changed.connect(self._on_segment_changed)
        self._session.unit_changed.connect(self._on_unit_changed)

    # -- current segment

    @property
    def current_key(self) -> str:
        """The key of the current segment, empty in an empty release."""
        row = self.currentIndex().row()
        return self.segments.row(row).key if row >= 0 else ""

    @property
    def editor(self) -> SegmentText:
        """The English side of the current segment."""
        return self._target

    @property
    def source_text(self) -> SegmentText:
        """The Korean side of the current segment."""
        return self._source

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - like Qt's own setters
        """Let the English be typed, or only read and copied."""
        self._target.setReadOnly(not editable)

    def commit_typing(self) -> None:
        """Write what is still being composed into the project, before it is saved, exported or changed elsewhere."""
        self._target.commit_preedit()

    def go_to(self, key: str, *, caret: int | None = None, column: int = TARGET) -> bool:
        """Make a segment current and put the caret in it; ``False`` where the desk does not show it."""
        row = self.segments.row_of(key)
        if row is None or self.segments.row(row).is_table:
            return False
        self.commit_typing()
        self.setCurrentIndex(self.segments.index(row, TARGET))
        widget = self._target if column == TARGET else self._source
        if caret is not None:
            widget.place_caret(caret)
        widget.setFocus()
        return True

    def step(self, direction: int) -> None:
        """Go to the previous (-1) or next (+1) segment."""
        row = self.currentIndex().row() + direction
        if not (0 <= row < self.segments.rowCount() and self.go_to(self.segments.row(row).key)):
            self.left.emit(direction)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Move the two text widgets over the new current segment."""
        super().currentChanged(current, previous)
        if self._replacing or (current.row() == self._delegate.current and current.row() == previous.row()):
            return
        self.commit_typing()
        self._delegate.current = current.row()
        self._show_current()
        for index in (previous, current):
            if index.isValid():
                self._update_row(index.row())
        if current.isValid():
            self.current_changed.emit(self.current_key)

    def _show_current(self) -> None:
        row = self.currentIndex().row()
        self._shown = self.current_key
        if row >= 0:
            self._fill(row)
        self._place_editors()
        for widget in (self._source, self._target):
            widget.setVisible(row >= 0)
        if row >= 0:
            self._fit_current()
            self.scrollTo(self.currentIndex())

    def _fill(self, row: int) -> None:
        segment, entry, zoom = self.segments.segment(row), self.segments.row(row), self._delegate.zoom
        font, lines = style.row_font(entry, zoom), style.line_height(entry, zoom)
        for widget, text in ((self._source, segment.source), (self._target, RichText(segment.target))):
            with QSignalBlocker(widget):
                widget.show_text(text, font, lines)
        self._apply_marks()

    def _on_typed(self) -> None:
        if self.segments.row_of(self._shown) is not None:
            self._session.type_target(self._shown, self._target.toPlainText(), self._target.caret)

    def _on_segment_changed(self, key: str) -> None:
        if key == self._shown:
            with QSignalBlocker(self._target):
                self._target.change_text(self.segments.segment(self.currentIndex().row()).target)
            self._fit_current()
            return
        row = self.segments.row_of(key)
        if row is not None:
            self._marks.pop((key, TARGET), None)
            self._settle.start()

    # -- split and merge

    def rowsAboutToBeRemoved(self, parent: _Index, first: int, last: int) -> None:
        """Note the place in a paragraph whose segments are about to be replaced."""
        row, self._replacing, self._replaced = self.currentIndex().row(), True, None
        if first <= row <= last:
            lengths = tuple(len(self.segments.segment(number).target) for number in range(first, last + 1))
            unit = self.segments.row(row).unit
            self._replaced = PlaceInUnit(unit, lengths, row - first, self._target.caret)
        super().rowsAboutToBeRemoved(parent, first, last)

    def _on_unit_changed(self, unit: str) -> None:
        """After a split or a merge the caret stays where it is in the English of the paragraph."""
        if not self._replacing:
            return
        self._replacing = False
        rows = [row for row in range(self.segments.rowCount()) if self.segments.row(row).unit == unit]
        self._estimate(rows)
        if rows and self._replaced is not None and self._replaced.unit == unit:
            number, caret = self._replaced.among([len(self.segments.segment(row).target) for row in rows])
            self._delegate.current = -1
            self.go_to(self.segments.row(rows[number]).key, caret=caret)
        else:
            self._delegate.current = self.currentIndex().row()
            self._show_current()
        self._settle.start()

    # -- marks over the text

    def set_marks(self, marks: dict[tuple[str, int], list[Format]]) -> None:
        """Show issues and matches: for a key and a column, the parts to mark and how."""
        self._marks = marks
        self._apply_marks()
        self.viewport().update()

    def _formats_of(self, key: str, column: int) -> list[Format]:
        return self._marks.get((key, column), [])

    def _apply_marks(self) -> None:
        key = self.current_key
        self._source.set_formats(self._formats_of(key, SOURCE))
        self._target.set_formats(self._formats_of(key, TARGET))

    # -- sizes

    @property
    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._delegate.zoom

    def set_zoom(self, percent: int) -> None:
        """Change the size of the text."""
        self._delegate.zoom = percent
        self.refresh_look()
        self.zoom_changed.emit(percent)

    def zoom_step(self, direction: int) -> None:
        """One size larger (+1) or smaller (-1)."""
        steps = [size for size in _ZOOMS if (size - self.zoom) * direction > 0]
        if steps:
            self.set_zoom(steps[0] if direction > 0 else steps[-1])

    def refresh_look(self) -> None:
        """Lay everything out again after a change of fonts, colours or width."""
        self._delegate.forget()
        self._estimate(range(self.segments.rowCount()))
        self._show_current()
        self._measure_visible()
        self.viewport().update()

    def set_share(self, share: float) -> None:
        """Give the Korean column a share (0.2–0.8) of the width."""
        self._divider.set_share(share)
        self._set_widths()

    @property
    def share(self) -> float:
        """The share of the width that the Korean column has."""
        return self._divider.share

    def _on_divider_moved(self) -> None:
        self._set_widths()
        self.share_changed.emit(self.share)

    def _set_widths(self) -> None:
        widths = self._divider.widths()
        if widths != tuple(self.columnWidth(column) for column in (SOURCE, STATE, TARGET)):
            for column, width in zip((SOURCE, STATE, TARGET), widths, strict=True):
                self.setColumnWidth(column, width)
            self.refresh_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width between the columns."""
        super().resizeEvent(event)
        self._set_widths()
        self._measure_visible()

    def _estimate(self, rows: Iterable[int]) -> None:
        widths = self.columnWidth(SOURCE), self.columnWidth(TARGET)
        header = self.verticalHeader()
        with QSignalBlocker(header):
            for row in rows:
                header.resizeSection(row, self._delegate.estimated_height(row, *widths))
        self.updateGeometries()

    def _on_settle(self) -> None:
        self._fit_current()
        self._measure_visible()

    def _measure_visible(self) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        if first >= 0:
            stop = last + 1 if last >= 0 else self.segments.rowCount()
            self._measure(range(first, min(stop + 2, self.segments.rowCount())))

    def _measure(self, rows: range | list[int]) -> None:
        widths = self.columnWidth(SOURCE), self.columnWidth(TARGET)
        for row in rows:
            height = self._current_height(row) or self._delegate.row_height(row, *widths)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def _current_height(self, row: int) -> int:
        if row != self.currentIndex().row():
            return 0
        lines = max(widget.document().size().height() for widget in (self._source, self._target))
        return self._delegate.framed(self.segments.row(row), lines)

    def _on_height_changed(self) -> None:
        if self._placing:
            self._settle.start()
        else:
            self._fit_current()

    def _fit_current(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self._measure([row])
            self.updateEditorGeometries()

    def updateEditorGeometries(self) -> None:
        """Keep the two text widgets over the current segment while scrolling and resizing."""
        super().updateEditorGeometries()
        if hasattr(self, "_target"):
            self._place_editors()

    def _place_editors(self) -> None:
        """Qt must not resize a text within its own resizing: it would stay laid out for the old width."""
        row = self.currentIndex().row()
        if row < 0 or self._placing:
            return
        self._placing = True
        for widget, column in ((self._source, SOURCE), (self._target, TARGET)):
            cell = self.visualRect(self.segments.index(row, column))
            box = self._delegate.text_rect(row, cell)
            if widget.geometry() != box:
                widget.setGeometry(box)
        self._placing = False

    def _update_row(self, row: int) -> None:
        top = self.visualRect(self.segments.index(row, SOURCE))
        self.viewport().update(QRect(0, top.top(), self.viewport().width(), top.height()))

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret where the click was: there is no separate edit mode."""
        index = self.indexAt(event.position().toPoint())
        self._divider.press(event.position().toPoint().x())
        if not index.isValid():
            return
        entry = self.segments.row(index.row())
        if entry.is_table:
            self.table_wanted.emit(entry.unit)
            return
        column = SOURCE if index.column() == SOURCE else TARGET
        cell = self.visualRect(index.siblingAtColumn(column))
        point = event.position().toPoint() - self._delegate.text_rect(index.row(), cell).topLeft()
        self.go_to(entry.key, column=column)
        widget = self._source if column == SOURCE else self._target
        widget.setTextCursor(widget.cursorForPosition(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the divider, or show which English belongs to the Korean under the mouse."""
        at = event.position().toPoint()
        if not self._divider.move(at.x()):
            self._set_hovered(self.indexAt(at).row())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The divider stays where it is."""
        self._divider.release()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self._set_hovered(-1)

    def _set_hovered(self, row: int) -> None:
        if row != self._delegate.hovered:
            before, self._delegate.hovered = self._delegate.hovered, row
            for changed in (before, row):
                if changed >= 0:
                    self._update_row(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that reach the desk itself go to the text of the current segment."""
        if self._target.isVisible() and not self._target.hasFocus():
            self._target.setFocus()
            self._target.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system to light or dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_target"):
            self._delegate.forget()
            self.viewport().update()
