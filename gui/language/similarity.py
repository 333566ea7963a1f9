"""How alike two words are: the slips of loanword spelling, of typists and of text recognition.

Hangul words are compared by a *sound key* in which everything falls together that writers of loanwords and readers of
scans mix up (ㅐ/ㅔ, ㅓ/ㅗ, ㅏ/ㅑ, ㅡ/ㅜ, tense consonants, ``맥킨지``/``매킨지``, ``캠브리지``/``케임브리지``), so that
variants are found with one look into a dictionary. Latin words are compared by their distance in letters.
"""

import re
from functools import cache, lru_cache

from gui.language.romanise import is_hangul

_FIRST = 0xAC00
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_ALIKE_INITIALS = str.maketrans("ㄲㄸㅃㅆㅉ", "ㅋㅌㅍㅅㅈ")
_ALIKE_VOWELS = str.maketrans("ㅐㅒㅖㅓㅕㅛㅑㅡㅠㅚㅙㅢㅟ", "ㅔㅔㅔㅗㅗㅗㅏㅜㅜㅞㅞㅣㅣ")
_ALIKE_FINALS = str.maketrans("ㄲㅋㄳㄷㅌㅈㅊㅆㅍㅄ", "ㄱㄱㄱㅅㅅㅅㅅㅅㅂㅂ")
_DOUBLED = {"ㄱ": "ㄱㅋ", "ㅂ": "ㅂㅍ", "ㅅ": "ㅅㅌㄷ"}
"""Finals that say nothing before these initials: 맥킨지 sounds like 매킨지."""

Sound = tuple[str, str, str]

_REMEMBERED = 32768
"""Syllables between two others whose sound is kept: the same come again and again."""


@cache
def _sound(character: str) -> Sound:
    index = ord(character) - _FIRST
    return (
        _INITIALS[index // 588].translate(_ALIKE_INITIALS),
        _VOWELS[index % 588 // 28].translate(_ALIKE_VOWELS),
        _FINALS[index % 28].translate(_ALIKE_FINALS),
    )


def sounds(text: str) -> list[str]:
    """For each character of ``text`` its part of the sound key; a sound key is what :func:`sound_key` joins.

    White space has an empty part; characters other than Hangul stand for themselves.
    """
    return list(map(_part, f" {text}", text, f"{text[1:]} "))


@lru_cache(maxsize=_REMEMBERED)
def _part(before: str, character: str, after: str) -> str:
    """The part of one character between two others; nothing but a space stands beside the first and the last."""
    if not is_hangul(character):
        return "" if character.isspace() else character
    initial, vowel, final = _sound(character)
    if final in _DOUBLED and is_hangul(after) and _sound(after)[0] in _DOUBLED[final]:
        final = ""
    if _glides(before, character):
        return final  # 케임 is 켐: the 이 only lengthens the vowel before it
    return initial + vowel + final


def _glides(before: str, character: str) -> bool:
    """Whether the syllable is the 이 of an open ㅔ before it."""
    return is_hangul(before) and _sound(character)[:2] == ("ㅇ", "ㅣ") and _sound(before)[1:] == ("ㅔ", "")


def sound_key(text: str) -> str:
    """The key that a Hangul word shares with its likely misspellings; white space does not count."""
    return "".join(sounds(text))


_ENDING = re.compile(r"(?:e?s|ed|er|ing|ly|al|ian|ic|n|an|ry|y|or|ion|re)?")


def one_slip(first: str, second: str) -> bool:
    """Whether two different Latin words are one slip apart, or two in long ones.

    A slip is a letter put in, left out or changed, or two neighbours changed over. Words shorter than five letters are
    too often alike by chance, and so are those that differ in their first letter or only by an ending.
    """
    first, second = first.casefold(), second.casefold()
    shorter, longer = sorted((first, second), key=len)
    if first == second or len(shorter) < 5 or first[0] != second[0] or _differ_by_ending(first, second):
        return False
    allowed = 2 if len(shorter) >= 7 else 1
    return len(longer) - len(shorter) <= allowed and distance(shorter, longer, allowed) <= allowed


def _differ_by_ending(first: str, second: str) -> bool:
    stem = next(
        (place for place, letters in enumerate(zip(first, second, strict=False)) if len(set(letters)) > 1), None
    )
    stem = min(len(first), len(second)) if stem is None else stem
    return all(_ENDING.fullmatch(word[stem:]) for word in (first, second))


def distance(first: str, second: str, limit: int) -> int:
    """Slips between two words (optimal string alignment); anything above ``limit`` is ``limit + 1``."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        last, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def deletions(word: str, count: int) -> set[str]:
    """The word with up to ``count`` letters left out. Two words that are ``count`` slips apart share one of them."""
    found = {word}
    for _ in range(count):
        found |= {shorter[:place] + shorter[place + 1 :] for shorter in found for place in range(len(shorter))}
    return found
