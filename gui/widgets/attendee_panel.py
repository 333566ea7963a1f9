"""The attendee tables of a release, Korean over English in each cell; rows can be added, removed and moved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from gui.bridge.session import Session
from gui.document.attendees import insert_row, move_row, remove_row
from gui.document.edit import SegmentsEdit
from gui.document.release import ColumnRole
from gui.document.segment import Unit
from gui.i18n import tr
from gui.models.attendee_model import AttendeeModel
from gui.widgets.attendee_delegate import AttendeeDelegate, CellEditor

_Index = QModelIndex | QPersistentModelIndex

_SHARES = {ColumnRole.NAME: 2, ColumnRole.NUMBER: 1, ColumnRole.POSITION: 4, ColumnRole.BACKGROUND: 6}
"""How the width is shared between the columns."""


class AttendeeTable(QTableView):
    """One table."""

    current_changed = Signal(str)
    """Another cell is current: the key of its first segment."""

    def __init__(self, session: Session, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.attendees = AttendeeModel(session, unit, self)
        self._roles = unit.block.table.roles if unit.block.table else ()
        self._place = (0, 0)
        self.setModel(self.attendees)
        self.setItemDelegate(AttendeeDelegate(self.attendees, self))
        self._set_up_look()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._measure_visible)
        self.verticalScrollBar().valueChanged.connect(self._measure_visible)
        self.attendees.dataChanged.connect(self._settle.start)
        self.attendees.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.attendees.modelReset.connect(self._on_reset)

    def _set_up_look(self) -> None:
        self.setAccessibleName(tr("Attendees"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(64)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        shares = [_SHARES.get(role, 3) for role in self._roles] or [1]
        for column, share in enumerate(shares):
            self.setColumnWidth(column, self.viewport().width() * share // sum(shares))
        self._settle.start()

    def _measure_visible(self) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        stop = last + 1 if last >= 0 else self.attendees.rowCount()
        for row in range(max(first, 0), stop):
            self.resizeRowToContents(row)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which segment is current now."""
        super().currentChanged(current, previous)
        self.viewport().update()
        key = self.current_key
        if key:
            self.current_changed.emit(key)

    @property
    def current_key(self) -> str:
        """The first open segment of the current cell, else its first; empty if the cell has none."""
        index = self.currentIndex()
        segments = self.attendees.segments(index) if index.isValid() else ()
        still_open = [segment for segment in segments if segment.state.is_open]
        return next((segment.key for segment in still_open or segments), "")

    def current_keys(self) -> list[str]:
        """All segments of the current cell."""
        index = self.currentIndex()
        return [segment.key for segment in self.attendees.segments(index)] if index.isValid() else []

    def go_to(self, key: str) -> bool:
        """Make the cell of a segment current; ``False`` if it is not in this table."""
        index = self.attendees.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)
        return index.isValid()

    # -- rows

    def _change(self, label: str, make: Callable[[Unit], SegmentsEdit]) -> None:
        self.attendees.change_rows(label, make(self._session.project.unit(self.attendees.unit)))

    def add_row(self) -> None:
        """Add an empty row below the current one."""
        row = max(self.currentIndex().row() + 1, self.attendees.header_rows)
        self._place = (row, 0)
        self._change(tr("Add a row"), lambda unit: insert_row(unit, row))

    def remove_row(self) -> None:
        """Remove the current row."""
        row = self.currentIndex().row()
        if row >= self.attendees.header_rows:
            self._change(tr("Remove the row"), lambda unit: remove_row(unit, row))

    def move_row(self, direction: int) -> None:
        """Move the current row up (-1) or down (+1)."""
        row = self.currentIndex().row()
        to = row + direction
        if self.attendees.header_rows <= min(row, to) and max(row, to) < self.attendees.rowCount():
            self._place = (to, self.currentIndex().column())
            self._change(tr("Move the row"), lambda unit: move_row(unit, row, to))

    def _on_about_to_reset(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self._place[0] == 0:
            self._place = (index.row(), index.column())

    def _on_reset(self) -> None:
        row, column = self._place
        self._place = (0, 0)
        self.setCurrentIndex(self.attendees.index(min(row, self.attendees.rowCount() - 1), column))
        self._settle.start()

    def insert(self, text: str) -> None:
        """Put text at the caret of the cell being edited."""
        editor = self.indexWidget(self.currentIndex()) or self.viewport().focusWidget()
        if isinstance(editor, CellEditor):
            editor.insertPlainText(text)


class AttendeePanel(QWidget):
    """All attendee tables of a release; usually one."""

    current_changed = Signal(str)
    """A cell became current (the key of its first segment)."""

    def __init__(self, session: Session, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget(self, tabBarAutoHide=True, documentMode=True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        for number, unit in enumerate(units, start=1):
            table = AttendeeTable(session, unit)
            table.current_changed.connect(self.current_changed)
            self._tabs.addTab(table, tr("Table {number}", number=number))

    @property
    def tables(self) -> list[AttendeeTable]:
        """The tables in the order of the release."""
        pages = (self._tabs.widget(number) for number in range(self._tabs.count()))
        return [page for page in pages if isinstance(page, AttendeeTable)]

    @property
    def current(self) -> AttendeeTable | None:
        """The table in view."""
        page = self._tabs.currentWidget()
        return page if isinstance(page, AttendeeTable) else None

    @property
    def people(self) -> int:
        """How many rows stand below the headers."""
        return sum(table.attendees.rowCount() - table.attendees.header_rows for table in self.tables)

    def go_to(self, key: str) -> bool:
        """Show and edit the cell of a segment; ``False`` if no table holds it."""
        for table in self.tables:
            if table.go_to(key):
                self._tabs.setCurrentWidget(table)
                return True
        return False

    def insert(self, text: str) -> None:
        """Put text at the caret of the cell being edited."""
        if self.current is not None:
            self.current.insert(text)
