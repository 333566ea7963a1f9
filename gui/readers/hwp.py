"""Reads HWP 5, the binary format of Hangul."""

from gui.readers.hangul.reader import HangulReader


class HwpReader(HangulReader):
    """HWP 5 documents."""

    format = "hwp"
    suffixes: tuple[str, ...] = (".hwp",)
    document = "HWP"
