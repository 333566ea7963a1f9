"""The memories of the user, opened once for the whole program."""

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.workspace.memories import Memories


class SharedMemories:
    """Opens the memories when somebody first asks for them: never before the first paint, and not on the UI thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._opened: Memories | None = None

    def get(self) -> "Memories":
        """The memories; may be called from any thread, and takes long the first time."""
        from gui.workspace.memories import Memories  # a large part of the program, not needed for the first paint

        with self._lock:
            if self._opened is None:
                self._opened = Memories()
            return self._opened

    def close(self) -> None:
        """Close them at the end of the program; whoever asks later opens them anew."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
            self._opened = None
