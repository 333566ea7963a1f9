"""The containers of Hangul documents: a zip (HWPX) or a compound file (HWP 5)."""

import zipfile
from io import BytesIO

from gui.readers.office.zips import ZIP_FAULTS

_MANIFEST = "META-INF/manifest.xml"
_LARGEST_MANIFEST = 1 << 20
_NO_TEXT = ("BinData/", "Preview/", "PrvImage", "PrvText", "Scripts/")
"""Folders and streams in which no text of the document stands."""

_LARGEST_PART = 64 << 20
_LARGEST_WHOLE = 512 << 20


def is_encrypted(data: bytes) -> bool:
    """Whether an HWPX package says that its parts are encrypted; what is no package at all says nothing."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            flagged = any(entry.flag_bits & 1 for entry in package.infolist())
            with package.open(_MANIFEST) as manifest:
                return flagged or b"encryption-data" in manifest.read(_LARGEST_MANIFEST)
    except ZIP_FAULTS:
        return False


def text_only(data: bytes) -> bytes | None:
    """A package with nothing but the parts that hold text, for one whose pictures are damaged.

    ``None`` where the container itself cannot be read.
    """
    return _text_of_zip(data) if data.startswith(b"PK") else _text_of_compound_file(data)


def _text_of_zip(data: bytes) -> bytes | None:
    kept = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as lean:
            parts = [part for part in package.infolist() if not part.filename.startswith(_NO_TEXT)]
            if sum(part.file_size for part in parts) > _LARGEST_WHOLE:
                return None
            for part in parts:
                with package.open(part) as content:
                    lean.writestr(part.filename, content.read(_LARGEST_PART))
    except ZIP_FAULTS:
        return None
    return kept.getvalue()


def _text_of_compound_file(data: bytes) -> bytes | None:
    import struct

    from hwpx.errors import HwpxError
    from hwpx.hwp5.cfb import CompoundFile, build_compound_file

    try:
        whole = CompoundFile(data)
        kept = (path for path in whole.stream_paths() if not path.startswith(_NO_TEXT))
        return build_compound_file([(path, whole.read(path)) for path in kept])
    except (HwpxError, struct.error, ValueError, KeyError, IndexError):
        return None
