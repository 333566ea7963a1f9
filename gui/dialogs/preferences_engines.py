"""The engines in the preferences: which of them drafts the rest, and each with its settings and its state."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import secrets as keys
from gui.bridge import services, theme
from gui.bridge.key_stores import Keeping
from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.dialogs.preferences_engine import EnginePanel
from gui.i18n import say, tr
from gui.workspace.drafting import Engine

_PAUSE = 200
"""Milliseconds after the last key until states are told anew: a path is looked up for that."""


class EnginesPage(QWidget):
    """Shows the engines and keeps what was entered once :meth:`keep` is called."""

    def __init__(self, settings: Settings, secrets: Secrets, engines: tuple[Engine, ...], tasks: TaskRunner) -> None:
        super().__init__()
        self._settings = settings
        self._secrets = secrets
        others = engines[1:]  # the embedded one is always there
        self.panels = {engine.name: self._panel(engine, tasks) for engine in others}
        self.engine = choice(
            tr("Engine for the rest"),
            [("", tr("None: only this computer")), *((engine.name, say(engine.label)) for engine in others)],
            settings.engine,
        )
        self.kept = choice(tr("Keep keys"), _ways_of_keeping(), settings.keys_kept.value)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Engines"))
        self.list.setSpacing(3)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.refresh)
        self._lay_out(others)
        self.refresh()

    def _panel(self, engine: Engine, tasks: TaskRunner) -> EnginePanel:
        values = {name: self._entered(name) for name in services.FIELDS.get(engine.name, ())}
        agreed = self._settings.consents.get(engine.name, "")
        panel = EnginePanel(engine, values, agreed, tasks)
        for name, line in panel.lines.items():
            service = services.service_of(name)
            if service and not values[name] and self._secrets.get(service):
                line.setPlaceholderText(tr("from {variable}", variable=keys.variable(service)))
        return panel

    def _entered(self, name: str) -> str:
        """What the user has entered before; a key of the environment is used but neither shown nor kept."""
        service = services.service_of(name)
        return self._secrets.own(service) if service else self._settings.service(name)

    def _lay_out(self, engines: tuple[Engine, ...]) -> None:
        stack = QStackedWidget()
        for engine in engines:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, say(engine.label))
            self.list.addItem(item)
            area = QScrollArea(widgetResizable=True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setWidget(self.panels[engine.name])
            for ground in (area.viewport(), self.panels[engine.name]):
                ground.setAutoFillBackground(False)  # the page's own colour shows through
            stack.addWidget(area)
        self.list.currentRowChanged.connect(stack.setCurrentIndex)
        chosen = list(self.panels).index(self._settings.engine) if self._settings.engine in self.panels else 0
        self.list.setCurrentRow(chosen)
        both = QHBoxLayout()
        both.addWidget(self.list, 2)
        both.addWidget(stack, 3)
        form = QFormLayout()
        form.addRow(self.engine.accessibleName(), self.engine)
        keeping = QFormLayout()
        keeping.addRow(self.kept.accessibleName(), self.kept)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(both)
        layout.addLayout(keeping)
        for panel in self.panels.values():
            panel.edited.connect(self._timer.start)

    def refresh(self) -> None:
        """Tell the state of each engine as it is with what stands in the fields now."""
        agreed = {name: panel.agreed for name, panel in self.panels.items() if panel.agreed}
        known = {engine.name: engine for engine in services.preview(self._look_up, agreed)}
        for row, (name, panel) in enumerate(self.panels.items()):
            panel.show_engine(known[name])
            item = self.list.item(row)
            ready = known[name].status().ready
            item.setText(f"{item.data(Qt.ItemDataRole.UserRole)}\n{tr('ready') if ready else tr('not ready')}")
            item.setToolTip(panel.state)
            item.setForeground(theme.text() if ready else theme.faint())

    def _look_up(self, name: str) -> str:
        service = services.service_of(name)
        entered = self._lines().get(name, "")
        return entered or (self._secrets.environment(service) if service else "")

    def _lines(self) -> dict[str, str]:
        return {name: line.text().strip() for panel in self.panels.values() for name, line in panel.lines.items()}

    @property
    def keeping(self) -> Keeping:
        """Where the user wants keys to be kept."""
        return Keeping(self.kept.currentData())

    def keep(self) -> bool:
        """Keep what was entered; the keys in memory only. Returns whether they are to be put, or moved, elsewhere."""
        self._settings.engine = self.engine.currentData()
        self.refresh()  # an address that was changed last may make a consent void
        for name, panel in self.panels.items():
            self._settings.set_consent(name, panel.agreed if panel.consent.isChecked() else None)
        changed = self.keeping is not self._settings.keys_kept
        for name, text in self._lines().items():
            service = services.service_of(name)
            if service is None:
                self._settings.set_service(name, text)
            elif self._secrets.own(service) != text:
                self._secrets.set(service, text)
                changed = True
        return changed and {self.keeping, self._settings.keys_kept} != {Keeping.SESSION}

    def stop(self) -> None:
        """Wait for no answer any more."""
        for panel in self.panels.values():
            panel.stop()


def _ways_of_keeping() -> list[tuple[str, str]]:
    return [
        (Keeping.SESSION.value, tr("until Daejo closes")),
        (Keeping.KEYRING.value, tr("in the key store of this system")),
        (Keeping.FILE.value, tr("in a file that only you can read")),
    ]


def choice(name: str, entries: list[tuple[str, str]], current: str) -> QComboBox:
    """A box to choose from: values with labels, with ``name`` for screen readers."""
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in entries:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
