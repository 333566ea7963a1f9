"""Reads HWPX, the open format of Hangul (KS X 6101)."""

from gui.readers.hangul.reader import HangulReader


class HwpxReader(HangulReader):
    """HWPX documents."""

    format = "hwpx"
    suffixes: tuple[str, ...] = (".hwpx",)
    document = "HWPX"
