"""The second opinion on short nouns; most of it needs the optional extra ``morphology``."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from gui.language import morphology
from gui.language.termbase import Term, Termbase


def test_without_the_extra_nothing_is_vetoed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(morphology, "available", lambda: False)
    assert not morphology.vetoes("경기도 수원시", 0, 2)


def test_long_terms_and_whole_words_are_never_asked_about() -> None:
    assert not morphology.vetoes("반도체의", 0, 3)
    assert not morphology.vetoes("경기 침체", 0, 2)
    assert "kiwipiepy" not in sys.modules or morphology.available()


installed = pytest.mark.skipif(not morphology.available(), reason="the extra morphology (kiwipiepy) is not installed")


def apart(text: str, start: int, end: int) -> bool:
    """The answer that a worker thread gets."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(morphology.vetoes, text, start, end).result()


@installed
@pytest.mark.parametrize(
    ("text", "end", "veto"),
    [
        ("경기도 화성시에서 열렸다.", 2, True),
        ("경기도 나아지고 있다.", 2, False),
        ("주가가 크게 올랐다.", 1, True),
        ("장기가 이식되었다.", 1, True),
        ("법의 취지를 살렸다.", 1, False),
        ("정부가 발표했다.", 2, False),
    ],
)
def test_the_sentence_decides(text: str, end: int, veto: bool) -> None:
    assert apart(text, 0, end) is veto


@installed
def test_the_window_never_waits_for_it_but_uses_what_is_known() -> None:
    text = "장기가 기증되었다."
    assert not morphology.vetoes(text, 0, 1)
    assert apart(text, 0, 1)
    assert morphology.vetoes(text, 0, 1)
    assert Termbase([Term("장", "market", "")]).find(text) == ()
