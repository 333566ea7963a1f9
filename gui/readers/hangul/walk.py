"""Walks over the OWPML tree of a Hangul document (HWPX, and HWP once converted) and makes raws of it.

The structure is that of KS X 6101: a section holds paragraphs, a paragraph runs of one letter look, a run text,
controls and objects. At the end every text node must have been visited; what was not comes out all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lxml import etree

from gui.document.errors import Message, note
from gui.document.richtext import RichText, join
from gui.readers.asides import DELETED, HEADER_OR_FOOTER, wording
from gui.readers.grids import Grids
from gui.readers.hangul.inline import INLINE
from gui.readers.hangul.lines import ParagraphText
from gui.readers.hangul.looks import CharLook, Looks, child, children, local, whole
from gui.readers.hangul.numbers import Numbers, formatted
from gui.readers.hangul.objects import OBJECTS, Objects
from gui.readers.hangul.places import Flow, Place, downwards, lines_height, place
from gui.readers.raw import Gap, Raw, RawAside, RawLine, RawTable, Role

_TEXT_ELEMENTS = ("t", "script", "mainText", "subText", "text")
_CHARACTERS = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\u00a0", "fwSpace": "\u3000", "hyphen": "-"}
_SMALLEST_LETTERS = 2.0
"""Points. Letters of this size and less cannot be read: they are leftovers or meant for machines."""

_LONGEST_LABEL = 10
"""Characters of a box within a line of text that are read as part of the line."""

_MASTER_PAGE = note("It stands on every page, behind the text.")
MEMO = note("A memo or hidden comment.")
_UNREADABLE = note("Letters too small to read, or white on white.")
_UNVISITED = note("Text in a part of the document that this version does not know.")
_ASIDE = {
    "header": HEADER_OR_FOOTER,
    "footer": HEADER_OR_FOOTER,
    "hiddenComment": MEMO,
    "fieldBegin": MEMO,
    "memogroup": MEMO,
}
"""What holds text that is no part of the body. Some programs write it a second time, where nothing is printed."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: what came out of it so far, and what will follow its text.

    ``lines_height`` is the height of its lines, ``None`` if unknown. ``fixed`` takes the objects with a place of their
    own on the page.
    """

    text: ParagraphText
    on_colour: bool
    has_text: bool
    lines_height: int | None
    fixed: list[tuple[Place, list[Raw]]] | None
    raws: list[Raw] = field(default_factory=list)
    after: list[Raw] = field(default_factory=list)
    below: list[tuple[Place, list[Raw]]] = field(default_factory=list)
    asides: dict[Message, list[str]] = field(default_factory=dict)

    def flush(self) -> None:
        """Moves the text so far to what came out."""
        self.raws += self.text.take()

    def place(self, raws: list[Raw], spot: Place) -> None:
        """Puts an object where it is printed: on its page, below the lines, among them, or after the whole text."""
        if spot.to_page and self.fixed is not None:
            self.fixed.append((spot, raws))
        elif spot.to_paragraph and self.lines_height is not None and spot.top >= self.lines_height > 0:
            self.below.append((spot, raws))
        elif not self.text.visible:
            self.raws += raws
        elif spot.inline and any(isinstance(raw, RawLine | RawTable) for raw in raws):
            self.flush()
            self.raws += raws
        else:
            self.after += raws

    def finished(self) -> list[Raw]:
        """Everything that came out, in order."""
        self.flush()
        asides = (RawAside("".join(texts), reason) for reason, texts in self.asides.items())
        return [*self.raws, *self.after, *downwards(self.below), *asides]


class OwpmlWalk:
    """Reads the sections of one document in their order; :attr:`warnings` says what the user should know."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._numbers = Numbers(looks)
        self._grids = Grids()
        self._objects = Objects(looks, self._paragraphs, self._grids)
        self._visited: set[etree._Element] = set()
        self._deleting: set[str] = set()
        self._deletions: set[str] = set()
        self._notes = 0
        self._behind_text = False
        self._warnings: dict[Message, None] = {}

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What could not be taken over as it is, each once."""
        return tuple(dict.fromkeys([*self._warnings, *self._grids.warnings]))

    def section(self, section: etree._Element, *, first: bool = True) -> Iterator[Raw]:
        """The raws of a section; every section but the first begins a page."""
        self._deletions = {_change(end) for end in section.iter("{*}deleteEnd")}
        self._behind_text = any(
            shape.get("textWrap") == "BEHIND_TEXT"
            or (local(shape) == "pageBorderFill" and self._looks.is_filled(shape))
            for shape in section.iter()
        )
        flow = Flow()
        for paragraph in children(section, "p"):
            fixed: list[tuple[Place, list[Raw]]] = []
            raws = self._paragraph(paragraph, on_colour=False, fixed=fixed)
            flow.add(paragraph, raws, fixed)
        page_start, known = not first, set[str]()
        for paragraph, raws in zip_longest(children(section, "p"), flow.raws()):
            page_start |= paragraph is not None and self._begins_page(paragraph)
            if page_start and (seen := next((raw for raw in raws if not isinstance(raw, RawAside)), None)):
                raws = [replace(raw, gap=Gap.PAGE) if raw is seen and isinstance(raw, RawLine) else raw for raw in raws]
                page_start = False
            known.update(raw.text for raw in raws if isinstance(raw, RawAside))
            yield from raws
        yield from self._unvisited(section, known)

    def _begins_page(self, paragraph: etree._Element) -> bool:
        return paragraph.get("pageBreak") == "1" or self._looks.para(paragraph).page_break

    def master_page(self, page: etree._Element) -> Iterator[Raw]:
        """The text of a master page, set aside."""
        for sub_list in page.iter("{*}subList"):
            if not any(local(above) == "subList" for above in sub_list.iterancestors()):
                yield from _set_aside(self._paragraphs(sub_list, on_colour=True), _MASTER_PAGE)

    def _unvisited(self, section: etree._Element, known: set[str]) -> Iterator[RawAside]:
        """The text nodes that the walk did not come to; ``known`` is what was set aside before."""
        for element in section.iter(*(f"{{*}}{name}" for name in _TEXT_ELEMENTS)):
            text = "".join(map(str, element.itertext()))
            if element in self._visited or not text.strip():
                continue
            reason = next((_ASIDE[local(above)] for above in element.iterancestors() if local(above) in _ASIDE), None)
            if reason is None:
                self._warn(note("Some text stands in a part of the document that is not understood. It was set aside."))
            if reason is None or text not in known:
                yield RawAside(text, reason or _UNVISITED)

    def _warn(self, warning: Message) -> None:
        self._warnings[warning] = None

    # Paragraphs and runs

    def _paragraphs(self, sub_list: etree._Element, *, on_colour: bool) -> list[Raw]:
        return [raw for paragraph in children(sub_list, "p") for raw in self._paragraph(paragraph, on_colour=on_colour)]

    def _paragraph(
        self, element: etree._Element, *, on_colour: bool, fixed: list[tuple[Place, list[Raw]]] | None = None
    ) -> list[Raw]:
        look = self._looks.para(element)
        text = ParagraphText(look.centred, self._numbers.head(look.heading))
        has_text = any(_letters(t) for run in children(element, "run") for t in children(run, "t"))
        paragraph = _Paragraph(text, on_colour or look.filled, has_text, lines_height(element), fixed)
        for run in children(element, "run"):
            for part in run:
                self._part(part, self._looks.char(run), paragraph)
        return paragraph.finished()

    def _part(self, part: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        kind = local(part)
        if kind == "t":
            self._text(part, look, paragraph)
        elif kind in OBJECTS:
            self._object(part, look, paragraph)
        elif kind == "ctrl":
            for control in part:
                self._control(control, look, paragraph)
        elif kind == "secPr":
            self._numbers.outline = part.get("outlineShapeIDRef", self._numbers.outline)
        elif kind == "switch":
            self._switch(part, look, paragraph)
        elif kind in INLINE:
            self._visited.update(part.iter())
            self._add(INLINE[kind](part), look, paragraph)
            if kind == "equation":
                self._warn(note("Formulas are shown as the script they were typed in. Check them."))

    def _switch(self, switch: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        """The first of several ways to say the same."""
        self._visited.update(switch.iter())
        for way in [each for each in switch if local(each) in ("case", "default")][:1]:
            for part in way:
                self._part(part, look, paragraph)

    def _text(self, element: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        self._visited.add(element)
        self._add(element.text or "", look, paragraph)
        for inner in element:
            name = local(inner)
            if name == "deleteBegin" and _change(inner) in self._deletions:
                self._deleting.add(_change(inner))
            elif name == "deleteEnd":
                self._deleting.discard(_change(inner))
            self._add(_CHARACTERS.get(name) or "".join(map(str, inner.itertext())), look, paragraph)
            self._add(inner.tail or "", look, paragraph)

    def _add(self, text: str, look: CharLook, paragraph: _Paragraph) -> None:
        if self._deleting:
            paragraph.asides.setdefault(DELETED, []).append(text)
        elif text.strip() and self._is_unreadable(look, on_colour=paragraph.on_colour):
            paragraph.asides.setdefault(_UNREADABLE, []).append(text)
        else:
            paragraph.text.add(text, look)

    def _is_unreadable(self, look: CharLook, *, on_colour: bool) -> bool:
        """White letters count only where nothing coloured can lie behind them."""
        tiny = 0 < look.size <= _SMALLEST_LETTERS
        return tiny or (look.white and not on_colour and not self._behind_text)

    def _object(self, element: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        raws = self._objects.raws(element, on_colour=paragraph.on_colour)
        spot = place(element)
        drop_cap = element.get("dropcapstyle", "None") != "None"
        if (spot.inline or drop_cap) and paragraph.has_text and (label := _label(raws)):
            self._add(label.text.text, look, paragraph)
        else:
            paragraph.place(raws, spot)

    # Controls

    def _control(self, control: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        kind = local(control)
        if kind in ("footNote", "endNote"):
            self._note(control, look, paragraph)
        elif kind == "autoNum" and control.get("numType") not in ("FOOTNOTE", "ENDNOTE"):
            self._add(_automatic(control, whole(control, "num", 1)), look, paragraph)
        elif kind in _ASIDE:
            paragraph.after += self._aside(control, _ASIDE[kind])

    def _aside(self, control: etree._Element, reason: Message) -> Iterator[RawAside]:
        for sub_list in children(control, "subList"):
            yield from _set_aside(self._paragraphs(sub_list, on_colour=True), reason)

    def _note(self, element: etree._Element, look: CharLook, paragraph: _Paragraph) -> None:
        """A foot-note or end-note: its mark in the line, its text after the paragraph."""
        self._notes += 1
        mark = _automatic(next(element.iter("{*}autoNum"), element), whole(element, "number", self._notes), ")")
        paragraph.text.add(mark, look)
        raws = [raw for sub_list in children(element, "subList") for raw in self._paragraphs(sub_list, on_colour=False)]
        for raw in raws:
            if isinstance(raw, RawLine):
                text = join((RichText(mark), raw.text.strip()), " ") if mark else raw.text
                paragraph.after.append(replace(raw, text=text, role=Role.FOOTNOTE, box=0))
                mark = ""
            else:
                paragraph.after.append(raw)


def _change(element: etree._Element) -> str:
    return element.get("TcId") or element.get("Id") or ""


def _letters(element: etree._Element) -> bool:
    return any(str(text).strip() for text in element.itertext())


def _label(raws: list[Raw]) -> RawLine | None:
    """The one short line of a box that stands in the line of text like a letter."""
    only = raws[0] if len(raws) == 1 else None
    return only if isinstance(only, RawLine) and only.box and len(only.text) <= _LONGEST_LABEL else None


def _automatic(element: etree._Element, number: int, suffix: str = "") -> str:
    """A number that Hangul counts itself, with the characters around it."""
    form = child(element, "autoNumFormat")
    if form is None:
        return f"{number}{suffix}"
    digits = formatted(whole(element, "num", number), form.get("type", "DIGIT"))
    return form.get("prefixChar", "") + digits + form.get("suffixChar", "")


def _set_aside(raws: Iterable[Raw], reason: Message) -> Iterator[RawAside]:
    texts = [text for raw in raws if (text := wording(raw)).strip()]
    if texts:
        yield RawAside("\n".join(texts), reason)
