"""What a reader is."""

from typing import Protocol

from gui.document.release import Release
from gui.document.work import Progress, unheard


class Reader(Protocol):
    """Turns the bytes of a file into a release."""

    format: str
    """The word for the format in messages and JSON, for example ``"markdown"``."""

    suffixes: tuple[str, ...]
    """Usual file endings with their dot, for file dialogs only: the choice of a reader looks at the content."""

    apart: bool
    """Whether files of this format may harm whoever parses them, so that a child process with limits has to do it."""

    def accepts(self, name: str, data: bytes) -> bool:
        """Whether this reader is the one for the file; ``name`` has no folder."""
        ...

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Args:
            name: the file name without folder.
            data: the whole file.
            progress: called now and then while a long file is read.

        Raises:
            ReadError: the file is damaged, protected or empty.
        """
        ...
