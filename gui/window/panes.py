"""The panels around the two texts: issues, this segment, tables."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from gui.bridge.settings import Settings
from gui.i18n import tr

_RIGHT_WIDTH = 290
_BOTTOM_HEIGHT = 210


class Panes:
    """The dock widgets of a window, empty until :meth:`fill`. They can be closed, moved and torn off."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._has_release = False
        right, bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        self._issues = self._dock("issues", tr("Issues"), right)
        self._facts = self._dock("segment", tr("This segment"), right)
        self._tables = self._dock("tables", tr("Tables"), bottom)
        window.setCorner(Qt.Corner.BottomRightCorner, right)

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setAccessibleName(title)
        dock.setWidget(QWidget())
        dock.setMinimumSize(QSize(180, 90))
        self._window.addDockWidget(area, dock)
        return dock

    @property
    def _all(self) -> tuple[QDockWidget, ...]:
        return self._issues, self._facts, self._tables

    def fill(self, issues: QWidget, facts: QWidget) -> None:
        """Put the panels of the right side in."""
        _put(self._issues, issues)
        _put(self._facts, facts)

    def fill_menu(self, menu: QMenu) -> None:
        """Let each panel be switched on and off."""
        for dock in self._all:
            menu.addAction(dock.toggleViewAction())

    def use_default_sizes(self) -> None:
        """The proportions of a first start."""
        self._window.resizeDocks([self._issues], [_RIGHT_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self._tables], [_BOTTOM_HEIGHT], Qt.Orientation.Vertical)

    def show_tables(self, panel: QWidget | None) -> None:
        """Put the tables of a release into their panel."""
        _put(self._tables, panel or QWidget())

    def show_table_count(self, tables: int, people: int) -> None:
        """Say how many there are, or how many attendees where theirs is the only one."""
        attendees = tr("Attendees ({count})", count=people) if people else ""
        self._tables.setWindowTitle(attendees if tables == 1 and people else tr("Tables ({count})", count=tables))

    def announce_tables(self, *, has_table: bool) -> None:
        """Show the panel only for a release that has a table to put in."""
        self._tables.setVisible(has_table)
        self._tables.toggleViewAction().setEnabled(has_table)

    def show_for_release(self, *, has_release: bool) -> None:
        """Without a release there is nothing to show; with one, what the user has not closed."""
        self.remember()
        self._has_release = has_release
        closed = self._settings.closed_panels
        for dock in (self._issues, self._facts):
            dock.setVisible(has_release and dock.objectName() not in closed)

    def remember(self) -> None:
        """Keep in mind which panels the user has closed."""
        if self._has_release:
            self._settings.closed_panels = [
                dock.objectName() for dock in (self._issues, self._facts) if dock.isHidden()
            ]

    def show_issue_count(self, count: int) -> None:
        """The badge of the issues."""
        self._issues.setWindowTitle(tr("Issues ({count})", count=count) if count else tr("Issues"))

    def visible(self) -> list[QWidget]:
        """What can take the keyboard, in the order of F6."""
        return [dock.widget() for dock in (self._tables, self._issues, self._facts) if dock.isVisible()]


def _put(dock: QDockWidget, content: QWidget) -> None:
    """Fill a dock, which by itself would keep what it held before alive."""
    old = dock.widget()
    dock.setWidget(content)
    if old is not None:
        old.deleteLater()
