from collections.abc import Iterator
from datetime import date

import pytest

from gui.language import termbase
from gui.language.term_wording import terms_in
from gui.language.termbase import Term, Termbase, built_in, per_termbase, read_tsv, use

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


def test_white_space_in_a_term_may_be_missing_but_not_added() -> None:
    base = Termbase([Term("누리 파도", "Nuripado", ""), Term("새벽별", "Dawn Star", "")])
    assert [hit.term.english for hit in base.find("누리  파도와 누리파도")] == ["Nuripado", "Nuripado"]
    assert base.find("새벽 별이") == ()


def test_rows_that_differ_only_in_their_spacing_are_all_found() -> None:
    base = Termbase([Term("바다 숲", "Sea Forest", ""), Term("바다숲", "Sea Forest", "")])
    assert [(hit.start, hit.end) for hit in base.find("바다 숲, 바다숲")] == [(0, 4), (6, 9)]


def test_a_term_of_one_letter_stands_beside_longer_ones() -> None:
    base = Termbase([Term("신", "new", ""), Term("신도시", "new town", "")])
    assert [hit.term.english for hit in base.find("신 도시, 신도시의")] == ["new", "new town"]


# -- the user's terms on top


@pytest.fixture
def _as_before() -> Iterator[None]:
    yield
    termbase.use(())


def mine(korean: str, english: str, start: date | None = None, end: date | None = None) -> Term:
    return Term(korean, english, "", valid_from=start, valid_to=end, by_user=True)


@pytest.mark.usefixtures("_as_before")
def test_the_users_term_wins_and_everybody_hears_of_it() -> None:
    assert terms_in("국세청은", DAY)[0].term.english == "National Tax Service"
    termbase.use([mine("국세청", "Tax Office"), mine("누리 파도", "Nuripado")])
    assert Termbase.load().lookup("국세청", DAY) == mine("국세청", "Tax Office")
    assert [hit.term.english for hit in terms_in("국세청은 누리 파도를", DAY)] == ["Tax Office", "Nuripado"]
    assert [term.english for term in Termbase.load() if term.korean == "국세청"] == ["Tax Office"]
    termbase.use(())
    assert [hit.term.english for hit in terms_in("국세청은 누리 파도를", DAY)] == ["National Tax Service"]
    assert termbase.built_in().lookup("국세청")


@pytest.mark.usefixtures("_as_before")
def test_a_term_with_its_time_leaves_the_other_days_to_the_projects_own() -> None:
    termbase.use([mine("국세청", "Tax Office", date(2024, 1, 1), date(2024, 12, 31))])
    found = [Termbase.load().lookup("국세청", date(year, 6, 1)) for year in (2023, 2024, 2025)]
    assert [term and term.english for term in found] == ["National Tax Service", "Tax Office", "National Tax Service"]


@pytest.mark.usefixtures("_as_before")
def test_what_was_worked_out_from_an_older_termbase_is_not_taken_for_the_new() -> None:
    asked: list[int] = []

    @per_termbase(maxsize=10)
    def size(bonus: int) -> int:
        asked.append(bonus)
        base = len(list(Termbase.load()))
        if len(asked) == 1:
            termbase.use([mine("누리 파도", "Nuripado")])  # as another thread may, in the middle of the work
        return base + bonus

    first = size(0)
    assert size(0) == size(0) == first + 1
    assert asked == [0, 0]


def test_a_person_stays_one_in_the_users_own_spelling() -> None:
    person = next(term for term in built_in() if term.domain == "person")
    use([Term(person.korean, "Somebody Else", "", by_user=True)])
    try:
        found = Termbase.load().lookup(person.korean)
        assert found is not None
        assert (found.english, found.domain) == ("Somebody Else", "person")
    finally:
        use(())
