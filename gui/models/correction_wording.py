"""The words for corrections on screen: doubts, hands, remarks."""

from gui.i18n import tr
from gui.language.word_diff import Kind, word_diff
from gui.workspace.corrections.model import Change, Doubt, Remark
from gui.workspace.corrections.returned import Hand


def doubt(value: Doubt) -> str:
    """Why a change has to be looked at by itself."""
    return {
        Doubt.CONFLICT: tr("This segment was changed here too since the document went out."),
        Doubt.DOUBLED: tr("The row came back several times with different English: choose one."),
        Doubt.NO_KEY: tr("The row has lost its key and was found by its Korean alone."),
        Doubt.KOREAN: tr("The Korean beside it was altered."),
        Doubt.OTHER_ROW: tr("This is the English of another row."),
        Doubt.PLACE: tr("Which sentence or paragraph this is shows by its place alone."),
    }[value]


def hands(values: tuple[Hand, ...]) -> str:
    """Who tracked changes, and when; Word tells its local time."""
    named = (f"{hand.author} {hand.at:%Y-%m-%d %H:%M}" if hand.at else hand.author for hand in values)
    return tr("Tracked: {names}", names=", ".join(named)) if values else ""


def remark(value: Remark) -> str:
    """A comment in one line, its new answers included."""
    old = 0 if value.old is None else len(value.old.replies)
    comment = value.comment
    parts = [] if value.old is not None else [_said(comment.author, comment.text)]
    parts += [_said(reply.author, reply.text) for reply in comment.replies[old:]]
    if comment.resolved:
        parts.append(tr("resolved"))
    return "💬 " + " · ".join(parts)


def thread(value: Remark) -> str:
    """A comment with all its answers, for reading beside the English."""
    comment = value.comment
    quote = f"“{comment.quote}”\n" if comment.quote else ""
    lines = [_said(comment.author, comment.text), *(f"↳ {_said(one.author, one.text)}" for one in comment.replies)]
    return quote + "\n".join(lines) + (f"\n✓ {tr('resolved')}" if comment.resolved else "")


def _said(author: str, text: str) -> str:
    return f"{author}: {text}" if author else text


def spoken(item: Change | Remark) -> str:
    """A row in one sentence for screen readers: only what differs."""
    if isinstance(item, Remark):
        return remark(item)
    words = {Kind.DELETED: tr("deleted"), Kind.INSERTED: tr("inserted")}
    pieces = word_diff(item.current, item.corrected)
    return ", ".join(f"{words[piece.kind]} {piece.text}" for piece in pieces if piece.kind in words)
