import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.checks.registry import run_checks
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Translation, Unit

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "number_cases.tsv"
RELEASE = date(2023, 4, 28)


def issues(source: str, target: str, *checks: str) -> list[Issue]:
    block = Block(BlockKind.PARAGRAPH, RichText(source))
    segment = Segment("s1", RichText(source), Translation(target))
    release = Release("text", "sample.txt", (block,), distributed=RELEASE)
    return list(run_checks(Snapshot(release, (Unit("u1", block, (segment,)),)), checks or ("numbers",)))


def serious(source: str, target: str) -> list[str]:
    return [issue.severity.value for issue in issues(source, target) if issue.severity != "info"]


def wrongly_judged(path: Path, korean: str, accepted: str, rejected: str) -> list[tuple[str, str]]:
    """Pairs of a table of English forms that are flagged and should not be, or the reverse."""
    wrong = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            wrong += [(row[korean], form) for form in row[accepted].split(" | ") if serious(row[korean], form)]
            forms = row[rejected].split(" | ") if row[rejected] else []
            wrong += [(row[korean], form) for form in forms if not serious(row[korean], form)]
    return wrong


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not beside the checkout")
def test_every_case_of_the_shared_file() -> None:
    assert wrongly_judged(CASES, "ko", "accept_en", "reject_en") == []


def test_every_case_of_our_own() -> None:
    assert wrongly_judged(Path(__file__).with_name("number_pairs.tsv"), "korean", "accepted", "rejected") == []


def test_wrong_figure_comes_with_the_right_english_in_the_style_of_the_text() -> None:
    target = "The fund is worth 120 billion won."
    (issue,) = issues("120억원 규모의 기금", target)
    assert (issue.severity.value, issue.suggestion) == ("error", "12 billion won")
    assert issue.target_span is not None
    assert target[slice(*issue.target_span)] == "120 billion won"


def test_a_count_keeps_its_noun() -> None:
    (issue,) = issues("122개사가 참여했다", "A total of 1,220 companies took part")
    assert issue.suggestion == "122 companies"


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("총 2,726억원 투자", "a total of KRW 272.6 billion", None),
        ("총 2,726억원 투자", "a total of USD 272.6 billion", "error"),
        ("성장률 3.5%", "growth of 3.5 percentage points", "error"),
        ("약 120억원", "KRW 12 billion", "warning"),
        ("120억원", "about KRW 12 billion", "warning"),
        ("120억원 이상", "less than KRW 12 billion", "error"),
        ("6,322억 달러", "about $632 billion", None),
        ("6,322억 달러", "$632 billion", "warning"),
        ("6,322억 달러", "about $640 billion", "error"),
        ("5,000명", "5,001 people", "error"),
        ("4월 28일", "April 29", "error"),
        ("4월 28일(금)", "Thursday, April 28", "error"),
        ("26세", "a 260-year-old man", "error"),
        ("수출이 늘었다", "Exports grew by $5 billion", "warning"),
        ("900mm의 비", "900 mm (36 inches) of rain", None),
        ("시속 120km", "75 mph", "warning"),
        ("19명 중 15명이 한국인이었다", "15 of the 19 were Koreans", None),
        ("2.16달러 오른 131.04달러", "up $2.16 to $131.04", None),
        ("한 관계자는 두 정상이 만났다고 말했다", "One official said that the leaders met", None),
    ],
)
def test_severities(source: str, target: str, severity: str | None) -> None:
    assert serious(source, target) == ([severity] if severity else [])


def test_no_english_is_the_business_of_another_check() -> None:
    assert issues("120억원", "") == []


def test_ambiguous_figure_is_asked_about() -> None:
    (issue,) = issues("2억 5천 원", "250 million won")
    assert issue.severity == "info"


def test_weekday_of_the_source_is_held_against_the_calendar() -> None:
    (issue,) = issues("2023년 4월 29일(금)", "April 29, 2023", "dates")
    assert issue.source_span == (0, 15)
    assert issues("2023년 4월 28일(금)", "April 28, 2023", "dates") == []
    assert len(issues("2023년 2월 30일", "", "dates")) == 1


_KOREAN = st.lists(
    st.sampled_from(
        ["약", "3", "만", "억", " ", "원", "명", "%", "~", "4월", "28일", "(금)", "'13", "중", "제", "절반"]
    ),
    max_size=15,
)
_ENGLISH = st.lists(
    st.sampled_from(
        ["about", "3", "$", "million", " ", "won", "%", "-", "April", "28", "Friday", "half", "one", "in", "0"]
    ),
    max_size=15,
)


@settings(max_examples=300)
@given(_KOREAN.map("".join) | st.text(max_size=50), _ENGLISH.map(" ".join) | st.text(max_size=50))
def test_the_check_never_raises(source: str, target: str) -> None:
    for issue in issues(source, target, "numbers", "dates", "residue", "untranslated"):
        for span, text in ((issue.source_span, source), (issue.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert str(issue.message)
