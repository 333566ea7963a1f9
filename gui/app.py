"""Composition root: makes the objects and connects them."""

import os
import sys
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QLibraryInfo,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from gui import i18n
from gui.bridge import theme
from gui.bridge.messages import Messages
from gui.bridge.secrets import Secrets
from gui.bridge.session import Session
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.document.errors import DaejoError, ReadError
from gui.document.project import Snapshot
from gui.window.context import Context
from gui.window.main_window import MainWindow
from gui.workspace import opening, samples
from gui.workspace.ahead import Ahead
from gui.workspace.shared_memories import SharedMemories

if TYPE_CHECKING:
    from gui.bridge.services import Drafters
    from gui.workspace.drafting import Engine
    from gui.workspace.engine_settings import Traffic

_PATIENCE = 0.5
"""Seconds that the first paint waits for a release which another process reads; a usual one is there by then."""

_SETTLE = 250
"""Milliseconds in which what follows the caret has followed, before a picture is taken."""


def run(path: Path | None, ahead: Ahead | None = None) -> int:
    """Open the window on ``path``, or on the sample at a first start, and return its exit status.

    Args:
        path: a release or a project.
        ahead: the release, or else the sample, where another process has begun to read it.
    """
    settings = Settings()
    application = _application(settings)
    messages = Messages()
    messages.catch_everything()
    context = _context(settings, messages)
    window = MainWindow(context)
    first_start = path is None and not settings.recent
    if path is not None:
        settings.add_recent(str(path.resolve()))
    elif not first_start and ahead is not None:
        ahead.abandon()
    left = _present(window, samples.sample_release() if first_start else path, ahead)
    complete = partial(_complete, window, context, left, first_start=first_start)
    window.first_painted.connect(lambda: context.tasks.run(partial(_import_the_rest, messages), lambda _: complete()))
    window.show()
    status = application.exec()
    window.retire()
    context.tasks.shut_down()
    application.processEvents()  # what was still loading is let go
    context.memories.close()
    return status


@dataclass(frozen=True, slots=True)
class _Left:
    """A file that the window opens once it is on screen."""

    path: Path
    ahead: Ahead | None = None


def _present(window: MainWindow, path: Path | None, ahead: Ahead | None) -> _Left | None:
    """Show a file, unless that takes long or a question has to be asked first, which takes a window."""
    if path is None:
        window.present(None)
        return None
    if opening.project_for(path) is not None or _is_slow(path, ahead):
        window.present(None)
        return _Left(path, ahead)
    try:
        window.present(Session(opening.open_path(path, ahead=ahead)))
    except DaejoError:
        window.present(None)
        return _Left(path)
    return None


def _is_slow(path: Path, ahead: Ahead | None) -> bool:
    return opening.takes_long(path) if ahead is None else not ahead.is_ready(_PATIENCE)


def _import_the_rest(messages: Messages) -> None:
    """On a worker, so that the window stays alive: what :meth:`MainWindow.complete` and the first check will import."""
    for name in ("gui.window.commands", "gui.workspace.checking", "gui.workspace.drafting", "gui.workspace.facts"):
        import_module(name)
    from gui.workspace import terms  # as above

    remark = terms.install()
    if remark is not None:
        messages.warn(remark)


def _complete(window: MainWindow, context: Context, left: _Left | None, *, first_start: bool) -> None:
    from gui.bridge.services import load_keys  # engines are not needed for the first paint

    window.complete()
    changed = window.commands.drafts.engine_changed.emit
    load_keys(context.settings, context.secrets, context.tasks, context.messages, changed)
    if first_start:
        window.start_on_sample()
    if left is not None:
        window.open(left.path, left.ahead)
    window.commands.files.offer_recovery()


def render(path: Path, png: Path, segment: str = "") -> None:
    """Draw the window with a release or a project open into a PNG file, without a display.

    Args:
        path: the release or project.
        png: the picture.
        segment: the key of the segment to go to; the first one if empty.

    Raises:
        DaejoError: the file cannot be opened, or the picture cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_only_what_matters)
    settings = Settings(QSettings("", QSettings.Format.IniFormat))
    application = _application(settings)
    context = _context(settings, Messages())
    window = MainWindow(context)
    window.present(Session(opening.open_path(path)))
    window.show()
    window.complete()
    if window.page is not None and segment:
        window.page.go_to(segment)
    _let_everything_arrive(application, context.tasks)
    written = window.grab().save(str(png))
    window.commands.files.forget()
    context.tasks.shut_down()
    context.memories.close()
    if not written:
        raise ReadError("The picture {name} cannot be written. Choose another folder.", name=png.name)


def print_pdf(snapshot: Snapshot, path: Path) -> None:
    """Write the English release as a PDF, without a display.

    Raises:
        ExportError: it cannot be written there.
    """
    from gui.bridge import pages
    from gui.workspace.printing import finished

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application(Settings(QSettings("", QSettings.Format.IniFormat)))
    content = finished(snapshot)
    pages.write_pdf(pages.lay_out(content), path, content.title)


def _let_everything_arrive(application: QApplication, tasks: TaskRunner) -> None:
    """Until the background work is done and the panels that follow the caret have followed."""
    patience = QElapsedTimer()
    patience.start()
    while tasks.running or patience.elapsed() < _SETTLE:
        application.processEvents()


def _only_what_matters(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """The offscreen platform says of each window that it has no window manager to tell sizes to."""
    if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def _context(settings: Settings, messages: Messages) -> Context:
    secrets, memories = Secrets(), SharedMemories()

    @cache
    def traffic() -> "Traffic":
        """How the services have been behaving, for the life of the program."""
        from gui.workspace.engine_settings import Traffic  # engines are not needed for the first paint

        return Traffic()

    def engines() -> "tuple[Engine, ...]":
        from gui.bridge.services import engines_for

        return engines_for(settings, secrets, traffic=traffic())

    def drafters() -> "Drafters":
        from gui.bridge.services import drafters_for

        return drafters_for(settings, secrets, traffic(), memories)

    return Context(settings, secrets, TaskRunner(), messages, engines, drafters, memories)


def _application(settings: Settings) -> QApplication:
    i18n.use(settings.language)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Daejo")
    application.setOrganizationName("Daejo")
    application.setDesktopFileName("daejo")
    application.setWindowIcon(theme.application_icon())
    theme.ensure_korean_font()
    theme.use_scheme(settings.colour_scheme)
    _translate_qt(application)
    return application


def _translate_qt(application: QApplication) -> None:
    """The words of Qt's own dialogs."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.current()}", folder):
        application.installTranslator(translator)
