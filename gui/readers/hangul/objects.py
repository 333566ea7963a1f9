"""Objects of an OWPML document: tables, pictures, drawn shapes with text, and their captions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from lxml import etree

from gui.document.richtext import RichText
from gui.readers.grids import Grids, RawCell
from gui.readers.hangul.looks import Looks, child, children, local, paints, whole
from gui.readers.raw import Raw, RawLine, RawPicture, Role

_MM_PER_UNIT = 25.4 / 7200
_SHAPES = frozenset({"rect", "ellipse", "polygon", "curve", "arc", "line", "connectLine", "textart"})
_IMAGES = frozenset({"pic", "ole", "chart", "video"})
OBJECTS = _SHAPES | _IMAGES | {"tbl", "container"}
"""What may stand in a run besides text, controls and form objects."""


class Inner(Protocol):
    """Reads a list of paragraphs (``subList``)."""

    def __call__(self, sub_list: etree._Element, *, on_colour: bool) -> list[Raw]:
        """The raws of the list; told whether it stands on a coloured ground."""
        ...


@dataclass(slots=True)
class Objects:
    """Reads objects; ``inner`` reads the paragraphs in them."""

    looks: Looks
    inner: Inner
    grids: Grids

    def raws(self, element: etree._Element, *, on_colour: bool) -> list[Raw]:
        """What an object is in the stream, its caption before or after it as it is printed."""
        body = self._body(element, on_colour=on_colour)
        for caption in children(element, "caption"):
            lines = [_captioned(raw) for raw in self._lists(caption, on_colour=on_colour)]
            body = [*lines, *body] if caption.get("side") in ("TOP", "LEFT") else [*body, *lines]
        return body

    def _body(self, element: etree._Element, *, on_colour: bool) -> list[Raw]:
        """What a shape of a group or a shape in front of the text lies upon is not known: it may be coloured."""
        kind = local(element)
        if kind == "tbl":
            return self.grids.grid(self._cells(element, on_colour=on_colour))
        if kind in _IMAGES:
            return [_picture(element)]
        if kind == "container":
            return [raw for part in element if local(part) in OBJECTS for raw in self.raws(part, on_colour=True)]
        return self._drawn_text(element, on_colour=on_colour)

    def _drawn_text(self, element: etree._Element, *, on_colour: bool) -> list[Raw]:
        floats = element.get("textWrap") == "IN_FRONT_OF_TEXT"
        on_colour = on_colour or floats or any(paints(brush) for brush in children(element, "fillBrush"))
        raws = [raw for text in children(element, "drawText") for raw in self._lists(text, on_colour=on_colour)]
        lettering = element.get("text", "") if local(element) == "textart" else ""
        lines = [RawLine(RichText(line)) for line in lettering.splitlines() if line.strip()]
        return self.grids.box([*lines, *raws]) if lines or raws else []

    def _lists(self, element: etree._Element, *, on_colour: bool) -> Iterator[Raw]:
        for sub_list in children(element, "subList"):
            yield from self.inner(sub_list, on_colour=on_colour)

    def _cells(self, table: etree._Element, *, on_colour: bool) -> list[RawCell]:
        """The cells where the file puts them; in their order if two claim the same place."""
        zones = (zone for zones in children(table, "cellzoneList") for zone in zones)
        on_colour = on_colour or self.looks.is_filled(table) or any(self.looks.is_filled(zone) for zone in zones)
        rows = [list(children(row, "tc")) for row in children(table, "tr")]
        cells = [
            self._cell(cell, (row, column), on_colour=on_colour)
            for row, in_row in enumerate(rows)
            for column, cell in enumerate(in_row)
        ]
        if len({(cell.row, cell.column) for cell in cells}) == len(cells):
            return cells
        places = [(row, column) for row, in_row in enumerate(rows) for column, _ in enumerate(in_row)]
        return [replace(cell, row=row, column=column) for cell, (row, column) in zip(cells, places, strict=True)]

    def _cell(self, cell: etree._Element, place: tuple[int, int], *, on_colour: bool) -> RawCell:
        address, span = child(cell, "cellAddr"), child(cell, "cellSpan")
        raws = tuple(self._lists(cell, on_colour=on_colour or self.looks.is_filled(cell)))
        return RawCell(
            raws,
            whole(address, "rowAddr", place[0]),
            whole(address, "colAddr", place[1]),
            whole(span, "rowSpan", 1),
            whole(span, "colSpan", 1),
        )


def _captioned(raw: Raw) -> Raw:
    return replace(raw, role=Role.CAPTION) if isinstance(raw, RawLine) and raw.role is None else raw


def _picture(element: etree._Element) -> RawPicture:
    """The picture as large as it is printed: within a group only its current size is kept."""
    sizes = [size for name in ("sz", "curSz", "orgSz") for size in children(element, name) if whole(size, "width")]
    if not sizes:
        return RawPicture()
    return RawPicture(
        round(whole(sizes[0], "width") * _MM_PER_UNIT, 1), round(whole(sizes[0], "height") * _MM_PER_UNIT, 1)
    )
