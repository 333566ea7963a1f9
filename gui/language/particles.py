"""Terms in running Korean text: with their particles, and never as a piece of a longer word.

A term stands where no Hangul precedes it and what follows, up to the end of the word, is a chain of particles, a
suffix such as 들, 님 or 별, or the copula. A particle of two shapes must agree with the sound before it: that alone
tells 평가 (evaluation) from 평 + 가, since after a consonant the particle would be 이. For particles of one shape a
list of words decides (주의 is no 주 + 의): ``resources/language/lookalikes.txt``.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache

from gui import assets
from gui.language.romanise import final_of, is_hangul
from gui.language.width import fold


class _After(Enum):
    """The sound that a particle must follow."""

    ANY = "any"
    VOWEL = "vowel"
    CONSONANT = "consonant"
    OPEN = "vowel or ㄹ"
    CLOSED = "consonant but ㄹ"

    def fits(self, character: str) -> bool:
        """Whether the particle may follow ``character``; the sound of a Latin letter or digit is not known."""
        if self is _After.ANY or not is_hangul(character):
            return True
        final = final_of(character)
        if self is _After.VOWEL:
            return not final
        if self is _After.CONSONANT:
            return bool(final)
        return (final in ("", "ㄹ")) is (self is _After.OPEN)


def _table(*groups: tuple[_After, str]) -> dict[str, _After]:
    return {particle: after for after, particles in groups for particle in particles.split()}


_LINKS = _table(
    (_After.ANY, "에 에서 에게 에게서 께 께서 한테 까지 부터 보다 처럼 만큼 만 뿐 마저 조차 밖에 대로 마다 치고"),
    (_After.VOWEL, "와"),
    (_After.CONSONANT, "과"),
    (_After.OPEN, "로 로서 로써"),
    (_After.CLOSED, "으로 으로서 으로써"),
)
"""Particles after which another may follow (에서는, 만이, 로부터의). 하고 is none: 협력하고 is a verb in releases."""

_ENDS = _table(
    (_After.ANY, "의 도 인 임 입니다 인지 인데 이다 이자 이지만 이어서 이면서 이므로"),
    (_After.ANY, "엔 에선 에겐 께선 까진 부턴 보단 이기도 이기에 임을 임은 임이 임에도"),
    (_After.VOWEL, "가 는 를 나 라도 든 든지 라든지 라든가 랑 며 고 여 다 라 란 라는 라고 라며 라면 라서 지만 야말로"),
    (_After.VOWEL, "다고 다는 다며"),
    (_After.CONSONANT, "이 은 을 이나 이라도 이든지 이라든지 이라든가 이랑 이여 이야말로"),
    (_After.ANY, "이며 이고 이라 이란 이라는 이라고 이라며 이라면 이라서 이다고 이라는데 이던 이든"),
)
"""Particles and forms of the copula that close a word."""

_PAST_COPULA = re.compile(r"(?:였|이었)[가-힣]*")
_SUFFIX = re.compile(r"(?:들|님|별|측|간|내|당|등|중|끼리|씨|社)")
_SHORTEST_WITH_SUFFIX = 2
"""A term of one syllable takes no suffix: 시간 is no 시 + 간."""

_WORD_END = re.compile(r"[가-힣社]*")
_LATIN = re.compile(r"[A-Za-z0-9]")


@cache
def _lookalikes() -> frozenset[str]:
    """Words that look like a shorter word with a particle."""
    return frozenset(assets.path("language", "lookalikes.txt").read_text(encoding="utf-8").split())


def occurrences(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Where ``term`` stands in ``text`` as a word of its own: spans of the term without its particles.

    White space in the term may be missing or doubled in the text; width and the shape of quotes and dashes are folded.
    """
    folded, words = fold(text), tuple(fold(term).split())
    start = folded.find(words[0]) if words else -1
    while start >= 0:
        end = match_at(folded, start, words)
        if end is not None:
            yield start, end
        start = folded.find(words[0], end or start + 1)


_CLEAR = re.compile(
    r"(?:에게서|에서|에게|부터|까지|처럼|께서|으로|들)?(?:는|를|은|을)|에게서|에서|에게|부터|까지|께서|으로"
)
"""Particles that hardly any noun ends in; 도, 가, 이, 의 and 로 do not count: 누리파도 is no 누리파 + 도."""

_SHORTEST_STEM = 2


def without_particle(word: str) -> str:
    """A word without the particles that it clearly ends in, as a person would look it up: 국세청에서는, 국세청."""
    for start in range(_SHORTEST_STEM, len(word)):
        stem, tail = word[:start], word[start:]
        if is_hangul(stem[-1]) and _CLEAR.fullmatch(tail) and _ends_word(word, start, stem.split()[-1]):
            return stem
    return word


def match_at(text: str, start: int, words: tuple[str, ...]) -> int | None:
    """Where the term made of ``words`` ends if it stands at ``start`` as a word of its own; all text folded."""
    end = start
    for number, word in enumerate(words):
        while number and text[end : end + 1].isspace():
            end += 1
        if not text.startswith(word, end):
            return None
        end += len(word)
    return end if _starts_word(text, start) and _ends_word(text, end, words[-1]) else None


def _starts_word(text: str, start: int) -> bool:
    before, first = text[max(0, start - 1) : start], text[start]
    if is_hangul(first):
        return not (before and is_hangul(before))
    return not (_LATIN.match(first) and _LATIN.match(before))


def _ends_word(text: str, end: int, word: str) -> bool:
    if _LATIN.match(word[-1]) and _LATIN.match(text[end : end + 1]):
        return False
    match = _WORD_END.match(text, end)
    tail = match[0] if match else ""
    return not tail or _may_follow(word, tail)


@lru_cache(maxsize=50_000)
def _may_follow(word: str, tail: str) -> bool:
    """Whether the syllables right behind a word are its particles; the same ones come again and again."""
    return _is_tail(word, tail) and not _is_lookalike(word, tail)


def _is_tail(word: str, tail: str) -> bool:
    suffix = _SUFFIX.match(tail)
    if suffix and len(word) >= _SHORTEST_WITH_SUFFIX and _is_tail(suffix[0], tail[suffix.end() :]):
        return True
    return not tail or bool(_PAST_COPULA.fullmatch(tail)) or _is_chain(word[-1], tail)


def _is_chain(before: str, tail: str) -> bool:
    """Whether ``tail`` is a chain of particles after the sound of ``before``."""
    if tail in _ENDS and _ENDS[tail].fits(before):
        return True
    for link, after in _LINKS.items():
        if tail.startswith(link) and after.fits(before):
            rest = tail[len(link) :]
            if not rest or _is_chain(link[-1], rest):
                return True
    return False


def _is_lookalike(word: str, tail: str) -> bool:
    for length in range(1, len(tail) + 1):
        longer = word + tail[:length]
        if longer in _lookalikes() and (length == len(tail) or _is_tail(longer, tail[length:])):
            return True
    return False
