"""Numbers as Hangul sets them, and how they are counted."""

import pytest

from gui.readers.hangul.looks import Heading, Level, Looks
from gui.readers.hangul.numbers import Numbers, formatted


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (3, "DIGIT", "3"),
        (3, "CIRCLED_DIGIT", "③"),
        (14, "ROMAN_CAPITAL", "XIV"),
        (2, "LATIN_SMALL", "b"),
        (3, "HANGUL_SYLLABLE", "다"),
        (2, "CIRCLED_HANGUL_SYLLABLE", "㉯"),
        (12, "HANGUL_PHONETIC", "십이"),
        (2, "DECAGON_CIRCLE", "을"),
        (2, "SYMBOL", "**"),
        (99, "CIRCLED_HANGUL_SYLLABLE", "99"),
        (5, "UNHEARD_OF", "5"),
    ],
)
def test_formats(number: int, number_format: str, shown: str) -> None:
    assert formatted(number, number_format) == shown


def test_paths_and_levels_that_were_left_out() -> None:
    looks = Looks(numberings={"1": {1: Level(pattern="^1."), 2: Level(pattern="^n)"), 3: Level(pattern="^N")}})
    numbers = Numbers(looks)
    levels = (1, 0, 1, 1, 2, 0)
    assert [numbers.head(Heading("OUTLINE", "0", level)) for level in levels] == [
        "1.1)",
        "2.",
        "2.1)",
        "2.2)",
        "2.2.1.",
        "3.",
    ]


def test_a_numbering_that_is_nowhere_defined_shows_nothing() -> None:
    assert Numbers(Looks()).head(Heading("NUMBER", "9", 0)) == ""


def test_a_bullet_without_a_sign_is_a_dot() -> None:
    assert Numbers(Looks()).head(Heading("BULLET", "1", 0)) == "•"
