from datetime import date, time
from decimal import Decimal

import pytest

from gui.language.amounts import Hedge
from gui.language.render import cardinal, count_noun, english_date, english_time, hedged, money, ordinal, scaled


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
    assert count_noun(Decimal(1), "company") == "one company"
    assert count_noun(Decimal(122), "company") == "122 companies"
    assert count_noun(Decimal(38), "person") == "38 people"
    assert [ordinal(n) for n in (2, 11, 21, 78)] == ["second", "11th", "21st", "78th"]


def test_a_bound_is_said_before_about() -> None:
    assert hedged("$15 million", frozenset({Hedge.ABOUT, Hedge.AT_LEAST})) == "at least $15 million"
    assert hedged("$15 million", frozenset({Hedge.ABOUT})) == "about $15 million"
