"""The menus whose entries are known only when they open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui.bridge.settings import Settings
from gui.i18n import tr
from gui.widgets.segment_panel import KEYS
from gui.window.actions import Actions, Spec
from gui.window.commands import Commands
from gui.window.panes import Panes


class Menus:
    """Fills them: recent files, engines, kinds of block, panels, what can be inserted by number."""

    def __init__(self, actions: Actions, settings: Settings, commands: Commands, panes: Panes) -> None:
        self._actions = actions
        self._settings = settings
        self._commands = commands
        panes.fill_menu(self._menu("panels"))
        for name, fill in (("recent", self._recent), ("engine", self._engines), ("kind", self._kinds)):
            self._menu(name).aboutToShow.connect(partial(self._fill, name, fill))

    def offer_numbers(self, insert: Callable[[int], object]) -> None:
        """Give each of what can be inserted an entry and a key."""
        menu = self._menu("insert_fact")
        for number in range(1, KEYS + 1):
            action = menu.addAction("")
            spec = Spec(f"insert_{number}", tr("Insert number {number}", number=number), f"Ctrl+{number}")
            self._actions.add(spec, action)
            action.triggered.connect(lambda _=False, number=number: insert(number))

    def _menu(self, name: str) -> QMenu:
        menu = self._actions[name].menu()
        assert isinstance(menu, QMenu)
        return menu

    def _fill(self, name: str, fill: Callable[[QMenu], object]) -> None:
        menu = self._menu(name)
        menu.clear()
        for group in menu.findChildren(QActionGroup):
            group.setParent(None)
            group.deleteLater()
        fill(menu)

    def _recent(self, menu: QMenu) -> None:
        for path in self._settings.recent:
            action = menu.addAction(Path(path).name)
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self._commands.files.open(Path(path)))
        menu.addSeparator()
        menu.addAction(tr("Clear the list"), self._settings.clear_recent)

    def _engines(self, menu: QMenu) -> None:
        drafts, used = self._commands.drafts, self._settings.engine
        for name, label in drafts.choices():
            _choice(menu, label, partial(drafts.use_engine, name), chosen=name == used)

    def _kinds(self, menu: QMenu) -> None:
        for name, chosen, choose in self._commands.kinds():
            _choice(menu, name, choose, chosen=chosen)


def _choice(menu: QMenu, label: str, choose: Callable[[], object], *, chosen: bool) -> None:
    """One of several entries of which one holds."""
    group = menu.findChild(QActionGroup) or QActionGroup(menu)
    action = QAction(label, group, checkable=True, checked=chosen)
    action.triggered.connect(lambda _=False: choose())
    menu.addAction(action)
