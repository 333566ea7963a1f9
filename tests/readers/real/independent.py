"""Second opinions for the tests: the text of HWPX, HWP 5 and PDF files, taken out without the readers under test.

HWPX is read with zipfile and iterparse, HWP 5 with a small parser of its own for the compound file and its records, PDF
with pdfminer. Nothing here knows of structure: only which characters stand in the file, in the order of the file.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix


@dataclass(slots=True)
class Extracted:
    """What a file holds: its running text, and the characters it draws over one another (boxed and circled numbers).

    A reader may give the overlaid ones as another character (``⑩``), so they are kept apart.
    """

    parts: list[str] = field(default_factory=list)
    overlaid: str = ""

    @property
    def text(self) -> str:
        """The running text, a line for each piece of the file."""
        return "\n".join(self.parts)


@cache
def extract(path: Path) -> Extracted:
    """The text of a file by its ending."""
    by_suffix: dict[str, Callable[[bytes], Extracted]] = {".hwpx": hwpx, ".hwp": hwp, ".pdf": pdf}
    return by_suffix[path.suffix](path.read_bytes())


def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def hwpx(data: bytes) -> Extracted:
    """Every ``hp:t`` of every section, with what stands inside it, and the overlaid characters of ``hp:compose``."""
    found = Extracted()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sections = sorted(name for name in archive.namelist() if name.startswith("Contents/section"))
        for name in sections:
            for _, element in ElementTree.iterparse(io.BytesIO(archive.read(name))):
                if _local(element.tag) == "t":
                    found.parts.append("".join(_inline(element)))
                elif _local(element.tag) == "compose":
                    found.overlaid += element.get("composeText", "")
    return found


def _inline(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield "\n" if _local(child.tag) == "lineBreak" else " "
        yield child.tail or ""


def hwpx_styled(path: Path, style: str) -> str:
    """All text of an HWPX file whose runs refer to a character shape with ``bold``, ``italic`` or ``underline``."""
    with zipfile.ZipFile(path) as archive:
        shapes = ElementTree.fromstring(archive.read("Contents/header.xml"))
        numbers = {shape.get("id") for shape in shapes.iter() if _local(shape.tag) == "charPr" and _has(shape, style)}
        sections = (archive.read(name) for name in archive.namelist() if name.startswith("Contents/section"))
        runs = (e for section in sections for _, e in ElementTree.iterparse(io.BytesIO(section)))
        styled = (run for run in runs if _local(run.tag) == "run" and run.get("charPrIDRef") in numbers)
        return "".join("".join(text.itertext()) for run in styled for text in run if _local(text.tag) == "t")


def _has(shape: ElementTree.Element, style: str) -> bool:
    return any(_local(child.tag) == style and child.get("type") != "NONE" for child in shape)


class _Collector(PDFTextDevice):
    """Keeps the characters that a page draws, nothing else."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.drawn: list[str] = []

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Called for each character; gives its width."""
        try:
            self.drawn.append(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            self.drawn.append("\N{REPLACEMENT CHARACTER}")
        return font.char_width(cid) * fontsize * scaling


def pdf(data: bytes) -> Extracted:
    """The characters of all pages in the order in which the pages draw them."""
    manager = PDFResourceManager()
    collector = _Collector(manager)
    interpreter = PDFPageInterpreter(manager, collector)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
    return Extracted(["".join(collector.drawn)])


_PARA_TEXT, _CTRL_HEADER = 67, 71
_DISTRIBUTED_DATA = 28
_COMPRESSED, _DISTRIBUTED = 1, 4
_ONE_UNIT = frozenset({0, 10, 13, 24, 25, 26, 27, 28, 29, 30, 31})
"""Control characters of HWP 5 that take one unit; all others below 32 take eight (Hancom, HWP 5.0 format, table 6)."""


def hwp(data: bytes) -> Extracted:
    """The text of all PARA_TEXT records of all sections, and the overlaid characters of ``tcps`` controls."""
    streams = CompoundFile(data)
    (flags,) = struct.unpack_from("<I", streams.read("FileHeader"), 36)
    folder = "ViewText" if flags & _DISTRIBUTED else "BodyText"
    found = Extracted()
    number = 0
    while (name := f"{folder}/Section{number}") in streams.names:
        raw = streams.read(name)
        raw = _undistributed(raw) if flags & _DISTRIBUTED else raw
        for tag, payload in _records(zlib.decompress(raw, -15) if flags & _COMPRESSED else raw):
            if tag == _PARA_TEXT:
                found.parts.append(_para_text(payload))
            elif tag == _CTRL_HEADER and payload[:4] == b"tcps"[::-1]:
                found.overlaid += _overlaid(payload)
        number += 1
    return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        (header,) = struct.unpack_from("<I", data, at)
        at += 4
        size = header >> 20
        if size == 0xFFF:
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        yield header & 0x3FF, data[at : at + size]
        at += size


def _para_text(payload: bytes) -> str:
    units = struct.unpack(f"<{len(payload) // 2}H", payload[: len(payload) // 2 * 2])
    kept, at = bytearray(), 0
    while at < len(units):
        unit = units[at]
        if unit >= 32:
            kept += struct.pack("<H", unit)
            at += 1
        else:
            kept += " ".encode("utf-16-le") if unit != 24 else "-".encode("utf-16-le")
            at += 1 if unit in _ONE_UNIT else 8
    return kept.decode("utf-16-le", "replace")


def _overlaid(payload: bytes) -> str:
    (length,) = struct.unpack_from("<H", payload, 4)
    return payload[6 : 6 + 2 * length].decode("utf-16-le", "replace")


def _undistributed(raw: bytes) -> bytes:
    """A section of a distribution document in the clear (Hancom, "distribution document" format).

    The first record holds 256 bytes hidden under a pseudo-random sequence; in it lies the key of AES-128 in ECB mode.
    """
    (header,) = struct.unpack_from("<I", raw)
    assert header & 0x3FF == _DISTRIBUTED_DATA
    block = bytearray(raw[4:260])
    (seed,) = struct.unpack_from("<I", block)
    noise = _noise(seed)
    for at in range(256):
        byte = next(noise)
        if at >= 4:
            block[at] ^= byte
    offset = 4 + (seed & 0xF)
    key = bytes(block[offset : offset + 16])
    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()
    body = raw[260:]
    return decryptor.update(body[: len(body) // 16 * 16]) + decryptor.finalize()


def _noise(seed: int) -> Iterator[int]:
    """The bytes of Microsoft's ``rand()``, each repeated as often as the next number says."""
    state = seed

    def draw() -> int:
        nonlocal state
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        return (state >> 16) & 0x7FFF

    while True:
        byte = draw() & 0xFF
        for _ in range((draw() & 0xF) + 1):
            yield byte


_FREE_FROM = 0xFFFFFFFA
_SMALL = 4096


class CompoundFile:
    """The streams of an OLE compound file by path ([MS-CFB], version 3 and 4)."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << struct.unpack_from("<H", data, 30)[0]
        directory, mini_fat = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 60)[0]
        self._fat = self._table(self._fat_sectors())
        entries = self._entries(self._chain(directory))
        self._mini_fat = self._table([] if mini_fat >= _FREE_FROM else list(self._links(mini_fat, self._fat)))
        self._streams: dict[str, tuple[int, int]] = {}
        self._walk(entries, entries[0][3], "")
        self._mini = self._chain(entries[0][4])

    @property
    def names(self) -> frozenset[str]:
        """The paths of all streams."""
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """The bytes of a stream."""
        start, size = self._streams[name]
        if size >= _SMALL:
            return self._chain(start)[:size]
        return b"".join(self._mini[64 * link : 64 * link + 64] for link in self._links(start, self._mini_fat))[:size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _fat_sectors(self) -> list[int]:
        found = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        while following < _FREE_FROM:
            *more, following = struct.unpack(f"<{self._size // 4}I", self._sector(following))
            found += more
        return [sector for sector in found if sector < _FREE_FROM]

    def _table(self, sectors: list[int]) -> list[int]:
        return [link for sector in sectors for link in struct.unpack(f"<{self._size // 4}I", self._sector(sector))]

    def _links(self, start: int, table: list[int]) -> Iterator[int]:
        while start < _FREE_FROM:
            yield start
            start = table[start]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(sector) for sector in self._links(start, self._fat))

    def _entries(self, directory: bytes) -> list[tuple[str, int, int, int, int, int]]:
        """Name, left, right, child, first sector and size of each entry."""
        found = []
        for at in range(0, len(directory), 128):
            length = struct.unpack_from("<H", directory, at + 64)[0]
            name = directory[at : at + max(0, length - 2)].decode("utf-16-le")
            left, right, child = struct.unpack_from("<3I", directory, at + 68)
            start, size = struct.unpack_from("<2I", directory, at + 116)
            found.append((name, left, right, child, start, size))
        return found

    def _walk(self, entries: list[tuple[str, int, int, int, int, int]], number: int, folder: str) -> None:
        if number >= len(entries):
            return
        name, left, right, child, start, size = entries[number]
        self._walk(entries, left, folder)
        self._walk(entries, child, f"{folder}{name}/")
        if child >= len(entries):
            self._streams[folder + name] = (start, size)
        self._walk(entries, right, folder)
