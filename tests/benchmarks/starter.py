"""Opens a window in a process of its own and prints the time of its first paint; see test_startup.py.

With a file, as ``daejo FILE`` does; without one, an empty ``QMainWindow``.
"""

import os
import sys
import time
from pathlib import Path


def watch() -> None:
    """Print the wall clock when a main window is painted, and end the process there and then."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
                print(time.time(), flush=True)
                os._exit(0)
            return False

    application = QApplication([])
    application.installEventFilter(FirstPaint(application))


def bare() -> None:
    watch()
    from PySide6.QtWidgets import QApplication, QMainWindow

    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QApplication.exec()


def daejo(path: Path) -> None:
    from gui.workspace.ahead import read_ahead

    ahead = read_ahead(path)
    watch()
    from gui import app

    app.run(path, ahead)


if __name__ == "__main__":
    daejo(Path(sys.argv[1])) if len(sys.argv) > 1 else bare()
