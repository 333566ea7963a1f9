from dataclasses import replace

import pytest

from gui.checks.names import NameCheck
from gui.document.naming import CONFIRMED_NAMES
from gui.document.release import BlockKind
from gui.language.name_matching import Order, find_name, order_of, swapped
from tests.checks.findings import found, short
from tests.exporters.releases import Builder


def table(korean: str, english: str, body: tuple[str, str] = ("회의를 열었다.", "")) -> Builder:
    people = [((korean, english), ("원장", "President"), [("○ 교수", "Professor")])]
    return Builder().add(BlockKind.PARAGRAPH, body).attendees(people)


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("윤동섭", "Yoon Dong-sup"),
        ("윤동섭", "Yun Dong-seop"),
        ("김건희", "Kim Keon Hee"),
        ("한덕수", "Han Duck-soo"),
        ("정재훈", "Chung Jae-hoon"),
        ("남궁솔", "Namgung Sol"),
        ("홍길동", "Hong Kil-tong"),
        ("최은영", "Choi Eun-young"),
    ],
)
def test_all_usual_spellings_are_the_name(korean: str, latin: str) -> None:
    assert order_of(korean, latin) is Order.FAMILY_FIRST


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("윤동섭", "Yoon Dong-min"),
        ("윤동섭", "Kim Dong-sup"),
        ("김성훈", "David Kim"),
        ("윤동섭", "Yoon"),
        ("회의", "Ho Ui"),
    ],
)
def test_other_names_are_not(korean: str, latin: str) -> None:
    assert order_of(korean, latin) is None


def test_a_name_is_found_in_a_sentence() -> None:
    text = "said President Dong Sup Yoon’s team at Severance"
    assert find_name("윤동섭", text) == (15, 28, Order.GIVEN_FIRST)
    assert swapped("Dong Sup Yoon") == "Yoon Dong-sup"


def test_body_and_table_spell_alike() -> None:
    body = ("윤동섭 원장이 말했다.", "President Yoon Dong-seop spoke.")
    assert short(NameCheck(), table("윤동섭", "Yoon Dong-sup", body).snapshot()) == [
        ("error", "윤동섭", "Yoon Dong-seop", "Yoon Dong-sup")
    ]
    assert short(NameCheck(), table("윤동섭", "Yoon Dong-seop", body).snapshot()) == []


def test_a_spelling_that_cannot_be_the_name() -> None:
    assert short(NameCheck(), table("윤동섭", "Kim Dong-sup").snapshot()) == [
        ("warning", "", "Kim Dong-sup", "Yoon Dong-seop")
    ]


def test_the_family_name_comes_first() -> None:
    assert short(NameCheck(), table("표다온", "Da-on Pyo").snapshot()) == [
        ("warning", "표다온", "Da-on Pyo", "Pyo Da-on")
    ]


def test_latin_names_are_kept() -> None:
    assert short(NameCheck(), table("David Brown", "David Browne").snapshot()) == [
        ("warning", "", "David Browne", "David Brown")
    ]
    assert short(NameCheck(), table("David Brown", "David Brown").snapshot()) == []


def test_the_termbase_knows_how_a_person_writes_the_name() -> None:
    assert found(NameCheck(), ("윤석열 대통령이 말했다.", "President Yoon Sok-yeol spoke.")) == [
        ("error", "윤석열", "Yoon Sok-yeol", "Yoon Suk Yeol")
    ]
    assert found(NameCheck(), ("윤석열 대통령이 말했다.", "President Yoon Suk Yeol spoke.")) == []


def test_a_confirmed_spelling_holds_before_all_others() -> None:
    body = ("윤동섭 원장이 말했다.", "President Yoon Dong-seop spoke.")
    snapshot = table("윤동섭", "Yoon Dong-sup", body).snapshot()
    confirmed = replace(snapshot, properties=((CONFIRMED_NAMES, {"윤동섭": "Yoon Dong-seop"}),))
    assert short(NameCheck(), confirmed) == [("error", "윤동섭", "Yoon Dong-sup", "Yoon Dong-seop")]


def test_another_name_of_the_family_in_the_body() -> None:
    body = ("윤동섭 원장이 말했다.", "President Yoon Dong-min spoke.")
    assert short(NameCheck(), table("윤동섭", "Yoon Dong-sup", body).snapshot()) == [
        ("warning", "윤동섭", "Yoon Dong-min", "Yoon Dong-sup")
    ]
    pronoun = ("윤동섭 원장이 말했다.", "He spoke.")
    assert short(NameCheck(), table("윤동섭", "Yoon Dong-sup", pronoun).snapshot()) == []


def test_every_name_of_a_sentence_is_looked_at() -> None:
    people = [
        ((name, latin), ("원장", ""), ()) for name, latin in (("윤동섭", "Yoon Dong-sup"), ("고종성", "Ko Jong-sung"))
    ]
    build = Builder().add(BlockKind.PARAGRAPH, ("윤동섭 원장과 고종성 대표", "Yoon Dong-seop and Koh Jong-sung"))
    assert short(NameCheck(), build.attendees(people).snapshot()) == [
        ("error", "윤동섭", "Yoon Dong-seop", "Yoon Dong-sup"),
        ("error", "고종성", "Koh Jong-sung", "Ko Jong-sung"),
    ]
