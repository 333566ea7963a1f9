"""All readers, and the one door to them. A new format is one new module and one line in :data:`READERS`."""

from pathlib import Path

from gui.document.errors import ReadError
from gui.document.release import Release
from gui.readers.base import Reader
from gui.readers.markdown import MarkdownReader
from gui.readers.signatures import refuse_unsupported
from gui.readers.text import TextReader

READERS: tuple[Reader, ...] = (MarkdownReader(), TextReader())
"""Asked in this order; the first that accepts a file reads it."""

LARGEST_MB = 8
"""The longest releases have some 100 kB of text. Beyond this size a file is something else, and it is not even read."""


def read(path: Path) -> Release:
    """The release in a file.

    Raises:
        ReadError: the file is not there, may not be read, is too large, empty, damaged or in no known format.
    """
    name, data = path.name, _bytes(path)
    refuse_unsupported(name, data)
    reader = next(reader for reader in READERS if reader.accepts(name, data))
    return reader.read(name, data)


def suffixes() -> tuple[str, ...]:
    """The usual file endings of all readers, with their dot, for file dialogs."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def _bytes(path: Path) -> bytes:
    name = path.name
    limit = LARGEST_MB * 1024 * 1024
    try:
        if not path.is_file():
            raise ReadError("{name} is not there, or is not a file.", name=name)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except PermissionError:
        raise ReadError("{name} may not be read. Ask for permission to read the file.", name=name) from None
    except OSError:
        raise ReadError(
            "{name} cannot be read: the disk or the network does not answer as it should.", name=name
        ) from None
    if len(data) > limit:
        raise ReadError("{name} is larger than {limit} MB, which no press release is.", name=name, limit=LARGEST_MB)
    return data
