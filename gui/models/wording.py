"""The words for states, origins, severities, kinds and tables on screen."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui.document.issue import Severity
from gui.document.release import BlockKind
from gui.document.segment import Origin, OriginKind, Segment, State, Unit
from gui.i18n import tr

if TYPE_CHECKING:
    from gui.workspace.drafting import DraftSummary  # engines are not needed for the first paint


def state(value: State) -> str:
    """The name of a state."""
    return {
        State.INITIAL: tr("Untranslated"),
        State.DRAFT: tr("Draft"),
        State.TRANSLATED: tr("Translated"),
        State.REVIEWED: tr("Reviewed"),
        State.FINAL: tr("Approved"),
    }[value]


def origin(value: Origin | None) -> str:
    """Where a target came from, in a few words; empty if unknown."""
    if value is None:
        return ""
    if value.kind is OriginKind.MACHINE:
        return tr("machine: {engine}", engine=value.engine or "?")
    if value.kind is OriginKind.MEMORY:
        return tr("translation memory {match} %", match=value.match or 100)
    return tr("fixed form") if value.kind is OriginKind.RULE else tr("typed")


def drafted(summary: "DraftSummary") -> str:
    """What came of a draft and from where, in one sentence; something did come of it."""
    values = {"count": summary.drafted, "total": summary.drafted + summary.left, "parts": ", ".join(_sources(summary))}
    if not summary.to_confirm:
        return tr("Drafted {count} of {total}: {parts}.", **values)
    return tr("Drafted {count} of {total}: {parts}; {open} to confirm.", **values, open=summary.to_confirm)


def _sources(summary: "DraftSummary") -> Iterable[str]:
    if summary.remembered:
        yield tr("{count} from memory", count=summary.remembered)
    if summary.alike:
        yield tr("{count} from similar sentences", count=summary.alike)
    if summary.ruled:
        yield tr("{count} fixed forms and table cells", count=summary.ruled)
    for engine, count in summary.machine:
        yield tr("{count} by {engine}", count=count, engine=engine)


def place(host: str) -> str:
    """Where text for a host goes: its name, and whether it stays in the own network."""
    from gui.workspace.engine_settings import is_private  # engines are not needed for the first paint

    if is_private(host):
        return tr("{host}, in your own network", host=host)
    return tr("{host}, on the internet", host=host)


def origin_letter(value: Origin | None) -> str:
    """The letter of the gutter: T memory, R rule, M machine, nothing for a person."""
    letters = {OriginKind.MEMORY: "T", OriginKind.RULE: "R", OriginKind.MACHINE: "M"}
    return letters.get(value.kind, "") if value else ""


def state_and_origin(segment: Segment) -> str:
    """Both, and what is left to confirm, for tooltips and screen readers."""
    parts = [state(segment.state), origin(segment.translation.origin)]
    if segment.translation.open_marks:
        parts.append(tr("to confirm: {parts}", parts=", ".join(segment.translation.open_marks)))
    return " · ".join(part for part in parts if part)


def severity(value: Severity) -> str:
    """The plural name of a severity."""
    return {Severity.ERROR: tr("Errors"), Severity.WARNING: tr("Warnings"), Severity.INFO: tr("Remarks")}[value]


def kind(value: BlockKind, level: int = 0) -> str:
    """The name of a kind of block; ``level`` is 1–4 for bullets and headings, else 0."""
    if value is BlockKind.BULLET:
        return tr("Bullet, level {level}", level=level)
    if value is BlockKind.HEADING:
        return tr("Heading, level {level}", level=level)
    return {
        BlockKind.MASTHEAD: tr("Masthead"),
        BlockKind.SLOGAN: tr("Slogan"),
        BlockKind.EMBARGO: tr("Embargo line"),
        BlockKind.DISTRIBUTION: tr("Distribution line"),
        BlockKind.HEADLINE: tr("Headline"),
        BlockKind.SUBHEADLINE: tr("Subheadline"),
        BlockKind.PARAGRAPH: tr("Paragraph"),
        BlockKind.NOTE: tr("Remark (※)"),
        BlockKind.FOOTNOTE: tr("Foot-note"),
        BlockKind.CAPTION: tr("Caption"),
        BlockKind.ATTACHMENT: tr("List of enclosures"),
        BlockKind.END_MARK: tr("End mark"),
        BlockKind.ANNEX_HEADING: tr("Annex heading"),
        BlockKind.SUMMARY: tr("Summary box"),
        BlockKind.PICTURE: tr("Picture"),
        BlockKind.ATTENDEE_TABLE: tr("Attendee table"),
        BlockKind.CONTACT_TABLE: tr("Contact table"),
        BlockKind.TABLE: tr("Table"),
    }[value]


def _table(value: BlockKind, number: int) -> str:
    """What to call a table: the ``number``-th of its kind, from 1."""
    if value is BlockKind.TABLE:
        return tr("Table {number}", number=number)
    if number > 1:
        return {
            BlockKind.ATTENDEE_TABLE: tr("Attendees {number}", number=number),
            BlockKind.CONTACT_TABLE: tr("Contacts {number}", number=number),
        }[value]
    return {BlockKind.ATTENDEE_TABLE: tr("Attendees"), BlockKind.CONTACT_TABLE: tr("Contacts")}[value]


def tables(units: Iterable[Unit]) -> dict[str, str]:
    """The names of the tables among ``units``, by the keys of their units."""
    numbers: Counter[BlockKind] = Counter()
    names = {}
    for unit in units:
        if unit.block.kind.is_table:
            numbers[unit.block.kind] += 1
            names[unit.key] = _table(unit.block.kind, numbers[unit.block.kind])
    return names
