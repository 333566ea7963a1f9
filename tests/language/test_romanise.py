import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.romanise import final_of, has_hangul, romanise, romanise_syllable

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


def test_the_measured_words(shared: Path) -> None:
    with (shared / "cases" / "rr_cases.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wrong = [row for row in rows if romanise(row["ko"], capital=row["rr"][0].isupper()) != row["rr"]]
    assert len(rows) == 30
    assert not wrong


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("독립문", "Dongnimmun"),  # ㄱ and ㅂ before ㄹ: both change
        ("왕십리", "Wangsimni"),
        ("속리산", "Songnisan"),
        ("압구정", "Apgujeong"),  # tensing is not written
        ("묵호", "Mukho"),  # ㅎ stays in nouns
        ("울릉", "Ulleung"),
        ("신문로", "Sinmunno"),  # 로 after a word of two syllables keeps ㄴ
        ("대관령", "Daegwallyeong"),
        ("학여울", "Hangnyeoul"),  # ㄴ between the parts of a compound: from the data file
        ("벚꽃", "Beotkkot"),
        ("한강", "Hangang"),
    ],
)
def test_places_as_they_sound(korean: str, latin: str) -> None:
    assert romanise(korean, capital=True) == latin


@pytest.mark.parametrize(
    ("korean", "latin"),
    [("잡혀", "japyeo"), ("닫히다", "dachida"), ("많이", "mani"), ("좋아", "joa"), ("해돋이", "haedoji")],
)
def test_verbs_and_compounds(korean: str, latin: str) -> None:
    assert romanise(korean) == latin


def test_text_around_hangul_stays() -> None:
    assert romanise("KTX 서울역 3번", capital=True) == "KTX Seoullyeok 3beon"


def test_syllables_by_themselves_heed_no_neighbour() -> None:
    assert [romanise_syllable(syllable) for syllable in "복남값"] == ["bok", "nam", "gap"]


def test_final_of_a_letter_that_is_no_syllable() -> None:
    with pytest.raises(ValueError, match="Hangul"):
        final_of("a")


@given(HANGUL)
def test_any_hangul_becomes_plain_letters(text: str) -> None:
    latin = romanise(text)
    assert not has_hangul(latin)
    assert latin == "" or (latin.isascii() and latin.isalpha())
