"""All readers, and the one door to them. A new format is one new module and one line in :data:`READERS`."""

from codecs import BOM_UTF8, BOM_UTF16
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.release import Release
from gui.readers.base import Reader
from gui.readers.markdown import MarkdownReader
from gui.readers.signatures import foreign_format
from gui.readers.text import TextReader

READERS: tuple[Reader, ...] = (MarkdownReader(), TextReader())
"""Asked in this order; the first that accepts a file reads it."""

LARGEST_MB = 8
"""The longest releases have some 100 kB of text. Beyond this size a file is something else, and it is not even read."""

_BLANK = b" \t\r\n\f\v\0" + BOM_UTF8 + BOM_UTF16


def read(path: Path) -> Release:
    """The release in a file.

    Raises:
        ReadError: the file is not there, may not be read, is too large, empty, damaged or in no known format.
    """
    name, data = path.name, _bytes(path)
    release = _read_with_first(name, data) if data.strip(_BLANK) else None
    if release is None or not release.blocks:
        raise ReadError("{name} is empty. Open the file that holds the release.", name=name)
    return release


def _read_with_first(name: str, data: bytes) -> Release:
    for reader in READERS:
        if reader.accepts(name, data):
            return reader.read(name, data)
    raise ReadError(
        "{name} is in the {format} format, which this version cannot open yet. "
        "Open it in its own program, save it as plain text and open that file.",
        name=name,
        format=foreign_format(data),
    )


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
