"""A whole window on a real release, with settings of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from gui import app
from gui.bridge.messages import Messages
from gui.bridge.session import Session
from gui.bridge.settings import Settings
from gui.window.context import Context, Engines
from gui.window.document_page import DocumentPage
from gui.window.main_window import MainWindow
from gui.workspace import opening
from tests.engines.conftest import server
from tests.widgets.opened import drafted, real, sample_copy, session

__all__ = ["drafted", "real", "server", "session"]


@dataclass
class Desk:
    """A window and what it said."""

    window: MainWindow
    context: Context
    qtbot: QtBot
    told: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)

    @property
    def page(self) -> DocumentPage:
        assert self.window.page is not None
        return self.window.page

    @property
    def session(self) -> Session:
        return self.page.session

    def trigger(self, name: str) -> None:
        """Choose an action from its menu."""
        action = self.window.named_actions[name]
        assert action.isEnabled()
        action.trigger()

    def bring_up(self, name: str) -> QWidget:
        """Show a panel, whatever lies over it; gives back what stands in it."""
        dock = self.window.findChild(QDockWidget, name)
        assert dock is not None
        dock.show()
        dock.raise_()
        return dock.widget()

    def settle(self) -> None:
        """Until no work runs in the background and the panels have followed."""
        self.qtbot.wait(100)
        self.qtbot.waitUntil(lambda: self.context.tasks.running == 0, timeout=20_000)
        self.qtbot.wait(20)

    def show(self, path: Path | None) -> None:
        """As a start with this file on the command line does."""
        self.window.present(Session(opening.open_path(path)) if path is not None else None)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.complete()
        self.window.activateWindow()
        self.settle()


MakeDesk = Callable[..., Desk]
"""Makes a window, with engines of its own or those of the program."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.language = "en"
    return made


@pytest.fixture
def make_desk(settings: Settings, qtbot: QtBot) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(engines: Engines | None = None) -> Desk:
        messages = Messages()
        context = app._context(settings, messages)
        if engines is not None:
            context = replace(context, engines=engines, drafters=lambda: lambda _release: engines())
        desk = Desk(MainWindow(context), context, qtbot)
        messages.told.connect(desk.told.append)
        messages.failed.connect(desk.failed.append)
        messages.crashed.connect(desk.crashed.append)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.settle()
        desk.window.commands.files.forget()
        desk.context.tasks.shut_down()
        desk.context.memories.close()
        desk.window.close()
        desk.window.deleteLater()
        assert desk.crashed == []
    qtbot.wait(10)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    return sample_copy(folder)


@pytest.fixture
def desk(make_desk: Callable[[], Desk], sample: Path) -> Desk:
    """A window on the sample release."""
    made = make_desk()
    made.show(sample)
    return made
