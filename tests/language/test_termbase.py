from datetime import date

import pytest

from gui.language.termbase import Term, Termbase, read_tsv

DAY = date(2023, 4, 28)


@pytest.fixture(scope="module")
def own() -> Termbase:
    return Termbase.load()


@pytest.mark.parametrize(
    ("korean", "on", "english"),
    [
        ("기획재정부", date(2015, 1, 1), "Ministry of Strategy and Finance"),
        ("기획재정부", DAY, "Ministry of Economy and Finance"),
        ("산업부", DAY, "Ministry of Trade, Industry and Energy"),
        ("산업부", date(2025, 10, 1), "Ministry of Trade, Industry and Resources"),
        ("한-미 클러스터 라운드 테이블", DAY, "Korea-U.S. Cluster Roundtable"),
        ("하버드의대", DAY, "Harvard Medical School"),
    ],
)
def test_the_date_of_the_release_decides(own: Termbase, korean: str, on: date, english: str) -> None:
    term = own.lookup(korean, on)
    assert term
    assert term.english == english
    assert term.valid(on)


def test_a_body_that_is_gone_is_still_found_but_not_sure(own: Termbase) -> None:
    term = own.lookup("통계청", date(2026, 3, 1))
    assert term
    assert term.english == "Statistics Korea"
    assert not term.sure(date(2026, 3, 1))


def test_longest_term_wins_and_particles_stay_outside(own: Termbase) -> None:
    text = "글로벌 혁신 특구를 대통령실은 중소벤처기업부에서"
    found = [text[hit.start : hit.end] for hit in own.find(text, DAY)]
    assert found == ["글로벌 혁신 특구", "대통령실", "중소벤처기업부"]


def test_rows_are_well_formed(own: Termbase) -> None:
    for term in own:
        assert term.certainty in ("V", "A", "B")
        assert term.english
        assert term.english not in term.forbidden
        assert term.valid_from is None or term.valid_to is None or term.valid_from <= term.valid_to


def test_bad_date_is_refused() -> None:
    header = "ko\ten\tdomain\taccepted\tforbidden\tvalid_from\tvalid_to\tcertainty\tnote\n"
    with pytest.raises(ValueError, match="isoformat"):
        list(read_tsv(header + "가\tA\tx\t\t\tsoon\t\tA\t"))


def test_a_termbase_of_ones_own() -> None:
    base = Termbase([Term("누리 파도", "Nuripado", "organisation")])
    assert [hit.term.english for hit in base.find("누리파도는")] == ["Nuripado"]
    assert base.lookup("없는 말") is None
