import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.similarity import deletions, distance, one_slip, sound_key, sounds

LATIN = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("콜롬비아", "컬럼비아"),
        ("매킨지", "맥킨지"),
        ("캠브리지", "케임브리지"),
        ("얀센", "안센"),
        ("메사추세츠", "매사추세츠"),
    ],
)
def test_what_is_mixed_up_has_one_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


def test_other_words_have_other_keys() -> None:
    assert len({sound_key(word) for word in ("대웅", "대원", "태웅", "대운")}) == 4


@given(st.text(max_size=20))
def test_each_character_has_its_part(text: str) -> None:
    assert len(sounds(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Dymaics", "Dynamics", True),
        ("McNeil", "McNeill", True),
        ("Harbuorwick", "Harbourwick", True),
        ("Minister", "Ministry", False),
        ("Partner", "Partners", False),
        ("Boston", "Austin", False),
        ("same", "same", False),
    ],
)
def test_slips(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is slip


@given(LATIN, LATIN)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) <= max(len(one), len(other))
    assert (distance(one, other, 9) == 0) is (one == other)


@given(LATIN, LATIN)
def test_words_one_slip_apart_share_a_deletion(one: str, other: str) -> None:
    if distance(one, other, 1) <= 1:
        assert deletions(one, 1) & deletions(other, 1)
