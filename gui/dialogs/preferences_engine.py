"""One engine in the preferences: what it needs, whether it is ready, who gets the text, and a try."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.bridge import services
from gui.bridge.tasks import Task, TaskRunner
from gui.document.errors import DaejoError
from gui.i18n import say, tr
from gui.models import wording
from gui.workspace.drafting import Engine


class EnginePanel(QWidget):
    """Fields for the settings of one engine, and what follows from them."""

    edited = Signal()
    """A field or the consent was changed: :meth:`show_engine` is due."""

    def __init__(self, engine: Engine, values: dict[str, str], agreed: str, tasks: TaskRunner) -> None:
        """Show an engine with the ``values`` of its settings and the host that was ``agreed`` to, if any."""
        super().__init__()
        self._engine = engine
        self._tasks = tasks
        self._task: Task | None = None
        self._started = 0.0
        self._agreed = agreed
        self.lines = {name: _line(name, value) for name, value in values.items()}
        self._state = _text()
        self.consent = QCheckBox()
        self.consent.setObjectName(f"consent_{engine.name}")
        self.test = QPushButton(tr("Try it"))
        self._result = _text()
        self._lay_out()
        self.show_engine(engine)
        for line in self.lines.values():
            line.textChanged.connect(self.edited)
        self.consent.clicked.connect(self._on_consent)
        self.test.clicked.connect(self._try)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, line in self.lines.items():
            form.addRow(line.accessibleName(), _with_choosers(line) if name.endswith("_model") else line)
        buttons = QHBoxLayout()
        buttons.addWidget(self.test)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for widget in (self.consent, self._state):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self._result)
        layout.addStretch()

    @property
    def agreed(self) -> str:
        """The host that may get the text; empty for none."""
        return self._agreed

    @property
    def state(self) -> str:
        """Whether the engine is ready, or what is missing."""
        return self._state.text()

    @property
    def result(self) -> str:
        """What came of the last try."""
        return self._result.text()

    def show_engine(self, engine: Engine) -> None:
        """Show the engine as it is with the settings of the moment."""
        self._engine = engine
        self.consent.setVisible(engine.online)
        self.consent.setEnabled(bool(engine.host))
        self.consent.setText(tr("Text may be sent to {host}", host=wording.place(engine.host) if engine.host else "–"))
        self.consent.setChecked(bool(engine.host) and self._agreed == engine.host)
        self._state.setText(_state(engine))
        self.test.setEnabled(engine.status().ready and self._task is None)

    def _on_consent(self, agreed: bool) -> None:  # noqa: FBT001 - the signal's signature
        self._agreed = self._engine.host if agreed else ""
        self.edited.emit()

    def _try(self) -> None:
        engine = self._engine
        self.test.setEnabled(False)
        self._result.setText(tr("Trying “{sentence}” …", sentence=services.SENTENCE))
        self._started = monotonic()
        self._task = self._tasks.follow(lambda _progress, cancelled: services.try_out(engine, cancelled))
        self._task.succeeded.connect(self._on_english)
        self._task.failed.connect(self._on_failure)
        self._task.ended.connect(self._on_ended)

    def _on_english(self, english: str) -> None:
        seconds = f"{monotonic() - self._started:.1f}"
        self._result.setText(tr("“{english}” ({seconds} s)", english=english, seconds=seconds))

    def _on_failure(self, error: DaejoError) -> None:
        self._result.setText(say(error.message))

    def _on_ended(self) -> None:
        self._task = None
        self.show_engine(self._engine)

    def stop(self) -> None:
        """Wait for no answer any more."""
        if self._task is not None:
            self._task.cancel()


def _state(engine: Engine) -> str:
    status = engine.status()
    if status.needs_consent:
        return tr("Tick the box above if text may be sent there; then it is ready.")
    if status.reason is not None:
        return say(status.reason)
    if not engine.online:
        return tr("Ready. Nothing leaves this computer.")
    return tr("Ready. The text goes to {host}.", host=wording.place(engine.host))


def _text() -> QLabel:
    """Text that wraps and can be selected: a command that has to be typed is better copied."""
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _line(name: str, value: str) -> QLineEdit:
    line = QLineEdit(value)
    line.setAccessibleName(_label(name))
    if services.service_of(name):
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _label(name: str) -> str:
    return {
        services.CTRANSLATE2_MODEL: tr("Model"),
        services.FXTRANSLATE_MODEL: tr("Folder of the model"),
        services.LIBRETRANSLATE_URL: tr("Address of the server"),
        services.LIBRETRANSLATE_KEY: tr("Key (if it wants one)"),
        services.DEEPL_KEY: tr("Key"),
        services.MICROSOFT_KEY: tr("Key"),
        services.MICROSOFT_REGION: tr("Region"),
        services.MYMEMORY_EMAIL: tr("E-mail (optional)"),
    }[name]


def _with_choosers(line: QLineEdit) -> QWidget:
    """A line for a path with a button for a folder and, for Argos packages, one for a file."""
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(line)
    layout.addWidget(_chooser(tr("Folder…"), line, _choose_folder))
    if line.accessibleName() == _label(services.CTRANSLATE2_MODEL):
        layout.addWidget(_chooser(tr("File…"), line, _choose_file))
    return both


def _chooser(label: str, line: QLineEdit, choose: Callable[[QLineEdit], str]) -> QPushButton:
    button = QPushButton(label)
    button.setAccessibleName(f"{line.accessibleName()}: {label}")

    def take() -> None:
        chosen = choose(line)
        if chosen:
            line.setText(chosen)

    button.clicked.connect(take)
    return button


def _choose_folder(line: QLineEdit) -> str:
    return QFileDialog.getExistingDirectory(line, line.accessibleName(), line.text())


def _choose_file(line: QLineEdit) -> str:
    kinds = tr("Argos packages ({patterns})", patterns="*.argosmodel")
    return QFileDialog.getOpenFileName(line, line.accessibleName(), line.text(), kinds)[0]
