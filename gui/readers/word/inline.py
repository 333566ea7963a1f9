"""What stands in a paragraph: runs, fields, revisions, notes, drawings, formulas."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from gui.document.errors import Message, note
from gui.readers.asides import DELETED
from gui.readers.office.symbols import symbol, visible
from gui.readers.raw import Raw, RawAside
from gui.readers.word.drawings import Drawings, chosen
from gui.readers.word.fields import Fields
from gui.readers.word.lines import Lines
from gui.readers.word.styles import Letters, Look, Styles
from gui.readers.word.xml import MC, Element, M, W, children, local, on, value

HIDDEN = note("Formatted as hidden.")
PLACEHOLDER = note("The prompt of an empty form field.")

_NO_TEXT = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "annotationRef", "proofErr")
)
_DELETED = frozenset({W + "del", W + "moveFrom"})
_BLOCKS = frozenset({W + "p", W + "tbl"})
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_BREAKS = frozenset({W + "br", W + "cr"})


class Story(Protocol):
    """What a paragraph needs to know of the text that it stands in."""

    styles: Styles
    fields: Fields
    drawings: Drawings
    seen: set[Element]
    page_start: bool

    def blocks(self, parent: Element) -> Iterator[Raw]:
        """The content of something that holds paragraphs."""
        ...

    def block(self, element: Element) -> Iterator[Raw]:
        """One paragraph or table."""
        ...

    def note_mark(self, kind: str, reference: Element) -> tuple[str, list[Raw]]:
        """The mark of a foot-note or end-note, and its lines."""
        ...


@dataclass(slots=True)
class _Asides:
    """Text set aside, neighbours of one reason together."""

    found: list[RawAside] = field(default_factory=list)

    def add(self, text: str, reason: Message) -> None:
        if self.found and self.found[-1].reason == reason:
            text = self.found.pop().text + text
        self.found.append(RawAside(text, reason))

    def raws(self) -> Iterator[RawAside]:
        return (aside for aside in self.found if aside.text.strip())


class Inline:
    """Reads one paragraph."""

    def __init__(self, story: Story, paragraph: Element) -> None:
        self._story = story
        self._paragraph = paragraph
        self._look = story.styles.look(paragraph)
        self._lines = Lines(page_start=story.page_start or self._look.page_start)
        self._asides = _Asides()
        self._before: list[Raw] = []
        self._after: list[Raw] = []

    def raws(self, numbering: Callable[[Look], str]) -> Iterator[Raw]:
        """The lines of the paragraph, and around them what is anchored in it.

        ``numbering`` gives the number that Word sets before it.
        """
        self._walk(self._paragraph, None)
        mark = numbering(self._look)
        lines = list(self._lines.raws(self._look, mark))
        self._story.page_start = self._lines.page_pending
        yield from (*self._before, *lines, *self._after, *self._asides.raws())

    def _walk(self, element: Element, aside: Message | None) -> None:
        for child in children(element):
            tag = child.tag
            if tag in _NO_TEXT:
                continue
            if tag == W + "r":
                self._run(child, aside)
            elif tag in _BLOCKS:
                self._anchor(self._story.block(child))
            elif tag == M + "oMath":
                self._say(_formula(child, self._story.seen), self._letters(child), aside)
            elif tag == MC + "AlternateContent":
                self._walk(chosen(child), aside)
            else:
                self._walk(child, aside or self._reason(child))

    def _run(self, run: Element, aside: Message | None) -> None:
        letters = self._letters(run)
        self._content(run, letters, aside or (HIDDEN if letters.hidden else None))

    def _letters(self, run: Element) -> Letters:
        return self._story.styles.letters(self._paragraph, run)

    def _content(self, run: Element, letters: Letters, aside: Message | None) -> None:
        for child in children(run):
            tag = child.tag
            if tag == W + "t":
                self._story.seen.add(child)
                self._say(visible(_text(child), letters.font), letters, aside)
            elif tag == W + "delText":
                self._say(_text(child), letters, aside or DELETED)
            elif tag in _SIGNS:
                self._say(_SIGNS[str(tag)], letters, aside)
            elif tag in _DRAWINGS:
                self._anchor(self._story.drawings.raws(child))
            elif tag == MC + "AlternateContent":
                self._content(chosen(child), letters, aside)
            elif tag in _NOTES:
                self._note(child, letters, aside)
            elif tag == W + "sym":
                sign = symbol(value(child, attribute="char") or "", value(child, attribute="font") or "")
                self._say(sign, letters, aside)
            else:
                self._rarer(child, letters, aside)

    def _rarer(self, child: Element, letters: Letters, aside: Message | None) -> None:
        tag = child.tag
        if tag in _BREAKS and aside is None:
            self._break(value(child, attribute="type"))
        elif tag == W + "fldChar":
            self._say(self._story.fields.mark(value(child, attribute="fldCharType")), letters, aside)
        elif tag == W + "instrText":
            self._story.fields.instruct(_text(child))
        elif tag == W + "ruby":
            self._ruby(child, letters, aside)
        elif tag not in _NO_TEXT:
            self._content(child, letters, aside)

    def _say(self, text: str, letters: Letters, aside: Message | None) -> None:
        reason = aside or self._story.fields.aside
        if reason:
            self._asides.add(text, reason)
        elif text:
            self._lines.add(text, letters)

    def _break(self, kind: str | None) -> None:
        if kind == "page":
            self._lines.break_page()
        else:
            self._lines.break_line()

    def _ruby(self, ruby: Element, letters: Letters, aside: Message | None) -> None:
        """A word and its reading, which stands above it in print: behind it in brackets."""
        for name, opening, closing in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.findall(W + name):
                self._say(opening, letters, aside)
                self._walk(part, aside)
                self._say(closing, letters, aside)

    def _note(self, reference: Element, letters: Letters, aside: Message | None) -> None:
        mark, lines = self._story.note_mark(_NOTES[str(reference.tag)], reference)
        self._say(mark, letters, aside)
        self._after += lines

    def _reason(self, element: Element) -> Message | None:
        """Why the text of an element within a paragraph does not count."""
        if element.tag in _DELETED:
            return DELETED
        if element.tag == W + "fldSimple":
            return self._story.fields.result_aside(value(element, attribute="instr") or "")
        prompt = element.tag == W + "sdt" and on(element.find(W + "sdtPr"), "showingPlcHdr")
        return PLACEHOLDER if prompt else None

    def _anchor(self, raws: Iterator[Raw]) -> None:
        """What is anchored here stands before the paragraph's text if none has come yet, else after it."""
        target = self._before if self._lines.empty else self._after
        target += raws


def _text(element: Element) -> str:
    """The text of an element; where the XML was set in lines, without the white space of its layout."""
    text = element.text or ""
    return text.strip() if "\n" in text else text


_BETWEEN = {"f": "/", "sSup": "^", "sSub": "_", "sSubSup": "_"}
"""What stands between the parts of a fraction or a power once it is on one line."""


def _formula(element: Element, seen: set[Element]) -> str:
    """A formula on one line."""
    if element.tag in (M + "t", W + "t"):
        seen.add(element)
        return element.text or ""
    parts = (_formula(child, seen) for child in children(element))
    return _BETWEEN.get(local(element), "").join(part for part in parts if part)
