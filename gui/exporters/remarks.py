"""Comments of colleagues as comments in Word: anchored to the words, answers below, resolved ones greyed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from xml.sax.saxutils import quoteattr

from gui.document.errors import Message, note
from gui.document.project import Snapshot
from gui.document.review import Comment
from gui.exporters import text
from gui.exporters.content import Content, Paragraph, Remark, Run, mapped, paragraphs_of
from gui.exporters.cutting import Place, cut
from gui.exporters.inline import moment, runs
from gui.exporters.styles import COMMENT_REFERENCE, NAMESPACE

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NOBODY = "–"
"""For a comment without a name, which the format does not allow."""

Spot = tuple[int, str]
"""A paragraph of the body by its number, and the key of the runs in it."""


def attach(content: Content, snapshot: Snapshot) -> Content:
    """The document with the comments of the project.

    A comment stands on its words, or on all that shows its segment where it has none or they are gone; on the English
    where a row shows both. Word has no comments in headers and foot-notes: one on a foot-note stands on the sentence
    that refers to it, one on the embargo line, or on a segment that is gone, at the beginning.
    """
    spots = _spots(content) if snapshot.comments else {}
    if not spots:
        return content
    first = min(spots.values())
    remarks, comments = _numbered(snapshot.comments)
    targets = {segment.key: text.printable(segment.target) for segment in snapshot.segments()}
    wanted: dict[int, dict[str, list[Place]]] = {}
    for number, comment in comments:
        paragraph, key = spots.get(comment.segment, first)
        target = targets.get(comment.segment, "") if key == comment.segment else ""
        wanted.setdefault(paragraph, {}).setdefault(key, []).append(_place(number, comment, target))
    counter = count()
    body = mapped(content.body, lambda paragraph: _marked(paragraph, wanted.get(next(counter))))
    return replace(content, body=body, remarks=remarks)


def warnings(content: Content, snapshot: Snapshot) -> Iterator[Message]:
    """What cannot stand where it belongs."""
    spots = _spots(content) if snapshot.comments else {}
    lost = sum(comment.segment not in spots for comment in snapshot.comments)
    if lost:
        yield note("Comments whose text is not in the body: {count}. They stand at the beginning.", count=lost)
    if spots and len(content.notes) > 1:
        # Seen with 7.4: a comment between the first and the second foot-note shifts the texts of the notes.
        yield note(
            "LibreOffice 7.4 mixes up the foot-notes of a document with comments; Word does not. For it, export them "
            "as text."
        )


def _numbered(comments: Sequence[Comment]) -> tuple[tuple[Remark, ...], list[tuple[int, Comment]]]:
    """All comments and answers by number, and which comment each number belongs to."""
    remarks: list[Remark] = []
    belongs: list[tuple[int, Comment]] = []
    for comment in comments:
        first = len(remarks)
        remarks.append(Remark(comment.key, comment.text, comment.author, comment.at, None, comment.resolved))
        for number, reply in enumerate(comment.replies, 1):
            key = f"{comment.key}#{number}"
            remarks.append(Remark(key, reply.text, reply.author, reply.at, first, comment.resolved))
        belongs += ((number, comment) for number in range(first, len(remarks)))
    return tuple(remarks), belongs


def _spots(content: Content) -> dict[str, Spot]:
    """By segment: the last paragraph of the body that shows it, or refers to the foot-note that does."""
    spots: dict[str, Spot] = {}
    references: dict[int, Spot] = {}
    for number, paragraph in enumerate(paragraphs_of(content.body)):
        for run in paragraph.runs:
            if run.key:
                spots[run.key] = number, run.key
            if run.marking is not None and run.marking.note:
                references[run.marking.note] = number, run.key
    for number, paragraph in enumerate(content.notes, 1):
        spots.update({run.key: references[number] for run in paragraph.runs if run.key and number in references})
    return spots


def _place(number: int, comment: Comment, target: str) -> Place:
    start, end = comment.span(target) or (0, _EVERYTHING)
    return Place(start, end, remark=number)


_EVERYTHING = 1 << 40


def _marked(paragraph: Paragraph, places: Mapping[str, Sequence[Place]] | None) -> Paragraph:
    return replace(paragraph, runs=cut(paragraph.runs, places)) if places else paragraph


def comments_xml(remarks: Sequence[Remark]) -> str:
    """The ``comments`` part."""
    written = "".join(_comment(number, remark) for number, remark in enumerate(remarks))
    return (
        f'<w:comments xmlns:w="{NAMESPACE}" xmlns:w14="{_WORD_2010}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14">'
        f"{written}</w:comments>"
    )


def extended_xml(remarks: Sequence[Remark]) -> str:
    """The ``commentsExtended`` part: which comment answers which, and which are resolved."""
    written = "".join(
        f'<w15:commentEx w15:paraId="{paragraph_id(remark.key)}"{_parent(remarks, remark)} '
        f'w15:done="{int(remark.resolved)}"/>'
        for remark in remarks
    )
    return (
        f'<w15:commentsEx xmlns:w15="{_WORD_2012}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w15">{written}'
        "</w15:commentsEx>"
    )


def paragraph_id(key: str) -> str:
    """The ``paraId`` of a comment: the same at each export, below 0x80000000 as Word wants it."""
    digest = hashlib.blake2s(key.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return f"{max(1, int.from_bytes(digest) & 0x7FFFFFFF):08X}"


def _parent(remarks: Sequence[Remark], remark: Remark) -> str:
    return "" if remark.answers is None else f' w15:paraIdParent="{paragraph_id(remarks[remark.answers].key)}"'


def _comment(number: int, remark: Remark) -> str:
    author = text.printable(remark.author).strip() or _NOBODY
    at = f' w:date="{moment(remark.at)}"' if remark.at else ""
    mark = f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_REFERENCE}"/></w:rPr><w:annotationRef/></w:r>'
    return (
        f'<w:comment w:id="{number}" w:author={quoteattr(author)}{at} w:initials={quoteattr(_initials(author))}>'
        f'<w:p w14:paraId="{paragraph_id(remark.key)}"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}'
        f"{runs((Run(text.printable(remark.text)),), count())}</w:p></w:comment>"
    )


def _initials(author: str) -> str:
    """``KM`` for Kim Min-su, the family name for 김민수."""
    return "".join(word[0] for word in author.split())[:3].upper()
