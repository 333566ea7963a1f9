"""Opens a window in a process of its own and prints the time of its first paint; see test_startup.py."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Prints the wall clock when a top-level window is painted, and ends the process there and then."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and isinstance(watched, QMainWindow):
            print(time.time(), flush=True)
            os._exit(0)
        return False


def bare() -> None:
    application = QApplication([])
    watcher = FirstPaint()
    application.installEventFilter(watcher)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()


def daejo(path: Path) -> None:
    from gui import app

    application = QApplication([])
    watcher = FirstPaint()
    application.installEventFilter(watcher)
    app.run(path)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        bare()
    else:
        daejo(Path(sys.argv[1]))
