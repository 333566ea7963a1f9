"""What stands on a page of a PDF: glyphs, ruled lines, painted areas and pictures, in points from the lower left.

Everything comes from PDFium, whose text page already resolves encodings, ``ActualText`` and form objects. It drops
spaces that are drawn on their own, though, and Hangul draws the space at a wrapped line end just so: those places are
kept as :attr:`Page.blanks`, since they tell a line end between two words from one inside a word.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, NamedTuple

_THINNEST_AREA = 2.5
"""Points: a painted area narrower than this is a ruled line."""

_MOST_SEGMENTS = 60
"""A path of more segments draws a shape or the outline of a letter, not rules."""

_DEEPEST_FORM = 8
_WHITE = 250
_INVISIBLE, _CLIPPED, _FILL_STROKE = 3, 7, 2
_BOLD_NAMES = ("bold", "heavy", "black", "extrab")
_BOLD_WEIGHT = 600
_STRAY_SIZE = 2.0
"""Points: no reader of a release can see letters this small."""

_LONGEST_FONT_NAME = 256
_SPACE = 0x20
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = frozenset("\x00\x02\ufffe\uffff\ufeff\u200b\u200c\u200d\u2060")


class Hidden(Enum):
    """Why a glyph cannot be seen on the page."""

    INVISIBLE = auto()
    WHITE = auto()
    OFF_PAGE = auto()
    STRAY = auto()


class Box(NamedTuple):
    """A rectangle on the page, ``y0`` below ``y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def around(self, other: "Box", slack: float = 1.0) -> bool:
        """Whether ``other`` lies inside, give or take ``slack``."""
        return (
            self.x0 - slack <= other.x0
            and other.x1 <= self.x1 + slack
            and self.y0 - slack <= other.y0
            and other.y1 <= self.y1 + slack
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: from ``x0`` to ``x1`` on the baseline ``y``, its font ``size`` in points.

    ``space_before`` and ``space_after`` are true where the text layer itself has a space beside it, ``gap_before``
    where PDFium takes the white before the letter for one.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    space_before: bool = False
    space_after: bool = False
    gap_before: bool = False
    hidden: Hidden | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the letter."""
        return (self.x0 + self.x1) / 2, self.y + self.size * 0.3


@dataclass(slots=True)
class Page:
    """All that is drawn on a page. ``blanks`` are the places of spaces drawn on their own; ``rules`` are flat boxes."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    blanks: list[tuple[float, float]] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Style:
    """What all glyphs of one text object share."""

    size: float
    bold: bool
    invisible: bool
    white: bool


def read_page(document: Any, index: int) -> Page:
    """Everything on page ``index`` (from 0) of a ``pypdfium2.PdfDocument``, with the page turned upright.

    Raises:
        pypdfium2.PdfiumError: the page is damaged.
    """
    page = document[index]
    upright = _Upright(page.get_cropbox(), page.get_rotation())
    result = Page(index + 1, *upright.size)
    text_page = page.get_textpage()
    reading = _Reading(text_page.raw, upright, result)
    try:
        seen = reading.glyphs()
        for raw, matrix in _objects(page.raw):
            _take_object(raw, matrix, result, upright, seen)
        result.glyphs = [_shown(glyph, result) for glyph in result.glyphs]
    finally:
        text_page.close()
        page.close()
    return result


class _Upright:
    """Brings coordinates of the file to those of the page as it is looked at: turned, its corner at 0, 0."""

    def __init__(self, crop: tuple[float, float, float, float], rotation: int) -> None:
        self._crop = crop
        self._rotation = rotation % 360
        width, height = crop[2] - crop[0], crop[3] - crop[1]
        self._span = (width, height)
        self.size = (height, width) if self._rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._crop[0], y - self._crop[1]
        width, height = self._span
        return {90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}.get(self._rotation, (x, y))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


class _Reading:
    """Reads the text page of PDFium letter by letter."""

    def __init__(self, raw: Any, upright: _Upright, page: Page) -> None:
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
            text, high = _readable(code), 0
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
        address = _address(raw)
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
        return _Style(size, bold, mode in (_INVISIBLE, _CLIPPED), mode == 0 and bool(raw) and _is_white(raw))

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


def _address(raw: Any) -> int:
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def _is_white(raw: Any) -> bool:
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    told = pdfium.FPDFPageObj_GetFillColor(raw, *parts)
    return bool(told) and all(part.value >= _WHITE for part in parts[:3])


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _objects(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """Every drawn object of a page with the matrix of the forms around it."""
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _with_inner(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)


def _with_inner(raw: Any, outer: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPageObj_GetType(raw) != pdfium.FPDF_PAGEOBJ_FORM:
        yield raw, outer
    elif depth < _DEEPEST_FORM:
        matrix = _product(_matrix(raw), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(raw)):
            yield from _with_inner(pdfium.FPDFFormObj_GetObject(raw, index), matrix, depth + 1)


def _matrix(raw: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(raw: Any, matrix: _Matrix, upright: _Upright) -> Box:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(raw, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return upright.box(*_moved(left, bottom, matrix), *_moved(right, top, matrix))


def _take_object(raw: Any, matrix: _Matrix, page: Page, upright: _Upright, seen: set[int]) -> None:
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFPageObj_GetType(raw)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _take_path(raw, matrix, page, upright)
        return
    box = _bounds(raw, matrix, upright)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT and _address(raw) not in seen:
        page.blanks.append((box.x0, box.y0))
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        page.pictures.append(box)
        page.areas.append(box)
    elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
        page.areas.append(box)


def _take_path(raw: Any, matrix: _Matrix, page: Page, upright: _Upright) -> None:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(raw, fill, stroke)
    segments = pdfium.FPDFPath_CountSegments(raw)
    box = _bounds(raw, matrix, upright)
    flat = min(box.x1 - box.x0, box.y1 - box.y0) < _THINNEST_AREA
    if flat and (fill.value or stroke.value):
        page.rules.append(box)
    elif stroke.value and segments <= _MOST_SEGMENTS:
        page.rules += _sides(raw, segments, matrix, upright)
    if fill.value and not flat and not _is_white(raw):
        page.areas.append(box)


def _sides(raw: Any, segments: int, matrix: _Matrix, upright: _Upright) -> Iterator[Box]:
    """The level and upright lines of a drawn path."""
    import pypdfium2.raw as pdfium

    matrix = _product(_matrix(raw), matrix)
    start = before = (0.0, 0.0)
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = upright.point(*_moved(x.value, y.value, matrix))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _side(before, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _side(point, start)
        before = point


def _side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    box = Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
    if min(box.x1 - box.x0, box.y1 - box.y0) < _THINNEST_AREA < max(box.x1 - box.x0, box.y1 - box.y0):
        yield box


def _shown(glyph: Glyph, page: Page) -> Glyph:
    """White letters on a painted area can be seen after all."""
    if glyph.hidden is not Hidden.WHITE or not any(area.holds(*glyph.middle) for area in page.areas):
        return glyph
    return Glyph(glyph.text, glyph.x0, glyph.x1, glyph.y, glyph.size, glyph.bold, glyph.space_before, glyph.space_after)
