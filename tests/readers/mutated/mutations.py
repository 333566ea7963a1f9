"""Damages files the way disks, networks and malice do: anywhere, or inside the compressed parts of a container."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from random import Random

from hwpx.hwp5.cfb import CompoundFile, build_compound_file, read_all_streams

from tests.readers import docx_files

_EXTREMES = (b"0", b"-1", b"99999999999", b"2147483648", b"65536", b"NaN", b"")
_DIGITS = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PICTURE = re.compile(r"(?i)\.(?:png|jpe?g|bmp|gif|wmf|emf|tiff?)$|BinData|Preview|thumbnail")
_OUTSIDE = 0.25
"""The share of mutants that are damaged as they lie on the disk, container and all."""

_COMPRESSED = re.compile(r"DocInfo|BodyText/|ViewText/|Scripts/")


def mutant(data: bytes, random: Random) -> bytes:
    """A damaged copy."""
    inside = _CONTAINERS.get(data[:4])
    if inside is None or random.random() < _OUTSIDE:
        return damaged(data, random)
    return inside(data, random)


def damaged(data: bytes, random: Random) -> bytes:
    """One to four damages anywhere."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        if data:
            data = random.choice(_DAMAGES)(data, random)
    return data


def _chunk(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data))
    return start, min(len(data), start + random.choice((1, 4, 16, 64, 512, 4096)))


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 32))):
        changed[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _remove(data: bytes, random: Random) -> bytes:
    start, end = _chunk(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _chunk(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def _blank(data: bytes, random: Random) -> bytes:
    start, end = _chunk(data, random)
    return data[:start] + random.choice((b"\0", b"\xff")) * (end - start) + data[end:]


def _extreme(data: bytes, random: Random) -> bytes:
    return _replaced(data, _DIGITS, random.choice(_EXTREMES), random)


def _untag(data: bytes, random: Random) -> bytes:
    return _replaced(data, _TAG, b"", random)


def _replaced(data: bytes, pattern: re.Pattern[bytes], new: bytes, random: Random) -> bytes:
    found = pattern.search(data, random.randrange(len(data)))
    return data[: found.start()] + new + data[found.end() :] if found else _flip(data, random)


_DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip, _truncate, _remove, _repeat, _blank, _extreme, _extreme, _untag, _untag,
)  # fmt: skip


def _in_zip(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = _chosen(list(members), random)
    content = members[name]
    assert isinstance(content, bytes)
    members[name] = damaged(content, random)
    return docx_files.package(members)


def _in_compound_file(data: bytes, random: Random) -> bytes:
    streams = dict(read_all_streams(CompoundFile(data)))
    name = _chosen(list(streams), random)
    content = streams[name]
    inflated = content
    if _COMPRESSED.match(name):
        with suppress(zlib.error):
            inflated = zlib.decompress(content, -15)
    changed = damaged(inflated, random)
    streams[name] = changed if inflated is content else _deflated(changed)
    return build_compound_file(streams.items())


def _in_pdf(data: bytes, random: Random) -> bytes:
    streams = list(_PDF_STREAM.finditer(data))
    match = random.choice(streams) if streams else None
    try:
        content = zlib.decompress(match[1]) if match else b""
    except zlib.error:
        content = b""
    if not match or not content:
        return damaged(data, random)
    return data[: match.start(1)] + zlib.compress(damaged(content, random)) + data[match.end(1) :]


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def _chosen(names: list[str], random: Random) -> str:
    """A member, seldom a picture: nobody looks into those."""
    texts = [name for name in names if not _PICTURE.search(name)]
    return random.choice(texts or names)


_CONTAINERS: dict[bytes, Callable[[bytes, Random], bytes]] = {
    b"PK\3\4": _in_zip,
    b"\xd0\xcf\x11\xe0": _in_compound_file,
    b"%PDF": _in_pdf,
}
