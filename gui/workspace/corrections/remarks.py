"""Which comments of a document are new to the project, which have new answers, and which have no place in it."""

from collections.abc import Iterator

from gui.document.errors import note
from gui.document.review import Comment, Reply
from gui.exporters.text import printable
from gui.workspace.corrections.base import Found, Sent
from gui.workspace.corrections.model import Problem, ProblemKind, Remark
from gui.workspace.corrections.returned import Note, Returned


def remarks(returned: Returned, found: Found, sent: Sent) -> Iterator[Remark]:
    """The new and the answered comments. One that stands in the project already is the one of the same words."""
    known: dict[str, list[Comment]] = {}
    for comment in sent.exported.comments:
        known.setdefault(comment.segment, []).append(comment)
    for number, found_note in returned.notes.items():
        spot = found.spots.get(number)
        if spot is None or spot.segment not in sent.now:
            continue
        old = next((one for one in known.get(spot.segment, ()) if _same(one.text, found_note.text)), None)
        place = sent.numbers[spot.segment]
        if old is not None:
            answered = _answered(old, found_note)
            if answered != old:
                yield Remark(place, answered, old)
        elif not _is_reply(found_note, known.get(spot.segment, ())):
            yield Remark(place, _comment(found_note, spot.segment, spot.quote, spot.start))


def lost(returned: Returned, found: Found, sent: Sent) -> Iterator[Problem]:
    """The comments that are on nothing that the project knows."""
    for number, found_note in returned.notes.items():
        spot = found.spots.get(number)
        if spot is None or spot.segment not in sent.now:
            message = note("A comment by {author} is on no segment of the project.", author=found_note.author or "?")
            texts = [found_note.text, *(reply.text for reply in found_note.replies)]
            yield Problem(ProblemKind.COMMENT, message, "", "\n".join(texts))


def _comment(note: Note, segment: str, quote: str, start: int) -> Comment:
    return Comment("", segment, note.text, note.author, note.at, quote, start, note.replies, note.resolved)


def _answered(old: Comment, note: Note) -> Comment:
    """An old comment with the answers that are new, and resolved if either side says so."""
    new = tuple(reply for reply in note.replies if not _holds(old.replies, reply))
    return Comment(
        old.key,
        old.segment,
        old.text,
        old.author,
        old.at,
        old.quote,
        old.start,
        (*old.replies, *new),
        old.resolved or note.resolved,
    )


def _holds(replies: tuple[Reply, ...], wanted: Reply) -> bool:
    return any(_same(reply.text, wanted.text) and reply.author == wanted.author for reply in replies)


def _is_reply(note: Note, comments: list[Comment] | tuple[Comment, ...]) -> bool:
    """Whether it is an answer of ours that a word processor without answers made a comment of."""
    reply = Reply(note.text, note.author)
    return any(_holds(comment.replies, reply) for comment in comments)


def _same(one: str, other: str) -> bool:
    return printable(one).split() == printable(other).split()
