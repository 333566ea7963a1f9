"""The text of paragraphs as it reads with all tracked changes accepted, who made them, and where comments stand."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from gui.readers.office.symbols import symbol
from gui.readers.word.drawings import chosen
from gui.readers.word.xml import MC, TEXTS, Element, W, children, value
from gui.workspace.corrections.returned import Anchor, Hand, Passage

_DELETED = frozenset({W + "del", W + "moveFrom"})
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_NO_TEXT = frozenset(W + name for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"))
_SIGNS = {
    **{W + name: "\n" for name in ("br", "cr")},
    **{W + name: "\t" for name in ("tab", "ptab")},
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    W + "softHyphen": "\N{SOFT HYPHEN}",
}
_OBJECTS = frozenset(W + name for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference"))
_KEY = re.compile(r"daejo_\w{1,34}")
_LINK_FIELD = re.compile(r'HYPERLINK\s+\\l\s+"(daejo_\w{1,34})"')


def passage(blocks: Iterable[Element], *, merged: bool = False, in_table: bool = False) -> Passage:
    """The text of paragraphs, and of tables and controls that hold some, as one passage."""
    flow = _Flow()
    for block in blocks:
        flow.block(block)
    hands = tuple(flow.hands.values())
    return Passage(flow.text, hands, tuple(flow.anchors()), flow.objects, merged, in_table)


def hand(element: Element | None) -> Hand | None:
    """Who made a tracked change."""
    if element is None:
        return None
    return Hand(value(element, attribute="author") or "", moment(value(element, attribute="date")))


def moment(text: str | None) -> datetime | None:
    """A time of Word's, in UTC where it says nothing else."""
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def bookmarks(element: Element) -> list[str]:
    """The bookmarks of ours in an element."""
    names = (value(mark, attribute="name") or "" for mark in element.iter(W + "bookmarkStart"))
    return [name for name in names if _KEY.fullmatch(name)]


def links(element: Element) -> list[str]:
    """The bookmarks of ours that links in an element go to, each once."""
    anchors = [value(link, attribute="anchor") or "" for link in element.iter(W + "hyperlink")]
    fields = [value(field, attribute="instr") or "" for field in element.iter(W + "fldSimple")]
    fields += ["".join(part.text or "" for part in element.iter(W + "instrText"))]
    anchors += [name for field in fields for name in _LINK_FIELD.findall(field)]
    return [name for name in dict.fromkeys(anchors) if _KEY.fullmatch(name)]


def mark_deleted(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted, so that it reads on with the next one."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(child.tag in _DELETED for child in children(marks))


class _Flow:
    """Collects text as it goes through elements."""

    def __init__(self) -> None:
        self.hands: dict[str, Hand] = {}
        self.objects = 0
        self._pieces: list[str] = []
        self._length = 0
        self._paragraph_ended = False
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def anchors(self) -> Iterable[Anchor]:
        """The comments in order; one that begins and does not end here goes on to the end of the text."""
        for comment, start in self._starts.items():
            yield Anchor(comment, start, self._ends.get(comment, self._length))

    def block(self, element: Element) -> None:
        """A paragraph, or what holds paragraphs."""
        if element.tag == W + "p":
            self._paragraph(element)
        elif element.tag not in _NO_TEXT and not self._mark(element):
            for child in children(element):
                self.block(child)

    def _paragraph(self, paragraph: Element) -> None:
        if self._paragraph_ended:
            self._say("\n")
        self._paragraph_ended = not mark_deleted(paragraph)
        for change in paragraph.findall(f"{W}pPr/{W}rPr/*"):
            self._sign(change)
        self._inline(paragraph, deleted=False)

    def _inline(self, element: Element, *, deleted: bool) -> None:
        for child in children(element):
            tag = str(child.tag)
            if tag in _NO_TEXT or self._mark(child):
                continue
            self._sign(child)
            if tag == MC + "AlternateContent":
                self._inline(chosen(child), deleted=deleted)
            elif tag in TEXTS or tag in _SIGNS or tag == W + "sym" or tag in _OBJECTS:
                if not deleted:
                    self._leaf(child, tag)
            else:
                self._inline(child, deleted=deleted or tag in _DELETED)

    def _leaf(self, child: Element, tag: str) -> None:
        if tag in _OBJECTS:
            self.objects += 1
        elif tag in _SIGNS:
            self._say(_SIGNS[tag])
        elif tag == W + "sym":
            self._say(symbol(value(child, attribute="char") or "", value(child, attribute="font") or ""))
        else:
            self._say(child.text or "")

    def _say(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _sign(self, element: Element) -> None:
        if element.tag in _DELETED or element.tag in _INSERTED:
            who = hand(element)
            if who is not None:
                self.hands[who.author] = who

    def _mark(self, element: Element) -> bool:
        """Whether this is one of the three marks of a comment."""
        comment = value(element, attribute="id") or ""
        if element.tag == W + "commentRangeStart":
            self._starts[comment] = self._length
        elif element.tag == W + "commentRangeEnd":
            if comment in self._starts:
                self._ends[comment] = self._length
        elif element.tag == W + "commentReference":
            if comment not in self._starts:
                self._starts[comment] = self._ends[comment] = self._length
        else:
            return False
        return True
