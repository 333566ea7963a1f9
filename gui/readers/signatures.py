"""Tells by its content, whatever its name says, that a file is a document of another program."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_HWP_STREAM = "FileHeader".encode("utf-16-le")
"""The stream that every HWP 5 document has in its compound file."""


def foreign_format(data: bytes) -> str | None:
    """The format of a document that is no plain text, in the word people use for it; ``None`` for anything else."""
    if data.startswith(b"%PDF"):
        return "PDF"
    if data.startswith(b"HWP Document File V"):
        return "HWP 3"
    if data.startswith(b"{\\rtf"):
        return "RTF"
    if data.startswith(_COMPOUND_FILE):
        return "HWP" if _HWP_STREAM in data else "Office 97"
    return _zip_format(data) if data.startswith(_ZIP) else None


def _zip_format(data: bytes) -> str:
    mimetype = data[:200]
    if b"application/hwp+zip" in mimetype:
        return "HWPX"
    if b"word/" in data:
        return "DOCX"
    return "ODT" if b"opendocument.text" in mimetype else "ZIP"
