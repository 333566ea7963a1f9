"""How sure the number check is on news: false alarms where the figures agree, changed figures found.

How the pairs were picked: from the 1,000 pairs of news beside the checkout, those with a figure in digits on both
sides. Every pair with an error was read by hand, and so were all with a warning alone; those in ``DIFFERENT`` say
something else in the two languages (another figure, a figure or a clause left out, sentences shifted by a line). What
is left counts as agreeing. Figures are changed in the agreeing pairs of which nothing is reported, each figure in
digits once in each way; a change is found if anything above information is reported.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from gui.checks.registry import run_checks
from gui.document.issue import Severity
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Translation, Unit
from tests.benchmarks.conftest import Report

DIFFERENT = frozenset({104, 105, 111, 143, 268, 373, 448, 518, 542, 571, 611, 616, 717, 721, 787, 833, 836, 932})
"""Lines whose figures differ by hand inspection."""

FALSE_ALARMS = 0.02
FOUND = 0.98

_DIGITS = re.compile(r"\d")
_FIGURE = re.compile(r"(?<![\d.,:/=A-Za-z-])\d[\d,]*(?:\.\d+)?(?![\d:/]|[-'’]?[A-Za-z])")
_SCALE = re.compile(r"\b(million|billion)\b")

Pair = tuple[int, str, str]


def _pairs(shared: Path) -> Iterator[Pair]:
    sides = [next(shared.joinpath("corpus").glob(f"*.{side}")).read_text(encoding="utf-8") for side in ("ko", "en")]
    for line, (korean, english) in enumerate(zip(*(text.splitlines() for text in sides), strict=True), 1):
        if line not in DIFFERENT and _DIGITS.search(korean) and _DIGITS.search(english):
            yield line, korean, english


def _severities(korean: str, english: str) -> list[Severity]:
    block = Block(BlockKind.PARAGRAPH, RichText(korean))
    segment = Segment("s", RichText(korean), Translation(english))
    snapshot = Snapshot(Release("text", "news.txt", (block,)), (Unit("u", block, (segment,)),))
    found = [issue.severity for issue in run_checks(snapshot, {"numbers"})]
    return [severity for severity in found if severity is not Severity.INFO]


def _times(zeros: int) -> Callable[[str], str]:
    def changed(figure: str) -> str:
        whole, dot, part = figure.replace(",", "").partition(".")
        digits = part.ljust(zeros, "0")
        return f"{int(whole + digits[:zeros]):,}" + (f".{digits[zeros:]}" if dot and digits[zeros:] else "")

    return changed


def _other_digit(figure: str) -> str:
    return str(int(figure[0]) % 9 + 1) + figure[1:]


CHANGES: dict[str, Callable[[str], str]] = {"×10": _times(1), "×100": _times(2), "one digit": _other_digit}


def _changed(english: str) -> Iterator[tuple[str, str]]:
    """Each way of changing one figure, with the text that comes out."""
    for match in _FIGURE.finditer(english):
        for name, change in CHANGES.items():
            if int(re.sub(r"\D", "", match[0])):
                yield name, english[: match.start()] + change(match[0]) + english[match.end() :]
    for match in _SCALE.finditer(english):
        other = "billion" if match[0] == "million" else "million"
        yield "million/billion", english[: match.start()] + other + english[match.end() :]


def test_false_alarms(shared: Path, report: Report) -> None:
    pairs = list(_pairs(shared))
    flagged = [line for line, korean, english in pairs if Severity.ERROR in _severities(korean, english)]
    rate = len(flagged) / len(pairs)
    figures = f"{len(flagged)} of {len(pairs)} pairs, {rate:.1%} (bound {FALSE_ALARMS:.0%}), lines {flagged}"
    report("number errors where the figures agree", figures)
    assert rate <= FALSE_ALARMS


def test_changed_figures(shared: Path, report: Report) -> None:
    tried: dict[str, list[bool]] = {}
    for _, korean, english in _pairs(shared):
        if _severities(korean, english):
            continue
        for name, text in _changed(english):
            tried.setdefault(name, []).append(bool(_severities(korean, text)))
    for name, found in tried.items():
        report(f"changed figures found, {name}", f"{sum(found)} of {len(found)}, {sum(found) / len(found):.1%}")
    every = [found for results in tried.values() for found in results]
    report("changed figures found", f"{sum(every) / len(every):.1%} of {len(every)} (bound {FOUND:.0%})")
    assert sum(every) / len(every) >= FOUND
