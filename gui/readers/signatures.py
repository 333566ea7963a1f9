"""Tells by its content, whatever its name says, what document a file is: the one place where formats are told apart."""

import io
import re

from gui.document.errors import ReadError

HEAD = 1024
"""Every signature stands within so many bytes of the start of a file."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF = re.compile(rb"(?:\A|[\r\n\0])[\xef\xbb\xbf\s]*%PDF-\d")
"""Some programs write a few bytes before the signature of a PDF, and all programs that read PDF allow it."""

_STREAMS = (("HWP", "FileHeader"), ("encrypted Office", "EncryptedPackage"))
"""What a compound file is, by the name of a stream that nothing else has."""

_MIMETYPES = ((b"application/hwp+zip", "HWPX"), (b"opendocument.text", "ODT"), (b"application/epub+zip", "EPUB"))
_PARTS = (
    (re.compile(rb"Contents/(?:content\.hpf|section\d)"), "HWPX"),
    (re.compile(rb"word/document"), "DOCX"),
    (re.compile(rb"xl/workbook"), "XLSX"),
    (re.compile(rb"ppt/presentation"), "PPTX"),
)
"""What a zip is, by the name of a part that nothing else has."""

_STARTS = (
    (re.compile(rb"HWP Document File V"), "HWP 3"),
    (re.compile(rb"\{\\rtf"), "RTF"),
    (re.compile(rb"[\xef\xbb\xbf\s]*<\?xml[^\0]{,800}<(?:HWPML|w:wordDocument|pkg:package)\b"), "XML"),
    (re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|ALZ\x01|EGGA"), "archive"),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP", re.DOTALL), "picture"),
)
"""The first bytes of other documents; ALZ and EGG are archives of Korean programs."""

_PICTURES_OF_PHONES = re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL)


def is_container(head: bytes) -> bool:
    """Whether a file that begins so can do harm when it is looked into: PDF, zip, compound file."""
    return head.startswith((_COMPOUND_FILE, *_ZIPS)) or _PDF.search(head[:HEAD]) is not None


def foreign_format(data: bytes) -> str | None:
    """The format of a document that is no plain text, in the word people use for it; ``None`` for anything else."""
    if data.startswith(_COMPOUND_FILE):
        named = (word for word, stream in _STREAMS if stream.encode("utf-16-le") in data)
        return next(named, "Office 97")
    if data.startswith(_ZIPS):
        return _zip_format(data)
    if _PDF.search(data[:HEAD]):
        return "PDF"
    return next((word for start, word in _STARTS if start.match(data[:HEAD])), None)


def _zip_format(data: bytes) -> str:
    """By the type that a zip states first, else by its parts: in its directory, or anywhere if that is damaged."""
    stated = next((word for mimetype, word in _MIMETYPES if mimetype in data[:200]), None)
    if stated is not None:
        return stated
    import zipfile  # not needed for text

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = "\n".join(archive.namelist()).encode(errors="replace")
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        names = data
    return next((word for part, word in _PARTS if part.search(names)), "archive")


def refusal(name: str, document: str | None) -> ReadError:
    """What to say of a document that no reader takes; ``document`` as from :func:`foreign_format`."""
    match document:
        case "HWP 3":
            return ReadError(
                "{name} is in the old format of HWP 3. Open it in Hangul, save it as HWPX and open that file.",
                name=name,
            )
        case "encrypted Office":
            return ReadError(
                "{name} is protected with a password. Save it without one in its own program and open that file.",
                name=name,
            )
        case "archive":
            return ReadError("{name} is an archive. Unpack it and open the release that is in it.", name=name)
        case "picture":
            return ReadError(
                "{name} is a picture, which holds no text. Open the HWPX, HWP, DOCX or PDF file of the release.",
                name=name,
            )
    return ReadError(
        "{name} is in the {format} format, which this version cannot open. "
        "Open it in its own program, save it as DOCX or plain text and open that file.",
        name=name,
        format=document,
    )
