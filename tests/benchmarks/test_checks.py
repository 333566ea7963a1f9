"""What the checks find in the real release and in news, and how long they take."""

import csv
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gui.checks.registry import CHECKS, run_checks, run_on_segment
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Translation
from gui.readers import registry as readers
from gui.workspace.interchange import read_pairs
from gui.workspace.segmenting import project_from
from tests.benchmarks.conftest import Report
from tests.exporters.releases import Builder

SEGMENTS = 5_000
FULL_BOUND = 3.0
SEGMENT_BOUND = 0.030

FAULTS = {
    "S02": ("source-variants", "Dynamics"),
    "S03": ("source-spelling", "안센"),
    "S05": ("source-spelling", "콜롬비아 의대"),
    "S06": ("source-spelling", "메사추세츠 종합병원"),
    "S08": ("source-spelling", "캠브리지대"),
    "S09": ("source-variants", "맥킨지"),
    "S11": ("source-variants", "제노스코"),
    "S12": ("source-variants", "한미"),
    "S14": ("source-quotations", "'지구상에서 가장 혁신적인 1 스퀘어 마일'"),
    "S15": ("source-wording", "best innovative"),
    "S17": ("source-wording", " 로"),
    "S18": ("source-wording", "공유하고 및"),
    "S20": ("source-counts", "9건"),
    "S21": ("source-counts", "4건"),
    "S23": ("source-numbers", "2천만 달러"),
    "S24": ("today", "오늘(28일, 금, 현지시간)"),
    "S29": ("source-names", "뮌헨대"),
    "S30": ("source-names", "위스콘신대학교"),
    "S32": ("source-spelling", "Bain&Company"),
    "S33": ("source-wording", "社"),
}
"""Faults of the list that a check of the Korean has to find, and what it marks."""

READ_AWAY = {"S26": "markup is read and not shown", "S35": "the slogan is told from the text"}
"""Faults that the reader takes care of."""

IN_ENGLISH = {"S27": "accents", "S36": "the title of a law firm"}
"""Faults that only show in the English."""


def _findings(snapshot: Snapshot) -> Iterator[tuple[Issue, str]]:
    """What is told of the Korean while there is no English, with the words it marks."""
    segments = {segment.key: segment for segment in snapshot.segments()}
    for issue in run_checks(snapshot):
        if issue.check != "untranslated" and issue.segment and issue.source_span:
            yield issue, segments[issue.segment].source.text[slice(*issue.source_span)]


def test_faults_of_the_real_release(shared: Path, report: Report) -> None:
    path = next(shared.joinpath("releases").glob("2023-04-28*.md"))
    marked = [(issue.check, words) for issue, words in _findings(project_from(readers.read(path)).snapshot())]
    with shared.joinpath("cases", "example_release_faults.tsv").open(encoding="utf-8", newline="") as file:
        listed = {row["id"]: row["found"] for row in csv.DictReader(file, delimiter="\t")}
    for fault, words in listed.items():
        told = READ_AWAY.get(fault) or IN_ENGLISH.get(fault) or FAULTS.get(fault, ("no rule",))[0]
        found = fault in READ_AWAY or FAULTS.get(fault) in marked
        report(f"fault {fault} {'found' if found else 'not in the Korean'}", f"{told}: {words[:50]}")
    expected = {fault for fault in listed if fault in FAULTS}
    assert {fault for fault in expected if FAULTS[fault] not in marked} == set()
    others = [item for item in marked if item not in FAULTS.values()]
    report("findings in the real release beside the list", f"{len(others)}: {', '.join(words for _, words in others)}")
    assert len(others) <= 8


def test_false_alarms_in_news(shared: Path, report: Report) -> None:
    """Human translations: an error is a false alarm or a slip of the translator."""
    sides = [next(shared.joinpath("corpus").glob(f"*.{side}")).read_text(encoding="utf-8") for side in ("ko", "en")]
    lines = "\n".join(map("\t".join, zip(*(text.splitlines() for text in sides), strict=True)))
    snapshot = read_pairs("news.tsv", lines.encode()).snapshot
    enabled = {check.id for check in CHECKS} - {"numbers", "dates", "untranslated"}
    issues = run_checks(snapshot, enabled)
    count = len(list(snapshot.segments()))
    for severity in Severity:
        found = [issue for issue in issues if issue.severity is severity]
        by_check = {check: sum(issue.check == check for issue in found) for check in {issue.check for issue in found}}
        report(f"{severity.value}s in {count} pairs of news, numbers aside", f"{len(found)} {by_check}")
    assert sum(issue.severity is Severity.ERROR for issue in issues) <= count * 0.01


@pytest.fixture(scope="module")
def long_project() -> Snapshot:
    """Sentences of a release, each with figures and names of its own."""
    build = Builder().attendees([((f"홍길동{n}", f"Hong Gil-dong {n}"), ("원장", "President"), ()) for n in range(50)])
    for n in range(SEGMENTS):
        day = n % 28 + 1
        korean = (
            f"해양미래부는 5월 {day}일 ‘푸른 항구 대화 {n}’에서 Harbourwick과 {n + 12}억원 규모의 협약을 체결했습니다."
        )
        english = (
            f"The Ministry of Ocean Futures signed an agreement worth KRW {(n + 12) / 10} billion with Harbourwick "
            f"at the ‘Blue Harbor Dialogue {n}’ on May {day}."
        )
        build.add(BlockKind.PARAGRAPH, (korean, english))
    return build.snapshot()


def test_a_full_check(long_project: Snapshot, report: Report) -> None:
    """Cold, as after opening; nothing is remembered of these texts."""
    numbers = {"numbers"}
    seconds = {
        "numbers alone": _seconds(long_project, numbers),
        "all others": _seconds(long_project, {check.id for check in CHECKS} - numbers),
        "all, with what is remembered": _seconds(long_project, None),
    }
    for which, taken in seconds.items():
        report(f"full check of {SEGMENTS:,} segments, {which}", f"{taken:.2f} s (bound of all {FULL_BOUND:.0f} s)")
    assert seconds["all others"] < FULL_BOUND


def _seconds(snapshot: Snapshot, enabled: set[str] | None) -> float:
    """Seconds of this process, so that what else the machine does counts less."""
    start = time.process_time()
    run_checks(snapshot, enabled)
    return time.process_time() - start


def test_one_segment_after_a_key_press(long_project: Snapshot, report: Report) -> None:
    unit = long_project.units[SEGMENTS // 2]
    times = []
    for typed in range(20):
        segment: Segment = replace(unit.segments[0], translation=Translation(f"{unit.segments[0].target}{'x' * typed}"))
        units = (
            *long_project.units[: SEGMENTS // 2],
            replace(unit, segments=(segment,)),
            *long_project.units[SEGMENTS // 2 + 1 :],
        )
        snapshot = replace(long_project, units=tuple(units))
        start = time.perf_counter()
        run_on_segment(snapshot, segment.key)
        times.append(time.perf_counter() - start)
    middle = sorted(times)[len(times) // 2]
    report("check of the segment one types in", f"{middle * 1000:.1f} ms (bound {SEGMENT_BOUND * 1000:.0f} ms)")
    assert middle < SEGMENT_BOUND
