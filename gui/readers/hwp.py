"""Reads HWP 5, the binary format of Hangul."""

from gui.document.release import Release
from gui.readers.base import Progress, unheard
from gui.readers.hangul import hangul_raws
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise


class HwpReader:
    """HWP 5 documents."""

    format = "hwp"
    suffixes: tuple[str, ...] = (".hwp",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the content tells
        """Files that are HWP 5 compound files, whatever their name."""
        return foreign_format(data) == "HWP"

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged or protected by a password.
        """
        raws, warnings = hangul_raws(name, data, progress)
        return recognise(self.format, name, raws, warnings)
