"""The attendee tables of a release; usually one, else a tab each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.bridge.session import Session
from gui.document.segment import Unit
from gui.i18n import tr
from gui.widgets.cell_table import CellTable

__all__ = ["TablesPanel", "CellTable"]


class TablesPanel(QWidget):
    """All attendee tables of a release."""

    current_changed = Signal(str)
    """A cell is worked on (the key of its first open segment)."""

    escaped = Signal()
    """The user wants to go back to the text."""

    def __init__(self, session: Session, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget(self, tabBarAutoHide=True, documentMode=True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        for number, unit in enumerate(units, start=1):
            table = CellTable(session, unit)
            table.current_changed.connect(self.current_changed)
            table.escaped.connect(self.escaped)
            self._tabs.addTab(table, tr("Table {number}", number=number))

    @property
    def tables(self) -> list[CellTable]:
        """The tables in the order of the release."""
        pages = (self._tabs.widget(number) for number in range(self._tabs.count()))
        return [page for page in pages if isinstance(page, CellTable)]

    @property
    def current(self) -> CellTable | None:
        """The table in view."""
        page = self._tabs.currentWidget()
        return page if isinstance(page, CellTable) else None

    @property
    def people(self) -> int:
        """How many rows stand below the headers."""
        return sum(table.cells.rowCount() - table.cells.header_rows for table in self.tables)

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - like Qt's own setters
        """Let the cells be typed into, or only read and copied."""
        for table in self.tables:
            table.set_editable(editable)

    def commit_typing(self) -> None:
        """Write what is still being composed into the project, before it is saved, exported or changed elsewhere."""
        for table in self.tables:
            table.commit_typing()

    def set_zoom(self, percent: int) -> None:
        """Change the size of the text in all tables."""
        for table in self.tables:
            table.set_zoom(percent)

    def go_to(self, key: str) -> bool:
        """Show and edit the cell of a segment; ``False`` if no table holds it."""
        for table in self.tables:
            if table.cells.index_of(key).isValid():
                self._tabs.setCurrentWidget(table)
                return table.go_to(key)
        return False

    def insert(self, text: str) -> None:
        """Put text at the caret of the current cell."""
        if self.current is not None:
            self.current.insert(text)
