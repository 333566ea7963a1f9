"""Two wordings, word by word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.language.word_diff import Kind, word_diff

MARKS = {Kind.SAME: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "[+{}+]"}


def shown(old: str, new: str) -> str:
    return "".join(MARKS[piece.kind].format(piece.text) for piece in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("same text", "same text", "same text"),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("the red port", "the blue port", "the [-red-][+blue+] port"),
        ("KRW 1,200 billion", "KRW 1,300 billion", "KRW [-1,200-][+1,300+] billion"),
        ("Korea's port", "Korea’s port", "[-Korea's-][+Korea’s+] port"),
        ("one two three", "one four five three", "one [-two-][+four five+] three"),
        ("a b c d", "a x y d", "a [-b c-][+x y+] d"),
        ("ends here", "ends here.", "ends here[+.+]"),
        ("no break", "no\N{NO-BREAK SPACE}break", "no[- -][+\N{NO-BREAK SPACE}+]break"),
    ],
)
def test_differences(old: str, new: str, wanted: str) -> None:
    assert shown(old, new) == wanted


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_are_both_wordings(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.INSERTED) == old
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.DELETED) == new
    for piece in pieces:
        side, span = (new, piece.new) if piece.kind is Kind.INSERTED else (old, piece.old)
        assert side[slice(*span)] == piece.text


def test_long_texts_take_no_time() -> None:
    start = time.perf_counter()
    word_diff("word and " * 5_000, "other or " * 5_000)
    assert time.perf_counter() - start < 2
