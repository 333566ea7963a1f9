"""Everything the program tells the user goes through here: good news, failures, and faults of ours."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from gui import __version__, i18n
from gui.document.errors import DaejoError, Message


class Messages(QObject):
    """One per program. The window decides how each looks."""

    told = Signal(str)
    """Something was done; a moment in the status bar is enough."""

    failed = Signal(str)
    """Something could not be done; it stays until it is closed."""

    crashed = Signal(str)
    """A fault of ours, as a report that can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = False

    def tell(self, text: str) -> None:
        """Say that something was done."""
        self.told.emit(text)

    def warn(self, message: Message) -> None:
        """Say something from the layers below that should not be missed."""
        self.failed.emit(i18n.say(message))

    def fail(self, error: DaejoError) -> None:
        """Say why something could not be done."""
        self.failed.emit(i18n.say(error.message))

    def crash(self, error: BaseException) -> None:
        """Report an unexpected exception."""
        text = report(error)
        if not self._heard:
            print(text, file=sys.stderr)  # a fault before there is a window to say it in
        self.crashed.emit(text)

    def on_crash(self, show: Callable[[str], object]) -> None:
        """Let ``show`` tell the user of faults from now on."""
        self._heard = True
        self.crashed.connect(show)

    def catch_everything(self) -> None:
        """Report exceptions that nothing else caught, instead of printing them."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
            else:
                self.crash(error)

        sys.excepthook = hook


def report(error: BaseException) -> str:
    """Where it happened and on what machine; no text of a release, so without the exception's own words."""
    import platform  # both slow to import, and seldom needed
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames
    ]
    head = f"Daejo {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n".join([head, type(error).__name__, *lines])
