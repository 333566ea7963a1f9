"""Puts the English of a match right for the segment: figures, days and names, where that is sure.

A figure is sure where the Korean of the match has its value once, the English writes that value once and in one of the
forms that this program writes itself; the new value is written in the same form. A name is sure to be found where the
English has the romanisation of the old one once; how the new one is spelled is a proposal, so it is marked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gui.language.amounts import Day, Kind, Quantity
from gui.language.english_numbers import english_quantities
from gui.language.name_matching import Order, find_name
from gui.language.names import has_usual_length, propose
from gui.language.render import MONTHS, cardinal, english_day, english_quantity, plain, scaled
from gui.language.termbase import FoundTerm, Termbase
from gui.memory.base import Repair, Span
from gui.memory.compare import Comparison

_LETTER = re.compile(r"[^\W_]")
_ARTICLE_BEFORE = re.compile(r"\b[Aa]n? (?:\$|KRW )?$")
_SPOKEN_VOWEL = re.compile(r"[$€£¥]?(?:8|(?:11|18)(?!\d)|eight|eleven)", re.IGNORECASE)

Style = Callable[[Quantity], str]


@dataclass(frozen=True, slots=True)
class _Change:
    """What takes the place of a span of the English; ``sure`` is false where a person has to confirm it."""

    start: int
    end: int
    text: str
    sure: bool = True


def repair(comparison: Comparison, target: str, on: date | None) -> Repair:
    """The English ``target`` of a match, put right as far as that is sure; ``on`` is the date of the release."""
    english = english_quantities(target)
    figures = [_figure(pair.match, pair.segment, comparison, target, english, on) for pair in comparison.figures]
    changes = [change for change in figures if change]
    complete = len(changes) == len(figures) and not comparison.loose
    reworded = False
    for mine, theirs in comparison.blocks:
        change, known = _words(comparison, mine, theirs, target, on)
        changes += [change] if change else []
        complete = complete and known
        words = comparison.segment[slice(*mine)] + comparison.match[slice(*theirs)]
        reworded = reworded or (change is None and _LETTER.search(words) is not None)
    changes.sort(key=lambda change: change.start)
    apart = [change for n, change in enumerate(changes) if n == 0 or changes[n - 1].end <= change.start]
    mended = _applied(target, apart)
    return replace(mended, complete=complete and len(apart) == len(changes), reworded=reworded)


def _applied(target: str, changes: list[_Change]) -> Repair:
    parts, spans, position, length = list[str](), list[Span](), 0, 0
    for change in changes:
        parts += [target[position : change.start], change.text]
        length += change.start - position + len(change.text)
        spans.append((length - len(change.text), length))
        position = change.end
    marks = tuple(dict.fromkeys(change.text for change in changes if not change.sure))
    return Repair("".join([*parts, target[position:]]), tuple(spans), marks)


def _figure(
    old: Quantity, new: Quantity, comparison: Comparison, target: str, english: tuple[Quantity, ...], on: date | None
) -> _Change | None:
    if old.kind is Kind.DATE:
        return _day(old, new, target, english, on)
    if (old.direction, old.hedges) != (new.direction, new.hedges):
        return None
    if _value(old) in [_value(pair.match) for pair in comparison.figures if pair.match is not old]:
        return None
    for style in _STYLES:
        before, after = style(old), style(new)
        for old_text, new_text in ((before, after), (_capital(before), _capital(after))):
            places = _places(old_text, target) if old_text and new_text else []
            if len(places) == 1 and _is_figure(places[0], old, english):
                return _fitting(_Change(*places[0], new_text), target)
    return None


def _value(quantity: Quantity) -> tuple[object, ...]:
    return quantity.kind, quantity.base_unit, quantity.base_low, quantity.base_high


def _is_figure(place: Span, old: Quantity, english: tuple[Quantity, ...]) -> bool:
    """Whether a figure stands at the place, and its value nowhere else in the English."""
    same = [one for one in english if (one.base_low, one.base_high) == (old.base_low, old.base_high)]
    here = [one for one in same if one.start < place[1] and place[0] < one.end]
    return len(here) == 1 and all(one.kind is not here[0].kind or one is here[0] for one in same)


def _fitting(change: _Change, target: str) -> _Change | None:
    """No change after *a* or *an* that would ask for the other one: an 8 percent rise, a 10 percent rise."""
    spoken = (bool(_SPOKEN_VOWEL.match(text)) for text in (target[change.start : change.end], change.text))
    return change if len(set(spoken)) == 1 or not _ARTICLE_BEFORE.search(target, 0, change.start) else None


def _bare(write: Callable[[Quantity], str]) -> Style:
    """A figure without its unit, whose noun stands as it is: sure only while one stays one and many stay many."""

    def style(quantity: Quantity) -> str:
        counted = quantity.high is None and not quantity.vague and quantity.other is None and quantity.low != 1
        return write(quantity) if counted and quantity.kind in _PLAIN else ""

    return style


_PLAIN = frozenset({Kind.COUNT, Kind.DURATION, Kind.MEASURE, Kind.PERCENT, Kind.POINT, Kind.AGE, Kind.MULTIPLE})


def _percent(quantity: Quantity) -> str:
    return f"{plain(quantity.low)} percent" if quantity.kind is Kind.PERCENT and quantity.high is None else ""


_STYLES: tuple[Style, ...] = (
    lambda quantity: english_quantity(quantity, hedge=False),
    lambda quantity: english_quantity(quantity, won="word", hedge=False),
    _percent,
    _bare(lambda quantity: scaled(quantity.low)),
    _bare(lambda quantity: cardinal(quantity.low)),
    _bare(lambda quantity: plain(quantity.low)),
    _bare(lambda quantity: plain(quantity.low).replace(",", "")),
)
"""The forms of a figure, the longest first: ``three people``, ``272.6 billion won``, ``3 percent``, ``1.2 million``."""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _places(text: str, target: str) -> list[Span]:
    """Where a text stands as words of its own."""
    left = r"(?<![\w.,])" if text[0].isalnum() else ""
    right = r"(?!\w|[.,]\d)" if text[-1].isalnum() else ""
    return [match.span() for match in re.finditer(left + re.escape(text) + right, target)]


def _day(old: Quantity, new: Quantity, target: str, english: tuple[Quantity, ...], on: date | None) -> _Change | None:
    same = [one for one in english if one.kind is Kind.DATE and one.day and old.day and _agrees(old.day, one.day)]
    value = _complete(new.day, on) if new.day else None
    if len(same) != 1 or value is None or same[0].day is None:
        return None
    written, theirs = target[same[0].start : same[0].end], same[0].day
    for write in _DAY_FORMS:
        if write(theirs) == written:
            return _Change(same[0].start, same[0].end, write(_shaped(value, theirs)))
    return None


def _agrees(korean: Day, english: Day) -> bool:
    """Whether nothing that the Korean says is otherwise in the English, and the finest of it stands there."""
    finest = korean.day or korean.month or korean.year
    theirs = english.day if korean.day else english.month if korean.month else english.year
    given = (korean.month, korean.day, korean.year if korean.year_given else None)
    pairs = zip(given, (english.month, english.day, english.year), strict=True)
    return finest is not None and theirs == finest and all(a is None or b is None or a == b for a, b in pairs)


def _complete(day: Day, on: date | None) -> Day | None:
    """A day with its month, year and weekday, as far as the release's date gives them."""
    year, month = day.year or (on.year if on else None), day.month or (on.month if on and day.day else None)
    if day.day is None or month is None or year is None:
        return Day(day.year, month, day.day, part=day.part) if month or day.year else None
    try:
        weekday = date(year, month, day.day).weekday()
    except ValueError:
        return None
    return Day(year, month, day.day, weekday)


def _shaped(value: Day, like: Day) -> Day:
    """As much of a day as the English told of the other one."""
    told = [known is not None for known in (like.year, like.month, like.day, like.weekday)]
    parts = (value.year, value.month, value.day, value.weekday)
    year, month, day, weekday = (part if wanted else None for part, wanted in zip(parts, told, strict=True))
    return Day(year, month, day, weekday, value.part)


def _abbreviated(longest: int) -> Callable[[Day], str]:
    """Days with the names of months shortened that have more letters than ``longest``."""

    def write(day: Day) -> str:
        return _LONG_MONTH.sub(lambda name: _short(name[0]) if len(name[0]) > longest else name[0], english_day(day))

    return write


def _short(month: str) -> str:
    return "Sept." if month == "September" else f"{month[:3]}."


def _day_first(day: Day) -> str:
    month = MONTHS[day.month - 1] if day.month else ""
    return " ".join(str(part) for part in (day.day, month, day.year) if part) if day.day and month else ""


_LONG_MONTH = re.compile("|".join(MONTHS))
_AP, _ALL = 5, 4
"""AP leaves the names up to April as they are; others shorten all but May, June and July."""

_DAY_FORMS = (english_day, _abbreviated(_AP), _abbreviated(_ALL), _day_first)


def _words(
    comparison: Comparison, mine: Span, theirs: Span, target: str, on: date | None
) -> tuple[_Change | None, bool]:
    """What follows from a run of other words, and whether every known name in it was put right."""
    old, new = comparison.match[slice(*theirs)], comparison.segment[slice(*mine)]
    name = _name(old, new, target)
    if name is not None:
        return name, True
    was, now = (_terms(text, span, on) for text, span in ((comparison.match, theirs), (comparison.segment, mine)))
    if not was and not now:
        return None, not _is_name(old, target)
    if len(was) != 1 or len(now) != 1:
        return None, False
    change = _term(was[0], now[0], target, on)
    return change, change is not None


def _is_name(korean: str, target: str) -> bool:
    return has_usual_length(korean) and find_name(korean, target) is not None


def _name(old: str, new: str, target: str) -> _Change | None:
    """One Korean name for another, where the English has the old one once and its family name nowhere else."""
    place = find_name(old, target) if has_usual_length(old) and has_usual_length(new) else None
    spelled = propose(new)
    if place is None or spelled is None or place[2] is not Order.FAMILY_FIRST:
        return None
    start, end, _ = place
    family, rest = target[start:end].split()[0], target[:start] + " " + target[end:]
    return None if re.search(rf"\b{re.escape(family)}\b", rest) else _Change(start, end, spelled, sure=False)


def _terms(text: str, span: Span, on: date | None) -> list[FoundTerm]:
    """The proper names of the termbase in a span; other words take another form in every sentence."""
    found = Termbase.load().find(text, on)
    return [one for one in found if one.start < span[1] and span[0] < one.end and one.term.english[:1].isupper()]


def _term(was: FoundTerm, now: FoundTerm, target: str, on: date | None) -> _Change | None:
    """One term for another, where the English has the old one once."""
    if was.term.korean == now.term.korean:
        return None
    places = next(filter(None, (_places(form, target) for form in _forms(was))), [])
    return _Change(*places[0], now.term.english, now.term.sure(on)) if len(places) == 1 else None


def _forms(found: FoundTerm) -> Iterator[str]:
    yield found.term.english
    yield from found.term.accepted
