"""Preferences: language, look, engines and what they may do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import services
from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.i18n import say, tr
from gui.workspace.drafting import Engine

_PLAIN = (services.LIBRETRANSLATE_URL, services.MICROSOFT_REGION, services.MYMEMORY_EMAIL)
_KEYED = (services.LIBRETRANSLATE, services.MICROSOFT)
_VARIABLES = "DAEJO_LIBRETRANSLATE_KEY, DAEJO_MICROSOFT_KEY"


class Preferences(QDialog):
    """Changes the settings when accepted."""

    checks_wanted = Signal()
    """The user wants to choose checks and how much they matter."""

    def __init__(self, parent: QWidget, settings: Settings, secrets: Secrets, engines: tuple[Engine, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.resize(560, 0)
        self._settings = settings
        self._secrets = secrets
        self._engines = engines
        self._language = _choice(
            tr("Language"), [("system", tr("As the system")), ("ko", "한국어"), ("en", "English")], settings.language
        )
        self._scheme = _choice(
            tr("Colours"),
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
            settings.colour_scheme,
        )
        self._engine = _choice(
            tr("Engine for the rest"),
            [("", tr("None: only this computer")), *((engine.name, say(engine.label)) for engine in engines[1:])],
            settings.engine,
        )
        self._consents = {engine.name: self._consent(engine) for engine in engines if engine.online}
        self._services = {name: _line(settings.service(name), secret=False) for name in _PLAIN}
        self._keys = {name: _line(secrets.get(name), secret=True) for name in _KEYED}
        layout = QVBoxLayout(self)
        for group in (self._look(), self._drafting(), self._online()):
            layout.addWidget(group)
        layout.addWidget(self._buttons())

    def _look(self) -> QGroupBox:
        group = QGroupBox(tr("Look"))
        form = QFormLayout(group)
        form.addRow(tr("Language"), self._language)
        form.addRow(tr("Colours"), self._scheme)
        form.addRow(QLabel(tr("The language changes at the next start.")))
        return group

    def _drafting(self) -> QGroupBox:
        group = QGroupBox(tr("Drafting"))
        form = QFormLayout(group)
        form.addRow(tr("Engine for the rest"), self._engine)
        for name, box in self._consents.items():
            form.addRow(box)
            box.setObjectName(f"consent_{name}")
        return group

    def _online(self) -> QGroupBox:
        group = QGroupBox(tr("On-line services"))
        form = QFormLayout(group)
        for label, line in (
            (tr("LibreTranslate server"), self._services[services.LIBRETRANSLATE_URL]),
            (tr("LibreTranslate key"), self._keys[services.LIBRETRANSLATE]),
            (tr("Microsoft region"), self._services[services.MICROSOFT_REGION]),
            (tr("Microsoft key"), self._keys[services.MICROSOFT]),
            (tr("MyMemory e-mail"), self._services[services.MYMEMORY_EMAIL]),
        ):
            line.setAccessibleName(label)
            form.addRow(label, line)
        kept = tr("Keys are kept until Daejo closes. To set them for good: {names}.", names=_VARIABLES)
        note = QLabel(kept, wordWrap=True)
        note.setMinimumHeight(3 * note.fontMetrics().lineSpacing())  # a form layout gives wrapped text one line
        form.addRow(note)
        return group

    def _consent(self, engine: Engine) -> QCheckBox:
        text = tr("Allow text to be sent to {engine} ({host})", engine=say(engine.label), host=engine.host or "–")
        box = QCheckBox(text)
        box.setChecked(self._settings.consents.get(engine.name) == engine.host and bool(engine.host))
        box.setEnabled(bool(engine.host))
        return box

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        checks = buttons.addButton(tr("Checks…"), QDialogButtonBox.ButtonRole.ActionRole)
        checks.clicked.connect(self.checks_wanted)
        return buttons

    def accept(self) -> None:
        """Keep what was chosen."""
        self._settings.language = self._language.currentData()
        self._settings.colour_scheme = self._scheme.currentData()
        self._settings.engine = self._engine.currentData()
        for engine in self._engines:
            if engine.name in self._consents and self._consents[engine.name].isEnabled():
                agreed = self._consents[engine.name].isChecked()
                self._settings.set_consent(engine.name, engine.host if agreed else None)
        for name, line in self._services.items():
            self._settings.set_service(name, line.text().strip())
        for name, line in self._keys.items():
            self._secrets.set(name, line.text().strip())
        super().accept()


def _choice(name: str, entries: list[tuple[str, str]], current: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in entries:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box


def _line(text: str, *, secret: bool) -> QLineEdit:
    line = QLineEdit(text)
    if secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
