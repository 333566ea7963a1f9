"""A second opinion on short nouns from a morphological analyser, where the optional extra ``morphology`` is installed.

Kiwi reads the whole sentence, which particles and lists of words cannot: 경기 + 도 (the game, too) or 경기도 (the
province). It is asked only about terms of one or two syllables with something behind them, and can only say no. Loading
it takes seconds, so the thread of the window never does: it uses what other threads have found out.
"""

import threading
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_SHORT = 2
"""Syllables up to which a noun is often the beginning of another word."""

_REMEMBERED = 20_000
_NOUNS = ("NNG", "NNP", "MAG", "MM")
"""Common and proper nouns, adverbs, determiners: words that a short noun may be the beginning of."""

_lock = threading.Lock()
_spans: dict[str, frozenset[tuple[int, int]]] = {}


@cache
def available() -> bool:
    """Whether the analyser is installed."""
    return find_spec("kiwipiepy") is not None


def vetoes(text: str, start: int, end: int) -> bool:
    """Whether ``text`` has a longer word where a short noun seems to stand; ``False`` where nobody can tell.

    Args:
        text: a Korean sentence.
        start: where the noun begins.
        end: where it ends and a particle seems to follow.
    """
    if end - start > _SHORT or not "가" <= text[end : end + 1] <= "힣" or not available():
        return False
    words = _spans.get(text)
    if words is None:
        if threading.current_thread() is threading.main_thread():
            return False
        words = _analysed(text)
    return any(first <= start and end < last for first, last in words)


def _analysed(text: str) -> frozenset[tuple[int, int]]:
    with _lock:
        tokens = _kiwi().tokenize(text)
        if len(_spans) >= _REMEMBERED:
            _spans.clear()
        found = frozenset((token.start, token.start + token.len) for token in tokens if token.tag in _NOUNS)
        _spans[text] = found
    return found


@cache
def _kiwi() -> "Kiwi":
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)
