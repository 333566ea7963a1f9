from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gui.engines.facts import FactKind, facts

DAY = date(2023, 4, 28)
SENTENCE = "홍길동 장관은 오는 5월 3일(수) 오후 2시 30분 해양수산부에서 총 2,726억원을 투자한다고 밝혔다."


def test_what_a_sentence_offers_ready_made() -> None:
    offered = [(fact.korean, fact.english, fact.kind) for fact in facts(SENTENCE, DAY)]
    assert offered == [
        ("홍길동", "Hong Gil-dong", FactKind.NAME),
        ("장관", "Minister", FactKind.TERM),
        ("5월 3일(수)", "May 3", FactKind.DATE),
        ("오후 2시 30분", "2:30 p.m.", FactKind.TIME),
        ("해양수산부", "Ministry of Oceans and Fisheries", FactKind.TERM),
        ("2,726억원", "KRW 272.6 billion", FactKind.NUMBER),
        ("밝혔다", "said", FactKind.TERM),
    ]


def test_a_proposed_name_is_not_sure() -> None:
    assert [fact.sure for fact in facts(SENTENCE, DAY) if fact.kind is FactKind.NAME] == [False]


@given(st.text(max_size=40) | st.lists(st.sampled_from(SENTENCE.split())).map(" ".join))
def test_facts_stand_in_order_and_apart(text: str) -> None:
    found = facts(text, DAY)
    assert all(text[fact.start : fact.end] == fact.korean for fact in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
