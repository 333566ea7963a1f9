from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.language.amounts import Hedge, Kind, Quantity, Role
from gui.language.korean_numbers import korean_quantities

RELEASE = date(2023, 4, 28)


def only(text: str) -> Quantity:
    (quantity,) = [found for found in korean_quantities(text, RELEASE) if not found.optional]
    return quantity


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("2조 3,500억 원", Kind.MONEY, "2350000000000", None, "KRW"),
        ("1조 50억 원", Kind.MONEY, "1005000000000", None, "KRW"),
        ("300백만원", Kind.MONEY, "300000000", None, "KRW"),
        ("5,500억불", Kind.MONEY, "550000000000", None, "USD"),
        ("1.5만 캐나다 달러", Kind.MONEY, "15000", None, "CAD"),
        ("천만 원", Kind.MONEY, "10000000", None, "KRW"),
        ("500~1,000만원", Kind.MONEY, "5000000", "10000000", "KRW"),
        ("수십억 원", Kind.MONEY, "1000000000", "9999999999", "KRW"),
        ("삼십오만 명", Kind.COUNT, "350000", None, "person"),
        ("서른여덟 명", Kind.COUNT, "38", None, "person"),
        ("서너 개", Kind.COUNT, "3", "4", "item"),
        ("2명에서 3명", Kind.COUNT, "2", "3", "person"),
        ("2, 3년", Kind.DURATION, "2", "3", "year"),
        ("스무 마리", Kind.COUNT, "20", None, "animal"),
        ("3대 전략", Kind.COUNT, "3", None, "major"),
        ("차량 20대", Kind.COUNT, "20", None, "vehicle"),
        ("20대 청년", Kind.AGE_BAND, "20", None, "age"),
        ("제20대 대통령", Kind.ORDINAL, "20", None, "대"),
        ("제2차 회의", Kind.ORDINAL, "2", None, "차"),
        ("78주년", Kind.ORDINAL, "78", None, "주년"),
        ("세 번째", Kind.ORDINAL, "3", None, "번째"),
        ("제3조", Kind.LABEL, "3", None, "조"),
        ("3.5%", Kind.PERCENT, "3.5", None, "percent"),
        ("△3.5%", Kind.PERCENT, "-3.5", None, "percent"),
        ("0.25%p", Kind.POINT, "0.25", None, "point"),
        ("50bp", Kind.POINT, "50", None, "bp"),
        ("1.5배", Kind.MULTIPLE, "1.5", None, "times"),
        ("3분의 2", Kind.RATIO, "2", "3", ""),
        ("3명 중 1명", Kind.RATIO, "1", "3", ""),
        ("7대 3", Kind.VERSUS, "7", "3", ""),
        ("만 19세", Kind.AGE, "19", None, "age"),
        ("사흘", Kind.DURATION, "3", None, "day"),
        ("1시간 30분", Kind.DURATION, "90", None, "minute"),
        ("1년 반", Kind.DURATION, "1.5", None, "year"),
        ("반세기", Kind.DURATION, "50", None, "year"),
        ("1.4GW", Kind.MEASURE, "1.4", None, "GW"),
        ("영하 10도", Kind.MEASURE, "-10", None, "degree"),
        ("규모 5.2 지진", Kind.MAGNITUDE, "5.2", None, ""),
        ("1/4분기", Kind.QUARTER, "1", None, ""),
        ("하반기", Kind.HALF_YEAR, "2", None, ""),
        ("1990년대", Kind.DECADE, "1990", None, ""),
        ("오후 2시 30분", Kind.TIME, "870", None, ""),
    ],
)
def test_value_unit_and_kind(text: str, kind: Kind, low: str, high: str | None, unit: str) -> None:
    found = only(text)
    expected = (kind, Decimal(low), Decimal(high) if high else None, unit)
    assert (found.kind, found.low, found.high, found.unit) == expected


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("약 120억원", {Hedge.ABOUT}),
        ("30여만 명", {Hedge.ODD}),
        ("50여 명", {Hedge.ODD}),
        ("200명 내외", {Hedge.ABOUT}),
        ("2조 원 이상", {Hedge.AT_LEAST}),
        ("약 1,500만 달러 이상", {Hedge.ABOUT, Hedge.AT_LEAST}),
        ("500억 원 이하", {Hedge.AT_MOST}),
        ("최대 2천만 달러", {Hedge.AT_MOST}),
        ("18세 미만", {Hedge.LESS_THAN}),
        ("100조 원에 육박", {Hedge.NEARLY}),
        ("10억 원을 넘는", {Hedge.MORE_THAN}),
        ("300억 달러에 달하는", set()),
        ("3천억원 규모", set()),
    ],
)
def test_hedges(text: str, hedges: set[Hedge]) -> None:
    assert only(text).hedges == hedges


@pytest.mark.parametrize(
    "text",
    [
        "백신 접종",
        "조 바이든 대통령",
        "이천시와 천안시",
        "5G와 G20",
        "K-9 자주포",
        "열대성 폭풍",
        "02-1234-5678",
        "세계 시장",
        "오차 범위",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert korean_quantities(text, RELEASE) == ()


@pytest.mark.parametrize("text", ["3·1운동", "6·25전쟁", "5·18민주화운동", "9/11 테러"])
def test_figures_of_fixed_names_are_days_that_may_be_left_out(text: str) -> None:
    (found,) = korean_quantities(text)
    assert found.kind is Kind.DATE
    assert found.optional


def test_years() -> None:
    years = [found.day.year for found in korean_quantities("('13~'18), '23~'25년, '19~", RELEASE) if found.day]
    assert years == [2013, 2018, 2023, 2025, 2019]


def test_a_date_is_resolved_from_the_release() -> None:
    day = only("오늘(28일, 금, 현지시간)").day
    assert day is not None
    assert (day.year, day.month, day.day, day.weekday, day.zone) == (2023, 4, 28, 4, "local")


def test_part_of_a_month() -> None:
    day = only("4월 말").day
    assert day is not None
    assert (day.month, day.part) == (4, "late")


def test_elided_ten_thousand_is_left_to_be_asked() -> None:
    found = only("2억 5천 원")
    assert (found.low, found.other) == (Decimal(200_005_000), Decimal(250_000_000))


def test_level_and_change() -> None:
    assert only("40%로 감축").role is Role.LEVEL
    assert only("40% 감축").role is Role.CHANGE
    assert only("0.4% 감소").direction == -1


_PIECES = [
    "3",
    "백",
    "만",
    "억",
    "조",
    ",",
    ".",
    " ",
    "원",
    "명",
    "~",
    "약",
    "여",
    "이상",
    "'2",
    "대",
    "분의",
    "中",
    "열",
    "두",
    "제",
    "%",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join) | st.text(max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in korean_quantities(text, RELEASE):
        assert 0 <= found.start < found.end <= len(text)
