"""Splits English text into sentences, well enough to align it."""

import re

_END = re.compile(r"[.?!][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_WORD_BEFORE = re.compile(r"\S+$")
_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gen", "gov", "sen", "rep", "st", "no", "vs", "inc",
    "corp", "ltd", "co", "jr", "sr", "dept", "est", "fig", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "u.s", "u.k", "u.n", "e.g",
    "i.e",
})  # fmt: skip
_ENDS_ANYWAY = frozenset({"a.m", "p.m", "inc", "corp", "ltd", "co"})
"""Abbreviations that often end a sentence: they do before a capital letter, not before a figure."""


def english_sentences(text: str) -> list[str]:
    """The sentences of a text, which together leave out only white space."""
    found, start = list[str](), 0
    for end in _END.finditer(text):
        if not _abbreviated(text, end):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [*filter(None, (*found, text[start:].strip()))]


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    before = _WORD_BEFORE.search(text, 0, end.start())
    word = before[0].lower().lstrip("(\"'“‘") if before else ""
    if end[0][0] != "." or (word in _ENDS_ANYWAY and text[end.end()].isupper()):
        return False
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
