"""All actions of the window: one table gives menus, tool bar, shortcuts and their words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from gui.bridge import theme
from gui.bridge.settings import Settings
from gui.i18n import tr

if TYPE_CHECKING:
    from gui.dialogs.shortcuts import Shortcut

Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: its stable name, words, usual key, icon, whether it needs an open release, and its tool bar word."""

    name: str
    text: str
    keys: str | Keys = ""
    icon: str = ""
    needs_release: bool = True
    short: str = ""


SEPARATOR = None


def menus() -> dict[str, tuple[Spec | None, ...]]:
    """The menus in order with their actions; ``None`` is a separating line."""
    return {
        tr("&File"): _file(),
        tr("&Edit"): _edit(),
        tr("&View"): _view(),
        tr("&Segment"): _segment(),
        tr("&Translate"): _translate(),
        tr("&Review"): _review(),
        tr("&Help"): (
            Spec("keys", tr("&Keyboard shortcuts"), "F1", needs_release=False),
            Spec("about", tr("&About Daejo"), needs_release=False),
        ),
    }


def _file() -> tuple[Spec | None, ...]:
    return (
        Spec("open", tr("&Open…"), Keys.Open, "open", needs_release=False),
        Spec("recent", tr("Open &recent"), needs_release=False),
        Spec("sample", tr("Open the sa&mple"), needs_release=False),
        SEPARATOR,
        Spec("save", tr("&Save"), Keys.Save, "save"),
        Spec("save_as", tr("Save &as…"), "Ctrl+Shift+S"),
        SEPARATOR,
        Spec("export_english", tr("&Export the English as Word…"), "Ctrl+E", "export", short=tr("Export")),
        Spec("export_bilingual", tr("Export both &languages as Word…"), "Ctrl+Shift+E"),
        Spec("pdf", tr("Save the pages as P&DF…")),
        Spec("print", tr("&Print…"), Keys.Print),
        SEPARATOR,
        Spec("close", tr("&Close"), Keys.Close),
        Spec("quit", tr("&Quit"), Keys.Quit, needs_release=False),
    )


def _edit() -> tuple[Spec | None, ...]:
    return (
        Spec("undo", tr("&Undo"), Keys.Undo, "undo"),
        Spec("redo", tr("&Redo"), Keys.Redo, "redo"),
        SEPARATOR,
        Spec("find", tr("&Find…"), Keys.Find, "find"),
        Spec("replace", tr("Rep&lace…"), "Ctrl+H"),
        Spec("find_next", tr("Find &next"), "F3"),
        Spec("find_previous", tr("Find &previous"), "Shift+F3"),
        SEPARATOR,
        Spec("preferences", tr("Preferen&ces…"), "Ctrl+,", "settings", needs_release=False),
    )


def _view() -> tuple[Spec | None, ...]:
    return (
        Spec("zoom_in", tr("Zoom &in"), Keys.ZoomIn, "zoom-in"),
        Spec("zoom_out", tr("Zoom &out"), Keys.ZoomOut, "zoom-out"),
        Spec("zoom_reset", tr("&Actual size"), "Ctrl+0"),
        SEPARATOR,
        Spec("wider_korean", tr("Wider &Korean"), "Ctrl+Alt+Right"),
        Spec("wider_english", tr("Wider &English"), "Ctrl+Alt+Left"),
        SEPARATOR,
        Spec("next_pane", tr("&Next pane"), "F6"),
        Spec("previous_pane", tr("&Previous pane"), "Shift+F6"),
        Spec("panels", tr("Pane&ls")),
        SEPARATOR,
        Spec("set_aside", tr("&What was set aside…")),
    )


def _segment() -> tuple[Spec | None, ...]:
    return (
        Spec("confirm", tr("&Confirm and go on"), "Ctrl+Return", "confirm"),
        Spec("review", tr("Mark as re&viewed"), "Ctrl+Shift+R"),
        Spec("approve", tr("&Approve"), "Ctrl+Shift+Return", "approve"),
        Spec("reopen", tr("Back to &draft")),
        SEPARATOR,
        Spec("previous", tr("&Previous segment"), "Alt+Up", "previous"),
        Spec("next", tr("&Next segment"), "Alt+Down", "next"),
        Spec("next_open", tr("Next &open segment"), "Ctrl+Down"),
        SEPARATOR,
        Spec("split", tr("&Split at the caret"), "Ctrl+Alt+S", "split"),
        Spec("merge", tr("&Merge with the next"), "Ctrl+Alt+M", "merge"),
        Spec("kind", tr("&Kind of this block")),
        SEPARATOR,
        Spec("row_add", tr("Add a &row below"), "", "add-row"),
        Spec("row_remove", tr("R&emove the row"), "", "remove-row"),
        Spec("row_up", tr("Move the row &up"), "", "move-up"),
        Spec("row_down", tr("Move the ro&w down"), "", "move-down"),
    )


def _translate() -> tuple[Spec | None, ...]:
    return (
        Spec("draft_segment", tr("Draft this &segment"), "Ctrl+D", "draft"),
        Spec("draft_all", tr("Draft &all that is open"), "Ctrl+Shift+D", "draft-all", short=tr("Draft")),
        Spec("engine", tr("&Engine for the rest")),
        SEPARATOR,
        Spec("insert_fact", tr("&Insert a figure, date or term")),
        Spec("copy_source", tr("Copy the &Korean over"), "Ctrl+Shift+C"),
        Spec("clear", tr("&Clear the English")),
        SEPARATOR,
        Spec("add_term", tr("Add a &term…"), "Ctrl+T"),
        Spec("termbase", tr("Term&base…"), needs_release=False),
        Spec("concordance", tr("Concor&dance…"), "Ctrl+K", needs_release=False),
        Spec("memories", tr("Translation memo&ries…"), needs_release=False),
        Spec("align", tr("Ali&gn an old release…"), needs_release=False),
        SEPARATOR,
        Spec("embargo", tr("E&mbargo…"), "", "embargo"),
    )


def _review() -> tuple[Spec | None, ...]:
    return (
        Spec("check", tr("&Check everything"), "F7", "check", short=tr("Check")),
        Spec("next_issue", tr("&Next issue"), "F8"),
        Spec("previous_issue", tr("&Previous issue"), "Shift+F8"),
        Spec("quick_fix", tr("&Quick fix"), "Ctrl+."),
        Spec("ignore_issue", tr("&Ignore with a reason…"), "Ctrl+Shift+I"),
        Spec("ignored", tr("I&gnored issues…")),
        SEPARATOR,
        Spec("comment", tr("C&omment…"), "Ctrl+M"),
        Spec("next_listed", tr("Ne&xt in the list of segments"), "Ctrl+Shift+Down"),
        Spec("previous_listed", tr("Pre&vious in the list of segments"), "Ctrl+Shift+Up"),
        Spec("corrections", tr("&Take over corrections…")),
        Spec("versions", tr("Ve&rsions…")),
        Spec("statistics", tr("&Statistics…")),
        SEPARATOR,
        Spec("check_settings", tr("Chec&ks…"), needs_release=False),
    )


TOOL_BAR = ("open", "save", None, "undo", "redo", None, "draft_all", "check", "export_english", None, "find")
"""What stands in the tool bar, by name."""

ICON_ONLY = ("undo", "redo", "find")
"""What needs no word there."""

_MENU_ONLY = ("recent", "panels", "engine", "insert_fact", "kind")
"""Entries that open a menu of their own."""


class Actions:
    """The window's actions by name."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._actions: dict[str, QAction] = {}
        self._specs: dict[str, Spec] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make all actions and put them into the menus."""
        for title, specs in menus().items():
            menu = bar.addMenu(title)
            for spec in specs:
                if spec is SEPARATOR:
                    menu.addSeparator()
                elif spec.name in _MENU_ONLY:
                    self.add(spec, menu.addMenu(spec.text).menuAction())
                else:
                    self.add(spec, menu.addAction(spec.text))

    def add(self, spec: Spec, action: QAction) -> None:
        """Make an action of a menu one of the window's: its words, its key, its icon."""
        action.setText(spec.text)
        action.setObjectName(spec.name)
        action.setIconText(spec.short or _plain(spec.text))
        action.setToolTip(_plain(spec.text))
        self._actions[spec.name] = action
        self._specs[spec.name] = spec
        keys = self._settings.shortcut(spec.name)
        action.setShortcut(QKeySequence(spec.keys) if keys is None else QKeySequence(keys))
        self._window.addAction(action)

    def connect(self, slots: Mapping[str, object]) -> None:
        """Connect actions to what they do, by name."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def refresh_icons(self, names: Iterable[str | None] | None = None) -> None:
        """Draw icons in the colours of the palette in force: those of the tool bar for the first paint, else all."""
        for name in self._specs if names is None else names:
            if name is not None and self._specs[name].icon:
                self._actions[name].setIcon(self._icon(name))

    def _icon(self, name: str) -> QIcon:
        return theme.icon(self._specs[name].icon)

    def enable(self, *, has_release: bool) -> None:
        """Switch off what needs a release while there is none."""
        for name, spec in self._specs.items():
            if spec.needs_release:
                self._actions[name].setEnabled(has_release)

    def shortcuts(self) -> "tuple[Shortcut, ...]":
        """All actions with their keys, in the order of the menus."""
        from gui.dialogs.shortcuts import Shortcut

        return tuple(
            Shortcut(name, _plain(spec.text), self._actions[name].shortcut()) for name, spec in self._specs.items()
        )

    def change_keys(self, name: str, keys: str | None) -> None:
        """Give an action another key; ``None`` goes back to the usual one."""
        self._settings.set_shortcut(name, keys)
        self._actions[name].setShortcut(QKeySequence(self._specs[name].keys if keys is None else keys))


def _plain(text: str) -> str:
    """Without the marks of mnemonics: ``열기(&O)…`` and ``&Open…`` read as words."""
    return re.sub(r"\(&.\)|&|…", "", text)
