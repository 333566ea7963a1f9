"""Puts lines together to paragraphs: wrapped lines, wished line breaks, and what a page break tore apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gui.document.errors import Message, note
from gui.document.release import BlockKind
from gui.document.richtext import RichText, join
from gui.language.sentences import ends_sentence, split
from gui.readers.lines import columns
from gui.readers.raw import Gap, RawLine, RawPicture, RawTable, Role
from gui.readers.recognition.line_kinds import LineKind, classify, footnote, is_masthead
from gui.readers.recognition.releaseline import completes_release_line, is_release_line

_TAKES_MORE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NOTE, BlockKind.FOOTNOTE, BlockKind.ATTACHMENT}
)
"""Kinds whose text may go on in the next line."""

_SHORT = 30
"""A line of fewer characters than this does not reach the edge of a page: it ends where its writer ended it."""

_WIDEST_TITLE, _NARROWEST_BODY = 70, 50
"""Columns: headlines are set in letters so large that their lines are narrower than those of the body."""

_LONGEST_WORD = 30
_MOST_LINES = 100
"""No paragraph has more lines; beyond that the lines are a list of something."""

_BREAK_TOLERANCE = 0.15
"""Within a paragraph the letters of a line may be so much larger or smaller, as a share of their size."""

SAME_SIZE = 0.7
"""Points: letters that differ by less are of one size. PDF rounds."""

_COUNTERS = (
    r"(?:건|명|인|개|곳|가지|종|편|회|차례|번|대|척|마리|가구|톤|배|세|살|년|월|일|개월|주|시간|분|초|위|호|억|만|천|백|조|"
    r"원|달러|유로|엔|위안|퍼센트|%|％|여)"
)
_COUNTER_FIRST = re.compile(rf"{_COUNTERS}(?:[^가-힣]|[의을를이가은는에로과와도씩당여]|$|[원명건개])")
_CURRENCIES = ("달러", "원", "유로", "엔", "위안", "파운드")
_PARTICLE_FIRST = re.compile(
    r"(?:을|를|은|는|에|와|의|로|으로|에서|에게|부터|까지|보다|이라고|라고|이며|하고|하며|하여|해|한)(?=\s)"
    r"|(?:했|됐|하였|되었|됩니다|합니다|습니다|니다|입니다|하기로|하는|되는|된다|한다|하도록)"
)
_WORD_FIRST = re.compile(r"(?:및|등|또는|대비)(?=[\s,)이의을은에])|[)\]」』》〉,.·%]|[a-z]")
_SENTENCE_FIRST = re.compile(
    r"(?:또한|한편|아울러|특히|이날|이번|이어|앞서|이에)[\s,]|[가-힣]{0,10}\s?(?:대통령|장관|정부)[은는]\s"
)
_NOTED = frozenset({BlockKind.NOTE, BlockKind.FOOTNOTE})
_OPEN_END = re.compile(
    r"[,·(「『‘“~∼]$|\s(?:및|또는|등의|위해|위한|대한|통해|따라|따른|관한|의한|총|약|최대|제)$"
    r"|[가-힣0-9a-zA-Z)%](?:을|를|의|와|과|에서|에게|으로|하고|하며|하여|해서|했으며|했고|됐으며|되는|하는|있는|없는|되고|되어|로)$"
)
_NOUN_END = re.compile(
    r"(?:[논회협합심결문동제건강주질발창]의|[결성효초통부경]과|[제보광권공신경최재]고|[참기부수관]여|[도경진항]로|제로|[마가]을)$"
)
"""Nouns whose last syllable looks like a particle or an ending."""

_OPEN_RELEASE_LINE = re.compile(r"(?:\d\s?[년월]|[:：,~]|(?<!\d)\d{4}\.|\([^()]*)$")
"""A release line that breaks off in the middle of a date or a bracket."""

_OPENING_DASH = re.compile(r"\s*[-–—−]\s")
_CLOSING_DASH = re.compile(r"\s[-–—−]\s*$")
_DASH_LAST = re.compile(r"[-–—−]\s*$")
_CLOSED_SUBHEADLINE = re.compile(r"\s*[-–—]\s.*\s[-–—]\s*|\s*[-–—](?!\d).*(?<!\d)[-–—]\s*", re.DOTALL)
"""A dash at either end: whatever follows is another paragraph."""


RELEASE_LINE = LineKind(
    BlockKind.EMBARGO, evidence=note("Its label or its words say when the release may be reported or was handed out.")
)
_CAPTION_OF_FILE = LineKind(BlockKind.CAPTION, evidence=note("The file itself marks it as a caption."))


@dataclass(slots=True)
class Paragraph:
    """A paragraph in the making: its lines joined, and what its first line is by its marks.

    ``heading`` is the level from the markup, ``lines`` how many were joined; ``size``, ``centred``, ``box`` and
    ``depth`` are as in :class:`~gui.readers.raw.RawLine`.
    """

    text: RichText
    kind: LineKind
    heading: int = 0
    lines: int = 1
    size: float = 0.0
    centred: bool = False
    box: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line whose kind the drawing around it tells, whatever its own marks are."""

    line: RawLine
    kind: LineKind


Piece = Paragraph | RawTable | RawPicture


def assemble(
    raws: Iterable[RawLine | KnownLine | RawTable | RawPicture],
) -> tuple[list[Piece], list[Message]]:
    """The paragraphs, tables and pictures of a file in order, and a warning for each paragraph joined over a gap."""
    pieces: list[Piece] = []
    warnings: list[Message] = []
    for raw in raws:
        if isinstance(raw, RawTable | RawPicture):
            pieces.append(raw)
        elif isinstance(raw, KnownLine):
            pieces.append(_begun(raw.line, raw.kind))
        else:
            warnings += _add(pieces, raw)
    return pieces, warnings


def _add(pieces: list[Piece], raw: RawLine) -> list[Message]:
    """Adds a line to the paragraph it goes on with, else as a paragraph of its own; the warnings that takes."""
    kind = _kind(raw)
    before = None if raw.gap is Gap.PAGE else _last_paragraph(pieces, raw)
    if before and not raw.heading and completes_release_line(before.text.text, raw.text.text):
        before.kind = RELEASE_LINE
        _append(before, raw)
    elif before and not _ends_title(pieces, raw) and _goes_on(before, raw, kind):
        _append(before, raw)
        return [_rejoined(raw)] if raw.gap is Gap.PARAGRAPH else []
    else:
        pieces.append(_begun(raw, kind))
    return []


def _begun(raw: RawLine, kind: LineKind) -> Paragraph:
    return Paragraph(raw.text, kind, raw.heading, 1, raw.size, raw.centred, raw.box, raw.depth)


def _kind(raw: RawLine) -> LineKind:
    if raw.role is Role.FOOTNOTE:
        return footnote(raw.text.text)
    if raw.role is Role.CAPTION:
        return _CAPTION_OF_FILE
    return RELEASE_LINE if is_release_line(raw.text.text) else classify(raw.text.text)


def _rejoined(raw: RawLine) -> Message:
    if raw.number:
        return note("A paragraph that a page break had torn apart was joined again at line {line}.", line=raw.number)
    return note("A paragraph that a page break had torn apart was joined again.")


def _last_paragraph(pieces: list[Piece], raw: RawLine) -> Paragraph | None:
    """The paragraph that a line might go on with: right before it, or before pictures if the line is its rest."""
    for piece in reversed(pieces):
        if isinstance(piece, Paragraph):
            return piece if _looks_alike(piece, raw) else None
        if isinstance(piece, RawTable) or raw.gap is not Gap.WRAP:
            return None
    return None


def _looks_alike(before: Paragraph, raw: RawLine) -> bool:
    """Whether two lines stand in the same box, in letters of the same size as far as the format tells."""
    tolerance = raw.size * _BREAK_TOLERANCE if raw.gap is Gap.BREAK else SAME_SIZE
    same_size = not before.size or not raw.size or abs(before.size - raw.size) < tolerance
    return before.box == raw.box and (same_size or raw.gap is Gap.WRAP)


def _ends_title(pieces: list[Piece], raw: RawLine) -> bool:
    """Whether a headline ends before this line: a short line right after the masthead or release line, then body."""
    above, before = ([None, *pieces] if len(pieces) < 2 else pieces)[-2:]
    if not isinstance(above, Paragraph) or not isinstance(before, Paragraph) or not before.kind.plain:
        return False
    if above.kind.kind is not BlockKind.EMBARGO and not is_masthead(above.text.text):
        return False
    text, following = before.text.text.rstrip(), raw.text.text.strip()
    wide, title = columns(following), columns(text) / before.lines
    open_end = ends_sentence(text) or _breaks_off(text) or _begins_mid_sentence(text, following)
    wider = wide >= _WIDEST_TITLE or (wide >= _NARROWEST_BODY and wide > title * 1.5)
    is_body = wider or len(split(following)) > 1 or ends_sentence(following)
    return not open_end and is_body and title < min(_WIDEST_TITLE, max(wide, _NARROWEST_BODY))


def _goes_on(before: Paragraph, raw: RawLine, kind: LineKind) -> bool:
    if raw.heading or before.heading or not kind.plain or raw.role:
        return False
    if before.lines >= _MOST_LINES or is_closed_subheadline(before.text.text):
        return False
    if _open_subheadline(before):
        return raw.gap is not Gap.PARAGRAPH or _CLOSING_DASH.search(raw.text.text) is not None
    if before.kind.kind is BlockKind.EMBARGO:
        return raw.gap is not Gap.PARAGRAPH and _open_release_line(before.text.text.rstrip(), raw.text.text.lstrip())
    return before.kind.kind in _TAKES_MORE and _text_goes_on(before, raw)


def is_closed_subheadline(text: str) -> bool:
    """Whether a text stands between two dashes, so that whatever follows is another paragraph."""
    return _CLOSED_SUBHEADLINE.fullmatch(text) is not None


def _text_goes_on(before: Paragraph, raw: RawLine) -> bool:
    text, following = before.text.text.rstrip(), raw.text.text.lstrip()
    if before.kind.kind in _NOTED and text.endswith(")") and _SENTENCE_FIRST.match(following):
        return False
    finished, long, torn = ends_sentence(text), len(text) >= _SHORT, raw.page_start
    if raw.gap is Gap.BREAK and raw.size:
        return True
    if not torn and raw.gap is Gap.WRAP:
        return long or not finished
    if finished:
        return False
    if not torn and raw.gap is Gap.BREAK and long:
        return True
    fits_page = torn and long and (ends_sentence(following) or len(following) >= _SHORT)
    return fits_page or _begins_mid_sentence(text, following) or (long and _breaks_off(text))


def _open_release_line(before: str, following: str) -> bool:
    return _OPEN_RELEASE_LINE.search(before) is not None or _parts_figure(before, following)


def _open_subheadline(before: Paragraph) -> bool:
    text = before.text.text
    return bool(_OPENING_DASH.match(text)) and not _DASH_LAST.search(text) and not ends_sentence(text)


def ends_in_noun(text: str) -> bool:
    """Whether a line ends with a noun that only looks as if it had a particle: 협력 논의, 경쟁력 제고."""
    return _NOUN_END.search(text[-_LONGEST_WORD:]) is not None


def _breaks_off(text: str) -> bool:
    return _OPEN_END.search(text[-_LONGEST_WORD:]) is not None and not ends_in_noun(text)


def _begins_mid_sentence(before: str, following: str) -> bool:
    return _parts_figure(before, following) or bool(_PARTICLE_FIRST.match(following) or _WORD_FIRST.match(following))


def _parts_figure(before: str, following: str) -> bool:
    """Whether the line end stands between a figure and what it counts."""
    if re.search(r"\d[억만천조]$", before[-_LONGEST_WORD:]):
        return following.startswith(_CURRENCIES)
    return before[-1:].isdigit() and _COUNTER_FIRST.match(following) is not None


def _append(before: Paragraph, raw: RawLine) -> None:
    text = before.text.slice(0, len(before.text.text.rstrip()))
    before.text = join((text, raw.text.strip()), _glue(text.text, raw.text.text.strip()))
    before.lines += 1


def _glue(before: str, following: str) -> str:
    """A space, or nothing where the line end cut a word in two."""
    if _parts_figure(before, following):
        return "" if before[-1].isdigit() else " "
    particle = _PARTICLE_FIRST.match(following)
    return "" if (particle and not before.endswith((",", "."))) or following[:1] in ")]」』》〉,.%" else " "
