import random
from pathlib import Path

import pytest

from gui.engines.verify import Fault, fault

SHARED = Path(__file__).parents[2].parent / "shared"
SENTENCE = "정부는 오늘 국무회의에서 새로운 경제 협력 계획을 발표하였다."
ENGLISH = "The government announced a new plan for economic cooperation at today's Cabinet meeting."


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        (SENTENCE, ENGLISH),
        ("업무협약 체결", "MOU signed"),
        ("산업통상자원부", "Ministry of Trade, Industry and Energy"),
        ("박수", "Applause"),
        ("담당자에게 문의.", "Contact the person in charge"),
        ("그는 “잘 될 것이다.”", 'He said, "It will work."'),
        ("정부는 앞으로도 계속해서 노력할 것이다…", "The government will keep on trying…"),
        (
            "한 민원인이 '요청이 너무 많다'는 오류를 신고하였다.",
            'A person reported the error "too many requests" to us.',
        ),
        ("접속자는 500 오류 화면을 보았다고 한다.", "Visitors say that they saw an error 500 page."),
    ],
)
def test_translations_pass(korean: str, english: str) -> None:
    assert fault(korean, english) is None


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("", Fault.EMPTY),
        (" \n", Fault.EMPTY),
        ("...", Fault.EMPTY),
        (SENTENCE, Fault.ECHO),
        (SENTENCE.replace(" ", ""), Fault.ECHO),
        ("The 정부 announced a new plan for economic cooperation today.", Fault.KOREAN),
        (
            "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 3 HOURS",
            Fault.SERVICE,
        ),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", Fault.SERVICE),
        ("Error 500 (Server Error)!!1500.That's an error.There was an error. Please try again later.", Fault.SERVICE),
        ("502 Bad Gateway", Fault.SERVICE),
        ("<html><body>Hello there, this is a page.</body></html>", Fault.SERVICE),
        ("Our systems have detected unusual traffic from your computer network.", Fault.SERVICE),
        ("Yes.", Fault.TRUNCATED),
        ("The government announced a new plan for economic", Fault.TRUNCATED),
        ("The government announced a new plan for economic...", Fault.TRUNCATED),
        ("plan " * 100 + ".", Fault.LENGTH),
    ],
)
def test_what_is_no_translation_is_named(english: str, expected: Fault) -> None:
    assert fault(SENTENCE, english) is expected


@pytest.fixture(scope="module")
def corpus() -> list[tuple[str, str]]:
    """Korean and English of news, line by line, made by people; about 1 % of the English lines are cut short."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the parallel corpus is not here")
    sides = [
        (folder / f"korean-english-park.dev.{side}").read_text(encoding="utf-8").split("\n") for side in ("ko", "en")
    ]
    return [(korean, english) for korean, english in zip(*sides, strict=True) if korean.strip()]


def test_translations_by_people_pass(corpus: list[tuple[str, str]]) -> None:
    assert sum(fault(korean, english) is not None for korean, english in corpus) <= 0.015 * len(corpus)


def test_cut_translations_do_not_pass(corpus: list[tuple[str, str]]) -> None:
    chance = random.Random(1)
    cut = caught = 0
    for korean, english in corpus:
        words = english.split()
        if korean.rstrip().endswith(".") and len(words) > 5 and fault(korean, english) is None:
            cut += 1
            caught += fault(korean, " ".join(words[: chance.randint(1, len(words) - 1)])) is not None
    assert caught >= 0.99 * cut
