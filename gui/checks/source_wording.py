"""Slips of grammar and spacing in the Korean that change how it has to be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from gui import assets
from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.quotations import unpaired

_PARTICLE = r"(?:으로|로|라고|이라고|라는|이라는|은|는|을|를|에서|에|의|와|과)(?=[\s,.]|$)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of a slip, what to say, and how bad it is; the message has a gap for the ``text`` that was found."""

    pattern: re.Pattern[str]
    message: Message
    severity: Severity = Severity.INFO


_TWICE = note("“{text}” joins twice: one of the two is left over.")
_REPEATABLE = "하나|조금|서로|차근|두고|가지|하루|점점|매우|아주|무척"
_RULES = (
    _Rule(
        re.compile(r"(?:[하되이키했됐]고|[하되]며|으며|와|(?<![가-힣])및)\s{1,3}및(?![가-힣])"),
        _TWICE,
        Severity.WARNING,
    ),
    _Rule(
        re.compile(rf"(?<![가-힣])([가-힣]{{2,}}) (?!{_REPEATABLE})\1(?![가-힣])"),
        note("The word “{text}” stands twice."),
        Severity.WARNING,
    ),
    _Rule(
        re.compile(rf"(?:(?<=[”’」』》〉])|(?<=[A-Za-z0-9가-힣.!?]\")|(?<=[A-Za-z0-9가-힣]'))\s+{_PARTICLE}"),
        note("A space before the particle “{text}” that belongs to the word before it."),
    ),
    _Rule(
        re.compile(r"[할될](?:계획|예정|방침|전망|것으로|것이|수있|필요가)(?=$|[가-힣\s,.)])"),
        note("“{text}” lacks a space."),
    ),
    _Rule(
        re.compile(r"\b[Bb]est [a-z]{3,}(?:ive|ful|ous|less)\b"),
        note("“{text}” in the English of the release is no superlative: “most …” is meant."),
    ),
)
_SPLIT_VERB = re.compile(
    r"(?<=[가-힣]) (?:된다[면고는]|됐|되었|되어|됩니다|된(?= )|되는|되면|하였|했|합니다|하여|하는(?= ))"
)
_LAST_WORD = re.compile(r"[가-힣]+$")


_HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


@cache
def _hanja() -> dict[str, tuple[str, str]]:
    return {row["hanja"]: (row["korean"], row["english"]) for row in assets.rows("language", "hanja.tsv")}


class SourceWordingCheck:
    """Double connectives, stray and missing spaces, doubled words, unpaired quotation marks, and Hanja."""

    id = "source-wording"
    label = note("Grammar, spacing and Hanja in the Korean")
    severity = Severity.WARNING

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each slip."""
        text = segment.source.text
        for rule in _RULES:
            for match in rule.pattern.finditer(text):
                start = _word_start(text, match.start())
                message = replace(rule.message, values=(("text", text[start : match.end()].strip()),))
                yield self._issue(segment, rule.severity, message, (start, match.end()))
        for start, end in _split_verbs(text):
            message = note("“{text}” is one word in Korean: the space is left over.", text=text[start:end])
            yield self._issue(segment, Severity.INFO, message, (start, end))
        for match in _HANJA.finditer(text):
            yield self._issue(segment, Severity.INFO, _hanja_message(match[0]), match.span())
        span = unpaired(text)
        if span:
            mark = text[slice(*span)]
            yield self._issue(segment, Severity.INFO, note("{mark} has no partner in the Korean.", mark=mark), span)

    def _issue(self, segment: Segment, severity: Severity, message: Message, span: tuple[int, int]) -> Issue:
        return Issue(self.id, severity, segment.key, message, span)


@cache
def _verbal_nouns() -> frozenset[str]:
    return frozenset(assets.path("language", "verbal_nouns.txt").read_text(encoding="utf-8").split())


def _word_start(text: str, position: int) -> int:
    """Where the Hangul word begins that goes on at ``position``; the position itself where none does."""
    if not "가" <= text[position] <= "힣":
        return position
    match = _LAST_WORD.search(text[:position])
    return match.start() if match else position


def _split_verbs(text: str) -> Iterator[tuple[int, int]]:
    """Nouns that a space keeps from the 하다 or 되다 that makes them verbs: 결합 된다면."""
    for match in _SPLIT_VERB.finditer(text):
        start = _word_start(text, match.start() - 1)
        if not _verbal_nouns().isdisjoint((text[start : match.start()], text[match.start() - 2 : match.start()])):
            yield start, match.end()


def _hanja_message(written: str) -> Message:
    known = _hanja().get(written)
    if known is None:
        return note("{hanja} is Hanja: make sure of its meaning.", hanja=written)
    return note("{hanja} is Hanja for {korean}: {english}.", hanja=written, korean=known[0], english=known[1])
