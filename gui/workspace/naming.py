"""The names of persons in a release: how each is spelled, on what grounds, and confirming a spelling everywhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gui.document.edit import Edit, Json, PropertyEdit, TargetEdit
from gui.document.errors import Message, note
from gui.document.naming import CONFIRMED_NAMES, confirmed_names
from gui.document.project import Snapshot
from gui.document.segment import Origin, OriginKind, Segment, State, Translation, Unit
from gui.language.name_matching import Order, find_name
from gui.language.name_proposals import in_korean_order, propose_name
from gui.language.names import split_name
from gui.language.particles import occurrences
from gui.language.person_names import persons_in

_SURNAME_BEFORE = r"(?:Mr|Ms|Mrs|Dr|Prof|[A-Z][a-z]+)\.? "
"""What a family name by itself follows: a form of address or a title (President Yoon)."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A person of the release. ``occurrences`` are the keys of the segments whose Korean has the name, in order."""

    hangul: str
    english: str
    confirmed: bool
    grounds: Message
    occurrences: tuple[str, ...]


def names_of(snapshot: Snapshot) -> list[NameEntry]:
    """The Korean names of the release: those of its tables, those before a title, those of the termbase."""
    confirmed, segments = confirmed_names(snapshot), list(snapshot.segments())
    beside = _latin_of_rows(snapshot)
    entries = []
    for hangul in _hangul_names(snapshot, confirmed):
        places = tuple(segment for segment in segments if _has(segment, hangul))
        sources = (*beside.get(hangul, ()), *(segment.source.text for segment in places))
        entry = _entry(snapshot, hangul, places, sources, confirmed)
        if entry:
            entries.append(entry)
    return entries


def confirm_name(snapshot: Snapshot, hangul: str, english: str) -> list[Edit]:
    """The edits that make ``english`` the spelling of a name: recorded, and put in place of what stands for it.

    Full names are replaced in every segment whose Korean has the name; a family name after a title only where no other
    person of the release has that family name. What the name was marked for is marked no longer. A reviewed segment
    whose text changes goes back to Translated.
    """
    hangul, english = "".join(hangul.split()), " ".join(english.split())
    old: Json = snapshot.property(CONFIRMED_NAMES)
    new: Json = {**confirmed_names(snapshot), hangul: english}
    edits: list[Edit] = [PropertyEdit(CONFIRMED_NAMES, old, new)] if new != old else []
    alone = _alone_in_family(snapshot, hangul)
    before = _surnames_in_use(snapshot, hangul)
    for unit in snapshot.units:
        for segment in unit.segments:
            translation = _respelled(unit, segment, hangul, english, before if alone else frozenset())
            if translation != segment.translation:
                edits.append(TargetEdit(segment.key, segment.translation, translation))
    return edits


def _entry(
    snapshot: Snapshot, hangul: str, places: tuple[Segment, ...], sources: tuple[str, ...], confirmed: Mapping[str, str]
) -> NameEntry | None:
    proposal = propose_name(hangul, confirmed=confirmed, sources=sources, on=snapshot.release.distributed)
    if proposal is None:
        return None
    keys = tuple(segment.key for segment in places)
    typed = None if proposal.confirmed else _typed(places, hangul)
    if typed and typed != proposal.text:
        return NameEntry(hangul, typed, False, note("as it stands in the English"), keys)  # noqa: FBT003 - a field
    return NameEntry(hangul, proposal.text, proposal.confirmed, proposal.grounds, keys)


def _typed(places: tuple[Segment, ...], hangul: str) -> str | None:
    """The spelling of a segment that a person wrote or confirmed."""
    for segment in places:
        origin = segment.translation.origin
        by_hand = not segment.state.is_open or (origin is not None and origin.kind is OriginKind.HUMAN)
        found = find_name(hangul, segment.target) if by_hand else None
        if found and found[2] is Order.FAMILY_FIRST:
            return segment.target[found[0] : found[1]]
    return None


def _hangul_names(snapshot: Snapshot, confirmed: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    for unit in snapshot.units:
        for segment in unit.segments:
            text = segment.source.text
            names = [_cell_name(text)] if unit.is_name(segment) else persons_in(text)
            names = [*names, *(name for name in confirmed if _has(segment, name))]
            for name in filter(None, names):
                if name not in seen:
                    seen.add(name)
                    yield name


def _cell_name(text: str) -> str:
    """The name in a cell for names: 홍 길동, 홍길동(Hong Gil-dong), 홍길동 과장."""
    bare = re.split(r"[(\[]", text)[0].strip()
    whole = "".join(bare.split())
    if split_name(whole) and (len(bare) == len(whole) or len(bare.split()[0]) == 1):
        return whole
    first = bare.split()[0] if bare.split() else ""
    return first if split_name(first) else ""


def _latin_of_rows(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """For the names of a table the Latin spelling that another cell of the row gives, written beside the name."""
    found: dict[str, tuple[str, ...]] = {}
    for unit in snapshot.units:
        for segment in unit.segments:
            hangul = _cell_name(segment.source.text) if unit.is_name(segment) else ""
            for other in unit.segments if hangul else ():
                same_row = other.cell and segment.cell and other.cell.row == segment.cell.row
                latin = in_korean_order(hangul, other.source.text.strip()) if same_row else None
                if latin:
                    found[hangul] = (f"{hangul}({latin})",)
    return found


def _has(segment: Segment, hangul: str) -> bool:
    text = segment.source.text
    if "".join(text.split()).startswith(hangul):
        return True
    return hangul in text and next(occurrences(text, hangul), None) is not None


def _alone_in_family(snapshot: Snapshot, hangul: str) -> bool:
    """Whether nobody else in the release has this family name."""
    parts = split_name(hangul)
    family = parts[0].korean if parts else hangul[:1]
    others = set(_hangul_names(snapshot, confirmed_names(snapshot))) - {hangul}
    return not any(name.startswith(family) for name in others)


def _surnames_in_use(snapshot: Snapshot, hangul: str) -> frozenset[str]:
    """How the drafts spell the family name so far."""
    found = set()
    for segment in snapshot.segments():
        for start, end, order in _spellings(hangul, segment.target) if _has(segment, hangul) else ():
            words = segment.target[start:end].split()
            found.add(words[0] if order is Order.FAMILY_FIRST else words[-1])
    return frozenset(found)


def _spellings(hangul: str, english: str) -> Iterator[tuple[int, int, Order]]:
    """Every place where an English text spells the name."""
    position = 0
    while found := find_name(hangul, english[position:]):
        yield position + found[0], position + found[1], found[2]
        position += found[1]


def _respelled(unit: Unit, segment: Segment, hangul: str, english: str, families: frozenset[str]) -> Translation:
    """What a segment says once the name is spelled so."""
    translation, family = segment.translation, english.split()[0]
    if not _has(segment, hangul):
        text = _family_respelled(segment, hangul, family, families)
        return _changed(translation, text, (), family) if text != translation.text else translation
    if not translation.text and unit.is_name(segment) and "".join(segment.source.text.split()) == hangul:
        return Translation(english, State.DRAFT, Origin(OriginKind.RULE))
    replaced, text = [], translation.text
    for start, end, _ in reversed(list(_spellings(hangul, text))):
        replaced.append(text[start:end])
        text = text[:start] + english + text[end:]
    text = _family_pattern(families - {family}).sub(rf"\g<title>{family}", text) if families - {family} else text
    return _changed(translation, text, tuple(replaced), english)


def _family_respelled(segment: Segment, hangul: str, family: str, families: frozenset[str]) -> str:
    """A later mention by family name and title: 윤 원장, President Yoon."""
    korean = rf"(?<![가-힣]){re.escape(hangul[: len(hangul) - 2] or hangul[0])}\s?[가-힣]{{2,}}"
    others = families - {family}
    if not others or not re.search(korean, segment.source.text):
        return segment.target
    return _family_pattern(others).sub(rf"\g<title>{family}", segment.target)


def _family_pattern(families: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(families)))
    return re.compile(rf"(?P<title>\b{_SURNAME_BEFORE})(?:{names})(?![\w-]| [A-Z][a-z]+(?:-[a-z]+)?\b)")


def _changed(translation: Translation, text: str, replaced: tuple[str, ...], english: str) -> Translation:
    """The translation with the new text, without the marks that the name was under."""
    marks = [_mark(mark, replaced, english) for mark in translation.marks]
    kept = tuple(mark for mark in marks if mark and mark in text)
    reviewed = translation.state in (State.REVIEWED, State.FINAL) and text != translation.text
    state = State.TRANSLATED if reviewed else translation.state
    return replace(translation, text=text, state=state, marks=kept)


def _mark(mark: str, replaced: tuple[str, ...], english: str) -> str:
    """A mark over the name alone is gone; one over more than the name holds the new spelling."""
    if mark in replaced or mark == english:
        return ""
    for old in replaced:
        mark = mark.replace(old, english)
    return mark
