"""Reads HWPX, the open format of Hangul (KS X 6101)."""

from gui.document.release import Release
from gui.readers.base import Progress, unheard
from gui.readers.hangul import hangul_raws
from gui.readers.signatures import foreign_format
from gui.readers.structure import recognise


class HwpxReader:
    """HWPX documents."""

    format = "hwpx"
    suffixes: tuple[str, ...] = (".hwpx",)
    apart = True

    def accepts(self, name: str, data: bytes) -> bool:  # noqa: ARG002  # the content tells
        """Files that are HWPX packages, whatever their name."""
        return foreign_format(data) == "HWPX"

    def read(self, name: str, data: bytes, progress: Progress = unheard) -> Release:
        """The release in ``data``.

        Raises:
            ReadError: the file is damaged or protected by a password.
        """
        raws, warnings = hangul_raws(name, data, progress)
        return recognise(self.format, name, raws, warnings)
