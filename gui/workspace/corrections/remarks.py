"""Which comments of a document are new to the project, which have new answers, and which have no place in it."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.review import Comment, Reply
from gui.exporters.remarks import paragraph_id
from gui.exporters.text import printable
from gui.workspace.corrections.base import Found, Sent, Spot
from gui.workspace.corrections.model import Problem, ProblemKind, Remark
from gui.workspace.corrections.returned import Note, Returned


def remarks(returned: Returned, found: Found, sent: Sent) -> Iterator[Remark]:
    """The new and the answered comments."""
    known = _Known(sent)
    for number, written in returned.notes.items():
        spot = found.spots.get(number)
        old = known.like(written, spot)
        if old is not None:
            answered = _answered(old, written)
            if answered != old:
                yield Remark(sent.numbers.get(old.segment, 0), answered, old)
        elif spot is not None and spot.segment in sent.now and not known.has_answer(written, spot):
            yield Remark(sent.numbers[spot.segment], _comment(written, spot.segment, spot.quote, spot.start))


def lost(returned: Returned, found: Found, sent: Sent) -> Iterator[Problem]:
    """The new comments that are on nothing that the project knows."""
    known = _Known(sent)
    for number, written in returned.notes.items():
        spot = found.spots.get(number)
        if known.like(written, spot) is None and (spot is None or spot.segment not in sent.now):
            message = note("A comment by {author} is on no segment of the project.", author=written.author or "?")
            texts = [written.text, *(reply.text for reply in written.replies)]
            yield Problem(ProblemKind.COMMENT, message, "", "\n".join(texts))


class _Known:
    """The comments of the project, to be known again: by the mark that they went out with, or by their words.

    LibreOffice makes new marks. One whose segment was gone went out at the beginning of the document.
    """

    def __init__(self, sent: Sent) -> None:
        self._comments = sent.exported.comments
        self._by_mark = {paragraph_id(comment.key): comment for comment in self._comments}
        self._by_segment: dict[str, list[Comment]] = {}
        for comment in self._comments:
            self._by_segment.setdefault(comment.segment, []).append(comment)
        self._homeless = [comment for comment in self._comments if comment.segment not in sent.now]

    def like(self, written: Note, spot: Spot | None) -> Comment | None:
        """The comment that this one is."""
        marked = self._by_mark.get(written.mark)
        if marked is not None and marked.author == written.author:
            return marked
        here = [*(self._by_segment.get(spot.segment, ()) if spot is not None else ()), *self._homeless]
        return next((one for one in here if _same(one.text, written.text) and one.author == written.author), None)

    def has_answer(self, written: Note, spot: Spot) -> bool:
        """Whether it is an answer of ours that a word processor without answers made a comment of."""
        reply = Reply(written.text, written.author)
        return any(_holds(comment.replies, reply) for comment in self._by_segment.get(spot.segment, ()))


def _comment(note: Note, segment: str, quote: str, start: int) -> Comment:
    return Comment("", segment, note.text, note.author, note.at, quote, start, note.replies, note.resolved)


def _answered(old: Comment, note: Note) -> Comment:
    """An old comment with its words of now and the answers that are new, resolved if either side says so."""
    new = tuple(reply for reply in note.replies if not _holds(old.replies, reply))
    return Comment(
        old.key,
        old.segment,
        old.text if _same(old.text, note.text) else note.text,
        old.author,
        old.at,
        old.quote,
        old.start,
        (*old.replies, *new),
        old.resolved or note.resolved,
    )


def _holds(replies: tuple[Reply, ...], wanted: Reply) -> bool:
    return any(_same(reply.text, wanted.text) and reply.author == wanted.author for reply in replies)


def _same(one: str, other: str) -> bool:
    return printable(one).split() == printable(other).split()
