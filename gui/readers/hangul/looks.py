"""What ``header.xml`` of an OWPML document (HWPX, and HWP once converted) says of letters, paragraphs and fills."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from gui.document.richtext import Style

_NO_FILL = frozenset({"none", "#FFFFFF", ""})
_WHITE = "#FFFFFF"
_UNITS_PER_POINT = 100


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children called ``name``, in any namespace: OWPML of 2011 and of 2016 differ in nothing else."""
    return (child for child in element if local(child) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child called ``name``."""
    return next(children(element, name), None)


def whole(element: etree._Element | None, attribute: str, default: int = 0) -> int:
    """An attribute as a whole number, ``default`` where it is missing or no number."""
    value = element.get(attribute, "") if element is not None else ""
    return int(value) if value.lstrip("-").isdecimal() and len(value) < 12 else default


@dataclass(frozen=True, slots=True)
class CharLook:
    """How letters look. ``size`` is in points, 0 where unknown; ``white`` is white without a shade behind."""

    size: float = 0.0
    styles: tuple[Style, ...] = ()
    white: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The automatic number or bullet of a paragraph: ``NUMBER``, ``OUTLINE`` or ``BULLET``, and its level from 0."""

    kind: str
    definition: str
    level: int


@dataclass(frozen=True, slots=True)
class ParaLook:
    """How a paragraph looks; ``filled`` tells of a coloured background."""

    centred: bool = False
    page_break: bool = False
    filled: bool = False
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: its first number, the format of its figures and the pattern (``^1.``, ``(^3)``)."""

    start: int = 1
    number_format: str = "DIGIT"
    pattern: str = ""


@dataclass(slots=True)
class Looks:
    """Every definition of a document by its id."""

    chars: dict[str, CharLook] = field(default_factory=dict)
    paras: dict[str, ParaLook] = field(default_factory=dict)
    numberings: dict[str, dict[int, Level]] = field(default_factory=dict)
    bullets: dict[str, str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)

    def char(self, run: etree._Element) -> CharLook:
        """The look of a run."""
        return self.chars.get(run.get("charPrIDRef", ""), CharLook())

    def para(self, paragraph: etree._Element) -> ParaLook:
        """The look of a paragraph."""
        return self.paras.get(paragraph.get("paraPrIDRef", ""), ParaLook())

    def is_filled(self, element: etree._Element) -> bool:
        """Whether a table, cell or paragraph border has a coloured background."""
        return element.get("borderFillIDRef", "") in self.filled


def read_looks(header: etree._Element) -> Looks:
    """The definitions in a ``header.xml``."""
    looks = Looks()
    for fill in header.iter("{*}borderFill"):
        if any(paints(brush) for brush in children(fill, "fillBrush")):
            looks.filled.add(fill.get("id", ""))
    for element in header.iter("{*}charPr"):
        looks.chars[element.get("id", "")] = _char_look(element, looks)
    for element in header.iter("{*}paraPr"):
        looks.paras[element.get("id", "")] = _para_look(element, looks)
    for element in header.iter("{*}numbering"):
        levels = {whole(head, "level", 1): _level(head) for head in children(element, "paraHead")}
        looks.numberings[element.get("id", "")] = levels
    for element in header.iter("{*}bullet"):
        looks.bullets[element.get("id", "")] = element.get("char", "")
    return looks


def paints(brush: etree._Element) -> bool:
    """Whether a ``fillBrush`` paints anything but white."""
    return any(
        local(inner) != "winBrush" or inner.get("faceColor", "none").upper().replace("NONE", "none") not in _NO_FILL
        for inner in brush
    )


def _char_look(element: etree._Element, looks: Looks) -> CharLook:
    relative = whole(child(element, "relSz"), "hangul", 100)
    styles = [style for style in (Style.BOLD, Style.ITALIC) if child(element, style.value) is not None]
    underline = child(element, "underline")
    if underline is not None and underline.get("type") == "BOTTOM":
        styles.append(Style.UNDERLINE)
    shaded = element.get("shadeColor", "none").upper() not in ("NONE", _WHITE) or looks.is_filled(element)
    size = whole(element, "height") * relative / 100 / _UNITS_PER_POINT
    return CharLook(size, tuple(styles), element.get("textColor", "").upper() == _WHITE and not shaded)


def _para_look(element: etree._Element, looks: Looks) -> ParaLook:
    align, setting = child(element, "align"), child(element, "breakSetting")
    return ParaLook(
        align is not None and align.get("horizontal") == "CENTER",
        whole(setting, "pageBreakBefore") == 1,
        any(looks.is_filled(border) for border in children(element, "border")),
        _heading(child(element, "heading")),
    )


def _heading(element: etree._Element | None) -> Heading | None:
    kind = element.get("type", "NONE") if element is not None else "NONE"
    if element is None or kind == "NONE":
        return None
    return Heading(kind, element.get("idRef", "0"), whole(element, "level"))


def _level(head: etree._Element) -> Level:
    return Level(whole(head, "start", 1), head.get("numFormat", "DIGIT"), (head.text or "").strip())
