import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.quotations import bare, quotations, unpaired


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'푸른 항구'에서 「한-미 대화」와 “둘”", ["푸른 항구", "한-미 대화", "둘"]),
        ("('23~'25년) it's Korea's", []),
        ('"the best port" 로 불림', ["the best port"]),
        ("‘Minister’s plan", ["Minister"]),
        ("“열림", []),
        ("'Korea's plan' is", ["Korea's plan"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [found.text for found in quotations(text)] == quoted


def test_marks_come_with_their_text() -> None:
    (found,) = quotations("가 「안」 나")
    assert (found.marked, found.start, found.end) == ("「안」", 3, 4)


@pytest.mark.parametrize("text", ['(가) [나] “다” "라"', "1) 가 나) 다", '“가 "나" 다"', '5" 관'])
def test_pairs(text: str) -> None:
    assert unpaired(text) is None


@pytest.mark.parametrize(("text", "place"), [("(가", 0), ("국)", 1), ("가 “나", 2), ("(가]", 0)])
def test_marks_alone(text: str, place: int) -> None:
    assert unpaired(text) == (place, place + 1)


@given(st.text("가a'\"‘’“”「」()[ 1\n"))
def test_any_text(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in quotations(text))
    unpaired(text)


def test_what_writers_vary_is_left_out() -> None:
    assert bare("한-미 A·B") == bare("한미ab")
