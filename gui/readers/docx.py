"""Reads Word documents (Office Open XML): .docx, and templates and documents with macros, which are never run."""

import io
import zipfile

from gui.document.errors import ReadError
from gui.document.release import Release
from gui.readers.base import Progress, unheard
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise

_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_97_STREAM = "WordDocument".encode("utf-16-le")
_ZIP = b"PK\x03\x04"


class DocxReader:
    """Word documents; also recognises, to say what to do, those with a password and those of Word 97."""

    format = "docx"
    suffixes: tuple[str, ...] = (".docx",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the name says nothing here
        """Whatever holds a Word document, whole or not."""
        if data.startswith(_ZIP):
            return foreign_format(data) == "DOCX" and not _is_other_package(data)
        return foreign_format(data) == "Office 97" and (_ENCRYPTED_STREAM in data or _WORD_97_STREAM in data)

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged, protected by a password, of Word 97, or nested too deeply.
        """
        from gui.readers.docx_body import raw_pieces  # loads libraries that take longer than opening the window may

        if not data.startswith(_ZIP):
            raise _not_readable(name, data)
        try:
            raws, warnings = raw_pieces(name, data, progress)
        except RecursionError:
            raise ReadError(
                "{name} is nested more deeply than any press release. Ask for the file again.", name=name
            ) from None
        return recognise(self.format, name, raws, warnings)


def _not_readable(name: str, data: bytes) -> ReadError:
    if _ENCRYPTED_STREAM in data:
        return ReadError(
            "{name} is protected with a password. Open it in its own program, save it without a password "
            "and open that file.",
            name=name,
        )
    return ReadError(
        "{name} is in the old format of Word 97. Open it in Word, save it as .docx and open that file.", name=name
    )


def _is_other_package(data: bytes) -> bool:
    """Whether a sound zip is a spreadsheet, slides or something else that merely has a Word document in it."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return not any(member.lower().startswith("word/") for member in members)
