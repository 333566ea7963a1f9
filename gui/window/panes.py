"""The panels around the two texts: issues, this segment, names, comments, tables, the list of segments, preview."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

from gui.bridge.settings import Settings
from gui.i18n import tr

_RIGHT_WIDTH = 290
_BOTTOM_HEIGHT = 210

_RIGHT, _BOTTOM = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea

ISSUES, SEGMENT, TABLES = "issues", "segment", "tables"
NAMES, COMMENTS, LIST, PREVIEW = "names", "comments", "list", "preview"
"""The panels by name."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a panel stands at first: at a side, behind another one there."""

    area: Qt.DockWidgetArea
    behind: str = ""
    orientation: Qt.Orientation = Qt.Orientation.Vertical


_LATER = {
    NAMES: _Place(_RIGHT, behind=SEGMENT),
    COMMENTS: _Place(_RIGHT, behind=SEGMENT),
    LIST: _Place(_BOTTOM, behind=TABLES),
    PREVIEW: _Place(_RIGHT, orientation=Qt.Orientation.Horizontal),
}
"""Panels that the first paint can do without."""


class Panes:
    """The dock widgets of a window, empty until filled. They can be closed, moved and torn off."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._has_release = False
        self._docks: dict[str, QDockWidget] = {}
        for name, title, area in (
            (ISSUES, tr("Issues"), _RIGHT),
            (SEGMENT, tr("This segment"), _RIGHT),
            (TABLES, tr("Tables"), _BOTTOM),
        ):
            window.addDockWidget(area, self._dock(name, title))
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setDockNestingEnabled(True)

    def _dock(self, name: str, title: str) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setAccessibleName(title)
        dock.setWidget(QWidget())
        dock.setMinimumSize(QSize(180, 90))
        self._docks[name] = dock
        return dock

    def complete(self) -> None:
        """Add the panels that the first paint could do without, where the user had them."""
        titles = {NAMES: tr("Names"), COMMENTS: tr("Comments"), LIST: tr("Segments"), PREVIEW: tr("Preview")}
        for name, place in _LATER.items():
            dock = self._dock(name, titles[name])
            if not self._window.restoreDockWidget(dock):
                self._window.addDockWidget(place.area, dock, place.orientation)
                if place.behind:
                    self._window.tabifyDockWidget(self._docks[place.behind], dock)
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(tr("Panels"))
        self._docks[SEGMENT].raise_()
        self._show_wanted()

    def put(self, panels: Mapping[str, QWidget]) -> None:
        """Put panels in place of those before."""
        for name, panel in panels.items():
            _put(self._docks[name], panel)

    def fill_menu(self, menu: QMenu) -> None:
        """Let each panel be switched on and off."""
        for dock in self._docks.values():
            menu.addAction(dock.toggleViewAction())

    def use_default_sizes(self) -> None:
        """The proportions of a first start."""
        self._window.resizeDocks([self._docks[ISSUES]], [_RIGHT_WIDTH], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self._docks[TABLES]], [_BOTTOM_HEIGHT], Qt.Orientation.Vertical)

    def show_table_count(self, tables: int, people: int) -> None:
        """Say how many there are, or how many attendees where theirs is the only one."""
        attendees = tr("Attendees ({count})", count=people) if people else ""
        title = attendees if tables == 1 and people else tr("Tables ({count})", count=tables)
        self._docks[TABLES].setWindowTitle(title)

    def announce_tables(self, *, has_table: bool) -> None:
        """Show the panel only for a release that has a table to put in."""
        self._docks[TABLES].setVisible(has_table)
        self._docks[TABLES].toggleViewAction().setEnabled(has_table)

    def show_for_release(self, *, has_release: bool) -> None:
        """Without a release there is nothing to show; with one, what the user has not closed."""
        self.remember()
        self._has_release = has_release
        self._show_wanted()

    def _show_wanted(self) -> None:
        closed = self._settings.closed_panels
        for name, dock in self._optional():
            dock.setVisible(self._has_release and name not in closed)
            dock.toggleViewAction().setEnabled(self._has_release)

    def _optional(self) -> list[tuple[str, QDockWidget]]:
        return [(name, dock) for name, dock in self._docks.items() if name != TABLES]

    def remember(self) -> None:
        """Keep in mind which panels the user has closed."""
        if self._has_release and PREVIEW in self._docks:
            closed = [name for name, dock in self._optional() if not dock.toggleViewAction().isChecked()]
            self._settings.closed_panels = closed

    def show_issue_count(self, count: int) -> None:
        """The badge of the issues."""
        self._docks[ISSUES].setWindowTitle(tr("Issues ({count})", count=count) if count else tr("Issues"))

    def visible(self) -> list[QWidget]:
        """What can take the keyboard, in the order of F6."""
        order = (TABLES, LIST, ISSUES, SEGMENT, NAMES, COMMENTS, PREVIEW)
        docks = (self._docks[name] for name in order if name in self._docks)
        return [dock.widget() for dock in docks if dock.isVisible() and not dock.visibleRegion().isEmpty()]


def _put(dock: QDockWidget, content: QWidget) -> None:
    """Fill a dock, which by itself would keep what it held before alive."""
    old = dock.widget()
    dock.setWidget(content)
    if old is not None:
        old.deleteLater()
