"""One width and one shape for digits and marks, offset for offset."""

from functools import lru_cache

_SHAPES = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SHAPES |= {ord(mark): ord("'") for mark in "‘’‛′ʼ`´"}
_SHAPES |= {ord(mark): ord("~") for mark in "∼～〜˜"}
_SHAPES |= {ord(mark): ord("-") for mark in "‐‑‒–—―−－ー"}
_SHAPES |= {ord(mark): ord(" ") for mark in "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"}
_SHAPES |= {ord("％"): ord("%"), ord("﹪"): ord("%"), ord("・"): ord("·"), ord("ㆍ"): ord("·"), ord("•"): ord("·")}

_REMEMBERED = 16384
"""Texts that are kept: every check of a segment and every reader folds the same two."""


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """``text`` with full-width characters, quotes, tildes, dashes and spaces in their ASCII shape.

    Every character becomes exactly one, so offsets into the result are offsets into ``text`` (NFKC would move them).
    """
    return text.translate(_SHAPES) if not text.isascii() or "`" in text else text
