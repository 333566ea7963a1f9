from datetime import date, time
from decimal import Decimal

import pytest

from gui.language.amounts import Hedge
from gui.language.korean_numbers import korean_quantities
from gui.language.render import (
    cardinal,
    english_date,
    english_quantity,
    english_time,
    hedged,
    money,
    ordinal,
    scaled,
)


def test_dates() -> None:
    assert english_date(date(2023, 4, 28)) == "April 28, 2023"
    assert english_date(date(2023, 4, 28), weekday=True) == "Friday, April 28, 2023"
    assert english_date(date(2023, 4, 28), weekday=True, year=False) == "Friday, April 28"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (time(14), "2 p.m."),
        (time(14, 30), "2:30 p.m."),
        (time(0), "midnight"),
        (time(12), "noon"),
        (time(0, 5), "12:05 a.m."),
    ],
)
def test_times(value: time, text: str) -> None:
    assert english_time(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("272600000000", "272.6 billion"),
        ("1005000000000", "1.005 trillion"),
        ("1000000000000000", "1,000 trillion"),
        ("10000000000000000", "10 quadrillion"),
        ("1234567", "1,234,567"),
        ("12345000", "12.345 million"),
        ("350000", "350,000"),
        ("0.25", "0.25"),
    ],
)
def test_scales_are_exact(value: str, text: str) -> None:
    assert scaled(Decimal(value)) == text


def test_money() -> None:
    assert money(Decimal(20_000_000), "USD") == "$20 million"
    assert money(Decimal("272600000000"), "KRW") == "KRW 272.6 billion"
    assert money(Decimal("272600000000"), "KRW", won="word") == "272.6 billion won"
    assert money(Decimal(3 * 10**11), "KRW", high=Decimal(4 * 10**11)) == "KRW 300 billion to KRW 400 billion"
    assert money(Decimal(-5), "EUR") == "-€5"


def test_counts() -> None:
    assert [cardinal(Decimal(n)) for n in (4, 10, 1_000_000)] == ["four", "10", "1 million"]
    assert [ordinal(n) for n in (2, 11, 21, 78)] == ["second", "11th", "21st", "78th"]


def test_a_bound_is_said_before_about() -> None:
    assert hedged("$15 million", frozenset({Hedge.ABOUT, Hedge.AT_LEAST})) == "at least $15 million"
    assert hedged("$15 million", frozenset({Hedge.ABOUT})) == "about $15 million"


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("총 2,726억원", "KRW 272.6 billion"),
        ("최대 2천만 달러", "up to $20 million"),
        ("약 1,500만 달러 이상", "at least $15 million"),
        ("300~400억 유로", "€30 billion to €40 billion"),
        ("총 4건", "four"),
        ("122개사", "122 companies"),
        ("서른여덟 명", "38 people"),
        ("서너 명", "three or four people"),
        ("3.5%", "3.5%"),
        ("0.25%p", "0.25 percentage point"),
        ("1.5%p", "1.5 percentage points"),
        ("2배", "double"),
        ("3분의 2", "two-thirds"),
        ("7대 3", "7 to 3"),
        ("제3조", "Article 3"),
        ("제78회", "78th"),
        ("1분기", "first quarter"),
        ("만 19세", "aged 19"),
        ("20대 청년", "20s"),
        ("사흘", "three days"),
        ("1시간 30분", "90 minutes"),
        ("1.4GW", "1.4 gigawatts"),
        ("4월 28일(금)", "Friday, April 28"),
        ("2023년 4월 28일", "April 28, 2023"),
        ("4월 말", "late April"),
        ("6월 중순", "mid-June"),
        ("오후 2시 30분", "2:30 p.m."),
        ("수십 명", ""),
        ("2억 5천 원", ""),
    ],
)
def test_what_was_read_is_written(korean: str, english: str) -> None:
    (quantity,) = korean_quantities(korean, date(2023, 4, 28))
    assert english_quantity(quantity) == english
