"""The caret keeps its words through split, merge and their undo."""

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from gui.widgets.place_in_unit import PlaceInUnit

TEXTS = st.lists(st.text(alphabet="ab", max_size=4), min_size=2, max_size=4)


def lengths(texts: list[str]) -> list[int]:
    return [len(text) for text in texts]


@given(TEXTS, st.data())
@limits(max_examples=200)
def test_a_merge_keeps_the_caret_between_the_same_letters(texts: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(texts) - 2))
    number = data.draw(st.integers(0, len(texts) - 1))
    caret = data.draw(st.integers(0, len(texts[number])))
    merged = [*texts[:first], f"{texts[first]} {texts[first + 1]}", *texts[first + 2 :]]
    now, offset = PlaceInUnit("u", tuple(lengths(texts)), number, caret).among(lengths(merged))
    before = " ".join([*texts[:number], texts[number][:caret]])
    assert " ".join([*merged[:now], merged[now][:offset]]) == before


@given(TEXTS, st.data())
@limits(max_examples=200)
def test_a_split_at_the_caret_goes_to_the_second_half(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    caret = data.draw(st.integers(0, len(texts[number])))
    halves = [texts[number][:caret], texts[number][caret:]]
    split = [*texts[:number], *halves, *texts[number + 1 :]]
    assert PlaceInUnit("u", tuple(lengths(texts)), number, caret).among(lengths(split)) == (number + 1, 0)
