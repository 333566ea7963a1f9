"""Pictures, text boxes, charts and diagrams."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from gui.document.errors import Message, note
from gui.document.richtext import RichText
from gui.readers.office.charts import chart_labels
from gui.readers.raw import Raw, RawLine, RawPicture
from gui.readers.word.package import Package
from gui.readers.word.xml import (
    CHART,
    DIAGRAM,
    MC,
    PIC,
    TEXTS,
    WP,
    A,
    Element,
    O,
    R,
    V,
    W,
    children,
    number,
)

EMBEDDED_OBJECT = note("An embedded object (a spreadsheet, an equation) stays a picture: its content was not read.")

_EMU_IN_MM = 36000
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|mm|cm|in|px)?")
_MM = {"pt": 25.4 / 72, "mm": 1.0, "cm": 10.0, "in": 25.4, "px": 25.4 / 96}

Boxed = Callable[[Iterable[Raw]], list[Raw]]


class Drawings:
    """Reads the drawings of a part. ``blocks`` reads what stands in a text box, ``boxed`` numbers the box."""

    def __init__(
        self,
        package: Package,
        part: str,
        blocks: Callable[[Element], Iterator[Raw]],
        boxed: Boxed,
        warnings: list[Message],
    ) -> None:
        self._package = package
        self._relations = package.relations(part)
        self._blocks = blocks
        self._boxed = boxed
        self._warnings = warnings

    def raws(self, element: Element) -> Iterator[Raw]:
        """What a drawing holds, in order."""
        for child in children(element):
            tag = child.tag
            if tag == W + "txbxContent":
                yield from self._boxed(self._blocks(child))
            elif tag == PIC + "pic":
                yield _picture(child)
            elif tag == V + "imagedata":
                yield _vml_picture(child)
            elif tag == V + "textpath":
                yield from self._boxed(_lines([child.get("string") or ""]))
            elif tag == CHART + "chart":
                yield from self._chart(child)
            elif tag == DIAGRAM + "relIds":
                yield from self._boxed(_lines(self._diagram(child)))
            else:
                if tag == O + "OLEObject":
                    self._warnings.append(EMBEDDED_OBJECT)
                yield from self.raws(chosen(child) if tag == MC + "AlternateContent" else child)

    def _related(self, identifier: str | None) -> Element | None:
        relation = self._relations.get(identifier or "")
        return self._package.root(relation.target) if relation else None

    def _chart(self, reference: Element) -> Iterator[Raw]:
        yield _picture(reference)
        root = self._related(reference.get(R + "id"))
        if root is not None:
            yield from chart_labels(root)

    def _diagram(self, reference: Element) -> Iterator[str]:
        root = self._related(reference.get(R + "dm"))
        for paragraph in root.iter(A + "p") if root is not None else ():
            yield "".join(text.text or "" for text in paragraph.iter(A + "t"))


def _lines(texts: Iterable[str]) -> list[RawLine]:
    return [RawLine(RichText(text)) for text in (" ".join(text.split()) for text in texts) if text]


def chosen(alternatives: Element) -> Element:
    """The branch of an ``mc:AlternateContent`` to read: both show the same, unless a writer left one empty."""
    return max(children(alternatives), key=_weight, default=alternatives)


def _weight(branch: Element) -> tuple[int, bool]:
    text = sum(len(found.text or "") for found in branch.iter(*TEXTS))
    return text, branch.tag == MC + "Choice"


def _picture(element: Element) -> RawPicture:
    """In a group a picture has its own size, else that of the drawing."""
    drawing = next(element.iterancestors(W + "drawing"), element)
    own = element.find(f"{PIC}spPr/{A}xfrm/{A}ext")
    alone = len(list(islice(drawing.iter(PIC + "pic"), 2))) < 2
    extent = next(drawing.iter(WP + "extent"), None)
    size = extent if extent is not None and (alone or own is None) else own
    return RawPicture(*(_mm(size, side) for side in ("cx", "cy")))


def _mm(size: Element | None, side: str) -> float:
    return 0.0 if size is None else round(number(size.get(side)) / _EMU_IN_MM, 1)


def _vml_picture(element: Element) -> RawPicture:
    parent = element.getparent()
    style = parent.get("style", "") if parent is not None else ""
    sizes = {side: number(length) * _MM[unit or "px"] for side, length, unit in _LENGTH.findall(style)}
    return RawPicture(round(sizes.get("width", 0.0), 1), round(sizes.get("height", 0.0), 1))
