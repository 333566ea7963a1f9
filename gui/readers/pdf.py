"""Reads PDF files, the printed form of a release."""

from gui.document.release import Release
from gui.document.work import Progress, unheard
from gui.readers.pages.composer import raw_pieces
from gui.readers.pages.source import read_pages
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise


class PdfReader:
    """PDF: the printed form of a release. Hangul and Word files say more; a PDF is read where there is no other."""

    format = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the name says nothing here
        """Whether the file begins as a PDF does."""
        return foreign_format(data) == "PDF"

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged, protected, too long, or has no Hangul in its text.
        """
        pages, warnings = read_pages(name, data, progress)
        raws, doubts = raw_pieces(pages)
        return recognise(self.format, name, raws, (*warnings, *doubts))
