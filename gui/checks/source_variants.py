"""One thing spelled in two ways in the Korean, across body and table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.term_wording import terms_in
from gui.language.variants import Pair, Word, hangul_words, joined_words, latin_variants, latin_words, sound_variants

_BODIES = frozenset({"organisation", "public-institution", "international"})
_NAME = re.compile(r"[A-Z][A-Za-z&.]{3,}(?: [A-Za-z&.]+)*")


class SourceVariantsCheck:
    """매킨지 and 맥킨지, Dymaics and Dynamics, 한-미 and 한미: a reader takes them for two things."""

    id = "source-variants"
    label = note("One thing spelled in two ways in the Korean")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each spelling after the first."""
        words = note("{now} and {before} in one release: one thing, two spellings?")
        for pair in sound_variants(_words(snapshot, hangul_words)):
            yield self._issue(pair, self.severity, words)
        for pair in latin_variants(_latin_words(snapshot)):
            yield self._issue(pair, self.severity, words)
        for pair in _with_and_without_hyphen(snapshot):
            yield self._issue(pair, Severity.INFO, note("{now} and {before} in one release: with or without a hyphen?"))
        for pair in _in_two_scripts(snapshot):
            yield self._issue(pair, Severity.INFO, note("{now} and {before} in one release: one name in two scripts."))

    def _issue(self, pair: Pair, severity: Severity, words: Message) -> Issue:
        before, now = pair
        message = replace(words, values=(("now", now.text), ("before", before.text)))
        return Issue(self.id, severity, str(now.place), message, now.span)


def _words(snapshot: Snapshot, find: Callable[[str, str], Iterator[Word]]) -> Iterator[Word]:
    for segment in snapshot.segments():
        yield from find(segment.source.text, segment.key)


def _latin_words(snapshot: Snapshot) -> Iterator[Word]:
    for unit in snapshot.units:
        for segment in unit.segments:
            yield from latin_words(segment.source.text, segment.key, _row(unit, segment))


def _row(unit: Unit, segment: Segment) -> tuple[str, ...]:
    """What a row of a table says is mostly about one person and one company."""
    return (f"{unit.key} {segment.cell.row}",) if segment.cell else ()


def _with_and_without_hyphen(snapshot: Snapshot) -> Iterator[Pair]:
    """Where both a word with a hyphen and the same word without one begin a word of the text."""
    joined: dict[str, Word] = {}
    for word in _words(snapshot, joined_words):
        joined.setdefault(re.sub(r"[-‐–]", "", word.text), word)
    if not joined:
        return
    pattern = re.compile("(?<![가-힣])(?:" + "|".join(map(re.escape, joined)) + ")")
    for segment in snapshot.segments():
        for match in pattern.finditer(segment.source.text):
            first = joined.pop(match[0], None)
            if first is not None:
                yield first, Word(match[0], segment.key, match.start())


def _in_two_scripts(snapshot: Snapshot) -> Iterator[Pair]:
    """A known organisation in Hangul and by its English name in one row of a table, where it is one person's."""
    rows: dict[str, list[Segment]] = {}
    for unit in snapshot.units:
        for segment in unit.segments:
            for row in _row(unit, segment):
                rows.setdefault(row, []).append(segment)
    for segments in rows.values():
        yield from _pairs_of_scripts(segments, snapshot.release.distributed)


def _pairs_of_scripts(segments: list[Segment], on: date | None) -> Iterator[Pair]:
    latin = {name.text: name for segment in segments for name in _latin_names(segment)}
    for segment in segments if latin else ():
        for found in terms_in(segment.source.text, on):
            word = latin.get(found.term.english) if found.term.domain in _BODIES else None
            if word is not None and word.place != segment.key:
                yield word, Word(segment.source.text[found.start : found.end], segment.key, found.start)


def _latin_names(segment: Segment) -> Iterator[Word]:
    """Every run of Latin words that a capital begins: what follows a name may be a title."""
    for match in _NAME.finditer(segment.source.text):
        words = match[0].split()
        for count in range(len(words), 0, -1):
            yield Word(" ".join(words[:count]), segment.key, match.start())
