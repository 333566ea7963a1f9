"""Composition root: makes the objects and connects them."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from gui import i18n
from gui.bridge import theme
from gui.bridge.messages import Messages
from gui.bridge.services import Secrets
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.document.errors import ReadError
from gui.window.context import Context
from gui.window.main_window import MainWindow
from gui.workspace import drafting, samples


def run(path: Path | None) -> int:
    """Open the window on ``path``, or on the sample at a first start, and return its exit status."""
    settings = Settings()
    application = _application(settings)
    messages = Messages()
    messages.catch_everything()
    context = _context(settings, messages)
    window = MainWindow(context)
    first_start = path is None and not settings.recent
    if path is not None or first_start:
        window.open(path or samples.sample_release())
    window.show()
    if first_start:
        QTimer.singleShot(0, window, window.start_on_sample)
    QTimer.singleShot(0, window, window.commands.files.offer_recovery)
    status = application.exec()
    context.tasks.shut_down()
    return status


def render(path: Path, png: Path) -> None:
    """Draw the window with a release or a project open into a PNG file, without a display.

    Raises:
        ReadError: the file cannot be opened, or the picture cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings = Settings(QSettings("", QSettings.Format.IniFormat))
    application = _application(settings)
    context = _context(settings, Messages())
    window = MainWindow(context)
    window.open(path)
    window.show()
    while context.tasks.running:
        application.processEvents()
    application.processEvents()
    written = window.grab().save(str(png))
    window.commands.files.forget()
    context.tasks.shut_down()
    if not written:
        raise ReadError("The picture {name} cannot be written. Choose another folder.", name=png.name)


def _context(settings: Settings, messages: Messages) -> Context:
    secrets = Secrets()
    return Context(settings, secrets, TaskRunner(), messages, drafting.known_engines)


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
