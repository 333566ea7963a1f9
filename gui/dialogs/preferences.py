"""Preferences: language, look, engines and what they may do, and where keys are kept."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.key_stores import Keeping
from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.dialogs import ask
from gui.dialogs.preferences_engines import EnginesPage, choice
from gui.document.errors import DaejoError
from gui.i18n import say, tr
from gui.widgets.told import Told
from gui.workspace.drafting import Engine


class Preferences(QDialog):
    """Changes the settings when accepted."""

    checks_wanted = Signal()
    """The user wants to choose checks and how much they matter."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        secrets: Secrets,
        engines: tuple[Engine, ...],
        tasks: TaskRunner,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.resize(760, 520)
        self._settings = settings
        self._secrets = secrets
        self._tasks = tasks
        self._language = choice(
            tr("Language"), [("system", tr("As the system")), ("ko", "한국어"), ("en", "English")], settings.language
        )
        self._scheme = choice(
            tr("Colours"),
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
            settings.colour_scheme,
        )
        self._author = QLineEdit(settings.author)
        self._author.setAccessibleName(tr("Your name"))
        self.engines = EnginesPage(settings, secrets, engines, self._tasks)
        self._told = Told()
        self._unkept = False
        self._buttons = self._make_buttons()
        pages = QTabWidget()
        pages.addTab(self._look(), tr("General"))
        pages.addTab(self.engines, tr("Engines"))
        layout = QVBoxLayout(self)
        for widget in (pages, self._told, self._buttons):
            layout.addWidget(widget)

    def _look(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(tr("Language"), self._language)
        form.addRow(tr("Colours"), self._scheme)
        form.addRow(QLabel(tr("The language changes at the next start.")))
        form.addRow(tr("Your name"), self._author)
        form.addRow(QLabel(tr("It signs your comments, reviews and versions."), wordWrap=True))
        return page

    def _make_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        checks = buttons.addButton(tr("Checks…"), QDialogButtonBox.ButtonRole.ActionRole)
        checks.clicked.connect(self.checks_wanted)
        return buttons

    def accept(self) -> None:
        """Keep what was chosen; keys that are to be kept elsewhere than in memory go there on a worker first."""
        before, where = self._settings.keys_kept, self.engines.keeping
        if where is Keeping.FILE and before is not where and not ask.keep_keys_in_file(self):
            return
        self._settings.author = self._author.text()
        self._settings.language = self._language.currentData()
        self._settings.colour_scheme = self._scheme.currentData()
        if self.engines.keep() or self._unkept:
            self._keep_keys(where, before)
        else:
            self._finish(where)

    def _keep_keys(self, where: Keeping, before: Keeping) -> None:
        self._buttons.setEnabled(False)
        self._told.tell(tr("Putting the keys where they are to be kept…"), good=True)
        task = self._tasks.run(partial(self._secrets.keep, where, before), lambda _: self._finish(where))
        task.failed.connect(self._on_failure)

    def _on_failure(self, error: DaejoError) -> None:
        self._unkept = True
        self._buttons.setEnabled(True)
        self._told.tell(say(error.message))

    def _finish(self, where: Keeping) -> None:
        self._settings.keys_kept = where
        super().accept()

    def done(self, result: int) -> None:
        """Close; an engine that is being tried need not answer any more."""
        self.engines.stop()
        super().done(result)
