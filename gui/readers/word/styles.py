"""What paragraphs and letters look like once defaults, styles and direct formatting are put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gui.document.richtext import Style
from gui.readers.word.xml import Element, W, number, on, value, whole

_USUAL_SIZE = 10.0
"""Points of a document that states no size (ISO/IEC 29500-1, 17.3.2.38)."""

_CAPTIONS = frozenset({"caption", "캡션"})
"""Word's own style, and the one that Hangul writes."""

_BODY_OUTLINE = 9
_TITLE_LEVEL = 1
_HEADING_NAME = re.compile(r"heading ([1-9])")
_BORDERED = ("top", "left", "bottom", "right")
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a run look: size in points, styles that show, the font for symbols; ``hidden`` ones do not."""

    size: float
    styles: frozenset[Style]
    font: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks. ``heading`` is 1 for the title, 2 for the topmost heading, 0 for body text."""

    heading: int = 0
    centred: bool = False
    caption: bool = False
    page_start: bool = False
    numbering: tuple[str, int | None] | None = None


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(W + "style") if root is not None else []
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        self._default = next((s for s in found if _is_default(s, "paragraph")), None)
        self._defaults = None if root is None else root.find(W + "docDefaults")
        self._chain = lru_cache(maxsize=4096)(self._found_chain)
        self._style_properties = lru_cache(maxsize=4096)(self._found_style_properties)
        self._run_properties = lru_cache(maxsize=4096)(self._found_run_properties)

    def look(self, paragraph: Element) -> Look:
        """How a paragraph looks."""
        properties = self._paragraph_properties(paragraph)
        chain = self._chain(_style_of(paragraph, "pPr", "pStyle"), paragraph=True)
        names = [(value(style, W + "name") or "").lower() for style in chain]
        return Look(
            heading=_heading(properties, names),
            centred=_first(properties, "jc") == "center",
            caption=not _CAPTIONS.isdisjoint(names),
            page_start=_switched(properties, "pageBreakBefore"),
            numbering=_numbering(properties),
        )

    def framed(self, paragraph: Element) -> bool:
        """Whether a line is drawn on all four sides of a paragraph."""
        found = (properties.find(W + "pBdr") for properties in self._paragraph_properties(paragraph))
        borders = next((element for element in found if element is not None), None)
        return all(value(borders, W + side) not in (None, "nil", "none") for side in _BORDERED)

    def letters(self, paragraph: Element, run: Element) -> Letters:
        """How the letters of a run look."""
        direct = run.find(W + "rPr")
        styles = self._run_properties(_style_of(paragraph, "pPr", "pStyle"), _style_of(run, "rPr", "rStyle"))
        return _letters([direct, *styles] if direct is not None else [*styles])

    def _found_run_properties(self, paragraph_style: str, run_style: str) -> tuple[Element, ...]:
        """The run properties that styles give, nearest first."""
        chains = self._chain(run_style, paragraph=False), self._chain(paragraph_style, paragraph=True)
        found = [style.find(W + "rPr") for chain in chains for style in chain]
        default = None if self._defaults is None else self._defaults.find(f"{W}rPrDefault/{W}rPr")
        return tuple(properties for properties in (*found, default) if properties is not None)

    def _paragraph_properties(self, paragraph: Element) -> tuple[Element, ...]:
        """The paragraph properties that count, nearest first."""
        direct = paragraph.find(W + "pPr")
        styles = self._style_properties(_style_of(paragraph, "pPr", "pStyle"))
        return (direct, *styles) if direct is not None else styles

    def _found_style_properties(self, style: str) -> tuple[Element, ...]:
        found = [element.find(W + "pPr") for element in self._chain(style, paragraph=True)]
        default = None if self._defaults is None else self._defaults.find(f"{W}pPrDefault/{W}pPr")
        return tuple(properties for properties in (*found, default) if properties is not None)

    def numbering_of(self, style: str) -> str | None:
        """The list that a style belongs to."""
        found = self._styles.get(style)
        return value(found, f"{W}pPr/{W}numPr/{W}numId")

    def _found_chain(self, name: str, *, paragraph: bool) -> tuple[Element, ...]:
        """A style and those that it is based on, nearest first."""
        style = self._styles.get(name) if name else None
        if style is None and paragraph:
            style = self._default
        chain: list[Element] = []
        while style is not None and style not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self._styles.get(value(style, W + "basedOn") or "")
        return tuple(chain)


def _is_default(style: Element, kind: str) -> bool:
    return style.get(W + "type") == kind and style.get(W + "default") in ("1", "true", "on")


def _style_of(element: Element, properties: str, name: str) -> str:
    return value(element, f"{W}{properties}/{W}{name}") or ""


def _first(properties: Sequence[Element], name: str, attribute: str = "val") -> str | None:
    found = (value(element, W + name, attribute) for element in properties)
    return next((text for text in found if text is not None), None)


def _switched(properties: Sequence[Element], name: str) -> bool:
    return next((state for element in properties if (state := on(element, name)) is not None), False)


def _letters(properties: Sequence[Element]) -> Letters:
    shown = {Style.BOLD: "b", Style.ITALIC: "i", Style.UNDERLINE: "u"}
    size = _first(properties, "sz")
    return Letters(
        number(size) / 2 if size else _USUAL_SIZE,
        frozenset(style for style, name in shown.items() if _switched(properties, name)),
        _first(properties, "rFonts", "ascii") or "",
        _switched(properties, "vanish"),
    )


def _heading(properties: Sequence[Element], names: list[str]) -> int:
    outline = _first(properties, "outlineLvl")
    level = whole(outline, _BODY_OUTLINE)
    if 0 <= level < _BODY_OUTLINE:
        return _TITLE_LEVEL + 1 + level
    if names[:1] == ["title"]:
        return _TITLE_LEVEL
    named = next((match for name in names if (match := _HEADING_NAME.fullmatch(name))), None)
    return _TITLE_LEVEL + int(named[1]) if named and outline is None else 0


def _numbering(properties: Sequence[Element]) -> tuple[str, int | None] | None:
    """The list of a paragraph and its level in it; number 0 takes a paragraph out of the list of its style."""
    identifier = next((text for p in properties if (text := value(p, f"{W}numPr/{W}numId")) is not None), None)
    level = next((text for p in properties if (text := value(p, f"{W}numPr/{W}ilvl")) is not None), None)
    if identifier in (None, "0"):
        return None
    return identifier or "", None if level is None else whole(level)
