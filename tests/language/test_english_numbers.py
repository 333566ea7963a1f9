from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.checks.number_figures import Agreement
from gui.checks.number_matching import compare
from gui.language.amounts import Hedge, Kind, Quantity
from gui.language.english_numbers import english_quantities
from gui.language.korean_numbers import korean_quantities
from gui.language.render import english_quantity

RELEASE = date(2023, 4, 28)


def only(text: str) -> Quantity:
    (quantity,) = english_quantities(text, RELEASE)
    return quantity


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("$20 million", Kind.MONEY, "20000000", None, "USD"),
        ("US$20m", Kind.MONEY, "20000000", None, "USD"),
        ("15 million (U.S.) dollars", Kind.MONEY, "15000000", None, "USD"),
        ("KRW 272.6 billion", Kind.MONEY, "272600000000", None, "KRW"),
        ("₩1,500", Kind.MONEY, "1500", None, "KRW"),
        ("300-400 billion won", Kind.MONEY, "300000000000", "400000000000", "KRW"),
        ("$2 million to $3 million", Kind.MONEY, "2000000", "3000000", "USD"),
        ("hundreds of millions of dollars", Kind.MONEY, "100000000", "999999999", "USD"),
        ("two hundred and fifty thousand people", Kind.COUNT, "250000", None, "person"),
        ("half a million people", Kind.COUNT, "500000", None, "person"),
        ("a dozen companies", Kind.COUNT, "12", None, "company"),
        ("one or two people", Kind.COUNT, "1", "2", "person"),
        ("2.3bn people", Kind.COUNT, "2300000000", None, "person"),
        ("3.5 per cent", Kind.PERCENT, "3.5", None, "percent"),
        ("25 bps", Kind.POINT, "25", None, "bp"),
        ("half a percentage point", Kind.POINT, "0.5", None, "point"),
        ("two- to threefold", Kind.MULTIPLE, "2", "3", "times"),
        ("two-thirds", Kind.RATIO, "2", "3", ""),
        ("one in three", Kind.RATIO, "1", "3", ""),
        ("seven to three", Kind.VERSUS, "7", "3", ""),
        ("aged 19", Kind.AGE, "19", None, "age"),
        ("15-year career", Kind.DURATION, "15", None, "year"),
        ("one hour and 30 minutes", Kind.DURATION, "90", None, "minute"),
        ("half a century", Kind.DURATION, "0.5", None, "century"),
        ("1,400 MW", Kind.MEASURE, "1400", None, "MW"),
        ("5 km", Kind.MEASURE, "5", None, "km"),
        ("a 5.2-magnitude earthquake", Kind.MAGNITUDE, "5.2", None, ""),
        ("the 21st century", Kind.ORDINAL, "21", None, ""),
        ("Article 3", Kind.LABEL, "3", None, "조"),
        ("the first quarter", Kind.QUARTER, "1", None, ""),
        ("2:30 p.m.", Kind.TIME, "870", None, ""),
        ("the 1990s", Kind.DECADE, "1990", None, ""),
        ("in their twenties", Kind.AGE_BAND, "20", None, "age"),
    ],
)
def test_value_unit_and_kind(text: str, kind: Kind, low: str, high: str | None, unit: str) -> None:
    found = only(text)
    expected = (kind, Decimal(low), Decimal(high) if high else None, unit)
    assert (found.kind, found.low, found.high, found.unit) == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about $5", Hedge.ABOUT),
        ("up to $5", Hedge.AT_MOST),
        ("$5 or more", Hedge.AT_LEAST),
        ("fewer than five people", Hedge.LESS_THAN),
        ("nearly a total of 50 people", Hedge.NEARLY),
        ("50-odd people", Hedge.ODD),
        ("50 workers or fewer", Hedge.AT_MOST),
    ],
)
def test_hedges(text: str, hedge: Hedge) -> None:
    assert only(text).hedges == {hedge}


@pytest.mark.parametrize(
    ("text", "fault"),
    [("$3,2661", "grouping"), ("2,726 hundred million won", "scale"), ("15 millions dollars", "scale")],
)
def test_forms_that_english_does_not_have(text: str, fault: str) -> None:
    assert only(text).fault == fault


def test_dates() -> None:
    days = [
        (found.day.year, found.day.month, found.day.day)
        for found in english_quantities("Friday, April 28, 2023; Apr. 29-30; 2013-18; in May; late April", RELEASE)
        if found.day
    ]
    assert days == [
        (2023, 4, 28),
        (None, 4, 29),
        (None, 4, 30),
        (2013, None, None),
        (2018, None, None),
        (None, 5, None),
        (None, 4, None),
    ]


@pytest.mark.parametrize("text", ["K-9 howitzers", "G20 and 3D", "see https://a.go.kr/12", "someone often done"])
def test_what_is_no_number(text: str) -> None:
    assert english_quantities(text, RELEASE) == ()


_UNITS = [
    "원",
    " 원",
    "억 원",
    "만 달러",
    "조 엔",
    "억 유로",
    "%",
    "%포인트",
    "명",
    "만 명",
    "개사",
    "가구",
    "km",
    "GW",
    "개월",
    "일",
    "배",
    "주년",
]
_VALUES = (
    st.integers(1, 9_999).map(str)
    | st.decimals(1, 9_999, places=2).map(str)
    | st.integers(1000, 9999).map("{:,}".format)
)


@settings(max_examples=300)
@given(
    st.sampled_from(["", "약 ", "최대 ", "최소 "]),
    _VALUES,
    st.sampled_from(_UNITS),
    st.sampled_from(["", " 이상", " 미만", " 내외"]),
)
def test_what_is_written_is_read_back(before: str, value: str, unit: str, after: str) -> None:
    if unit == "주년" and "." in value:
        value = value.split(".")[0]
    (korean,) = korean_quantities(before + value + unit + after, RELEASE)
    written = english_quantity(korean)
    (english,) = english_quantities(written, RELEASE)
    assert compare(korean, english) is Agreement.SAME, written
    assert bool(english.hedges) == bool(korean.hedges)


_PIECES = [
    "3",
    ",",
    "000",
    ".5",
    " ",
    "million",
    "hundred",
    "$",
    "won",
    "-",
    "to",
    "one",
    "half a",
    "third",
    "April",
    "2023",
    "%",
    "st",
    "'s",
    "of",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=20).map(" ".join) | st.text(max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in english_quantities(text, RELEASE):
        assert 0 <= found.start < found.end <= len(text)
