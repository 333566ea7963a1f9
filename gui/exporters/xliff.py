"""XLIFF 2.1 (OASIS Standard, 2018): what other translation tools open, and give back.

How a project stands in it:

- a block is a ``unit`` with a ``segment`` for each of ours; between two segments an ``ignorable`` holds the space.
- a table is a ``group`` with a ``unit`` for each item of a cell, since metadata cannot stand on a segment and the place
  in the table has to stand somewhere.
- ``state`` is ours. A draft is ``initial`` with ``subState="daejo:draft"``: nobody has confirmed it, so it is still to
  be done for a tool that knows nothing of us (a sub-state is dropped by tools that change the state, as the standard
  wants).
- bold, italic and underline are ``pc`` of type ``fmt`` with the ``fs`` module's attribute and HTML as original data.
  Only a style over the whole Korean stands in the English, which carries no styles of its own.
- a comment is a ``note`` of the unit, and an annotation of type ``comment`` around the English words that it is about.
- what the block is stands in a note for people and in the metadata module for programs; there, too, the origin of each
  English text. The ``id`` of the ``file`` names the project.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from gui.document.errors import note
from gui.document.project import PROJECT_ID, Snapshot
from gui.document.review import Comment
from gui.document.richtext import RichText, Style
from gui.document.segment import CellPosition, Segment, State, Unit
from gui.exporters import exchange
from gui.exporters.base import USUAL, Choice, ExportOptions, ExportReport
from gui.exporters.bilingual import kept_version
from gui.exporters.content import styles_over
from gui.exporters.deliver import deliver
from gui.exporters.text import printable

if TYPE_CHECKING:
    from lxml import etree

CORE = "urn:oasis:names:tc:xliff:document:2.0"
FORMATS = "urn:oasis:names:tc:xliff:fs:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
DRAFT = "daejo:draft"
"""The sub-state of an English text that nobody has confirmed."""

_PROJECT = "daejo."
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.UNDERLINE: "u"}
"""The tag of HTML for each style, also the value of ``fs:fs`` and the end of ``subType``."""

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


class XliffExporter:
    """Writes Korean and English as XLIFF 2.1."""

    name = "xliff"
    label = note("XLIFF 2.1 for other translation tools")
    suffix = ".xlf"
    tag = "KO-EN"
    heeds: frozenset[Choice] = frozenset()

    def export(self, snapshot: Snapshot, path: Path, options: ExportOptions = USUAL) -> ExportReport:  # noqa: ARG002 - nothing to choose
        """See :class:`gui.exporters.base.Exporter`."""
        data = document(snapshot)
        expected = [(printable(segment.source.text), printable(segment.target)) for segment in snapshot.segments()]
        if _pairs(data) != expected:
            raise exchange.mismatch(path.name)
        deliver(path, data)
        return ExportReport(path, exchange.warnings(exchange.texts(snapshot)))


def identifier(key: str) -> str:
    """The ``id`` of a segment or comment in the file: its key, as far as that is a name in XML."""
    if _NAME.fullmatch(key):
        return key
    return "x-" + hashlib.blake2s(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def note_id(comment: Comment) -> str:
    """The ``id`` of the note that holds a comment."""
    return f"n-{identifier(comment.key)}"


def file_id(snapshot: Snapshot) -> str:
    """The ``id`` of the ``file``: of which project it is, and which version of it went out, as far as that is kept."""
    project, version = snapshot.property(PROJECT_ID), kept_version(snapshot)
    if not isinstance(project, str) or not project:
        return "release"
    return f"{_PROJECT}{identifier(project)}.{identifier(version.key) if version else ''}"


def sent_with(of_file: str) -> tuple[str, str]:
    """The project and the version that the ``id`` of a ``file`` names; empty where it names none."""
    project, _, version = of_file.removeprefix(_PROJECT).rpartition(".")
    return (project, version) if of_file.startswith(_PROJECT) else ("", "")


def unit_id(unit: Unit, place: CellPosition | None) -> str:
    """The ``id`` of the XLIFF unit for a block, or for an item of a cell of it."""
    key = unit.key if place is None else f"{unit.key}.row{place.row}.col{place.column}.item{place.item}"
    return identifier(key)


def parts(unit: Unit) -> Iterator[tuple[str, tuple[Segment, ...]]]:
    """The XLIFF units that a unit of ours becomes, by ``id``, each with its segments."""
    for place, segments in groupby(unit.segments, key=lambda segment: segment.cell):
        yield unit_id(unit, place), tuple(segments)


def document(snapshot: Snapshot) -> bytes:
    """The whole file."""
    remarks = exchange.comments_by_segment(snapshot)
    units = "".join(_block(unit, remarks) for unit in snapshot.units if unit.segments)
    embargo = exchange.embargo(snapshot)
    notes = f'<notes><note id="embargo" category="embargo" priority="1">{escape(embargo)}</note></notes>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{CORE}" xmlns:fs="{FORMATS}" xmlns:mda="{METADATA}" version="2.1" '
        'srcLang="ko-KR" trgLang="en-US">\n'
        f"<file id={quoteattr(file_id(snapshot))} original={_attribute(snapshot.release.name)}>\n"
        f"{notes if embargo else ''}{units}</file>\n</xliff>\n"
    ).encode()


def _attribute(text: str) -> str:
    return quoteattr(printable(text))


def _block(unit: Unit, remarks: dict[str, list[Comment]]) -> str:
    kind = unit.block.kind
    units = "".join(_unit(name, unit, segments, remarks) for name, segments in parts(unit))
    if not kind.is_table:
        return units
    return f'<group id={quoteattr(identifier(unit.key))} type="daejo:{kind.value}">\n{units}</group>\n'


def _unit(name: str, unit: Unit, segments: tuple[Segment, ...], remarks: dict[str, list[Comment]]) -> str:
    comments = {segment.key: remarks.get(segment.key, []) for segment in segments}
    between = "<ignorable><source> </source></ignorable>\n"
    body = between.join(_segment(segment, comments[segment.key]) for segment in segments)
    said = [comment for of_one in comments.values() for comment in of_one]
    return (
        f'<unit id={quoteattr(name)} type="daejo:{unit.kind_of_segments}" xml:space="preserve">\n'
        f"{_metadata(unit, segments)}{_notes(unit, said)}{_original_data(segments)}{body}</unit>\n"
    )


def _metadata(unit: Unit, segments: tuple[Segment, ...]) -> str:
    block = _meta_group("daejo:block", exchange.item_label(unit, segments[0]))
    told = ((segment.key, exchange.origin(segment.translation.origin)) for segment in segments)
    origins = [(identifier(key), text) for key, text in told if text]
    return f"<mda:metadata>{block}{_meta_group('daejo:origin', origins) if origins else ''}</mda:metadata>\n"


def _meta_group(category: str, entries: Iterable[tuple[str, str]]) -> str:
    meta = "".join(f"<mda:meta type={_attribute(name)}>{escape(printable(text))}</mda:meta>" for name, text in entries)
    return f'<mda:metaGroup category="{category}">{meta}</mda:metaGroup>'


def _notes(unit: Unit, comments: Iterable[Comment]) -> str:
    kind = unit.block.kind.value.replace("_", " ")
    said = "".join(
        f'<note id="{note_id(comment)}" category="comment" appliesTo="target">{escape(exchange.remark(comment))}</note>'
        for comment in comments
    )
    return f'<notes><note id="kind" category="kind" appliesTo="source">{kind}</note>{said}</notes>\n'


def _original_data(segments: Iterable[Segment]) -> str:
    used = {mark.style for segment in segments for mark in segment.source.marks}
    data = "".join(
        f'<data id="{tag}-on">&lt;{tag}&gt;</data><data id="{tag}-off">&lt;/{tag}&gt;</data>'
        for style, tag in _TAGS.items()
        if style in used
    )
    return f"<originalData>{data}</originalData>\n" if data else ""


def _segment(segment: Segment, comments: Iterable[Comment]) -> str:
    name = quoteattr(identifier(segment.key))
    text = printable(segment.source.text)
    codes = _codes(segment) if len(text) == len(segment.source) else []  # marks count the characters as they were
    source = _marked(text, [span for _, span in codes])
    target = f"<target>{_target(segment, codes, comments)}</target>" if segment.target else ""
    return f"<segment id={name} {_state(segment)}><source>{source}</source>{target}</segment>\n"


def _state(segment: Segment) -> str:
    """Beyond ``initial`` the standard wants a target."""
    if segment.state is State.DRAFT:
        return f'state="initial" subState="{DRAFT}"'
    return f'state="{segment.state.value if segment.target else State.INITIAL.value}"'


class _Span(NamedTuple):
    """Tags around a stretch of a text."""

    start: int
    end: int
    opening: str
    closing: str


_Codes = list[tuple[Style, _Span]]


def _codes(segment: Segment) -> _Codes:
    """The styles of the Korean as spans that nest, the outer ones first."""
    cuts: set[int] = set()
    found: _Codes = []
    for style, tag in _TAGS.items():
        stretches = list(_stretches(segment.source, style, cuts))
        cuts.update(edge for stretch in stretches for edge in stretch)
        for number, (start, end) in enumerate(stretches, 1):
            code = (
                f'<pc id="{identifier(segment.key)}-{tag}{number}" type="fmt" subType="xlf:{tag}" fs:fs="{tag}" '
                f'dataRefStart="{tag}-on" dataRefEnd="{tag}-off">'
            )
            found.append((style, _Span(start, end, code, "</pc>")))
    return found


def _stretches(text: RichText, style: Style, cuts: set[int]) -> Iterator[tuple[int, int]]:
    """Where a style lies, cut at the edges of the styles around it."""
    covered = sorted({at for mark in text.marks if mark.style is style for at in range(mark.start, mark.end)})
    start: int | None = None
    for place, at in enumerate(covered):
        start = at if start is None else start
        if place + 1 == len(covered) or covered[place + 1] != at + 1 or at + 1 in cuts:
            yield start, at + 1
            start = None


def _target(segment: Segment, codes: _Codes, comments: Iterable[Comment]) -> str:
    text, whole = printable(segment.target), styles_over(segment.source)
    around = {style: span._replace(start=0, end=len(text)) for style, span in reversed(codes) if style in whole}
    outer = [around[style] for style in Style if style in around]
    return _marked(text, [*outer, *_annotations(segment, text, comments)])


def _annotations(segment: Segment, text: str, comments: Iterable[Comment]) -> list[_Span]:
    """Where comments lie on words; one that would cut another in two stands as a note alone."""
    found: list[_Span] = []
    for number, comment in enumerate(comments, 1):
        start, end = comment.span(text) or (0, 0)
        if start < end and all(_nest(start, end, other) for other in found):
            opening = f'<mrk id="{identifier(segment.key)}-m{number}" type="comment" ref="#n={note_id(comment)}">'
            found.append(_Span(start, end, opening, "</mrk>"))
    return sorted(found, key=lambda span: (span.start, -span.end))


def _nest(start: int, end: int, other: _Span) -> bool:
    apart = end <= other.start or other.end <= start
    return apart or (start <= other.start and other.end <= end) or (other.start <= start and end <= other.end)


def _marked(text: str, spans: Iterable[_Span]) -> str:
    """The text with tags around its spans, which nest; of two over the same words the first is the outer one."""
    pieces: list[str] = []
    done, inside = 0, list[_Span]()

    def go_to(place: int) -> None:
        nonlocal done
        while inside and inside[-1].end <= place:
            closed = inside.pop()
            pieces.extend((escape(text[done : closed.end]), closed.closing))
            done = closed.end
        pieces.append(escape(text[done:place]))
        done = place

    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        go_to(span.start)
        pieces.append(span.opening)
        inside.append(span)
    go_to(len(text))
    return "".join(pieces)


def _pairs(data: bytes) -> list[tuple[str, str]]:
    """Korean and English of each segment, as another tool reads them."""
    from lxml import etree  # takes longer to load than opening the window may

    segments = etree.fromstring(data).iter(f"{{{CORE}}}segment")
    return [(_words(segment, "source"), _words(segment, "target")) for segment in segments]


def _words(segment: "etree._Element", side: str) -> str:
    return "".join(str(text) for element in segment.iterfind(f"{{{CORE}}}{side}") for text in element.itertext())
