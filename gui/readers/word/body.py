"""The text of a Word document in its order, as raw lines, tables, pictures and what is set aside."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, pairwise

from gui.document.errors import Message, note
from gui.document.richtext import RichText
from gui.document.work import Progress
from gui.readers.asides import HEADER_OR_FOOTER
from gui.readers.grids import Grids
from gui.readers.raw import Raw, RawAside, RawLine
from gui.readers.word.drawings import Drawings, chosen
from gui.readers.word.fields import Fields
from gui.readers.word.inline import Inline
from gui.readers.word.notes import Notes
from gui.readers.word.numbering import Numbering
from gui.readers.word.package import Package
from gui.readers.word.styles import Look, Styles
from gui.readers.word.tables import set_aside, table_cells
from gui.readers.word.xml import MC, TEXTS, Element, M, W, children, value

_FURNITURE = {
    "header": HEADER_OR_FOOTER,
    "footer": HEADER_OR_FOOTER,
    "comments": note("A comment in the margin."),
}
_EMBEDDED = note("Another document is embedded in this one and was not read. Save the file anew in Word and open it.")
_MISPLACED = note("Some text stands where Word allows none; it was put at the end.")

_PARAGRAPHS = frozenset({W + "p", M + "oMathPara", M + "oMath", W + "r"})
_FOREIGN = frozenset({W + "altChunk", W + "subDoc"})
_SAME_PAGE = frozenset({"continuous", "nextColumn"})
_STEP = 100
"""Blocks between two calls of the progress callback."""


class Document:
    """Everything that the stories of a document (body, foot-notes, headers) share."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"), self.styles)
        self.grids = Grids()
        self.warnings: list[Message] = []
        self.notes = Notes(package, self._lines_of)

    def _lines_of(self, path: str, element: Element) -> list[Raw]:
        return list(Story(self, path, element).blocks(element))

    def raws(self, progress: Progress) -> Iterator[Raw]:
        """The body with its notes, then what stands around it on the page."""
        root = self.package.document()
        body = root.find(W + "body")
        story = Story(self, self.package.main, root)
        yield from story.blocks(root if body is None else body, progress)
        yield from self._misplaced(story, root)
        yield from self.notes.unused()
        for kind, reason in _FURNITURE.items():
            yield from self._furniture(kind, reason)

    def _misplaced(self, story: "Story", root: Element) -> Iterator[Raw]:
        left = [text for text in root.iter(*TEXTS) if text not in story.seen and _counts(text)]
        if left:
            self.warnings.append(_MISPLACED)
        for _, texts in groupby(left, key=lambda text: next(text.iterancestors(W + "p"), None)):
            yield RawLine(RichText("".join(text.text or "" for text in texts)))

    def _furniture(self, kind: str, reason: Message) -> Iterator[RawAside]:
        texts = (self._whole(path, root, reason) for path, root in self.package.parts(kind))
        return (RawAside(text, reason) for text in dict.fromkeys(texts) if text.strip())

    def _whole(self, path: str, root: Element, reason: Message) -> str:
        asides = set_aside(Story(self, path, root, furniture=True).blocks(root), reason)
        return "\n".join(raw.text for raw in asides if isinstance(raw, RawAside))


class Story:
    """A run of paragraphs and tables: the body, a foot-note, a header. See :class:`gui.readers.word.inline.Story`."""

    def __init__(self, document: Document, path: str, root: Element, *, furniture: bool = False) -> None:
        self._document = document
        self.styles = document.styles
        self.fields = Fields(root, furniture=furniture)
        self.drawings = Drawings(document.package, path, self.blocks, document.grids.box, document.warnings)
        self.seen: set[Element] = set()
        self.page_start = False

    def blocks(self, parent: Element, progress: Progress | None = None) -> Iterator[Raw]:
        """The content of something that holds paragraphs; framed neighbours are one box."""
        elements = list(_flat(parent))
        _put_back_drop_caps(elements)
        for framed, group in groupby(_heard(elements, progress), key=self._framed):
            raws = chain.from_iterable(map(self.block, group))
            yield from self._boxed(raws) if framed else raws

    def block(self, element: Element) -> Iterator[Raw]:
        """One paragraph or table."""
        if element.tag == W + "tbl":
            yield from self._table(element)
        elif element.tag in _PARAGRAPHS:
            yield from Inline(self, element).raws(lambda look: self._number(element, look))
            self._end_section(element.find(f"{W}pPr/{W}sectPr"))
        elif element.tag in _FOREIGN:
            self._document.warnings.append(_EMBEDDED)

    def note_mark(self, kind: str, reference: Element) -> tuple[str, list[Raw]]:
        """The mark of a foot-note or end-note, and its lines."""
        return self._document.notes.take(kind, reference)

    def _framed(self, element: Element) -> bool:
        return element.tag == W + "p" and self.styles.framed(element)

    def _boxed(self, raws: Iterable[Raw]) -> list[Raw]:
        content = list(raws)
        return self._document.grids.box(content) if any(isinstance(raw, RawLine) for raw in content) else content

    def _table(self, table: Element) -> list[Raw]:
        cells, aside = table_cells(table, self.blocks)
        return [*self._document.grids.grid(cells), *aside]

    def _number(self, paragraph: Element, look: Look) -> str:
        if look.numbering is None:
            return ""
        style = value(paragraph, f"{W}pPr/{W}pStyle") or ""
        return self._document.numbering.mark(*look.numbering, style)

    def _end_section(self, section: Element | None) -> None:
        """A section begins a page unless it says otherwise."""
        if section is not None and value(section, W + "type") not in _SAME_PAGE:
            self.page_start = True


def _flat(parent: Element) -> Iterator[Element]:
    """Paragraphs, tables and foreign parts, through whatever is wrapped around them (content controls, tags …)."""
    for child in children(parent):
        if child.tag in _PARAGRAPHS or child.tag in _FOREIGN or child.tag == W + "tbl":
            yield child
        else:
            yield from _flat(chosen(child) if child.tag == MC + "AlternateContent" else child)


def _put_back_drop_caps(elements: list[Element]) -> None:
    """A drop cap is a paragraph of its own in the file, and the first letter of the next on the page."""
    for cap, following in pairwise(elements):
        if value(cap, f"{W}pPr/{W}framePr", "dropCap") in ("drop", "margin") and following.tag == W + "p":
            properties = following.find(W + "pPr")
            start = 0 if properties is None else following.index(properties) + 1
            following[start:start] = cap.findall(W + "r")


def _heard(elements: list[Element], progress: Progress | None) -> Iterator[Element]:
    """The elements, and now and then a word about how many there were."""
    for done, element in enumerate(elements):
        if progress and done % _STEP == 0:
            progress(done, len(elements))
        yield element


def _counts(text: Element) -> bool:
    """Whether text is more than the second copy that an ``mc:AlternateContent`` keeps for older programs."""
    if not (text.text or "").strip():
        return False
    within = {*text.iterancestors()}
    return all(chosen(choice) in within for choice in text.iterancestors(MC + "AlternateContent"))


def raw_pieces(name: str, data: bytes, progress: Progress) -> tuple[list[Raw], list[Message]]:
    """What stands in a Word document, and what the user should be told about it.

    Raises:
        ReadError: the file is damaged or has no document in it.
        RecursionError: it is nested more deeply than can be followed.
    """
    document = Document(Package(name, data))
    raws = list(document.raws(progress))
    return raws, [*dict.fromkeys((*document.warnings, *document.grids.warnings))]
