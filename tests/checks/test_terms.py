from datetime import date

from gui.checks.terms import TermCheck
from gui.checks.titles import TitleCheck
from gui.language import termbase
from gui.language.termbase import Term
from tests.checks.findings import found


def test_forbidden_names_are_errors_with_the_right_one_ready() -> None:
    assert found(TermCheck(), ("기획재정부가 발표했다.", "The Ministry of Strategy and Finance announced it.")) == [
        ("error", "기획재정부", "Ministry of Strategy and Finance", "Ministry of Economy and Finance")
    ]
    assert found(TermCheck(), ("동해에서 훈련했다.", "It exercised in the Sea of Japan.")) == [
        ("error", "동해", "Sea of Japan", "East Sea")
    ]


def test_preferred_and_accepted_wordings_pass() -> None:
    pairs = [
        ("중소벤처기업부는 밝혔다.", "The Ministry of SMEs and Startups said so."),
        ("중소벤처기업부는 밝혔다.", "MSS said so."),
        ("매킨지와 대웅제약", "McKinsey and Daewoong Pharmaceutical"),
        ("대검찰청 발표", "the Supreme Prosecutors’ Office announced"),
    ]
    assert found(TermCheck(), *pairs) == []


def test_a_made_up_body_is_reported_where_it_stands() -> None:
    assert found(TermCheck(), ("중소벤처기업부는 밝혔다.", "The Ministry of Small Businesses said so.")) == [
        ("warning", "중소벤처기업부", "Ministry of Small Businesses", "Ministry of SMEs and Startups")
    ]
    assert found(TermCheck(), ("중소벤처기업부는 밝혔다.", "Startup officials said so.")) == [
        ("info", "중소벤처기업부", "", "Ministry of SMEs and Startups")
    ]
    assert found(TermCheck(), ("중소벤처기업부는 밝혔다.", "The ministry said so.")) == []


def test_the_day_of_the_release_decides() -> None:
    pair = ("산업통상부는 밝혔다.", "The Ministry of Trade, Industry and Energy said so.")
    assert found(TermCheck(), pair, on=date(2025, 11, 3))[0][3] == "Ministry of Trade, Industry and Resources"
    old = ("기획재정부는 밝혔다.", "The Ministry of Economy and Finance said so.")
    assert found(TermCheck(), old) == []
    assert found(TermCheck(), old, on=date(2026, 3, 2)) == [("info", "기획재정부", "", None)]


def test_particles_and_longer_words_are_told_apart() -> None:
    assert found(TermCheck(), ("평가를 받았다. 경기도는 발표했다.", "It was evaluated, Gyeonggi Province said.")) == []


def test_a_vice_minister_is_no_minister() -> None:
    assert found(TitleCheck(), ("이영 차관이 참석했다.", "Minister Lee Young attended.")) == [
        ("error", "차관", "Minister", "Vice Minister")
    ]
    assert found(TitleCheck(), ("이영 장관이 참석했다.", "Vice Minister Lee Young attended.")) == [
        ("error", "장관", "Vice Minister", "Minister")
    ]
    assert found(TitleCheck(), ("홍길동 국장이 말했다.", "Director Hong Gil-dong said.")) == [
        ("warning", "국장", "Director", "Director General")
    ]


def test_a_forbidden_title_is_replaced_whole() -> None:
    assert found(TitleCheck(), ("홍길동 차관보가 말했다.", "Assistant Vice Minister Hong Gil-dong spoke.")) == [
        ("error", "차관보", "Assistant Vice Minister", "Deputy Minister")
    ]


def test_right_titles_pass() -> None:
    pairs = [
        ("이영 장관이 참석했다.", "Minister Lee Young attended."),
        ("이영 장관과 홍길동 차관이 참석했다.", "Minister Lee Young and Vice Minister Hong Gil-dong attended."),
        ("홍길동 국장과 김철수 과장", "Director General Hong Gil-dong and Director Kim Chul-soo"),
        ("이영 장관이 참석했다.", "She attended."),
    ]
    assert found(TitleCheck(), *pairs) == []


def test_the_minister_bears_the_name_of_the_ministry() -> None:
    source = "기획재정부 장관이 참석했다."
    assert found(TermCheck(), (source, "The Minister of Economy and Finance attended.")) == []
    assert found(TermCheck(), (source, "The Minister of Strategy and Finance attended.")) == [
        ("error", "기획재정부", "Minister of Strategy and Finance", "Minister of Economy and Finance")
    ]


def test_officials_of_other_countries_have_titles_of_their_own() -> None:
    assert found(TitleCheck(), ("미국 상무부 장관이 말했다.", "The U.S. Secretary of Commerce spoke.")) == []
    assert found(TitleCheck(), ("그 장관이 말했다.", "The secretary spoke."))[0][0] == "warning"
    assert found(TitleCheck(), ("캐나다 차관이 말했다.", "Deputy Minister Roy spoke."))[0][0] == "warning"


def test_what_the_user_has_laid_down_is_expected_whatever_it_names() -> None:
    pair = ("새벽 나루 사업을 시작했다.", "The Ministry of Health launched a project.")
    assert found(TermCheck(), pair) == []
    termbase.use([Term("새벽 나루 사업", "Dawn Ferry Project", "policy", by_user=True)])
    try:
        assert found(TermCheck(), pair) == [("warning", "새벽 나루 사업", "", "Dawn Ferry Project")]
    finally:
        termbase.use(())
