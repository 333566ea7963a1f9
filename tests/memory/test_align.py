import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gui.memory.align import Bead, align

KOREAN = (
    "해양수산부는 4월 28일 부산에서 회의를 열었다.",
    "회의에는 12개국에서 350명이 참석했다.",
    "장관은 2030년까지 1조 2천억원을 투자하겠다고 밝혔다.",
    "UNESCO와의 협약도 체결했다.",
    "다음 회의는 9월에 열린다.",
)
ENGLISH = (
    "The Ministry of Oceans and Fisheries held a meeting in Busan on April 28.",
    "It drew 350 people from 12 countries.",
    "The minister said 1.2 trillion won would be invested by 2030.",
    "An agreement with UNESCO was signed as well.",
    "The next meeting will be in September.",
)

Links = set[tuple[int, int]]


def links(beads: tuple[Bead, ...]) -> Links:
    return {(one, other) for bead in beads for one in range(*bead.korean) for other in range(*bead.english)}


def test_sentence_by_sentence() -> None:
    beads = align(KOREAN, ENGLISH)
    assert links(beads) == {(n, n) for n in range(5)}
    assert all(bead.confidence > 0.8 for bead in beads)


def test_what_was_joined_left_out_or_added() -> None:
    joined = (f"{ENGLISH[0]} {ENGLISH[1]}", *ENGLISH[2:])
    assert links(align(KOREAN, joined)) == {(0, 0), (1, 0), (2, 1), (3, 2), (4, 3)}
    assert links(align(KOREAN, (*ENGLISH[:2], *ENGLISH[3:]))) == {(0, 0), (1, 1), (3, 2), (4, 3)}
    added = (*ENGLISH[:3], "For inquiries call the spokesperson of the organising committee.", *ENGLISH[3:])
    assert {(0, 0), (1, 1), (2, 2), (3, 4), (4, 5)} <= links(align(KOREAN, added))


def test_one_side_may_be_empty() -> None:
    assert align((), ()) == ()
    assert [bead.is_pair for bead in align(KOREAN[:2], ())] == [False, False]
    assert [bead.is_pair for bead in align((), ENGLISH[:1])] == [False]


@given(st.lists(st.sampled_from(KOREAN), max_size=8), st.lists(st.sampled_from(ENGLISH), max_size=8))
def test_every_segment_stands_in_one_bead(korean: list[str], english: list[str]) -> None:
    beads = align(korean, english)
    assert [n for bead in beads for n in range(*bead.korean)] == list(range(len(korean)))
    assert [n for bead in beads for n in range(*bead.english)] == list(range(len(english)))
    assert all(0 <= bead.confidence <= 1 for bead in beads)


def mangled(korean: list[str], english: list[str], draw: random.Random) -> tuple[list[str], list[str], Links]:
    """Of each 100 sentences about 10 are left out on one side and 24 joined with the next on one side."""
    mine, theirs, gold = list[str](), list[str](), Links()
    at = 0
    while at < len(korean):
        kind = draw.choices(("korean", "english", "one", "other", "plain"), (5, 5, 12, 12, 66))[0]
        a, b = len(mine), len(theirs)
        step = 2 if kind in ("one", "other") and at + 1 < len(korean) else 1
        if kind != "english":
            mine += [" ".join(korean[at : at + step])] if kind == "other" else korean[at : at + step]
        if kind != "korean":
            theirs += [" ".join(english[at : at + step])] if kind == "one" else english[at : at + step]
        gold |= {(i, j) for i in range(a, len(mine)) for j in range(b, len(theirs)) if step == 2 or i - a == j - b}
        at += step
    return mine, theirs, gold


def test_news_with_sentences_joined_and_left_out(shared: Path) -> None:
    """The sentences of the corpus are of unrelated news and in another domain: releases have more to hold on to."""
    korean, english = (
        (shared / "corpus" / f"korean-english-park.dev.{code}").read_text("utf-8").split("\n")[:400]
        for code in ("ko", "en")
    )
    draw, right, found, wanted = random.Random(3), 0, 0, 0
    for start in range(0, 400, 50):
        mine, theirs, gold = mangled(korean[start : start + 50], english[start : start + 50], draw)
        got = links(align(mine, theirs))
        right, found, wanted = right + len(got & gold), found + len(got), wanted + len(gold)
    assert right / found > 0.8, "precision"
    assert right / wanted > 0.85, "recall"
