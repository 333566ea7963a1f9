import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.names import accepts, has_usual_length, propose, romanise_given, split_name, surnames


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("한복남", "Han Bok-nam"),  # syllable by syllable: no assimilation
        ("홍빛나", "Hong Bit-na"),
        ("김민수", "Kim Min-su"),
        ("이영", "Lee Yeong"),
        ("남궁솔", "Namkoong Sol"),
        ("황보하늘", "Hwangbo Ha-neul"),
        ("최 가람", "Choi Ga-ram"),
    ],
)
def test_proposals(korean: str, latin: str) -> None:
    assert propose(korean) == latin


@pytest.mark.parametrize("text", ["김", "데이비드브라운", "Kim", "", "서울특별시", "김 Min"])
def test_what_cannot_be_a_name_has_no_proposal(text: str) -> None:
    assert propose(text) is None


def test_surname_table_agrees_with_the_facts(shared: Path) -> None:
    with (shared / "cases" / "surnames.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            surname = surnames()[row["ko"]]
            assert surname.preferred == row["preferred"]
            assert set(filter(None, row["others"].split(", "))) <= set(surname.spellings)


@pytest.mark.parametrize(
    ("korean", "latin", "right"),
    [
        ("정하늘", "Jung Ha-neul", True),
        ("정하늘", "Chung Haneul", True),
        ("고가람", "Ga Ram Koh", True),  # given name first
        ("김하늘", "Lee Ha-neul", False),
        ("김하늘", "Kim", False),
    ],
)
def test_accepted_spellings_of_a_surname(korean: str, latin: str, right: bool) -> None:
    assert accepts(korean, latin) is right


@given(st.text(max_size=8))
def test_any_text_is_a_name_or_is_not(text: str) -> None:
    parts = split_name(text)
    assert parts is None or propose(text) == f"{parts[0].preferred} {romanise_given(parts[1])}"


@pytest.mark.parametrize(
    ("name", "usual"), [("홍길동", True), ("남궁민수", True), ("이용", False), ("장관", False), ("", False)]
)
def test_a_usual_name_has_two_syllables_after_the_family_name(name: str, usual: bool) -> None:
    assert has_usual_length(name) is usual
