from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.language.dates import korean_dates, korean_times, short_year

RELEASE = date(2023, 4, 28)


@pytest.mark.parametrize(
    ("text", "form", "value", "weekday"),
    [
        ("배포 : 2023년 4월 28일(금)", "2023년 4월 28일(금)", date(2023, 4, 28), 4),
        ("2020. 3. 15. 시행", "2020. 3. 15.", date(2020, 3, 15), None),
        ("'25. 5. 20.(화)", "'25. 5. 20.(화)", date(2025, 5, 20), 1),
        ("’25.5.20", "’25.5.20", date(2025, 5, 20), None),
        ("회의는 5.21.(일)에", "5.21.(일)", date(2023, 5, 21), 6),
        ("8.15(화)", "8.15(화)", date(2023, 8, 15), 1),
        ("4. 28.(금) 10:00", "4. 28.(금)", date(2023, 4, 28), 4),
        ("4월 28일 개최", "4월 28일", date(2023, 4, 28), None),
        ("4월 28일 금요일", "4월 28일 금요일", date(2023, 4, 28), 4),
        ("4월28일(금요일)", "4월28일(금요일)", date(2023, 4, 28), 4),
        ("28일(금)", "28일(금)", date(2023, 4, 28), 4),
        ("대통령은 오늘(28일, 금, 현지시간) 보스턴에서", "오늘(28일, 금, 현지시간)", date(2023, 4, 28), 4),
        ("오늘(28일, 현지시간)", "오늘(28일, 현지시간)", date(2023, 4, 28), None),
        ("２０２３년 ４월 ２８일", "２０２３년 ４월 ２８일", date(2023, 4, 28), None),
        ("2023-04-28", "2023-04-28", date(2023, 4, 28), None),
        ("12월 28일", "12월 28일", date(2022, 12, 28), None),
        ("지난해 8월 15일", "8월 15일", date(2022, 8, 15), None),
        ("지난 30일", "30일", date(2023, 3, 30), None),
        ("오는 2일", "2일", date(2023, 5, 2), None),
        ("2일(화)", "2일(화)", date(2023, 5, 2), 1),
        ("2월 30일", "2월 30일", None, None),
    ],
)
def test_every_written_form(text: str, form: str, value: date | None, weekday: int | None) -> None:
    (found,) = korean_dates(text, RELEASE)
    assert (text[found.start : found.end], found.value, found.weekday) == (form, value, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "3.5%",
        "10일 동안",
        "10일간",
        "3박 5일",
        "1.2. 개요",
        "제10일",
        "매월 1일",
        "1/4분기",
        "8.15 광복절",
        "1,928일 이상",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert korean_dates(text, RELEASE) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4월 28일부터 30일까지", [date(2023, 4, 28), date(2023, 4, 30)]),
        ("4월 28일~5월 3일", [date(2023, 4, 28), date(2023, 5, 3)]),
        ("2025년 12월 29일 ~ 1월 3일", [date(2025, 12, 29), date(2026, 1, 3)]),
        ("'25. 5. 20.(화)~22.(목)", [date(2025, 5, 20), date(2025, 5, 22)]),
    ],
)
def test_second_day_of_a_range_takes_what_it_lacks_from_the_first(text: str, values: list[date]) -> None:
    assert [found.value for found in korean_dates(text, RELEASE)] == values


def test_weekday_is_checked_with_the_calendar() -> None:
    right, wrong = korean_dates("2023년 4월 28일(금), 그리고 2023년 4월 29일(금)", RELEASE)
    assert right.weekday_agrees
    assert not wrong.weekday_agrees


def test_without_a_reference_only_whole_dates_have_a_value() -> None:
    assert [found.value for found in korean_dates("2020. 3. 15. 시행, 개정은 4월 28일")] == [date(2020, 3, 15), None]


def test_short_years_turn_over_thirty_years_after_the_release() -> None:
    assert [short_year(n, RELEASE) for n in (25, 53, 54, 99)] == [2025, 2053, 1954, 1999]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("오후 2시 30분", time(14, 30)),
        ("14시", time(14)),
        ("18시 24분", time(18, 24)),
        ("12:00", time(12)),
        ("낮 12시", time(12)),
        ("밤 12시", time(0)),
        ("오전 9시 반", time(9, 30)),
        ("정오", time(12)),
    ],
)
def test_times(text: str, value: time) -> None:
    (found,) = korean_times(text)
    assert (text[found.start : found.end], found.value) == (text, value)


def test_hours_of_duration_are_no_times() -> None:
    assert korean_times("3시간 동안, 17개 시도") == ()


_PIECES = [
    "2023",
    "년",
    "4월",
    "28일",
    "(금)",
    "'25",
    ".",
    " ",
    "5",
    "~",
    "오늘(",
    ")",
    "시",
    "오후",
    "1/",
    ":30",
    "月",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join) | st.text(max_size=60))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    for found in (korean_dates(text, RELEASE), korean_times(text)):
        edges = [edge for item in found for edge in (item.start, item.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
        assert all(text[item.start : item.end].strip() for item in found)
