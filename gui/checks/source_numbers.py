"""Amounts of one release written in two styles."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot


class _Style(NamedTuple):
    """Two ways of writing one kind of amount."""

    first: re.Pattern[str]
    second: re.Pattern[str]
    message: Message


_CURRENCY = r"(?:원|달러|불|유로|엔|위안)"
_STYLES = (
    _Style(
        re.compile(rf"\d[\d,.]*[십백천]만\s?{_CURRENCY}"),
        re.compile(rf"(?:\d,)?\d?\d00만\s?{_CURRENCY}"),
        note("{now} beside {before}: thousands in words and in digits."),
    ),
    _Style(
        re.compile(r"\d[\d,.]*[십백천]?[만억조]원"),
        re.compile(r"\d[\d,.]*[십백천]?[만억조] 원"),
        note("{now} beside {before}: with and without a space before 원."),
    ),
)


class SourceNumbersCheck:
    """2천만 달러 beside 1,500만 달러, 억원 beside 억 원: one style is easier to read and to check."""

    id = "source-numbers"
    label = note("Amounts of the Korean in two styles")
    severity = Severity.INFO

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each style that is used in two ways, at the rarer of them."""
        for style in _STYLES:
            first, second = (_matches(snapshot, pattern) for pattern in (style.first, style.second))
            if first and second:
                rare, common = sorted((first, second), key=len)
                key, match = rare[0]
                message = replace(style.message, values=(("now", match[0]), ("before", common[0][1][0])))
                yield Issue(self.id, self.severity, key, message, match.span())


def _matches(snapshot: Snapshot, pattern: re.Pattern[str]) -> list[tuple[str, re.Match[str]]]:
    return [(segment.key, match) for segment in snapshot.segments() for match in pattern.finditer(segment.source.text)]
