"""All readers, and the one door to them. A new format is one new module and two lines in :func:`readers`."""

import io
from codecs import BOM_UTF8, BOM_UTF16
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.release import Release
from gui.document.work import Cancelled, Progress, never, unheard
from gui.readers.base import Reader
from gui.readers.markdown import MarkdownReader
from gui.readers.signatures import HEAD, foreign_format, is_container, refusal
from gui.readers.text import TextReader

_READERS: tuple[Reader, ...] = (MarkdownReader(), TextReader())
"""Those that read in this process."""

LARGEST_MB = 8
"""The longest releases have some 100 kB of text. Beyond this size a text is something else, and it is not even read."""

LARGEST_APART_MB = 256
"""The same for formats that hold pictures, which a press photo of full size can make large."""

_BLANK = b" \t\r\n\f\v\0" + BOM_UTF8 + BOM_UTF16


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, in the order in which they are asked: the first that accepts a file reads it.

    Those that read in another process are imported with all that they need, which takes a while.
    """
    from gui.readers.docx import DocxReader
    from gui.readers.hwp import HwpReader
    from gui.readers.hwpx import HwpxReader
    from gui.readers.pdf import PdfReader

    return (HwpxReader(), HwpReader(), DocxReader(), PdfReader(), *_READERS)


def read(path: Path, progress: Progress = unheard, cancelled: Cancelled = never) -> Release:
    """The release in a file.

    Args:
        path: the file.
        progress: called now and then while a long file is read.
        cancelled: asked now and then whether to stop.

    Raises:
        ReadCancelled: ``cancelled`` said so.
        ReadError: the file is not there, may not be read, is too large, empty, damaged or in no known format.
    """
    head = content_of(path, LARGEST_APART_MB, HEAD)
    if is_container(head):
        from gui.readers import isolation  # slow to load, and not needed for text

        release = isolation.run(read_apart, path.absolute(), progress, cancelled)
    else:
        release = _read_text(path, head, progress)
    if not release.blocks:
        raise _empty(path.name)
    return release


def is_apart(path: Path) -> bool:
    """Whether :func:`read` hands the file to another process, which takes longer than a window may stand still."""
    try:
        return is_container(content_of(path, LARGEST_APART_MB, HEAD))
    except ReadError:
        return False


def _read_text(path: Path, head: bytes, progress: Progress) -> Release:
    name, document = path.name, foreign_format(head)
    if document is not None:
        raise refusal(name, document)
    data = content_of(path, LARGEST_MB)
    if not data.strip(_BLANK):
        raise _empty(name)
    return _read_with_first(_READERS, name, data, progress)


def read_apart(path: Path, progress: Progress = unheard) -> Release:
    """What :func:`read` has done by another process: look into a file that may do harm.

    Raises:
        ReadError: the file cannot be read, or is in no known format.
    """
    asked = (reader for reader in readers() if reader.apart)
    return _read_with_first(asked, path.name, content_of(path, LARGEST_APART_MB), progress)


def _read_with_first(asked: Iterable[Reader], name: str, data: bytes, progress: Progress) -> Release:
    for reader in asked:
        if reader.accepts(name, data):
            return reader.read(name, data, progress)
    raise refusal(name, foreign_format(data))


def suffixes() -> tuple[str, ...]:
    """The usual file endings of all readers, with their dot, for file dialogs."""
    return tuple(suffix for reader in readers() for suffix in reader.suffixes)


def _empty(name: str) -> ReadError:
    return ReadError("{name} is empty. Open the file that holds the release.", name=name)


def content_of(path: Path, limit: int, wanted: int = -1) -> bytes:
    """The content of a file of at most ``limit`` megabytes, or as much of its start as is ``wanted``.

    Raises:
        ReadError: it is not there, is no file, may not be read or is too large.
    """
    name = path.name
    try:
        _refuse_other_than_files(path)
        with path.open("rb") as file:
            data = file.read(limit << 20 if wanted < 0 else wanted)
            size = file.seek(0, io.SEEK_END)
    except PermissionError:
        raise ReadError("{name} may not be read. Ask for permission to read the file.", name=name) from None
    except OSError:
        raise ReadError(
            "{name} cannot be read: the disk or the network does not answer as it should.", name=name
        ) from None
    if size > limit << 20:
        raise ReadError("{name} is larger than {limit} MB, which no press release is.", name=name, limit=limit)
    return data


def _refuse_other_than_files(path: Path) -> None:
    """A pipe or a device would be waited at for ever."""
    if path.is_dir():
        raise ReadError("{name} is a folder. Choose a file.", name=path.name)
    if not path.is_file():
        raise ReadError("{name} is not there, or is not a file.", name=path.name)
