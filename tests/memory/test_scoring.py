from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from gui.memory.packing import Deflater, dictionary_of, pack, unpack
from gui.memory.scoring import FIGURES_ONLY, length_window, percent


def test_the_value_of_a_match() -> None:
    assert percent("총 4건", "총  ４건") == 100
    assert percent("총 4건", "총 1,250건") == FIGURES_ONLY
    assert percent("가나다라", "가나다마") == 75
    assert percent("가나다라", "바사아자") == 0
    assert percent("협약을 체결하였다.", "협약을 체결하였다") == 94
    assert percent("G20 회의", "g20회의") >= FIGURES_ONLY


@given(st.text(max_size=20), st.text(max_size=20))
def test_values_lie_between_0_and_100_and_go_both_ways(first: str, second: str) -> None:
    assert 0 <= percent(first, second) == percent(second, first) <= 100
    assert percent(first, first) == 100


@given(st.text("가나다라", min_size=1, max_size=40), st.text("가나다라", min_size=1, max_size=40), st.integers(50, 99))
def test_no_match_lies_outside_the_lengths_that_are_read(first: str, second: str, threshold: int) -> None:
    low, high = length_window(len(first), threshold)
    assert fuzz.ratio(first, second) < threshold or low <= len(second) <= high


@given(st.text(), st.lists(st.text(), max_size=3))
def test_packed_texts_come_back(text: str, samples: list[str]) -> None:
    deflater = Deflater(dictionary_of(samples))
    assert unpack(pack(text)) == deflater.unpack(deflater.pack(text)) == text


def test_packing_makes_korean_and_english_small() -> None:
    korean, english = "정부는 청년 고용을 지원한다고 밝혔다.", "The government said it will support youth employment."
    assert len(pack(korean)) < 0.75 * len(korean.encode())
    assert len(Deflater(dictionary_of([english])).pack(english)) < 20
