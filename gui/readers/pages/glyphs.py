"""Reads the letters of a PDF page from the text page of PDFium, which resolves encodings, ``ActualText`` and forms.

It drops spaces that are drawn on their own, though, and Hangul draws the space at a wrapped line end just so: the text
objects without a letter, which :func:`read_glyphs` lets its caller tell, are those.
"""

import ctypes
import math
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from gui.readers.pages.drawing import address_of, is_white
from gui.readers.pages.page import Glyph, Hidden, Page, Upright

_INVISIBLE, _CLIPPED, _FILL_STROKE = 3, 7, 2
_BOLD_NAMES = ("bold", "heavy", "black", "extrab")
_BOLD_WEIGHT = 600
_STRAY_SIZE = 2.0
"""Points: no reader of a release can see letters this small."""

_LONGEST_FONT_NAME = 256
_SPACE = 0x20
_HYPHENS = (0x02, 0xFFFE)
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = frozenset("\x00\x02\ufffe\uffff\ufeff\u200b\u200c\u200d\u2060")


@dataclass(frozen=True, slots=True)
class _Style:
    """What all glyphs of one text object share."""

    size: float
    bold: bool
    invisible: bool
    white: bool


def read_glyphs(text_page: Any, upright: Upright, page: Page) -> set[int]:
    """Put all letters of a ``pypdfium2.PdfTextPage`` on ``page``; the addresses of the text objects they stand in."""
    return _Reading(text_page.raw, upright, page).glyphs()


class _Reading:
    """Reads the text page of PDFium letter by letter."""

    def __init__(self, raw: Any, upright: Upright, page: Page) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._raw = raw
        self._upright = upright
        self._page = page
        self._styles: dict[int, _Style] = {}

    def glyphs(self) -> set[int]:
        """Put all visible letters on the page; the addresses of the text objects that they stand in."""
        space = guessed = False
        owner = high = 0
        for index in range(self._pdfium.FPDFText_CountChars(self._raw)):
            code = self._pdfium.FPDFText_GetUnicode(self._raw, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            text, high = self._text(index, code), 0
            if not text.strip():
                made_up = self._pdfium.FPDFText_IsGenerated(self._raw, index) == 1
                guessed = guessed or (made_up and code == _SPACE)
                space = space or (bool(text) and not made_up)
                self._note_space(index, owner)
                continue
            owner = self._owner(index)
            glyph = self._glyph(index, text, owner)
            self._page.glyphs.append(replace(glyph, space_before=space, gap_before=guessed))
            space = guessed = False
        return set(self._styles)

    def _text(self, index: int, code: int) -> str:
        """A letter. PDFium hides a hyphen at a line end as a soft one, but Korean is not hyphenated: it stays."""
        hidden = code in _HYPHENS and self._pdfium.FPDFText_IsHyphen(self._raw, index) == 1
        return "-" if hidden else _readable(code)

    def _note_space(self, index: int, owner: int) -> None:
        glyphs = self._page.glyphs
        if not glyphs or self._pdfium.FPDFText_IsGenerated(self._raw, index) == 1:
            return
        last = glyphs[-1]
        if not last.space_after and self._pdfium.FPDFText_GetUnicode(self._raw, index) not in (0x0D, 0x0A):
            glyphs[-1] = replace(last, space_after=self._owner(index) == owner or self._beside(index, last))

    def _beside(self, index: int, glyph: Glyph) -> bool:
        x, y = self._origin(index)
        return abs(y - glyph.y) < glyph.size / 2 and -1 <= x - glyph.x1 < glyph.size

    def _owner(self, index: int) -> int:
        raw = self._pdfium.FPDFText_GetTextObject(self._raw, index)
        address = address_of(raw)
        if address not in self._styles:
            self._styles[address] = self._style(index, raw)
        return address

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        self._pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return self._upright.point(x.value, y.value)

    def _glyph(self, index: int, text: str, owner: int) -> Glyph:
        rect = self._pdfium.FS_RECTF()
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        box = self._upright.box(rect.left, rect.bottom, rect.right, rect.top)
        x, y = self._origin(index)
        style = self._styles[owner]
        hidden = Hidden.INVISIBLE if style.invisible else Hidden.WHITE if style.white else None
        if style.size < _STRAY_SIZE:
            hidden = Hidden.STRAY
        if not (-1 <= x <= self._page.width + 1 and -1 <= y <= self._page.height + 1):
            hidden = Hidden.OFF_PAGE
        return Glyph(text, box.x0, max(box.x1, box.x0), y, style.size, style.bold, hidden=hidden)

    def _style(self, index: int, raw: Any) -> _Style:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        size = self._pdfium.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d)
        mode = self._pdfium.FPDFTextObj_GetTextRenderMode(raw) if raw else 0
        bold = mode == _FILL_STROKE or self._bold_font(index)
        return _Style(size, bold, mode in (_INVISIBLE, _CLIPPED), mode == 0 and bool(raw) and is_white(raw))

    def _bold_font(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        self._pdfium.FPDFText_GetFontInfo(self._raw, index, name, _LONGEST_FONT_NAME, flags)
        lowered = name.value.decode("latin-1").lower()
        return (
            any(word in lowered for word in _BOLD_NAMES)
            or self._pdfium.FPDFText_GetFontWeight(self._raw, index) >= _BOLD_WEIGHT
        )


def _readable(code: int) -> str:
    """A character as text: ligatures taken apart, soft hyphens and marks of encodings gone."""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return ""
    text = chr(code)
    if text in _UNSEEN or text == _SOFT_HYPHEN:
        return ""
    if 0xFB00 <= code <= 0xFB06 or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", text)
    return " " if unicodedata.category(text) in ("Zs", "Cc", "Zl", "Zp") else text
