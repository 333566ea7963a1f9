from concurrent.futures import ThreadPoolExecutor

import pytest

from gui.checks.spelling import SpellingCheck
from gui.language.proofreading import Proofreader, meant_name
from tests.checks.findings import found


def slips(english: str, korean: str = "회의를 열었다.") -> list[tuple[str, str | None]]:
    return [(word, suggestion) for _, _, word, suggestion in found(SpellingCheck(), (korean, english))]


@pytest.mark.parametrize(
    ("english", "word", "right"),
    [
        ("They will recieve a grant.", "recieve", "receive"),
        ("The goverment agreed.", "goverment", "government"),
        ("The Minstry of SMEs agreed.", "Minstry", "Ministry"),
        ("It became an university.", "an", "a"),
    ],
)
def test_mistakes_come_with_what_is_right(english: str, word: str, right: str) -> None:
    assert slips(english) == [(word, right)]


@pytest.mark.parametrize(
    "english",
    [
        "President Yoon Suk Yeol met Pyo Da-on of Hangyeol Port in Songdo.",
        "KAIST, an NGO and a NATO member signed MOUs on R&D worth KRW 120 billion.",
        "Tokuda and Tsvangirai visited Daewoong Pharmaceutical and bioMérieux.",
        "건의 \ud800 —",
        "",
    ],
)
def test_names_and_odd_text_are_left_alone(english: str) -> None:
    assert slips(english) == []


def test_words_of_the_korean_are_taken_as_given() -> None:
    assert slips("The genosco platform works.", "genosco 플랫폼") == []


def test_texts_read_together_keep_their_own_places() -> None:
    reader = Proofreader()
    first, second = "We recieve it.\nAll of it.", "They wont recieve it."
    together = reader.slips(first, [second]), reader.slips(second)
    assert together == (Proofreader().slips(first), Proofreader().slips(second))
    assert first[together[0][0].start : together[0][0].end] == "recieve"


def test_several_threads_may_ask() -> None:
    reader = Proofreader()
    texts = [f"We recieve {number} grants." for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert [len(found) for found in pool.map(reader.slips, texts)] == [1] * 40


def test_english_words_are_no_slips_of_names() -> None:
    assert [meant_name(word) for word in ("Developed", "Israeli", "Ministry", "Seoul")] == [None] * 4
