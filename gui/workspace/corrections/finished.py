"""What a finished English document that came back means: paragraph by paragraph, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.document.errors import ReadError, note
from gui.document.segment import Segment
from gui.exporters import english
from gui.exporters.content import Paragraph
from gui.exporters.text import KOREAN_MARK, shown
from gui.language.word_diff import Kind, Piece, word_diff
from gui.memory.english_sentences import english_sentences
from gui.workspace.corrections.base import DRAFT_MARK, Found, Sent, Spot
from gui.workspace.corrections.model import Doubt, Problem, ProblemKind
from gui.workspace.corrections.paragraphs import paired
from gui.workspace.corrections.returned import Passage, Returned

_LEAST_SHARE = 0.3
"""Of the paragraphs that have to be found for a document to be of this release at all."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph: a segment, or words and spaces of our own (no key)."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A segment in a paragraph that came back: from ``start`` to ``end``, ``sure`` or not."""

    key: str
    start: int
    end: int
    sure: bool


def compare(returned: Returned, sent: Sent) -> Found:
    """Compare a finished English document with what went out.

    Raises:
        ReadError: it has too little in common with the English of this release.
    """
    expected = [paragraph for paragraph in english.content(sent.exported).paragraphs() if _keys(paragraph)]
    everything = (*returned.heads, *returned.passages)
    passages = [passage for passage in everything if passage.text.strip() not in ("", DRAFT_MARK)]
    pairs = paired([paragraph.text for paragraph in expected], [passage.text for passage in passages])
    if sum(not doubtful for _, _, doubtful in pairs) < max(len(expected) * _LEAST_SHARE, 1):
        raise ReadError(
            "{name} is neither the bilingual table nor the English of this release. Nothing was changed.",
            name=returned.name,
        )
    comparison = _Comparison(sent)
    for one, other, doubtful in pairs:
        comparison.paragraph(expected[one], passages[other], doubtful=doubtful)
    taken, given = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    comparison.missing([paragraph for place, paragraph in enumerate(expected) if place not in taken])
    comparison.added([passage for place, passage in enumerate(passages) if place not in given])
    return comparison.found


def _keys(paragraph: Paragraph) -> list[str]:
    return [run.key for run in paragraph.runs if run.key and run.text]


class _Comparison:
    """One document, paragraph by paragraph."""

    def __init__(self, sent: Sent) -> None:
        self._sent = sent
        self._segments = {segment.key: segment for segment in sent.segments()}
        self.found = Found(notes=list(sent.notes))

    def paragraph(self, paragraph: Paragraph, passage: Passage, *, doubtful: bool) -> None:
        cuts = list(cut_up(parts(paragraph), passage.text))
        if not cuts:
            self._unclear(paragraph, passage)
        for cut in cuts:
            self._segment(self._segments[cut.key], passage, cut, doubtful=doubtful)
        for anchor in passage.anchors:
            self.found.spots.setdefault(anchor.comment, _spot(anchor.start, anchor.end, passage.text, cuts, paragraph))

    def _segment(self, segment: Segment, passage: Passage, cut: Cut, *, doubtful: bool) -> None:
        text = passage.text[cut.start : cut.end].strip().removeprefix(KOREAN_MARK)
        if text == shown(segment).strip():
            return
        if segment.key not in self._sent.now:
            message = note("A sentence was corrected whose segment was split, merged or removed since.")
            self.found.problems.append(Problem(ProblemKind.GONE, message, "", text))
            return
        doubts = (Doubt.PLACE,) if doubtful or not cut.sure else ()
        change = self._sent.change(segment, text, passage.hands, doubts)
        if change is not None:
            self.found.changes.append(change)

    def _unclear(self, paragraph: Paragraph, passage: Passage) -> None:
        message = note(
            "Row {number}: it cannot be told which sentence of the paragraph is which.", number=self._number(paragraph)
        )
        self.found.problems.append(Problem(ProblemKind.PARAGRAPH, message, _keys(paragraph)[0], passage.text))

    def _number(self, paragraph: Paragraph) -> int:
        return self._sent.number(self._segments[_keys(paragraph)[0]])

    def missing(self, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            message = note("Row {number} is missing. Its English stays.", number=self._number(paragraph))
            self.found.problems.append(Problem(ProblemKind.MISSING, message, _keys(paragraph)[0], paragraph.text))

    def added(self, passages: Sequence[Passage]) -> None:
        for passage in passages:
            message = note("A paragraph was added, which no segment of the project stands for.")
            self.found.problems.append(Problem(ProblemKind.OUTSIDE, message, "", passage.text))


def parts(paragraph: Paragraph) -> list[Part]:
    """The segments of a paragraph and what stands between them; the mark of Korean counts to its segment."""
    found: list[Part] = []
    mark = ""
    for run in paragraph.runs:
        if run.text == KOREAN_MARK:
            mark = run.text
        elif run.key:
            found.append(Part(mark + run.text, run.key))
            mark = ""
        elif found and not found[-1].key:
            found[-1] = Part(found[-1].text + run.text)
        else:
            found.append(Part(run.text))
    return found


def cut_up(found: Sequence[Part], text: str) -> Iterator[Cut]:
    """Where the segments of a paragraph stand in the text that came back; nothing where that cannot be told."""
    old = "".join(part.text for part in found)
    pieces = word_diff(old, text)
    same_count = len(english_sentences(old)) == len(english_sentences(text))
    cuts: list[Cut] = []
    at = start = 0
    key, sure = "", True
    for part in (*found, Part("")):
        end = at + len(part.text)
        if part.key:
            key = part.key
        else:
            place = _place(pieces, at, end, same_count=same_count) if part.text else (len(text), len(text), True)
            if place is None:
                return
            if key:
                cuts.append(Cut(key, start, place[0], sure and place[2]))
            start, sure, key = place[1], place[2], ""
        at = end
    yield from cuts


def _place(pieces: Sequence[Piece], start: int, end: int, *, same_count: bool) -> tuple[int, int, bool] | None:
    """Where words of our own stand now, and whether that is sure: with the words on both sides, or all sentences."""
    for piece in pieces:
        if piece.kind is Kind.SAME and piece.old[0] <= start and end <= piece.old[1]:
            shift = piece.new[0] - piece.old[0]
            before, after = piece.old[0] < start or start == 0, end < piece.old[1]
            if not (before or after):
                return None
            return start + shift, end + shift, (before and after) or same_count
    return None


def _spot(start: int, end: int, text: str, cuts: Sequence[Cut], paragraph: Paragraph) -> Spot:
    """The segment that a comment begins in, and its words if it ends there too."""
    cut = next((cut for cut in cuts if start < cut.end or (start == cut.start == cut.end)), None)
    if cut is None:
        return Spot(_keys(paragraph)[-1])
    blank = len(text[cut.start : cut.end]) - len(text[cut.start : cut.end].lstrip())
    inside = cut.start <= start < end <= cut.end
    return Spot(cut.key, text[start:end], max(start - cut.start - blank, 0)) if inside else Spot(cut.key)
