"""Revised Romanization of Korean (Ministry of Culture and Tourism, notice 2000-8).

Words are written as they are pronounced, names of persons syllable by syllable. Tensing is not written
(압구정 Apgujeong); ㅎ after ㄱ, ㄷ, ㅂ stays in nouns (묵호 Mukho). What no rule can know, because it lies in how a
compound is made (담요 damnyo, 값어치 gabeochi), is data: ``resources/language/romanisation.tsv``.
"""

from functools import cache
from itertools import groupby

from gui import assets

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_INITIAL_LETTERS = {
    "ㄱ": "g", "ㄲ": "kk", "ㄴ": "n", "ㄷ": "d", "ㄸ": "tt", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅃ": "pp", "ㅅ": "s",
    "ㅆ": "ss", "ㅇ": "", "ㅈ": "j", "ㅉ": "jj", "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}  # fmt: skip
_VOWEL_LETTERS = {
    "ㅏ": "a", "ㅐ": "ae", "ㅑ": "ya", "ㅒ": "yae", "ㅓ": "eo", "ㅔ": "e", "ㅕ": "yeo", "ㅖ": "ye", "ㅗ": "o",
    "ㅘ": "wa", "ㅙ": "wae", "ㅚ": "oe", "ㅛ": "yo", "ㅜ": "u", "ㅝ": "wo", "ㅞ": "we", "ㅟ": "wi", "ㅠ": "yu",
    "ㅡ": "eu", "ㅢ": "ui", "ㅣ": "i",
}  # fmt: skip
_FINAL_LETTERS = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}

_SPLIT = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅎ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"),
    "ㅀ": ("ㄹ", "ㅎ"), "ㅄ": ("ㅂ", "ㅅ"),
}  # fmt: skip
_SOUND = {
    letter: sound
    for letters, sound in (
        ("ㄱㄲㅋㄳㄺ", "ㄱ"), ("ㄷㅅㅆㅈㅊㅌㅎ", "ㄷ"), ("ㅂㅍㅄㄿ", "ㅂ"), ("ㄴㄵㄶ", "ㄴ"),
        ("ㄹㄼㄽㄾㅀ", "ㄹ"), ("ㅁㄻ", "ㅁ"), ("ㅇ", "ㅇ"),
    )
    for letter in letters
} | {"": ""}  # fmt: skip
"""The seven sounds that a final consonant can have before another consonant."""

_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_PALATAL = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}
_VERBAL = frozenset("히혀혔힌힐힙")
"""Before these, parts of verbs and adverbs, ㄱ, ㄷ and ㅂ take up the ㅎ: 잡혀 japyeo, 특히 teuki, 닫히다 dachida."""

_KEEP_N = frozenset("란량력론료례로")
"""Sino-Korean second parts before which a ㄴ of a word of two syllables or more stays: 생산량 saengsannyang."""

Syllable = tuple[str, str, str]


def is_hangul(character: str) -> bool:
    """Whether ``character`` is a whole Hangul syllable."""
    return _FIRST <= ord(character) <= _LAST


def has_hangul(text: str) -> bool:
    """Whether any Hangul stands in ``text``."""
    return any(is_hangul(character) for character in text)


def final_of(character: str) -> str:
    """The final consonant of a Hangul syllable, empty for an open one.

    Raises:
        ValueError: ``character`` is no Hangul syllable.
    """
    return _parts(character)[2]


def romanise_syllable(character: str) -> str:
    """One syllable by itself, as in names of persons: no sound of a neighbour is heeded."""
    initial, vowel, final = _parts(character)
    return _INITIAL_LETTERS[initial] + _VOWEL_LETTERS[vowel] + _FINAL_LETTERS[_SOUND[final]]


def romanise(text: str, *, capital: bool = False) -> str:
    """``text`` with each Hangul word as it is pronounced; all else stays.

    Args:
        text: Any text.
        capital: Begin each Hangul word with a capital, as names of places and organisations do.
    """
    result = ""
    for hangul, letters in groupby(text, is_hangul):
        word = "".join(letters)
        result += _word(word, capital=capital and not result[-1:].isalnum()) if hangul else word
    return result


def _word(word: str, *, capital: bool) -> str:
    letters = _letters(_pronounced([_parts(character) for character in _by_sound(word)]))
    return letters[:1].upper() + letters[1:] if capital else letters


def _parts(character: str) -> Syllable:
    if not is_hangul(character):
        raise ValueError("not a Hangul syllable")
    index = ord(character) - _FIRST
    return _INITIALS[index // 588], _VOWELS[index % 588 // 28], _FINALS[index % 28]


@cache
def _exceptions() -> dict[str, str]:
    """Words with their spelling by sound, from the data file."""
    return {row["word"]: row["sound"] for row in assets.rows("language", "romanisation.tsv")}


def _by_sound(word: str) -> str:
    """The word as it sounds where the data file knows it, or what it begins or ends with."""
    known = _exceptions()
    for length in range(len(word), 1, -1):
        for start in (0, len(word) - length):
            part = word[start : start + length]
            if part in known:
                return word[:start] + known[part] + word[start + length :]
    return word


def _pronounced(syllables: list[Syllable]) -> list[Syllable]:
    """The syllables with the sounds that neighbours give each other."""
    for index in range(len(syllables) - 1):
        first, second = syllables[index], syllables[index + 1]
        last_of_many = index == len(syllables) - 2 and index >= 1
        if last_of_many and first[2] == "ㄴ" and _spell(second) in _KEEP_N:
            final, initial = "ㄴ", "ㄴ"
        elif first[2] in tuple("ㄱㄷㅂ") and _spell(second) in _VERBAL:
            final, initial = "", "ㅊ" if first[2] == "ㄷ" else _ASPIRATED[first[2]]
        else:
            final, initial = _meet(first[2], second[0], second[1])
        syllables[index] = (first[0], first[1], final)
        syllables[index + 1] = (initial, second[1], second[2])
    return syllables


def _spell(syllable: Syllable) -> str:
    initial, vowel, final = syllable
    code = (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28 + _FINALS.index(final)
    return chr(_FIRST + code)


def _meet(final: str, initial: str, vowel: str) -> tuple[str, str]:
    """What becomes of a final consonant and the initial consonant after it."""
    if not final:
        return final, initial
    if initial == "ㅇ":
        return _carried_over(final, vowel)
    rest, last = _SPLIT.get(final, ("", final))
    if last == "ㅎ" and initial in "ㄱㄷㅈ":
        return rest, _ASPIRATED[initial]
    if last == "ㅎ" and initial == "ㅅ":
        return rest, initial
    if initial == "ㅎ" and (rest or last in "ㅈ"):
        return rest, _ASPIRATED.get(last, initial)
    return _assimilated(_SOUND[final], initial)


def _carried_over(final: str, vowel: str) -> tuple[str, str]:
    if final == "ㅇ":
        return final, "ㅇ"
    rest, last = _SPLIT.get(final, ("", final))
    if last == "ㅎ":
        return ("", rest) if rest else ("", "ㅇ")
    if vowel == "ㅣ" and last in _PALATAL:
        last = _PALATAL[last]
    return rest, last


def _assimilated(sound: str, initial: str) -> tuple[str, str]:
    if sound in _NASAL and initial in "ㄴㅁㄹ":
        return _NASAL[sound], "ㄴ" if initial == "ㄹ" else initial
    if sound in ("ㅁ", "ㅇ") and initial == "ㄹ":
        return sound, "ㄴ"
    if (sound, initial) in (("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")):
        return "ㄹ", "ㄹ"
    return sound, initial


def _letters(syllables: list[Syllable]) -> str:
    letters = ""
    for initial, vowel, final in syllables:
        letter = "l" if initial == "ㄹ" and letters.endswith("l") else _INITIAL_LETTERS[initial]
        letters += letter + _VOWEL_LETTERS[vowel] + _FINAL_LETTERS[_SOUND[final]]
    return letters
