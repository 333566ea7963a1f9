"""Korean sentences of several makes for memories, and ways to change them: a search has to find them all.

``frames`` is the hardest: many thousands of sentences share all but three words and a figure.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.memory.sentences import Sentences

SYLLABLES = 400
"""So many syllables make most of the words of releases."""

Change = Callable[[random.Random, str, Callable[[], str]], str]


def _words(count: int) -> list[str]:
    draw = random.Random(99)
    syllables = [chr(0xAC00 + draw.randrange(11172)) for _ in range(SYLLABLES)]
    return ["".join(draw.choices(syllables, k=draw.choice((2, 2, 3, 3, 4)))) for _ in range(count)]


def of_words(count: int, seed: int = 1) -> Iterator[str]:
    """Sentences of 12 to 17 words drawn from so many."""
    draw, words = random.Random(seed), _words(count)
    while True:
        yield " ".join(draw.choices(words, k=draw.randint(12, 17)))


def of_frames(count: int, seed: int = 1, words: int = 2000) -> Iterator[str]:
    """Sentences in so many frames of ten words, with three words of their own and a figure."""
    known, build, draw = _words(words), random.Random(98), random.Random(seed)
    frames = []
    for _ in range(count):
        parts = build.choices(known, k=10)
        for place in sorted(build.sample(range(11), 3), reverse=True):
            parts.insert(place, "{}")
        frames.append(" ".join([*parts, "{}억원"]))
    while True:
        yield draw.choice(frames).format(*draw.choices(known, k=3), draw.randint(2, 9000))


def of_templates(count: int, seed: int = 1) -> Iterator[str]:
    """Sentences from so many templates of five words with five places for words from short lists, a day and a sum."""
    known, build, draw = _words(3000), random.Random(4), random.Random(seed)
    lists = [
        [" ".join(build.choices(known, k=build.choice((1, 1, 2)))) for _ in range(build.choice((10, 20, 40, 60)))]
        for _ in range(8)
    ]
    templates = []
    for _ in range(count):
        parts = build.choices(known, k=5)
        for part in (*(f"{{{number}}}" for number in build.sample(range(8), 5)), "{month}월 {day}일", "{sum}억원"):
            parts.insert(build.randrange(len(parts) + 1), part)
        templates.append(" ".join(parts))
    while True:
        words = [draw.choice(some) for some in lists]
        figures = {"month": draw.randint(1, 12), "day": draw.randint(1, 28), "sum": draw.randint(2, 9000)}
        yield draw.choice(templates).format(*words, **figures)


def of_corpus(path: Path, seed: int = 1) -> Iterator[str]:
    """Real sentences, a line each, every one changed in some way, among as many made-up ones."""
    draw, made = random.Random(seed), Sentences(seed)
    real = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if len(line.split()) > 4]
    while True:
        if draw.random() < 0.5:
            yield made.pair()[0]
        else:
            yield draw.choice(list(CHANGES.values()))(draw, draw.choice(real), lambda: made.word()[0])


def _other_words(draw: random.Random, text: str, word: Callable[[], str]) -> str:
    parts = text.split()
    for _ in range(draw.randint(1, 3)):
        parts[draw.randrange(len(parts))] = word()
    return " ".join(parts)


def _more_or_fewer(draw: random.Random, text: str, word: Callable[[], str]) -> str:
    parts = text.split()
    for _ in range(draw.randint(1, 2)):
        if draw.random() < 0.5 and len(parts) > 2:
            parts.pop(draw.randrange(len(parts)))
        else:
            parts.insert(draw.randrange(len(parts) + 1), word())
    return " ".join(parts)


def _other_order(draw: random.Random, text: str, _word: Callable[[], str]) -> str:
    parts = text.split()
    for _ in range(2):
        parts.insert(draw.randrange(len(parts)), parts.pop(draw.randrange(len(parts))))
    return " ".join(parts)


def _other_figures(draw: random.Random, text: str, _word: Callable[[], str]) -> str:
    changed = re.sub(r"\d+", lambda _: str(draw.randint(2, 9999)), text)
    return changed if changed != text else f"{text} {draw.randint(10, 99)}개"


def _other_letters(draw: random.Random, text: str, _word: Callable[[], str]) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) // draw.choice((6, 8, 12)))):
        letters[draw.randrange(len(letters))] = chr(0xAC00 + draw.randrange(11172))
    return "".join(letters)


CHANGES: dict[str, Change] = {
    "other words": _other_words,
    "words more or fewer": _more_or_fewer,
    "another order": _other_order,
    "other figures": _other_figures,
    "other letters": _other_letters,
}
