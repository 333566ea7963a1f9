import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.memory.english_sentences import english_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["It met on April 28.", "It drew 350 people."],
        ["The U.S. Embassy said Dr. Kim of No. 3 came at 2 p.m.", "He spoke."],
        ['"We will act."', "She left!", "(All of them.)", "Why?"],
        ["It rose 3.5 percent to $1.2 billion."],
        ["J. Kim of Daejo Co. signed."],
        [],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert english_sentences(" ".join(sentences)) == sentences


@given(st.text("aB. ?!\"'(1\n"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(english_sentences(text)).split()) == "".join(text.split())
