"""The tables of a release, a tab each: attendees, contacts, statistics."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.bridge.session import Session
from gui.document.segment import Unit
from gui.models import wording
from gui.widgets.cell_table import CellTable


class TablesPanel(QWidget):
    """All tables of a release. A table is made when its tab is first shown: a release may have twenty."""

    current_changed = Signal(str)
    """A cell is worked on (the key of its first open segment)."""

    escaped = Signal()
    """The user wants to go back to the text."""

    def __init__(self, session: Session, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._zoom, self._editable = 100, session.editable
        self._pages: dict[str, _Page] = {}
        self._tabs = QTabWidget(self, tabBarAutoHide=True, documentMode=True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        for key, name in wording.tables(units).items():
            self._pages[key] = _Page()
            self._tabs.addTab(self._pages[key], name)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        session.block_changed.connect(self._on_block_changed)
        self._on_tab_changed()

    @property
    def current(self) -> CellTable | None:
        """The table in view."""
        page = self._tabs.currentWidget()
        return page.table if isinstance(page, _Page) else None

    @property
    def _made(self) -> list[CellTable]:
        return [page.table for page in self._pages.values() if page.table is not None]

    def _on_tab_changed(self) -> None:
        """Make the table of the tab that is shown, unless it is there."""
        key = next((key for key, page in self._pages.items() if page is self._tabs.currentWidget()), "")
        if key and self._pages[key].table is None:
            table = CellTable(
                self._session, self._session.project.unit(key), self._tabs.tabText(self._tabs.currentIndex())
            )
            table.set_zoom(self._zoom)
            table.set_editable(self._editable)
            table.current_changed.connect(self.current_changed)
            table.escaped.connect(self.escaped)
            self._pages[key].put(table)

    def _on_block_changed(self, key: str) -> None:
        """A table is now of another kind: its columns have other roles, and the tabs other names."""
        if key in self._pages:
            self._pages[key].put(None)
            names = wording.tables(self._session.project.unit(key) for key in self._pages)
            for key, name in names.items():
                self._tabs.setTabText(self._tabs.indexOf(self._pages[key]), name)
            self._on_tab_changed()

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - like Qt's own setters
        """Let the cells be typed into, or only read and copied."""
        self._editable = editable
        for table in self._made:
            table.set_editable(editable)

    def commit_typing(self) -> None:
        """Write what is still being composed into the project, before it is saved, exported or changed elsewhere."""
        for table in self._made:
            table.commit_typing()

    def set_zoom(self, percent: int) -> None:
        """Change the size of the text in all tables."""
        self._zoom = percent
        for table in self._made:
            table.set_zoom(percent)

    def show_unit(self, unit: str) -> CellTable | None:
        """Bring the table of a unit to the front; ``None`` if it is not among these."""
        page = self._pages.get(unit)
        if page is None:
            return None
        self._tabs.setCurrentWidget(page)
        return page.table

    def go_to(self, key: str) -> bool:
        """Show and edit the cell of a segment; ``False`` if no table holds it."""
        table = self.show_unit(self._session.project.unit_key_of(key)) if self._session.project.has(key) else None
        return table is not None and table.go_to(key)

    def insert(self, text: str) -> None:
        """Put text at the caret of the current cell."""
        if self.current is not None:
            self.current.insert(text)


class _Page(QWidget):
    """The place of a table among the tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.table: CellTable | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def put(self, table: CellTable | None) -> None:
        """Show this table in place of the one before."""
        if self.table is not None:
            self.table.deleteLater()
        self.table = table
        if table is not None:
            self._layout.addWidget(table)
