"""Takes ruled lines, painted areas, pictures and stray spaces from the drawn objects of a PDF page."""

import ctypes
from collections.abc import Iterator
from typing import Any

from gui.readers.pages.page import Box, Page, Upright

_THINNEST_AREA = 2.5
"""Points: a painted area narrower than this is a ruled line."""

_MOST_SEGMENTS = 60
"""A path of more segments draws a shape or the outline of a letter, not rules."""

_WIDEST_BLANK = 1.0
"""Points: PDFium gives a space no width, but the second drawing of a bold letter, which it leaves out, has one."""

_DEEPEST_FORM = 8
_WHITE = 250


def take_drawn(raw_page: Any, upright: Upright, page: Page, lettered: set[int]) -> None:
    """Put everything drawn on ``page``.

    Text objects that are not in ``lettered`` hold a space, or letters that were drawn before.
    """
    for raw, matrix in _objects(raw_page):
        _take_object(raw, matrix, page, upright, lettered)


def address_of(raw: Any) -> int:
    """Where PDFium holds an object, which tells objects apart."""
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def is_white(raw: Any) -> bool:
    """Whether an object is painted white."""
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


def _bounds(raw: Any, matrix: _Matrix, upright: Upright) -> Box:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(raw, *sides)
    left, bottom, right, top = (side.value for side in sides)
    if matrix is _IDENTITY:
        return upright.box(left, bottom, right, top)
    return upright.box(*_moved(left, bottom, matrix), *_moved(right, top, matrix))


def _take_object(raw: Any, matrix: _Matrix, page: Page, upright: Upright, seen: set[int]) -> None:
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFPageObj_GetType(raw)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _take_path(raw, matrix, page, upright)
        return
    box = _bounds(raw, matrix, upright)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT and address_of(raw) not in seen:
        if box.x1 - box.x0 < _WIDEST_BLANK:
            page.blanks.append((box.x0, box.y0))
        else:
            page.doubles.append(box)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        page.pictures.append(box)
        page.areas.append(box)
    elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
        page.areas.append(box)


def _take_path(raw: Any, matrix: _Matrix, page: Page, upright: Upright) -> None:
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
    if fill.value and not flat and not is_white(raw):
        page.areas.append(box)


def _sides(raw: Any, segments: int, matrix: _Matrix, upright: Upright) -> Iterator[Box]:
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
