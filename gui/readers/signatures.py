"""Tells by its first bytes what a file is that this version cannot open, whatever its name says."""

from gui.document.errors import ReadError

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
)


def refuse_unsupported(name: str, data: bytes) -> None:
    """Says what is wrong with a file that is no text.

    Raises:
        ReadError: the file is empty, or in a format that this version cannot open.
    """
    if not data.strip(b" \t\r\n\f\v\0\xef\xbb\xbf"):
        raise ReadError("{name} is empty. Open the file that holds the release.", name=name)
    format_name = _unsupported_format(data)
    if format_name:
        raise ReadError(
            "{name} is in the {format} format, which this version cannot open yet. "
            "Open it in its own program, save it as plain text and open that file.",
            name=name,
            format=format_name,
        )
    if any(data.startswith(signature) for signature, _ in _BINARY):
        raise ReadError(
            "{name} is not a text file. Open the release itself, saved as Markdown or plain text.", name=name
        )


def _unsupported_format(data: bytes) -> str | None:
    if data.startswith(b"%PDF"):
        return "PDF"
    if data.startswith(b"HWP Document File V"):
        return "HWP 3"
    if data.startswith(_COMPOUND_FILE):
        return "HWP" if "FileHeader".encode("utf-16-le") in data else "Office 97"
    return _zip_format(data) if data.startswith(b"PK\x03\x04") else None


def _zip_format(data: bytes) -> str:
    start = data[:200]
    if b"application/hwp+zip" in start:
        return "HWPX"
    if b"word/" in data:
        return "DOCX"
    return "ODT" if b"opendocument.text" in start else "ZIP"
