"""Reads Word documents (Office Open XML): .docx, and templates and documents with macros, which are never run."""

from gui.document.release import Release
from gui.document.work import Progress, unheard
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise
from gui.readers.word.body import raw_pieces


class DocxReader:
    """Word documents."""

    format = "docx"
    suffixes: tuple[str, ...] = (".docx",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the content tells
        """Files that are packages of Word, whole or not, whatever their name."""
        return foreign_format(data) == "DOCX"

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged or has no document in it.
            RecursionError: it is nested more deeply than can be followed.
        """
        raws, warnings = raw_pieces(name, data, progress)
        return recognise(self.format, name, raws, warnings)
