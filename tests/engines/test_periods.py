from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.release import BlockKind
from gui.engines.fixed_forms import fixed_form, table_cell
from gui.engines.periods import period

DAY = date(2025, 8, 13)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("'24년", "2024"),
        ("'98", "1998"),
        ("2024년", "2024"),
        ("'22년중", "2022"),
        ("2024년말", "End of 2024"),
        ("1분기", "Q1"),
        ("'24.1분기", "Q1 2024"),
        ("'25.1/4분기", "Q1 2025"),
        ("2024년 상반기", "First Half of 2024"),
        ("2월", "February"),
        ("'25.1월", "January 2025"),
        ("(1~7월)", "(January–July)"),
        ("1~7월 누계", "January–July cumulative"),
        ("7월p", "July (p)"),
        ("'25년p", "2025p"),
        ("'23~'25년", "2023–2025"),
        ("3년차", "Year 3"),
        ("2단계", "Phase 2"),
        ("1순위", "Priority 1"),
    ],
)
def test_periods(korean: str, english: str) -> None:
    found = period(korean, DAY)
    assert found
    assert found.text == english


@pytest.mark.parametrize("korean", ["24", "13월", "0월", "분기", "말", "10-20", "", "p", "100", "1990"])
def test_what_is_no_period(korean: str) -> None:
    assert period(korean, DAY) is None


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("증감률(%)", "Change (%)"),
        ("수출액(억달러)", "Exports (USD 100 million)"),
        ("농  협(1~7월)", None),
        ("국가/지역", "Country / Region"),
        ("'23년 실적", "Results (2023)"),
        ("전년동기대비", "Year on Year"),
        ("합 계", "Total"),
        ("(△3,236.4)", "(-3,236.4)"),
        ("‘23.1Q", "Q1 2023"),
        ("△3.2", "-3.2"),  # the triangle of a fall
        ("▲1,234", "-1,234"),
        ("국가별 동향", None),  # a title, no heading of a table
        ("정보통신기획평가원", "Institute of Information & Communications Technology Planning & Evaluation"),
        ("-", "-"),
        ("1,234.5", "1,234.5"),
        ("알 수 없는 머리글", None),
    ],
)
def test_headings_and_figures_of_statistics(korean: str, english: str | None) -> None:
    found = table_cell(korean, DAY)
    assert (found.text if found else None) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("국가별 동향(억 달러, %)", "Trends by Country (Unit: USD 100 million, %)"),
        ("수출 추이(단위 : 억 달러)", "Trends in Exports (Unit: USD 100 million)"),
        ("알 수 없는 제목(억 달러)", None),
    ],
)
def test_captions_of_statistics(korean: str, english: str | None) -> None:
    found = fixed_form(BlockKind.CAPTION, korean, DAY)
    assert (found.text if found else None) == english


@given(st.text(alphabet="0123456789'~-./년월분기상반말초p ()", max_size=12))
def test_a_period_never_fails(text: str) -> None:
    found = period(text, DAY)
    assert found is None or found.text
