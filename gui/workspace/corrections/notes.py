"""The comments of a Word document: ``comments``, and ``commentsExtended`` with answers and what is resolved."""

from collections.abc import Iterator
from dataclasses import replace

from gui.document.review import Reply
from gui.readers.word.package import Package
from gui.readers.word.xml import Element, W, children, value
from gui.workspace.corrections.flow import moment, passage
from gui.workspace.corrections.returned import Note

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


_NOBODY = "–"
"""Written for a comment of ours without a name."""


def notes(package: Package) -> dict[str, Note]:
    """All comments by number; answers stand with what they answer, and under its number."""
    root, extended = package.part("comments"), package.part("commentsExtended")
    elements = [] if root is None else root.findall(W + "comment")
    more = {} if extended is None else {entry.get(_W15 + "paraId", ""): entry for entry in children(extended)}
    of_paragraph = {_last_paragraph(element): value(element, attribute="id") or "" for element in elements}
    found: dict[str, Note] = {}
    for element in elements:
        number, entry = value(element, attribute="id") or "", more.get(_last_paragraph(element))
        note = _note(element, entry)
        parent = "" if entry is None else of_paragraph.get(entry.get(_W15 + "paraIdParent", ""), "")
        if parent in found and parent != number:
            found[parent] = _answered(found[parent], note)
        else:
            found[number] = note
    return found


def _note(element: Element, entry: Element | None) -> Note:
    done = entry is not None and entry.get(_W15 + "done") in ("1", "true", "on")
    text = passage(children(element)).text.strip()
    author = value(element, attribute="author") or ""
    at, mark = moment(value(element, attribute="date")), _last_paragraph(element)
    return Note(text, "" if author == _NOBODY else author, at, resolved=done, mark=mark)


def _answered(note: Note, answer: Note) -> Note:
    reply = Reply(answer.text, answer.author, answer.at)
    return replace(note, replies=(*note.replies, reply))


def _last_paragraph(comment: Element) -> str:
    """The identity of its last paragraph, by which ``commentsExtended`` knows a comment."""
    paragraphs: Iterator[Element] = comment.iter(W + "p")
    last = None
    for last in paragraphs:  # noqa: B007 - the last one is what is wanted
        pass
    return "" if last is None else last.get(_W14 + "paraId", "")
