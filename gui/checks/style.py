"""English as the Associated Press and Korea.net write it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit
from gui.language.render import MONTHS

_MONTH = "(?:" + "|".join(MONTHS) + "|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\\.)"


class _Rule(NamedTuple):
    """A pattern, what replaces it (nothing where that needs thought), and what to say."""

    pattern: re.Pattern[str]
    replacement: str
    message: Message


_ANY = re.compile(
    r"\d(?:st|nd|rd|th)\b|\d (?:of )?[A-Z][a-z]{2}|\d ?[aApP]\.?[mM]\b|\bper cent|\d (?:pct|%)|[\dn] won\b|\bUSD? ?\$"
)
"""What any of the rules below needs: one look instead of many."""

_DATE = note("Dates are written April 28, without “th” and with the month first.")
_HOUR = note("Hours are written 2 p.m., full ones without minutes.")
_RULES = (
    _Rule(re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)\b"), r"\1 \2", _DATE),
    _Rule(re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})(?!\s\d{{1,2}}\b)"), r"\2 \1", _DATE),
    _Rule(re.compile(r"\b(\d{1,2}):00 ?(?:am\b|a\.m\.|AM\b|A\.M\.)"), r"\1 a.m.", _HOUR),
    _Rule(re.compile(r"\b(\d{1,2}):00 ?(?:pm\b|p\.m\.|PM\b|P\.M\.)"), r"\1 p.m.", _HOUR),
    _Rule(re.compile(r"(?<![:\d])(\d{1,2}(?::(?!00)\d\d)?) ?(?:AM\b|A\.M\.|am\b)"), r"\1 a.m.", _HOUR),
    _Rule(re.compile(r"(?<![:\d])(\d{1,2}(?::(?!00)\d\d)?) ?(?:PM\b|P\.M\.|pm\b)"), r"\1 p.m.", _HOUR),
    _Rule(re.compile(r"\bper cent\b"), "percent", note("Percent is one word.")),
    _Rule(re.compile(r"\b(\d[\d.,]*) (?:pct|%)"), r"\1%", note("The percent sign follows the figure without a space.")),
    _Rule(re.compile(r"\bKRW\s?[\d.,]+(?: [mbt]r?illion)? won\b"), "", note("KRW and won together say won twice.")),
    _Rule(re.compile(r"\b(?:US|USD) ?\$ ?(?=\d)"), "$", note("Dollars are written $20 million.")),
)  # fmt: skip


class StyleCheck:
    """Dates, hours, percent and money as one style writes them."""

    id = "style"
    label = note("Style of dates, hours and amounts")
    severity = Severity.INFO

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each place."""
        for rule in _RULES if _ANY.search(segment.target) else ():
            for match in rule.pattern.finditer(segment.target):
                suggestion = match.expand(rule.replacement) or None
                yield Issue(self.id, self.severity, segment.key, rule.message, None, match.span(), suggestion)
