"""Opens a document of Hangul, HWPX or HWP 5, and makes raws of it.

python-hwpx opens both and gives the same OWPML tree for both. What it refuses (distribution documents, some damaged
files) a substitute reads. Whatever is wrong with a file becomes one sentence.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from gui.document.errors import Message, ReadError, note
from gui.document.release import Release
from gui.document.work import Progress, unheard
from gui.readers.hangul.looks import Looks, read_looks
from gui.readers.hangul.package import is_encrypted, text_only
from gui.readers.hangul.substitute import substitute_raws
from gui.readers.hangul.walk import OwpmlWalk
from gui.readers.office.charts import chart_labels
from gui.readers.raw import Raw, RawAside
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise

if TYPE_CHECKING:
    from hwpx.document import HwpxDocument
    from lxml import etree


class HangulReader:
    """What both readers share. ``document`` is the word of :mod:`gui.readers.signatures` for the format."""

    format: str
    suffixes: tuple[str, ...]
    document: str
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the content tells
        """Files of this format, whatever their name."""
        return foreign_format(data) == self.document

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged, protected or a trap.
        """
        raws, told = hangul_raws(name, data, progress)
        return recognise(self.format, name, raws, told)


def hangul_raws(name: str, data: bytes, progress: Progress = unheard) -> tuple[list[Raw], tuple[Message, ...]]:
    """The raws of an HWPX or HWP 5 file, and what the user should know.

    Raises:
        ReadError: the file is protected, damaged or a trap.
    """
    document = _opened(name, data)
    if document is None:
        return substitute_raws(name, data)
    walk = _walk(name, document)
    raws: list[Raw] = []
    sections = document.sections
    for index, section in enumerate(sections):
        raws += walk.section(_root(name, section), first=index == 0)
        progress(index + 1, len(sections))
    for page in document.parts.master_pages:
        raws += walk.master_page(_root(name, page))
    raws += _chart_labels(document)
    return raws, (*walk.warnings, *_left_out(document))


def _opened(name: str, data: bytes) -> "HwpxDocument | None":
    """The document, or ``None`` where the substitute should try."""
    if is_encrypted(data):
        raise _protected(name)
    logging.getLogger("hwpx").setLevel(logging.CRITICAL)  # it logs paths within the file; the sentence is enough
    document = _open(name, data)
    if document is not None:
        return document
    lean = text_only(data)
    return _open(name, lean) if lean is not None else None


def _open(name: str, data: bytes) -> "HwpxDocument | None":
    from hwpx.document import HwpxDocument  # heavy
    from hwpx.errors import Hwp5Error
    from hwpx.opc.security import HwpxSecurityError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it could not convert is asked for afterwards
            return HwpxDocument.open(data)
    except MemoryError:
        raise
    except HwpxSecurityError:
        raise _trap(name) from None
    except Hwp5Error as error:
        _refuse_locked(name, error.code)
    except Exception:  # noqa: BLE001 - a damaged file can make the library raise anything at all
        return None
    return None


def _refuse_locked(name: str, code: str) -> None:
    if code == "hwp5-password":
        raise _protected(name)
    if code == "hwp5-drm":
        raise ReadError(
            "{name} is locked by a certificate or by rights management. "
            "Open it in Hangul, save it without the lock and open that file.",
            name=name,
        )


def _walk(name: str, document: "HwpxDocument") -> OwpmlWalk:
    headers = [_root(name, header) for header in document.parts.headers]
    return OwpmlWalk(read_looks(headers[0]) if headers else Looks())


def _root(name: str, part: object) -> "etree._Element":
    """The root of a part of the package. An XML file with a document type can only be a trap."""
    root: etree._Element = getattr(part, "element")  # noqa: B009 - typed as of the standard library, but lxml's
    if root.getroottree().docinfo.internalDTD is not None:
        raise _trap(name)
    return root


def _chart_labels(document: "HwpxDocument") -> Iterator[RawAside]:
    """A chart is a part of its own; one that is damaged is a picture all the same."""
    from lxml import etree

    for part in document.package.part_names():
        if part.startswith("Chart/"):
            with suppress(etree.XMLSyntaxError, ValueError):
                yield from chart_labels(document.package.get_xml(part))


def _left_out(document: "HwpxDocument") -> tuple[Message, ...]:
    report = document.conversion_report
    if report is None or not report.unconverted:
        return ()
    return (note("Some objects of the file could not be taken over. Compare it with the original."),)


def _protected(name: str) -> ReadError:
    return ReadError(
        "{name} is protected by a password. Open it in Hangul, save it without the password and open that file.",
        name=name,
    )


def _trap(name: str) -> ReadError:
    return ReadError(
        "{name} is put together in a way that no release is and that could harm this computer. "
        "Ask for the file again, from a source you trust.",
        name=name,
    )
