"""What a reader is."""

from typing import Protocol

from gui.document.release import Release


class Reader(Protocol):
    """Turns the bytes of a file into a release."""

    format: str
    """The word for the format in messages and JSON, for example ``"markdown"``."""

    suffixes: tuple[str, ...]
    """Usual file endings with their dot, for file dialogs only: the choice of a reader looks at the content."""

    def accepts(self, name: str, data: bytes) -> bool:
        """Whether this reader is the one for the file; ``name`` has no folder."""
        ...

    def read(self, name: str, data: bytes) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged, protected or empty.
        """
        ...
